import ClauseAssessment
import ClauseEngine
import ClauseSource
import Testing

/// Each declarative check on values that meet it and values that do not.
@Suite struct CheckBehaviourTests {
  /// A check, a record, and the fields found wrong on 2026-06-15; nil when nothing is.
  struct Case: Sendable, CustomTestStringConvertible {
    let check: String
    let record: String
    let found: [String]?

    init(_ check: String, _ record: String, _ found: [String]?) {
      self.check = check
      self.record = record
      self.found = found
    }

    var testDescription: String { "\(check) on \(record)" }
  }

  private static func pack(_ check: String) -> String {
    """
    pack: own
    version: 1.0.0
    status: draft
    parameters: { review: { type: period, default: P1Y } }
    ---
    types:
      person:
        plural: persons
        title: Person
        fields: { left_on: date }
        derived: { active: { type: bool, value: "!has(person.left_on)" } }
      sheet:
        plural: sheets
        title: Sheet
        fields:
          code: string
          kind: enum{form, guide}
          owner: ref<person>
          team: list<ref<person>>
          a: date
          b: date
          c: date
          every: period
          weight: int
          proof: file
          tags: list<string>
    ---
    rules:
      - { id: r, title: T, for: sheet, severity: minor, basis: own, message: M, require: \(check) }
    """
  }

  static let cases: [Case] = [
    Case("{ present: [code] }", "code: x", nil),
    Case("{ present: [code] }", "code: ''", ["code"]),
    Case("{ present: [code] }", "code: '  '", ["code"]),
    Case("{ present: [code] }", "code:", ["code"]),
    Case("{ present: [tags] }", "tags: []", ["tags"]),
    Case("{ present: [tags] }", "tags: [x]", nil),
    Case("{ present: [code, tags] }", "weight: 0", ["code"]),
    Case("{ absent: [code] }", "weight: 1", nil),
    Case("{ absent: [code] }", "code: x", ["code"]),
    Case("{ order: [a, b, c] }", "a: 2026-01-01, b: 2026-01-01, c: 2026-01-02", nil),
    Case("{ order: [a, b, c] }", "a: 2026-01-02, b: 2026-01-01", ["b"]),
    Case("{ order: [a, b, c] }", "a: 2026-01-02, c: 2026-01-01", ["c"]),
    Case("{ order: [a, b, c] }", "b: 2026-01-02", nil),
    Case("{ not_future: [a] }", "a: 2026-06-15", nil),
    Case("{ not_future: [a] }", "a: 2026-06-16", ["a"]),
    Case("{ not_future: [a] }", "b: 2026-06-16", nil),
    Case("{ not_past: [a] }", "a: 2026-06-15", nil),
    Case("{ not_past: [a] }", "a: 2026-06-14", ["a"]),
    Case("{ within: { since: a, every: every } }", "a: 2026-03-15, every: P3M", nil),
    Case("{ within: { since: a, every: every } }", "a: 2026-03-14, every: P3M", ["a"]),
    Case("{ within: { since: a, every: every } }", "a: 2000-01-01", nil),
    Case("{ within: { since: a, every: every } }", "every: P3M", ["a"]),
    Case(
      "{ within: { since: a, every: every, due_day: late } }", "a: 2026-03-15, every: P3M", ["a"]),
    Case("{ within: { since: a, every: every, due_day: late } }", "a: 2026-03-16, every: P3M", nil),
    Case("{ within: { since: a, or: review } }", "a: 2025-06-15", nil),
    Case("{ within: { since: a, or: review } }", "a: 2025-06-14", ["a"]),
    Case("{ within: { since: [a, b], or: review } }", "b: 2026-01-01", nil),
    Case("{ within: { since: [a, b], or: review } }", "a: 2020-01-01, b: 2026-01-01", ["a"]),
    Case("{ within: { since: [a, b], or: review } }", "b: 2020-01-01", ["b"]),
    Case(#"{ matches: { code: "^[A-Z]-[0-9]+$" } }"#, "code: A-12", nil),
    Case(#"{ matches: { code: "^[A-Z]-[0-9]+$" } }"#, "code: A-1b", ["code"]),
    Case(#"{ matches: { code: "^[A-Z]-[0-9]+$" } }"#, "weight: 1", nil),
    Case("{ one_of: { kind: [form] } }", "kind: form", nil),
    Case("{ one_of: { kind: [form] } }", "kind: guide", ["kind"]),
    Case("{ one_of: { weight: [1, 2] } }", "weight: 3", ["weight"]),
    Case("{ differ: [a, b] }", "a: 2026-01-01, b: 2026-01-02", nil),
    Case("{ differ: [a, b] }", "a: 2026-01-01, b: 2026-01-01", ["b"]),
    Case("{ differ: [a, b] }", "a: 2026-01-01", nil),
    Case("{ unique: [code] }", "code: fresh", nil),
    Case("{ unique: [code] }", "code: taken", ["code"]),
    Case("{ unique: [code, weight] }", "code: taken, weight: 8", nil),
    Case("{ unique: [code, weight] }", "code: taken, weight: 7", ["code"]),
    Case(
      "{ exists: { of: person, where: has(sheet.owner) && person == sheet.owner } }", "owner: P1",
      nil),
    Case(
      "{ exists: { of: person, where: has(sheet.owner) && person == sheet.owner } }", "code: x", []),
    Case("{ exists: { of: sheet, where: other.?weight.orValue(0) == 7 } }", "code: x", nil),
    Case("{ count: { of: person, at_least: 2 } }", "code: x", nil),
    Case("{ count: { of: person, at_least: 3 } }", "code: x", []),
    Case("{ count: { of: person, at_most: 1 } }", "code: x", []),
    Case("{ covers: { set: sheet.tags, required: [x, y] } }", "tags: [y, z, x]", nil),
    Case("{ covers: { set: sheet.tags, required: [x, y] } }", "tags: [x]", ["tags"]),
    Case("{ refers_to_active: [owner] }", "owner: P1", nil),
    Case("{ refers_to_active: [owner] }", "owner: P2", ["owner"]),
    Case("{ refers_to_active: [team] }", "team: [P1, P2]", ["team"]),
    Case("{ refers_to_active: [owner, team] }", "team: [P1]", nil),
    Case("{ file_exists: [proof] }", "proof: evidence.txt", nil),
    Case("{ file_exists: [proof] }", "proof: Evidence.txt", ["proof"]),
    Case("{ file_exists: [proof] }", "proof: empty.txt", ["proof"]),
    Case("{ file_exists: [proof] }", "proof: ../evidence.txt", ["proof"]),
    Case("{ file_exists: [proof] }", "code: x", nil),
  ]

  @Test func checksFindWhatDoesNotMeetThem() throws {
    for (check, cases) in Dictionary(grouping: Self.cases, by: \.check).sorted(by: {
      $0.key < $1.key
    }) {
      for example in cases {
        let organization = try Organization([
          "pack/pack.yaml": Self.pack(check),
          "persons.yaml": "persons: [{ id: P1 }, { id: P2, left_on: 2026-01-01 }]\n",
          "sheets.yaml": """
          sheets:
            - { id: S, \(example.record) }
            - { id: other, code: taken, weight: 7, kind: form, a: 2026-06-15, tags: [x, y] }

          """,
          "evidence.txt": "seen", "empty.txt": "",
        ])
        let assessment = try organization.assess()
        #expect(assessment.errors == [], "\(example)")
        let findings = assessment.findings(of: "r").filter { $0.record?.id.unescaped == "S" }
        let found = findings.first.map { [$0.field?.unescaped].compactMap { $0 } }
        #expect(found == example.found, "\(check) on \(example.record)")
      }
    }
  }

  @Test func aFindingPointsAtTheFieldThatFailed() throws {
    let organization = try Organization([
      "pack/pack.yaml": Self.pack("{ order: [a, b, c] }"),
      "sheets.yaml":
        "sheets:\n  - id: S\n    a: 2026-01-02\n    b: 2026-01-03\n    c: 2026-01-01\n",
    ])
    let finding = try #require(try organization.assess().findings(of: "r").first)
    #expect(finding.location.start == Position(line: 5, column: 8))
    #expect(finding.location.end == Position(line: 5, column: 18))
  }
}
