import ClauseAssessment
import ArgumentParser
import ClauseReports
import ClauseSource

/// `clauselint rules`: the rules of the loaded packs.
struct RulesCommand: RunCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules of the loaded packs.")

  @OptionGroup var run: RunArguments

  @Option(help: "Format: text or json.", completion: .textOrJSON)
  var format: String = "text"

  func execute() throws(CommandFailure) -> ExitStatus {
    var run = run
    run.allowsEmpty = true
    let assessment = try run.assess()
    switch format {
    case "text":
      try Output.print(
        RuleTable.text(
          assessment.rules, standards: assessment.standards, run: assessment,
          language: assessment.language,
          options: Output.options()))
    case "json": try Output.print(RuleTable.json(assessment.rules, run: assessment))
    default:
      throw CommandFailure(
        message: LocalizedText(
          en: "--format: '\(format)' is no format",
          fr: "--format : '\(format)' n'est pas un format",
          ar: "--format: ‏'\(format)' ليس صيغة معروفة"),
        remedy: LocalizedText(
          en: "Use text or json.", fr: "Utilisez text ou json.", ar: "استعمل text أو json."))
    }
    return Output.status(of: assessment)
  }
}
