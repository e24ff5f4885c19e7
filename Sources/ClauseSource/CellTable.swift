/// Where the text of a workbook's cells stands in its sheets.
///
/// A reader of workbooks lays the texts of the cells one behind another; spans are ranges of that
/// text, as in every other file, and this table leads from there to sheet, row and column.
public struct CellTable: Sendable {
  /// One cell; its text reaches from `start` to the beginning of the next one.
  public struct Cell: Sendable {
    /// First byte of its text.
    public let start: Int32
    /// Index into `sheets`.
    public let sheet: Int32
    /// Row, from 1.
    public let row: Int32
    /// Column, from 1.
    public let column: Int32
  }

  /// The names of the sheets.
  public private(set) var sheets: [String] = []
  private var cells: [Cell] = []

  /// Makes an empty table.
  public init() {}

  /// Adds a sheet; its index.
  public mutating func addSheet(_ name: String) -> Int {
    sheets.append(name)
    return sheets.count - 1
  }

  /// Adds a cell whose text begins at `start`, behind those of all cells before it.
  public mutating func add(start: Int, sheet: Int, row: Int, column: Int) {
    precondition(sheets.indices.contains(sheet), "a cell lies in a sheet of the table")
    cells.append(
      Cell(
        start: Int32(clamping: start), sheet: Int32(clamping: sheet), row: Int32(clamping: row),
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

  /// The address of a range of cells as spreadsheets write it: `Risques!C17`, `'Plan 2'!A1:F1`.
  func address(from first: Cell, to last: Cell) -> CellAddress {
    let sheet = Int(first.sheet)
    var text = Self.quoted(sheets[sheet]) + "!" + Self.name(of: first)
    let isOne = last.row == first.row && last.column == first.column
    if !isOne, last.sheet == first.sheet { text += ":" + Self.name(of: last) }
    return CellAddress(text: Untrusted(text), sheet: sheet)
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

/// The address of a cell, or a range of cells, in a workbook.
public struct CellAddress: Hashable, Sendable {
  /// As spreadsheets write it: `Risques!C17`.
  public let text: Untrusted
  /// The sheet's place among the sheets read, from 0: the order in which findings are shown.
  public let sheet: Int

  /// Makes an address.
  public init(text: Untrusted, sheet: Int) {
    self.text = text
    self.sheet = sheet
  }
}
