import ArgumentParser
import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint report`: the document that auditors and managers work from.
struct ReportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the gap report of an organisation.",
    discussion: """
      The report says what the records show, clause by clause, in Arabic, French or English; \
      --lang ar,fr writes both beside each other. Findings do not change the exit status of this \
      command: 'check' is the gate.
      """)

  @OptionGroup var run: RunArguments

  @Option(
    help: """
      Format: \(GapReporters.all.map(\.name).joined(separator: ", ")) (default: that of the \
      ending of --output, else html).
      """, completion: .list(GapReporters.all.map(\.name)))
  var format: String?

  @Option(help: "File for the report (default: standard output).", completion: .files)
  var output: String?

  @Option(help: "Draw records for an auditor: so many of each register, or 'auto'.")
  var sample: String?

  @Option(help: "Seed of the sample, any text (default: the as-of date).")
  var seed: String?

  @Option(help: "Commit of the records, where the folder is not the root of its repository.")
  var commit: String?

  func execute() throws(CommandFailure) -> ExitStatus {
    let format = try OutputFormat.choose(
      format, for: output, among: GapReporters.all.map { ($0.name, $0.endings) }, usual: "html")
    guard let reporter = GapReporters.named(format) else {
      throw CommandFailure(
        message: "--format: '\(format)' is not a format",
        remedy: "Use \(GapReporters.all.map(\.name).joined(separator: ", ")).")
    }
    let languages = try ReportLanguages.parse(run.language)
    var run = run
    run.language = languages[0].rawValue
    let workspace = try run.load()
    var options = GapReportBuilder.Options()
    options.languages = languages
    options.commit = commit
    options.sample = try sampleRequest(workspace)
    if !reporter.showsComingDue { options.horizons = [] }
    let report = GapReportBuilder(workspace, options: options).build()
    let bytes = try Output.made { () throws(OutputTrouble) in try reporter.report(report) }
    if let output {
      try Output.write(bytes, to: output)
    } else {
      try Output.print(bytes)
    }
    return Output.status(of: report.assessment)
  }

  private func sampleRequest(_ workspace: Workspace) throws(CommandFailure) -> SampleRequest? {
    guard let sample else {
      guard seed == nil else {
        throw CommandFailure(
          message: "--seed has no sample to draw", remedy: "Add --sample auto, or --sample N.")
      }
      return nil
    }
    let seed = seed ?? workspace.options.asOf.iso
    if sample == "auto" { return SampleRequest(size: nil, seed: seed) }
    guard let size = Int(sample), (1...10_000).contains(size) else {
      throw CommandFailure(
        message: "--sample: '\(sample)' is no number from 1 to 10000",
        remedy: "Write a number of records per register, or auto for its square root.")
    }
    return SampleRequest(size: size, seed: seed)
  }
}

/// The languages of a report as the command line names them.
enum ReportLanguages {
  /// One language, or two or three separated by commas, each once.
  static func parse(_ text: String) throws(CommandFailure) -> [Language] {
    var languages: [Language] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let language = Language(rawValue: String(part)), !languages.contains(language) else {
        throw CommandFailure(
          message: "--lang: '\(text)' names no languages of clauselint",
          remedy: "Use ar, fr or en, or two of them with a comma, such as ar,fr.")
      }
      languages.append(language)
    }
    guard languages.count <= 2 else {
      throw CommandFailure(
        message: "--lang: a report has at most two languages",
        remedy: "Write one report for each pair.")
    }
    return languages
  }
}
