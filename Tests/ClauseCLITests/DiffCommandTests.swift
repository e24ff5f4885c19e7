import Foundation
import Testing

/// `clauselint diff`: what changed from one result to another.
@Suite struct DiffCommandTests {
  private func result(
    _ records: String, on day: String = "2026-11-23", in name: String = "sheets.yaml"
  )
    throws -> Data
  {
    let folder = try Folder([
      "clauselint.yaml": Sample.configuration, "pack/pack.yaml": Sample.pack, name: records,
    ])
    return try folder.run("check", "--format", "json", "--as-of", day).bytes
  }

  private func diff(_ a: Data, _ b: Data, _ arguments: String...) throws -> Tool.Outcome {
    let folder = try Folder()
    try folder.write(a, to: "a.json")
    try folder.write(b, to: "b.json")
    return try Tool.run(["diff", "a.json", "b.json"] + arguments, in: folder.path)
  }

  @Test func newFixedAndMoved() throws {
    let before = try result("sheets: [{ id: S-1, code: A }, { id: S-2, code: B }]\n")
    let after = try result(
      "sheets: [{ id: S-1, code: A, owner: S }, { id: S-2, code: B }, { id: S-3, code: C }]\n",
      in: "list.yaml")
    let text = try diff(before, after)
    #expect(text.status == 0)
    #expect(
      text.output == """
        a.json  as of 2026-11-23
        b.json  as of 2026-11-23

        new (1)
        list.yaml:1:70  minor  sheet-owned  C has no owner

        fixed (1)
        sheets.yaml:1:16  minor  sheet-owned  A has no owner

        moved to another file (1)
        list.yaml:1:48  sheet-owned  B has no owner
            before  sheets.yaml:1:38

        iso9001:2015
        clause  new  fixed  before → after
        7.5       1      1  nonconform

        1 new  1 fixed  1 moved  1 in both
        Only what the records declare was checked, not reality; this is no certification decision.

        """)
    let json = try diff(before, after, "--format", "json")
    let object = try #require(JSONSerialization.jsonObject(with: json.bytes) as? [String: Any])
    #expect(object["schema"] as? String == "clauselint/diff/1")
    let summary = try #require(object["summary"] as? [String: Int])
    #expect(
      summary == [
        "new": 1, "updated": 0, "unchanged": 1, "fixed": 1, "absent": 0, "moved": 1, "shifted": 0,
        "severity_changed": 0, "state_changed": 0,
      ])
  }

  @Test func theSameResultChangesNothing() throws {
    let one = try result(Sample.unowned)
    let outcome = try diff(one, one)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("0 new  0 fixed  0 moved  1 in both"))
  }

  @Test func datesAndPacksAreSaid() throws {
    let before = try result(Sample.unowned, on: "2026-09-30")
    let other = String(decoding: try result(Sample.unowned), as: UTF8.self)
      .replacingOccurrences(of: "\"version\": \"1.0.0\"", with: "\"version\": \"1.1.0\"")
    for (language, date, packs) in [
      ("en", "the dates differ", "the packs differ"), ("fr", "les dates diffèrent", "référentiels"),
      ("ar", "التاريخان مختلفان", "حزم القواعد مختلفة"),
    ] {
      let outcome = try diff(before, Data(other.utf8), "--lang", language)
      #expect(outcome.output.contains(date))
      #expect(outcome.output.contains(packs))
    }
  }

  @Test func severitiesStatesAndClausesThatChanged() throws {
    let before = String(decoding: try result(Sample.unowned), as: UTF8.self)
    let after = before.replacingOccurrences(
      of: "\"severity\": \"minor\"", with: "\"severity\": \"major\""
    ).replacingOccurrences(of: "\"state\": \"new\"", with: "\"state\": \"derogated\"")
      .replacingOccurrences(of: "\"state\": \"nonconform\"", with: "\"state\": \"derogated\"")
    let outcome = try diff(Data(before.utf8), Data(after.utf8))
    #expect(outcome.output.contains("updated: more fails, or it weighs more (1)"))
    #expect(outcome.output.contains("other severity (1)\nsheets.yaml:2:9  minor → major"))
    #expect(outcome.output.contains("counts → derogated"))
    #expect(outcome.output.contains("nonconform → derogated"))
  }

  @Test func anotherSchemaIsRefused() throws {
    let good = try result(Sample.unowned)
    let later = String(decoding: good, as: UTF8.self)
      .replacingOccurrences(of: "clauselint/results/1", with: "clauselint/results/2")
    let outcome = try diff(good, Data(later.utf8))
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("b.json:2:13  error  results-schema"))
    #expect(outcome.errors.contains("Make both results with the same version"))
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"schema\": ", "null", "{\"schema\": {}}", "\u{0}",
    "{\"schema\": \"clauselint/results/1\"}",
    "{\"schema\": \"clauselint/results/1\", \"as_of\": \"2026-11-23\", \"findings\": [{}]}",
    "{\"schema\": \"clauselint/results/1\", \"as_of\": \"2026-11-23\", \"findings\": [7]}",
  ])
  func whatIsNoResultIsRefused(_ text: String) throws {
    let outcome = try diff(Data(text.utf8), try result(Sample.unowned))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("a.json:"))
  }

  @Test func aHostileResultIsShownHarmless() throws {
    let hostile = String(decoding: try result(Sample.unowned), as: UTF8.self)
      .replacingOccurrences(of: "A-1 has no owner", with: "##[error]\\u001b[31m\\u202Ered")
    let outcome = try diff(try result(Sample.clean), Data(hostile.utf8))
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("\u{1B}") && !outcome.output.contains("\u{202E}"))
    #expect(!outcome.output.contains("##"))
  }
}
