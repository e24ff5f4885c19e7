import ClauseDocuments
public import ClauseSource

/// How the clauses of one edition of a standard stand in another edition.
public struct Crosswalk: Sendable {
  /// How a clause relates to those that follow it.
  public enum Relation: String, Sendable, CaseIterable {
    /// The same requirement under the same number.
    case same
    /// The same requirement under another number.
    case renumbered
    /// The requirement is spread over several clauses.
    case split
    /// The requirement stands together with that of other clauses.
    case merged
    /// The requirement itself is another.
    case changed
    /// The other edition asks nothing of the kind.
    case withdrawn
  }

  /// One clause and those it leads to.
  public struct Entry: Sendable {
    /// Number of the clause in the edition left.
    public var number: String
    /// Where it is written.
    public var span: Span
    /// Numbers of the clauses in the edition reached, with their places.
    public var targets: [(number: String, span: Span)]
    /// How they relate.
    public var relation: Relation
  }

  /// The edition left, `iso9001:2015`.
  public var from: String
  /// The edition reached.
  public var to: String
  /// The clauses in the order written.
  public var entries: [Entry]
  /// The pack that declares it.
  public var pack: String
  /// Where the edition left is written.
  public var fromSpan: Span
  /// Where the edition reached is written.
  public var toSpan: Span

  /// The clauses a clause leads to; a changed requirement leads nowhere, because the old rules
  /// say nothing of it.
  public func targets(of number: String) -> [String] {
    entries.first { $0.number.equalsByBytes(number) && $0.relation != .changed }?
      .targets.map(\.number) ?? []
  }

  /// Reads a document that holds a crosswalk.
  static func read(
    tree: DocumentTree, node: NodeID, pack: String, _ diagnostics: inout [Diagnostic]
  ) -> Crosswalk? {
    guard
      let document = MappingReader(
        tree: tree, node: node, what: .pack("a crosswalk document"), keys: ["crosswalk", "map"],
        diagnostics: &diagnostics),
      let heading = document.value("crosswalk"),
      let reader = MappingReader(
        tree: tree, node: heading, what: .pack("`crosswalk`"), keys: ["from", "to"],
        diagnostics: &diagnostics),
      let from = reader.requiredText("from", &diagnostics),
      let to = reader.requiredText("to", &diagnostics)
    else { return nil }
    guard let map = document.value("map"), tree.kind(map) == .mapping else {
      diagnostics.append(document.missing("map"))
      return nil
    }
    if from.equalsByBytes(to) {
      diagnostics.append(
        Diagnostic(
          .error, code: "crosswalk-editions", english: "a crosswalk leads to another edition",
          place: .span(reader.span("to")), remedy: "Name the edition its clauses lead to."))
      return nil
    }
    return Crosswalk(
      from: from, to: to,
      entries: tree.entries(map).compactMap { entry(tree, $0.key, $0.value, &diagnostics) },
      pack: pack, fromSpan: reader.span("from"), toSpan: reader.span("to"))
  }

  private static func entry(
    _ tree: DocumentTree, _ key: NodeID, _ value: NodeID, _ diagnostics: inout [Diagnostic]
  ) -> Entry? {
    let number = tree.string(key)
    var nodes = [value]
    var relation: Relation?
    switch tree.kind(value) {
    case .scalar: if tree.isNull(value) { nodes = [] }
    case .sequence: nodes = Array(tree.children(value))
    case .mapping:
      guard
        let reader = MappingReader(
          tree: tree, node: value, what: .pack("the clause \(number)"), keys: ["to", "relation"],
          diagnostics: &diagnostics)
      else { return nil }
      nodes = reader.list("to")
      relation = reader.choice("relation", Relation.allCases.map(\.rawValue), &diagnostics)
        .flatMap(Relation.init(rawValue:))
    }
    let targets = nodes.map { (number: tree.string($0), span: tree.span($0)) }
    let entry = Entry(
      number: number, span: tree.span(key), targets: targets,
      relation: relation ?? self.relation(number, targets.map(\.number)))
    if (entry.relation == .withdrawn) != targets.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, code: "crosswalk-relation",
          english: targets.isEmpty
            ? "the clause \(number) is `\(entry.relation.rawValue)` and leads to no clause"
            : "the clause \(number) is `withdrawn` and leads to another",
          place: .span(tree.span(key)),
          remedy: "Write the clauses it leads to under `to`, or `relation: withdrawn` and none."))
      return nil
    }
    return entry
  }

  /// The relation that the numbers tell by themselves.
  private static func relation(_ number: String, _ targets: [String]) -> Relation {
    switch targets.count {
    case 0: .withdrawn
    case 1: targets[0].equalsByBytes(number) ? .same : .renumbered
    default: .split
    }
  }
}
