import ClauseDocuments
import ClauseSource
import TestTables
import Testing

/// Labels of a Word file as one record, as labels of a Markdown text are.
@Suite struct DOCXLabelTests {
  private static func labels(_ body: String, under: String? = nil) -> [String] {
    let document = TestWord(body).read(ReadingOptions(part: .metadata, under: under))
    guard let tree = document.tree, let root = tree.roots.first else {
      return document.diagnostics.map(\.code)
    }
    return tree.entries(root).map { "\(tree.string($0.key))=\(tree.string($0.value))" }
      + document.diagnostics.map(\.code)
  }

  private static func lines(_ texts: String...) -> String {
    texts.map { TestWord.paragraph($0) }.joined()
  }

  /// Bold labels stand among prose, as in Markdown; the group ends at the next heading.
  @Test func boldLabelsAreRead() {
    let body =
      TestWord.paragraph("Fiche", style: "Titre1") + TestWord.paragraph("Note : voir plus bas")
      + TestWord.paragraph("*Pilote :", " Sara") + TestWord.paragraph("Du texte.")
      + TestWord.paragraph("*Délai\u{A0}", ": 31/12/2026") + TestWord.paragraph("*Visa:")
      + TestWord.paragraph("Suite", style: "Titre2") + TestWord.paragraph("*Autre :", "x")
    #expect(Self.labels(body) == ["Pilote=Sara", "Délai=31/12/2026", "Visa="])
    #expect(Self.labels(body, under: "Suite") == ["Autre=x"])
    #expect(Self.labels(body, under: "Rien") == [])
  }

  /// A section ends where the next one of its level begins.
  @Test func labelsOfTheNextSectionAreNotThose() {
    let body =
      TestWord.paragraph("A", style: "Titre1") + TestWord.paragraph("Rien ici.")
      + TestWord.paragraph("B", style: "Titre1") + TestWord.paragraph("*Pilote :", "Sara")
    #expect(Self.labels(body, under: "A") == [])
    #expect(Self.labels(body, under: "B") == ["Pilote=Sara"])
  }

  /// The same as Markdown says, read to the same labels.
  @Test func theSameMarkdownIsTheSame() throws {
    let pairs = [("Owner", "Sara"), ("Due", "2026-12-31"), ("Site: A", "x : y"), ("État", "")]
    let text = pairs.map { "**\($0.0):** \($0.1)\n" }.joined()
    let file = SourceFile(id: FileID(0), path: "a.md", bytes: Array(text.utf8))
    let tree = try #require(
      MarkdownReader().read(file, options: ReadingOptions(part: .metadata), limits: Limits()).tree)
    let wanted = tree.entries(tree.roots[0]).map {
      "\(tree.string($0.key))=\(tree.string($0.value))"
    }
    // A colon within a label is no sign in ordinary type, so the odd one is left out.
    let words = pairs.filter { !$0.0.contains(":") }
    let body = words.map { TestWord.paragraph("*\($0.0):", " \($0.1)") }.joined()
    #expect(Self.labels(body) == wanted.filter { !$0.hasPrefix("Site: A") })
  }

  /// Labels in ordinary type are a group of lines without prose between them.
  @Test func plainLabelsAreAGroup() {
    #expect(
      Self.labels(
        Self.lines(
          "Compte rendu", "Code : CR-01\tVersion : 2", "", "Lieu : Rabat\nDate : 2026-01-31",
          "Il a été dit ce qui suit.", "Nota : rien")) == [
          "Code=CR-01", "Version=2", "Lieu=Rabat", "Date=2026-01-31",
        ])
  }

  @Test(arguments: [
    "Voir https://example.org : le site", "12:30", "Est-ce vrai ? Non : c'est faux",
    String(repeating: "mot ", count: 30) + ": x",
  ])
  func sentencesAreNoLabels(_ line: String) {
    #expect(Self.labels(TestWord.paragraph(line)) == [])
  }

  @Test func aTableOfNamesAndValues() {
    #expect(
      Self.labels(
        TestWord.table([
          ["Rubrique", "Valeur"], ["Code :", "NC-01"], ["Intitulé", "Livraison\nfausse"],
          ["", "x"], ["Visa", ""],
        ])) == ["Code=NC-01", "Intitulé=Livraison\nfausse", "Visa="])
  }

  /// Two pairs of columns are pairs where the names show it: else it is a register.
  @Test func tablesOfTwoPairs() {
    #expect(
      Self.labels(TestWord.table([["*Code", "A", "*Version", "2"], ["*Date", "x", "*Visa", ""]]))
        == ["Code=A", "Version=2", "Date=x", "Visa="])
    #expect(
      Self.labels(TestWord.table([["Code", "Titre", "Version", "Date"], ["A", "b", "2", "x"]]))
        == [])
  }

  @Test func labelAndValueInOneCell() {
    #expect(
      Self.labels(
        TestWord.table([["Title: Audit schedule", "REV:\n01"], ["ACME"], ["Doc ID: QF-8"]]))
        == ["Title=Audit schedule", "REV=01", "Doc ID=QF-8"])
  }

  /// Two labels of one name have two values, and neither is chosen.
  @Test func aLabelTwiceIsAnError() {
    #expect(Self.labels(Self.lines("Code : A", "Code : B")) == ["duplicate-key"])
  }

  @Test func placesAreParagraphsAndCells() throws {
    let options = ReadingOptions(part: .metadata)
    let lines = TestWord(TestWord.paragraph("") + Self.lines("Code : A", "Date : B")).read(options)
    let tree = try #require(lines.tree)
    let source = try #require(lines.source)
    #expect(source.location(of: tree.span(tree.roots[0])).cell?.text.unescaped == "P2:P3")
    let value = tree.entries(tree.roots[0])[1].value
    #expect(source.location(of: tree.span(value)).cell?.text.unescaped == "P3")
    #expect(source.location(of: tree.span(value)).start.line == 3)
    let table = TestWord(TestWord.table([["x", "y", "z"]]) + TestWord.table([["A", "1"]]))
    let cells = TestWord(TestWord.table([["A", "1"], ["B", "2"]])).read(options)
    #expect(table.read(options).tree == nil)
    let cell = try #require(cells.tree)
    let last = cell.entries(cell.roots[0])[1].value
    #expect(
      try #require(cells.source).location(of: cell.span(last)).cell?.text.unescaped == "T1:B2")
  }

  /// The text below is the record's body, its headings are known.
  @Test func theTextIsTheBody() throws {
    let document = TestWord(
      TestWord.paragraph("Code : A") + TestWord.paragraph("Objet", style: "Titre1")
        + TestWord.paragraph("Le texte.")
    ).read(ReadingOptions(part: .metadata))
    #expect(document.outline?.headings.map(\.text) == ["Objet"])
    let source = try #require(document.source)
    #expect(String(decoding: source.bytes, as: UTF8.self) == "Code : A\nObjet\nLe texte.\n")
    #expect(document.bodyStart == 0)
  }
}
