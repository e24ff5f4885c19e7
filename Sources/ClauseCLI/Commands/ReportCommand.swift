import ArgumentParser
import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint report`: the document that auditors and managers work from.
struct ReportCommand: RunCommand {
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

  var spoken: Language {
    guard let text = run.language else { return run.spoken }
    return (try? ReportLanguages.parse(text))?.first ?? run.spoken
  }

  func execute() throws(CommandFailure) -> ExitStatus {
    let format = try OutputFormat.choose(
      format, for: output, among: GapReporters.all.map { ($0.name, $0.endings) }, usual: "html")
    guard let reporter = GapReporters.named(format) else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--format: '\(format)' is not a format",
          fr: "--format : '\(format)' n'est pas un format",
          ar: "--format: ‏'\(format)' ليس صيغة معروفة"),
        remedy: LocalizedText(
          en: "Use \(GapReporters.all.map(\.name).joined(separator: ", ")).",
          fr: "Utilisez \(GapReporters.all.map(\.name).joined(separator: ", ")).",
          ar: "استعمل \(GapReporters.all.map(\.name).joined(separator: "، "))."))
    }
    let languages = try run.language.map { text throws(CommandFailure) in
      try ReportLanguages.parse(text)
    }
    var run = run
    run.language = languages?[0].rawValue
    let workspace = try run.load()
    var options = GapReportBuilder.Options()
    options.languages = languages ?? [workspace.options.language]
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
          message: LocalizedText(
            en: "--seed has no sample to draw", fr: "--seed n'a pas d'échantillon à tirer",
            ar: "--seed بدون عينة تسحب"),
          remedy: LocalizedText(
            en: "Add --sample auto, or --sample N.", fr: "Ajoutez --sample auto, ou --sample N.",
            ar: "أضف ‎--sample auto أو ‎--sample N."))
      }
      return nil
    }
    let seed = seed ?? workspace.options.asOf.iso
    if sample == "auto" { return SampleRequest(size: nil, seed: seed) }
    guard let size = Int(sample), (1...10_000).contains(size) else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--sample: '\(sample)' is no number from 1 to 10000",
          fr: "--sample : '\(sample)' n'est pas un nombre de 1 à 10000",
          ar: "--sample: ‏'\(sample)' ليس عددا من 1 إلى 10000"),
        remedy: LocalizedText(
          en: "Write a number of records per register, or auto for its square root.",
          fr: "Écrivez un nombre par registre, ou auto pour sa racine carrée.",
          ar: "اكتب عددا لكل سجل، أو auto لجذره التربيعي."))
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
          message: LocalizedText(
            en: "--lang: '\(text)' names no languages of clauselint",
            fr: "--lang : '\(text)' n'est pas une langue proposée",
            ar: "--lang: ‏'\(text)' ليست لغة متوفرة"),
          remedy: LocalizedText(
            en: "Use ar, fr or en, or two of them with a comma, such as ar,fr.",
            fr: "Utilisez ar, fr ou en, ou deux d'entre elles avec une virgule, par exemple ar,fr.",
            ar: "استعمل ar أو fr أو en، أو اثنتين منها بفاصلة، مثل ar,fr."))
      }
      languages.append(language)
    }
    guard languages.count <= 2 else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--lang: a report has at most two languages",
          fr: "--lang : un rapport a au plus deux langues", ar: "--lang: للتقرير لغتان على الأكثر"),
        remedy: LocalizedText(
          en: "Write one report for each pair.", fr: "Écrivez un rapport par paire.",
          ar: "اكتب تقريرا لكل زوج."))
    }
    return languages
  }
}
