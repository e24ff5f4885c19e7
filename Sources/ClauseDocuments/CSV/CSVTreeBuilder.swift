internal import ClauseSource

/// Builds a tree from CSV text: one sequence of rows, each a mapping from the header's cells.
struct CSVTreeBuilder: FaultReporting {
  private let file: SourceFile
  private let bytes: UnsafeBufferPointer<UInt8>
  let limits: Limits
  private var tree = DocumentTree(notation: .csv)
  private var tokens: CSVTokenizer
  private var headings: [NodeID] = []
  private var rows: [NodeID] = []
  private var scratch: [UInt8] = []
  private var links: [NodeID] = []
  var found: [Diagnostic] = []
  var isStopped = false
  private var blankRows = 0
  private var firstBlankRow: Span?

  init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, limits: Limits) {
    self.file = file
    self.bytes = bytes
    self.limits = limits
    let start = bytes.starts(with: SourceFile.byteOrderMark) ? 3 : 0
    let (separator, header) = CSVTokenizer.separator(of: bytes, from: start)
    tokens = CSVTokenizer(bytes, separator: separator, from: header)
  }

  /// Reads the file.
  mutating func run() -> ReadDocument {
    let start = tokens.offset
    while !tokens.isAtEnd, !isStopped {
      guard let cells = readRow() else { continue }
      if isBlank(cells) {
        noteBlank(cells)
      } else if headings.isEmpty {
        readHeader(cells)
      } else {
        addRow(cells)
      }
    }
    if !found.isEmpty { return ReadDocument(tree: nil, diagnostics: found) }
    let root = tree.addSequence(
      rows, span: Span(file: file.id, start: start, end: max(start, tokens.offset)))
    tree.addRoot(root)
    return ReadDocument(tree: tree, diagnostics: notes)
  }

  private var notes: [Diagnostic] {
    guard let firstBlankRow else { return [] }
    return [
      Diagnostic(
        .note, code: "csv-blank-rows",
        message: blankRows == 1
          ? "one blank row was passed over" : "\(blankRows) blank rows were passed over",
        place: .span(firstBlankRow))
    ]
  }

  // MARK: Rows

  /// The cells of the next row, or nil when one of them cannot be read.
  private mutating func readRow() -> [CSVTokenizer.Cell]? {
    var cells: [CSVTokenizer.Cell] = []
    cells.reserveCapacity(headings.count)
    do throws(CSVTokenizer.Fault) {
      while true {
        let cell = try tokens.next()
        cells.append(cell)
        if cell.end != .separator { return cells }
        if cells.count > limits.nodesPerFile {
          stop(.nodesPerFile, met: cells.count, "cells of one row", span(cell.range))
          return nil
        }
      }
    } catch {
      report(error)
      // Without a header row the rows below mean nothing.
      if headings.isEmpty { isStopped = true }
      tokens.skipLine()
      return nil
    }
  }

  private func isBlank(_ cells: [CSVTokenizer.Cell]) -> Bool {
    cells.allSatisfy { !$0.isQuoted && $0.range.allSatisfy { bytes[$0] == 0x20 } }
  }

  private mutating func noteBlank(_ cells: [CSVTokenizer.Cell]) {
    blankRows += 1
    if firstBlankRow == nil, let first = cells.first { firstBlankRow = span(first.range) }
  }

  private mutating func readHeader(_ cells: [CSVTokenizer.Cell]) {
    for cell in cells {
      let node = addCell(cell)
      headings.append(node)
      let count = tree.bytes(node).count
      if count == 0 {
        add(
          "empty-key", "a column has no heading", span(cell.range),
          remedy: "Name the column, or delete it.")
      } else if count > limits.keyBytes {
        stop(.keyBytes, met: count, "bytes of one heading", span(cell.range))
      }
    }
    for clash in KeyCheck.clashes(in: headings, from: 0, step: 1, of: tree) {
      let (first, second) = (headings[clash.first], headings[clash.second])
      if tree.bytes(second).isEmpty { continue }
      found.append(
        clash.diagnostic(
          what: "the heading", key: tree.bytes(second), first: tree.span(first),
          second: tree.span(second), limits: limits))
    }
  }

  private mutating func addRow(_ cells: [CSVTokenizer.Cell]) {
    guard cells.count == headings.count else {
      reportRagged(cells)
      return
    }
    links.removeAll(keepingCapacity: true)
    for (heading, cell) in zip(headings, cells) {
      links.append(heading)
      links.append(addCell(cell))
    }
    let start = cells.first?.range.lowerBound ?? tokens.offset
    let end = cells.last?.range.upperBound ?? start
    rows.append(tree.addMapping(links, span: span(start..<end)))
    if rows.count > limits.records {
      stop(.records, met: rows.count, "rows", span(start..<end))
    } else if tree.count > limits.nodesPerFile {
      stop(.nodesPerFile, met: tree.count, "cells in one file", span(start..<end))
    }
  }

  private mutating func addCell(_ cell: CSVTokenizer.Cell) -> NodeID {
    let place = span(cell.range)
    let inner =
      cell.isQuoted
      ? cell.range.lowerBound + 1..<cell.range.upperBound - 1 : cell.range
    if inner.count > limits.scalarBytes {
      stop(.scalarBytes, met: inner.count, "bytes of one cell", place)
    }
    let style: ScalarStyle = cell.isQuoted ? .quoted : .plain
    guard cell.hasDoubledQuote else {
      return tree.addScalar(
        UnsafeBufferPointer(rebasing: bytes[inner]), style: style, span: place)
    }
    scratch.removeAll(keepingCapacity: true)
    var offset = inner.lowerBound
    while offset < inner.upperBound {
      scratch.append(bytes[offset])
      offset += bytes[offset] == UInt8(ascii: "\"") ? 2 : 1
    }
    return tree.addScalar(scratch, style: style, span: place)
  }

  // MARK: Errors

  private mutating func report(_ fault: CSVTokenizer.Fault) {
    switch fault {
    case .unclosedQuote(let offset):
      add(
        "csv-quote", "the quoted cell that begins here is never closed", character(offset),
        remedy: "Close it with a quotation mark, or double the mark if it belongs to the text.")
      isStopped = true
    case .strayQuote(let offset):
      add(
        "csv-quote", "a quotation mark stands inside a cell without quotes", character(offset),
        remedy: "Put the whole cell in quotes and double the mark inside.")
    case .textAfterQuote(let offset):
      add(
        "csv-quote", "text follows the closing quotation mark of a cell", character(offset),
        remedy: "Double a quotation mark that belongs to the text.")
    }
  }

  private mutating func reportRagged(_ cells: [CSVTokenizer.Cell]) {
    let counts = "\(cells.count) cells, the header row has \(headings.count)"
    let header = headings.first.map { tree.span($0) }
    let related = header.map {
      [Diagnostic.RelatedPlace(message: "the header row", place: .span($0))]
    }
    guard let last = cells.last else { return }
    if cells.count > headings.count {
      add(
        "csv-row", "the row has \(counts); the first one too many is here",
        span(cells[headings.count].range),
        remedy: "Put a cell that holds the separator in quotes.", related: related ?? [])
    } else {
      let end = last.range.upperBound
      add(
        "csv-row", "the row ends here with \(counts)", span(end..<end),
        remedy: "Add the missing cells, empty ones too.", related: related ?? [])
    }
  }

  private func character(_ offset: Int) -> Span {
    var end = min(offset + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return span(offset..<end)
  }

  private func span(_ range: Range<Int>) -> Span {
    Span(file: file.id, start: range.lowerBound, end: range.upperBound)
  }
}
