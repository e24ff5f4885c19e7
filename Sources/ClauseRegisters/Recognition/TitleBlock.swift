import ClauseDocuments
import ClauseRecords

/// What stands above a table: its title, and labels of a controlled document with their values.
struct TitleBlock {
  /// Texts that are no labels, the widest first.
  private(set) var titles: [[UInt8]] = []
  private(set) var entries: [Register.TitleEntry] = []

  private let grid: Grid
  private let lexicon: Lexicon

  /// Rows above the headings that are looked at.
  private static let rows = 40

  init(_ grid: Grid, rows: Range<Int>, lexicon: Lexicon) {
    self.grid = grid
    self.lexicon = lexicon
    if !rows.isEmpty { readRows(rows) }
    readPreface()
    titles.sort { $0.count > $1.count }
    if let section = grid.section { titles.append(Array(section.utf8)) }
  }

  private mutating func readRows(_ rows: Range<Int>) {
    let first = grid.firstIndex(fromRow: max(rows.lowerBound, rows.upperBound - Self.rows))
    let last = grid.firstIndex(fromRow: rows.upperBound)
    for index in first..<max(first, last) { read(index) }
  }

  /// A text with its place; outside of the grid row and column are 0.
  private struct Piece {
    let text: ArraySlice<UInt8>
    let row: Int
    let column: Int
    var mayBeTitle = true

    var tidied: [UInt8] { Grid.tidied(text) }
  }

  private mutating func read(_ index: Int) {
    let cells = grid.cells[grid.rows[index].cells].filter { !grid.isBlank($0) }
    read(
      cells.map { cell in
        Piece(
          text: grid.text(cell), row: Int(cell.row), column: Int(cell.column),
          mayBeTitle: cell.isText)
      })
  }

  private mutating func read(_ cells: [Piece]) {
    var isValue = false
    for (position, cell) in cells.enumerated() {
      if isValue {
        isValue = false
        continue
      }
      let next = position + 1 < cells.count ? cells[position + 1] : nil
      // A label may stand over its value in one cell.
      if cell.text.contains(0x0A), cell.text.count(where: { $0 == UInt8(ascii: ":") }) == 1,
        labelled(cell.tidied, cell) == true
      {
        continue
      }
      for line in cell.text.split(whereSeparator: { (0x09...0x0D).contains($0) }) {
        let text = Grid.tidied(line)
        if labelled(text, cell) == true || numbered(text, cell) || dated(text, cell) { continue }
        if let next, let field = label(withoutColon(text)), label(next.tidied) == nil {
          add(field, next.tidied, next)
          isValue = true
        } else if cell.mayBeTitle, text.count > 3, text.count <= 200 {
          titles.append(text)
        }
      }
    }
  }

  // MARK: Outside of the table

  private mutating func readPreface() {
    for block in grid.preface.blocks {
      let rows = block.rows.map { row in
        row.map { Piece(text: $0[...], row: 0, column: 0, mayBeTitle: block.mayBeTitle) }
      }
      if rows.count > 1, isRowOfLabels(rows[0]) {
        // Labels over values; over several rows of them it is a history of versions.
        if rows.count == 2 { readColumns(rows[0], rows[1]) }
      } else {
        for row in rows { read(row.filter { !$0.tidied.isEmpty }) }
      }
    }
  }

  /// Whether a row holds labels and no values.
  private func isRowOfLabels(_ row: [Piece]) -> Bool {
    let texts = row.map { withoutColon($0.tidied) }.filter { !$0.isEmpty }
    return texts.count > 1 && texts.count { label($0) != nil } * 2 > texts.count
  }

  private mutating func readColumns(_ labels: [Piece], _ values: [Piece]) {
    for (name, value) in zip(labels, values) {
      guard let field = label(withoutColon(name.tidied)), !value.tidied.isEmpty else { continue }
      add(field, value.tidied, value)
    }
  }

  // MARK: Labels

  /// A label and its value in one text: `Version : 02`. True when it is one, false when what
  /// stands before the colon means nothing, nil without a colon.
  private mutating func labelled(_ text: [UInt8], _ cell: Piece) -> Bool? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let value = Grid.tidied(text[(colon + 1)...])
    if value.isEmpty { return nil }
    guard let field = label(Array(text[..<colon])) else { return false }
    add(field, value, cell)
    return true
  }

  /// A label and its value without a colon: `Version 1`, `REV. 02`, `Indice B`.
  private mutating func numbered(_ text: [UInt8], _ cell: Piece) -> Bool {
    guard text.count <= 40, !text.contains(UInt8(ascii: ":")), let blank = text.lastIndex(of: 0x20),
      blank > 0
    else { return false }
    let value = Array(text[(blank + 1)...])
    let isShort = value.count == 1 || value.contains { (0x30...0x39).contains($0) }
    guard isShort, value.count <= 12, let field = label(Array(text[..<blank])) else { return false }
    add(field, value, cell)
    return true
  }

  /// A date by itself is that of the document: the date that its type always has.
  private mutating func dated(_ text: [UInt8], _ cell: Piece) -> Bool {
    for type in lexicon.describing {
      let fields = lexicon.catalog.types[type].fields
      guard let slot = fields.firstIndex(where: { $0.isRequired && $0.type == .date }),
        case .fits = lexicon.catalog.fit(
          of: text[...], isNumber: false, slots: [slot], inType: type)
      else { continue }
      add((type, slot), text, cell)
      return true
    }
    return false
  }

  private func withoutColon(_ text: [UInt8]) -> [UInt8] {
    var text = text
    while let last = text.last, last == UInt8(ascii: ":") || last == 0x20 { text.removeLast() }
    return text
  }

  /// The field of a type that describes files whose label the text is.
  private func label(_ text: [UInt8]) -> (type: Int, slot: Int)? {
    guard !text.isEmpty, text.count <= 60, !lexicon.describing.isEmpty else { return nil }
    var best: Lexicon.Hit?
    for hit in lexicon.hits(ofHeading: text)
    where hit.slots.count == 1 && hit.quality >= Lexicon.labelQuality - 1 && !hit.needsValues
      && lexicon.describing.contains(hit.type)
    {
      if hit.quality > best?.quality ?? 0 { best = hit }
    }
    return best.map { ($0.type, $0.slots[0]) }
  }

  private mutating func add(_ field: (type: Int, slot: Int), _ value: [UInt8], _ cell: Piece) {
    if entries.contains(where: { $0.type == field.type && $0.slot == field.slot }) { return }
    entries.append(
      Register.TitleEntry(
        type: field.type, slot: field.slot, value: value, row: cell.row,
        column: cell.column))
  }
}
