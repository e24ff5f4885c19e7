import ClauseAssessment
import ClauseCalendar
import ClauseSource
import Foundation
import Testing

@testable import ClauseEngine

/// The report made of records: what an auditor reads, from a small region with the shipped packs.
@Suite struct GapReportTests {
  private static let files: KeyValuePairs<String, String> = [
    "clauselint.yaml": "organization: org\nlanguages: [fr]\n",
    "records.yaml": """
    organizations: [{ id: org, name: Région, legal_form: region, headcount: 40, sites: [S1], activities: [Routes] }]
    sites: [{ id: S1, title: Siège, address: Rue 1, kind: office }]
    persons:
      amal: { full_name: Amal Sefrani, managerial: true, full_name_ar: أمل }
    scopes:
      - { id: DA, text: Routes et écoles, standards: ["iso9001:2015"], sites: [S1], products_services: [], approved_by: amal, approved_on: 2026-01-10 }
    processes:
      - { id: PR1, title: Achats, kind: core, owner: amal, purpose: p, inputs: [a], outputs: [b] }
      - { id: PR2, title: Écoute, kind: core, owner: amal, purpose: p, inputs: [a], outputs: [b] }
    documents:
      - { id: D1, code: D1, kind: procedure, origin: internal, version: "1", version_date: 2025-07-01, lifecycle: approved, approved_by: amal, approved_on: 2025-07-01, owner: amal, process: PR1, last_reviewed_on: 2025-07-01, review_every: P1Y }
    kpis: [{ id: K1, title: Délai, process: PR1, kind: process, definition: d, unit: jours, frequency: P1M, target: 45, comparator: le, collector: amal }]
    measurements:
      - { id: M2, kpi: K1, period_start: 2026-05-01, period_end: 2026-05-31, value: 44, measured_on: 2026-06-02 }
      - { id: M1, kpi: K1, period_start: 2026-04-01, period_end: 2026-04-30, value: 61, measured_on: 2026-05-02 }
      - { id: M0, kpi: K1, period_start: 2026-03-01, period_end: 2026-03-31, value: 63, measured_on: 2026-04-02 }
    legal_texts: [{ id: L1, reference: "1-2", text_kind: law, topics: [ohs], confidence: low, amended_by: [{ text: L2, on: 2026-03-01 }] }, { id: L2, reference: "3-4", text_kind: law, topics: [ohs] }]
    obligations:
      - { id: O1, text: L1, requirement: Vérifier, trigger: periodic, period: P1Y, last_done_on: 2025-06-14, owner: amal, applicability: applicable, criticality: high }
      - { id: O2, requirement: Afficher, trigger: continuous, applicability: applicable, owner: amal }
      - { id: O3, requirement: Rien, trigger: continuous, applicability: not_applicable }
    compliance_evaluations:
      - { id: E1, obligation: O1, evaluated_on: 2026-02-01, evaluator: amal, result: nonconform, method: document_check }
      - { id: E2, obligation: O2, evaluated_on: 2026-05-01, evaluator: amal, result: conform, method: document_check }
    derogations: [{ id: DG, rule: document-owner, reason: r, approved_by: amal, approved_on: 2026-06-01, expires_on: 2026-06-30 }]
    exclusions: [{ id: X1, clause: "iso9001:2015/8.3.1", justification: "The council designs nothing itself; every service it provides follows a decree or a plan decided by others, so nothing is designed.", impact_on_conformity: false, approved_by: amal, approved_on: 2026-01-01 }]
    """,
    ".git/HEAD": "ref: refs/heads/main\n",
    ".git/packed-refs":
      "# pack-refs\n0123456789abcdef0123456789abcdef01234567 refs/heads/main\n",
  ]

  private static func report(
    on day: String = "2026-06-15", _ change: (inout GapReportBuilder.Options) -> Void = { _ in }
  ) throws -> GapReport {
    let organization = try Organization(files)
    var options = RunOptions(
      root: organization.root, packFolders: [Folders.rules],
      asOf: try #require(CivilDate(iso: day)), jobs: 1, toolVersion: "test")
    options.language = .french
    var wanted = GapReportBuilder.Options()
    change(&wanted)
    return GapReportBuilder(try Workspace.load(options), options: wanted).build()
  }

  @Test func theReportSaysWhatTheRecordsShow() throws {
    let report = try Self.report { options in
      options.languages = [.arabic, .french]
      options.sample = SampleRequest(size: nil, seed: "7")
    }
    #expect(report.languages == [.arabic, .french])
    #expect(report.editions[0].findings.count == report.editions[1].findings.count)
    for (a, b) in zip(report.editions[0].findings, report.editions[1].findings) {
      #expect(a.fingerprint == b.fingerprint)
    }
    let commit = try #require(report.identification.commit)
    #expect(commit.unescaped == "0123456789abcdef0123456789abcdef01234567")
    let scope = try #require(report.identification.scope)
    #expect(scope.text.unescaped == "Routes et écoles")
    #expect(scope.approvedBy?.title(in: .arabic)?.unescaped == "أمل")
    #expect(scope.approvedBy?.title(in: .french)?.unescaped == "Amal Sefrani")
    checkLegal(report)
    checkIndicators(report)
    checkGates(report)
    checkSample(report)
    let sites = report.inventory.first { $0.type == "site" }
    #expect(sites?.records == 1)
    #expect(report.inventory.first { $0.type == "hazard" }?.records == 0)
    #expect(report.exclusions.map(\.status) == [.inForce])
  }

  private func checkLegal(_ report: GapReport) {
    let rows = Dictionary(
      uniqueKeysWithValues: report.legal.obligations.map { ($0.record.reference.id.unescaped, $0) })
    #expect(report.legal.applicable.count == 2)
    // The due day was yesterday; the text was amended after the last evaluation.
    #expect(rows["O1"]?.nextDue == CivilDate(iso: "2026-06-14"))
    #expect(rows["O1"]?.isOverdue == true)
    #expect(rows["O1"]?.staleness == .amended)
    #expect(rows["O1"]?.isBreached == true)
    #expect(rows["O1"]?.isActedUpon == false)
    #expect(rows["O1"]?.confidence == "low")
    #expect(rows["O1"]?.findings.isEmpty == false)
    #expect(rows["O2"]?.staleness == nil)
    #expect(rows["O2"]?.isBreached == false)
    #expect(rows["O3"]?.applies == false)
  }

  private func checkIndicators(_ report: GapReport) {
    let series = report.indicators.first
    #expect(series?.points.map(\.value) == [63, 61, 44])
    #expect(series?.points.map { series?.meets($0) } == [false, false, true])
  }

  private func checkGates(_ report: GapReport) {
    let gates = Dictionary(uniqueKeysWithValues: report.gates.map { ($0.question, $0) })
    #expect(gates[.scopeApproved]?.answer == .yes)
    #expect(gates[.auditCycle]?.answer == .notAssessed)
    #expect(gates[.complianceEvaluated]?.answer == .no)
    #expect(gates[.complianceEvaluated]?.met == 1)
    #expect(gates[.complianceEvaluated]?.total == 2)
    #expect(gates[.threeMonths]?.answer == .yes)
    #expect(gates[.drillsHeld]?.answer == .notAssessed)
  }

  private func checkSample(_ report: GapReport) {
    let register = report.sample?.registers.first { $0.type == "measurement" }
    #expect(register?.population == 3)
    // The root of three, rounded up.
    #expect(register?.items.count { $0.reason == .drawn } == 2)
    #expect(register?.items.allSatisfy { $0.stratum.map(\.unescaped) == ["PR1", "2026"] } == true)
  }

  @Test func clausesOfTheHarmonisedStructureShareARow() throws {
    let report = try Self.report()
    #expect(report.clauses.filter { $0.number == "4.1" }.count == 1)
    #expect(report.clauses.first { $0.number == "4.1" }?.cells.compactMap { $0 }.count == 3)
    #expect(report.clauses.filter { $0.number == "8.2" }.count > 1)
    let leaves = report.clauses.flatMap { $0.cells.compactMap { $0 } }.filter(\.result.isLeaf)
    #expect(leaves.count == 137)
    for cell in leaves where cell.result.state == .conform { #expect(!cell.rules.isEmpty) }
  }

  @Test func aForecastNamesTheFirstDayOfEachFinding() throws {
    let report = try Self.report()
    // Reviewed on 1 July 2025 for a year: in time on that day, found on the next.
    let review = report.comingDue.first {
      $0.context.record?.reference.id.unescaped == "D1" && $0.beginsOn.iso == "2026-07-02"
    }
    #expect(review?.isExact == true)
    #expect(report.comingDue.allSatisfy { $0.beginsOn > report.assessment.asOf })
    let days = report.comingDue.map(\.beginsOn)
    #expect(days == days.sorted())
    let today = Set(report.assessment.findings.filter { $0.state == .new }.map(\.fingerprint))
    #expect(report.comingDue.allSatisfy { !today.contains($0.finding.fingerprint) })
  }

  @Test func aForecastIsWhatTheCheckFindsThen() throws {
    let report = try Self.report()
    let later = try Self.report(on: "2026-07-15")
    let today = Set(report.assessment.findings.filter { $0.state == .new }.map(\.fingerprint))
    let begun = Set(later.assessment.findings.filter { $0.state == .new }.map(\.fingerprint))
      .subtracting(today)
    let limit = try #require(CivilDate(iso: "2026-07-15"))
    let foretold = Set(
      report.comingDue.filter { $0.beginsOn <= limit }.map(\.finding.fingerprint))
    #expect(begun.isSubset(of: foretold))
    #expect(!begun.isEmpty)
  }

  @Test func theSampleDependsOnItsSeedAlone() throws {
    func drawn(_ seed: String) throws -> [String] {
      let report = try Self.report { $0.sample = SampleRequest(size: 1, seed: seed) }
      return (report.sample?.registers ?? []).flatMap(\.items).map(\.record.reference.id.unescaped)
    }
    #expect(try drawn("a") == drawn("a"))
    let draws = try ["a", "b", "c", "d", "e", "f"].map(drawn)
    #expect(Set(draws).count > 1)
  }

  @Test(arguments: [
    (0, 0), (1, 1), (2, 2), (4, 2), (5, 3), (9, 3), (10, 4), (1095, 34),
  ])
  func theUsualSampleIsTheRootRoundedUp(count: Int, size: Int) {
    #expect(Sampling.ceilingOfRoot(count) == size)
  }

  @Test func theCommitIsReadFromFilesAlone() {
    let hash = String(repeating: "0a", count: 20)
    func commit(_ files: [String: String]) -> String? { GitHead.commit { files[$0] } }
    #expect(commit([".git/HEAD": hash + "\n"]) == hash)
    #expect(
      commit([".git/HEAD": "ref: refs/heads/x/y\n", ".git/refs/heads/x/y": hash + "\n"]) == hash)
    #expect(commit([:]) == nil)
    #expect(commit([".git/HEAD": "ref: ../../etc/passwd"]) == nil)
    #expect(
      commit([".git/HEAD": "ref: refs/../../x", ".git/refs/../../x": hash]) == nil)
    #expect(commit([".git/HEAD": "<script>"]) == nil)
    #expect(commit([".git/HEAD": String(repeating: "A", count: 40)]) == nil)
  }
}
