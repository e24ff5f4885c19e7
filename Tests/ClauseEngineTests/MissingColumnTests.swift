import ClauseAssessment
import ClauseEngine
import ClauseSource
import Testing

/// What a register has no column for, no row of it can say: that is said once, and no row fails.
@Suite struct MissingColumnTests {
  private static let pack = """
    pack: shop
    version: 1.0.0
    # Unfinished, so that its rules need no tests of their own.
    status: draft
    ---
    standard: iso9001:2015
    name: ISO 9001
    discipline: quality
    exclusions: forbidden
    clauses:
      "1": { title: All }
    ---
    types:
      tool:
        plural: tools
        title: { en: Tool, fr: Outil, ar: أداة }
        fields:
          name: string!
          owner: string
          place: string
          checked_on: date
          parts: list<ref<part>>
        labels:
          owner: { en: [Keeper], fr: [Détenteur], ar: [الماسك] }
          place: { en: [Place], fr: [Lieu], ar: [المكان] }
        derived:
          all_parts: { type: "list<ref<part>>", ends: [parts, part.tool] }
          checks: { type: "list<ref<check>>", ends: [check.tool] }
          old: { type: bool, value: "has(tool.checked_on) && tool.checked_on < as_of" }
      part:
        plural: parts
        title: Part
        fields: { tool: ref<tool> }
      check:
        plural: checks
        title: Check
        fields: { tool: ref<tool> }
    ---
    rules:
      - { id: owned, title: T, for: tool, require: { present: [owner, place] }, severity: major, basis: normative, clauses: [iso9001:2015/1], message: m }
      - { id: named, title: T, for: tool, require: "has(tool.owner) || tool.name == 'x'", severity: major, basis: normative, clauses: [iso9001:2015/1], message: m }
      - { id: placed, title: T, for: tool, require: "has(tool.place)", severity: major, basis: normative, clauses: [iso9001:2015/1], message: m }
      - { id: parted, title: T, for: tool, require: "tool.all_parts.size() > 0", severity: major, basis: normative, clauses: [iso9001:2015/1], message: m }
      - { id: young, title: T, for: tool, require: "!tool.old && has(tool.owner)", severity: major, basis: normative, clauses: [iso9001:2015/1], message: m }

    """

  private func assess(
    _ path: String, _ text: String, in language: Language = .english
  ) throws -> Assessment {
    try Organization(["pack/pack.yaml": Self.pack, path: text]).assess(in: language)
  }

  private func found(_ assessment: Assessment) -> [String] {
    assessment.findings.map { $0.rule + ":" + ($0.field?.unescaped ?? "") }.sorted()
  }

  private func needed(_ assessment: Assessment) -> [LocatedDiagnostic] {
    assessment.diagnostics.filter { $0.code == "column-needed" }
  }

  @Test func noRowFailsForAColumnThatIsNotThere() throws {
    let assessment = try assess("tools.csv", "id,name\nT-1,Saw\nT-2,Drill\n")
    #expect(assessment.errors == [])
    // What is false of a column that is there is no better for one that is not.
    #expect(found(assessment) == ["named:owner", "named:owner"])
    let warnings = needed(assessment)
    #expect(warnings.map(\.severity) == [.warning])
    #expect(
      warnings.first?.message.unescaped
        == "the register “Tool” has no column for “Keeper”, “Place”; "
        + "3 rules were not decided for want of them")
    #expect(warnings.first?.location?.start.line == 1)
    #expect(assessment.rule("placed")?.skipped == 2)
    #expect(assessment.rule("placed")?.failed == 0)
    #expect(assessment.state(of: "iso9001:2015/1") == .nonconform)
  }

  /// What another register could say and does not is a failure, whatever columns there are.
  @Test(arguments: [
    #"{ present: [all_parts] }"#, #""tool.all_parts.size() > 0""#,
    #""tool.checks.size() > 0 || has(tool.place)""#,
    #""checks.exists(c, has(c.tool) && c.tool == tool)""#,
    #""checks.exists(c, has(c.tool) && c.tool == tool) || has(tool.place)""#,
  ])
  func anotherRegisterThatIsThereAnswers(_ requirement: String) throws {
    for field in ["", "field: place, "] {
      let rule =
        "  - { id: answered, title: T, for: tool, \(field)require: \(requirement), severity: major, "
        + "basis: normative, clauses: [iso9001:2015/1], message: m }\n"
      func found(_ more: String) throws -> [String] {
        let assessment = try Organization([
          "pack/pack.yaml": Self.pack + rule, "tools.csv": "id,name\nT-1,Saw\nT-2,Drill\n",
          "more.yaml": more,
        ]).assess()
        #expect(assessment.errors == [], "\(requirement)")
        return assessment.findings(of: "answered").compactMap { $0.record?.id.unescaped }
      }
      let both = "parts: [{ id: P-1, tool: T-1 }]\nchecks: [{ id: C-1, tool: T-1 }]\n"
      #expect(try found(both) == ["T-2"], "\(field)\(requirement)")
      #expect(try found("parts: []\nchecks: []\n") == ["T-1", "T-2"], "\(field)\(requirement)")
    }
  }

  @Test func anEmptyCellIsARowThatFails() throws {
    let assessment = try assess(
      "tools.csv", "id,name,Keeper,Place,parts\nT-1,Saw,,,\nT-2,Drill,Sara,Hall,\n")
    #expect(
      found(assessment)
        == ["named:owner", "owned:owner", "parted:parts", "parted:parts", "placed:place"]
        + ["young:owner"])
    #expect(needed(assessment) == [])
  }

  /// Of two fields that a check asks for one has a column.
  @Test func whatHasAColumnIsBlamedBesideWhatHasNone() throws {
    let assessment = try assess("tools.csv", "id,name,Keeper\nT-1,Saw,\n")
    #expect(found(assessment).contains("owned:owner"))
    #expect(needed(assessment).count == 1)
  }

  /// A file that is no table could say everything.
  @Test func aRecordOfItsOwnMissesWhatItDoesNotSay() throws {
    let assessment = try assess("tools.yaml", "tools: [{ id: T-1, name: Saw }]\n")
    #expect(
      found(assessment)
        == ["named:owner", "owned:owner", "parted:parts", "placed:place", "young:owner"])
    #expect(needed(assessment) == [])
  }

  @Test func theWarningIsInTheReadersLanguage() throws {
    for (language, word) in [(Language.french, "« Détenteur »"), (.arabic, "«الماسك»")] {
      let assessment = try assess("tools.csv", "id,name\nT-1,Saw\n", in: language)
      #expect(needed(assessment).first?.message.unescaped.contains(word) == true)
    }
  }
}
