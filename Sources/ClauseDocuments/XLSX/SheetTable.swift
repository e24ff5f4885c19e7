internal import ClauseSource

/// Turns the cells of a sheet into rows of a tree: one mapping a record, headings for keys.
struct SheetTable: FaultReporting {
  /// The tree, the text that its spans lie in, and the table of cells: one for the workbook.
  struct Output {
    var tree = DocumentTree(notation: .cells)
    var text: [UInt8] = []
    var cells = CellTable()
    let file: FileID

    /// Appends the text of a cell.
    mutating func add(
      _ bytes: some Sequence<UInt8>, sheet: Int, at place: CellReference
    ) -> Span {
      let start = text.count
      cells.add(start: start, sheet: sheet, row: place.row, column: place.column)
      text.append(contentsOf: bytes)
      let span = Span(file: file, start: start, end: text.count)
      // Between two cells, so that the end of one is not the beginning of the next.
      text.append(0x0A)
      return span
    }
  }

  private let grid: SheetGrid
  private let options: ReadingOptions
  private let sheet: Int
  let limits: Limits
  var found: [Diagnostic] = []
  var isStopped = false

  /// The row of the headings, the upper one of two.
  private(set) var headerRow: Int?
  private var columns: [Int] = []
  private var headings: [NodeID] = []
  private var headingTexts: [[UInt8]] = []
  private var rows: [NodeID] = []
  private var passedOver: [PassedOver: (count: Int, first: CellReference)] = [:]
  private var unheaded: (count: Int, first: CellReference)?

  /// Why a row is no record.
  private enum PassedOver: String, CaseIterable {
    case blank
    case title
    case heading
    case template

    func message(_ count: Int) -> String {
      let rows = count == 1 ? "one row" : "\(count) rows"
      let verb = count == 1 ? "was" : "were"
      return switch self {
      case .blank:
        count == 1 ? "one blank row was passed over" : "\(count) blank rows were passed over"
      case .title: "\(rows) with nothing but a merged title \(verb) passed over"
      case .heading:
        "\(rows) that only repeat\(count == 1 ? "s" : "") the headings \(verb) passed over"
      case .template: "\(rows) prepared at the end and not filled in \(verb) passed over"
      }
    }
  }

  init(_ grid: SheetGrid, sheet: Int, options: ReadingOptions, limits: Limits) {
    self.grid = grid
    self.sheet = sheet
    self.options = options
    self.limits = limits
  }

  /// The rows as one sequence; nil when there is no row of headings.
  mutating func run(_ output: inout Output) -> NodeID? {
    guard let head = HeadingSearch(grid).find(inRow: options.headerRow) else { return nil }
    let start = output.text.count
    headerRow = head.rows.lowerBound
    addHeadings(head, &output)
    let firstRow = head.rows.upperBound + 1 + options.skipRows
    let first = grid.firstIndex(fromRow: firstRow)
    let end = endOfRecords(from: first, headRow: head.rows.lowerBound)
    var expected = firstRow
    for index in first..<max(first, end) where !isStopped {
      let row = grid.rows[index].row
      for blank in expected..<row where !grid.isReached(blank) { pass(.blank, blank) }
      expected = row + 1
      if let reason = reasonToPass(index) { pass(reason, row) } else { addRow(row, &output) }
    }
    for index in max(first, end)..<grid.rows.count where !isBlank(index) {
      pass(.template, grid.rows[index].row)
    }
    addNotes(&output)
    return output.tree.addSequence(
      rows, span: Span(file: output.file, start: start, end: output.text.count))
  }

  // MARK: Headings

  private mutating func addHeadings(_ head: HeadingSearch.Found, _ output: inout Output) {
    for (column, heading) in head.headings {
      let span = output.add(heading.text, sheet: sheet, at: heading.place)
      columns.append(column)
      headingTexts.append(heading.text)
      headings.append(output.tree.addScalar(heading.text, style: .plain, span: span))
    }
    checkHeadings(headings, of: output.tree)
  }

  // MARK: Rows that are no records

  private mutating func pass(_ reason: PassedOver, _ row: Int) {
    let place = CellReference(row: row, column: columns.first ?? 1)
    passedOver[reason, default: (0, place)].count += 1
  }

  private func isBlank(_ index: Int) -> Bool {
    grid.sheet.cells[grid.rows[index].cells].allSatisfy { grid.isBlank($0) }
  }

  private func reasonToPass(_ index: Int) -> PassedOver? {
    let row = grid.rows[index].row
    let filled = grid.sheet.cells[grid.rows[index].cells].filter { !grid.isBlank($0) }
    guard let first = filled.first else { return grid.isReached(row) ? nil : .blank }
    if filled.count == 1, !grid.isReached(row),
      let range = grid.wideRanges(inRow: row).first(where: { $0.first == first.place }),
      columns.count(where: { range.columns.contains($0) }) * 2 > columns.count
    {
      return .title
    }
    let texts = columns.map { column in
      filled.first { $0.place.column == column }.map { grid.heading($0) } ?? []
    }
    return texts == headingTexts && headings.count > 1 ? .heading : nil
  }

  /// The index after the last row of records: rows below it hold nothing but formulas and running
  /// numbers that wait for somebody to fill them in.
  private func endOfRecords(from first: Int, headRow: Int) -> Int {
    var end = grid.rows.count
    while end > first {
      let cells = grid.sheet.cells[grid.rows[end - 1].cells].filter { !grid.isBlank($0) }
      let isPrepared = cells.allSatisfy { cell in
        cell.hasFormula || (cell.place.column == columns.first && !cell.isText && columns.count > 1)
      }
      guard isPrepared, !grid.isReached(grid.rows[end - 1].row) else { break }
      end -= 1
    }
    // A register of formulas alone, fed by another sheet, is one all the same.
    return end == first ? grid.rows.count : end
  }

  // MARK: Records

  private mutating func addRow(_ row: Int, _ output: inout Output) {
    var links: [NodeID] = []
    links.reserveCapacity(columns.count * 2)
    let start = output.text.count
    var end = start
    for (column, heading) in zip(columns, headings) {
      let cell = grid.shownCell(row, column)
      // The value of a merged range is pointed at where it is written.
      let place = cell?.place ?? CellReference(row: row, column: column)
      let bytes = cell.map { grid.sheet.text[$0.text] } ?? []
      let span = output.add(bytes, sheet: sheet, at: place)
      end = Int(span.end)
      links.append(heading)
      links.append(output.tree.addScalar(bytes, style: cell?.style ?? .plain, span: span))
    }
    noteUnheaded(row)
    let span = Span(file: output.file, start: start, end: end)
    rows.append(output.tree.addMapping(links, span: span))
    if rows.count > limits.records {
      stop(.records, met: rows.count, "rows", span)
    } else if output.tree.count > limits.nodesPerFile {
      stop(.nodesPerFile, met: output.tree.count, "cells in one file", span)
    } else if output.text.count > limits.workbookBytes {
      stop(.workbookBytes, met: output.text.count, "bytes of the cells of one file", span)
    }
  }

  private mutating func noteUnheaded(_ row: Int) {
    guard let index = grid.index(ofRow: row) else { return }
    for cell in grid.sheet.cells[grid.rows[index].cells]
    where !grid.isBlank(cell) && !columns.contains(cell.place.column) {
      unheaded = ((unheaded?.count ?? 0) + 1, unheaded?.first ?? cell.place)
    }
  }

  // MARK: What is said

  private mutating func addNotes(_ output: inout Output) {
    for reason in PassedOver.allCases {
      guard let entry = passedOver[reason] else { continue }
      note(
        .note, "sheet-\(reason.rawValue)-rows", reason.message(entry.count), entry.first, &output)
    }
    if let unheaded {
      let cells = unheaded.count == 1 ? "one cell" : "\(unheaded.count) cells"
      note(
        .warning, "sheet-no-heading", "\(cells) in columns without a heading cannot be read",
        unheaded.first, &output, remedy: "Give the column a heading, or clear it.")
    }
    if grid.sheet.hiddenRows > 0 {
      let count = grid.sheet.hiddenRows
      note(
        .note, "sheet-hidden-rows",
        count == 1 ? "one hidden row was read too" : "\(count) hidden rows were read too",
        CellReference(row: 1, column: 1), &output)
    }
  }

  private mutating func note(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ place: CellReference,
    _ output: inout Output, remedy: String = ""
  ) {
    let span = output.add([], sheet: sheet, at: place)
    notes.append(
      Diagnostic(severity, code: code, message: message, place: .span(span), remedy: remedy))
  }

  /// What was passed over, for information.
  private(set) var notes: [Diagnostic] = []
}
