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
  /// Rows below the headings that are still to be skipped.
  private var rowsToSkip: Int
  private var blankRows = PassedOver()
  private var commentRows = PassedOver()
  private var skippedRows = PassedOver()

  /// Rows of one kind that are no records.
  private struct PassedOver {
    var count = 0
    var first: Span?

    mutating func add(_ place: Span?) {
      count += 1
      first = first ?? place
    }
  }

  init(
    file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, options: ReadingOptions, limits: Limits
  ) {
    self.file = file
    self.bytes = bytes
    self.limits = limits
    rowsToSkip = options.skipRows
    let start = bytes.starts(with: SourceFile.byteOrderMark) ? 3 : 0
    let named = CSVTokenizer.namedSeparator(of: bytes, from: start)
    var header = named?.header ?? start
    if let line = options.headerRow, line > 1, line <= file.lineStarts.count {
      header = max(header, Int(file.lineStarts[line - 1]))
    }
    let separator =
      options.delimiter ?? named?.separator ?? CSVTokenizer.separator(of: bytes, from: header)
    tokens = CSVTokenizer(bytes, separator: separator, from: header)
  }

  /// Reads the file.
  mutating func run() -> ReadDocument {
    let start = tokens.offset
    while !tokens.isAtEnd, !isStopped {
      if passOverComment() { continue }
      guard let cells = readRow() else { continue }
      if isBlank(cells) {
        blankRows.add(cells.first.map { span($0.range) })
      } else if !headings.isEmpty, rowsToSkip > 0 {
        rowsToSkip -= 1
        skippedRows.add(cells.first.map { span($0.range) })
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
    var document = ReadDocument(tree: tree, diagnostics: notes)
    document.facts.delimiter = tokens.separator
    document.facts.headerRow = headings.first.map {
      file.lineIndex(of: Int(tree.span($0).start)) + 1
    }
    return document
  }

  private var notes: [Diagnostic] {
    let kinds = [
      (blankRows, "csv-blank-rows", "blank"), (commentRows, "csv-comment-rows", "commented"),
      (skippedRows, "csv-skipped-rows", "declared"),
    ]
    return kinds.compactMap { rows, code, word in
      guard let first = rows.first else { return nil }
      return Diagnostic(
        .note, code: code,
        message: rows.count == 1
          ? "one \(word) row was passed over" : "\(rows.count) \(word) rows were passed over",
        place: .span(first))
    }
  }

  /// Passes over a line that begins with `#` and a blank, unless it has as many cells as there are
  /// headings; answers whether it did.
  private mutating func passOverComment() -> Bool {
    let start = tokens.offset
    guard bytes[start] == UInt8(ascii: "#") else { return false }
    var next = start
    while next < bytes.count, bytes[next] == UInt8(ascii: "#") { next += 1 }
    let isMarked =
      next >= bytes.count || bytes[next] == 0x20 || LineBreak.length(bytes, next, bytes.count) > 0
    guard isMarked else { return false }
    var end = next
    var separators = 0
    while end < bytes.count, LineBreak.length(bytes, end, bytes.count) == 0 {
      if bytes[end] == tokens.separator { separators += 1 }
      end += 1
    }
    // As many cells as headings are a record, even if its first one begins with the sign.
    if !headings.isEmpty, separators + 1 == headings.count { return false }
    if headings.isEmpty, separators > 0, next < bytes.count, bytes[next] == tokens.separator {
      return false
    }
    commentRows.add(span(start..<end))
    tokens.skipLine()
    return true
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

  private mutating func readHeader(_ cells: [CSVTokenizer.Cell]) {
    for cell in cells { headings.append(addCell(cell, isHeading: true)) }
    checkHeadings(headings, of: tree)
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

  private mutating func addCell(_ cell: CSVTokenizer.Cell, isHeading: Bool = false) -> NodeID {
    let place = span(cell.range)
    var inner =
      cell.isQuoted
      ? cell.range.lowerBound + 1..<cell.range.upperBound - 1 : cell.range
    if isHeading { inner = trimmed(inner) }
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

  /// Without the blanks around it: nobody sees them in a heading.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return start..<end
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
