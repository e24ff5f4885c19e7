/// Where the text of a workbook's or Word file's cells stands in its sheets, tables and paragraphs.
///
/// A reader of such files lays the texts of the cells one behind another; spans are ranges of that
/// text, as in every other file, and this table leads from there to sheet, row and column.
public struct CellTable: Sendable {
  /// One cell; its text reaches from `start` to the beginning of the next one.
  public struct Cell: Sendable {
    /// First byte of its text.
    public let start: Int32
    /// Index into `areas`.
    public let area: Int32
    /// Row, from 1; of a paragraph its number.
    public let row: Int32
    /// Column, from 1.
    public let column: Int32
  }

  /// What cells stand in.
  public enum Area: Sendable, Hashable {
    /// A sheet of a workbook, by its name.
    case sheet(String)
    /// A table of a Word file, by its number from 1.
    case table(Int)
    /// The paragraphs of a Word file, each with a number from 1.
    case paragraphs
  }

  /// The sheets, tables and texts, in the order in which they were laid down.
  public private(set) var areas: [Area] = []
  private var cells: [Cell] = []

  /// Makes an empty table.
  public init() {}

  /// Adds a sheet, table or text; its index.
  public mutating func add(_ area: Area) -> Int {
    areas.append(area)
    return areas.count - 1
  }

  /// Adds a cell whose text begins at `start`, behind those of all cells before it.
  public mutating func add(start: Int, area: Int, row: Int, column: Int) {
    precondition(areas.indices.contains(area), "a cell lies in an area of the table")
    cells.append(
      Cell(
        start: Int32(clamping: start), area: Int32(clamping: area), row: Int32(clamping: row),
        column: Int32(clamping: column)))
  }

  /// The cell whose text holds the byte at `offset`; nil for a table without cells.
  public func cell(at offset: Int) -> Cell? {
    guard !cells.isEmpty else { return nil }
    var low = 0
    var high = cells.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(cells[middle].start) <= offset { low = middle } else { high = middle - 1 }
    }
    return cells[low]
  }

  /// The texts of the cells that begin in `range`, one after the other.
  ///
  /// A byte that belongs to no cell stands behind each text.
  public func texts(in range: Range<Int>) -> [Range<Int>] {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if Int(cells[middle].start) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var texts: [Range<Int>] = []
    while low < cells.count, Int(cells[low].start) < range.upperBound {
      let start = Int(cells[low].start)
      let end = low + 1 < cells.count ? Int(cells[low + 1].start) - 1 : range.upperBound
      texts.append(start..<max(start, min(end, range.upperBound)))
      low += 1
    }
    return texts
  }

  /// The name of a column in letters: 1 is `A`, 28 is `AB`.
  public static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The address of a range of cells as spreadsheets write it: `Risques!C17`, `'Plan 2'!A1:F1`; in
  /// a Word file `T2:B7` is a cell of the second table, `P12` the twelfth paragraph.
  func address(from first: Cell, to last: Cell) -> CellAddress {
    let area = Int(first.area)
    let isRange =
      last.area == first.area && !(last.row == first.row && last.column == first.column)
    let (text, order): (String, Int) =
      switch areas[area] {
      case .sheet(let name):
        (
          Self.quoted(name) + "!" + Self.name(of: first)
            + (isRange ? ":" + Self.name(of: last) : ""), area
        )
      case .table(let number):
        ("T\(number):" + Self.name(of: first) + (isRange ? ":" + Self.name(of: last) : ""), number)
      case .paragraphs: ("P\(first.row)" + (isRange ? ":P\(last.row)" : ""), 0)
      }
    return CellAddress(text: Untrusted(text), sheet: order)
  }

  private static func name(of cell: Cell) -> String {
    letters(ofColumn: Int(cell.column)) + String(cell.row)
  }

  /// A sheet's name in apostrophes where it is more than one word.
  private static func quoted(_ name: String) -> String {
    let isWord = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0)
    }
    let startsAsWord = name.unicodeScalars.first.map { !("0"..."9").contains($0) } ?? false
    if isWord, startsAsWord { return name }
    var text = "'"
    for scalar in name.unicodeScalars {
      if scalar == "'" { text += "'" }
      text.unicodeScalars.append(scalar)
    }
    return text + "'"
  }
}

/// The address of a cell, or a range of cells, in a workbook or Word file.
public struct CellAddress: Hashable, Sendable {
  /// As spreadsheets write it: `Risques!C17`; in a Word file `T2:B7` or `P12`.
  public let text: Untrusted
  /// The place of the sheet among those read, from 0, or the number of the table: the order in
  /// which findings are shown.
  public let sheet: Int

  /// Makes an address.
  public init(text: Untrusted, sheet: Int) {
    self.text = text
    self.sheet = sheet
  }

  /// Whether it is a paragraph, or several, rather than cells.
  public var isParagraph: Bool {
    text.unescaped.utf8.first == UInt8(ascii: "P") && joint.utf8.first == UInt8(ascii: "!")
  }

  /// What joins it to the path of its file: `risques.xlsx:Risques!C17`, `fiche.docx!T2:B7`.
  public var joint: String { text.unescaped.utf8.contains(UInt8(ascii: "!")) ? ":" : "!" }
}
