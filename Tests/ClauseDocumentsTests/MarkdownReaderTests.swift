import ClauseDocuments
import ClauseSource
import TestTables
import Testing

@Suite struct MarkdownReaderTests {
  private static func read(_ text: String) -> (result: ReadDocument, file: SourceFile) {
    let file = Sample.file(text, path: "a.md")
    return (MarkdownReader().read(file, limits: Limits()), file)
  }

  @Test(arguments: [
    ("---\na: 1\n---\n# T\n", "{a: 1}", 4),
    ("\u{FEFF}--- \r\na: 1\r\n...\t\r\n# T\r\n", "{a: 1}", 4),
    ("---\na: |\n  x\n  ---\nb: 2\n---\n", "{a: 'x\n---\n', b: 2}", 7),
  ])
  func readsFrontMatter(_ text: String, _ outline: String, _ bodyLine: Int) throws {
    let (result, file) = Self.read(text)
    #expect(result.tree?.outline == [outline])
    #expect(result.diagnostics.isEmpty)
    #expect(
      file.position(of: try #require(result.bodyStart)) == Position(line: bodyLine, column: 1))
  }

  @Test(arguments: [
    "# Title\n\ntext\n", "", "text\n---\na: 1\n---\n", "- a\n- b\n", "***\na: 1\n***\n",
  ])
  func ordinaryTextIsNoRecordAndNoError(_ text: String) {
    let (result, _) = Self.read(text)
    #expect(result.tree == nil)
    #expect(result.diagnostics.isEmpty)
    #expect(result.bodyStart == 0)
  }

  @Test(arguments: [
    ("---\na: 1\n# T\n", "front-matter-unterminated 1:1"), ("---\n---\n", "front-matter-empty 1:1"),
    ("---\n- a\n---\n", "front-matter-shape 2:1"),
    ("\n---\na: 1\n---\n", "front-matter-marker 2:1"),
    (" ---\na: 1\n---\n", "front-matter-marker 1:1"),
    ("----\na: 1\n----\n", "front-matter-marker 1:1"),
    ("---\r\na: 1\r\né: [*x]\r\n---\r\n", "alias-undefined 3:5"),
    ("---\na: 1\nb: \"x\n---\n", "yaml-quote 3:4"),
    ("---\na: 1\u{2028}b: 2\n---\n", "hidden-line-break 2:5"),
  ])
  func pointsAtTheFault(_ text: String, _ summary: String) {
    let (result, file) = Self.read(text)
    #expect(result.tree == nil)
    #expect(Sample.summary(result, in: file) == [summary])
  }

  @Test func aSecondBlockIsNoted() {
    let (result, file) = Self.read("---\na: 1\n---\n\n---\nb: 2\n---\ntext\n")
    #expect(result.tree?.outline == ["{a: 1}"])
    #expect(Sample.summary(result, in: file) == ["front-matter-second 5:1"])
    #expect(result.diagnostics.first?.severity == .note)
    let (plain, _) = Self.read("---\na: 1\n---\n\n---\n\nA paragraph.\n\n---\n")
    #expect(plain.diagnostics.isEmpty)
  }
}

@Suite struct DocumentFormatsTests {
  @Test(arguments: [
    ("a.yaml", "YAML"), ("a.b.YML", "YAML"), ("p.json", "JSON"), ("p.jsonl", "JSON Lines"),
    ("r.csv", "CSV"), ("r.tsv", "CSV"), ("x.md", "Markdown"), ("x.html.md.erb", "Markdown"),
    ("x.markdown", "Markdown"),
  ])
  func findsTheReader(_ name: String, _ format: String) {
    #expect(DocumentFormats.reader(forFileNamed: name)?.name == format)
  }

  @Test(arguments: ["a", "yaml", ".yaml", "a.txt", "a.erb", "a.yaml.bak", ""])
  func passesOverOtherNames(_ name: String) {
    #expect(DocumentFormats.reader(forFileNamed: name) == nil)
  }

  @Test func endingsAreUnique() {
    let endings = DocumentFormats.all.flatMap(\.extensions)
    #expect(Set(endings).count == endings.count)
    #expect(endings.allSatisfy { $0.hasPrefix(".") && $0 == $0.lowercased() })
  }
}

/// Records outside of front matter: labels in the text, and tables.
@Suite struct MarkdownPartTests {
  private static func read(_ text: String, _ options: ReadingOptions) -> [String] {
    let file = Sample.file(text, path: "a.md")
    let result = MarkdownReader().read(file, options: options, limits: Limits())
    return result.tree?.outline ?? Sample.summary(result, in: file)
  }

  @Test(arguments: [
    (
      "# P-1\n\n**Owner:** Direction\n**Version**: 1.0  \n\n## Objet\n\n**Note:** x\n",
      "{Owner: Direction, Version: 1.0}"
    ),
    (
      "- **Owner:** [Amal](a.md)\n* **Révisé le** : `2026-01-31`\n",
      "{Owner: Amal, Révisé le: 2026-01-31}"
    ),
    ("> **Document ID:** D-1\r\n> **Owner :** é\\\r\n", "{Document ID: D-1, Owner: é}"),
    ("**Version:** 1 | **Date:** 2026-01-31\n", "{Version: 1, Date: 2026-01-31}"),
    (
      "\u{FEFF}# T\n\n| Champ | Valeur |\n|---|---|\n| **Owner:** | A |\n| Date | B |\n",
      "{Owner: A, Date: B}"
    ),
    ("| Owner | A |\n|---|---|\n| Date | B |\n", "{Owner: A, Date: B}"),
    ("---\na: 1\n---\n**المسؤول:** المدير\n", "{المسؤول: المدير}"),
  ])
  func readsLabels(_ text: String, _ outline: String) {
    #expect(Self.read(text, ReadingOptions(part: .metadata)) == [outline])
  }

  @Test func labelsAreRefusedOrAbsent() {
    let options = ReadingOptions(part: .metadata)
    #expect(Self.read("# T\n\nText with **bold** words.\n", options) == [])
    #expect(Self.read("```\n**Owner:** x\n```\n", options) == [])
    #expect(Self.read("**A:** 1\n**A:** 2\n", options) == ["duplicate-key 2:3"])
  }

  private static let register = """
    # Registres

    | x | y |
    |---|---|
    | 0 | 0 |

    ## 2. Risques majeurs

    | Code | Note |
    |:-----|-----:|
    | R-1 | a \\| b `|`c |
    | **R-2** | [texte](x.md)<br>suite |
    | R-3 |
    |  |  |

    ### Détail

    Code | Note
    --- | ---
    R-4 | z

    ## Autres

    """

  private static func tables(_ text: String, under title: String? = nil) -> [String] {
    let file = Sample.file(text, path: "a.md")
    let options = ReadingOptions(part: .table, under: title)
    return MarkdownReader().read(file, options: options, limits: Limits()).told
  }

  @Test func readsTheTablesUnderAHeading() {
    // GitHub, too, ends a cell at a bar inside code; the row then has one cell more.
    #expect(
      Self.tables(Self.register, under: "risques  majeurs") == [
        "[risques  majeurs]", "9: Code | Note", "11: R-1 | a | b | c",
        "12: R-2 | texte\nsuite", "13: R-3", "14:  | ", "[Détail]", "18: Code | Note",
        "20: R-4 | z",
      ])
    #expect(Self.tables(Self.register, under: "Nulle part") == [])
    #expect(Self.tables("text\n") == [])
    #expect(Self.tables("| a | a |\n|--|--|\n| 1 | 2 |\n") == ["1: a | a", "3: 1 | 2"])
    #expect(Self.tables("| a \\| b |\n|--|\n| `c` |\n") == ["1: a | b", "3: c"])
  }

  /// A text with labels or front matter may hold a table too; neither hides the other.
  @Test func tablesStandBesideFrontMatter() throws {
    let text = "---\na: 1\n---\n\n## Actions\n\n| N° | Quoi |\n|--|--|\n| 1 | x |\n"
    let document = MarkdownReader().read(Sample.file(text, path: "a.md"), limits: Limits())
    #expect(document.tree?.outline == ["{a: 1}"])
    let grid = try #require(document.grids?.first)
    #expect(grid.lines == ["7: N° | Quoi", "9: 1 | x"])
    #expect(grid.section == "Actions")
    #expect(grid.markedHeadings == 7)
    let labels = MarkdownReader().read(
      Sample.file("**A:** 1\n\n" + text.dropFirst(15), path: "a.md"),
      options: ReadingOptions(part: .metadata), limits: Limits())
    #expect(labels.grids == nil)
  }

  @Test func placesOfCells() throws {
    let file = Sample.file("# T\n\n| é | b |\n|--|--|\n| x | yz |\n", path: "a.md")
    let grid = try #require(
      MarkdownReader().read(file, options: ReadingOptions(part: .table), limits: Limits())
        .grids?.first)
    #expect(grid.place(3, 2, in: file) == "3:7-3:8")
    #expect(grid.place(5, 2, in: file) == "5:7-5:9")
  }

  @Test func theOutlineHasHeadingsAndLinks() throws {
    let text = """
      ---
      a: 1
      ---
      # Objet `x`

      Voir [l'un](a%20b.md#objet-x) et [l'autre](../c.md) et [l'un](a%20b.md#objet-x).
      ![plan](plan.png) <https://example.org> `[non](code.md)`

      Domaine
      -------

      <a id="ici"></a>

      """
    let file = Sample.file(text, path: "a.md")
    let outline = try #require(MarkdownReader().read(file, limits: Limits()).outline)
    #expect(outline.headings.map { "\($0.level) \($0.text)" } == ["1 Objet x", "2 Domaine"])
    #expect(outline.headings.map { file.location(of: $0.span).start.line } == [4, 9])
    #expect(outline.anchors == ["ici"])
    let links = outline.links.map { link in
      let place = file.location(of: link.span).start
      return "\(link.target) \(place.line):\(place.column)"
    }
    #expect(
      links == [
        "a%20b.md#objet-x 6:13", "../c.md 6:44", "a%20b.md#objet-x 6:63", "plan.png 7:9",
        "https://example.org 7:20",
      ])
  }

  /// Texts made to be slow are read without their outline, and that is said.
  @Test func textsMadeToBeSlowAreAnsweredQuickly() {
    for piece in ["![[]()", "*a _b", "[a](b", "> "] {
      let body = String(repeating: piece, count: 40_000)
      let file = Sample.file("---\na: 1\n---\n" + body, path: "a.md")
      let result = MarkdownReader().read(file, limits: Limits())
      #expect(result.outline == nil)
      #expect(result.tree?.outline == ["{a: 1}"])
      #expect(result.diagnostics.map(\.code) == ["markdown-outline"])
    }
    let wide = "|" + String(repeating: "a|", count: 3_000) + "\n"
    let rule = "|" + String(repeating: "-|", count: 3_000) + "\n"
    let file = Sample.file(wide + rule + String(repeating: "|b|\n", count: 3_000), path: "a.md")
    let options = ReadingOptions(part: .table)
    let codes = MarkdownReader().read(file, options: options, limits: Limits()).diagnostics.map(
      \.code)
    #expect(codes.isEmpty || codes == ["limit-nodes-per-file"])
  }
}
