/// Rows of cells set in columns; the last column is as wide as it is.
public struct TerminalTable: Sendable {
  /// Which side of a column its cells stand at.
  public enum Alignment: Sendable {
    /// At the beginning of the column.
    case leading
    /// At its end, as numbers are set.
    case trailing
  }

  private let alignments: [Alignment]
  private var rows: [[TerminalText]] = []

  /// An empty table with a column for each alignment.
  public init(_ alignments: [Alignment]) { self.alignments = alignments }

  /// Adds a row with a cell for each column.
  public mutating func add(_ cells: [TerminalText]) { rows.append(cells) }

  /// Writes the rows.
  public func write(to page: inout TerminalPage) {
    var widths = alignments.map { _ in 0 }
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = Swift.max(widths[column], VisibleScalars.width(of: cell.text))
      }
    }
    for row in rows {
      page.row(
        row.enumerated().map { column, cell in
          if alignments[column] == .trailing {
            return cell.padded(to: widths[column], atStart: true)
          }
          return column == row.count - 1 ? cell : cell.padded(to: widths[column])
        })
    }
  }
}
