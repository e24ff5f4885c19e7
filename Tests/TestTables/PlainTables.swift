public import ClauseDocuments
public import ClauseSource

/// Tables laid down as they stand: the headings in the first row with something in it, a record in
/// each other one. For tests that ask what becomes of values, not which rows hold them.
public struct PlainTables {
  /// The document with a tree of one root a table.
  public private(set) var document: ReadDocument
  /// The headings of each table.
  public private(set) var headings: [[NodeID]] = []

  /// Lays down the tables of a document.
  public init(_ document: ReadDocument, of file: SourceFile) {
    self.document = document
    let source = document.source ?? file
    guard let grids = document.grids, let notation = grids.first?.notation else { return }
    var builder = GridTreeBuilder(file: source, notation: notation, limits: Limits())
    for grid in grids {
      builder.begin(grid)
      let filled = grid.rows.drop { row in
        grid.cells[row.cells].allSatisfy { grid.isBlank($0) }
      }
      let first = filled.first.map { Array(grid.cells[$0.cells]) } ?? []
      let columns = first.map { Int($0.column) }
      let keys = first.map {
        builder.heading(grid.heading($0), Int($0.row), Int($0.column), of: grid)
      }
      headings.append(keys)
      let rows = filled.dropFirst().map {
        builder.row($0.number, columns: columns, headings: keys, of: grid)
      }
      _ = builder.finish(rows, of: grid)
    }
    if let text = builder.source() { self.document.source = text }
    self.document.diagnostics += builder.found
    self.document.tree = builder.tree
  }
}
