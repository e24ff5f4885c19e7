import ArgumentParser
import ClauseAssessment
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint sources`: what was read as what.
struct SourcesCommand: RunCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Show what each file was read as, what was not understood, and how to mend it.")

  @OptionGroup var run: RunArguments

  @Option(help: "Format: text or json.", completion: .textOrJSON)
  var format: String = "text"

  func execute() throws(CommandFailure) -> ExitStatus {
    guard format == "text" || format == "json" else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--format: '\(format)' is no format",
          fr: "--format : '\(format)' n'est pas un format",
          ar: "--format: ‏'\(format)' ليس صيغة معروفة"),
        remedy: LocalizedText(
          en: "Use text or json.", fr: "Utilisez text ou json.", ar: "استعمل text أو json."))
    }
    var run = run
    run.allowsEmpty = true
    let workspace = try run.load()
    let report: ReadingReport
    do {
      report = try ReadingReporter(workspace).report()
    } catch {
      throw CommandFailure.unreadable(error)
    }
    try Output.print(
      format == "json"
        ? ReadingTable.json(report) : ReadingTable.text(report, options: Output.options()))
    return Output.status(report.diagnostics, in: report.language)
  }
}
