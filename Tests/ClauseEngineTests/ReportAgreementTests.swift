import ClauseAssessment
import ClauseCalendar
import ClauseRecords
import ClauseSource
import Foundation
import Testing

@testable import ClauseEngine

/// The gap report says of every duty, action and exception what `check` says of it.
@Suite struct ReportAgreementTests {
  /// A generator with a seed, so that a failure can be shown again.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }

    mutating func pick(_ words: [String]) -> String { words[roll(words.count)] }

    /// A day around the as-of date; the day itself and its neighbours often.
    mutating func day() -> String {
      let distance = roll(3) == 0 ? roll(3) - 1 : roll(900) - 450
      return CivilDate(iso: ReportAgreementTests.day)?.adding(days: distance)?.iso ?? "2026-06-15"
    }

    /// `key: value` or nothing.
    mutating func maybe(_ key: String, _ value: String) -> String {
      roll(3) == 0 ? "" : ", \(key): \(value)"
    }
  }

  private static let day = "2026-06-15"

  private static func records(_ seed: UInt64) -> String {
    var dice = Dice(state: seed)
    var text = """
      persons:
        - { id: amal, full_name: Amal S., managerial: true }
        - { id: gone, full_name: Gone G., managerial: true, left_on: \(dice.day()) }
      legal_texts:
        - { id: L1, reference: "1", text_kind: law, topics: [ohs], amended_by: [{ text: L2, on: \(dice.day()) }] }
        - { id: L2, reference: "2", text_kind: law, topics: [ohs] }

      """
    text += "obligations:\n"
    for index in 0..<12 {
      text +=
        "  - { id: O\(index), requirement: r, trigger: "
        + dice.pick(["continuous", "once", "periodic", "event", "validity"])
        + dice.maybe("text", "L1") + dice.maybe("period", dice.pick(["P1M", "P1Y", "P2Y"]))
        + dice.maybe("deadline", "P30D") + dice.maybe("anchor", dice.day())
        + dice.maybe("in_force_from", dice.day()) + dice.maybe("last_done_on", dice.day())
        + dice.maybe("next_due_on", dice.day())
        + dice.maybe("criticality", dice.pick(["high", "low"]))
        + dice.maybe(
          "applicability", dice.pick(["applicable", "partly", "not_applicable", "unknown"]))
        + " }\n"
    }
    text += "compliance_evaluations:\n"
    for index in 0..<12 {
      text +=
        "  - { id: E\(index), obligation: O\(dice.roll(12)), evaluated_on: \(dice.day()), "
        + "evaluator: amal, method: interview, result: "
        + dice.pick(["conform", "partial", "nonconform", "not_applicable", "to_verify"])
        + dice.maybe("actions", "[A\(dice.roll(10))]") + " }\n"
    }
    text += "actions:\n"
    for index in 0..<10 {
      text +=
        "  - { id: A\(index), kind: legal, description: d, responsible: amal, due_on: \(dice.day()), "
        + "origin: \(dice.pick(["E1", "E5", "O3", "L1"])), status: "
        + dice.pick(["planned", "ongoing", "done", "verified", "cancelled"])
        + dice.maybe("done_on", dice.day()) + " }\n"
    }
    text += "attestations:\n"
    for index in 0..<5 {
      text +=
        "  - { id: AT\(index), clauses: [\"iso9001:2015/5.1.\(1 + dice.roll(2))\"], statement: s, "
        + "by: \(dice.pick(["amal", "gone"])), on: \(dice.day()), valid_until: \(dice.day())"
        + dice.maybe("evidence", "[records.yaml]") + " }\n"
    }
    text += "derogations:\n"
    for index in 0..<6 {
      text +=
        "  - { id: DG\(index), rule: \(dice.pick(["action-overdue", "obligation-due", "evaluation-exists"])), "
        + "record: \(dice.pick(["A1", "A2", "O1", "O2", "O3"])), reason: r, "
        + "approved_by: \(dice.pick(["amal", "gone"])), approved_on: \(dice.day()), expires_on: \(dice.day()) }\n"
    }
    text += "exclusions:\n"
    for index in 0..<4 {
      text +=
        "  - { id: X\(index), clause: \"\(dice.pick(["iso9001:2015/8.3", "iso14001:2015/8.2"]))\", "
        + "justification: \(dice.pick(["short", String(repeating: "long enough ", count: 8)])), "
        + "impact_on_conformity: \(dice.pick(["true", "false"])), approved_by: amal, approved_on: \(dice.day()) }\n"
    }
    return text
  }

  @Test(arguments: 1...12)
  func reportAndCheckAgree(_ seed: Int) throws {
    let organization = try Organization([
      "clauselint.yaml": "packs: [qse-core, iso9001-2015, iso14001-2015]\n",
      "records.yaml": Self.records(UInt64(seed)),
    ])
    var options = RunOptions(
      root: organization.root, packFolders: [Folders.rules],
      asOf: try #require(CivilDate(iso: Self.day)), jobs: 1,
      toolVersion: "test")
    options.language = .english
    let report = GapReportBuilder(try Workspace.load(options)).build()
    let assessment = report.assessment
    func found(_ rules: String...) -> Set<String> {
      Set(
        assessment.findings.filter { rules.contains($0.rule) }
          .compactMap { $0.record?.id.unescaped })
    }
    func ids<Row>(_ rows: [Row], _ label: (Row) -> RecordLabel) -> Set<String> {
      Set(rows.map { label($0).reference.id.unescaped })
    }
    let legal = report.legal
    #expect(legal.obligations.count == 12)
    #expect(
      ids(legal.overdue) { $0.record } == found("obligation-due", "obligation-due-critical"))
    #expect(legal.obligations.filter { $0.isOverdue }.allSatisfy { $0.nextDue != nil })
    #expect(
      ids(legal.applicable.filter { $0.staleness == .never || $0.staleness == .tooOld }) {
        $0.record
      } == found("evaluation-exists"))
    // The rule is about evaluations, the report about the latest one.
    for row in legal.unacted {
      #expect(
        row.findings.contains { assessment.findings[$0].rule == "evaluation-nonconform-acted" })
    }
    #expect(ids(report.actions.filter(\.isOverdue)) { $0.record } == found("action-overdue"))
    #expect(
      report.actions.filter(\.isOpen).allSatisfy { ["planned", "ongoing"].contains($0.status) })
    #expect(report.actions.filter { !$0.isOpen }.allSatisfy { !$0.isOverdue })
    checkExceptions(report)
  }

  private func checkExceptions(_ report: GapReport) {
    var status: [String: ExceptionResult.Status] = [:]
    var uses: [String: Int] = [:]
    for entry in report.assessment.exceptions {
      status[entry.id.unescaped] = entry.status
      uses[entry.id.unescaped] = entry.uses
    }
    #expect(status.count == 15)
    for row in report.attestations {
      #expect(row.status == status[row.record.reference.id.unescaped])
    }
    for row in report.exclusions {
      #expect(row.status == status[row.record.reference.id.unescaped])
    }
    for row in report.derogations {
      #expect(row.status == status[row.record.reference.id.unescaped])
      #expect(row.findings.count == uses[row.record.reference.id.unescaped])
      #expect(row.findings.allSatisfy { report.assessment.findings[$0].state == .derogated })
    }
  }

  /// The names the report reads are names that packs declare.
  @Test func everyViewFitsTheShippedPacks() throws {
    let organization = try Organization(["records.yaml": "sites: []\n"])
    let workspace = try Workspace.load(
      RunOptions(
        root: organization.root, packFolders: [Folders.rules],
        asOf: try #require(CivilDate(iso: Self.day)), jobs: 1,
        toolVersion: "test"))
    let catalog = workspace.store.catalog
    for view in ReportViews.all {
      let layout = try #require(
        catalog.layouts.first { $0.name == view.type }, "there is no type \(view.type)")
      for field in Self.fields(view) {
        #expect(layout.slot(of: field) != nil, "\(view.type) has no field \(field)")
      }
    }
    let fields = Set(catalog.layouts.flatMap { $0.fields.map(\.name) + $0.derived.map(\.name) })
    let lone =
      ReportViews.titles + ReportViews.processes + ReportViews.ways + ReportViews.owners
      + ReportViews.thresholds.flatMap { [$0.0, $0.1] } + [ReportViews.site, ReportViews.process]
    for name in lone { #expect(fields.contains(name), "no type has a field \(name)") }
    for (type, field) in ReportViews.traces {
      let index = try #require(catalog.index(ofType: type))
      #expect(catalog.slot(of: field, inType: index) != nil, "\(type) has no field \(field)")
    }
  }

  private static func fields<View: RecordView>(_ view: View.Type) -> [String] {
    view.allCases.map(\.rawValue)
  }
}
