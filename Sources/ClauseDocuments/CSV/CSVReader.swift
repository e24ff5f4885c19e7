public import ClauseSource

/// Reads CSV (RFC 4180): a row of headings, then one record a row.
///
/// The separator is a comma, a semicolon, a tab or a bar: the declared one, the one an Excel line
/// `sep=;` names, or whichever the row of headings has most of. Text in Windows-1252 or
/// Windows-1256 is decoded where it is declared or its bytes prove it. Cells stay text; an empty
/// cell without quotes means nothing.
public struct CSVReader: DocumentReader {
  /// Makes the reader.
  public init() {}

  /// The format's name.
  public let name = "CSV"
  /// The file name endings it reads.
  public let extensions = [".csv", ".tsv"]

  /// Reads a whole file into one sequence of mappings.
  public func read(_ file: SourceFile, options: ReadingOptions, limits: Limits) -> ReadDocument {
    switch TextDecoding.decode(file, declared: options.encoding) {
    case .asItIs:
      var document = read(text: file, options: options, limits: limits)
      document.facts.encoding = .utf8
      return document
    case .refused(let diagnostic): return ReadDocument(tree: nil, diagnostics: [diagnostic])
    case .decoded(let text, let encoding, let said):
      var document = read(text: text, options: options, limits: limits)
      document.diagnostics = said + document.diagnostics
      document.source = text
      document.facts.encoding = encoding
      return document
    }
  }

  private func read(text: SourceFile, options: ReadingOptions, limits: Limits) -> ReadDocument {
    let faults = ByteScanner.scan(text, limits: limits)
    guard faults.isEmpty else { return ReadDocument(tree: nil, diagnostics: faults) }
    if let row = options.headerRow, row > text.lineStarts.count {
      return ReadDocument(
        tree: nil,
        diagnostics: [
          Diagnostic(
            .error, code: "csv-header",
            message: "its source says that line \(row) has the headings; the file ends before it",
            place: .span(Span(file: text.id, start: 0, end: 0)),
            remedy: "Correct header_row: in the source.")
        ])
    }
    return text.bytes.withUnsafeBufferPointer { bytes in
      var builder = CSVTreeBuilder(file: text, bytes: bytes, options: options, limits: limits)
      return builder.run()
    }
  }
}
