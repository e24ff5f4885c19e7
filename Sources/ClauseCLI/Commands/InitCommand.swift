import ArgumentParser
import ClauseAssessment
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint init`: a starting configuration.
struct InitCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Propose a clauselint.yaml for a folder, or lay down a small repository.",
    discussion: """
      Nothing that exists is changed. What is clear from names and headings becomes an entry; what \
      is not becomes a question in a comment.
      """)

  @Argument(
    help: "The organisation's folder (default: the current folder).", completion: .directory)
  var folder: String = "."

  @Option(
    name: .customLong("lang"), help: "Language of comments and headings: ar, fr or en.",
    completion: .languages)
  var language: String?

  @Option(
    help: "Standard to work by, such as iso9001:2015; repeatable (default: all).",
    completion: .standards)
  var standard: [String] = []

  @Option(
    help: "Rule pack to load, by path; repeatable; replaces the shipped ones.",
    completion: .directory)
  var pack: [String] = []

  var spoken: Language { (try? RunLanguage.given(language)) ?? HostEnvironment.language }

  func execute() throws(CommandFailure) -> ExitStatus {
    var run = try RunArguments.parsed(paths: [folder], asOf: nil)
    run.language = language
    run.standard = standard
    run.pack = pack
    run.allowsEmpty = true
    var options = try run.options()
    let target = Target.canonical(folder)
    guard options.root == target else {
      throw CommandFailure(
        message: LocalizedText(
          en: "'\(folder)' belongs to the organisation at '\(options.root)'",
          fr: "'\(folder)' relève de l'organisation de '\(options.root)'",
          ar: "'\(folder)' تابع للمنظمة الموجودة في '\(options.root)'"),
        remedy: LocalizedText(
          en: "Add its registers to the clauselint.yaml there.",
          fr: "Ajoutez ses registres au clauselint.yaml qui s'y trouve.",
          ar: "أضف سجلاته إلى ملف clauselint.yaml الموجود هناك."))
    }
    let isConfigured = NewFiles.exists(Configuration.fileName, in: target)
    options.readsConfiguration = false
    let proposal: Onboarding
    let workspace: Workspace
    do {
      workspace = try Workspace.load(options)
      proposal = try Onboarding.propose(options)
    } catch {
      throw CommandFailure.unreadable(error)
    }
    // A misspelt standard or pack would be left out of the proposal without a word.
    let errors = workspace.locatedDiagnostics.filter { $0.severity == .error }
    if let error = errors.first(where: { Self.isAboutNames($0.code) }) {
      throw CommandFailure(
        message: LocalizedText { _ in error.message.unescaped },
        remedy: LocalizedText { _ in error.remedy.unescaped })
    }
    let schemas = Self.schemas(workspace)
    let words = InitWords.of(options.language)
    var page = TerminalPage(colour: false)
    let files = (isConfigured ? proposal.files.prefix(1) : proposal.files[...]) + schemas
    for file in files {
      let isNew = try NewFiles.write(file.text, to: file.path, in: target)
      page.line(
        .own((isNew ? words.written : words.exists) + "  "), .path(Untrusted(file.path)))
    }
    page.line(
      .own(
        isConfigured
          ? words.configured
          : proposal.isNew ? words.started : words.proposed(proposal.proposed, proposal.questions)))
    try Output.print(page.bytes)
    return .clean
  }

  /// Whether a diagnostic is about what the command line names.
  private static func isAboutNames(_ code: String) -> Bool {
    code == "unknown-standard" || code.startsWithBytes("pack-") || code.startsWithBytes("folder")
  }

  private static func schemas(_ workspace: Workspace) -> [Onboarding.NewFile] {
    let schemas = Schemas(workspace)
    return [
      Onboarding.NewFile(
        path: Onboarding.schemaFolder + "configuration.schema.json",
        text: SchemaText.text(schemas.configuration)),
      Onboarding.NewFile(
        path: Onboarding.schemaFolder + "records.schema.json",
        text: SchemaText.text(schemas.records)),
    ]
  }
}
