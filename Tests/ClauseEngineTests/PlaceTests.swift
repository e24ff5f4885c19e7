import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseSource
import Testing

/// Where findings stand.
@Suite struct PlaceTests {
  /// What is absent is missed in the organisation's own files, never in those of a pack.
  @Test func nothingIsFoundInAPack() throws {
    let organization = try Organization([
      "clauselint.yaml": "complete: true\n",
      "people.yaml": "persons:\n  - { id: amal, full_name: Amal Sefrani }\n",
    ])
    let options = RunOptions(
      root: organization.root, packFolders: [], asOf: try #require(CivilDate(iso: "2026-06-15")),
      jobs: 1, toolVersion: "test")
    let findings = Assessor(try Workspace.load(options, packs: TrapTests.library)).assess().findings
    #expect(findings.count > 10)
    #expect(
      Set(findings.map(\.location.path.unescaped)) == ["clauselint.yaml", "people.yaml"])
  }
}
