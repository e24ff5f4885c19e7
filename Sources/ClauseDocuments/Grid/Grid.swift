internal import ClauseSource

/// A table as it stands in a file, before anybody knows what it is: cells at rows and columns.
///
/// Every tabular format gives grids and nothing more: no format looks for headings, titles or
/// totals, so that what is understood in one is understood in all.
public struct Grid: Sendable {
  /// One cell. Blank cells are there where the file writes them.
  public struct Cell: Sendable {
    /// Row, from 1: of a workbook the row of the sheet, of a Word file that of the table, else the
    /// line of the file.
    public let row: Int32
    /// Column, from 1.
    public let column: Int32
    /// Where its text lies: in the bytes of the file, behind them in what was decoded.
    let first: Int32
    let end: Int32
    /// The bytes it was written with, where the format has such.
    let place: Range<Int32>
    /// How it was written, as a scalar of a tree.
    public let style: ScalarStyle
    /// Whether it holds text rather than a number, date or truth value. Formats without types have
    /// nothing but text.
    public let isText: Bool
    /// Whether a formula gave the value.
    public let hasFormula: Bool
  }

  /// A rectangle of cells that is shown as one.
  public struct Merged: Sendable {
    /// Rows, from 1.
    public let rows: ClosedRange<Int>
    /// Columns, from 1.
    public let columns: ClosedRange<Int>
  }

  /// One row with something in it: its number and the range of its cells.
  public struct Row: Sendable {
    /// Row, from 1.
    public let number: Int
    /// Its cells, as a range of `cells`.
    public var cells: Range<Int>
  }

  /// How scalars made of it are written.
  public let notation: DocumentTree.Notation
  /// The sheet it is; nil outside of workbooks.
  public let sheet: String?
  /// The number of the table in a Word file, from 1; nil elsewhere.
  public let table: Int?
  /// The heading of the section it stands in, of a text; nil elsewhere.
  public let section: String?
  /// What stands above it in the file and outside of it.
  public let preface: GridPreface
  /// The row that the format itself marks as that of the headings; nil where none does.
  public let markedHeadings: Int?
  /// The cells by row, then by column.
  public let cells: [Cell]
  /// The rows that hold a cell, in order.
  public let rows: [Row]
  /// Merged ranges.
  public let merged: [Merged]
  /// How many rows are hidden and hold something.
  public let hiddenRows: Int
  /// The file's bytes, of formats that have texts in place; shared with the file.
  private let bytes: [UInt8]
  /// Texts that do not stand in the file as they are.
  private let decoded: [UInt8]
  /// Merged ranges of several rows, by row below their first.
  private let tall: [Int: [Int]]
  /// Merged ranges of several columns, by their first row.
  private let wide: [Int: [Int]]

  /// Rows of all merged ranges together that are followed; beyond it merging is only for looks.
  private static let mostTallRows = 200_000

  init(_ parts: GridParts) {
    notation = parts.notation
    sheet = parts.sheet
    table = parts.table
    section = parts.section
    preface = parts.preface
    markedHeadings = parts.markedHeadings
    cells = parts.cells
    merged = parts.merged
    hiddenRows = parts.hiddenRows
    bytes = parts.bytes
    decoded = parts.decoded
    var rows: [Row] = []
    for (index, cell) in cells.enumerated() {
      if let last = rows.indices.last, rows[last].number == Int(cell.row) {
        rows[last].cells = rows[last].cells.lowerBound..<index + 1
      } else {
        rows.append(Row(number: Int(cell.row), cells: index..<index + 1))
      }
    }
    self.rows = rows
    var tall: [Int: [Int]] = [:]
    var wide: [Int: [Int]] = [:]
    var budget = Self.mostTallRows
    let lastRow = rows.last?.number ?? 0
    for (index, range) in merged.enumerated() {
      if range.columns.count > 1 { wide[range.rows.lowerBound, default: []].append(index) }
      guard range.rows.count > 1, range.rows.lowerBound < lastRow else { continue }
      for row in (range.rows.lowerBound + 1)...min(range.rows.upperBound, lastRow)
      where budget > 0 {
        tall[row, default: []].append(index)
        budget -= 1
      }
    }
    self.tall = tall
    self.wide = wide
  }

  // MARK: Cells

  /// The text of a cell as it shows.
  public func text(_ cell: Cell) -> ArraySlice<UInt8> {
    let (first, end) = (Int(cell.first), Int(cell.end))
    if first < bytes.count || decoded.isEmpty { return bytes[min(first, bytes.count)..<end] }
    return decoded[(first - bytes.count)..<(end - bytes.count)]
  }

  /// The text without blanks around it, line breaks and runs of blanks made one blank.
  public func heading(_ cell: Cell) -> [UInt8] { Self.tidied(text(cell)) }

  /// A text without blanks around it, line breaks and runs of blanks made one blank.
  public static func tidied(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    if text.allSatisfy({ $0 < 0x80 }) {
      for byte in text {
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
          if let last = result.last, last != 0x20 { result.append(0x20) }
        } else {
          result.append(byte)
        }
      }
    } else {
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        if scalar.properties.isWhitespace {
          if let last = result.last, last != 0x20 { result.append(0x20) }
        } else {
          UTF8Text.append(scalar.value, to: &result)
        }
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// Whether a cell shows nothing but blanks.
  public func isBlank(_ cell: Cell) -> Bool {
    let text = text(cell)
    if text.isEmpty { return true }
    guard let first = text.first, first == 0x20 || (0x09...0x0D).contains(first) || first >= 0xC2
    else { return false }
    return text.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
      || Self.tidied(text).isEmpty
  }

  /// The index into `rows` of the first row at or below `row`.
  public func firstIndex(fromRow row: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The index into `rows` of a row, or nil when it holds nothing.
  public func index(ofRow row: Int) -> Int? {
    let index = firstIndex(fromRow: row)
    return index < rows.count && rows[index].number == row ? index : nil
  }

  /// The cell of a row, by its index into `rows`, at a column; nil when it holds none of its own.
  public func cell(inRowAt index: Int, column: Int) -> Cell? {
    let range = rows[index].cells
    // Where no cell is left out, the column says where it is.
    let guess = range.lowerBound + column - 1
    if range.contains(guess), Int(cells[guess].column) == column { return cells[guess] }
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(cells[middle].column) < column { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && Int(cells[low].column) == column ? cells[low] : nil
  }

  /// The cell at a place, or nil when it holds nothing of its own.
  public func cell(_ row: Int, _ column: Int) -> Cell? {
    index(ofRow: row).flatMap { cell(inRowAt: $0, column: column) }
  }

  /// The cell whose value shows at a place: its own, or that of a merged range over several rows.
  public func shownCell(_ row: Int, _ column: Int) -> Cell? {
    if let own = cell(row, column) { return own }
    return coveringRange(row, column).flatMap {
      cell($0.rows.lowerBound, $0.columns.lowerBound)
    }
  }

  /// The range over several rows that covers a place below its first row, in its first column.
  private func coveringRange(_ row: Int, _ column: Int) -> Merged? {
    tall[row]?.lazy.map { merged[$0] }.first { $0.columns.lowerBound == column }
  }

  /// Whether a range over several rows reaches into this row from above.
  public func isReached(_ row: Int) -> Bool { tall[row] != nil }

  /// The ranges that reach into this row from above.
  public func reaching(_ row: Int) -> [Merged] { (tall[row] ?? []).map { merged[$0] } }

  /// The ranges that begin in a row and span several columns.
  public func wideRanges(inRow row: Int) -> [Merged] { (wide[row] ?? []).map { merged[$0] } }

  // MARK: Places

  /// Where a cell stands in the file, of formats whose cells are bytes of it.
  func span(of cell: Cell, in file: FileID) -> Span {
    Span(file: file, start: Int(cell.place.lowerBound), end: Int(cell.place.upperBound))
  }
}

/// What a reader gathers for a grid.
struct GridParts {
  let notation: DocumentTree.Notation
  var sheet: String?
  var table: Int?
  var section: String?
  var preface = GridPreface.none
  var markedHeadings: Int?
  var cells: [Grid.Cell] = []
  var merged: [Grid.Merged] = []
  var hiddenRows = 0
  var bytes: [UInt8] = []
  var decoded: [UInt8] = []

  init(notation: DocumentTree.Notation, bytes: [UInt8] = []) {
    self.notation = notation
    self.bytes = bytes
  }

  /// Adds a cell whose text is a range of the file's bytes.
  mutating func add(
    row: Int, column: Int, inPlace text: Range<Int>, written place: Range<Int>,
    style: ScalarStyle = .plain
  ) {
    cells.append(
      Grid.Cell(
        row: Int32(clamping: row), column: Int32(clamping: column),
        first: Int32(clamping: text.lowerBound), end: Int32(clamping: text.upperBound),
        place: Int32(clamping: place.lowerBound)..<Int32(clamping: place.upperBound),
        style: style, isText: true, hasFormula: false))
  }

  /// Adds a cell with a text of its own.
  mutating func add(
    row: Int, column: Int, decoded text: some Sequence<UInt8>, written place: Range<Int> = 0..<0,
    style: ScalarStyle = .plain, isText: Bool = true, hasFormula: Bool = false
  ) {
    let first = bytes.count + decoded.count
    decoded.append(contentsOf: text)
    cells.append(
      Grid.Cell(
        row: Int32(clamping: row), column: Int32(clamping: column), first: Int32(clamping: first),
        end: Int32(clamping: bytes.count + decoded.count),
        place: Int32(clamping: place.lowerBound)..<Int32(clamping: place.upperBound),
        style: style, isText: isText, hasFormula: hasFormula))
  }
}
