import ArgumentParser
import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseSource

/// The options of every command that assesses an organisation.
struct RunArguments: ParsableArguments {
  @Argument(
    help: "The organisation's folder, or files in it (default: the current folder).",
    completion: .files)
  var paths: [String] = []

  @Option(
    help: "Configuration to take instead of the folder's own clauselint.yaml.", completion: .yaml)
  var config: String?

  @Option(
    help: "Rule pack to load, by path; repeatable; replaces the configured packs.",
    completion: .directory)
  var pack: [String] = []

  @Option(name: .customLong("as-of"), help: "Civil date of the run, YYYY-MM-DD (default: today).")
  var asOf: String?

  @Option(
    name: .customLong("lang"),
    help: """
      Language of messages: ar, fr or en (default: the first of languages: in the configuration, \
      else that of the environment).
      """, completion: .languages)
  var language: String?

  @Option(
    help: "Standard to restrict the run to, such as iso9001:2015; repeatable.",
    completion: .standards)
  var standard: [String] = []

  @Option(help: "Clause to restrict findings to, such as 7.5.2; repeatable.")
  var clause: [String] = []

  @Option(help: "Rule to restrict findings to, by its id; repeatable.")
  var rule: [String] = []

  @Flag(name: .customLong("allow-empty"), help: "Accept a folder without any record.")
  var allowsEmpty = false

  @Option(help: "Raise or lower a limit, NAME=NUMBER; repeatable.", completion: .limits)
  var limit: [String] = []

  @Option(help: "Threads to use (default: one per processor).")
  var jobs: Int?

  /// Arguments for a command that takes only a folder and a date.
  static func parsed(paths: [String], asOf: String?) throws(CommandFailure) -> RunArguments {
    do {
      return try RunArguments.parse((asOf.map { ["--as-of", $0] } ?? []) + ["--"] + paths)
    } catch {
      throw CommandFailure(english: RunArguments.message(for: error))
    }
  }

  /// The language of whatever is said before there is a run, or where there can be none.
  var spoken: Language {
    if let given = try? RunLanguage.given(language) { return given }
    let root = try? Target(paths: paths).root
    return root.flatMap { Configuration.glance(root: $0, configuration: config).languages.first }
      ?? HostEnvironment.language
  }

  /// The options of the run.
  func options() throws(CommandFailure) -> RunOptions {
    let target = try Target(paths: paths)
    let said = Configuration.glance(root: target.root, configuration: config)
    var options = RunOptions(
      root: target.root, packFolders: HostEnvironment.packFolders(),
      asOf: try date(in: said.timeZone), jobs: try threads(), toolVersion: HostEnvironment.version)
    options.paths = target.paths
    options.readsOnlyPaths = target.readsOnlyPaths
    options.configuration = config
    options.packs = pack.map(Target.canonical)
    options.language =
      try RunLanguage.given(language) ?? said.languages.first ?? HostEnvironment.language
    options.standards = standard
    options.clauses = clause
    options.rules = rule
    options.allowsEmpty = allowsEmpty
    options.isDatedByZone = asOf == nil
    options.limits = try Self.limits(limit)
    return options
  }

  /// Loads and assesses.
  func assess() throws(CommandFailure) -> Assessment {
    Assessor(try load()).assess()
  }

  /// Loads and assesses with these options.
  static func assess(
    _ options: RunOptions, _ gate: Gate = Gate()
  ) throws(CommandFailure) -> Assessment {
    Assessor(try load(options)).assess(gate)
  }

  /// Loads the workspace.
  func load() throws(CommandFailure) -> Workspace { try Self.load(try options()) }

  private static func load(_ options: RunOptions) throws(CommandFailure) -> Workspace {
    do {
      return try Workspace.load(options)
    } catch {
      throw CommandFailure.unreadable(error)
    }
  }

  private func date(in zone: String?) throws(CommandFailure) -> CivilDate {
    if let asOf {
      guard let date = CivilDate(iso: asOf) else {
        throw CommandFailure(
          message: LocalizedText(
            en: "--as-of: '\(asOf)' is no date", fr: "--as-of : '\(asOf)' n'est pas une date",
            ar: "--as-of: ‏'\(asOf)' ليس تاريخا"),
          remedy: LocalizedText(
            en: "Write YYYY-MM-DD, such as 2026-11-23.",
            fr: "Écrivez AAAA-MM-JJ, par exemple 2026-11-23.",
            ar: "اكتب سنة-شهر-يوم، مثل 2026-11-23."))
      }
      return date
    }
    guard let today = HostEnvironment.today(in: zone) else {
      throw CommandFailure(
        message: LocalizedText(
          en: "the machine's clock gives no date",
          fr: "l'horloge de la machine ne donne pas de date", ar: "ساعة الآلة لا تعطي تاريخا"),
        remedy: LocalizedText(en: "Pass --as-of.", fr: "Ajoutez --as-of.", ar: "أضف ‎--as-of."))
    }
    return today
  }

  private func threads() throws(CommandFailure) -> Int {
    guard let jobs else { return HostEnvironment.processors }
    guard (1...256).contains(jobs) else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--jobs takes a number from 1 to 256", fr: "--jobs prend un nombre de 1 à 256",
          ar: "--jobs تأخذ عددا من 1 إلى 256"))
    }
    return jobs
  }

  /// The limits with what the command line changes.
  static func limits(_ changes: [String]) throws(CommandFailure) -> Limits {
    var limits = Limits()
    for change in changes {
      let parts = change.split(separator: "=", maxSplits: 1).map(String.init)
      let names = LimitName.allCases.map(\.rawValue)
      guard parts.count == 2, let value = Int(parts[1]), value > 0 else {
        throw CommandFailure(
          message: LocalizedText(
            en: "--limit: '\(change)' is not NAME=NUMBER",
            fr: "--limit : '\(change)' n'est pas de la forme NOM=NOMBRE",
            ar: "--limit: ‏'\(change)' ليس على شكل NAME=NUMBER"),
          remedy: LocalizedText(
            en: "Names: \(names.joined(separator: ", ")).",
            fr: "Noms : \(names.joined(separator: ", ")).",
            ar: "الأسماء: \(names.joined(separator: ", "))."))
      }
      guard let name = LimitName(rawValue: parts[0]) else {
        throw CommandFailure(
          message: LocalizedText(
            en: "--limit: '\(parts[0])' is not a limit",
            fr: "--limit : '\(parts[0])' n'est pas une limite",
            ar: "--limit: ‏'\(parts[0])' ليس حدا معروفا"),
          remedy: RuleExplanation.nearest(to: parts[0], among: names).map(LocalizedText.didYouMean)
            ?? LocalizedText(
              en: "Names: \(names.joined(separator: ", ")).",
              fr: "Noms : \(names.joined(separator: ", ")).",
              ar: "الأسماء: \(names.joined(separator: ", "))."))
      }
      if value > name.ceiling {
        throw CommandFailure(
          message: LocalizedText(
            en: "--limit: \(name.rawValue) cannot be more than \(name.ceiling)",
            fr: "--limit : \(name.rawValue) ne peut dépasser \(name.ceiling)",
            ar: "--limit: لا يمكن أن يتجاوز \(name.rawValue) القيمة \(name.ceiling)"),
          remedy: name.beyondCeiling)
      }
      limits[name] = value
    }
    return limits
  }
}
