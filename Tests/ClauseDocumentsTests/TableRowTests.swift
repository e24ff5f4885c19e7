import ClauseDocuments
import ClauseSource
import Testing

/// The cells of a row, found again in the text.
@Suite struct TableRowTests {
  /// The row that `text` is, behind another line, and the number of the cell at each `^`.
  private static func row(
    _ text: String, separator: Character?, at offset: Int = 0, length: Int = 0
  ) -> (texts: [String], cell: Int?) {
    let file = SourceFile(id: FileID(0), path: "a", bytes: Array(("heading\n" + text).utf8))
    let span = Span(file: file.id, start: 8, end: file.bytes.count)
    let row = TableRow(span, of: file, separator: separator?.asciiValue)
    let place = Span(file: file.id, start: 8 + offset, end: 8 + offset + length)
    return (row.texts, row.cell(at: place))
  }

  @Test(arguments: [
    ("a;b;c", ["a", "b", "c"]), ("a;;", ["a", "", ""]),
    ("\"x;\ny\";\" z \"", ["x; y", "z"]), ("\"say \"\"no\"\"\";b", ["say \"no\"", "b"]),
    ("a", ["a"]), ("a;b\nnext;row", ["a", "b"]), ("خطر;15", ["خطر", "15"]),
    // What cannot be read ends the row.
    ("a;\"open", ["a"]),
  ])
  func cellsOfCSV(_ text: String, _ texts: [String]) {
    #expect(Self.row(text, separator: ";").texts == texts)
  }

  @Test(arguments: [
    ("a | b | c", ["a", "b", "c"]), ("a |  | c", ["a", "", "c"]),
    ("a \\| b | c", ["a \\| b", "c"]),
    ("a |", ["a", ""]),
  ])
  func cellsBetweenBars(_ text: String, _ texts: [String]) {
    #expect(Self.row(text, separator: nil).texts == texts)
  }

  @Test func aPlaceLeadsToItsCell() {
    #expect(Self.row("R3;Retard;15", separator: ";", at: 0, length: 2).cell == 0)
    #expect(Self.row("R3;Retard;15", separator: ";", at: 3, length: 6).cell == 1)
    #expect(Self.row("R3;Retard;15", separator: ";", at: 10, length: 2).cell == 2)
    #expect(Self.row("R3;;15", separator: ";", at: 3).cell == 1)
    #expect(Self.row("R3;", separator: ";", at: 3).cell == 1)
    #expect(Self.row("R3 | x | 15", separator: nil, at: 9, length: 2).cell == 2)
    #expect(Self.row("R3 |  | 15", separator: nil, at: 5).cell == 1)
  }

  /// A row that ends early has no cell where one is missing.
  @Test func nothingIsBehindTheLastCell() {
    #expect(Self.row("R3;Retard", separator: ";", at: 9).cell == nil)
  }

  @Test func aLongRowIsNotReadToItsEnd() {
    let cells = Array(repeating: "x", count: 500).joined(separator: ";")
    #expect(Self.row(cells, separator: ";").texts.count == 64)
    let bytes = String(repeating: "y", count: 50_000)
    let long = Self.row("a|" + bytes, separator: nil)
    #expect(long.texts.count == 2 && long.texts[1].utf8.count < 8_192)
  }

  @Test func cellsOfAWorkbook() {
    var table = CellTable()
    let sheet = table.add(.sheet("S"))
    var bytes: [UInt8] = []
    for (column, text) in ["head", "R3", "", "15", "next"].enumerated() {
      table.add(start: bytes.count, area: sheet, row: column == 4 ? 3 : 2, column: column + 1)
      bytes += Array(text.utf8) + [0x0A]
    }
    let file = SourceFile(id: FileID(0), path: "a.xlsx", bytes: bytes, cells: table)
    let row = TableRow(Span(file: file.id, start: 5, end: 11), of: file, separator: nil)
    #expect(row.texts == ["R3", "", "15"])
    #expect(row.cell(at: Span(file: file.id, start: 8, end: 8)) == 1)
    #expect(row.cell(at: Span(file: file.id, start: 9, end: 11)) == 2)
  }
}
