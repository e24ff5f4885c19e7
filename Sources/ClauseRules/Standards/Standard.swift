import ClauseDocuments
public import ClauseSource

/// A clause of a standard, titled in our own words.
public struct Clause: Sendable {
  /// Number within the standard, `7.5.2`.
  public var number: String
  /// Short title.
  public var title: LocalizedText
  /// What it asks, paraphrased; empty for headings.
  public var intent: LocalizedText
  /// Whether no record can prove it: never conform, at best attested.
  public var isAttestationOnly: Bool
  /// Whether no other clause lies below it.
  public var isLeaf: Bool
  /// Where it is declared.
  public var span: Span
}

/// A management system standard of one edition with its clause tree.
public struct Standard: Sendable {
  /// Edition-qualified id, `iso9001:2015`.
  public var id: String
  /// Short name for people, `ISO 9001`.
  public var name: String
  /// The discipline it is about: `quality`, `environment`, `ohs`.
  public var discipline: String
  /// Whether a clause may be justified as not applicable.
  public var allowsExclusions: Bool
  /// Clauses in the order of their numbers, parents first.
  public var clauses: [Clause]
  /// The pack that declares it.
  public var pack: String
  /// Where it is declared.
  public var span: Span

  /// The clause with this number, or nil.
  public func clause(_ number: String) -> Clause? {
    // By index, so that no clause is copied that is not meant.
    clauses.indices.first { clauses[$0].number.equalsByBytes(number) }.map { clauses[$0] }
  }

  /// The disciplines a standard may have.
  public static let disciplines = ["quality", "environment", "ohs"]

  private static let keys = ["standard", "name", "discipline", "exclusions", "clauses"]

  static func read(
    tree: DocumentTree, node: NodeID, pack: String, _ diagnostics: inout [Diagnostic]
  ) -> Standard? {
    guard
      let reader = MappingReader(
        tree: tree, node: node, what: .pack("a standard"), keys: keys, diagnostics: &diagnostics),
      let id = reader.requiredText("standard", &diagnostics),
      let name = reader.requiredText("name", &diagnostics),
      reader.requiredText("discipline", &diagnostics) != nil,
      let discipline = reader.choice("discipline", disciplines, &diagnostics)
    else { return nil }
    let exclusions = reader.choice("exclusions", ["allowed", "forbidden"], &diagnostics)
    var clauses: [Clause] = []
    guard let mapping = reader.value("clauses"), tree.kind(mapping) == .mapping else {
      diagnostics.append(reader.missing("clauses"))
      return nil
    }
    for entry in tree.entries(mapping) {
      if let clause = readClause(tree, entry.key, entry.value, &diagnostics) {
        clauses.append(clause)
      }
    }
    clauses.sort { orderKey($0.number).lexicographicallyPrecedes(orderKey($1.number)) }
    markLeaves(&clauses)
    return Standard(
      id: id, name: name, discipline: discipline, allowsExclusions: exclusions == "allowed",
      clauses: clauses, pack: pack, span: tree.span(node))
  }

  private static func readClause(
    _ tree: DocumentTree, _ key: NodeID, _ value: NodeID, _ diagnostics: inout [Diagnostic]
  ) -> Clause? {
    let number = tree.string(key)
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ Int($0).map { $0 > 0 } ?? false }) else {
      diagnostics.append(
        Diagnostic(
          .error, code: "clause-number", english: "`\(number)` is no clause number",
          place: .span(tree.span(key)), remedy: "Write numbers joined with dots, such as \"7.5.2\"."
        ))
      return nil
    }
    guard
      let reader = MappingReader(
        tree: tree, node: value,
        what: .pack(
          "the clause "
            + "\(number)"), keys: ["title", "intent", "only"],
        diagnostics: &diagnostics)
    else { return nil }
    if reader.value("title") == nil { diagnostics.append(reader.missing("title")) }
    return Clause(
      number: number, title: reader.localized("title", &diagnostics),
      intent: reader.localized("intent", &diagnostics),
      isAttestationOnly: reader.choice("only", ["attestation"], &diagnostics) != nil, isLeaf: true,
      span: tree.span(key))
  }

  private static func orderKey(_ number: String) -> [Int] {
    number.split(separator: ".").map { Int($0) ?? 0 }
  }

  /// In number order a clause has children exactly when the next one lies below it.
  private static func markLeaves(_ clauses: inout [Clause]) {
    for index in clauses.indices.dropLast() {
      clauses[index].isLeaf = !clauses[index + 1].number.startsWithBytes(
        clauses[index].number + ".")
    }
  }
}

/// A citation of a clause: `iso9001:2015/7.5.2`, with a lettered item after `#` where one is meant.
public struct ClauseCitation: Hashable, Sendable {
  /// Edition-qualified id of the standard.
  public var standard: String
  /// Clause number.
  public var number: String
  /// Lettered item, or nil.
  public var item: String?
  /// Where it is cited.
  public var span: Span
  /// The clause that is cited in its place when a crosswalk leads here; nil for a citation of the
  /// rule itself.
  public var followed: String?

  /// The clause's id without the item.
  public var clauseID: String { standard + "/" + number }

  /// Reads a citation, or nil.
  public init?(_ text: String, span: Span) {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let halves = [text.utf8[..<slash], text.utf8[slash...].dropFirst()].map {
      String(decoding: $0, as: UTF8.self)
    }
    guard halves[0].utf8.contains(UInt8(ascii: ":")) else { return nil }
    let rest = halves[1].split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard !rest[0].isEmpty, rest[0].utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E })
    else { return nil }
    standard = halves[0]
    number = String(rest[0])
    item = rest.count == 2 ? String(rest[1]) : nil
    self.span = span
  }

  /// The citation of the clause that a crosswalk leads to from this one.
  func followed(to standard: String, _ number: String) -> ClauseCitation {
    var other = self
    other.standard = standard
    other.number = number
    other.item = nil
    other.followed = clauseID
    return other
  }

  /// The citations listed under `key`; what names no clause is diagnosed.
  static func list(
    _ key: String, of reader: MappingReader, _ diagnostics: inout [Diagnostic]
  ) -> [ClauseCitation] {
    reader.texts(key, &diagnostics).compactMap { text, node in
      let span = reader.tree.span(node)
      if let citation = ClauseCitation(text, span: span) { return citation }
      diagnostics.append(
        Diagnostic(
          .error, code: "clause-citation", english: "`\(text)` does not name a clause",
          place: .span(span),
          remedy: "Write standard:edition/number, such as iso9001:2015/7.5.2."))
      return nil
    }
  }
}
