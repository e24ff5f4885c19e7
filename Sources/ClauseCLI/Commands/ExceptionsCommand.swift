import ArgumentParser
import ClauseAssessment
import ClauseReports
import ClauseSource

/// `clauselint exceptions`: what is excepted, by whom, and for how long still.
struct ExceptionsCommand: RunCommand {
  static let configuration = CommandConfiguration(
    commandName: "exceptions",
    abstract: "List exclusions, derogations and attestations with their age and days left.")

  @OptionGroup var run: RunArguments

  @Option(help: "text or json.", completion: .textOrJSON)
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
    let assessment = try run.assess()
    try Output.print(
      format == "json"
        ? ExceptionsJSON.document(assessment)
        : ExceptionsText.report(assessment, options: Output.options()))
    return Output.status(of: assessment)
  }
}
