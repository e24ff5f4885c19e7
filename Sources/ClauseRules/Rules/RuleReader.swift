import ClauseAssessment
import ClauseDocuments
import ClauseRecords
import ClauseSource

/// Reads the `rules` list of a pack.
struct RuleReader {
  let tree: DocumentTree
  let pack: String
  let checkNames: [String]

  private static let keys = [
    "id", "title", "for", "per", "where", "require", "field", "severity", "basis", "critical",
    "clauses", "message", "remedy", "evidence", "tests",
  ]
  private static let testKeys = ["given", "finds", "as_of", "parameters", "standards", "files"]

  func read(_ node: NodeID, _ diagnostics: inout [Diagnostic]) -> Rule? {
    guard
      let reader = MappingReader(
        tree: tree, node: node, what: .pack("a rule"), keys: Self.keys, diagnostics: &diagnostics),
      let id = reader.requiredText("id", &diagnostics)
    else { return nil }
    guard Self.isID(id) else {
      diagnostics.append(
        Diagnostic(
          .error, code: "rule-id", english: "`\(id)` is no id of a rule",
          place: .span(reader.span("id")),
          remedy: "Use small letters, digits, hyphens and dots, such as `document-approved`."))
      return nil
    }
    let basisWord = reader.requiredText("basis", &diagnostics)
    guard basisWord != nil || reader.requiredText("severity", &diagnostics) != nil,
      let basis = reader.choice("basis", Basis.allCases.map(\.rawValue), &diagnostics).flatMap(
        Basis.init(rawValue:)),
      let severity = severity(reader, basis, &diagnostics),
      let subject = readSubject(reader, &diagnostics),
      let requirement = readRequirement(reader, subject, &diagnostics)
    else { return nil }
    for key in ["title"] where reader.value(key) == nil { diagnostics.append(reader.missing(key)) }
    if reader.value("message") == nil, !requirement.isIntegrity {
      diagnostics.append(reader.missing("message"))
    }
    return Rule(
      id: id, pack: pack, title: reader.localized("title", &diagnostics), subject: subject,
      condition: expression("where", of: reader, &diagnostics), requirement: requirement,
      field: reader.text("field", &diagnostics), severity: severity, basis: basis,
      isCritical: reader.flag("critical", &diagnostics) ?? false,
      clauses: ClauseCitation.list("clauses", of: reader, &diagnostics),
      message: sources("message", of: reader, &diagnostics),
      remedy: sources("remedy", of: reader, &diagnostics),
      evidence: reader.localized("evidence", &diagnostics),
      tests: reader.list("tests").compactMap { readTest($0, &diagnostics) },
      span: reader.span("id"), subjectSpan: reader.span("for"),
      fieldSpan: reader.value("field").map(tree.span))
  }

  /// The severity; a problem of the data has none, and fails no clause.
  private func severity(
    _ reader: MappingReader, _ basis: Basis, _ diagnostics: inout [Diagnostic]
  ) -> Severity? {
    guard basis == .data else {
      guard reader.requiredText("severity", &diagnostics) != nil else { return nil }
      return reader.choice("severity", Severity.allCases.map(\.rawValue), &diagnostics)
        .flatMap(Severity.init(rawValue:))
    }
    for key in ["severity", "clauses", "critical"] where reader.value(key) != nil {
      diagnostics.append(
        Diagnostic(
          .error, code: "rule-data", english: "a rule of basis `data` has no `\(key)`",
          place: .span(reader.span(key)),
          remedy: "Leave it out, or name another basis: no standard asks for a form of records."))
      return nil
    }
    return .data
  }

  /// Whether `id` can stand in a command line, a page and a file name as it is.
  private static func isID(_ id: String) -> Bool {
    let isWord = id.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
        || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains($0)
    }
    return isWord && id.utf8.count <= 100 && id.utf8.first.map { $0 >= 0x30 } == true
  }

  private func readSubject(
    _ reader: MappingReader, _ diagnostics: inout [Diagnostic]
  ) -> RuleSubject? {
    guard let word = reader.requiredText("for", &diagnostics) else { return nil }
    let per = reader.choice("per", ["discipline"], &diagnostics)
    if per != nil, word != "organization" {
      diagnostics.append(
        Diagnostic(
          .error, code: "rule-per", english: "`per: discipline` goes with `for: organization`",
          place: .span(reader.span("per"))))
      return nil
    }
    switch word {
    case "organization": return per == nil ? .organization : .disciplines
    case "any": return .any
    default: return .records(word)
    }
  }

  private func readRequirement(
    _ reader: MappingReader, _ subject: RuleSubject, _ diagnostics: inout [Diagnostic]
  ) -> Requirement? {
    guard let node = reader.value("require") else {
      diagnostics.append(reader.missing("require"))
      return nil
    }
    switch tree.kind(node) {
    case .scalar: return .expression(ExpressionSource(tree: tree, node: node))
    case .sequence:
      diagnostics.append(
        reader.wrongForm(
          "require",
          LocalizedText(
            english: "a check (a mapping) or an expression (a "
              + "text)"), node))
      return nil
    case .mapping: break
    }
    let entries = tree.entries(node)
    guard entries.count == 1, let entry = entries.first else {
      diagnostics.append(
        Diagnostic(
          .error, code: "rule-require", english: "`require` holds exactly one check",
          place: .span(tree.span(node)),
          remedy: "Make one rule of each, or write an expression that joins them with &&."))
      return nil
    }
    let name = tree.string(entry.key)
    if name == "integrity" {
      guard let kind = IntegrityKind(rawValue: tree.string(entry.value)), subject == .any else {
        diagnostics.append(
          subject == .any
            ? MappingReader.unknown(
              tree.string(entry.value), kind: .pack("built-in check"),
              among: IntegrityKind.allCases.map(\.rawValue), code: "unknown-check",
              place: tree.span(entry.value))
            : Diagnostic(
              .error, code: "rule-require", english: "a built-in check goes with `for: any`",
              place: .span(tree.span(entry.value))))
        return nil
      }
      return .integrity(kind)
    }
    guard checkNames.contains(where: { $0.equalsByBytes(name) }) else {
      diagnostics.append(
        MappingReader.unknown(
          name, kind: .pack("check"), among: checkNames + ["integrity"], code: "unknown-check",
          place: tree.span(entry.key)))
      return nil
    }
    guard subject != .any else {
      diagnostics.append(
        Diagnostic(
          .error, code: "rule-require",
          english: "`for: any` goes with `require: { integrity: ... }`",
          place: .span(tree.span(entry.key))))
      return nil
    }
    return .check(name: name, tree: tree, node: entry.value)
  }

  private func expression(
    _ key: String, of reader: MappingReader, _ diagnostics: inout [Diagnostic]
  ) -> ExpressionSource? {
    guard reader.text(key, &diagnostics) != nil, let node = reader.value(key) else { return nil }
    return ExpressionSource(tree: tree, node: node)
  }

  private func sources(
    _ key: String, of reader: MappingReader, _ diagnostics: inout [Diagnostic]
  ) -> [(language: Language, source: ExpressionSource)] {
    reader.localizedNodes(key, &diagnostics).map {
      ($0.language, ExpressionSource(tree: tree, node: $0.node))
    }
  }

  private func readTest(_ node: NodeID, _ diagnostics: inout [Diagnostic]) -> RuleTest? {
    guard
      let reader = MappingReader(
        tree: tree, node: node,
        what: .pack(
          "a "
            + "test"), keys: Self.testKeys, diagnostics: &diagnostics)
    else { return nil }
    guard let given = reader.value("given"), tree.kind(given) == .mapping else {
      diagnostics.append(reader.missing("given"))
      return nil
    }
    guard let finds = reader.value("finds") else {
      diagnostics.append(reader.missing("finds"))
      return nil
    }
    let expectation: RuleTest.Expectation
    if tree.kind(finds) == .scalar {
      guard let word = reader.choice("finds", ["nothing", "finding"], &diagnostics) else {
        return nil
      }
      expectation = word == "nothing" ? .nothing : .finding
    } else {
      expectation = .at(reader.texts("finds", &diagnostics).map(\.text))
    }
    var parameters: [(name: String, value: String, span: Span)] = []
    if let mapping = reader.value("parameters") {
      guard tree.kind(mapping) == .mapping,
        tree.entries(mapping).allSatisfy({ tree.kind($0.value) == .scalar })
      else {
        diagnostics.append(
          reader.wrongForm(
            "parameters", LocalizedText(english: "a mapping of names to values"), mapping))
        return nil
      }
      parameters = tree.entries(mapping).map {
        (tree.string($0.key), tree.string($0.value), tree.span($0.key))
      }
    }
    return RuleTest(
      tree: tree, given: given, asOf: reader.text("as_of", &diagnostics), parameters: parameters,
      standards: reader.texts("standards", &diagnostics).map(\.text),
      existingFiles: tree.value(node, "files") == nil
        ? nil : reader.texts("files", &diagnostics).map(\.text),
      expectation: expectation, span: tree.span(node))
  }
}

extension Requirement {
  /// Whether it is a built-in check.
  public var isIntegrity: Bool {
    if case .integrity = self { return true }
    return false
  }
}
