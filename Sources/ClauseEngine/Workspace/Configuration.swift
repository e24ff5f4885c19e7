// ClauseEngine: load, evaluate, assess. The only module that runs things in parallel; everything
// it hands on is an immutable value.

public import ClauseDocuments
public import ClauseRecords
public import ClauseRules
public import ClauseSource

/// What `clauselint.yaml` says: data from the repository under test.
///
/// It cannot run anything, write anywhere, raise a limit, set the as-of date or lower the gate.
public struct Configuration: Sendable {
  /// A word with its place.
  public struct Word: Sendable {
    /// The word.
    public var text: String
    /// Where it stands.
    public var span: Span
  }

  /// An entry of `sources`.
  public struct SourceEntry: Sendable {
    /// Glob of the files, from the root.
    public var files: Word
    /// How their records are read.
    public var plan: BindingPlan
    /// How their bytes are read.
    public var form: ReadingOptions
    /// Where the entry stands.
    public var span: Span
  }

  /// The id of the organisation's record.
  public var organization: Word?
  /// Standards in scope; nil for all that the packs declare.
  public var standards: [Word]?
  /// Packs, shipped ones by id, own ones by path.
  public var packs: [Word] = []
  /// Languages the organisation works in.
  public var languages: [Language] = []
  /// IANA name of its time zone, for the default as-of date.
  public var timeZone: Word?
  /// Values for pack parameters.
  public var parameters: [PackSet.Override] = []
  /// Files that the conventions do not read by themselves.
  public var sources: [SourceEntry] = []
  /// Globs of files and folders, from the root, that are not the run's business.
  public var exclude: [Word] = []
  /// Whether the folder is the whole system, so that a register it lacks is missing and not merely
  /// kept elsewhere.
  public var isComplete = false
  /// Where the file begins; nil when there is none.
  public var span: Span?

  /// Name of the file at the root.
  public static let fileName = "clauselint.yaml"

  /// No configuration: conventions and nothing else.
  public init() {}

  private static let keys = [
    "organization", "standards", "packs", "languages", "time_zone", "parameters", "sources",
    "exclude", "complete",
  ]

  /// Reads a configuration from its tree.
  public static func read(
    _ file: SourceFile, _ tree: DocumentTree, diagnostics: inout [Diagnostic]
  ) -> Configuration {
    var configuration = Configuration()
    configuration.span = Span(file: file.id, start: 0, end: 0)
    guard let root = tree.roots.first, !tree.isNull(root) else { return configuration }
    if tree.roots.count > 1 {
      diagnostics.append(
        Diagnostic(
          .error, code: "configuration-documents",
          message: LocalizedText(
            en: "the configuration is one document", fr: "la configuration est un seul document",
            ar: "الإعدادات وثيقة واحدة"),
          place: .span(tree.span(tree.roots[1])),
          remedy: LocalizedText(
            en: "Remove the `---` line above.", fr: "Supprimez la ligne `---` au-dessus.",
            ar: "احذف السطر `---` أعلاه.")))
    }
    guard
      let reader = MappingReader(
        tree: tree, node: root, what: .configuration, keys: keys, diagnostics: &diagnostics)
    else { return configuration }
    configuration.organization = word(reader, "organization", &diagnostics)
    configuration.timeZone = word(reader, "time_zone", &diagnostics)
    if reader.value("standards") != nil {
      configuration.standards = words(reader, "standards", &diagnostics)
    }
    configuration.packs = words(reader, "packs", &diagnostics)
    for language in words(reader, "languages", &diagnostics) {
      if let known = Language(rawValue: language.text) {
        configuration.languages.append(known)
      } else {
        diagnostics.append(
          MappingReader.unknown(
            language.text, kind: .language, among: Language.allCases.map(\.rawValue),
            code: "unknown-language", place: language.span))
      }
    }
    configuration.parameters = parameters(reader, &diagnostics)
    configuration.exclude = words(reader, "exclude", &diagnostics)
    configuration.isComplete = reader.flag("complete", &diagnostics) ?? false
    configuration.sources = reader.list("sources").compactMap { source($0, tree, &diagnostics) }
    return configuration
  }

  /// What has to be known of the configuration of `root` before anything is read.
  public struct Glance: Sendable {
    /// The time zone, for the default as-of date; nil where none is named that the C library may
    /// be given.
    public var timeZone: String?
    /// The languages in their order.
    public var languages: [Language] = []
  }

  /// A first look at the configuration of `root`: empty where there is none and where it cannot be
  /// read, which loading then says.
  public static func glance(root: String, configuration: String?) -> Glance {
    let limits = Limits()
    let path = configuration ?? root + "/" + fileName
    guard
      case .success(let file) = GivenFile.load(
        path, id: FileID(0), limits: limits, limit: .packFileBytes),
      let tree = YAMLReader().read(file, limits: limits).tree
    else { return Glance() }
    var ignored: [Diagnostic] = []
    let read = read(file, tree, diagnostics: &ignored)
    // A path in TZ would be read by the C library as a file.
    let zone = read.timeZone?.text
    return Glance(
      timeZone: zone.flatMap {
        $0.contains(":") || $0.contains("..") || $0.startsWithBytes("/") ? nil : $0
      }, languages: read.languages)
  }

  /// The values of parameters: a mapping of names, each to one value.
  private static func parameters(
    _ reader: MappingReader, _ diagnostics: inout [Diagnostic]
  ) -> [PackSet.Override] {
    guard let mapping = reader.value("parameters") else { return [] }
    let tree = reader.tree
    guard tree.kind(mapping) == .mapping else {
      diagnostics.append(
        reader.wrongForm(
          "parameters",
          LocalizedText(
            en: "a mapping of names, such as `review: P1Y`",
            fr: "une suite de noms avec leur valeur, comme `review: P1Y`",
            ar: "أسماء مع قيمها، مثل `review: P1Y`"), mapping))
      return []
    }
    return tree.entries(mapping).compactMap { entry in
      guard tree.kind(entry.value) == .scalar, !tree.isNull(entry.value) else {
        diagnostics.append(
          Diagnostic(
            .error, code: "parameter-value",
            message: LocalizedText(
              en: "the parameter `\(tree.string(entry.key))` has one value",
              fr: "le paramètre `\(tree.string(entry.key))` a une seule valeur",
              ar: "للمعامل `\(tree.string(entry.key))` قيمة واحدة"),
            place: .span(tree.span(entry.key)),
            remedy: LocalizedText(
              en: "Write it as `name: value`.", fr: "Écrivez-le `nom: valeur`.",
              ar: "اكتبه على شكل `الاسم: القيمة`.")))
        return nil
      }
      return PackSet.Override(
        name: tree.string(entry.key), text: tree.string(entry.value), span: tree.span(entry.key))
    }
  }

  private static func word(
    _ reader: MappingReader, _ key: String, _ diagnostics: inout [Diagnostic]
  ) -> Word? {
    reader.text(key, &diagnostics).map { Word(text: $0, span: reader.span(key)) }
  }

  private static func words(
    _ reader: MappingReader, _ key: String, _ diagnostics: inout [Diagnostic]
  ) -> [Word] {
    reader.texts(key, &diagnostics).map { Word(text: $0.text, span: reader.tree.span($0.node)) }
  }
}
