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
        tree: tree, node: root, what: .baseline,
        keys: ["schema", "findings", "undecided", "read"],
        diagnostics: &diagnostics),
      let schema = reader.requiredText("schema", &diagnostics)
    else {
      if diagnostics.isEmpty {
        report(
          "baseline-form",
          LocalizedText(
            en: "a baseline is one document with `schema` and `findings`",
            fr: "un état de référence est un document avec `schema` et `findings`",
            ar: "الحالة المرجعية وثيقة واحدة فيها `schema` و `findings`"), nil)
      }
      return
    }
    guard schema.equalsByBytes(Baseline.schema) else {
      return report(
        "baseline-schema",
        LocalizedText(
          en: "the baseline is of the schema \(schema), not \(Baseline.schema)",
          fr: "l'état de référence suit le schéma \(schema), et non \(Baseline.schema)",
          ar: "الحالة المرجعية على المخطط \(schema) وليس \(Baseline.schema)"),
        reader.value("schema"), Self.rewriting)
    }
    guard let findings = reader.value("findings"), tree.kind(findings) == .sequence else {
      return report(
        "baseline-form",
        LocalizedText(
          en: "`findings` is a list",
          fr: "`findings` "
            + "est une liste", ar: "`findings` لائحة"), reader.value("findings"))
    }
    var seen: Set<[UInt8]> = []
    for node in tree.children(findings) {
      guard let facts = facts(node) else { continue }
      if !seen.insert(Array(facts.identity.fingerprint.utf8)).inserted {
        report(
          "baseline-entry",
          LocalizedText(
            en: "the finding is listed "
              + "twice", fr: "le constat figure deux fois", ar: "المعاينة مكررة"), node,
          LocalizedText(
            en: "Remove one of the lines.", fr: "Supprimez l'une des lignes.",
            ar: "احذف أحد السطرين."))
        continue
      }
      entries.append(.init(facts: facts, location: file.location(of: tree.span(node))))
    }
    for node in list(reader, "undecided") { readUndecided(node) }
    for node in list(reader, "read") { readRegister(node) }
  }

  private static let rewriting = LocalizedText(
    en: "Write it again with: clauselint baseline "
      + "write --accept-new", fr: "Pour le réécrire : clauselint baseline write --accept-new",
    ar: "لإعادة كتابتها: clauselint baseline write --accept-new")

  private mutating func list(_ reader: MappingReader, _ key: String) -> [NodeID] {
    guard let value = reader.value(key) else { return [] }
    guard tree.kind(value) == .sequence else {
      report(
        "baseline-form",
        LocalizedText(
          en: "`\(key)` is a list",
          fr: "`\(key)` est une "
            + "liste", ar: "`\(key)` لائحة"), value)
      return []
    }
    return Array(tree.children(value))
  }

  private mutating func readUndecided(_ node: NodeID) {
    guard
      let reader = MappingReader(
        tree: tree, node: node, what: .baselineCase,
        keys: ["rule", "record"], diagnostics: &diagnostics),
      let rule = reader.requiredText("rule", &diagnostics), let record = record(reader)
    else { return }
    undecided.append(UndecidedCase(rule: Untrusted(rule), record: record.reference))
  }

  private mutating func readRegister(_ node: NodeID) {
    guard
      let reader = MappingReader(
        tree: tree, node: node, what: .baselineRegister,
        keys: ["type", "file", "records"], diagnostics: &diagnostics),
      let type = reader.requiredText("type", &diagnostics),
      let path = reader.requiredText("file", &diagnostics),
      let count = reader.requiredText("records", &diagnostics)
    else { return }
    guard let records = Int(count), records > 0 else {
      return report(
        "baseline-entry",
        LocalizedText(
          en: "`records` is a number from 1", fr: "`records` est un nombre à partir de 1",
          ar: "`records` عدد ابتداء من 1"), reader.value("records"))
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
        tree: tree, node: node, what: .baselineEntry,
        keys: ["rule", "record", "severity", "extent", "fingerprint"],
        diagnostics: &diagnostics),
      let identity = identity(reader),
      let word = reader.requiredText("severity", &diagnostics)
    else { return nil }
    guard let severity = Severity(rawValue: word) else {
      report(
        "baseline-entry",
        LocalizedText(
          en: "a severity is major, minor, observation or data",
          fr: "la gravité est major, minor, observation ou data",
          ar: "الدرجة هي major أو minor أو observation أو data"),
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
        "baseline-entry",
        LocalizedText(
          en: "a fingerprint has 32 digits from 0 to f",
          fr: "une "
            + "empreinte compte 32 chiffres de 0 à f", ar: "البصمة 32 رقما من 0 إلى f"),
        reader.value("fingerprint"),
        LocalizedText(
          en: "Restore the line, or write the baseline again.",
          fr: "Rétablissez la "
            + "ligne, ou réécrivez l'état de référence.",
          ar: "أعد السطر كما كان، أو أعد كتابة الحالة المرجعية."))
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
        "baseline-entry",
        LocalizedText(
          en: "a record is written `type:id`",
          fr: "un "
            + "enregistrement s'écrit `type:id`", ar: "يكتب القيد على شكل `type:id`"),
        reader.value("record"),
        LocalizedText(
          en: "Restore the line, or write the baseline again.",
          fr: "Rétablissez la "
            + "ligne, ou réécrivez l'état de référence.",
          ar: "أعد السطر كما كان، أو أعد كتابة الحالة المرجعية."))
      return nil
    }
    let id = String(text[text.utf8.index(after: colon)...])
    return (
      RecordReference(type: String(text[..<colon]), id: id, content: RecordContent(id)), true
    )
  }

  private mutating func report(
    _ code: String, _ message: LocalizedText, _ node: NodeID?,
    _ remedy: LocalizedText = LocalizedText()
  ) {
    let place = node.map { tree.span($0) } ?? Span(file: file.id, start: 0, end: 0)
    diagnostics.append(
      Diagnostic(
        .error, code: code, message: message, place: .span(place),
        remedy: remedy.isEmpty ? Self.rewriting : remedy))
  }
}
