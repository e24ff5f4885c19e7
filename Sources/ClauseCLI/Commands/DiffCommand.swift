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
  var language: String?

  @Option(help: "Raise or lower a limit, NAME=NUMBER; repeatable.", completion: .limits)
  var limit: [String] = []

  var spoken: Language { (try? RunLanguage.given(language)) ?? HostEnvironment.language }

  func execute() throws(CommandFailure) -> ExitStatus {
    let known = try RunLanguage.given(language) ?? HostEnvironment.language
    guard format == "text" || format == "json" else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--format: '\(format)' is no format",
          fr: "--format : '\(format)' n'est pas un format",
          ar: "--format: ‏'\(format)' ليس صيغة معروفة"),
        remedy: LocalizedText(
          en: "Use text or json.", fr: "Utilisez text ou json.", ar: "استعمل text أو json."))
    }
    let limits = try RunArguments.limits(limit)
    let files = [before, after].map { ResultFile.load($0, limits: limits, language: known) }
    let errors = files.flatMap(\.diagnostics).filter { $0.severity == .error }
    guard errors.isEmpty, let earlier = files[0].run, let later = files[1].run else {
      var blocks = TextBlocks(language: known, colour: false)
      for error in errors { blocks.add(error) }
      Output.printErrors(blocks.page.bytes)
      return .notAssessed
    }
    guard earlier.restriction.isSame(as: later.restriction) else {
      throw CommandFailure(
        message: LocalizedText(
          en: "'\(before)' and '\(after)' are of different parts of the system",
          fr: "'\(before)' et '\(after)' portent sur des parties différentes du système",
          ar: "'\(before)' و '\(after)' يتعلقان بأجزاء مختلفة من النظام"),
        remedy: LocalizedText(
          en: "Compare results of the same --standard, --clause and paths.",
          fr: "Comparez des résultats obtenus avec les mêmes --standard, --clause et chemins.",
          ar: "قارن نتائج لها نفس ‎--standard و ‎--clause والمسارات."))
    }
    let comparison = ResultComparison(before: earlier, after: later)
    try Output.print(
      format == "json"
        ? ComparisonJSON.document(comparison)
        : ComparisonText.report(comparison, language: known, options: Output.options()))
    return comparison.absentRegisters.isEmpty ? .clean : .notAssessed
  }
}
