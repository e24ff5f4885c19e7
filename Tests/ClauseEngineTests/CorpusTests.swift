import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// Registers that were not written for this project, with answers counted by other means.
@Suite struct CorpusTests {
  private func pages(on day: CivilDate, of root: String) throws -> Workspace {
    var options = RunOptions(
      root: root, packFolders: [], asOf: day, jobs: 2, toolVersion: "test")
    options.packs = [Folders.packs + "/governed-pages"]
    options.configuration = Folders.packs + "/governed-pages.clauselint.yaml"
    return try Workspace.load(options)
  }

  private func overdue(_ day: String, of root: String) throws -> Int {
    let day = try #require(CivilDate(iso: day))
    return Assessor(try pages(on: day, of: root)).assess().findings(of: "page-review-due").count
  }

  @Test(.readsSharedData) func governedPagesAreOverdueAsCounted() throws {
    let root = try Folders.corpus("modernisation-platform")
    let expected = [
      "2026-05-01": 0, "2026-08-07": 1, "2026-10-01": 68, "2026-11-23": 101, "2027-01-31": 133,
    ]
    for (day, count) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(try overdue(day, of: root) == count, "on \(day)")
    }
  }

  /// On the last day of each month the pages overdue so far, from the months in which they
  /// become it.
  @Test(.readsSharedData) func governedPagesBecomeOverdueMonthByMonth() throws {
    let root = try Folders.corpus("modernisation-platform")
    let months = [
      ("2026-07-31", 0), ("2026-08-31", 42), ("2026-09-30", 24), ("2026-10-31", 18),
      ("2026-11-30", 22), ("2026-12-31", 11), ("2027-01-31", 16), ("2027-02-28", 1),
      ("2027-06-30", 0), ("2027-07-31", 1),
    ]
    var total = 0
    for (day, count) in months {
      total += count
      #expect(try overdue(day, of: root) == total, "by \(day)")
    }
  }

  @Test(.readsSharedData) func governedPagesAreReadWhole() throws {
    let root = try Folders.corpus("modernisation-platform")
    let day = try #require(CivilDate(iso: "2026-11-23"))
    let assessment = Assessor(try pages(on: day, of: root)).assess()
    #expect(assessment.recordCount == 135)
    let unread = assessment.diagnostics.filter { $0.severity == .error }
    #expect(unread.map(\.code) == ["front-matter-missing"])
    #expect(assessment.findings(of: "page-owned").isEmpty)
    #expect(assessment.rule("page-owned")?.evaluated == 135)
    #expect(assessment.notices.isEmpty)
    // The interval `6 month` is understood like `6 months`.
    let odd = assessment.findings.filter { $0.rule == "field-type" || $0.rule == "unknown-key" }
    #expect(odd.isEmpty, "\(assessment.summary.filter { !$0.contains("review-due") })")
  }

  private func register(_ file: String, on day: String, of root: String) throws -> Assessment {
    let fields: String = """
      { id: cveID, vendor: vendorProject, title: vulnerabilityName, added_on: dateAdded, \
      description: shortDescription, action: requiredAction, due_on: dueDate, \
      ransomware: knownRansomwareCampaignUse, weaknesses: cwes }
      """
    let configuration = try Organization([
      "clauselint.yaml": """
      sources:
        - files: \(file)
          type: vulnerability
          read: rows
          fields: \(fields)
      """
    ])
    var options = RunOptions(
      root: root, packFolders: [], asOf: try #require(CivilDate(iso: day)), jobs: 2,
      toolVersion: "test")
    options.packs = [Folders.packs + "/known-exploited"]
    options.configuration = configuration.root + "/clauselint.yaml"
    options.paths = [file]
    options.readsOnlyPaths = true
    return Assessor(try Workspace.load(options)).assess()
  }

  @Test(.readsSharedData) func knownExploitedVulnerabilitiesCountAsInTheRegister() throws {
    let root = try Folders.corpus("kev")
    let file = "known_exploited_vulnerabilities.csv"
    let assessment = try register(file, on: "2026-11-23", of: root)
    #expect(assessment.errors == [])
    #expect(assessment.recordCount == 1404)
    #expect(assessment.notices.isEmpty)
    let expected = [
      "due-before-added": 15, "weakness-missing": 152, "weaknesses-in-one-cell": 82,
      "outside-ascii": 11, "blanks-around": 26, "due-passed": 1404,
    ]
    for (rule, count) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(assessment.findings(of: rule).count == count, "\(rule)")
    }
  }

  @Test(
    .readsSharedData,
    arguments: [
      ("2022-01-01", 126), ("2023-01-01", 858), ("2024-01-01", 1051), ("2025-01-01", 1229),
      ("2025-08-25", 1393), ("2026-11-23", 1404),
    ])
  func knownExploitedVulnerabilitiesFallDue(_ day: String, _ count: Int) throws {
    let root = try Folders.corpus("kev")
    let assessment = try register("known_exploited_vulnerabilities.csv", on: day, of: root)
    #expect(assessment.findings(of: "due-passed").count == count)
  }
}
