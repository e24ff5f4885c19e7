import ClauseAssessment
import ClauseEngine
import ClauseSource
import Testing

/// What stands in a message for a value that is not there, and the row that a finding shows.
@Suite struct MessageValueTests {
  private static let pack = """
    pack: own
    version: 1.0.0
    status: draft
    ---
    types:
      meeting:
        plural: meetings
        title: { en: Meeting, fr: Réunion, ar: اجتماع }
        fields:
          title: string
          held_on: date
          chair: string
          topics: list<string>
          closed_on: date
          members: int
    ---
    rules:
      - id: meeting-chaired
        title: A meeting has a chair
        for: meeting
        require: "has(meeting.closed_on)"
        severity: minor
        basis: own
        message: "{meeting.id} of {meeting.held_on}: {meeting.chair}, {meeting.topics}"
    """

  private static func messages(_ table: String, _ language: Language) throws -> [String] {
    try findings(table, language).map(\.message.plain)
  }

  private static func findings(
    _ table: String, _ language: Language = .english, file: String = "meetings.csv"
  ) throws -> [Finding] {
    let organization = try Organization(["pack/pack.yaml": pack])
    try organization.write(table, to: file)
    return try organization.assess(in: language).findings.filter { $0.rule == "meeting-chaired" }
  }

  private static let table = """
    id;title;held_on;chair;topics;closed_on;members
    M-1;Comité;2026-01-05;Amal;a;;4
    ;Comité;31/02/2026;;;;5
    ;;2026-03-05;Amal;;;6
    ;;2026-04-05;;;;7

    """

  @Test(arguments: [
    (
      Language.english,
      [
        "M-1 of 2026-01-05: Amal, a", "“Comité” of 31/02/2026: not given, none",
        "“Amal” of 2026-03-05: Amal, none", "line 5 of 2026-04-05: not given, none",
      ]
    ),
    (
      .french,
      [
        "M-1 of 2026-01-05: Amal, a", "« Comité » of 31/02/2026: non renseigné, aucun",
        "« Amal » of 2026-03-05: Amal, aucun", "ligne 5 of 2026-04-05: non renseigné, aucun",
      ]
    ),
    (
      .arabic,
      [
        "M-1 of 2026-01-05: Amal, a", "«Comité» of 31/02/2026: غير مذكور, لا شيء",
        "«Amal» of 2026-03-05: Amal, لا شيء", "السطر 5 of 2026-04-05: غير مذكور, لا شيء",
      ]
    ),
  ])
  func noDashStandsForAValue(_ language: Language, _ expected: [String]) throws {
    #expect(try Self.messages(Self.table, language) == expected)
  }

  @Test func aLongTitleIsCutInsideItsMarks() throws {
    let title = String(repeating: "x", count: 70)
    let message = try #require(
      try Self.messages("id;title;held_on;closed_on\n;\(title);2026-01-05;\n", .english).first)
    #expect(message.hasPrefix("“" + String(repeating: "x", count: 60) + "…” of"))
  }

  // MARK: Rows

  private static func told(_ finding: Finding) -> String? {
    finding.row.map { row in
      row.cells.enumerated().map { index, cell in
        (index == row.marked ? ">" : "") + (cell?.unescaped ?? "…")
      }.joined(separator: " | ")
    }
  }

  @Test func aFindingInATableShowsItsRow() throws {
    let rows = try Self.findings(Self.table).map(Self.told)
    #expect(rows.first == "M-1 | Comité | 2026-01-05 | Amal | a | > | 4")
    #expect(rows.count == 4 && rows.allSatisfy { $0 != nil })
    let text = """
      # Réunions

      ## Meetings

      | id | title | held_on | chair | closed_on | topics |
      |---|---|---|---|---|---|
      | M-7 | Comité \\| bureau | 2026-01-05 | Amal |  | a |
      """
    let marked = try Self.findings(text, file: "meetings.md")
    #expect(marked.map(Self.told) == ["M-7 | Comité \\| bureau | 2026-01-05 | Amal | > | a"])
  }

  /// A list of records in YAML is no table.
  @Test func aFindingElsewhereShowsNone() throws {
    let found = try Self.findings(
      "meetings: [{ id: M-1, title: x, held_on: 2026-01-05 }]\n", file: "meetings.yaml")
    #expect(found.count == 1 && found.allSatisfy { $0.row == nil })
  }
}
