public import ClauseSource

/// Maps places in the decoded text of a scalar to places in the file.
///
/// With it an error inside an expression points at the character in the YAML, through quotes,
/// escapes, folding and indentation. It is computed when somebody asks and checks itself: the
/// decoding it follows must give the tree's text again, else every place is the scalar's start.
public struct ScalarMap: Sendable {
  /// A stretch in which decoded and file offsets advance together, or one escape.
  struct Segment: Sendable {
    let decoded: Int
    let source: Int
    /// False for an escape or a folded break, whose every decoded byte stands at its beginning.
    let isLinear: Bool
  }

  /// Whether offsets are exact.
  public let isExact: Bool
  private let segments: [Segment]
  private let decodedCount: Int
  private let contentEnd: Int
  private let file: FileID

  /// Makes the map of one scalar of a file's tree.
  public init(_ file: SourceFile, _ tree: DocumentTree, _ node: NodeID) {
    let span = tree.span(node)
    self = file.bytes.withUnsafeBufferPointer { source in
      tree.withText(node) { decoded in
        ScalarMap(source: source, span: span, decoded: decoded, notation: tree.notation)
      }
    }
  }

  init(
    source: UnsafeBufferPointer<UInt8>, span: Span, decoded: UnsafeBufferPointer<UInt8>,
    notation: DocumentTree.Notation
  ) {
    file = span.file
    decodedCount = decoded.count
    let start = max(0, min(Int(span.start), source.count))
    let end = max(start, min(Int(span.end), source.count))
    let trace = ScalarTrace.matching(
      source: source, range: start..<end, decoded: decoded, notation: notation)
    isExact = trace != nil
    segments = trace?.segments ?? [Segment(decoded: 0, source: start, isLinear: false)]
    contentEnd = trace?.end ?? start
  }

  /// The byte offset in the file of the byte at `offset` of the decoded text; its end maps to the
  /// end of the content, before a closing quote.
  public func fileOffset(of offset: Int) -> Int {
    guard isExact, offset < decodedCount else { return contentEnd }
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if segments[middle].decoded <= offset { low = middle } else { high = middle - 1 }
    }
    guard low >= 0, low < segments.count else { return contentEnd }
    let segment = segments[low]
    return segment.isLinear ? segment.source + max(0, offset - segment.decoded) : segment.source
  }

  /// The span in the file of a range of the decoded text.
  public func span(of range: Range<Int>) -> Span {
    let start = fileOffset(of: range.lowerBound)
    return Span(
      file: file, start: start, end: max(start, fileOffset(of: range.upperBound)))
  }
}
