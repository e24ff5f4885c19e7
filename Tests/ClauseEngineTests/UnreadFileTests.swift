import ClauseAssessment
import ClauseSource
import Foundation
import Testing

@testable import ClauseEngine

/// Files from which nothing was read, values that the configuration gives, and what reasons name.
@Suite struct UnreadFileTests {
  private static func pack(_ fields: String, _ rules: String = "") -> String {
    """
    pack: test
    version: 0.1.0
    status: draft
    title: { en: Test }
    ---
    types:
      sheet:
        plural: sheets
        title: { en: Sheet }
        fields: \(fields)
    ---
    rules:
      - { id: titled, title: { en: T }, for: sheet, require: "sheet.id != ''", severity: minor, basis: own, message: { en: M } }
      - { id: no-gap, title: { en: T }, for: any, require: { integrity: field-required }, severity: minor, basis: own, message: { en: "{field} is missing" } }
    \(rules)
    """
  }

  @Test func everyFileWithoutARecordIsNamedRegistersFirst() throws {
    let organization = try Organization([
      "pack/pack.yaml": Self.pack("{ title: string }"),
      "clauselint.yaml": "packs: [./pack]\n",
      "sheets.yaml": "sheets: [{ id: A, title: t }]\n",
      "photos/b.JPG": "x", "photos/a.jpg": "x", "Registre des réclamations.docx": "x",
      "Compte rendu.odt": "x",
      "anciens.xls": "x", "note.md": "# Note\n\nText.\n", "scan.pdf": "x",
      "autre.csv": "a;b\n1;2\n", "broken.yaml": "sheets:\n  - { id: B, title: [\n", "odd.xyz": "x",
      "README": "x",
    ])
    let unread = try organization.assess().unread
    #expect(
      unread.map { "\($0.reason.rawValue) \($0.path.unescaped)" } == [
        "failed Registre des réclamations.docx", "failed broken.yaml", "unrecognised autre.csv",
        "spreadsheet anciens.xls",
        "document Compte rendu.odt", "pages scan.pdf", "prose note.md",
        "other README", "other odd.xyz", "picture photos/a.jpg", "picture photos/b.JPG",
      ])
    #expect(unread.last?.ending == ".jpg")
  }

  @Test func aBlankNestedCellHasNoPartInOtherFields() throws {
    let organization = try Organization([
      "pack/pack.yaml": Self.pack(
        "{ title: string!, status: string!, check: { result: string } }"),
      "sheets.csv": "id;title;check.result;status\nA;t;;\nB;t;good;\nC;t;;done\n",
    ])
    let missing = try organization.assess().findings.filter { $0.rule == "no-gap" }
    #expect(
      missing.map { "\($0.record?.id.unescaped ?? "") \($0.field?.unescaped ?? "")" } == [
        "A status", "B status",
      ])
  }

  @Test func aConstantStandsInTheConfiguration() throws {
    let organization = try Organization([
      "pack/pack.yaml": Self.pack(
        "{ title: string, state: string, tags: list<string>, level: \"enum{low, high}\" }",
        """
          - { id: final, title: { en: T }, for: sheet, require: "!has(sheet.state) || sheet.state == 'final'", field: state, severity: minor, basis: own, message: { en: M } }
          - { id: known, title: { en: T }, for: any, require: { integrity: enum-unknown }, severity: minor, basis: own, message: { en: "{value}" } }
        """),
      "clauselint.yaml": """
      packs: [./pack]
      sources:
        - files: rows.csv
          type: sheet
          constants:
            state: draft
            level: lowest
            tags: a, b
      """,
      "rows.csv": "id;title\nA;one\n",
    ])
    let findings = try organization.assess().findings
    let final = try #require(findings.first { $0.rule == "final" })
    // The finding is about the record; its value is said to stand where it does.
    #expect(final.location.path.unescaped == "rows.csv")
    #expect(final.because.map(\.plain) == ["“state”: \"draft\" (clauselint.yaml:6)"])
    let unknown = try #require(findings.first { $0.rule == "known" })
    #expect(unknown.location.path.unescaped == "clauselint.yaml")
    #expect(unknown.location.start.line == 7)
  }

  @Test func aReasonNamesTheElementThatHasNoPartner() throws {
    let organization = try Organization([
      "pack/pack.yaml": Self.pack(
        "{ title: string, cites: list<string>, parts: list<ref<sheet>> }",
        """
          - { id: cited, title: { en: T }, for: sheet, require: "sheet.cites.all(c, sheets.exists(s, has(s.title) && s.title == c))", severity: minor, basis: own, message: { en: M } }
          - { id: fed, title: { en: T }, for: sheet, require: "sheet.parts.all(p, sheets.exists(s, s.parts.exists(q, q == p) && s != sheet))", severity: minor, basis: own, message: { en: M } }
        """),
      "sheets.yaml": """
      sheets:
        - id: A
          title: Manual
          cites:
            - Purchasing
            - Archivin
        - { id: B, title: Purchasing }
        - { id: C, title: Plan, parts: [B] }
      """,
    ])
    let findings = try organization.assess().findings
    let cited = try #require(findings.first { $0.rule == "cited" })
    #expect(
      cited.because.map(\.plain) == ["“cites” no. 2: \"Archivin\" (line 6), which nothing matches"])
    #expect(cited.related.map(\.location.start.line) == [6])
    let fed = try #require(findings.first { $0.rule == "fed" })
    #expect(fed.because.map(\.plain) == ["B, which nothing matches"])
    #expect(fed.related.map(\.location.start.line) == [7])
  }

  /// What a computed field rests on is told, not its name.
  @Test func aReasonNamesWhatAComputedFieldRestsOn() throws {
    let text = Self.pack(
      "{ title: string, due: date }",
      """
        - { id: late, title: { en: T }, for: sheet, require: "!sheet.late", severity: minor, basis: own, message: { en: M } }
      """
    ).replacingOccurrences(
      of: "    fields: {",
      with:
        "    derived: { late: { type: bool, value: \"has(sheet.due) && sheet.due < as_of\" } }\n    fields: {"
    )
    let organization = try Organization([
      "pack/pack.yaml": text, "sheets.yaml": "sheets: [{ id: A, due: 2026-01-01 }]\n",
    ])
    let late = try #require(try organization.assess().findings.first { $0.rule == "late" })
    #expect(late.because.map(\.plain) == ["“due”: 2026-01-01 (line 1)"])
  }
}
