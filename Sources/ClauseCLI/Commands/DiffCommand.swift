import ArgumentParser
import ClauseAssessment
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint diff`: what changed from one run to another.
struct DiffCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two results that `check --format json` wrote.")

  @Argument(help: "The earlier results.", completion: .file(extensions: ["json"]))
  var before: String

  @Argument(help: "The later results.", completion: .file(extensions: ["json"]))
  var after: String

  @Option(help: "text or json.", completion: .textOrJSON)
  var format: String = "text"

  @Option(
    name: .customLong("lang"), help: "Language of the text: ar, fr or en.", completion: .languages)
  var language: String = "en"

  @Option(help: "Raise or lower a limit, NAME=NUMBER; repeatable.", completion: .limits)
  var limit: [String] = []

  func execute() throws(CommandFailure) -> ExitStatus {
    guard let known = Language(rawValue: language) else {
      throw CommandFailure(
        message: "'\(language)' is no language of clauselint", remedy: "Use ar, fr or en.")
    }
    guard format == "text" || format == "json" else {
      throw CommandFailure(
        message: "--format: '\(format)' is no format", remedy: "Use text or json.")
    }
    let limits = try RunArguments.limits(limit)
    let files = [before, after].map { ResultFile.load($0, limits: limits) }
    let errors = files.flatMap(\.diagnostics).filter { $0.severity == .error }
    guard errors.isEmpty, let earlier = files[0].run, let later = files[1].run else {
      var blocks = TextBlocks(language: known, colour: false)
      for error in errors { blocks.add(error) }
      Output.printErrors(blocks.page.bytes)
      return .notAssessed
    }
    guard earlier.restriction.isSame(as: later.restriction) else {
      throw CommandFailure(
        message: "'\(before)' and '\(after)' are of different parts of the system",
        remedy: "Compare results of the same --standard, --clause and paths.")
    }
    let comparison = ResultComparison(before: earlier, after: later)
    try Output.print(
      format == "json"
        ? ComparisonJSON.document(comparison)
        : ComparisonText.report(comparison, language: known, options: Output.options()))
    return comparison.absentRegisters.isEmpty ? .clean : .notAssessed
  }
}
