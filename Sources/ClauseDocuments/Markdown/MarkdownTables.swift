internal import ClauseSource

/// The tables of a Markdown text as grids.
struct MarkdownTables: FaultReporting {
  private let file: SourceFile
  let limits: Limits
  var found: [Diagnostic] = []
  var isStopped = false
  private var cellCount = 0

  init(file: SourceFile, limits: Limits) {
    self.file = file
    self.limits = limits
  }

  /// The tables below the heading `title`, or all of them.
  mutating func run(from start: Int, under title: String?) -> [Grid] {
    let text = MarkdownText(file: file)
    guard let lines = text.section(text.lines(from: start), under: title) else { return [] }
    let headings = lines.filter { text.heading($0) != nil }
    var next = headings.startIndex
    var section = title
    var grids: [Grid] = []
    for table in PipeTable(text: text).tables(in: lines) where !isStopped {
      while next < headings.endIndex, headings[next].number < table.line.number {
        section = text.heading(headings[next]).map {
          String(decoding: text.plain($0.text), as: UTF8.self)
        }
        next += 1
      }
      grids.append(grid(table, text, section: section))
    }
    return grids
  }

  private mutating func grid(
    _ table: PipeTable.Found, _ text: MarkdownText, section: String?
  ) -> Grid {
    var parts = GridParts(notation: .markdown, bytes: file.bytes)
    parts.section = section
    parts.markedHeadings = table.line.number + 1
    add(table.headings, row: table.line.number + 1, text, to: &parts)
    for row in table.rows where !isStopped {
      add(row.cells, row: row.line.number + 1, text, to: &parts)
    }
    return Grid(parts)
  }

  private mutating func add(
    _ cells: [Range<Int>], row: Int, _ text: MarkdownText, to parts: inout GridParts
  ) {
    for (index, range) in cells.enumerated() {
      parts.add(
        row: row, column: index + 1, decoded: text.plain(range), written: range)
    }
    cellCount += cells.count
    if cellCount > limits.nodesPerFile {
      let place = cells.first ?? 0..<0
      stop(
        .nodesPerFile, met: cellCount,
        LocalizedText(en: "cells in one file", fr: "cellules d'un fichier", ar: "خلايا ملف واحد"),
        Span(file: file.id, start: place.lowerBound, end: place.upperBound))
    }
  }
}
