import ClauseDocuments
import ClauseRecords
import ClauseSource

/// A table, or a set of labelled values, of a file that nothing says the type of.
struct Register: Sendable {
  /// How it is read.
  var form: ReadingOptions
  /// What the reader found out.
  var facts: DocumentFacts
  /// Its headings with their places.
  var headings: [(text: String, location: Location)]
  /// Rows, or 1 for a document that is one record.
  var rows: Int

  /// The headings' texts.
  var texts: [String] { headings.map(\.text) }
}

/// Finds the registers of a file by trying what its format offers.
struct RegisterProbe {
  let limits: Limits

  /// The registers of `file` that a source could name.
  func registers(of file: SourceFile) -> [Register] {
    guard let reader = DocumentFormats.reader(forFileNamed: file.path) else { return [] }
    if reader.name == "Markdown" { return markdown(file, reader) }
    let document = reader.read(file, options: .conventions, limits: limits)
    guard !document.diagnostics.contains(where: { $0.severity == .error }),
      let tree = document.tree, let root = tree.roots.first
    else { return [] }
    guard tree.notation.isTable, tree.kind(root) == .mapping else {
      return register(of: document, file, .conventions).map { [$0] } ?? []
    }
    // A workbook of several sheets is a mapping of their names to their rows.
    return tree.entries(root).compactMap { name, rows in
      guard tree.kind(rows) == .sequence else { return nil }
      return register(
        rows: Array(tree.children(rows)), of: document, file, tree,
        ReadingOptions(sheet: tree.string(name)))
    }
  }

  /// Front matter, else labels, else tables: the first that has at least two keys.
  private func markdown(_ file: SourceFile, _ reader: any DocumentReader) -> [Register] {
    for part in [nil, ReadingOptions.MarkdownPart.metadata, .table] {
      let form = ReadingOptions(part: part)
      let document = reader.read(file, options: form, limits: limits)
      if document.diagnostics.contains(where: { $0.severity == .error }) { continue }
      if let found = register(of: document, file, form), found.headings.count > 1 { return [found] }
    }
    return []
  }

  private func register(
    of document: ReadDocument, _ file: SourceFile, _ form: ReadingOptions
  ) -> Register? {
    guard !document.diagnostics.contains(where: { $0.severity == .error }),
      let tree = document.tree, let root = tree.roots.first
    else { return nil }
    let rows = tree.kind(root) == .sequence ? Array(tree.children(root)) : tree.roots
    return register(rows: rows, of: document, file, tree, form)
  }

  private func register(
    rows: [NodeID], of document: ReadDocument, _ file: SourceFile, _ tree: DocumentTree,
    _ form: ReadingOptions
  ) -> Register? {
    guard let first = rows.first, tree.kind(first) == .mapping else { return nil }
    let source = document.source ?? file
    let headings = tree.entries(first).map {
      (tree.string($0.key), source.location(of: tree.span($0.key)))
    }
    return Register(
      form: form, facts: document.facts, headings: headings, rows: rows.count)
  }
}
