public import ClauseSource

/// Reads JSON strictly (RFC 8259), with positions.
///
/// Numbers stay text: what they mean is decided by the declared field type. A key may occur once.
public struct JSONReader: DocumentReader {
  /// Makes the reader.
  public init() {}

  /// The format's name.
  public let name = "JSON"
  /// The file name endings it reads.
  public let extensions = [".json"]

  /// Reads a whole file as one value. A file of blanks alone holds nothing and is no error.
  public func read(_ file: SourceFile, options: ReadingOptions, limits: Limits) -> ReadDocument {
    JSONTreeBuilder.read(file, limits: limits) { builder in
      builder.readText(in: builder.content)
    }
  }
}

/// Reads JSON Lines: one JSON value a line, blank lines passed over.
public struct JSONLinesReader: DocumentReader {
  /// Makes the reader.
  public init() {}

  /// The format's name.
  public let name = "JSON Lines"
  /// The file name endings it reads.
  public let extensions = [".jsonl", ".ndjson"]

  /// Reads a whole file; each line becomes a root.
  public func read(_ file: SourceFile, options: ReadingOptions, limits: Limits) -> ReadDocument {
    JSONTreeBuilder.read(file, limits: limits) { builder in
      for line in file.lineStarts.indices where !builder.isStopped {
        let bytes = file.lineBytes(line)
        let start = max(bytes.startIndex, builder.content.lowerBound)
        builder.readText(in: start..<max(start, bytes.endIndex))
      }
    }
  }
}
