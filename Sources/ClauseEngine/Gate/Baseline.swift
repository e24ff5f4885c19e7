public import ClauseAssessment
import ClauseDocuments
import ClauseRules
public import ClauseSource

/// The findings accepted when an organisation adopted the tool; the list may only shrink.
///
/// An entry answers to a finding of the same fingerprint, rule and record. Where a record stands,
/// what its neighbours say, the language of messages and the date are no part of it. It accepts
/// the finding as it was: with a higher grade, or with more of the rule failing, it counts again.
///
/// The file also says what was read when it was written, so that a register which is not read any
/// more is not taken for one in which everything was fixed, and which cases were undecided.
public struct Baseline: Sendable {
  /// An accepted finding.
  public struct Entry: Sendable, Hashable {
    /// Which finding, and how bad it was.
    public var facts: FindingFacts
    /// Where the entry stands.
    public var location: Location

    /// Which finding.
    public var identity: FindingIdentity { facts.identity }
  }

  /// What is written into a baseline.
  public struct Contents: Sendable {
    /// The findings, each once, in order.
    public var findings: [FindingFacts]
    /// What was read.
    public var registers: [RegisterResult]
    /// What could not be decided, each once, in order.
    public var undecided: [UndecidedCase]
    /// Findings that are left out, because nothing tells their records apart.
    public var leftOut: Int

    /// Makes contents.
    public init(
      findings: [FindingFacts], registers: [RegisterResult] = [],
      undecided: [UndecidedCase] = [], leftOut: Int = 0
    ) {
      self.findings = findings
      self.registers = registers
      self.undecided = undecided
      self.leftOut = leftOut
    }
  }

  /// Name of the file at the root, where the command line names no other.
  public static let fileName = "clauselint-baseline.yaml"
  /// The value of its key `schema`.
  public static let schema = "clauselint/baseline/2"

  /// The file, as it was named.
  public var path: String
  /// The entries, in the file's order.
  public var entries: [Entry] = []
  /// What was read when it was written, with the lines that say so.
  public var registers: [(register: RegisterResult, location: Location)] = []
  /// What could not be decided then.
  public var undecided: [UndecidedCase] = []
  /// What is wrong with the file. Errors make the run incomplete.
  public var diagnostics: [LocatedDiagnostic] = []

  /// Whether the file could be read without an error.
  public var isSound: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Reads the baseline at `path`; `name` is what messages call it.
  public static func load(
    _ path: String, named name: String, limits: Limits, language: Language = .english
  ) -> Baseline {
    var baseline = Baseline(path: name)
    let id = FileID(0)
    switch GivenFile.load(path, id: id, limits: limits, limit: .recordFileBytes) {
    case .failure(let refusal):
      var diagnostic = refusal.diagnostic
      diagnostic.place = .path(name)
      if diagnostic.remedy.isEmpty {
        diagnostic.remedy = LocalizedText(
          en: "Write it with: clauselint baseline write",
          fr: "Pour le créer : clauselint baseline "
            + "write", ar: "لإنشائها: clauselint baseline write")
      }
      baseline.diagnostics = [Locator(files: SourceFiles()).located(diagnostic, in: language)]
    case .success(let loaded):
      return of(
        SourceFile(id: id, path: name, bytes: loaded.bytes), limits: limits, language: language)
    }
    return baseline
  }

  /// The baseline that the text of `file` declares.
  public static func of(
    _ file: SourceFile, limits: Limits, language: Language = .english
  ) -> Baseline {
    var baseline = Baseline(path: file.path)
    baseline.read(file, limits: limits, language)
    return baseline
  }

  private mutating func read(_ file: SourceFile, limits: Limits, _ language: Language) {
    var found = Self.conflicts(in: file)
    if found.isEmpty {
      let document = YAMLReader().read(file, limits: limits)
      found += document.diagnostics
      if let tree = document.tree {
        var reader = BaselineReader(file: file, tree: tree)
        reader.read()
        entries = reader.entries
        registers = reader.registers
        undecided = reader.undecided
        found += reader.diagnostics
      }
    }
    let locator = Locator(files: SourceFiles([file]))
    diagnostics = found.map { locator.located($0, in: language) }
  }

  /// The marks that a merge leaves behind; YAML alone would say something less helpful.
  private static func conflicts(in file: SourceFile) -> [Diagnostic] {
    let marks = ["<<<<<<< ", "||||||| ", "=======", ">>>>>>> "].map { Array($0.utf8) }
    for index in file.lineStarts.indices {
      let line = file.lineBytes(index)
      guard marks.contains(where: { line.starts(with: $0) }) else { continue }
      return [
        Diagnostic(
          .error, code: "baseline-conflict",
          message: LocalizedText(
            en: "a merge left its conflict here", fr: "une fusion a laissé ici son conflit",
            ar: "ترك دمج هنا تعارضا لم يحل"),
          place: .span(Span(file: file.id, start: line.startIndex, end: line.endIndex)),
          remedy: LocalizedText(
            en: "Keep the entries that both sides have: the list may only shrink. Then run: "
              + "clauselint baseline prune",
            fr: "Gardez les entrées présentes des deux côtés : la liste ne peut que raccourcir. "
              + "Lancez ensuite : clauselint baseline prune",
            ar: "احتفظ بالعناصر الموجودة في الجانبين: اللائحة لا يمكن إلا أن تنقص. ثم نفذ: "
              + "clauselint baseline prune"))
      ]
    }
    return []
  }

  // MARK: Comparing

  /// Marks the findings that the baseline accepts and says what became of its entries.
  func apply(to assessment: inout Assessment, _ context: GateContext, forgetsAbsent: Bool) {
    UndecidedCase.mark(undecided, in: &assessment)
    let matching = FindingMatching(
      before: entries.map(\.facts), after: assessment.findings.map { FindingFacts($0) })
    for (index, state) in matching.states.enumerated()
    where assessment.findings[index].state == .new {
      if state == .unchanged { assessment.findings[index].state = .baseline }
      if state == .updated { assessment.findings[index].isUpdated = true }
    }
    // A run over a part says nothing of what lies outside of it.
    let absent =
      context.isWhole
      ? AbsentRegisters(
        before: registers.map(\.register), after: assessment.registers, files: assessment.files)
      : AbsentRegisters()
    let undecided = Set(assessment.notices.map { UndecidedCase($0).key })
    let rules = Set(assessment.rules.map { Array($0.id.utf8) })
    // What was not read may hold the finding still.
    let isIncomplete = assessment.hasErrors || !context.isWhole
    let state = { (identity: FindingIdentity) -> BaselineResult.StaleEntry.State in
      if context.isAbsent(identity, absent) { return .absent }
      let entry = UndecidedCase(rule: identity.rule, record: identity.record)
      if isIncomplete || undecided.contains(entry.key) { return .undecided }
      return rules.contains(Array(identity.rule.unescaped.utf8)) ? .fixed : .unknown
    }
    let stale = entries.indices.filter { !matching.isFound[$0] }.map { index in
      BaselineResult.StaleEntry(
        identity: entries[index].identity, state: state(entries[index].identity),
        location: entries[index].location)
    }
    assessment.baseline = BaselineResult(
      file: path, entries: entries.count, found: entries.count - stale.count,
      updated: matching.states.count { $0 == .updated }, stale: stale)
    assessment.diagnostics += diagnostics
    if forgetsAbsent { return }
    assessment.diagnostics += absent.diagnostics(
      since: LocalizedText(
        en: "the baseline",
        fr: "l'état de "
          + "référence", ar: "الحالة المرجعية"), assessment.language
    ) { entry in
      registers[entry.number].location
    }
  }

  // MARK: Writing

  /// What a baseline of `assessment` would accept. A finding on a record that nothing tells apart
  /// cannot be known again, so that it is not among them.
  public static func acceptable(in assessment: Assessment) -> Contents {
    let findings = assessment.findings.filter { $0.state != .derogated }.map { FindingFacts($0) }
    let lasting = findings.filter(\.identity.isLasting)
    let undecided = assessment.notices.map { UndecidedCase($0) }
      .filter { $0.record?.content?.isTelling ?? true }
    return Contents(
      findings: sorted(lasting), registers: assessment.registers,
      undecided: Set(undecided).sorted(by: UndecidedCase.precedes),
      leftOut: findings.count - lasting.count)
  }

  private static func sorted(_ findings: [FindingFacts]) -> [FindingFacts] {
    findings.sorted { FindingIdentity.precedes($0.identity, $1.identity) }
  }

  /// The bytes of a baseline: one line each, sorted, so that branches that fix different findings
  /// merge without a conflict.
  public static func document(_ contents: Contents) -> [UInt8] {
    var text = """
      # Findings accepted when clauselint was adopted. The list may only shrink: take out what is
      # fixed with: clauselint baseline prune
      schema: \(schema)

      """
    let findings = sorted(contents.findings)
    text += findings.isEmpty ? "findings: []\n" : "findings:\n"
    for finding in findings {
      text += "  - {rule: \(quoted(finding.identity.rule.unescaped)), "
      text += "record: \(record(finding.identity.record)), severity: \(finding.severity.rawValue), "
      if !finding.extent.elements.isEmpty {
        text += "extent: [\(finding.extent.elements.map(quoted).joined(separator: ", "))], "
      }
      text += "fingerprint: \(quoted(finding.identity.fingerprint))}\n"
    }
    if !contents.undecided.isEmpty { text += "undecided:\n" }
    for entry in contents.undecided {
      text += "  - {rule: \(quoted(entry.rule.unescaped)), record: \(record(entry.record))}\n"
    }
    if !contents.registers.isEmpty { text += "read:\n" }
    for register in contents.registers {
      text += "  - {type: \(quoted(register.type.unescaped)), "
      text += "file: \(quoted(register.file.unescaped)), records: \(register.records)}\n"
    }
    return Array(text.utf8)
  }

  private static func record(_ record: RecordReference?) -> String {
    record.map { quoted($0.type.unescaped + ":" + $0.id.unescaped) } ?? "null"
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
