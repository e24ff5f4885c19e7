import ClauseAssessment
import ClauseCalendar
import ClauseReports
import ClauseSource
import Testing

/// What the gate says in three languages: exceptions, baselines, comparisons.
@Suite struct GateGoldenTests {
  private static func date(_ text: String) -> CivilDate { CivilDate(iso: text) ?? .earliest }

  private static let hostile = "a\u{202E}b ##[error] \u{1B}[31m\n::set-env"

  static let exceptions = [
    ExceptionResult(
      kind: .exclusion, id: Untrusted("EX-1"), clauses: [Untrusted("iso9001:2015/8.3.1")],
      reason: Untrusted("Nothing is designed."), approver: Untrusted("amal"),
      start: date("2026-01-05"), end: nil, status: .inForce, uses: 1,
      location: AwkwardAssessment.location("exclusions.yaml", 3, 5, end: 9)),
    ExceptionResult(
      kind: .derogation, id: Untrusted("DG-1"), rule: Untrusted("doc-approved"),
      record: RecordReference(type: "document", id: "P-1"),
      reason: Untrusted("Le maire est absent."), approver: Untrusted("أمل"),
      start: date("2026-11-22"), end: date("2026-11-24"), status: .inForce, uses: 2,
      location: AwkwardAssessment.location("derogations.yaml", 2, 9, end: 13)),
    ExceptionResult(
      kind: .derogation, id: Untrusted("P-2/doc-approved"), rule: Untrusted("doc-approved"),
      reason: Untrusted(hostile), approver: nil, start: date("2026-10-01"),
      end: date("2026-11-22"), status: .ended, uses: 0, isComment: true,
      location: AwkwardAssessment.location("p-2.md", 9, 1, end: 80)),
    ExceptionResult(
      kind: .derogation, id: Untrusted("DG-3"), fingerprint: Untrusted("0123456789abcdef"),
      reason: Untrusted(""), approver: nil, start: nil, end: nil, status: .void, uses: 0,
      location: AwkwardAssessment.location("derogations.yaml", 22, 9, end: 13)),
    ExceptionResult(
      kind: .attestation, id: Untrusted("AT-1"),
      clauses: [Untrusted("iso9001:2015/5.1.1"), Untrusted("iso9001:2015/10.3")],
      reason: Untrusted("أشهد بذلك."), approver: Untrusted("amal"), start: date("2026-12-01"),
      end: date("2027-12-01"), status: .notBegun, uses: 0,
      location: AwkwardAssessment.location("سجل/تصريحات.csv", 2, 1, end: 5)),
  ]

  @Test(arguments: Language.allCases)
  func exceptions(language: Language) throws {
    var assessment = AwkwardAssessment.spotless(language)
    assessment.exceptions = Self.exceptions
    let bytes = ExceptionsText.report(assessment, options: ReportOptions())
    try expectGolden(bytes, "exceptions.\(language.rawValue).txt")
    assessment.exceptions = []
    let none = ExceptionsText.report(assessment, options: ReportOptions())
    #expect(lines(none).count == 2)
  }

  @Test func exceptionsAsJSON() throws {
    var assessment = AwkwardAssessment.spotless(.english)
    assessment.exceptions = Self.exceptions
    try expectGolden(ExceptionsJSON.document(assessment), "exceptions.json")
  }

  static let identity = FindingIdentity(
    rule: Untrusted("doc-approved"), record: RecordReference(type: "document", id: hostile),
    fingerprint: "00112233445566778899aabbccddeeff")

  static let baseline = BaselineResult(
    file: "accepted.yaml", entries: 6, found: 2, updated: 1,
    stale: [BaselineResult.StaleEntry.State.fixed, .absent, .undecided, .unknown].map {
      .init(
        identity: identity, state: $0,
        location: AwkwardAssessment.location("accepted.yaml", 4, 5, end: 90))
    })

  @Test(arguments: Language.allCases)
  func baselines(language: Language) throws {
    var page = BaselineText.check(
      Self.baseline, new: 3, language: language, options: ReportOptions())
    page += BaselineText.written(1, leftOut: 2, to: "accepted.yaml", language: language)
    page += BaselineText.pruned(2, left: 1, from: "accepted.yaml", language: language)
    var assessment = AwkwardAssessment.spotless(language)
    assessment.baseline = Self.baseline
    assessment.revision = RevisionResult(
      reference: "origin/main", commit: "ab", new: 0, fixed: [Self.identity],
      absent: [Self.identity])
    page += TextReporter().report(assessment, options: ReportOptions())
    try expectGolden(page, "baseline.\(language.rawValue).txt")
  }

  @Test func theResultCarriesBaselineAndRevision() throws {
    var assessment = AwkwardAssessment.spotless(.english)
    assessment.baseline = Self.baseline
    assessment.revision = RevisionResult(
      reference: Self.hostile, commit: "ab", new: 0, fixed: [Self.identity],
      absent: [Self.identity])
    let bytes = JSONReporter().report(assessment, options: ReportOptions())
    try expectGolden(bytes, "gate.json")
  }

  private static func finding(
    _ digit: String, _ severity: Severity, _ state: FindingState, _ path: String
  ) -> ComparedFinding {
    ComparedFinding(
      identity: FindingIdentity(
        rule: Untrusted("doc-approved"), record: nil, fingerprint: digit),
      severity: severity, state: state, message: Untrusted("P-\(digit) " + hostile),
      clauses: [Untrusted("iso9001:2015/7.5.2")],
      location: AwkwardAssessment.location(path, 3, 1, end: 5))
  }

  private static func run(
    _ file: String, _ day: String, _ findings: [ComparedFinding], _ state: ClauseState,
    _ version: String, errors: Int
  ) -> ComparedRun {
    ComparedRun(
      file: Untrusted(file), asOf: date(day),
      packs: [
        .init(id: Untrusted("own"), version: Untrusted(version), sha256: Untrusted("abcdef0123"))
      ], errors: errors, findings: findings,
      clauses: [(Untrusted("iso9001:2015/7.5.2"), state)])
  }

  private static let comparison = ResultComparison(
    before: run(
      "a.json", "2026-09-30",
      [
        finding("1", .minor, .new, "a.yaml"), finding("2", .minor, .new, "a.yaml"),
        finding("3", .major, .derogated, "a.yaml"),
      ], .nonconform, "1.0.0", errors: 0),
    after: run(
      "b.json", "2026-11-23",
      [
        finding("2", .major, .baseline, "b.yaml"), finding("3", .major, .new, "a.yaml"),
        finding("4", .observation, .derogated, "b.yaml"),
      ], .derogated, "1.1.0", errors: 2))

  @Test(arguments: Language.allCases)
  func comparisons(language: Language) throws {
    let bytes = ComparisonText.report(
      Self.comparison, language: language, options: ReportOptions())
    try expectGolden(bytes, "comparison.\(language.rawValue).txt")
  }

  @Test func comparisonAsJSON() throws {
    try expectGolden(ComparisonJSON.document(Self.comparison), "comparison.json")
  }
}
