import ClauseAssessment
import ClauseBytes
import ClauseDocuments
import ClauseRecords
import ClauseRules
import ClauseSource

/// Finds the rows of tables at which findings stand, in the texts that were read.
struct RowExcerpts: Sendable {
  private let files: SourceFiles
  /// The separators of CSV files, by path.
  private let separators: [ByteKey: UInt8]

  init(_ workspace: Workspace) {
    files = workspace.files
    var separators: [ByteKey: UInt8] = [:]
    for fate in workspace.fates {
      guard let separator = fate.readings.lazy.compactMap(\.facts.delimiter).first else { continue }
      separators[ByteKey(fate.path)] = separator
    }
    self.separators = separators
  }

  /// The row of `record` with the cell at `place` marked; nil for a record that is no row of a
  /// table, and for a place that lies elsewhere.
  func excerpt(of record: Record, at place: Span) -> RowExcerpt? {
    guard record.columns != nil, place.file == record.span.file, let file = files[place.file],
      place.start >= record.span.start, place.start <= record.span.end
    else { return nil }
    let row = TableRow(record.span, of: file, separator: separators[ByteKey(file.path)])
    return RowExcerpt(texts: row.texts, marked: row.cell(at: place))
  }
}
