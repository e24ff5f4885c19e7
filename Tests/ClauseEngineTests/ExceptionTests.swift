import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// Exclusions, derogations and attestations: they have effect while they are whole and in force,
/// and what rots is a finding itself.
@Suite struct ExceptionTests {
  private static let people = """
    persons:
      - { id: amal, full_name: Amal Sefrani, managerial: true }
      - { id: left, full_name: Rim Ouhmad, left_on: 2026-03-31 }

    """
  private static let documents = """
    documents:
      - id: P-1
        code: P-1
        title: One
        lifecycle: approved
      - id: P-2
        code: P-2
        title: Two
        lifecycle: approved

    """

  private static func derogation(
    rule: String = "doc-approved", record: String? = "document:P-1", approver: String = "amal",
    from: String = "2026-05-01", until: String = "2026-09-30", reason: String = "Being signed"
  ) -> String {
    """
    derogations:
      - id: D-1
        rule: \(rule)
    \(record.map { "    record: \($0)\n" } ?? "")    reason: \(reason)
        approved_by: \(approver)
        approved_on: \(from)
        expires_on: \(until)

    """
  }

  private func assess(
    _ exceptions: String, on day: String = "2026-06-15", documents: String = documents,
    more: [String: String] = [:]
  ) throws -> Assessment {
    let organization = try Organization([
      "clauselint.yaml": "complete: true\n", "people.yaml": Self.people,
      "documents.yaml": documents,
    ])
    if !exceptions.isEmpty { try organization.write(exceptions, to: "exceptions.yaml") }
    for (path, text) in more { try organization.write(text, to: path) }
    let options = RunOptions(
      root: organization.root, packFolders: [], asOf: try #require(CivilDate(iso: day)), jobs: 1,
      toolVersion: "test")
    return Assessor(try Workspace.load(options, packs: Self.library)).assess()
  }

  /// The packs of these tests, compiled once.
  private static let library = PackLibrary.load(
    folders: [],
    paths: [Folders.rules + "/qse-core", Folders.rules + "/iso9001-2015"])

  /// The rule that finds something on P-1 and P-2, whatever it is called.
  private func ruleOfBoth() throws -> String {
    let findings = try assess("").findings
    let rules = Set(findings.filter { $0.record?.id.unescaped == "P-1" }.map(\.rule))
      .intersection(findings.filter { $0.record?.id.unescaped == "P-2" }.map(\.rule))
    return try #require(rules.sorted().first)
  }

  private func states(_ assessment: Assessment, _ rule: String) -> [String] {
    assessment.findings(of: rule).map {
      "\($0.record?.id.unescaped ?? "-") \($0.state.rawValue)"
    }.sorted()
  }

  // MARK: Derogations

  @Test func aDerogationBindsARuleToARecord() throws {
    let rule = try ruleOfBoth()
    let assessment = try assess(Self.derogation(rule: rule))
    #expect(states(assessment, rule) == ["P-1 derogated", "P-2 new"])
    let finding = assessment.findings(of: rule).first { $0.state == .derogated }
    #expect(finding?.acceptedUntil?.iso == "2026-09-30")
    // Without a record it is about the organisation, never about every record.
    let wide = try assess(Self.derogation(rule: rule, record: nil))
    #expect(states(wide, rule) == ["P-1 new", "P-2 new"])
    #expect(wide.findings(of: "derogation-unused").count == 1)
    // The id of another type's record is another record.
    let other = try assess(
      Self.derogation(rule: rule, record: "person:P-1"),
      more: ["more.yaml": "persons: [{ id: P-1, full_name: X Y }]\n"])
    #expect(states(other, rule) == ["P-1 new", "P-2 new"])
  }

  @Test func itCountsThroughItsLastDay() throws {
    let rule = try ruleOfBoth()
    func state(_ day: String) throws -> String? {
      try states(assess(Self.derogation(rule: rule), on: day), rule).first
    }
    #expect(try state("2026-04-30") == "P-1 new")
    #expect(try state("2026-05-01") == "P-1 derogated")
    #expect(try state("2026-09-30") == "P-1 derogated")
    #expect(try state("2026-10-01") == "P-1 new")
  }

  @Test func itCountsNoLongerThanTheParameter() throws {
    let rule = try ruleOfBoth()
    let long = Self.derogation(rule: rule, until: "2099-12-31")
    let within = try assess(long, on: "2027-05-01")
    #expect(states(within, rule).first == "P-1 derogated")
    #expect(within.findings(of: "derogation-too-long").count == 1)
    let finding = within.findings(of: rule).first { $0.state == .derogated }
    #expect(finding?.acceptedUntil?.iso == "2027-05-01")
    #expect(try states(assess(long, on: "2027-05-02"), rule).first == "P-1 new")
  }

  @Test func whatItLacksTakesItsEffect() throws {
    let rule = try ruleOfBoth()
    for (text, complaint) in [
      (Self.derogation(rule: rule, approver: "left"), "derogation-approver-in-office"),
      (Self.derogation(rule: rule, approver: "nobody"), "ref-unresolved"),
      (Self.derogation(rule: rule, record: "document:P-9"), "ref-unresolved"),
      (Self.derogation(rule: rule, reason: "\"\""), "field-required"),
      (Self.derogation(rule: rule, from: "soon"), "field-type"),
      (Self.derogation(rule: rule, until: "2026-02-30"), "field-type"),
    ] {
      let assessment = try assess(text)
      #expect(states(assessment, rule) == ["P-1 new", "P-2 new"], "\(complaint)")
      let found = assessment.findings(of: complaint).map { $0.location.path.unescaped }
      #expect(found.contains("exceptions.yaml"), "\(complaint)")
      #expect(assessment.exceptions.first?.status == .void)
      // What has no effect is not blamed for being unused too.
      #expect(assessment.findings(of: "derogation-unused").isEmpty)
    }
  }

  @Test func oneThatNobodyNeedsIsAFinding() throws {
    let rule = try ruleOfBoth()
    let used = try assess(Self.derogation(rule: rule))
    #expect(used.findings(of: "derogation-unused").isEmpty)
    for text in [
      Self.derogation(rule: "no-such-rule"), Self.derogation(rule: rule, record: "person:amal"),
    ] {
      let finding = try #require(try assess(text).findings(of: "derogation-unused").first)
      #expect(finding.record?.id.unescaped == "D-1")
      #expect(finding.location.path.unescaped == "exceptions.yaml")
      #expect(finding.severity == .minor)
    }
    let ended = try assess(Self.derogation(rule: "no-such-rule"), on: "2026-10-01")
    #expect(ended.findings(of: "derogation-unused").isEmpty)
    #expect(ended.findings(of: "derogation-expired").count == 1)
  }

  @Test func theEndIsAnnounced() throws {
    let rule = try ruleOfBoth()
    func announced(_ day: String) throws -> Int {
      try assess(Self.derogation(rule: rule), on: day).findings(of: "derogation-ends-soon").count
    }
    #expect(try announced("2026-07-02") == 0)
    #expect(try announced("2026-07-03") == 1)
    #expect(try announced("2026-09-30") == 1)
    #expect(try announced("2026-10-01") == 0)
  }

  /// For every derogation and every later day the result is that of a run without it, plus the
  /// note that it ended; on the last day it still counts.
  @Test func afterItsEndItIsAsIfItHadNeverBeen() throws {
    let rule = try ruleOfBoth()
    var generator = SystemRandomNumberGenerator()
    let first = try #require(CivilDate(iso: "2026-01-15"))
    for _ in 0..<3 {
      let start = try #require(first.adding(days: Int.random(in: 0..<200, using: &generator)))
      let length = Int.random(in: 0..<700, using: &generator)
      let written = try #require(start.adding(days: length))
      let longest = try #require(start.adding(months: 12))
      let end = min(written, longest)
      let record = ["document:P-1", "document:P-2"].randomElement(using: &generator) ?? ""
      let text = Self.derogation(
        rule: rule, record: record, from: start.iso, until: written.iso)
      let id = record.dropFirst("document:".count)
      let last = try assess(text, on: end.iso)
      #expect(states(last, rule).contains("\(id) derogated"), "\(start.iso) \(written.iso)")
      let days = [1, Int.random(in: 2..<2000, using: &generator)]
      for later in try days.map({ try #require(end.adding(days: $0)) }) {
        let with = try assess(text, on: later.iso)
        let without = try assess("", on: later.iso)
        let note = with.findings.filter { $0.location.path.unescaped == "exceptions.yaml" }
        let rest = with.findings.filter { $0.location.path.unescaped != "exceptions.yaml" }
        #expect(rest == without.findings, "\(text) on \(later.iso)")
        if later > written { #expect(note.map(\.rule).contains("derogation-expired")) }
        #expect(!note.isEmpty)
        let noted = Set(note.flatMap(\.clauses))
        let differing = zip(
          with.standards.flatMap(\.clauses), without.standards.flatMap(\.clauses)
        ).filter { $0.state != $1.state && $0.isLeaf }.map(\.0.id)
        #expect(Set(differing).isSubset(of: noted))
      }
    }
  }

  // MARK: Attestations and exclusions

  private static func attestation(by: String = "amal", evidence: String = "[proof.pdf]") -> String {
    """
    attestations:
      - id: A-1
        clauses: [iso9001:2015/7.5.3.2, iso9001:2015/7.1.4]
        statement: All is well.
        by: \(by)
        on: 2026-05-01
        valid_until: 2026-12-31
        evidence: \(evidence)

    """
  }

  @Test func anAttestationIsCountedApartAndMayBeContradicted() throws {
    let proof = ["proof.pdf": "x"]
    let assessment = try assess(Self.attestation(), more: proof)
    #expect(assessment.state(of: "iso9001:2015/7.1.4") == .attested)
    #expect(assessment.exceptions.first?.uses == 1)
    let contradicted = assessment.findings(of: "attestation-contradicted")
    #expect(contradicted.map { $0.field?.unescaped } == ["clauses[0]"])
    #expect(contradicted.first?.related.isEmpty == false)
    #expect(contradicted.first?.location.start == Position(line: 3, column: 15))
    #expect(assessment.state(of: "iso9001:2015/7.5.3.2") == .nonconform)
    // What has no effect on the state of a clause has none for a rule either.
    for text in [
      Self.attestation(by: "left"), Self.attestation(evidence: "[]"),
      Self.attestation().replacingOccurrences(of: "All is well.", with: "\"\""),
      Self.attestation().replacingOccurrences(of: "    on: 2026-05-01\n", with: ""),
    ] {
      let void = try assess(text, more: proof)
      // What it no longer stands for is found by the rule that asks for it.
      #expect(void.state(of: "iso9001:2015/7.1.4") == .nonconform)
      #expect(void.findings(of: "work-environment").count == 1, "\(text)")
      #expect(void.exceptions.first?.status == .void)
    }
    // Who signed is not in the register of persons: whether it counts is not decided.
    let unknown = try assess(Self.attestation(by: "nobody"), more: proof)
    #expect(unknown.state(of: "iso9001:2015/7.1.4") == .notAssessed)
    #expect(unknown.notices.contains { $0.rule == "work-environment" })
    #expect(unknown.exceptions.first?.status == .void)
  }

  private static func exclusion(_ clause: String, approver: String = "amal", impact: Bool = false)
    -> String
  {
    """
    exclusions:
      - id: E-1
        clause: \(clause)
        justification: No result of a measurement is used to show that what the organisation provides conforms.
        impact_on_conformity: \(impact)
        approved_by: \(approver)
        approved_on: 2026-05-01

    """
  }

  @Test func anExclusionCoversWhatLiesBelowWhereItIsAllowed() throws {
    let allowed = try assess(Self.exclusion("iso9001:2015/7.1.5"))
    #expect(allowed.state(of: "iso9001:2015/7.1.5.1") == .notApplicable)
    #expect(allowed.state(of: "iso9001:2015/7.1.5.2") == .notApplicable)
    #expect(allowed.exceptions.first?.uses == 2)
    for text in [
      Self.exclusion("iso9001:2015/7.1.5", approver: "left"),
      Self.exclusion("iso9001:2015/7.1.5", impact: true), Self.exclusion("iso14001:2015/8.2"),
    ] {
      let refused = try assess(text)
      #expect(refused.state(of: "iso9001:2015/7.1.5.1") != .notApplicable)
      #expect(refused.state(of: "iso14001:2015/8.2") != .notApplicable)
    }
    let misspelt = try assess(Self.exclusion("iso9001:2015/7.15"))
    #expect(misspelt.findings(of: "exclusion-unknown").count == 1)
    #expect(allowed.findings(of: "exclusion-unknown").isEmpty)
  }

  // MARK: Comments

  private static let words =
    "rule=RULE until=2026-09-30 approved=2026-05-01 reason=\"Being signed\" approver=amal"

  private func comment(_ rule: String) -> String {
    Self.words.replacingOccurrences(of: "RULE", with: rule)
  }

  @Test func aCommentInYAMLIsARecord() throws {
    let rule = try ruleOfBoth()
    let mark = "# clauselint: derogation " + comment(rule)
    for documents in [
      Self.documents.replacingOccurrences(of: "code: P-1", with: "code: P-1 " + mark),
      Self.documents.replacingOccurrences(
        of: "    title: One", with: "    \(mark)\n    title: One"),
      Self.documents.replacingOccurrences(of: "  - id: P-2", with: "    \(mark)\n  - id: P-2"),
    ] {
      let assessment = try assess("", documents: documents)
      #expect(states(assessment, rule) == ["P-1 derogated", "P-2 new"], "\(documents)")
      #expect(assessment.errors == [])
      let exception = try #require(assessment.exceptions.first)
      #expect(exception.isComment)
      #expect(exception.record?.id.unescaped == "P-1")
      #expect(exception.reason.unescaped == "Being signed")
      #expect(exception.location.path.unescaped == "documents.yaml")
      let later = try assess("", on: "2026-10-01", documents: documents)
      #expect(states(later, rule) == ["P-1 new", "P-2 new"])
      #expect(later.findings(of: "derogation-expired").count == 1)
    }
  }

  @Test func aCommentInMarkdownIsARecord() throws {
    let rule = try ruleOfBoth()
    let head = "---\ntype: document\nid: P-3\ncode: P-3\ntitle: Three\nlifecycle: approved\n---\n"
    let mark = "<!-- clauselint:derogation\n" + comment(rule) + "\n-->\n"
    func state(_ body: String) throws -> [String] {
      try states(assess("", more: ["p-3.md": head + body]), rule).filter { $0.hasPrefix("P-3") }
    }
    #expect(try state("Text.\n") == ["P-3 new"])
    #expect(try state("Text.\n\n" + mark + "\nMore.\n") == ["P-3 derogated"])
    // Shown in code it is no comment.
    #expect(try state("```\n" + mark + "```\n") == ["P-3 new"])
    #expect(try state("Like `" + mark + "`.\n") == ["P-3 new"])
  }

  @Test func aCommentThatIsNoneIsAFinding() throws {
    let rule = try ruleOfBoth()
    func found(_ comment: String, hasEffect: Bool = false) throws -> [String] {
      let text = Self.documents.replacingOccurrences(
        of: "    title: One", with: "    # clauselint: derogation \(comment)\n    title: One")
      let assessment = try assess("", documents: text)
      let first = hasEffect ? "P-1 derogated" : "P-1 new"
      #expect(states(assessment, rule) == [first, "P-2 new"], "\(comment)")
      return assessment.findings.filter { $0.location.start.line == 4 }.map(\.rule)
    }
    let whole = comment(rule)
    #expect(try found("") == ["derogation-comment"])
    #expect(try found("rule") == ["derogation-comment"])
    #expect(
      try found(whole.replacingOccurrences(of: "signed\"", with: "signed"))
        == ["derogation-comment"])
    #expect(try found(whole + " rule=twice") == ["derogation-comment"])
    #expect(try found(whole + " until") == ["derogation-comment"])
    for (word, rule) in [
      ("until=2026-09-30 ", "field-required"), ("approved=2026-05-01 ", "field-required"),
      ("reason=\"Being signed\" ", "field-required"), (" approver=amal", "field-required"),
    ] {
      #expect(try found(whole.replacingOccurrences(of: word, with: " ")).contains(rule), "\(word)")
    }
    #expect(
      try found(whole.replacingOccurrences(of: "2026-09-30", with: "30/09/2026")) != [])
    #expect(
      try found(whole.replacingOccurrences(of: "=amal", with: "=nobody")) == ["ref-unresolved"])
    // As in any record, a word too many is said and takes nothing away.
    #expect(try found(whole + " colour=red", hasEffect: true).contains("unknown-key"))
  }

  @Test func aCommentOutsideOfRecordsAndTextInQuotesBindNothing() throws {
    let rule = try ruleOfBoth()
    let mark = "# clauselint: derogation " + comment(rule)
    let before = try assess("", documents: mark + "\n" + Self.documents)
    #expect(before.findings(of: "derogation-comment").map(\.location.start.line) == [1])
    #expect(states(before, rule) == ["P-1 new", "P-2 new"])
    let after = try assess("", documents: Self.documents + "\n" + mark + "\n")
    #expect(after.findings(of: "derogation-comment").count == 1)
    #expect(states(after, rule) == ["P-1 new", "P-2 new"])
    let quoted = mark.replacingOccurrences(of: "\"", with: "'")
    let inText = try assess(
      "",
      documents: Self.documents.replacingOccurrences(
        of: "title: One", with: "title: \"One\n      \(quoted)\""))
    #expect(inText.exceptions.isEmpty)
    #expect(inText.findings(of: "derogation-comment").isEmpty)
  }

  @Test(arguments: [
    "\u{202E}", "\u{0}", "\u{1B}[31m", "\\", "\"", "-->", String(repeating: "=", count: 5000),
  ])
  func hostileCommentsAreHarmless(_ text: String) throws {
    for documents in [
      Self.documents + "    # clauselint: derogation rule=\(text) reason=\"\(text)\n",
      Self.documents + "    # clauselint: derogation \(text)\n",
    ] {
      let assessment = try assess("", documents: documents)
      #expect(assessment.count(.derogated) == 0)
    }
  }
}
