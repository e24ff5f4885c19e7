import ClauseDocuments
import ClauseSource
import TestTables
import Testing

@Suite struct DOCXReaderTests {
  private static func tables(_ body: String) -> [String] { TestWord(body).read().told }

  private static func cell(_ xml: String) -> [String] {
    tables(TestWord.table([TestWord.cell(xml) + TestWord.cell("z")]))
  }

  // MARK: Tables

  @Test func tablesAreGrids() throws {
    let document = TestWord(
      TestWord.paragraph("Texte")
        + TestWord.table([["a", "b & <c>"], ["", " d\te\n f "], ["", ""]])
        + TestWord.paragraph("") + TestWord.table([["x"]])
    ).read()
    #expect(
      document.told == ["[Texte]", "1: a | b & <c>", "2:  | d\te\n f", "[Texte]", "1: x"])
    #expect(document.grids?.map(\.table) == [1, 2])
    #expect(document.grids?.allSatisfy { $0.notation == .word && $0.sheet == nil } == true)
  }

  @Test func aTextWithoutATableHasNoGrid() {
    let document = TestWord(TestWord.paragraph("Texte") + TestWord.table([["", ""]])).read()
    #expect(document.grids == nil && document.tree == nil && document.diagnostics.isEmpty)
  }

  @Test func mergedCellsAreKnown() throws {
    let first = #"<w:vMerge w:val="restart"/>"#
    let wide = #"<w:gridSpan w:val="2"/>"#
    let document = TestWord(
      TestWord.table([
        TestWord.cell("a", first) + TestWord.cell("g", wide),
        TestWord.cell("", "<w:vMerge/>") + TestWord.cell("x") + TestWord.cell("y"),
        TestWord.cell("", #"<w:vMerge w:val="continue"/>"#) + TestWord.cell("z", wide + first),
        TestWord.cell("", "<w:vMerge/>") + TestWord.cell("", wide + "<w:vMerge/>"),
        TestWord.cell("b") + TestWord.cell("", "<w:vMerge/>") + TestWord.cell("c"),
      ])
    ).read()
    let grid = try #require(document.grids?.first)
    #expect(grid.lines == ["1: a | g", "2:  | x | y", "3:  | z", "5: b |  | c"])
    #expect(
      grid.merged.map { "\($0.rows) \($0.columns)" } == [
        "1...4 1...1", "1...1 2...3", "3...4 2...3",
      ])
    let shown = try #require(grid.shownCell(4, 1))
    #expect(grid.text(shown).elementsEqual("a".utf8))
    #expect(grid.shownCell(5, 2) == nil)
  }

  /// A cell that goes on where nothing began, under another width, or with a text of its own, hides
  /// nothing.
  @Test func whatGoesOnWithoutABeginningIsACell() {
    let further = "<w:vMerge/>"
    #expect(
      Self.tables(
        TestWord.table([
          TestWord.cell("a", further) + TestWord.cell("b", #"<w:vMerge w:val="restart"/>"#),
          TestWord.cell("c", further) + TestWord.cell("d", further),
        ])) == ["1: a | b", "2: c | d"])
  }

  @Test func rowsMayBeginFurtherRight() {
    let row = #"<w:trPr><w:gridBefore w:val="2"/></w:trPr>"# + TestWord.cell("x")
    #expect(Self.tables(TestWord.table([TestWord.cell("a"), row])) == ["1: a", "2:  |  | x"])
  }

  @Test func tablesWithinTablesAreTextOfTheirCell() {
    let inner = TestWord.table([["i", "j"], ["k", "l"]])
    #expect(
      Self.cell(TestWord.paragraph("o") + inner + TestWord.paragraph("p"))
        == ["1: o\ni\nj\nk\nl\np | z", "word-nested-tables"])
  }

  /// What stands around cells and rows does not matter: controls, insertions, other wrappers.
  @Test func wrappersAreSeenThrough() {
    let cell = "<w:sdt><w:sdtPr/><w:sdtContent>" + TestWord.cell("a") + "</w:sdtContent></w:sdt>"
    let row = "<w:customXml><w:tr>" + cell + TestWord.cell("b") + "</w:tr></w:customXml>"
    #expect(
      Self.tables("<w:sdt><w:sdtContent><w:tbl>" + row + "</w:tbl></w:sdtContent></w:sdt>")
        == ["1: a | b"])
  }

  // MARK: Texts

  @Test(arguments: [
    ("<w:r><w:t>QF</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/></w:r>", "QF-1"),
    ("<w:hyperlink><w:r><w:t>lien</w:t></w:r></w:hyperlink>", "lien"),
    (#"<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> oui</w:t></w:r>"#, "☒ oui"),
    (#"<w:r><w:sym w:char="F04A"/><w:t>non</w:t></w:r>"#, "non"),
    (
      "<w:ruby><w:rt><w:r><w:t>h</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby>",
      "b"
    ),
    (#"<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>t</w:t></w:r>"#, "t"),
    (
      #"<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>P×G</m:t></m:r></m:oMath>"#,
      "P×G"
    ),
    (#"<a:t xmlns:a="x">no</a:t><w:r><w:t>yes</w:t></w:r>"#, "yes"),
    ("<w:r>\n <w:t>x</w:t>\n</w:r>", "x"),
  ])
  func textsAreWhatShows(_ xml: String, _ shown: String) {
    #expect(Self.cell("<w:p>\(xml)</w:p>") == ["1: \(shown) | z"])
  }

  /// A text box is written twice, for new programs and for old ones.
  @Test func aTextBoxIsReadOnce() {
    let box = "<w:txbxContent>" + TestWord.paragraph("boîte") + "</w:txbxContent>"
    let both = """
      <w:p><w:r><w:t>avant</w:t></w:r><w:r>\
      <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
      <mc:Choice>\(box)</mc:Choice><mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback>\
      </mc:AlternateContent></w:r><w:r><w:t>après</w:t></w:r></w:p>
      """
    #expect(Self.cell(both) == ["1: avant\nboîte\naprès | z"])
  }

  @Test func deletionsAreNotReadAndInsertionsAre() throws {
    let xml = """
      <w:p><w:ins><w:r><w:t>neuf </w:t></w:r></w:ins><w:del><w:r><w:delText>vieux</w:delText>\
      <w:t>caché</w:t></w:r></w:del><w:moveFrom><w:r><w:t>parti</w:t></w:r></w:moveFrom>\
      <w:r><w:t>reste</w:t><w:commentReference w:id="0"/></w:r></w:p>
      """
    let document = TestWord(TestWord.table([TestWord.cell(xml)])).read()
    #expect(document.told == ["1: neuf reste", "word-changes"])
    #expect(
      document.diagnostics.first?.message[.english]
        == "the file holds 3 tracked changes and one comment not accepted or resolved; insertions "
        + "are read, deletions are not")
    #expect(document.diagnostics.first?.severity == .note)
  }

  /// The properties that a tracked change replaced are not those of the cell.
  @Test func formerPropertiesMeanNothing() throws {
    let was = #"<w:tcPrChange><w:tcPr><w:gridSpan w:val="5"/><w:vMerge/></w:tcPr></w:tcPrChange>"#
    let grid = TestWord(TestWord.table([TestWord.cell("a", was) + TestWord.cell("b")])).read()
    #expect(grid.told == ["1: a | b"])
    #expect(grid.grids?.first?.merged.isEmpty == true)
  }

  private static func field(_ instruction: String, _ result: String) -> String {
    """
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>\(instruction)</w:instrText>\
    </w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\(result)<w:r>\
    <w:fldChar w:fldCharType="end"/></w:r>
    """
  }

  @Test func ofFieldsTheResultIsRead() {
    let inner = Self.field("PAGE", TestWord.run("3"))
    #expect(
      Self.cell(
        "<w:p>" + Self.field("IF " + inner + " = 3", TestWord.run("trois")) + TestWord.run("!")
          + #"<w:fldSimple w:instr="DATE">"# + TestWord.run("12/01") + "</w:fldSimple></w:p>")
        == ["1: trois!12/01 | z"])
  }

  /// A field without a result, within another one, ends where it ends.
  @Test func aFieldWithinAnotherMayHaveNoResult() {
    let inner = """
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TC x</w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r>
      """
    #expect(
      Self.cell(
        "<w:p>" + Self.field("IF " + inner, TestWord.run("oui")) + TestWord.run("!") + "</w:p>")
        == ["1: oui! | z"])
  }

  @Test func aFieldWithoutAnEndIsSaid() {
    let open = #"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>"#
    let document = TestWord(open + TestWord.table([["a", "b"]])).read()
    #expect(document.diagnostics.map(\.code) == ["word-field"])
    #expect(document.diagnostics.first?.severity == .warning)
  }

  @Test func controlsOfFormsSayWhatIsChosen() {
    let asked = """
      <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Cliquez ici</w:t></w:r>\
      </w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Oui</w:t></w:r></w:sdtContent>\
      </w:sdt>
      """
    #expect(Self.cell("<w:p>\(asked)</w:p>") == ["1: Oui | z"])
    let box = """
      <w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>\
      <w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/>\
      </w:r><w:r><w:t> clos </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>\
      <w:result w:val="1"/><w:listEntry w:val="A"/><w:listEntry w:val="B"/></w:ddList></w:ffData>\
      </w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
      """
    #expect(Self.cell("<w:p>\(box)</w:p>") == ["1: ☒ clos B | z"])
  }

  @Test func whatIsNotReadIsSaid() throws {
    let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    var word = TestWord(
      "<w:altChunk/>"
        + TestWord.table([
          TestWord.cell("<w:p>\(hidden)<w:r><w:t>a</w:t><w:footnoteReference/></w:r></w:p>")
        ]))
    word.add("word/vbaProject.bin", "x")
    word.add("word/embeddings/oleObject1.bin", "x")
    let document = word.read()
    #expect(document.told == ["1: a", "word-ignored"])
    #expect(
      document.diagnostics.first?.message[.english]
        == "not read in this Word file: one hidden text, one footnote or endnote, one other "
        + "file put in, macros, embedded files")
  }

  // MARK: Sections

  private static let sections =
    TestWord.paragraph("Plan qualité", style: "Titre")
    + TestWord.paragraph("1. Risques", style: "Titre1")
    + TestWord.table([["a"]]) + TestWord.paragraph("Détail", style: "Titre2")
    + TestWord.paragraph("Le tableau suivant.") + TestWord.table([["b"]]) + TestWord.table([["c"]])
    + TestWord.paragraph("*Actions en cours") + TestWord.table([["d"]])
    + TestWord.paragraph("Annexes", style: "Annexe") + TestWord.paragraph("une note")
    + TestWord.table([["e"]])

  @Test func tablesStandInSections() {
    #expect(
      TestWord(Self.sections).read().grids?.map { $0.section ?? "-" }
        == ["1. Risques", "Détail", "Détail", "Actions en cours", "Annexes"])
  }

  @Test(arguments: [
    ("Risques", [1, 2, 3, 4]), ("détail", [2, 3, 4]), ("Actions en cours", [4]),
    ("Annexes", [5]), ("Plan qualité", [1, 2, 3, 4, 5]), ("Rien", []),
  ])
  func tablesBelowAHeading(_ heading: String, _ numbers: [Int]) {
    let read = TestWord(Self.sections).read(ReadingOptions(part: .table, under: heading))
    #expect((read.grids ?? []).compactMap(\.table) == numbers)
  }

  @Test func aTableByItsNumber() {
    let read = TestWord(Self.sections).read(ReadingOptions(part: .table, table: 3))
    #expect(read.told == ["1: c"])
  }

  @Test func headingsAreKnownByOutlineLevels() {
    let direct = #"<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Direct</w:t></w:r></w:p>"#
    let body =
      direct + TestWord.table([["a"]]) + TestWord.paragraph("Style", style: "Niveau")
      + TestWord.table([["b"]])
    #expect(TestWord(body).read().grids?.map(\.section) == ["Direct", "Style"])
  }

  // MARK: Places

  @Test func placesAreTablesAndCells() throws {
    let word = TestWord(
      TestWord.table([["x"]]) + TestWord.table([["a", "b"], ["1", ""], ["2", "3"]]))
    let read = word.read()
    let source = try #require(PlainTables(read, of: word.file).document.source)
    let tree = try #require(PlainTables(read, of: word.file).document.tree)
    let places = tree.children(tree.roots[1]).map { row in
      tree.entries(row).map { source.location(of: tree.span($0.value)).cell?.text.unescaped ?? "" }
    }
    #expect(places == [["T2:A2", "T2:B2"], ["T2:A3", "T2:B3"]])
    let row = source.location(of: tree.span(try #require(tree.children(tree.roots[1]).first)))
    #expect(row.cell?.text.unescaped == "T2:A2:B2")
    #expect(row.start == Position(line: 2, column: 1))
  }

  // MARK: Title block

  @Test func whatStandsAboveIsGathered() throws {
    let word = TestWord(
      TestWord.paragraph("Code : EN-01\tVersion : 2")
        + TestWord.table([["Rédigé par", "S. Alami"]])
        + TestWord.table([["a"]]),
      headers: [TestWord.table([["ACME", "Titre : Registre"]])],
      footers: [
        "<w:p>" + Self.field(" PRINTDATE ", TestWord.run("01/02/2026")) + TestWord.run("Public")
          + "</w:p>"
      ],
      properties:
        "<dc:title xmlns:dc=\"d\">Risques</dc:title><dc:creator xmlns:dc=\"d\">X</dc:creator>"
        + "<cp:lastModifiedBy>Y</cp:lastModifiedBy>")
    let grids = try #require(word.read().grids)
    let blocks = grids.map { grid in
      grid.preface.blocks.map { block in
        block.rows.map { row in
          row.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
        }.joined(separator: "/")
      }
    }
    let header = ["ACME|Titre : Registre"]
    let line = ["Code : EN-01|Version : 2"]
    let last = ["Public", "Title|Risques", "Author|X"]
    #expect(
      blocks == [header + line + last, header + line + ["Rédigé par|S. Alami"] + last])
  }
}
