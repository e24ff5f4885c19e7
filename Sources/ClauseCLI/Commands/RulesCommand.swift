import ClauseAssessment
import ArgumentParser
import ClauseReports

/// `clauselint rules`: the rules of the loaded packs.
struct RulesCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules of the loaded packs.")

  @OptionGroup var run: RunArguments

  @Option(help: "Format: text or json.", completion: .textOrJSON)
  var format: String = "text"

  func execute() throws(CommandFailure) -> ExitStatus {
    let language = try run.chosenLanguage()
    var run = run
    run.allowsEmpty = true
    let assessment = try run.assess()
    switch format {
    case "text":
      try Output.print(
        RuleTable.text(
          assessment.rules, standards: assessment.standards, run: assessment, language: language,
          options: Output.options()))
    case "json": try Output.print(RuleTable.json(assessment.rules, run: assessment))
    default:
      throw CommandFailure(
        message: "--format: '\(format)' is no format", remedy: "Use text or json.")
    }
    return Output.status(of: assessment)
  }
}
