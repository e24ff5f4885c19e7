import ArgumentParser
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint schema`: JSON Schemas for editors and programs.
struct SchemaCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema: records, configuration, pack, results, or a record type.",
    discussion: "Record types and standards are those of the configured packs, else the shipped.")

  @Argument(
    help: "records, configuration, pack, results, or the name of a record type.",
    completion: .list(["records", "configuration", "pack", "results"]))
  var subject: String

  @Option(
    help: "The organisation's folder (default: the current folder).", completion: .directory)
  var dir: String = "."

  @Option(
    name: .customLong("lang"), help: "Language of titles and descriptions: ar, fr or en.",
    completion: .languages)
  var language: String?

  @Option(
    help: "Rule pack to load, by path; repeatable; replaces the configured packs.",
    completion: .directory)
  var pack: [String] = []

  var spoken: Language { (try? RunLanguage.given(language)) ?? HostEnvironment.language }

  func execute() throws(CommandFailure) -> ExitStatus {
    if subject == "results" {
      try Output.print(Array(ResultsSchema.text.utf8))
      return .clean
    }
    var run = try RunArguments.parsed(paths: [dir], asOf: nil)
    run.language = language
    run.pack = pack
    run.allowsEmpty = true
    var options = try run.options()
    options.readsOnlyPaths = true
    options.paths = []
    let workspace: Workspace
    do {
      workspace = try Workspace.load(options)
    } catch {
      throw CommandFailure.unreadable(error)
    }
    let schemas = Schemas(workspace)
    let schema: SchemaValue
    switch subject {
    case "records": schema = schemas.records
    case "configuration": schema = schemas.configuration
    case "pack": schema = PackSchema.value
    default:
      guard let type = schemas.type(subject) else {
        throw CommandFailure(
          message: LocalizedText(
            en: "'\(subject)' is no schema and no record type of the loaded packs",
            fr:
              "'\(subject)' n'est ni un schéma ni un type d'enregistrement des référentiels "
              + "chargés",
            ar: "'\(subject)' ليس مخططا ولا نوع سجل من المراجع المحملة"),
          remedy: RuleExplanation.nearest(
            to: subject,
            among: ["records", "configuration", "pack", "results"] + schemas.typeNames
          ).map(LocalizedText.didYouMean)
            ?? LocalizedText(
              en: "Use records, configuration, pack or results.",
              fr: "Utilisez records, configuration, pack ou results.",
              ar: "استعمل records أو configuration أو pack أو results."))
      }
      schema = type
    }
    try Output.print(Array(SchemaText.text(schema).utf8))
    return Output.status(workspace.locatedDiagnostics, in: options.language)
  }
}
