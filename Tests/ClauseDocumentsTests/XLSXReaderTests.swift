import ClauseDocuments
import ClauseSource
import Foundation
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
    let keys = [
      "Code", "Évaluation / Probabilité", "Évaluation / Gravité", "Revu le", "Taux", "Somme",
      "Processus lié",
    ]
    let rows = [
      ["'R-1'", "3", "4", "2026-01-31", "85 %", "=B6*C6", "'Achats'"],
      ["'R-2'", "0.3", "100000", "2026-02-01T08:30", "7", "", "'Achats'"],
      ["'R-3'", "#REF!", "true", "2023-12-29", "", "", ""],
      ["R-007", "1900-02-28", "60", "1900-03-01", "", "", ""],
    ]
    let outline = rows.map { row in
      "{" + zip(keys, row).map { "\($0): \($1)" }.joined(separator: ", ") + "}"
    }
    #expect(
      document.told == [
        "[" + outline.joined(separator: ", ") + "]", "workbook-ignored",
        "sheet-blank-rows Risques!A9", "sheet-title-rows Risques!A8",
        "sheet-template-rows Risques!A12", "sheet-hidden-rows Risques!A1",
      ])
  }

  @Test func readsTheOtherEpochAndRichText() throws {
    let document = try Self.fixture("epoch-xlsxwriter.xlsx")
    #expect(
      document.told == [
        "[{رمز: 'م-1', عنوان: 'نص غني هنا', تاريخ: 2023-12-29, لحظة: 2023-12-29T23:59:59, "
          + "مبلغ: 1234567.5, مجموع: 2469135}]"
      ])
  }

  /// Every value is pointed at by its cell, every heading by its own, merged values by theirs.
  @Test func placesAreCells() throws {
    let document = try Self.fixture("register-openpyxl.xlsx")
    let (tree, source) = (try #require(document.tree), try #require(document.source))
    let records = tree.rows
    let places = records.map { record in
      tree.entries(record).map {
        source.location(of: tree.span($0.value)).cell?.text.unescaped ?? ""
      }
    }
    #expect(
      places[0] == ["A6", "B6", "C6", "D6", "E6", "F6", "G6"].map { "Risques!" + $0 })
    #expect(places[1].last == "Risques!G6")
    #expect(places[2] == ["A", "B", "C", "D", "E", "F", "G"].map { "Risques!\($0)10" })
    let keys = tree.entries(records[0]).map { source.location(of: tree.span($0.key)) }
    #expect(
      keys.map { $0.cell?.text.unescaped ?? "" }.prefix(3) == [
        "Risques!A4", "Risques!B5", "Risques!C5",
      ])
    let first = keys[1]
    #expect(
      first.start == Position(line: 5, column: 2) && first.end == Position(line: 5, column: 3))
    let row = source.location(of: tree.span(records[0]))
    #expect(row.cell?.text.unescaped == "Risques!A6:G6")
    // The text of a list in one cell is split by position in it.
    let map = ScalarMap(source, tree, tree.entries(records[0])[6].value)
    #expect(map.isExact)
  }

  @Test func marksValuesThatAreNotThere() throws {
    let tree = try #require(try Self.fixture("register-openpyxl.xlsx").tree)
    let records = tree.rows
    #expect(tree.style(tree.entries(records[0])[5].value) == .uncalculated)
    #expect(tree.style(tree.entries(records[2])[1].value) == .failed)
    #expect(tree.style(tree.entries(records[3])[2].value) == .failed)
    #expect(!tree.isNull(tree.entries(records[0])[5].value))
  }

  // MARK: Sheets

  private static let table =
    "<sheetData><row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><t>b</t></is>"
    + "</c></row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"

  @Test(arguments: [
    (["Un"], [String](), nil, ["[{a: 1, b: 2}]"]),
    (["Un"], ["Deux"], nil, ["[{a: 1, b: 2}]", "workbook-ignored"]),
    (["Un", "Deux"], [], nil, ["{'Un': [{a: 1, b: 2}], 'Deux': [{a: 1, b: 2}]}"]),
    (["Un", "Deux"], [], "Deux", ["[{a: 1, b: 2}]"]),
    (["Un"], ["Deux"], "Deux", ["[{a: 1, b: 2}]"]),
    (["Un"], [], "Trois", ["sheet-unknown"]), ([], ["Un"], nil, ["sheet-unknown"]),
    (["Un "], [], "Un", ["[{a: 1, b: 2}]"]),
  ])
  func choosesTheSheet(
    _ visible: [String], _ hidden: [String], _ wanted: String?, _ told: [String]
  ) {
    let sheets =
      visible.map { (name: $0, state: "visible", xml: Self.table) }
      + hidden.map { (name: $0, state: "hidden", xml: Self.table) }
    #expect(TestWorkbook(sheets).read(ReadingOptions(sheet: wanted)).told == told)
  }

  @Test func aSheetWithoutATableIsSaid() {
    let empty = TestWorkbook([("Vide", "visible", "<sheetData/>")])
    #expect(empty.read().told == ["sheet-headings Vide!A1"])
    let both = TestWorkbook([
      ("Lisez moi", "visible", "<sheetData/>"), ("R", "visible", Self.table),
    ])
    #expect(both.read().told == ["{'R': [{a: 1, b: 2}]}", "sheet-headings 'Lisez moi'!A1"])
  }

  @Test func namesOfSheetsAreQuotedAsSpreadsheetsDo() {
    for (name, address) in [
      ("R2", "R2!A1"), ("Plan d&apos;action", "'Plan d''action'!A1"), ("2026", "'2026'!A1"),
      ("سجل", "سجل!A1"),
    ] {
      let book = TestWorkbook([(name, "visible", "<sheetData/>")])
      #expect(book.read().told == ["sheet-headings \(address)"])
    }
  }

  // MARK: Headings

  @Test(arguments: [
    // A title, a line about the document, then the headings.
    (
      [["Titre"], ["Version", "3"], ["a", "b", "c"], ["1", "2", "3"]], "", "[{a: 1, b: 2, c: 3}]"
    ),
    // A group over two columns with its columns below.
    (
      [["a", "g", ""], ["", "x", "y"], ["1", "2", "3"]],
      #"<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>"#,
      "[{a: 1, g / x: 2, g / y: 3}]"
    ),
    // The same merging, but values below: one heading over a wide column.
    (
      [["a", "g", ""], ["x", "y"], ["z", "w"]],
      #"<mergeCells><mergeCell ref="B1:C1"/></mergeCells>"#, "[{a: 'x', g: 'y'}, {a: 'z', g: 'w'}]"
    ),
    // Headings written again in the middle.
    ([["a", "b"], ["x", "1"], ["a", "b"], ["y", "2"]], "", "[{a: 'x', b: 1}, {a: 'y', b: 2}]"),
    ([["  a\n b ", "c"], ["x", "y"]], "", "[{a b: 'x', c: 'y'}]"),
  ])
  func findsTheHeadings(_ rows: [[String]], _ merged: String, _ outline: String) {
    #expect(TestWorkbook(rows: rows, after: merged).read().tree?.outline == [outline])
  }

  @Test func theSourceNamesTheRowOfHeadings() {
    let book = TestWorkbook(rows: [["x", "y"], ["a", "b"], ["unité", "unité"], ["1", "2"]])
    #expect(
      book.read(ReadingOptions(headerRow: 2, skipRows: 1)).told == ["[{a: 1, b: 2}]"])
    #expect(book.read(ReadingOptions(headerRow: 9)).told == ["sheet-headings Feuil1!A1"])
  }

  @Test func twoEqualHeadingsAreAnError() {
    let book = TestWorkbook(rows: [["a", "b", "a "], ["1", "2", "3"]])
    #expect(book.read().told == ["duplicate-key Feuil1!C1"])
  }

  @Test func valuesWithoutAHeadingAreSaid() {
    let book = TestWorkbook(rows: [["a", "b"], ["1", "2", "3"], ["4", "5", "", "6"]])
    #expect(book.read().told == ["[{a: 1, b: 2}, {a: 4, b: 5}]", "sheet-no-heading Feuil1!C2"])
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
      #expect(book.read().tree?.outline == ["[{a: 'x', b: \(shown)}]"], "\(cell)")
    }
  }

  @Test func daysFrom1904() {
    let styles = #"<cellXfs><xf/><xf numFmtId="14"/></cellXfs>"#
    for (serial, day) in [("0", "1904-01-01"), ("60", "1904-03-01"), ("43827", "2023-12-29")] {
      let book = TestWorkbook(
        rows: [["a", "b"], ["x", "#1 \(serial)"]], styles: styles,
        properties: #"<workbookPr date1904="1"/>"#)
      #expect(book.read().tree?.outline == ["[{a: 'x', b: \(day)}]"])
    }
  }

  @Test func textThatLooksLikeNothingIsText() throws {
    let tree = try #require(TestWorkbook(rows: [["a", "b"], ["null", "~"]]).read().tree)
    let row = try #require(tree.rows.first)
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
      (LimitName.workbookParts, 3), (.workbookBytes, 900), (.records, 1), (.nodesPerFile, 5),
      (.scalarBytes, 2),
    ] {
      var limits = Limits()
      limits[name] = value
      let told = book.read(.conventions, limits).diagnostics
      #expect(told.map(\.code) == ["limit-" + name.rawValue])
      #expect(told.first?.remedy.unescaped.contains("--limit \(name.rawValue)=") == true)
    }
  }

  @Test func whatIsNotReadIsSaid() {
    var book = TestWorkbook(rows: [["a", "b"], ["1", "2"]])
    book.add("xl/vbaProject.bin", "x")
    book.add("xl/externalLinks/externalLink1.xml", "<x/>")
    let document = book.read()
    #expect(document.told == ["[{a: 1, b: 2}]", "workbook-ignored"])
    #expect(
      document.diagnostics.first?.message.unescaped
        == "not read in this workbook: macros, links to other workbooks")
  }
}
