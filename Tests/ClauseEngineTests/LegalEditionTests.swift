import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseSource
import Testing

/// The law of a day is the law that was in force on it.
@Suite struct LegalEditionTests {
  /// The decrees on public procurement in force on `day`, as an expression of a rule sees them.
  private func procurementDecrees(on day: String) throws -> [String] {
    let folder = try Organization([
      "clauselint.yaml": """
      organization: org
      standards: [iso9001:2015]
      packs: [qse-core, iso9001-2015, iso14001-2015, iso45001-2018, ma-region]
      """,
      "organization.yaml": "organizations: [{ id: org, name: Région }]\n",
    ])
    let options = RunOptions(
      root: folder.root, packFolders: [Folders.rules],
      asOf: try #require(CivilDate(iso: day)), jobs: 1, toolVersion: "test")
    var playground = try #require(
      ExpressionPlayground(workspace: try Workspace.load(options), type: nil))
    let answer = playground.evaluate(
      """
      legal_texts.filter(t, "procurement" in t.topics && t.text_kind == "decree" && t.in_force)
        .map(t, t.id)
      """)
    guard case .value(_, .list(let values)) = answer else {
      Issue.record("the expression gives \(answer)")
      return []
    }
    return values.compactMap { value in
      if case .string(let id) = value { return id }
      return nil
    }
  }

  @Test(arguments: [
    ("2022-06-01", "ma.d-2-12-349"), ("2023-08-31", "ma.d-2-12-349"),
    ("2023-09-01", "ma.d-2-22-431"), ("2024-01-01", "ma.d-2-22-431"),
  ])
  func procurementFollowsTheDecreeOfTheDay(_ day: String, _ decree: String) throws {
    let seen = try procurementDecrees(on: day).filter {
      ["ma.d-2-12-349", "ma.d-2-22-431"].contains($0)
    }
    #expect(seen == [decree])
  }
}
