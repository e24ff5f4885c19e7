import ClauseAssessment
import ArgumentParser
import ClauseReports

/// `clauselint clauses`: the coverage matrix.
struct ClausesCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "clauses", abstract: "Show what the records say of each clause.")

  @OptionGroup var run: RunArguments

  @Option(help: "Format: text or json.")
  var format: String = "text"

  func execute() throws(CommandFailure) -> ExitStatus {
    guard let reporter = Reporters.named(format, in: Reporters.clauseMatrix) else {
      throw CommandFailure(
        message: "--format: '\(format)' is no format", remedy: "Use text or json.")
    }
    let assessment = try run.assess()
    try Output.print(reporter.report(assessment, options: Output.options()))
    return assessment.hasErrors ? .notAssessed : .clean
  }
}
