/// Gathers what may be the title block of a Word file: the page header, the lines and tables above
/// a register, the page footer, the properties of the file.
struct WordPreface {
  private var header: [GridPreface.Block] = []
  private var body: [GridPreface.Block] = []
  private var last: [GridPreface.Block] = []

  /// Blocks of each part, rows of a block, cells of a row and bytes of a text that are looked at.
  private static let mostBlocks = 16
  private static let mostRows = 8
  private static let mostCells = 12
  private static let longest = 400

  /// Takes the page headers, the footers and the properties.
  init(headers: [WordText], footers: [WordText], properties: CoreProperties) {
    for text in headers {
      for block in text.blocks {
        Self.add(Self.block(block, of: text, inHeader: true), to: &header)
      }
    }
    for text in footers {
      for block in text.blocks { Self.add(Self.block(block, of: text, inHeader: true), to: &last) }
    }
    last += properties.entries.map { name, value in
      GridPreface.Block(rows: [[Array(name.utf8), value]], mayBeTitle: false)
    }
  }

  /// Takes a block of the body.
  mutating func add(_ block: WordText.Block, of text: WordText) {
    if body.count < Self.mostBlocks {
      Self.add(Self.block(block, of: text, inHeader: false), to: &body)
    }
  }

  /// What stands above what follows.
  var preface: GridPreface {
    var preface = GridPreface()
    preface.blocks = header + body + last
    return preface
  }

  private static func add(_ block: GridPreface.Block?, to blocks: inout [GridPreface.Block]) {
    if let block, blocks.count < mostBlocks { blocks.append(block) }
  }

  private static func block(
    _ block: WordText.Block, of text: WordText, inHeader: Bool
  ) -> GridPreface.Block? {
    switch block {
    case .paragraph(let paragraph):
      guard paragraph.text.count <= longest else { return nil }
      let cells = text.bytes[paragraph.text].split(separator: 0x09).prefix(mostCells)
      return GridPreface.Block(
        rows: [cells.map { Array($0) }], mayBeTitle: inHeader || paragraph.level == 0)
    case .table(let table):
      var rows: [[[UInt8]]] = []
      var row = 0
      for cell in table.cells {
        if cell.row != row {
          // A long table is a register or a history, no title block.
          if rows.count == mostRows { return nil }
          rows.append([])
          row = cell.row
        }
        guard cell.text.count <= longest, cell.column <= mostCells else { continue }
        while rows[rows.count - 1].count < cell.column - 1 { rows[rows.count - 1].append([]) }
        rows[rows.count - 1].append(Array(text.bytes[cell.text]))
      }
      return rows.isEmpty ? nil : GridPreface.Block(rows: rows, mayBeTitle: inHeader)
    }
  }
}
