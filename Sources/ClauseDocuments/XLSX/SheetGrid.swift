internal import ClauseSource

/// The cells of a sheet by row and column, with what merging makes of them.
struct SheetGrid {
  let sheet: SheetCells
  /// For each row that holds something, in order: the row and its cells.
  let rows: [(row: Int, cells: Range<Int>)]
  /// Merged ranges by the row they begin in.
  private let mergedByRow: [Int: [MergedRange]]
  /// Merged ranges of several rows, by row: which range covers which column.
  private let tall: [Int: [MergedRange]]

  /// Rows of all merged ranges together that are followed; beyond it merging is only for looks.
  private static let mostTallRows = 200_000

  init(_ sheet: SheetCells) {
    self.sheet = sheet
    var rows: [(row: Int, cells: Range<Int>)] = []
    for (index, cell) in sheet.cells.enumerated() {
      if let last = rows.last, last.row == cell.place.row {
        rows[rows.count - 1].cells = last.cells.lowerBound..<index + 1
      } else {
        rows.append((cell.place.row, index..<index + 1))
      }
    }
    self.rows = rows
    mergedByRow = Dictionary(grouping: sheet.merged) { $0.first.row }
    var tall: [Int: [MergedRange]] = [:]
    var budget = Self.mostTallRows
    let lastRow = rows.last?.row ?? 0
    for range in sheet.merged where range.rows.count > 1 && range.first.row < lastRow {
      for row in (range.first.row + 1)...min(range.last.row, lastRow) where budget > 0 {
        tall[row, default: []].append(range)
        budget -= 1
      }
    }
    self.tall = tall
  }

  /// The index into `rows` of a row, or nil when it holds nothing.
  func index(ofRow row: Int) -> Int? {
    let index = firstIndex(fromRow: row)
    return index < rows.count && rows[index].row == row ? index : nil
  }

  /// The index into `rows` of the first row at or below `row`.
  func firstIndex(fromRow row: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The cell at a place, or nil when it holds nothing of its own.
  func cell(_ row: Int, _ column: Int) -> SheetCells.Cell? {
    guard let index = index(ofRow: row) else { return nil }
    return sheet.cells[rows[index].cells].first { $0.place.column == column }
  }

  /// The cell whose value shows at a place: its own, or that of a merged range over several rows.
  func shownCell(_ row: Int, _ column: Int) -> SheetCells.Cell? {
    if let own = cell(row, column) { return own }
    return coveringRange(row, column).flatMap { cell($0.first.row, $0.first.column) }
  }

  /// The range over several rows that covers a place below its first row, in its first column.
  func coveringRange(_ row: Int, _ column: Int) -> MergedRange? {
    tall[row]?.first { $0.first.column == column }
  }

  /// Whether a range over several rows reaches into this row from above.
  func isReached(_ row: Int) -> Bool { tall[row] != nil }

  /// The ranges that begin in a row and span several columns.
  func wideRanges(inRow row: Int) -> [MergedRange] {
    mergedByRow[row, default: []].filter { $0.columns.count > 1 }
  }

  /// The text of a cell without blanks around it, line breaks and runs of blanks made one blank.
  func heading(_ cell: SheetCells.Cell) -> [UInt8] {
    Self.tidied(sheet.text[cell.text])
  }

  static func tidied(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var scalars = String(decoding: text, as: UTF8.self).unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar.properties.isWhitespace {
        if let last = result.last, last != 0x20 { result.append(0x20) }
      } else {
        UTF8Text.append(scalar.value, to: &result)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// Whether a cell shows nothing but blanks.
  func isBlank(_ cell: SheetCells.Cell) -> Bool {
    sheet.text[cell.text].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
      || heading(cell).isEmpty
  }
}
