import ClauseAssessment
import ArgumentParser
import ClauseReports

/// `clauselint clauses`: the coverage matrix.
struct ClausesCommand: Command {
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
        message: "--format: '\(format)' is no format", remedy: "Use text or json.")
    }
    let assessment = try run.assess()
    try Output.print(reporter.report(assessment, options: Output.options()))
    return Output.status(of: assessment)
  }
}
