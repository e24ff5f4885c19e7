import ClauseAssessment
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// The findings accepted at adoption: what changes no fact changes nothing about them.
@Suite struct BaselineTests {
  private static let records = """
    machines:
      - id: M-1
        reviewed_on: 2020-01-01
        review_every: P1Y
      - id: M-2
        owner: Sara
        state: running
        power: 3
    """

  private func organization(
    _ records: String = records, in file: String = "records.yaml"
  ) throws -> Organization {
    try Organization(["pack/pack.yaml": Workshop.pack, file: records])
  }

  /// The baseline of what `organization` has today, written and read again.
  private func baseline(of organization: Organization) throws -> Baseline {
    let found = Baseline.acceptable(in: try organization.assess())
    return try read(String(decoding: Baseline.document(found), as: UTF8.self))
  }

  private func read(_ text: String) throws -> Baseline {
    let folder = try Organization(["baseline.yaml": text])
    return Baseline.load(folder.root + "/baseline.yaml", named: "baseline.yaml", limits: Limits())
  }

  private func errors(_ text: String) throws -> [String] {
    try read(text).diagnostics.map { diagnostic in
      let place = diagnostic.location.map { "\($0.start.line):\($0.start.column) " } ?? ""
      return place + diagnostic.code
    }
  }

  // MARK: What it accepts

  @Test func whatIsListedDoesNotCount() throws {
    let organization = try organization()
    let baseline = try baseline(of: organization)
    #expect(baseline.entries.count == 4)
    let assessment = try organization.assess(gate: Gate(baseline: baseline))
    #expect(assessment.count(.new) == 0)
    #expect(assessment.count(.baseline) == 4)
    #expect(assessment.baseline?.found == 4)
    #expect(assessment.baseline?.stale == [])
    // It is accepted, not conform.
    #expect(assessment.state(of: "iso9001:2015/7.2") == .nonconform)
  }

  @Test func whatChangesNoFactChangesNothing() throws {
    let baseline = try baseline(of: organization())
    let renamed = try organization(Self.records, in: "folder/other.yaml")
    let reordered = try organization(
      """
      # A comment.
      machines:
        - { power: 3, state: running, id: M-2, owner: Sara Alaoui }
        - { review_every: P1Y, id: M-1, reviewed_on: 2020-01-01 }
      """)
    for other in [renamed, reordered] {
      for language in Language.allCases {
        let assessment = try other.assess(in: language, gate: Gate(baseline: baseline))
        #expect(assessment.count(.new) == 0)
        #expect(assessment.baseline?.stale == [])
      }
    }
    let later = try organization().assess(on: "2027-01-31", gate: Gate(baseline: baseline))
    #expect(later.count(.new) == 0)
  }

  @Test func aNewFindingCounts() throws {
    let baseline = try baseline(of: organization())
    let grown = try organization(Self.records + "\n  - id: M-3\n")
    let assessment = try grown.assess(gate: Gate(baseline: baseline))
    #expect(
      assessment.findings.filter { $0.state == .new }.map(\.rule)
        == ["machine-owned", "machine-review-due"])
    #expect(assessment.count(.baseline) == 4)
  }

  // MARK: What becomes of its entries

  @Test func aMendedEntryIsSaid() throws {
    let baseline = try baseline(of: organization())
    let mended = try organization(
      Self.records.replacingOccurrences(of: "power: 3", with: "power: 30"))
    let stale = try #require(
      try mended.assess(gate: Gate(baseline: baseline)).baseline?.stale.first)
    #expect(stale.identity.rule.unescaped == "machine-strong")
    #expect(stale.identity.recordText == "machine:M-2")
    #expect(stale.state == .fixed)
    #expect(stale.location.start.line == 8)
  }

  @Test func whatCouldNotBeDecidedIsNotMended() throws {
    let baseline = try baseline(of: organization())
    let illegible = try organization(
      Self.records.replacingOccurrences(of: "power: 3", with: "power: many"))
    let states = try illegible.assess(gate: Gate(baseline: baseline)).baseline?.stale.map(\.state)
    #expect(states == [.undecided])
    let broken = try organization()
    try broken.write("machines: [{ id: M-9", to: "broken.yaml")
    try broken.write("machines: []", to: "records.yaml")
    let unread = try broken.assess(gate: Gate(baseline: baseline)).baseline
    #expect(unread?.count(.absent) == 4)
    #expect(unread?.count(.fixed) == 0)
    let part = try organization().assess(gate: Gate(baseline: baseline)) {
      $0.standards = ["iso14001:2015"]
    }
    #expect(part.baseline?.count(.undecided) == 4)
  }

  @Test func anEntryOfNoRuleIsUnknown() throws {
    let text = """
      schema: clauselint/baseline/2
      findings:
        - {rule: no-such-rule, record: "machine:M-1", severity: minor,
           fingerprint: 00000000000000000000000000000000}
      """
    let assessment = try organization().assess(gate: Gate(baseline: try read(text)))
    #expect(assessment.baseline?.stale.map(\.state) == [.unknown])
    #expect(assessment.count(.new) == 4)
  }

  /// Rule and record are what a reviewer reads: an entry that lies about them accepts nothing.
  @Test func anEntryAcceptsNothingButWhatItSays() throws {
    let organization = try organization()
    let found = Baseline.acceptable(in: try organization.assess())
    let text = String(decoding: Baseline.document(found), as: UTF8.self)
      .replacingOccurrences(of: "\"machine-strong\"", with: "\"machine-owned\"")
    let assessment = try organization.assess(gate: Gate(baseline: try read(text)))
    #expect(assessment.findings.filter { $0.state == .new }.map(\.rule) == ["machine-strong"])
  }

  // MARK: The file

  @Test func itIsSortedAndALineAFinding() throws {
    let found = Baseline.acceptable(in: try organization().assess())
    var shuffled = found
    shuffled.findings.shuffle()
    let text = String(decoding: Baseline.document(shuffled), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("  - {rule") }
    #expect(lines.count == 4)
    #expect(lines == lines.sorted { String($0).precedesByBytes(String($1)) })
    #expect(text.utf8.elementsEqual(Baseline.document(found)))
  }

  @Test(arguments: [
    "plain", "two words", "\"quoted\" \\ #", "سجل", "tab\there", "bidi\u{202E}txet", "\u{1F600}",
    "a: b, {c}", "  ", "\u{E0041}tag",
  ])
  func everyRecordIDSurvives(_ id: String) throws {
    let identity = FindingIdentity(
      rule: Untrusted("rule"), record: RecordReference(type: "machine", id: id),
      fingerprint: String(repeating: "a", count: 32))
    let facts = FindingFacts(identity: identity, severity: .minor, extent: Extent([id]))
    let bytes = Baseline.document(
      Baseline.Contents(
        findings: [facts], registers: [RegisterResult(type: "machine", file: "f" + id, records: 1)],
        undecided: [UndecidedCase(rule: Untrusted("r" + id), record: identity.record)]))
    let again = try read(String(decoding: bytes, as: UTF8.self))
    #expect(again.diagnostics == [])
    #expect(again.entries.first?.identity.isSame(as: identity) == true)
    #expect(again.entries.first?.facts.extent == facts.extent)
    #expect(again.registers.first?.register.file.unescaped == "f" + id)
    #expect(again.undecided.first?.rule.unescaped == "r" + id)
  }

  @Test func whatIsWrongWithTheFileIsLocated() throws {
    let head = "schema: clauselint/baseline/2\nfindings:\n"
    let entry =
      "  - {rule: a, record: null, severity: minor, fingerprint: 0123456789abcdef0123456789abcdef}\n"
    #expect(try errors(head + entry) == [])
    #expect(
      try errors(head + "<<<<<<< HEAD\n" + entry + "=======\n>>>>>>> x\n") == [
        "3:1 baseline-conflict"
      ])
    #expect(try errors(head + entry + entry) == ["4:5 baseline-entry"])
    #expect(try errors(head + "  - {rule: a, fingerprint: 12}\n") == ["3:28 baseline-entry"])
    #expect(try errors(head + "  - {rule: a}\n") == ["3:5 missing-key"])
    #expect(try errors("schema: clauselint/baseline/9\nfindings: []\n") == ["1:9 baseline-schema"])
    // An older form says how to write it again.
    let old = try read("schema: clauselint/baseline/1\nfindings: []\n")
    #expect(
      old.diagnostics.map(\.remedy.unescaped)
        == ["Write it again with: clauselint baseline write --accept-new"])
    #expect(
      try errors(
        head + "  - {rule: a, severity: grave, fingerprint: "
          + "0123456789abcdef0123456789abcdef}\n") == ["3:25 baseline-entry"])
    // Torn in the middle of a line.
    #expect(try !errors(String((head + entry).dropLast(20))).isEmpty)
    #expect(try errors("") == ["1:1 baseline-form"])
    let none = Baseline.load("/nowhere/at/all.yaml", named: "all.yaml", limits: Limits())
    #expect(!none.isSound)
  }

  @Test func aFaultyBaselineMakesTheRunIncomplete() throws {
    let assessment = try organization().assess(gate: Gate(baseline: try read("schema: x\n")))
    #expect(assessment.hasErrors)
    #expect(assessment.count(.new) == 4)
  }

  @Test func itIsNoRegister() throws {
    let organization = try organization()
    let found = Baseline.acceptable(in: try organization.assess())
    try organization.write(
      String(decoding: Baseline.document(found), as: UTF8.self), to: Baseline.fileName)
    let assessment = try organization.assess()
    #expect(assessment.errors == [])
    #expect(!assessment.files.contains { $0.path.unescaped == Baseline.fileName })
  }
}
