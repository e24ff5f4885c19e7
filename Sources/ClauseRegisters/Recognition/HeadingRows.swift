import ClauseDocuments

/// The headings of a table: one to three rows, made one heading a column.
struct HeadingRows {
  /// A heading with its group.
  struct Heading {
    let column: Int
    let row: Int
    let own: [UInt8]
    /// The heading of the group above, or empty.
    var group: [UInt8] = []

    /// The heading as a reader would say it.
    var text: [UInt8] { group.isEmpty ? own : group + Array(" / ".utf8) + own }
  }

  let headings: [Heading]
  let rows: ClosedRange<Int>

  /// The headings that `row` and its neighbours make.
  init(_ grid: Grid, row: Int, knows: ([UInt8]) -> Bool) {
    let upper = Self.cells(grid, row)
    if let joined = Self.joined(grid, upper: upper, row: row, knows: knows) {
      self = joined
      return
    }
    if let grouped = Self.grouped(grid, lower: upper, row: row, knows: knows) {
      self = grouped
      return
    }
    headings = upper
    rows = row...row
  }

  private init(headings: [Heading], rows: ClosedRange<Int>) {
    self.headings = headings.sorted { $0.column < $1.column }
    self.rows = rows
  }

  /// The cells of a row with something in them, those that reach into it from above as well.
  static func cells(_ grid: Grid, _ row: Int) -> [Heading] {
    var headings: [Heading] = []
    if let index = grid.index(ofRow: row) {
      for cell in grid.cells[grid.rows[index].cells] where !grid.isBlank(cell) {
        headings.append(
          Heading(column: Int(cell.column), row: row, own: grid.heading(cell)))
      }
    }
    for range in grid.reaching(row) {
      let column = range.columns.lowerBound
      guard !headings.contains(where: { $0.column == column }),
        let cell = grid.cell(range.rows.lowerBound, column), !grid.isBlank(cell)
      else { continue }
      headings.append(
        Heading(column: column, row: range.rows.lowerBound, own: grid.heading(cell)))
    }
    return headings.sorted { $0.column < $1.column }
  }

  /// The columns that a heading of an upper row stands over: its merged range, else the columns up
  /// to the next heading.
  private static func span(
    _ grid: Grid, _ heading: Heading, next: Int?, _ last: Int
  ) -> ClosedRange<Int> {
    if let range = grid.wideRanges(inRow: heading.row).first(where: {
      $0.columns.lowerBound == heading.column
    }) {
      return range.columns
    }
    return heading.column...max(heading.column, (next ?? last + 1) - 1)
  }

  /// The row is that of groups, and the one below names the columns of some of them.
  private static func joined(
    _ grid: Grid, upper: [Heading], row: Int, knows: ([UInt8]) -> Bool
  ) -> HeadingRows? {
    guard let index = grid.index(ofRow: row + 1), upper.count > 1 else { return nil }
    let cells = grid.cells[grid.rows[index].cells].filter { !grid.isBlank($0) }
    let lower = cells.map {
      Heading(column: Int($0.column), row: row + 1, own: grid.heading($0))
    }
    guard lower.count >= 2, cells.allSatisfy({ $0.isText }),
      lower.allSatisfy({ $0.own.count <= 60 }),
      Set(lower.map(\.own)).count > 1
    else { return nil }
    let last = lower.map(\.column).max() ?? 0
    var result: [Heading] = []
    var isGroupThere = false
    var covered: Set<Int> = []
    for (position, heading) in upper.enumerated() {
      let next = position + 1 < upper.count ? upper[position + 1].column : nil
      let columns = span(grid, heading, next: next, last)
      let below = lower.filter { columns.contains($0.column) }
      for one in below { covered.insert(one.column) }
      let isGroup = below.count > 1 || (below.count == 1 && columns.count > 1)
      if isGroup {
        isGroupThere = true
        for one in below {
          result.append(
            Heading(column: one.column, row: one.row, own: one.own, group: heading.own))
        }
      } else if below.isEmpty {
        result.append(heading)
      } else {
        // Below a heading of its own stands nothing, else the row is one of values.
        return nil
      }
    }
    guard isGroupThere else { return nil }
    let isMerged = !grid.wideRanges(inRow: row).isEmpty
    let known = lower.count { knows($0.own) }
    guard isMerged || known * 2 >= lower.count else { return nil }
    result += lower.filter { !covered.contains($0.column) }
    return HeadingRows(headings: result, rows: row...(row + 1))
  }

  /// The row above is that of groups over some of its columns.
  private static func grouped(
    _ grid: Grid, lower: [Heading], row: Int, knows: ([UInt8]) -> Bool
  ) -> HeadingRows? {
    guard row > 1, let index = grid.index(ofRow: row - 1), lower.count > 2 else { return nil }
    let cells = grid.cells[grid.rows[index].cells].filter { !grid.isBlank($0) }
    let upper = cells.map {
      Heading(column: Int($0.column), row: row - 1, own: grid.heading($0))
    }
    // One text over everything is a title; one over a pair of label and value is a title block.
    guard !upper.isEmpty, upper.count < lower.count, cells.allSatisfy({ $0.isText }) else {
      return nil
    }
    let last = lower.map(\.column).max() ?? 0
    var result = lower
    var isGroupThere = false
    for (position, heading) in upper.enumerated() {
      let next = position + 1 < upper.count ? upper[position + 1].column : nil
      let merged = grid.wideRanges(inRow: heading.row).first {
        $0.columns.lowerBound == heading.column
      }
      let columns = span(grid, heading, next: next, last)
      let below = result.indices.filter { columns.contains(result[$0].column) }
      if below.isEmpty {
        result.append(heading)
        continue
      }
      guard below.count < lower.count, heading.own.count <= 80 else { return nil }
      if below.count > 1 || merged != nil {
        isGroupThere = isGroupThere || below.count > 1
        for one in below { result[one].group = heading.own }
      }
    }
    guard isGroupThere else { return nil }
    // A line of a title block looks like groups too. Groups tell twins apart or mean something.
    let below = result.filter { !$0.group.isEmpty }
    let tellsApart =
      Set(below.map(\.own)).count < below.count && Set(result.map(\.text)).count == result.count
    let isTelling = upper.contains { heading in
      HeadingGrammar.twin(HeadingGrammar.words(heading.own)) != nil || knows(heading.own)
    }
    guard tellsApart || isTelling, !upper.contains(where: { $0.own.contains(UInt8(ascii: ":")) })
    else { return nil }
    return HeadingRows(headings: result, rows: (row - 1)...row)
  }
}
