public import ClauseAssessment
import ClauseDocuments
import ClauseRules
public import ClauseSource

/// The findings accepted when an organisation adopted the tool; the list may only shrink.
///
/// An entry answers to a finding of the same fingerprint, rule and record. Where a record stands,
/// what its neighbours say, the language of messages and the date are no part of it.
public struct Baseline: Sendable {
  /// An accepted finding.
  public struct Entry: Sendable, Hashable {
    /// Which finding.
    public var identity: FindingIdentity
    /// Where the entry stands.
    public var location: Location
  }

  /// Name of the file at the root, where the command line names no other.
  public static let fileName = "clauselint-baseline.yaml"
  /// The value of its key `schema`.
  public static let schema = "clauselint/baseline/1"

  /// The file, as it was named.
  public var path: String
  /// The entries, in the file's order.
  public var entries: [Entry] = []
  /// What is wrong with the file. Errors make the run incomplete.
  public var diagnostics: [LocatedDiagnostic] = []

  /// Whether the file could be read without an error.
  public var isSound: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Reads the baseline at `path`; `name` is what messages call it.
  public static func load(_ path: String, named name: String, limits: Limits) -> Baseline {
    var baseline = Baseline(path: name)
    let id = FileID(0)
    switch GivenFile.load(path, id: id, limits: limits, limit: .recordFileBytes) {
    case .failure(let refusal):
      var diagnostic = refusal.diagnostic
      diagnostic.place = .path(name)
      if diagnostic.remedy.unescaped.isEmpty {
        diagnostic.remedy = Untrusted("Write it with: clauselint baseline write")
      }
      baseline.diagnostics = [Locator(files: SourceFiles()).located(diagnostic)]
    case .success(let loaded):
      return of(SourceFile(id: id, path: name, bytes: loaded.bytes), limits: limits)
    }
    return baseline
  }

  /// The baseline that the text of `file` declares.
  public static func of(_ file: SourceFile, limits: Limits) -> Baseline {
    var baseline = Baseline(path: file.path)
    baseline.read(file, limits: limits)
    return baseline
  }

  private mutating func read(_ file: SourceFile, limits: Limits) {
    var found = Self.conflicts(in: file)
    if found.isEmpty {
      let document = YAMLReader().read(file, limits: limits)
      found += document.diagnostics
      if let tree = document.tree {
        var reader = BaselineReader(file: file, tree: tree)
        reader.read()
        entries = reader.entries
        found += reader.diagnostics
      }
    }
    let locator = Locator(files: SourceFiles([file]))
    diagnostics = found.map(locator.located)
  }

  /// The marks that a merge leaves behind; YAML alone would say something less helpful.
  private static func conflicts(in file: SourceFile) -> [Diagnostic] {
    let marks = ["<<<<<<< ", "||||||| ", "=======", ">>>>>>> "].map { Array($0.utf8) }
    for index in file.lineStarts.indices {
      let line = file.lineBytes(index)
      guard marks.contains(where: { line.starts(with: $0) }) else { continue }
      return [
        Diagnostic(
          .error, code: "baseline-conflict", message: "a merge left its conflict here",
          place: .span(Span(file: file.id, start: line.startIndex, end: line.endIndex)),
          remedy: "Keep the entries that both sides have: the list may only shrink. "
            + "Then run: clauselint baseline prune")
      ]
    }
    return []
  }

  // MARK: Comparing

  /// Marks the findings that the baseline accepts and says what became of its entries.
  func apply(to assessment: inout Assessment, isWhole: Bool) {
    let known = Dictionary(
      entries.map { ($0.identity.fingerprint, $0.identity) },
      uniquingKeysWith: { first, _ in first })
    var found: Set<String> = []
    for index in assessment.findings.indices {
      let finding = assessment.findings[index]
      // Rule and record are what people read in the baseline: they have to be true as well.
      guard let entry = known[finding.fingerprint], entry.isSame(as: FindingIdentity(finding))
      else { continue }
      found.insert(finding.fingerprint)
      if assessment.findings[index].state == .new { assessment.findings[index].state = .baseline }
    }
    let rules = Set(assessment.rules.map(\.id))
    // What was not read may hold the finding still.
    let isIncomplete = assessment.hasErrors || !isWhole
    let notices = Dictionary(grouping: assessment.notices, by: \.rule)
    let stale = entries.filter { !found.contains($0.identity.fingerprint) }.map { entry in
      let isUndecided = notices[entry.identity.rule.unescaped, default: []].contains { notice in
        entry.identity.isSame(
          as: FindingIdentity(
            rule: Untrusted(notice.rule), record: notice.record,
            fingerprint: entry.identity.fingerprint))
      }
      let state: BaselineResult.StaleEntry.State =
        isIncomplete || isUndecided
        ? .undecided : rules.contains(entry.identity.rule.unescaped) ? .mended : .unknown
      return BaselineResult.StaleEntry(
        identity: entry.identity, state: state, location: entry.location)
    }
    assessment.baseline = BaselineResult(
      file: path, entries: entries.count, found: entries.count - stale.count, stale: stale)
    assessment.diagnostics += diagnostics
  }

  // MARK: Writing

  /// The findings that a baseline of `assessment` would accept, each once, in order.
  public static func acceptable(in assessment: Assessment) -> [FindingIdentity] {
    assessment.findings.filter { $0.state != .derogated }.map(FindingIdentity.init)
      .sorted(by: FindingIdentity.precedes)
  }

  /// The bytes of a baseline that accepts `findings`: one line each, sorted, so that branches that
  /// mend different findings merge without a conflict.
  public static func document(_ findings: [FindingIdentity]) -> [UInt8] {
    var text = """
      # Findings accepted when clauselint was adopted. The list may only shrink: take out what is
      # mended with: clauselint baseline prune
      schema: \(schema)

      """
    let sorted = findings.sorted(by: FindingIdentity.precedes)
    text += sorted.isEmpty ? "findings: []\n" : "findings:\n"
    for finding in sorted {
      let record = finding.recordText.map(quoted) ?? "null"
      text += "  - {rule: \(quoted(finding.rule.unescaped)), record: \(record), "
      text += "fingerprint: \(quoted(finding.fingerprint))}\n"
    }
    return Array(text.utf8)
  }

  /// `text` as a double-quoted YAML scalar that shows whatever cannot be seen.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      if scalar == "\"" || scalar == "\\" {
        result += "\\"
        result.unicodeScalars.append(scalar)
      } else if scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value)
        || properties.isBidiControl || properties.isDefaultIgnorableCodePoint
        || (0x2028...0x2029).contains(scalar.value) || scalar.value == 0xFEFF
      {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// Reads the tree of a baseline.
private struct BaselineReader {
  let file: SourceFile
  let tree: DocumentTree
  var entries: [Baseline.Entry] = []
  var diagnostics: [Diagnostic] = []

  init(file: SourceFile, tree: DocumentTree) {
    self.file = file
    self.tree = tree
  }

  mutating func read() {
    guard let root = tree.roots.first, tree.roots.count == 1,
      let reader = MappingReader(
        tree: tree, node: root, what: "the baseline", keys: ["schema", "findings"],
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
        reader.value("schema"), "Write it again with: clauselint baseline write")
    }
    guard let findings = reader.value("findings"), tree.kind(findings) == .sequence else {
      return report("baseline-form", "`findings` is a list", reader.value("findings"))
    }
    var seen: [String: NodeID] = [:]
    for node in tree.children(findings) {
      guard let identity = identity(node) else { continue }
      if seen.updateValue(node, forKey: identity.fingerprint) != nil {
        report("baseline-entry", "the finding is listed twice", node, "Remove one of the lines.")
        continue
      }
      entries.append(.init(identity: identity, location: file.location(of: tree.span(node))))
    }
  }

  private mutating func identity(_ node: NodeID) -> FindingIdentity? {
    guard
      let reader = MappingReader(
        tree: tree, node: node, what: "an entry of the baseline",
        keys: ["rule", "record", "fingerprint"], diagnostics: &diagnostics),
      let rule = reader.requiredText("rule", &diagnostics),
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
    var record: RecordReference?
    if let text = reader.text("record", &diagnostics) {
      // By bytes: a colon and a mark that follows it are one Character.
      guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
        report(
          "baseline-entry", "a record is written `type:id`", reader.value("record"),
          "Restore the line, or write the baseline again.")
        return nil
      }
      record = RecordReference(
        type: String(text[..<colon]), id: String(text[text.utf8.index(after: colon)...]))
    }
    return FindingIdentity(rule: Untrusted(rule), record: record, fingerprint: fingerprint)
  }

  private mutating func report(
    _ code: String, _ message: String, _ node: NodeID?, _ remedy: String = ""
  ) {
    let place = node.map { tree.span($0) } ?? Span(file: file.id, start: 0, end: 0)
    diagnostics.append(
      Diagnostic(
        .error, code: code, message: message, place: .span(place),
        remedy: remedy.isEmpty ? "Write it again with: clauselint baseline write" : remedy))
  }
}
