import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseRules
import ClauseSource
import Testing

/// No clause is left without a rule, and none is green for want of records.
@Suite struct ClauseCoverageTests {
  static let library = PackLibrary.load(folders: [Folders.rules])

  /// Clauses that can only be judged on site: at best attested.
  static let judgedOnSite: Set<String> = [
    "iso9001:2015/5.1.1", "iso14001:2015/5.1", "iso45001:2018/5.1", "iso9001:2015/7.1.4",
    "iso9001:2015/7.3", "iso14001:2015/7.3", "iso45001:2018/7.3", "iso9001:2015/8.5.1",
    "iso45001:2018/8.1.2", "iso45001:2018/5.4", "iso14001:2015/6.1.2", "iso45001:2018/6.1.2.1",
    "iso9001:2015/7.1.6", "iso9001:2015/10.3", "iso14001:2015/10.3", "iso45001:2018/10.3",
  ]

  private static var leaves: [(id: String, clause: Clause)] {
    library.packs.standards.flatMap { standard in
      standard.clauses.filter(\.isLeaf).map { ("\(standard.id)/\($0.number)", $0) }
    }
  }

  @Test func thereAre137Clauses() {
    #expect(Self.leaves.count == 137)
  }

  @Test func clausesJudgedOnSiteAreNeverConform() {
    let marked = Set(Self.leaves.filter(\.clause.isAttestationOnly).map(\.id))
    #expect(marked == Self.judgedOnSite)
  }

  /// A clause is covered by a rule that can show conformity: neither practice, which nobody
  /// requires, nor a check of the form of records.
  @Test func everyClauseIsCoveredByARule() {
    let rules = Self.library.packs.rules.map(\.rule)
    let cited = Set(rules.flatMap { $0.clauses.map(\.clauseID) })
    let proved = Set(
      rules.filter { $0.basis != .practice && !$0.requirement.isIntegrity }.flatMap {
        $0.clauses.map(\.clauseID)
      })
    for (id, clause) in Self.leaves {
      #expect(cited.contains(id), "no rule cites \(id)")
      #expect(proved.contains(id) || clause.isAttestationOnly, "no rule can show \(id) conform")
    }
  }

  private func assess(_ files: KeyValuePairs<String, String>) throws -> Assessment {
    let folder = try Organization([:])
    for (path, text) in files { try folder.write(text, to: path) }
    var options = RunOptions(
      root: folder.root, packFolders: [Folders.rules],
      asOf: try #require(CivilDate(iso: "2026-11-23")), jobs: 2, toolVersion: "test")
    options.allowsEmpty = true
    return Assessor(try Workspace.load(options)).assess()
  }

  private static let configuration = """
    organization: org
    standards: [iso9001:2015, iso14001:2015, iso45001:2018]
    packs: [qse-core, iso9001-2015, iso14001-2015, iso45001-2018, ma-region]
    """

  private func conform(_ assessment: Assessment) -> [String] {
    assessment.standards.flatMap(\.clauses).filter { $0.state == .conform }.map(\.id)
  }

  @Test func nothingIsConformWithoutRecords() throws {
    let assessment = try assess(["clauselint.yaml": Self.configuration])
    // The organisation itself is missed too, and nothing else is wrong.
    #expect(
      assessment.errors == [
        "clauselint.yaml:1:15 organization-unknown: `org` is not the id of an organisation that was "
          + "read"
      ])
    #expect(assessment.standards.flatMap(\.clauses).filter(\.isLeaf).count == 137)
    #expect(conform(assessment) == [])
  }

  @Test func nothingIsConformInAFolderNobodyConfigured() throws {
    let assessment = try assess([:])
    #expect(assessment.errors == [])
    #expect(conform(assessment) == [])
  }

  @Test func nothingIsConformForBeingDeclaredAnOrganisation() throws {
    let assessment = try assess([
      "clauselint.yaml": Self.configuration,
      "organization.yaml": "organizations: [{ id: org, name: Région, legal_form: region }]\n",
    ])
    #expect(assessment.errors == [])
    #expect(conform(assessment) == [])
    // The run is not silent either.
    #expect(!assessment.findings.isEmpty)
  }
}
