internal import ClauseSource

/// Puts the cells of one table of a Word file at rows and columns.
struct WordTableBuilder {
  /// How a cell hangs together with the one above it.
  enum Merge {
    case none
    /// It is the first of several.
    case first
    /// It shows what the cell above shows.
    case further
  }

  /// A merged range that may go on in the next row.
  private struct Open {
    let index: Int
    let columns: ClosedRange<Int>
  }

  private var table: WordText.Table
  private var row = 0
  private var column = 1
  private var ranges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
  private var open: [Int: Open] = [:]
  private var next: [Int: Open] = [:]
  private let context: PackageContext

  init(number: Int, context: PackageContext) {
    table = WordText.Table(number: number)
    self.context = context
  }

  mutating func beginRow() throws(PackageFault) {
    row += 1
    column = 1
    open = next
    next.removeAll(keepingCapacity: true)
    guard row <= CellReference.rows else { throw misplaced() }
  }

  /// Leaves columns free before the first cell of a row.
  mutating func indent(_ columns: Int) throws(PackageFault) {
    guard (0..<CellReference.columns).contains(columns) else { throw misplaced() }
    column += columns
  }

  /// Adds a cell. One that goes on without a beginning, or holds a text of its own, is a cell of
  /// its own.
  mutating func add(
    _ text: Range<Int>, span: Int, merge: Merge
  ) throws(PackageFault) {
    guard row > 0, (1...CellReference.columns).contains(span),
      column + span - 1 <= CellReference.columns
    else { throw misplaced() }
    let columns = column...(column + span - 1)
    defer { column += span }
    if merge == .further, text.isEmpty, let above = open[column], above.columns == columns {
      ranges[above.index].rows = ranges[above.index].rows.lowerBound...row
      next[column] = above
      return
    }
    table.cells.append(WordText.Cell(row: row, column: column, text: text))
    guard span > 1 || merge != .none else { return }
    if merge != .none { next[column] = Open(index: ranges.count, columns: columns) }
    ranges.append((row...row, columns))
  }

  /// The table as far as it was built.
  func finished() -> WordText.Table {
    var table = table
    table.merged = ranges.filter { $0.rows.count > 1 || $0.columns.count > 1 }
      .map { Grid.Merged(rows: $0.rows, columns: $0.columns) }
    return table
  }

  private func misplaced() -> PackageFault {
    context.fault(
      "cells",
      LocalizedText(
        en: "the table \(table.number) is larger than any table can be",
        fr: "le tableau \(table.number) est plus grand qu'aucun tableau ne peut l'être",
        ar: "الجدول \(table.number) أكبر مما يمكن أن يكون عليه جدول"),
      remedy: context.saveAgain)
  }
}
