internal import ClauseSource

/// Makes records of the tables of a Markdown text: each row one, with the headings for keys.
struct MarkdownTables: FaultReporting {
  private let file: SourceFile
  let limits: Limits
  var found: [Diagnostic] = []
  var isStopped = false
  private var tree = DocumentTree(notation: .markdown)
  private var rows: [NodeID] = []

  init(file: SourceFile, limits: Limits) {
    self.file = file
    self.limits = limits
  }

  /// Reads the tables below the heading `title`, or all of them; no tree when there is none.
  mutating func run(from start: Int, under title: String?) -> ReadDocument {
    let text = MarkdownText(file: file)
    let tables =
      text.section(text.lines(from: start), under: title)
      .map { PipeTable(text: text).tables(in: $0) } ?? []
    // Whoever asked for tables says that there are none.
    if tables.isEmpty { return ReadDocument(tree: nil, bodyStart: start) }
    for table in tables where !isStopped { add(table, text) }
    if !found.isEmpty { return ReadDocument(tree: nil, diagnostics: found) }
    tree.addRoot(
      tree.addSequence(
        rows, span: Span(file: file.id, start: start, end: file.bytes.count)))
    return ReadDocument(tree: tree)
  }

  private mutating func add(_ table: PipeTable.Found, _ text: MarkdownText) {
    let headings = table.headings.map { scalar($0, text) }
    checkHeadings(headings, of: tree)
    for row in table.rows where !isStopped {
      let span = Span(
        file: file.id, start: row.line.range.lowerBound, end: row.line.range.upperBound)
      if row.cells.count > headings.count {
        let extra = row.cells[headings.count]
        add(
          "markdown-row",
          "the row has \(row.cells.count) cells, the table \(headings.count) headings; the first "
            + "one too many is here",
          Span(file: file.id, start: extra.lowerBound, end: extra.upperBound),
          remedy: "Write a bar that belongs to the text as \\|.")
        continue
      }
      if row.cells.allSatisfy(\.isEmpty) { continue }
      var links: [NodeID] = []
      for (index, heading) in headings.enumerated() {
        // A row may end early; what it lacks is empty.
        let end = row.line.range.upperBound
        links.append(heading)
        links.append(scalar(index < row.cells.count ? row.cells[index] : end..<end, text))
      }
      rows.append(tree.addMapping(links, span: span))
      if rows.count > limits.records {
        stop(.records, met: rows.count, "rows", span)
      } else if tree.count > limits.nodesPerFile {
        stop(.nodesPerFile, met: tree.count, "cells in one file", span)
      }
    }
  }

  private mutating func scalar(_ range: Range<Int>, _ text: MarkdownText) -> NodeID {
    let span = Span(file: file.id, start: range.lowerBound, end: range.upperBound)
    if range.count > limits.scalarBytes {
      stop(.scalarBytes, met: range.count, "bytes of one cell", span)
    }
    return tree.addScalar(text.plain(range), style: .plain, span: span)
  }
}
