import ClauseAssessment
import ClauseDocuments
import ClauseRules
import ClauseSource

/// Reads the tree of a baseline.
struct BaselineReader {
  let file: SourceFile
  let tree: DocumentTree
  private(set) var entries: [Baseline.Entry] = []
  private(set) var registers: [(register: RegisterResult, location: Location)] = []
  private(set) var undecided: [UndecidedCase] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(file: SourceFile, tree: DocumentTree) {
    self.file = file
    self.tree = tree
  }

  mutating func read() {
    guard let root = tree.roots.first, tree.roots.count == 1,
      let reader = MappingReader(
        tree: tree, node: root, what: "the baseline",
        keys: ["schema", "findings", "undecided", "read"],
        diagnostics: &diagnostics),
      let schema = reader.requiredText("schema", &diagnostics)
    else {
      if diagnostics.isEmpty {
        report("baseline-form", "a baseline is one document with `schema` and `findings`", nil)
      }
      return
    }
    guard schema.equalsByBytes(Baseline.schema) else {
      return report(
        "baseline-schema", "the baseline is of the schema \(schema), not \(Baseline.schema)",
        reader.value("schema"), Self.rewriting)
    }
    guard let findings = reader.value("findings"), tree.kind(findings) == .sequence else {
      return report("baseline-form", "`findings` is a list", reader.value("findings"))
    }
    var seen: Set<[UInt8]> = []
    for node in tree.children(findings) {
      guard let facts = facts(node) else { continue }
      if !seen.insert(Array(facts.identity.fingerprint.utf8)).inserted {
        report("baseline-entry", "the finding is listed twice", node, "Remove one of the lines.")
        continue
      }
      entries.append(.init(facts: facts, location: file.location(of: tree.span(node))))
    }
    for node in list(reader, "undecided") { readUndecided(node) }
    for node in list(reader, "read") { readRegister(node) }
  }

  private static let rewriting = "Write it again with: clauselint baseline write --accept-new"

  private mutating func list(_ reader: MappingReader, _ key: String) -> [NodeID] {
    guard let value = reader.value(key) else { return [] }
    guard tree.kind(value) == .sequence else {
      report("baseline-form", "`\(key)` is a list", value)
      return []
    }
    return Array(tree.children(value))
  }

  private mutating func readUndecided(_ node: NodeID) {
    guard
      let reader = MappingReader(
        tree: tree, node: node, what: "an undecided case of the baseline",
        keys: ["rule", "record"], diagnostics: &diagnostics),
      let rule = reader.requiredText("rule", &diagnostics), let record = record(reader)
    else { return }
    undecided.append(UndecidedCase(rule: Untrusted(rule), record: record.reference))
  }

  private mutating func readRegister(_ node: NodeID) {
    guard
      let reader = MappingReader(
        tree: tree, node: node, what: "a register of the baseline",
        keys: ["type", "file", "records"], diagnostics: &diagnostics),
      let type = reader.requiredText("type", &diagnostics),
      let path = reader.requiredText("file", &diagnostics),
      let count = reader.requiredText("records", &diagnostics)
    else { return }
    guard let records = Int(count), records > 0 else {
      return report("baseline-entry", "`records` is a number from 1", reader.value("records"))
    }
    registers.append(
      (
        RegisterResult(type: type, file: path, records: records),
        file.location(of: tree.span(node))
      ))
  }

  private mutating func facts(_ node: NodeID) -> FindingFacts? {
    guard
      let reader = MappingReader(
        tree: tree, node: node, what: "an entry of the baseline",
        keys: ["rule", "record", "severity", "extent", "fingerprint"],
        diagnostics: &diagnostics),
      let identity = identity(reader),
      let word = reader.requiredText("severity", &diagnostics)
    else { return nil }
    guard let severity = Severity(rawValue: word) else {
      report(
        "baseline-entry", "a severity is major, minor, observation or data",
        reader.value("severity"))
      return nil
    }
    let extent = reader.value("extent") == nil ? [] : reader.texts("extent", &diagnostics)
    return FindingFacts(
      identity: identity, severity: severity, extent: Extent(extent.map(\.text)))
  }

  private mutating func identity(_ reader: MappingReader) -> FindingIdentity? {
    guard let rule = reader.requiredText("rule", &diagnostics),
      let fingerprint = reader.requiredText("fingerprint", &diagnostics)
    else { return nil }
    let isFingerprint =
      fingerprint.utf8.count == 32
      && fingerprint.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isFingerprint else {
      report(
        "baseline-entry", "a fingerprint has 32 digits from 0 to f", reader.value("fingerprint"),
        "Restore the line, or write the baseline again.")
      return nil
    }
    guard let record = record(reader) else { return nil }
    return FindingIdentity(
      rule: Untrusted(rule), record: record.reference, fingerprint: fingerprint)
  }

  /// The record, nil inside for the organisation as a whole; nil after diagnosing.
  private mutating func record(
    _ reader: MappingReader
  ) -> (reference: RecordReference?, isRead: Bool)? {
    guard let text = reader.text("record", &diagnostics) else { return (nil, true) }
    // By bytes: a colon and a mark that follows it are one Character.
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      report(
        "baseline-entry", "a record is written `type:id`", reader.value("record"),
        "Restore the line, or write the baseline again.")
      return nil
    }
    let id = String(text[text.utf8.index(after: colon)...])
    return (
      RecordReference(type: String(text[..<colon]), id: id, content: RecordContent(id)), true
    )
  }

  private mutating func report(
    _ code: String, _ message: String, _ node: NodeID?, _ remedy: String = ""
  ) {
    let place = node.map { tree.span($0) } ?? Span(file: file.id, start: 0, end: 0)
    diagnostics.append(
      Diagnostic(
        .error, code: code, message: message, place: .span(place),
        remedy: remedy.isEmpty ? Self.rewriting : remedy))
  }
}
