public import ClauseSource

/// Reads YAML through libyaml's event interface.
///
/// Several documents become several roots; an empty document becomes none. What an auditor could
/// misread is refused: duplicate keys, merge keys, tags that construct, anchors set twice.
public struct YAMLReader: DocumentReader {
  /// Makes the reader.
  public init() {}

  /// The format's name.
  public let name = "YAML"
  /// The file name endings it reads.
  public let extensions = [".yaml", ".yml"]

  /// Reads a whole file.
  public func read(_ file: SourceFile, options: ReadingOptions, limits: Limits) -> ReadDocument {
    let faults = ByteScanner.scan(file, purpose: .yaml, limits: limits)
    guard faults.isEmpty else { return ReadDocument(tree: nil, diagnostics: faults) }
    let start = file.bytes.starts(with: SourceFile.byteOrderMark) ? 3 : 0
    return Self.parse(file, range: start..<file.bytes.count, limits: limits)
  }

  /// Reads the YAML in `range` of a file whose bytes `ByteScanner` has passed.
  static func parse(_ file: SourceFile, range: Range<Int>, limits: Limits) -> ReadDocument {
    file.bytes.withUnsafeBufferPointer { bytes in
      var builder = YAMLTreeBuilder(file: file, bytes: bytes, range: range, limits: limits)
      builder.run()
      return builder.result
    }
  }
}
