import ClauseDocuments
import ClauseSource
import Foundation
import TestTables
import Testing

@Suite struct XLSXReaderTests {
  private static func fixture(_ name: String) throws -> ReadDocument {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Workbooks/" + name).path
    let data = try #require(FileManager.default.contents(atPath: path))
    let file = SourceFile(id: FileID(0), path: "r.xlsx", bytes: Array(data))
    return XLSXReader().read(file, limits: Limits())
  }

  /// Two writers that are not ours, every shape of a register that offices keep.
  @Test func readsTheRegisterOfAnOffice() throws {
    let document = try Self.fixture("register-openpyxl.xlsx")
    #expect(
      document.told == [
        "1: 'Registre des risques'", "2: 'Version' | 3",
        "4: 'Code' | 'Évaluation' |  | 'Revu le' | 'Taux' | 'Somme' | 'Processus\nlié'",
        "5:  | 'Probabilité' | 'Gravité'",
        "6: 'R-1' | 3 | 4 | 2026-01-31 | 85 % | =B6*C6 | 'Achats'",
        "7: 'R-2' | 0.3 | 100000 | 2026-02-01T08:30 | 7", "8: 'Deuxième partie'",
        "10: 'R-3' | #REF! | true | 2023-12-29", "11: R-007 | 1900-02-28 | 60 | 1900-03-01",
        "12: 8 |  |  |  |  | =1+1", "workbook-ignored",
      ])
    let grid = try #require(document.grids?.first)
    #expect(grid.sheet == "Risques")
    #expect(grid.hiddenRows == 1)
  }

  @Test func readsTheOtherEpochAndRichText() throws {
    let document = try Self.fixture("epoch-xlsxwriter.xlsx")
    #expect(
      document.told == [
        "1: 'رمز' | 'عنوان' | 'تاريخ' | 'لحظة' | 'مبلغ' | 'مجموع'",
        "2: 'م-1' | 'نص غني هنا' | 2023-12-29 | 2023-12-29T23:59:59 | 1234567.5 | 2469135",
      ])
  }

  /// What is laid down is pointed at by its cell, merged values by the cell that has them.
  @Test func placesAreCells() throws {
    let read = try Self.fixture("register-openpyxl.xlsx")
    let grid = try #require(read.grids?.first)
    let file = SourceFile(id: FileID(0), path: "r.xlsx", bytes: [])
    var builder = GridTreeBuilder(file: file, notation: .cells, limits: Limits())
    builder.begin(grid)
    let columns = [1, 2, 7]
    let headings = [(4, 1), (5, 2), (4, 7)].map { row, column in
      builder.heading(Array("h\(column)".utf8), row, column, of: grid)
    }
    let rows = [6, 7].map { builder.row($0, columns: columns, headings: headings, of: grid) }
    _ = builder.finish(rows, of: grid)
    let source = try #require(builder.source())
    let tree = builder.tree
    func cell(_ node: NodeID) -> String {
      source.location(of: tree.span(node)).cell?.text.unescaped ?? ""
    }
    #expect(headings.map { cell($0) } == ["A4", "B5", "G4"].map { "Risques!" + $0 })
    #expect(
      tree.entries(rows[0]).map { cell($0.value) } == ["A6", "B6", "G6"].map { "Risques!" + $0 })
    #expect(
      tree.entries(rows[1]).map { cell($0.value) } == ["A7", "B7", "G6"].map { "Risques!" + $0 })
    #expect(tree.outline(tree.entries(rows[1])[2].value) == "'Achats'")
    let first = source.location(of: tree.span(headings[1]))
    #expect(
      first.start == Position(line: 5, column: 2) && first.end == Position(line: 5, column: 3))
    #expect(cell(rows[0]) == "Risques!A6:G6")
    // The text of a list in one cell is split by position in it.
    #expect(ScalarMap(source, tree, tree.entries(rows[0])[2].value).isExact)
  }

  @Test func marksValuesThatAreNotThere() throws {
    let grid = try #require(try Self.fixture("register-openpyxl.xlsx").grids?.first)
    let formula = try #require(grid.cell(6, 6))
    #expect(formula.style == .uncalculated && formula.hasFormula)
    #expect(try #require(grid.cell(10, 2)).style == .failed)
  }

  // MARK: Sheets

  private static let table =
    "<sheetData><row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><t>b</t></is>"
    + "</c></row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"
  private static let rows = ["1: 'a' | 'b'", "2: 1 | 2"]

  @Test(arguments: [
    (["Un"], [String](), nil, rows), (["Un"], ["Deux"], nil, rows + ["workbook-ignored"]),
    (["Un", "Deux"], [], nil, ["[Un]"] + rows + ["[Deux]"] + rows),
    (["Un", "Deux"], [], "Deux", rows), (["Un"], ["Deux"], "Deux", rows),
    (["Un"], [], "Trois", ["sheet-unknown"]), ([], ["Un"], nil, ["sheet-unknown"]),
    (["Un "], [], "Un", rows),
  ])
  func choosesTheSheet(
    _ visible: [String], _ hidden: [String], _ wanted: String?, _ told: [String]
  ) {
    let sheets =
      visible.map { (name: $0, state: "visible", xml: Self.table) }
      + hidden.map { (name: $0, state: "hidden", xml: Self.table) }
    #expect(TestWorkbook(sheets).read(ReadingOptions(sheet: wanted)).told == told)
  }

  @Test func sheetsThatOthersReadAreLeftOut() {
    let book = TestWorkbook(["Un", "Deux", "Trois"].map { ($0, "visible", Self.table) })
    var options = ReadingOptions()
    options.exceptSheets = ["Un", " Trois"]
    #expect(book.read(options).grids?.map(\.sheet) == ["Deux"])
  }

  @Test func aSheetWithNothingInItIsAnEmptyGrid() throws {
    let empty = TestWorkbook([("Vide", "visible", "<sheetData/>")]).read()
    #expect(empty.told == [])
    #expect(empty.grids?.count == 1)
  }

  @Test func namesOfSheetsAreQuotedAsSpreadsheetsDo() throws {
    for (name, address) in [
      ("R2", "R2!A1"), ("Plan d&apos;action", "'Plan d''action'!A1"), ("2026", "'2026'!A1"),
      ("سجل", "سجل!A1"),
    ] {
      let book = TestWorkbook([(name, "visible", Self.table)])
      let source = try #require(PlainTables(book.read(), of: book.file).document.source)
      let place = source.location(of: Span(file: FileID(0), start: 0, end: 1))
      #expect(place.cell?.text.unescaped == address)
    }
  }

  // MARK: Grids

  @Test func mergedCellsAreKnown() throws {
    let book = TestWorkbook(
      rows: [["a", "g", ""], ["", "x", "y"], ["", "z", ""]],
      after: #"<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="B1:C1"/></mergeCells>"#)
    let grid = try #require(book.read().grids?.first)
    #expect(grid.wideRanges(inRow: 1).map(\.columns) == [2...3])
    #expect(grid.wideRanges(inRow: 2).isEmpty)
    #expect(!grid.isReached(1) && grid.isReached(2) && grid.isReached(3))
    #expect(grid.cell(2, 1) == nil)
    let shown = try #require(grid.shownCell(3, 1))
    #expect(grid.text(shown).elementsEqual("a".utf8))
    #expect(grid.shownCell(3, 3) == nil && grid.shownCell(4, 1) == nil)
  }

  /// Merging a whole column, or the same cells very often, costs no more than the sheet is long.
  @Test func mergedRangesWithoutEndAreAnswered() throws {
    let ranges = (0..<2_000).map { _ in #"<mergeCell ref="A1:A1048576"/>"# }.joined()
    let book = TestWorkbook(
      rows: [["a", "b"], ["1", "2"]] + (0..<500).map { ["", "\($0)"] },
      after: "<mergeCells>" + ranges + "</mergeCells>")
    let grid = try #require(book.read().grids?.first)
    let shown = try #require(grid.shownCell(50, 1))
    #expect(grid.text(shown).elementsEqual("a".utf8))
  }

  // MARK: Cells

  @Test func cellsAreTheTextsTheyShow() {
    let styles = """
      <numFmts><numFmt numFmtId="170" formatCode="&quot;PR-&quot;000"/>\
      <numFmt numFmtId="171" formatCode="[$-40C]d mmm yyyy;@"/>\
      <numFmt numFmtId="172" formatCode="#,##0.00 &quot;dh&quot;;[Red]-0"/>\
      <numFmt numFmtId="173" formatCode="h:mm AM/PM"/>\
      <numFmt numFmtId="174" formatCode="00000"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>\
      <xf/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/>\
      <xf numFmtId="173"/><xf numFmtId="174"/><xf numFmtId="10"/><xf numFmtId="22"/>\
      <xf numFmtId="46"/><xf numFmtId="1"/></cellXfs>
      """
    let cells: [(String, String)] = [
      ("1E+05", "100000"), ("0.1", "0.1"), ("0.30000000000000004", "0.3"), ("-0", "0"),
      ("123456789012345680", "123456789012346000"), ("1E+30", "1E30"), ("1.5E-7", "0.00000015"),
      ("#1 45289", "2023-12-29"), ("#1 45289.99999999", "2023-12-30"), ("#1 0", "0"),
      ("#1 -1", "-1"), ("#1 2958466", "2958466"), ("#2 7", "PR-007"), ("#2 1234", "PR-1234"),
      ("#2 1.5", "1.5"), ("#3 45289", "2023-12-29"), ("#4 -1234.5", "-1234.5"),
      ("#5 0.5", "12:00"), ("#6 12", "00012"), ("#7 0.855", "85.5 %"), ("#7 0.07", "7 %"),
      ("#8 45289.75", "2023-12-29T18:00"), ("#9 1.5", "36:00"), ("#10 5", "5"),
      ("#99 5", "5"),
      (#"<c r="@" t="b"><v>0</v></c>"#, "false"), (#"<c r="@" t="e"><v>#N/A</v></c>"#, "#N/A"),
      (#"<c r="@" t="str"><f>A1</f><v>x</v></c>"#, "'x'"),
      (#"<c r="@" t="str"><f>A1</f><v></v></c>"#, ""),
      (#"<c r="@"><f>A1*2</f></c>"#, "=A1*2"), (#"<c r="@"><f>A1</f><v/></c>"#, "=A1"),
      (#"<c r="@" t="d"><v>2026-01-31T00:00:00</v></c>"#, "2026-01-31"),
      (
        #"<c r="@" t="inlineStr"><is><r><t>é</t></r><r><t xml:space="preserve"> x</t></r>"#
          + #"<rPh><t>no</t></rPh></is></c>"#, "'é x'"
      ),
      (#"<c r="@" t="inlineStr"><is><t>a_x000A_b_x005F_x</t></is></c>"#, "'a\nb_x'"),
      (#"<c r="@"><v>nan</v></c>"#, "nan"),
    ]
    for (cell, shown) in cells {
      let xml = cell.contains("E") && !cell.hasPrefix("<") ? "<c r=\"@\"><v>\(cell)</v></c>" : cell
      let book = TestWorkbook(rows: [["a", "b"], ["x", xml]], styles: styles)
      #expect(
        book.read().told == ["1: 'a' | 'b'", "2: 'x'" + (shown.isEmpty ? "" : " | \(shown)")],
        "\(cell)")
    }
  }

  @Test func daysFrom1904() {
    let styles = #"<cellXfs><xf/><xf numFmtId="14"/></cellXfs>"#
    for (serial, day) in [("0", "1904-01-01"), ("60", "1904-03-01"), ("43827", "2023-12-29")] {
      let book = TestWorkbook(
        rows: [["a", "b"], ["x", "#1 \(serial)"]], styles: styles,
        properties: #"<workbookPr date1904="1"/>"#)
      #expect(book.read().told.last == "2: 'x' | \(day)")
    }
  }

  @Test func textThatLooksLikeNothingIsText() throws {
    let book = TestWorkbook(rows: [["a", "b"], ["null", "~"]])
    let tree = try #require(PlainTables(book.read(), of: book.file).document.tree)
    let row = try #require(tree.rows.first)
    #expect(tree.entries(row).count == 2)
    #expect(tree.entries(row).allSatisfy { !tree.isNull($0.value) })
  }

  // MARK: Refusals

  @Test func whatIsNoWorkbookIsRefused() {
    let read: ([UInt8]) -> [String] = { bytes in
      let file = SourceFile(id: FileID(0), path: "a.xlsx", bytes: bytes)
      return XLSXReader().read(file, limits: Limits()).told
    }
    #expect(read([]) == ["workbook-archive"])
    #expect(read(Array("PK nothing".utf8)) == ["workbook-archive"])
    #expect(read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) == ["workbook-encrypted"])
    var none = TestWorkbook([])
    none.parts.removeAll()
    none.add("word/document.xml", "<w/>")
    #expect(read(none.bytes) == ["workbook-parts"])
    var twice = TestWorkbook(rows: [["a", "b"]])
    twice.add("xl/WORKBOOK.xml", "<workbook/>")
    #expect(read(twice.bytes) == ["workbook-archive"])
  }

  @Test(arguments: [
    (#"<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>"#, "workbook-doctype"),
    ("<worksheet>&nope;</worksheet>", "workbook-xml"), ("<worksheet>", "workbook-xml"),
    ("", "workbook-xml"), (String(repeating: "<a>", count: 400), "workbook-xml"),
    (#"<w><c r="XFE1"><v>1</v></c></w>"#, "workbook-cells"),
    (#"<w><row r="1048577"/></w>"#, "workbook-cells"),
    (#"<w><c r="A1" t="s"><v>0</v></c></w>"#, "workbook-cells"),
    (#"<w><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></w>"#, "workbook-cells"),
  ])
  func brokenPartsAreRefused(_ xml: String, _ code: String) {
    var book = TestWorkbook([("A", "visible", "")])
    book.parts.removeAll { $0.name == "xl/sheets/s0.xml" }
    book.add("xl/sheets/s0.xml", xml)
    #expect(book.read().told == [code])
  }

  @Test func limitsAreKept() {
    let book = TestWorkbook(rows: [["a", "b"], ["xyz", "1"], ["x", "2"]])
    for (name, value) in [
      (LimitName.workbookParts, 3), (.workbookBytes, 900), (.nodesPerFile, 5), (.scalarBytes, 2),
    ] {
      var limits = Limits()
      limits[name] = value
      let told = book.read(.conventions, limits).diagnostics
      #expect(told.map(\.code) == ["limit-" + name.rawValue])
      #expect(told.first?.remedy[.english].contains("--limit \(name.rawValue)=") == true)
    }
  }

  @Test func whatIsNotReadIsSaid() {
    var book = TestWorkbook(rows: [["a", "b"], ["1", "2"]])
    book.add("xl/vbaProject.bin", "x")
    book.add("xl/externalLinks/externalLink1.xml", "<x/>")
    let document = book.read()
    #expect(document.told == ["1: 'a' | 'b'", "2: 1 | 2", "workbook-ignored"])
    #expect(
      document.diagnostics.first?.message[.english]
        == "not read in this workbook: macros, links to other workbooks")
  }
}
