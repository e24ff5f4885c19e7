import ClauseAssessment
import ClauseEngine
import ClauseSource
import Testing

/// How much of a rule fails, for every way in which rules ask.
@Suite struct ExtentTests {
  private func extent(_ requirement: String, _ records: String) throws -> [String] {
    let pack = """
      pack: works
      version: 1.0.0
      status: draft
      ---
      types:
        policy:
          plural: policies
          title: Policy
          fields:
            holds: list<string>
            owner: string
            files: list<string>
        site:
          plural: sites
          title: Site
          fields: { kind: string, opened_on: date, closed_on: date }
      ---
      rules:
        - id: asked
          title: What is asked
          for: organization
          require: \(requirement)
          severity: major
          basis: own
          message: "it fails"
      """
    let organization = try Organization([
      "clauselint.yaml": "complete: true\n", "pack/pack.yaml": pack, "records.yaml": records,
    ])
    let assessment = try organization.assess()
    #expect(assessment.errors == [])
    return try #require(assessment.findings(of: "asked").first).extent.elements
  }

  private static let sites =
    "sites: [{ id: A, kind: x }, { id: B, kind: y }, { id: C, kind: z }]\n"

  @Test(arguments: [
    // What is missing of a list.
    (
      #"{ covers: { set: 'sites.map(s, s.?kind.orValue(""))', required: [x, q, r] } }"#, ["q", "r"]
    ),
    (#"'["x", "q", "y", "r"].all(k, sites.exists(s, s.?kind.orValue("") == k))'"#, ["q", "r"]),
    // The records that fail, or should not be there.
    (#"sites.all(s, s.?kind.orValue("") == "x")"#, ["site:B", "site:C"]),
    (#"'!sites.exists(s, s.?kind.orValue("") == "z")'"#, ["site:C"]),
    (#"sites.filter(s, s.?kind.orValue("") != "x").size() == 0"#, ["site:B", "site:C"]),
    // Loops in loops.
    (
      #"'sites.all(s, ["x", "y"].all(k, s.?kind.orValue("") == k))'"#,
      ["site:A/y", "site:B/x", "site:C/x", "site:C/y"]
    ),
    // How many are lacking, or too many.
    ("{ exists: { of: policy } }", ["=1"]),
    ("{ count: { of: site, at_least: 5 } }", ["=2"]),
    ("{ count: { of: site, at_most: 1 } }", ["=2"]),
    ("sites.size() == 1", ["=2"]),
    // Nothing smaller than the whole.
    ("{ exists: { of: policy, where: has(policy.owner) } }", []),
    (#"sites.exists(s, s.?kind.orValue("") == "q")"#, []),
    (#"'policies.size() > 0 ? true : false'"#, []),
  ])
  func elements(_ requirement: String, _ expected: [String]) throws {
    #expect(try extent(requirement, Self.sites) == expected, "\(requirement)")
  }

  @Test func partsOfAnExpressionAreToldApart() throws {
    let both = #"policies.size() > 0 && sites.all(s, s.?kind.orValue("") == "x")"#
    let elements = try extent("'" + both + "'", Self.sites)
    #expect(elements.count == 3)
    #expect(elements.allSatisfy { $0.hasPrefix("#") })
    #expect(elements.count { $0.hasSuffix("/=1") } == 1)
    #expect(elements.count { $0.hasSuffix("/site:B") } == 1)
  }

  /// What holds because there is nothing yet belongs to what is missing.
  @Test func whatHoldsOfNothingIsNotTakenForGood() throws {
    let guarded = #"'policies.size() > 0 && policies.all(p, has(p.owner))'"#
    let none = try extent(guarded, Self.sites)
    let unowned = try extent(guarded, "policies: [{ id: P }]\n")
    #expect(Extent(none).covers(Extent(unowned)))
    #expect(!Extent(unowned).covers(Extent(none)))
  }

  // MARK: Comparing

  @Test(arguments: [
    (["a"], ["a"], true), (["a", "b"], ["a"], true), (["a"], ["a", "b"], false),
    (["a"], ["b"], false), ([], ["a"], true), (["a"], [], false), ([], [], true),
    // A part that failed whole holds what is below it.
    (["p"], ["p/a", "p/b"], true), (["p/a"], ["p"], false), (["p"], ["pa"], false),
    // Numbers.
    (["=3"], ["=2"], true), (["=2"], ["=3"], false), (["p/=3"], ["p/=3"], true),
    (["q/=3"], ["p/=1"], false), (["=2"], ["a", "b"], true), (["=2"], ["a", "b", "c"], false),
    (["a", "b"], ["=2"], true), (["a"], ["=2"], false), (["p"], ["p/=9"], true),
    // What nobody knows yet is no growth, and whatever becomes of it is none either.
    (["a"], ["a", "p/?"], true), (["a", "p/?"], ["p/b"], true), (["a"], ["p/b"], false),
    // Structure inside a name is no structure.
    (["a"], [#"a\/b"#], false), ([#"\=3"#], ["=3"], false),
    // Texts that look the same are not.
    (["\u{E9}"], ["e\u{301}"], false),
  ])
  func covering(_ accepted: [String], _ now: [String], _ expected: Bool) {
    #expect(Extent(accepted).covers(Extent(now)) == expected)
  }

  @Test func namesKeepTheirBounds() {
    #expect(Extent.element(["a/b", "c"]) == #"a\/b/c"#)
    #expect(Extent.element(["=3"]) == #"\=3"#)
    #expect(Extent.element(["?"]) == #"\?"#)
    #expect(Extent.element(["a"], isOpen: true) == "a/?")
    #expect(Extent.element([], amount: 3) == "=3")
    #expect(Extent.element(["a"], amount: 3) == "a/=3")
    #expect(Extent(["b", "a", "b"]).elements == ["a", "b"])
  }

  @Test func manyAreCounted() {
    let many = (0...Extent.most).map { "e\($0)" }
    #expect(Extent(many).elements == ["=\(Extent.most + 1)"])
    #expect(Extent(many).covers(Extent(Array(many.dropLast()))))
    #expect(!Extent(Array(many.dropLast())).covers(Extent(many)))
  }
}
