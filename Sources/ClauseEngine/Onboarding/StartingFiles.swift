import CEL
import ClauseRecords
import ClauseRegisters
import ClauseRules
import ClauseSource

/// The files of a new repository: the organisation's record and registers with headings alone.
struct StartingFiles {
  let workspace: Workspace

  /// The id that the new organisation's record has.
  static let organizationID = "organisation"

  /// How many registers a new repository begins with.
  private static let registers = 16
  /// How many columns one begins with.
  private static let columns = 16

  /// The files, by path.
  func files() -> [Onboarding.NewFile] {
    let language = workspace.options.language
    let words = OnboardingWords.of(language)
    let catalog = workspace.packs.catalog
    var files: [Onboarding.NewFile] = []
    if catalog.type(named: "organization") != nil {
      files.append(
        Onboarding.NewFile(
          path: "organisation.yaml",
          text: """
            # yaml-language-server: $schema=.clauselint/records.schema.json
            # \(words.organizationFile)
            organizations:
              - id: \(Self.organizationID)
                name: \(words.toComplete)

            """))
    }
    for type in types(catalog) {
      let headings = columns(type).map { field in heading(field, type, language) }
      files.append(
        Onboarding.NewFile(
          path: "registers/\(type.plural).csv",
          text: headings.map(Self.cell).joined(separator: ";") + "\n"))
    }
    return files
  }

  /// The types that rules about most clauses of the standards in scope judge or read, in the order
  /// of the catalog.
  private func types(_ catalog: RecordTypeCatalog) -> [RecordType] {
    let counts = catalog.types.map { type in
      let cited = workspace.packs.rules.filter {
        $0.rule.subject.name.equalsByBytes(type.name) || $0.globalsRead.contains(type.plural)
      }.flatMap { $0.rule.clauses.map(\.clauseID) }
      return Set(
        cited.filter { id in workspace.standards.contains { id.startsWithBytes($0 + "/") } }
      )
      .count
    }
    let chosen = catalog.types.indices
      .filter { counts[$0] > 0 && !catalog.types[$0].name.equalsByBytes("organization") }
      .sorted { counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1 }
      .prefix(Self.registers)
    return chosen.sorted().map { catalog.types[$0] }
  }

  /// Required fields first, then the type's own in their order; no structures, which no cell holds.
  private func columns(_ type: RecordType) -> [Field] {
    let simple = type.fields.filter { field in
      switch field.type.elementType {
      case .structure, .map: false
      default: true
      }
    }
    let required = simple.filter(\.isRequired)
    // A type's own fields follow those it inherits.
    let others = simple.filter { !$0.isRequired }
    let title = others.filter { ["title", "owner"].contains($0.name) }
    let own = others.reversed().prefix { $0.name != "notes" }.reversed()
    return Array((required + title + own).prefix(Self.columns))
  }

  /// The first label of the field in the language that means this field and no other of the type.
  private func heading(_ field: Field, _ type: RecordType, _ language: Language) -> String {
    (field.labels[language] ?? []).first { isField($0, field, type) } ?? field.name
  }

  private func isField(_ label: String, _ field: Field, _ type: RecordType) -> Bool {
    guard let index = workspace.packs.catalog.index(ofType: type.name) else { return false }
    return workspace.lexicon.field(ofHeading: label, type: index)?
      .equalsByBytes(field.name) == true
  }

  private static func cell(_ text: String) -> String {
    text.contains { $0 == ";" || $0 == "\"" || $0 == "," }
      ? "\""
        + text.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\"" : text
  }
}
