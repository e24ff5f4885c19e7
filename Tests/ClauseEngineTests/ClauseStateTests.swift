import ClauseAssessment
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// From the findings of rules to the states of clauses: green only where something was shown.
@Suite struct ClauseStateTests {
  private func workshop(_ records: String) throws -> Organization {
    try Organization(["pack/pack.yaml": Workshop.pack, "records.yaml": records])
  }

  @Test func aRegisterWithoutRecordsShowsNothing() throws {
    let assessment = try workshop("machines: [{ id: M-1, owner: Sara }]").assess()
    #expect(assessment.state(of: "iso9001:2015/7.2") == .conform)
    #expect(assessment.state(of: "iso9001:2015/8") == .notAssessed)
    #expect(assessment.state(of: "iso14001:2015/4") == .notAssessed)
    #expect(assessment.state(of: "iso9001:2015/7.5") == .notAssessed)
    let vacuous = assessment.vacuousRules.map(\.id)
    // A statement about all tools is true of none, and proves nothing.
    #expect(vacuous.contains("tool-kind"))
    // Of what nobody provided a rule does not know that it is empty.
    #expect(!vacuous.contains("tools-counted"))
    #expect(assessment.rule("tools-counted")?.skipped == 1)
    #expect(!vacuous.contains("machine-owned"))
  }

  /// A rule that nobody finished may ask anything: what it finds counts, that it holds does not.
  @Test func aRuleOfADraftProvesNothing() throws {
    let draft = Workshop.pack.replacing("status: released", with: "status: draft")
    func state(_ records: String) throws -> ClauseState? {
      try Organization(["pack/pack.yaml": draft, "records.yaml": records]).assess()
        .state(of: "iso9001:2015/7.2")
    }
    #expect(try state("machines: [{ id: M-1, owner: Sara }]") == .notAssessed)
    #expect(try state("machines: [{ id: M-1 }]") == .nonconform)
  }

  @Test func anOptionalFieldThatIsAbsentIsNoFailureOfTheTool() throws {
    let assessment = try workshop("tools: [{ id: T-1 }]").assess()
    #expect(assessment.findings(of: "tool-kind").count == 1)
    #expect(assessment.errors == [])
  }

  @Test func aFailureMakesTheClauseNonconformAndItsParentWithIt() throws {
    let assessment = try workshop("machines: [{ id: M-1 }]").assess()
    #expect(assessment.state(of: "iso9001:2015/7.2") == .nonconform)
    #expect(assessment.state(of: "iso9001:2015/7") == .nonconform)
  }

  @Test func aParentIsAsBadAsItsWorstChild() throws {
    let assessment = try workshop("machines: [{ id: M-1, owner: Sara }]").assess()
    #expect(assessment.state(of: "iso9001:2015/7.2") == .conform)
    #expect(assessment.state(of: "iso9001:2015/7") == .notAssessed)
  }

  @Test func anObservationLeavesTheClauseConform() throws {
    // No interval of its own: the parameter stands in, which is practice and so an observation.
    let text = "machines: [{ id: M-1, owner: Sara, reviewed_on: 2020-01-01 }]"
    let assessment = try workshop(text).assess()
    let finding = try #require(assessment.findings(of: "machine-review-due").first)
    #expect(finding.severity == .observation)
    #expect(finding.basis == .practice)
    #expect(assessment.state(of: "iso9001:2015/7.3") == .conform)
  }

  @Test func onlyAStatementInForceAttestsAClause() throws {
    func state(_ on: String, _ until: String) throws -> ClauseState? {
      try workshop(
        """
        machines: [{ id: M-1, owner: Sara }]
        attestations: [{ id: A, clauses: ["iso9001:2015/7.4"], on: \(on), valid_until: \(until) }]
        """
      ).assess(on: "2026-06-15").state(of: "iso9001:2015/7.4")
    }
    #expect(try state("2026-06-15", "2026-06-15") == .attested)
    #expect(try state("2026-06-16", "2026-12-31") == .notAssessed)
    #expect(try state("2025-01-01", "2026-06-14") == .notAssessed)
  }

  @Test func aStatementDoesNotHideAFailure() throws {
    let assessment = try workshop(
      """
      machines: [{ id: M-1 }]
      attestations:
        - { id: A, clauses: ["iso9001:2015/7.2"], on: 2026-01-01, valid_until: 2026-12-31 }
      """
    ).assess()
    #expect(assessment.state(of: "iso9001:2015/7.2") == .nonconform)
  }

  @Test func aClauseIsExcludedOnlyWhereTheStandardAllowsIt() throws {
    let assessment = try workshop(
      """
      tools: [{ id: T-1 }]
      exclusions:
        - { id: E-1, clause: "iso9001:2015/8" }
        - { id: E-2, clause: "iso14001:2015/4" }
      """
    ).assess()
    #expect(assessment.state(of: "iso9001:2015/8") == .notApplicable)
    #expect(assessment.state(of: "iso14001:2015/4") == .nonconform)
  }

  @Test func aRecordThatCannotBeJudgedLeavesTheClauseOpen() throws {
    let assessment = try workshop(
      """
      machines:
        - { id: M-1, owner: Sara, state: running, power: 20 }
        - { id: M-2, owner: Sara, state: running, power: twenty }
      """
    ).assess()
    #expect(assessment.state(of: "iso9001:2015/7.1") == .notAssessed)
    let notice = try #require(assessment.notices.first { $0.rule == "machine-strong" })
    #expect(notice.record?.id.unescaped == "M-2")
    #expect(notice.reason.plain == "the value of “power” cannot be read")
    #expect(notice.location.start.line == 3)
    #expect(notice.location.start.column == 52)
    #expect(assessment.rule("machine-strong")?.skipped == 1)
    #expect(assessment.rule("machine-strong")?.evaluated == 1)
    #expect(assessment.findings(of: "field-type").count == 1)
    #expect(assessment.findings(of: "machine-strong").isEmpty)
  }

  // MARK: Grading

  @Test(arguments: [
    (10, 1, Severity.minor), (10, 2, .minor), (10, 3, .major), (9, 3, .minor), (9, 9, .minor),
    (15, 3, .major), (16, 3, .minor), (100, 20, .major), (100, 19, .minor), (5, 1, .minor),
    (1, 1, .minor),
  ])
  func aMajorRuleIsGradedByThePattern(_ count: Int, _ unowned: Int, _ severity: Severity) throws {
    let assessment = try workshop(Workshop.machines(count, unowned: unowned)).assess()
    let findings = assessment.findings(of: "machine-owned")
    #expect(findings.count == unowned)
    #expect(findings.allSatisfy { $0.severity == severity })
  }

  @Test func aCriticalRuleIsMajorAtOnce() throws {
    let records = (1...10).map { "  - { id: M-\($0), state: running, power: \($0 == 7 ? 1 : 50) }" }
    let text = "machines:\n" + records.joined(separator: "\n")
    let assessment = try workshop(text).assess()
    #expect(assessment.findings(of: "machine-strong").map(\.severity) == [.major])
  }

  // MARK: Days

  @Test func theDueDayIsInTime() throws {
    let organization = try workshop(
      "machines: [{ id: M-1, owner: S, reviewed_on: 2025-12-15, review_every: P6M }]")
    func late(_ day: String) throws -> Int {
      try organization.assess(on: day).findings(of: "machine-review-due").count
    }
    #expect(try late("2026-06-14") == 0)
    #expect(try late("2026-06-15") == 0)
    #expect(try late("2026-06-16") == 1)
  }

  @Test func monthsEndWhereTheMonthEnds() throws {
    let organization = try workshop(
      "machines: [{ id: M-1, owner: S, reviewed_on: 2026-08-31, review_every: P6M }]")
    func late(_ day: String) throws -> Int {
      try organization.assess(on: day).findings(of: "machine-review-due").count
    }
    #expect(try late("2027-02-28") == 0)
    #expect(try late("2027-03-01") == 1)
  }

  // MARK: Loading

  @Test func aSourceThatMatchesNothingIsAnError() throws {
    let organization = try workshop("machines: [{ id: M-1, owner: Sara }]")
    try organization.write(
      "sources:\n  - files: lists/*.csv\n    type: machine\n", to: "clauselint.yaml")
    let assessment = try organization.assess()
    #expect(
      assessment.errors == [
        "clauselint.yaml:2:12 source-empty: the source `lists/*.csv` matches no file"
      ])
  }

  @Test func aFolderWithoutRecordsIsAnErrorUnlessAllowed() throws {
    let organization = try Organization(["pack/pack.yaml": Workshop.pack, "notes.txt": "-"])
    #expect(try organization.assess().errors == ["nothing-to-check: no record was found"])
    let allowed = try organization.assess { $0.allowsEmpty = true }
    #expect(allowed.errors == [])
    let states = allowed.standards.flatMap(\.clauses).map(\.state)
    #expect(states.allSatisfy { $0 == .notAssessed })
  }

  @Test func oneBrokenFileDoesNotHideTheOthers() throws {
    let organization = try workshop("machines: [{ id: M-1 }]")
    try organization.write("machines: [{ id: M-2", to: "broken.yaml")
    let assessment = try organization.assess()
    #expect(assessment.hasErrors)
    #expect(assessment.errors.allSatisfy { $0.hasPrefix("broken.yaml:") })
    #expect(assessment.findings(of: "machine-owned").count == 1)
    let fates = assessment.files.map { "\($0.path.unescaped) \($0.fate.rawValue)" }
    #expect(fates.contains("broken.yaml not_assessed"))
    #expect(fates.contains("records.yaml assessed"))
  }

  @Test func pathsAndClausesNarrowTheFindings() throws {
    let organization = try workshop("machines: [{ id: M-1, reviewed_on: 2020-01-01 }]")
    try organization.write("machines: [{ id: M-2 }]", to: "more/records.yaml")
    let byPath = try organization.assess { $0.paths = ["more"] }
    #expect(Set(byPath.findings.map { $0.location.path.unescaped }) == ["more/records.yaml"])
    let byClause = try organization.assess { $0.clauses = ["7.2"] }
    #expect(Set(byClause.findings.map(\.rule)) == ["machine-owned"])
    let byStandard = try organization.assess { $0.standards = ["iso14001:2015"] }
    #expect(byStandard.findings(of: "machine-owned").isEmpty)
    #expect(byStandard.standards.map(\.id) == ["iso14001:2015"])
  }
}
