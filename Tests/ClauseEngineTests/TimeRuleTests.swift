import ClauseEngine
import ClauseRules
import ClauseSource
import Testing

/// Rules about dates are tested on the day itself, the day after, and before.
@Suite struct TimeRuleTests {
  private func complaints(_ tests: String) throws -> [String] {
    let pack = """
      pack: house
      version: 1.0.0
      status: draft
      ---
      types:
        tool: { plural: tools, title: { en: Tool }, fields: { checked_on: date } }
      ---
      rules:
        - id: tool-checked
          title: { en: Tools are checked }
          for: tool
          require: { not_past: [checked_on] }
          severity: minor
          basis: own
          message: { en: late }
          tests: \(tests)

      """
    let folder = try Organization(["pack/pack.yaml": pack])
    let library = PackLibrary.load(folders: [], paths: [folder.root + "/pack"])
    #expect(library.diagnostics.filter { $0.severity == .error }.map(\.message[.english]) == [])
    return library.packs.rules.flatMap { TimeRuleCheck.complaints(about: $0) }
  }

  private static func example(_ asOf: String, _ date: String, _ finds: String) -> String {
    "{ as_of: \(asOf), given: { tool: { checked_on: \(date) } }, finds: \(finds) }"
  }

  @Test func bothSidesOfTheBorderAndBefore() throws {
    let late = Self.example("2026-03-02", "2026-03-01", "finding")
    let due = Self.example("2026-03-01", "2026-03-01", "nothing")
    let before = Self.example("2026-02-28", "2026-03-01", "nothing")
    #expect(try complaints("[\(late), \(due), \(before)]") == [])
    #expect(
      try complaints("[\(late), \(before)]")
        == ["tool-checked: no two tests a day apart with different verdicts"])
    #expect(
      try complaints("[\(late), \(due)]") == ["tool-checked: no silent test on an earlier day"])
    // The date of the record may move instead of the day of the run.
    let moved = Self.example("2026-03-02", "2026-03-02", "nothing")
    let far = Self.example("2026-03-02", "2026-05-02", "nothing")
    #expect(try complaints("[\(late), \(moved), \(far)]") == [])
  }

  @Test func theShippedRulesAreTestedAtTheirBorders() {
    let rules = PackLibrary.load(folders: [Folders.rules]).packs.rules
    #expect(rules.count { $0.globalsRead.contains("as_of") } > 70)
    #expect(rules.flatMap { TimeRuleCheck.complaints(about: $0) } == [])
  }
}
