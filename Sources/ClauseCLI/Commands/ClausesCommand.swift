import ClauseAssessment
import ArgumentParser
import ClauseReports
import ClauseSource

/// `clauselint clauses`: the coverage matrix.
struct ClausesCommand: RunCommand {
  static let configuration = CommandConfiguration(
    commandName: "clauses", abstract: "Show what the records say of each clause.")

  @OptionGroup var run: RunArguments

  @Option(help: "Format: text or json.", completion: .textOrJSON)
  var format: String = "text"

  @Flag(help: "Show what the standards ask to be written down instead, and what is there of it.")
  var documents = false

  func execute() throws(CommandFailure) -> ExitStatus {
    let reporters = documents ? Reporters.documentedInformation : Reporters.clauseMatrix
    guard let reporter = Reporters.named(format, in: reporters) else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--format: '\(format)' is no format",
          fr: "--format : '\(format)' n'est pas un format",
          ar: "--format: ‏'\(format)' ليس صيغة معروفة"),
        remedy: LocalizedText(
          en: "Use text or json.", fr: "Utilisez text ou json.", ar: "استعمل text أو json."))
    }
    let assessment = try run.assess()
    try Output.print(reporter.report(assessment, options: Output.options()))
    return Output.status(of: assessment)
  }
}
