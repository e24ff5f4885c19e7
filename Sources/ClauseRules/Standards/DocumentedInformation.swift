public import CEL
import ClauseDocuments
public import ClauseRecords
public import ClauseSource

/// One kind of information that standards ask to be written down, as a pack declares it.
public struct DocumentedInformation: Sendable {
  /// Records that evidence it.
  public struct Evidence: Sendable {
    /// Name of their type.
    public var type: String
    /// Which of them; nil for all.
    public var condition: ExpressionSource?
    /// Where the type is written.
    public var span: Span
    /// The condition once it is compiled; nil for all records of the type.
    public var program: Program?
  }

  /// Id.
  public var id: String
  /// What is to be written down.
  public var title: LocalizedText
  /// Clauses that ask for a document to be kept up to date.
  public var maintained: [ClauseCitation]
  /// Clauses that ask for a record to be kept as proof.
  public var retained: [ClauseCitation]
  /// Those that ask for it only to the extent necessary.
  public var asNecessary: [ClauseCitation]
  /// What evidences it: one record of any of these is enough.
  public var evidence: [Evidence]
  /// Rules that find what is missing or wrong in it.
  public var rules: [String]
  /// The pack that declares it.
  public var pack: String
  /// Where its id is written.
  public var span: Span

  private static let keys = [
    "id", "title", "maintain", "retain", "as_necessary", "evidence", "rules",
  ]

  /// Reads the `documented_information` list of a pack document.
  static func read(
    _ owner: MappingReader, pack: String, _ diagnostics: inout [Diagnostic]
  ) -> [DocumentedInformation] {
    owner.list("documented_information").compactMap { node in
      guard
        let reader = MappingReader(
          tree: owner.tree, node: node, what: .pack("a row of documented information"), keys: keys,
          diagnostics: &diagnostics),
        let id = reader.requiredText("id", &diagnostics)
      else { return nil }
      for key in ["title", "evidence"] where reader.value(key) == nil {
        diagnostics.append(reader.missing(key))
      }
      let row = DocumentedInformation(
        id: id, title: reader.localized("title", &diagnostics),
        maintained: ClauseCitation.list("maintain", of: reader, &diagnostics),
        retained: ClauseCitation.list("retain", of: reader, &diagnostics),
        asNecessary: ClauseCitation.list("as_necessary", of: reader, &diagnostics),
        evidence: reader.list("evidence").compactMap { evidence(owner.tree, $0, &diagnostics) },
        rules: reader.texts("rules", &diagnostics).map(\.text), pack: pack,
        span: reader.span("id"))
      if row.maintained.isEmpty, row.retained.isEmpty {
        diagnostics.append(
          Diagnostic(
            .error, code: "missing-key",
            english: "a row of documented information needs `maintain`, `retain` or both",
            place: .span(reader.span("id")),
            remedy: "Name the clauses that ask for it, such as maintain: [iso9001:2015/4.3]."))
        return nil
      }
      return row
    }
  }

  /// A type by its name, or a mapping of one name to a condition.
  private static func evidence(
    _ tree: DocumentTree, _ node: NodeID, _ diagnostics: inout [Diagnostic]
  ) -> Evidence? {
    if tree.kind(node) == .scalar {
      return Evidence(type: tree.string(node), condition: nil, span: tree.span(node))
    }
    let entries = tree.kind(node) == .mapping ? tree.entries(node) : []
    guard entries.count == 1, let entry = entries.first, tree.kind(entry.value) == .scalar else {
      diagnostics.append(
        Diagnostic(
          .error, code: "pack-form",
          english: "evidence is a record type, or a record type with a condition",
          place: .span(tree.span(node)),
          remedy: "Write `scope`, or `document: document.kind == ...`."
        ))
      return nil
    }
    return Evidence(
      type: tree.string(entry.key),
      condition: ExpressionSource(tree: tree, node: entry.value), span: tree.span(entry.key))
  }

  /// The row with its conditions compiled; what does not fit is diagnosed and left out.
  func compiled(
    _ catalog: RecordTypeCatalog, _ scope: RuleScope, _ files: SourceFiles,
    _ diagnostics: inout [Diagnostic]
  ) -> DocumentedInformation {
    var row = self
    row.evidence = []
    for var entry in evidence {
      guard catalog.type(named: entry.type) != nil else {
        diagnostics.append(
          MappingReader.unknown(
            entry.type, kind: .pack("record type"), among: catalog.types.map(\.name),
            code: "unknown-record-type", place: entry.span))
        continue
      }
      if let condition = entry.condition {
        let environment = scope.environment(.records(entry.type))
        guard
          let checked = ExpressionCompiler(files: files).compile(
            condition, in: environment, expecting: .bool, diagnostics: &diagnostics)
        else { continue }
        entry.program = environment.plan(checked)
      }
      row.evidence.append(entry)
    }
    return row
  }
}
