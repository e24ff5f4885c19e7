public import ClauseDocuments
import ClauseRecords

/// Recognises the registers in a grid: the one function behind checking, `sources` and `init`.
///
/// Pure: what it says of a grid depends on nothing but the grid, the lexicon and the hints. Its
/// cost is linear in the cells that it looks at.
public struct RegisterRecogniser: Sendable {
  private let lexicon: Lexicon
  private var catalog: RecordTypeCatalog { lexicon.catalog }

  /// Rows from the top in which headings are looked for, and rows that follow a gap further down.
  private static let rowsSearched = 60
  private static let gapsSearched = 200
  /// Headings of one row that are looked at.
  private static let widest = 200

  /// A recogniser by a lexicon.
  public init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// The registers of a grid from top to bottom; those that are unclear as well.
  public func registers(in grid: Grid, hints: RegisterHints) -> [Register] {
    var search = Search(grid: grid, hints: hints, lexicon: lexicon)
    var heads = search.headingRows()
    if heads.isEmpty, hints.type != nil || hints.headingRow != nil,
      let row = search.likelyRow()
    {
      heads = [row]
    }
    var registers: [Register] = []
    var top = 1
    for (index, row) in heads.enumerated() {
      // The groups above the headings of the next table belong to it.
      let end =
        index + 1 < heads.count ? search.head(at: heads[index + 1]).rows.lowerBound : Int.max
      if let register = search.register(headedAt: row, from: top, to: end) {
        registers.append(register)
        top = (register.records.last ?? register.headingRows.upperBound) + 1
      }
    }
    return registers
  }

  /// The work on one grid.
  private struct Search {
    let grid: Grid
    let hints: RegisterHints
    let lexicon: Lexicon
    /// What headings mean that were met before.
    var known: [[UInt8]: [Lexicon.Hit]] = [:]

    mutating func hits(_ text: [UInt8]) -> [Lexicon.Hit] {
      if let hits = known[text] { return hits }
      let hits = text.count > 300 ? [] : lexicon.hits(ofHeading: text)
      known[text] = hits
      return hits
    }

    // MARK: Rows of headings

    /// The rows of headings: the best of those at the top, and those further down that head
    /// another table.
    mutating func headingRows() -> [Int] {
      if let row = hints.headingRow { return [row] }
      if let row = grid.markedHeadings { return score(row) > 0 || hints.type != nil ? [row] : [] }
      var best: (row: Int, score: Int)?
      for index in grid.rows.indices.prefix(RegisterRecogniser.rowsSearched) {
        let row = grid.rows[index].number
        let score = score(row)
        if score > best?.score ?? 0 { best = (row, score) }
      }
      guard let best else { return [] }
      return [best.row] + further(below: best.row)
    }

    /// How many headings of one type a row holds; 0 when it is no row of headings.
    private mutating func score(_ row: Int) -> Int {
      let cells = texts(row)
      guard cells.count > 1 || (cells.count == 1 && hints.type != nil) else { return 0 }
      var fields: [Int: Set<[Int]>] = [:]
      for text in cells {
        var seen: Set<Int> = []
        for hit in hits(text) where !hit.needsValues && seen.insert(hit.type).inserted {
          if let type = hints.type, hit.type != type { continue }
          fields[hit.type, default: []].insert(hit.slots)
        }
      }
      let mapped = cells.count { text in hints.mapped.contains { isSame($0, text) } }
      let most = (fields.values.map(\.count).max() ?? 0) + mapped
      let least = hints.type == nil ? 2 : 1
      return most >= least && most * 4 >= cells.count ? most : 0
    }

    private func isSame(_ heading: String, _ text: [UInt8]) -> Bool {
      HeadingGrammar.words(heading.utf8) == HeadingGrammar.words(text)
    }

    /// The short texts of a row, each cell once.
    private func texts(_ row: Int) -> [[UInt8]] {
      HeadingRows.cells(grid, row).prefix(RegisterRecogniser.widest).compactMap { heading in
        guard let cell = grid.cell(heading.row, heading.column), cell.isText,
          heading.own.count <= 300
        else { return nil }
        return heading.own
      }
    }

    /// Rows of headings below another table: behind a gap, texts only, most of them known.
    private mutating func further(below first: Int) -> [Int] {
      var rows: [Int] = []
      var looked = 0
      var previous = first
      for index in grid.firstIndex(fromRow: first + 1)..<grid.rows.count {
        let row = grid.rows[index].number
        let cells = grid.cells[grid.rows[index].cells].filter { !grid.isBlank($0) }
        if cells.isEmpty { continue }
        let isBehindGap = row > previous + 1 || cells.count <= 2
        defer { previous = cells.count <= 2 ? row - 1 : row }
        guard isBehindGap, cells.count > 2, looked < RegisterRecogniser.gapsSearched else {
          continue
        }
        looked += 1
        guard cells.allSatisfy(\.isText), index + 1 < grid.rows.count else { continue }
        let score = score(row)
        if score >= 3, score * 10 >= cells.count * 6, !repeats(row, first) { rows.append(row) }
      }
      return rows
    }

    private func repeats(_ row: Int, _ first: Int) -> Bool { texts(row) == texts(first) }

    /// The first row of which most columns of the table are texts, for a table whose headings mean
    /// nothing.
    func likelyRow() -> Int? {
      let rows = grid.rows.prefix(RegisterRecogniser.rowsSearched * 3)
      let filled = rows.map { row in
        grid.cells[row.cells].filter { !grid.isBlank($0) }
      }
      let widest = filled.map(\.count).max() ?? 0
      let texts = filled.map { cells in cells.count(where: { $0.isText }) }
      for (index, row) in rows.enumerated()
      where texts[index] >= 2 && filled[index].count * 10 >= widest * 6 {
        return row.number
      }
      return texts.firstIndex(where: { $0 > 0 }).map { rows[$0].number }
    }

    // MARK: Registers

    /// The headings that a row and its neighbours make.
    mutating func head(at row: Int) -> HeadingRows {
      for heading in HeadingRows.cells(grid, row) + HeadingRows.cells(grid, row + 1) {
        _ = hits(heading.own)
      }
      if row > 1 { for heading in HeadingRows.cells(grid, row - 1) { _ = hits(heading.own) } }
      let known = self.known
      return HeadingRows(grid, row: row) { !(known[$0] ?? []).isEmpty }
    }

    /// The register whose headings stand in `row`; its title may stand from `top` on, its rows
    /// end before `end`.
    mutating func register(headedAt row: Int, from top: Int, to end: Int) -> Register? {
      let head = head(at: row)
      if head.headings.isEmpty { return nil }
      let headings = Array(head.headings.prefix(RegisterRecogniser.widest))
      var found: [[Lexicon.Hit]] = []
      for heading in headings { found.append(hits(heading.own)) }
      let values = headings.map {
        ColumnValues(grid, column: $0.column, below: head.rows.upperBound)
      }
      let block = TitleBlock(
        grid, rows: min(top, head.rows.lowerBound)..<head.rows.lowerBound, lexicon: lexicon)
      let ranking = TypeRanking(
        lexicon: lexicon, headings: headings, hits: found, values: values, hints: hints,
        titles: block.titles)
      guard let choice = ranking.choice() else { return nil }
      var register = Register(
        type: choice.type, ground: choice.ground, rival: choice.rival,
        headingRows: head.rows, columns: choice.columns)
      register.title = block.titles.first ?? []
      register.titleBlock = block.entries
      let classes = RowClasses(
        grid: grid, columns: choice.columns.map(\.number),
        headings: choice.columns.map(\.heading),
        identifier: choice.columns.first { $0.slots == [0] }?.number
      ).classes(from: head.rows.upperBound + 1 + hints.skippedRows, to: end)
      register.records = classes.records
      register.passedOver = classes.passedOver
      register.passedOver[.skipped] = skipped(below: head.rows.upperBound, to: end)
      register.unheaded = classes.unheaded
      return register
    }

    /// The rows with something in them that the configuration leaves out.
    private func skipped(below row: Int, to end: Int) -> (count: Int, first: Int)? {
      if hints.skippedRows == 0 { return nil }
      let range = row + 1..<max(row + 1, min(row + 1 + hints.skippedRows, end))
      let rows = grid.rows.filter { line in
        range.contains(line.number) && !grid.cells[line.cells].allSatisfy { grid.isBlank($0) }
      }
      return rows.first.map { (rows.count, $0.number) }
    }
  }
}
