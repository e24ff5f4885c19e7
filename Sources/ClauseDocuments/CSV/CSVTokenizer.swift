internal import ClauseSource

/// Splits CSV text into cells.
struct CSVTokenizer {
  /// One cell.
  struct Cell {
    /// Its bytes in the file, quotes included.
    let range: Range<Int>
    /// Whether it stands in quotes.
    let isQuoted: Bool
    /// Whether a quotation mark is doubled inside.
    let hasDoubledQuote: Bool
    /// What follows it.
    let end: End
  }

  /// What ends a cell.
  enum End {
    case separator
    case row
    case file
  }

  /// A cell that cannot be read, and where.
  enum Fault: Error {
    /// The quoted cell beginning here is never closed.
    case unclosedQuote(Int)
    /// A quotation mark inside a cell without quotes.
    case strayQuote(Int)
    /// Text between a closing quotation mark and the separator.
    case textAfterQuote(Int)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  /// Where the next cell begins.
  private(set) var offset: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, from offset: Int) {
    self.bytes = bytes
    self.separator = separator
    self.offset = offset
  }

  private static let quote = UInt8(ascii: "\"")

  /// Whether nothing is left.
  var isAtEnd: Bool { offset >= bytes.count }

  /// Reads one cell and what ends it.
  mutating func next() throws(Fault) -> Cell {
    if offset < bytes.count, bytes[offset] == Self.quote { return try quoted() }
    let start = offset
    while offset < bytes.count, !isEnd(bytes[offset]) {
      if bytes[offset] == Self.quote { throw .strayQuote(offset) }
      offset += 1
    }
    return finish(start..<offset, isQuoted: false, hasDoubledQuote: false)
  }

  private mutating func quoted() throws(Fault) -> Cell {
    let start = offset
    var hasDoubledQuote = false
    offset += 1
    while true {
      while offset < bytes.count, bytes[offset] != Self.quote { offset += 1 }
      guard offset < bytes.count else { throw .unclosedQuote(start) }
      offset += 1
      guard offset < bytes.count, bytes[offset] == Self.quote else { break }
      hasDoubledQuote = true
      offset += 1
    }
    if offset < bytes.count, !isEnd(bytes[offset]) { throw .textAfterQuote(offset) }
    return finish(start..<offset, isQuoted: true, hasDoubledQuote: hasDoubledQuote)
  }

  private mutating func finish(
    _ range: Range<Int>, isQuoted: Bool, hasDoubledQuote: Bool
  ) -> Cell {
    let end: End
    if offset >= bytes.count {
      end = .file
    } else if bytes[offset] == separator {
      offset += 1
      end = .separator
    } else {
      offset += LineBreak.length(bytes, offset, bytes.count)
      end = .row
    }
    return Cell(range: range, isQuoted: isQuoted, hasDoubledQuote: hasDoubledQuote, end: end)
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

  /// Goes on with the next line, after a cell that could not be read.
  mutating func skipLine() {
    while offset < bytes.count, LineBreak.length(bytes, offset, bytes.count) == 0 { offset += 1 }
    offset += LineBreak.length(bytes, offset, bytes.count)
  }

  // MARK: The separator

  /// The separators that are found without being named.
  static let candidates = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  /// The separator that a first line of exactly `sep=` and one character names, Excel's own way,
  /// and where the line after it begins.
  static func namedSeparator(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (separator: UInt8, header: Int)? {
    guard bytes[start...].starts(with: "sep=".utf8), start + 4 < bytes.count,
      candidates.contains(bytes[start + 4])
    else { return nil }
    let lineBreak = LineBreak.length(bytes, start + 5, bytes.count)
    return lineBreak > 0 ? (bytes[start + 4], start + 5 + lineBreak) : nil
  }
}
