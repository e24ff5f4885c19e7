import ArgumentParser
import ClauseAssessment
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint sources`: what was read as what.
struct SourcesCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Show what each file was read as, what was not understood, and how to mend it.")

  @OptionGroup var run: RunArguments

  @Option(help: "Format: text or json.", completion: .textOrJSON)
  var format: String = "text"

  func execute() throws(CommandFailure) -> ExitStatus {
    guard format == "text" || format == "json" else {
      throw CommandFailure(
        message: "--format: '\(format)' is no format", remedy: "Use text or json.")
    }
    var run = run
    run.allowsEmpty = true
    let workspace = try run.load()
    let report: ReadingReport
    do {
      report = try ReadingReporter(workspace).report()
    } catch {
      throw CommandFailure(message: "cannot read the folder: \(error.reason)")
    }
    try Output.print(
      format == "json"
        ? ReadingTable.json(report) : ReadingTable.text(report, options: Output.options()))
    return Output.status(report.diagnostics, in: report.language)
  }
}
