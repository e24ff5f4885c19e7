public import ClauseDocuments
public import ClauseSource

extension Grid {
  /// Each row with something in it as `row: cell | cell`, quoted texts in quotes, gaps empty.
  public var lines: [String] {
    rows.map { row in
      var shown: [String] = []
      for cell in cells[row.cells] {
        while shown.count < Int(cell.column) - 1 { shown.append("") }
        let text = String(decoding: text(cell), as: UTF8.self)
        shown.append(cell.style == .quoted ? "'\(text)'" : text)
      }
      return "\(row.number): " + shown.joined(separator: " | ")
    }
  }

  /// `line:column` of a cell in the file; nil where nothing stands there.
  public func place(_ row: Int, _ column: Int, in file: SourceFile) -> String? {
    guard cell(row, column) != nil else { return nil }
    var builder = GridTreeBuilder(file: file, notation: notation, limits: Limits())
    let span = builder.place(row, column, of: self)
    let (start, end) = (file.location(of: span).start, file.location(of: span).end)
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }
}

extension ReadDocument {
  /// The rows of the grids, of several each below the name of its sheet or section; then the codes
  /// of what was said.
  public var told: [String] {
    var lines: [String] = []
    for grid in grids ?? [] {
      if grids?.count != 1 {
        lines.append("[\(grid.sheet ?? grid.section ?? grid.table.map { "T\($0)" } ?? "")]")
      }
      lines += grid.lines
    }
    return lines + diagnostics.map(\.code)
  }
}
