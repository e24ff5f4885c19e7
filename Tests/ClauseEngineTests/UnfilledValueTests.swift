import ClauseAssessment
import ClauseEngine
import ClauseSource
import Testing

/// What stands for a value that nobody has written yet fills nothing in.
@Suite struct UnfilledValueTests {
  private static let pack = """
    pack: own
    version: 0.1.0
    status: draft
    title: { en: Papers }
    ---
    types:
      paper:
        plural: papers
        title: { en: Paper }
        fields:
          owner: string
          approval: string
          signed_on: date
          count: int
          tags: list<string>
          kind: enum{tbd, done}
          title: string!
          person: ref<paper>
          facts: { by: string }
    ---
    rules:
      - id: filled
        title: { en: Filled in }
        for: paper
        require: { present: [owner] }
        severity: minor
        basis: own
        message: { en: "{paper.id} has no owner: {paper.owner}" }
      - id: dated
        title: { en: Dated }
        for: paper
        where: has(paper.count) || has(paper.owner)
        require: { present: [signed_on] }
        severity: minor
        basis: own
        message: { en: "{paper.id} is not dated" }
      - id: tagged
        title: { en: Tagged }
        for: paper
        require: { present: [tags, facts.by] }
        severity: minor
        basis: own
        message: { en: "{paper.id} has no tags" }
      - id: bracket
        title: { en: No template text }
        for: paper
        where: has(paper.owner)
        require: '!paper.owner.startsWith("[")'
        severity: minor
        basis: own
        message: { en: "owner is {paper.owner}" }
    """

  private func assess(_ files: [String: String]) throws -> Assessment {
    let organization = try Organization(["pack/pack.yaml": Self.pack])
    for (path, text) in files { try organization.write(text, to: path) }
    return try organization.assess()
  }

  static let placeholders = [
    "[Name]", "<name>", "TBD", "—", "-", "YYYY-MM-DD", "JJ/MM/AAAA", "[YYYY-MM-DD]", "{{ owner }}",
    "[Name] / [Title]", "…", "[…]", "à compléter", "[review cycle, e.g. Annual]", "سنة-شهر-يوم",
    "[CISO]", "N/A", "jj.mm.aaaa hh:mm", "<à définir>",
  ]

  @Test(arguments: placeholders) func aPlaceholderIsNoValue(_ text: String) throws {
    let found = try assess([
      "papers.yaml":
        "- { id: A, title: T, owner: \"\(text)\" }\n- { id: B, title: T, owner: Sara }\n"
    ])
    let filled = found.findings(of: "filled")
    #expect(filled.map(\.record?.id.unescaped) == ["A"])
    #expect(filled.first?.field?.unescaped == "owner")
    // The value is shown as it is written.
    #expect(filled.first?.message.plain == "A has no owner: \(text)")
    #expect(filled.first?.because.map(\.plain) == ["“owner”: \"\(text)\" (line 1)"])
    #expect(found.findings(of: "placeholder-text").map(\.record?.id.unescaped) == ["A"])
  }

  static let values = [
    "Sara", "[1]", "<https://example.org>", "<a@example.org>", "[x]", "Name [of the owner]",
    "2026-01-31", "DD", "MM", "SS", "AAA", "Add-on", "A", "[[page]]", "Année AAAA",
  ]

  @Test(arguments: values) func aValueIsNone(_ text: String) throws {
    let found = try assess(["papers.yaml": "- { id: A, title: T, owner: \"\(text)\" }\n"])
    #expect(found.findings(of: "filled").isEmpty)
    #expect(found.findings(of: "placeholder-text").isEmpty)
  }

  @Test func otherTypesThanTextsAreAbsentThen() throws {
    let found = try assess([
      "papers.yaml":
        "- { id: A, title: T, count: 1, signed_on: \"[YYYY-MM-DD]\" }\n"
        + "- { id: B, title: T, count: TBD, owner: Sara, signed_on: soon }\n"
        + "- { id: C, title: T, kind: tbd }\n"
    ])
    #expect(found.findings(of: "dated").map(\.record?.id.unescaped) == ["A"])
    let said = found.findings(of: "placeholder-text").map {
      "\($0.record?.id.unescaped ?? "") \($0.field?.unescaped ?? "")"
    }
    #expect(said == ["A signed_on", "B count"])
    #expect(found.findings(of: "field-type").map(\.field?.unescaped) == ["signed_on"])
  }

  @Test func requiredFieldsListsAndStructures() throws {
    let found = try assess([
      "papers.yaml":
        "- { id: A, title: TBD, owner: S, tags: [\"[tag]\", TBD], facts: { by: B } }\n"
        + "- { id: B, title: T, owner: S, tags: [\"[tag]\", real], facts: { by: \"<name>\" } }\n"
    ])
    #expect(found.findings(of: "field-required").map(\.field?.unescaped) == ["title"])
    #expect(found.findings(of: "tagged").map(\.field?.unescaped) == ["tags", "facts.by"])
  }

  @Test func bracketsStayInLabelsQuotesTablesAndFrontMatter() throws {
    let found = try assess([
      "clauselint.yaml": """
      sources:
        - { files: label.md, type: paper, read: metadata }
        - { files: quoted.md, type: paper, read: metadata }
        - { files: front.md, type: paper, read: front-matter }
        - { files: table.md, type: paper, read: table }
      """,
      "label.md": "# P\n\n**Owner:** [Name]\n**Title:** T\n",
      "quoted.md": "> **Owner:** [Name]\n> **Title:** T\n\n# P\n",
      "front.md": "---\nowner: \"[Name]\"\ntitle: T\n---\n# P\n",
      "table.md":
        "| ID | Owner | Title |\n|---|---|---|\n| A | [Name] | T |\n| B | _[Name]_ | T |\n",
    ])
    #expect(found.errors == [])
    #expect(found.findings(of: "filled").count == 5)
    #expect(
      found.findings(of: "bracket").map(\.message.plain)
        == Array(repeating: "owner is [Name]", count: 5))
    #expect(found.findings(of: "placeholder-text").count == 5)
  }

  // MARK: What nobody sees

  @Test func whatNobodySeesIsSaid() throws {
    let found = try assess([
      "a.yaml": "type: paper\nid: ~\ntitle: \"\u{E000}\"\nowner: x # \u{202E} approved\n",
      "b.yaml": "type: paper\nid: B\ntitle: \"\u{E000} T\"\nowner: \"a\u{202E}b\" # plain\n",
    ])
    #expect(found.findings(of: "field-required").map(\.field?.unescaped).contains("id"))
    #expect(
      found.findings(of: "field-type").map {
        "\($0.location.path.unescaped) \($0.field?.unescaped ?? "")"
      }
        == ["a.yaml title", "b.yaml owner"])
    let warnings = found.diagnostics.filter { $0.code == "hidden-direction" }
    #expect(warnings.map { $0.location?.path.unescaped } == ["a.yaml"])
    #expect(warnings.first?.location?.start.line == 4)
  }

  @Test func aFrontMatterIsOneDocument() throws {
    let found = try assess([
      "m.md": "---\ntype: paper\nid: A\ntitle: a\n--- # x\ntype: paper\nid: B\ntitle: b\n---\n",
      "papers.yaml": "- { id: C, title: T }\n",
    ])
    #expect(
      found.errors == [
        "m.md:6:1 front-matter-documents: the front matter holds a second document, from here on"
      ])
  }
}
