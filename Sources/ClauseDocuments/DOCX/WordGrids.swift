internal import ClauseSource

/// The tables of a Word file as grids, and where its texts stand.
struct WordGrids {
  private let parts: WordParts

  /// Tables whose title block is looked for: looking costs the same for each, however small it is.
  private static let mostPrefaces = 40

  init(_ parts: WordParts) { self.parts = parts }

  /// The tables that hold something: the one of the options, those under its heading, or all.
  func grids(_ options: ReadingOptions) -> [Grid] {
    let sections = WordSections(parts.text)
    let wanted = Set(sections.tables(under: options.under).map(\.table.number))
    var preface = parts.preface
    var taken = 0
    var grids: [Grid] = []
    for placed in sections.tables {
      for block in parts.text.blocks[taken..<placed.before] {
        preface.add(block, of: parts.text)
      }
      taken = placed.before
      let number = placed.table.number
      guard wanted.contains(number), options.table == nil || options.table == number else {
        continue
      }
      let grid = grid(
        placed.table, sections.name(of: placed),
        grids.count < Self.mostPrefaces ? preface.preface : .none)
      if !grid.rows.isEmpty { grids.append(grid) }
    }
    return grids
  }

  private func grid(
    _ table: WordText.Table, _ section: String?, _ preface: GridPreface
  ) -> Grid {
    var grid = GridParts(notation: .word)
    grid.table = table.number
    grid.section = section
    grid.preface = preface
    grid.merged = table.merged
    for cell in table.cells where !cell.text.isEmpty {
      grid.add(row: cell.row, column: cell.column, decoded: parts.text.bytes[cell.text])
    }
    return Grid(grid)
  }

  /// Where each paragraph and cell of a text stands.
  static func places(_ text: WordText) -> CellTable {
    var places = CellTable()
    let lines = places.add(.paragraphs)
    for block in text.blocks {
      switch block {
      case .paragraph(let paragraph):
        places.add(
          start: paragraph.text.lowerBound, area: lines, row: paragraph.number, column: 1)
      case .table(let table):
        let area = places.add(.table(table.number))
        for cell in table.cells {
          places.add(start: cell.text.lowerBound, area: area, row: cell.row, column: cell.column)
        }
      }
    }
    return places
  }
}
