import ClauseAssessment
import ClauseEngine
import ClauseSource
import Testing

/// Rules that cite an old edition of a standard reach the clauses that follow in the new one.
@Suite struct CrosswalkTests {
  /// Two editions of a standard of the house and a rule on each clause of the old one.
  private static func pack(_ map: String, to edition: String = "house:2031") -> String {
    let rules = (1...6).map { number in
      """
        - id: on-\(number)
          title: { en: Tools are of a kind }
          for: tool
          require: { present: [kind] }
          severity: minor
          basis: normative
          clauses: ["house:2026/1.\(number)"]
          message: { en: no kind }
          tests:
            - { given: { tool: {} }, finds: [kind] }
            - { given: { tool: { kind: saw } }, finds: nothing }

      """
    }.joined()
    return """
      pack: house
      version: 1.0.0
      status: released
      cites: ["house:2040"]
      ---
      standard: "house:2026"
      name: House
      discipline: quality
      exclusions: allowed
      clauses:
        "1": { title: All }
        "1.1": { title: A }
        "1.2": { title: B }
        "1.3": { title: C }
        "1.4": { title: D }
        "1.5": { title: E }
        "1.6": { title: F }
      ---
      standard: "house:2031"
      name: House
      discipline: quality
      exclusions: allowed
      clauses:
        "1": { title: Old }
        "1.1": { title: A }
        "2": { title: New }
        "2.1": { title: B }
        "2.2": { title: C one }
        "2.3": { title: C two }
        "2.4": { title: D }
        "2.5": { title: E }
        "2.6": { title: Nobody asked before }
      ---
      crosswalk: { from: "house:2026", to: "\(edition)" }
      map:
      \(map)
      ---
      types:
        tool: { plural: tools, title: Tool, fields: { kind: string } }
      ---
      rules:
      \(rules)
        - id: on-both
          title: { en: Tools are of a kind }
          for: tool
          require: { present: [kind] }
          severity: minor
          basis: normative
          clauses: ["house:2026/1.1", "house:2031/2.6"]
          message: { en: no kind }
          tests:
            - { given: { tool: {} }, finds: [kind] }
            - { given: { tool: { kind: saw } }, finds: nothing }
      """
  }

  private static let map = """
      "1.1": ["1.1"]
      "1.2": ["2.1"]
      "1.3": ["2.2", "2.3"]
      "1.4": { to: ["2.4"], relation: merged }
      "1.5": { to: ["2.5"], relation: changed }
      "1.6": []
    """

  private func reached(_ id: String, _ assessment: Assessment) throws -> [String] {
    try #require(assessment.rule(id)).clausesByCrosswalk
  }

  @Test func rulesReachTheClausesThatFollow() throws {
    let folder = try Organization([
      "pack/pack.yaml": Self.pack(Self.map), "records.yaml": "tools: [{ id: T, kind: saw }]",
    ])
    let assessment = try folder.assess()
    #expect(assessment.errors == [])
    #expect(try reached("on-1", assessment) == ["house:2031/1.1"])
    #expect(try reached("on-2", assessment) == ["house:2031/2.1"])
    #expect(try reached("on-3", assessment) == ["house:2031/2.2", "house:2031/2.3"])
    #expect(try reached("on-4", assessment) == ["house:2031/2.4"])
    // The requirement changed, or is gone: the old rule says nothing of it.
    #expect(try reached("on-5", assessment) == [])
    #expect(try reached("on-6", assessment) == [])
    // Its author has said what it means in the new edition.
    #expect(try reached("on-both", assessment) == [])
    #expect(assessment.rule("on-both")?.clauses == ["house:2026/1.1", "house:2031/2.6"])
    #expect(assessment.state(of: "house:2031/2.3") == .conform)
    #expect(assessment.state(of: "house:2031/2.5") == .notAssessed)
    let followed = assessment.standards.flatMap(\.clauses).first { $0.id == "house:2031/2.1" }
    #expect(followed?.rules == 1)
    #expect(followed?.rulesByCrosswalk == 1)
  }

  @Test func aFindingFailsTheClauseThatFollows() throws {
    let folder = try Organization([
      "pack/pack.yaml": Self.pack(Self.map), "records.yaml": "tools: [{ id: T }]",
    ])
    let assessment = try folder.assess()
    #expect(assessment.state(of: "house:2031/2.3") == .nonconform)
    #expect(assessment.state(of: "house:2031/2.5") == .notAssessed)
    #expect(
      assessment.findings(of: "on-3").first?.clauses
        == ["house:2026/1.3", "house:2031/2.2", "house:2031/2.3"])
  }

  /// `code message` of everything said about the pack, with its line.
  private func said(_ pack: String) throws -> [String] {
    let folder = try Organization(["pack/pack.yaml": pack])
    let library = PackLibrary.load(folders: [], paths: [folder.root + "/pack"])
    return library.diagnostics.filter { $0.code != "clause-uncited" }.map {
      "\($0.severity) \($0.code): \($0.message[.english])"
    }
  }

  private func errors(_ map: String, to edition: String = "house:2031") throws -> [String] {
    try said(Self.pack(map, to: edition)).filter { $0.hasPrefix("error") }
  }

  @Test func leavesOfEitherEditionThatAreNotMappedAreNamed() throws {
    #expect(
      try said(Self.pack(Self.map))
        == ["warning crosswalk-unmapped: clause 2.6 of house:2031 follows no clause of house:2026"])
    let shorter = Self.map.split(separator: "\n").filter { !$0.contains("1.5") }
      .joined(separator: "\n")
    #expect(
      try said(Self.pack(shorter)) == [
        "warning crosswalk-unmapped: clause 1.5 of house:2026 is mapped to nothing",
        "warning crosswalk-unmapped: clause 2.5 of house:2031 follows no clause of house:2026",
        "warning crosswalk-unmapped: clause 2.6 of house:2031 follows no clause of house:2026",
      ])
  }

  @Test func clausesAndEditionsThatAreNotThereAreErrors() throws {
    #expect(
      try errors("  \"1.1\": [\"9.9\"]")
        == ["error unknown-clause: `9.9` is no clause of house:2031"])
    #expect(
      try errors("  \"9.1\": [\"1.1\"]")
        == ["error unknown-clause: `9.1` is no clause of house:2026"])
    #expect(
      try errors("  \"1.1\": [\"2\"]")
        == ["error clause-not-leaf: clause 2 of house:2031 has clauses of its own"])
    #expect(
      try errors("  \"1.1\": [\"1.1\"]", to: "house:2032")
        == ["error unknown-standard: `house:2032` is no standard"])
    #expect(
      try errors("  \"1.1\": [\"1.1\"]", to: "house:2026")
        == ["error crosswalk-editions: a crosswalk leads to another edition"])
  }

  @Test func anEditionThatIsOnlyCitedMayBeAbsent() throws {
    #expect(try errors(Self.map, to: "house:2040") == [])
  }

  @Test func onlyWhatIsWithdrawnLeadsNowhere() throws {
    #expect(
      try errors("  \"1.1\": { to: [\"1.1\"], relation: withdrawn }")
        == ["error crosswalk-relation: the clause 1.1 is `withdrawn` and leads to another"])
    #expect(
      try errors("  \"1.1\": { to: [], relation: merged }")
        == ["error crosswalk-relation: the clause 1.1 is `merged` and leads to no clause"])
  }
}
