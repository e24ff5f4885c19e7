internal import ClauseSource

/// Finds the headings of a table in a sheet, which titles and notes often stand above.
struct HeadingSearch {
  /// A heading and the cell to point at for it.
  struct Heading {
    let text: [UInt8]
    let place: CellReference
  }

  /// The headings found.
  struct Found {
    /// By column, in order.
    let headings: [(column: Int, heading: Heading)]
    /// The rows they stand in.
    let rows: ClosedRange<Int>
  }

  let grid: SheetGrid
  /// How many rows from the top may stand above the headings.
  private static let rowsSearched = 200

  init(_ grid: SheetGrid) { self.grid = grid }

  /// The headings in `row`, or in the row that looks like them; nil when there are none.
  func find(inRow row: Int?) -> Found? {
    guard let row = row ?? likelyRow() else { return nil }
    let first = firstHeadings(row)
    guard !first.isEmpty else { return nil }
    return joined(first, below: row) ?? Found(headings: first, rows: row...row)
  }

  /// The first row of which most columns of the table are texts. A title merged over the columns
  /// is one text; a line `Version | 3` above the table is narrower than the table.
  private func likelyRow() -> Int? {
    let rows = grid.rows.prefix(Self.rowsSearched)
    let widths = rows.map { entry in columns(ofRow: entry.row, textsOnly: false) }
    let widest = widths.max() ?? 0
    let texts = rows.map { entry in
      (
        row: entry.row, cells: textCells(entry.cells),
        columns: columns(ofRow: entry.row, textsOnly: true)
      )
    }
    return texts.first { $0.cells >= 2 && $0.columns * 10 >= widest * 6 }?.row
      ?? texts.first { $0.cells >= 2 }?.row
  }

  private func textCells(_ cells: Range<Int>) -> Int {
    grid.sheet.cells[cells].count { $0.isText && !grid.isBlank($0) }
  }

  /// How many columns the cells of a row fill, merged ones as many as they span.
  private func columns(ofRow row: Int, textsOnly: Bool) -> Int {
    guard let index = grid.index(ofRow: row) else { return 0 }
    let wide = grid.wideRanges(inRow: row)
    var count = 0
    for cell in grid.sheet.cells[grid.rows[index].cells]
    where (cell.isText || !textsOnly) && !grid.isBlank(cell) {
      count += wide.first { $0.first == cell.place }?.columns.count ?? 1
    }
    return count
  }

  private func firstHeadings(_ row: Int) -> [(column: Int, heading: Heading)] {
    var headings: [(column: Int, heading: Heading)] = []
    let index = grid.firstIndex(fromRow: row)
    var columns = Set<Int>()
    if index < grid.rows.count, grid.rows[index].row == row {
      columns.formUnion(grid.sheet.cells[grid.rows[index].cells].map(\.place.column))
    }
    // The lower row of headings two rows high, when a source names that one.
    for range in grid.sheet.merged where range.rows.contains(row) {
      columns.insert(range.first.column)
    }
    for column in columns.sorted() {
      guard let cell = grid.shownCell(row, column), !grid.isBlank(cell) else { continue }
      let place = CellReference(row: row, column: column)
      headings.append((column, Heading(text: grid.heading(cell), place: place)))
    }
    return headings
  }

  /// Headings in two rows: groups merged over several columns, and below them the columns. Nil
  /// where the row below is no such row.
  private func joined(
    _ upper: [(column: Int, heading: Heading)], below row: Int
  ) -> Found? {
    let groups = grid.wideRanges(inRow: row).filter { range in
      range.rows.count == 1 && upper.contains { $0.column == range.first.column }
    }
    guard !groups.isEmpty, let index = grid.index(ofRow: row + 1) else { return nil }
    let lower = grid.sheet.cells[grid.rows[index].cells].filter { !grid.isBlank($0) }
    let isInGroup: (Int) -> Bool = { column in groups.contains { $0.columns.contains(column) } }
    // Below a heading of its own stands nothing, else the row is one of values.
    guard lower.count >= 2, lower.allSatisfy({ $0.isText && isInGroup($0.place.column) }),
      Set(lower.map { grid.heading($0) }).count > 1
    else { return nil }
    var headings = upper.filter { !isInGroup($0.column) }
    for cell in lower {
      let own = grid.heading(cell)
      let group = upper.last { $0.column <= cell.place.column }?.heading.text ?? []
      headings.append(
        (
          cell.place.column,
          Heading(text: group + Array(" / ".utf8) + own, place: cell.place)
        ))
    }
    // Of a group that has nothing below, the group itself is the heading.
    for group in groups where !lower.contains(where: { group.columns.contains($0.place.column) }) {
      headings += upper.filter { $0.column == group.first.column }
    }
    return Found(headings: headings.sorted { $0.column < $1.column }, rows: row...(row + 1))
  }
}
