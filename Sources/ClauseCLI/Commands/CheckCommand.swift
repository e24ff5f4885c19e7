import ArgumentParser
import ClauseAssessment
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint check`: findings.
struct CheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check an organisation's records and report findings.")

  @OptionGroup var run: RunArguments

  @Option(help: "Format of the report; repeatable, each with an --output of its own.")
  var format: [String] = []

  @Option(help: "File for the report (default: standard output); goes with --format in order.")
  var output: [String] = []

  @Option(
    name: .customLong("fail-on"),
    help: "Severity from which findings fail the run: major, minor, observation, never.")
  var failOn: String = "minor"

  @Option(
    name: .customLong("path-prefix"),
    help: "Folder to put before every path of the reports, for services that count from above.")
  var pathPrefix: String?

  @Flag(name: .customLong("exit-zero"), help: "Exit with 0 in spite of findings; never hides 2.")
  var exitZero = false

  @Option(help: "Baseline whose findings do not count, such as clauselint-baseline.yaml.")
  var baseline: String?

  @Flag(
    name: .customLong("baseline-strict"),
    help: "Exit with 1 when entries of the baseline are mended or of unknown rules.")
  var isStrict = false

  @Option(help: "Report only what this git revision has not, such as origin/main.")
  var diff: String?

  func execute() throws(CommandFailure) -> ExitStatus {
    let failOn = try gate()
    let reports = try reports()
    let prefix = try prefix()
    let shown = try RunArguments.limits(run.limit).findingsPerRule
    var assessment = try assess()
    if let prefix { assessment = assessment.prefixingPaths(with: prefix) }
    var status = ExitStatus.of(assessment, failOn: failOn, exitZero: exitZero)
    if isStrict, status == .clean, !exitZero, let result = assessment.baseline,
      result.count(.mended) + result.count(.unknown) > 0
    {
      status = .findings
    }
    for (reporter, path) in reports {
      do throws(CommandFailure) {
        if let path {
          let options = ReportOptions(findingsPerRule: shown)
          try Output.write(reporter.report(assessment, options: options), to: path)
        } else {
          var options = Output.options()
          options.findingsPerRule = shown
          try Output.print(reporter.report(assessment, options: options))
        }
      } catch {
        Output.complain(error)
        status = .notAssessed
      }
    }
    return Output.status(assessment.diagnostics, in: assessment.language, otherwise: status)
  }

  /// The folder for the paths without a `/` at its end; nil for none.
  private func prefix() throws(CommandFailure) -> String? {
    guard var text = pathPrefix else { return nil }
    while text.hasSuffix("/") { text.removeLast() }
    if text.isEmpty || text == "." { return nil }
    if let refusal = RelativePath.refusal(of: text) {
      throw CommandFailure(
        message: "--path-prefix: '\(text)' is no folder of a repository: \(refusal)",
        remedy: "Write the path from the repository's root to the organisation's folder.")
    }
    return text
  }

  /// The assessment, with what the baseline and the revision know.
  private func assess() throws(CommandFailure) -> Assessment {
    guard baseline != nil || !isStrict else {
      throw CommandFailure(
        message: "--baseline-strict says nothing without a baseline",
        remedy: "Add --baseline FILE.")
    }
    var options = try run.options()
    var known = Gate()
    if let baseline {
      let file = BaselineFile(given: baseline, root: options.root)
      if let path = file.inRoot { options.passedOver.append(path) }
      known.baseline = file.load(options.limits)
    }
    if let diff {
      known.revision = try RevisionAssessment.findings(of: diff, for: options)
    }
    return try RunArguments.assess(options, known)
  }

  private func gate() throws(CommandFailure) -> Severity? {
    if failOn == "never" { return nil }
    guard let severity = Severity(rawValue: failOn) else {
      throw CommandFailure(
        message: "--fail-on: '\(failOn)' is no severity",
        remedy: "Use major, minor, observation or never.")
    }
    return severity
  }

  /// Reporters with their files: in pairs; a last format without a file goes to standard output.
  private func reports() throws(CommandFailure) -> [(any Reporter, String?)] {
    let names = format.isEmpty ? ["text"] : format
    guard names.count - output.count <= 1, output.count <= names.count else {
      throw CommandFailure(
        message: "\(names.count) formats and \(output.count) outputs do not go in pairs",
        remedy: "Give each --format an --output; one may go to standard output, the last.")
    }
    var result: [(any Reporter, String?)] = []
    for (index, name) in names.enumerated() {
      guard let reporter = Reporters.named(name) else {
        throw CommandFailure(
          message: "--format: '\(name)' is no format",
          remedy: "Use \(Reporters.all.map(\.name).joined(separator: ", ")).")
      }
      result.append((reporter, index < output.count ? output[index] : nil))
    }
    return result
  }
}
