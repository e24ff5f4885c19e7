public import ClauseSource

/// Lays the rows of grids down as a tree: one sequence of mappings a table, headings for keys.
///
/// Of an unpacked file the texts of the cells that are laid down become a text of its own, one
/// behind another, and spans are ranges of that text; of other formats spans are those of the file.
public struct GridTreeBuilder {
  /// The tree so far.
  public private(set) var tree: DocumentTree
  /// What a limit stopped.
  public private(set) var found: [Diagnostic] = []
  private let file: SourceFile
  private let limits: Limits
  private var text: [UInt8] = []
  private var cells = CellTable()
  private var rowCount = 0
  /// The sheet or table being laid down, as an index of `cells`.
  private var area = 0
  private var links: [NodeID] = []

  /// A builder for tables of `file`.
  public init(file: SourceFile, notation: DocumentTree.Notation, limits: Limits) {
    self.file = file
    self.limits = limits
    tree = DocumentTree(notation: notation)
  }

  /// Whether a limit was reached; nothing more is laid down then.
  public var isStopped: Bool { !found.isEmpty }

  /// Begins with the tables of a grid.
  public mutating func begin(_ grid: Grid) {
    if let name = grid.sheet { area = cells.add(.sheet(name)) }
    if let number = grid.table { area = cells.add(.table(number)) }
  }

  /// Where something stands that is no part of a table: a title, a note, a whole sheet.
  public mutating func place(_ row: Int, _ column: Int, of grid: Grid) -> Span {
    if grid.notation.isUnpacked { return add([], row, column) }
    if let cell = grid.cell(row, column) { return grid.span(of: cell, in: file.id) }
    return end(ofRow: row, grid)
  }

  /// Adds a heading; its node is the key of a column.
  public mutating func heading(
    _ text: [UInt8], _ row: Int, _ column: Int, of grid: Grid
  ) -> NodeID {
    let span: Span
    if grid.notation.isUnpacked {
      span = add(text, row, column)
    } else if let cell = grid.cell(row, column) {
      span = grid.span(of: cell, in: file.id)
    } else {
      span = end(ofRow: row, grid)
    }
    if text.count > limits.keyBytes {
      stop(
        .keyBytes, met: text.count,
        LocalizedText(
          en: "bytes of one heading", fr: "octets d'un en-tête", ar: "بايتات رأس عمود واحد"), span)
    }
    return tree.addScalar(text, style: .plain, span: span)
  }

  /// A row as a mapping of headings to what shows in its cells; an entry a column.
  ///
  /// - Parameter columns: the columns of the headings, in order.
  public mutating func row(
    _ row: Int, columns: [Int], headings: [NodeID], of grid: Grid
  ) -> NodeID {
    links.removeAll(keepingCapacity: true)
    let index = grid.index(ofRow: row)
    var start: Int32?
    var last: Int32 = 0
    for (column, heading) in zip(columns, headings) {
      let own = index.flatMap { grid.cell(inRowAt: $0, column: column) }
      let cell = own ?? grid.shownCell(row, column)
      let bytes = cell.map { grid.text($0) } ?? []
      let span: Span
      if grid.notation.isUnpacked {
        // The value of a merged range is pointed at where it is written.
        span = add(bytes, cell.map { Int($0.row) } ?? row, cell.map { Int($0.column) } ?? column)
      } else if let cell {
        span = grid.span(of: cell, in: file.id)
      } else {
        span = end(ofRow: row, grid)
      }
      if bytes.count > limits.scalarBytes {
        stop(
          .scalarBytes, met: bytes.count,
          LocalizedText(
            en: "bytes of one cell", fr: "octets d'une cellule", ar: "بايتات خلية واحدة"), span)
      }
      start = start.map { min($0, span.start) } ?? span.start
      last = max(last, span.end)
      links.append(heading)
      links.append(tree.addScalar(bytes, style: cell?.style ?? .plain, span: span))
    }
    let first = start ?? 0
    let span = Span(file: file.id, start: Int(first), end: Int(max(first, last)))
    rowCount += 1
    if rowCount > limits.records {
      stop(.records, met: rowCount, LocalizedText(en: "rows", fr: "lignes", ar: "الأسطر"), span)
    } else if tree.count > limits.nodesPerFile {
      stop(
        .nodesPerFile, met: tree.count,
        LocalizedText(en: "cells in one file", fr: "cellules d'un fichier", ar: "خلايا ملف واحد"),
        span)
    } else if text.count > limits.workbookBytes {
      stop(
        .workbookBytes, met: text.count,
        LocalizedText(
          en: "bytes of the cells of one file", fr: "octets des cellules d'un fichier",
          ar: "بايتات خلايا ملف واحد"), span)
    }
    return tree.addMapping(links, span: span)
  }

  /// Adds a table of `rows` as a root of the tree.
  public mutating func finish(_ rows: [NodeID], of grid: Grid) -> NodeID {
    let first = rows.first.map { Int(tree.span($0).start) } ?? 0
    let end = rows.last.map { Int(tree.span($0).end) } ?? first
    let root = tree.addSequence(
      rows, span: Span(file: file.id, start: first, end: max(first, end)))
    tree.addRoot(root)
    return root
  }

  /// The text that the spans refer to; nil where it is that of the file.
  public func source() -> SourceFile? {
    guard tree.notation.isUnpacked else { return nil }
    return SourceFile(id: file.id, path: file.path, bytes: text, cells: cells)
  }

  // MARK: Places

  private mutating func add(_ bytes: some Sequence<UInt8>, _ row: Int, _ column: Int) -> Span {
    let start = text.count
    cells.add(start: start, area: area, row: row, column: column)
    text.append(contentsOf: bytes)
    let span = Span(file: file.id, start: start, end: text.count)
    // Between two cells, so that the end of one is not the beginning of the next.
    text.append(0x0A)
    return span
  }

  /// A row may end early; what it lacks stands behind its last cell.
  private func end(ofRow row: Int, _ grid: Grid) -> Span {
    let index = min(grid.firstIndex(fromRow: row), grid.rows.count - 1)
    guard index >= 0, let last = grid.rows[index].cells.last else {
      return Span(file: file.id, start: 0, end: 0)
    }
    let end = Int(grid.span(of: grid.cells[last], in: file.id).end)
    return Span(file: file.id, start: end, end: end)
  }

  private mutating func stop(_ limit: LimitName, met: Int, _ what: LocalizedText, _ place: Span) {
    if isStopped { return }
    found.append(
      .limitReached(limit, met: met, limits: limits, what: what, place: .span(place)))
  }
}
