public import ClauseSource

/// Reads CSV (RFC 4180) as one grid.
///
/// The separator is a comma, a semicolon, a tab or a bar: the declared one, the one an Excel line
/// `sep=;` names, or whichever most lines have as often as each other. Text in Windows-1252 or
/// Windows-1256 is decoded where it is declared or its bytes prove it. Cells stay text; an empty
/// cell without quotes means nothing.
public struct CSVReader: DocumentReader {
  /// Makes the reader.
  public init() {}

  /// The format's name.
  public let name = "CSV"
  /// A sheet or text of cells is a table.
  public let isTabular = true
  /// The file name endings it reads.
  public let extensions = [".csv", ".tsv"]

  /// Reads a whole file.
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
    return text.bytes.withUnsafeBufferPointer { bytes in
      var builder = CSVGridBuilder(file: text, bytes: bytes, options: options, limits: limits)
      return builder.run()
    }
  }
}
