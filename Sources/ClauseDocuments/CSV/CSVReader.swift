public import ClauseSource

/// Reads CSV (RFC 4180): a header row, then one record a row.
///
/// The separator is a comma, a semicolon or a tab, whichever the header row has most of, or the one
/// an Excel line `sep=;` names. Cells stay text; an empty cell without quotes means nothing.
public struct CSVReader: DocumentReader {
  /// Makes the reader.
  public init() {}

  /// The format's name.
  public let name = "CSV"
  /// The file name endings it reads.
  public let extensions = [".csv", ".tsv"]

  /// Reads a whole file into one sequence of mappings.
  public func read(_ file: SourceFile, options: ReadingOptions, limits: Limits) -> ReadDocument {
    let faults = ByteScanner.scan(file, limits: limits)
    guard faults.isEmpty else { return ReadDocument(tree: nil, diagnostics: faults) }
    return file.bytes.withUnsafeBufferPointer { bytes in
      var builder = CSVTreeBuilder(file: file, bytes: bytes, limits: limits)
      return builder.run()
    }
  }
}
