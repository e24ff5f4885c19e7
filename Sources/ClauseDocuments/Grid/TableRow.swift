public import ClauseSource

/// The cells of one row of a table, found again in the text in which the row was read.
public struct TableRow {
  /// The texts of its cells as they show, blanks and line breaks in them made one blank.
  public private(set) var texts: [String] = []
  /// Where each cell begins and ends, with the blanks around it.
  private var extents: [Range<Int>] = []

  /// Bytes of a row that are looked at, and cells of it: what shows a row needs no more.
  static let most = (bytes: 8_192, cells: 64)

  /// The cells of the row at `span` of `file`.
  ///
  /// - Parameter separator: of a CSV file the separator of its cells; nil for workbooks and for
  ///   tables with bars.
  public init(_ span: Span, of file: SourceFile, separator: UInt8?) {
    let start = min(Int(span.start), file.bytes.count)
    let end = min(Int(span.end), file.bytes.count, start + Self.most.bytes)
    guard start < end else { return }
    if let cells = file.cells {
      for range in cells.texts(in: start..<end).prefix(Self.most.cells) {
        add(file.bytes[range], extent: range)
      }
    } else if let separator {
      addCells(start..<end, file.bytes, separator)
    } else {
      addBars(start..<end, file.bytes)
    }
  }

  /// The cell that a place in the file is, or lies in; nil where the row has none there.
  public func cell(at place: Span) -> Int? {
    let start = Int(place.start)
    guard
      let index = extents.firstIndex(where: { $0.lowerBound <= start && start <= $0.upperBound })
    else { return nil }
    // A row that ends early has nothing behind its last cell.
    let isBehind = start == extents[index].upperBound && !texts[index].utf8.isEmpty
    return isBehind ? nil : index
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, extent: Range<Int>) {
    texts.append(String(decoding: Grid.tidied(bytes), as: UTF8.self))
    extents.append(extent)
  }

  private mutating func addCells(_ range: Range<Int>, _ bytes: [UInt8], _ separator: UInt8) {
    bytes.withUnsafeBufferPointer { buffer in
      var tokens = CSVTokenizer(
        UnsafeBufferPointer(rebasing: buffer[..<range.upperBound]), separator: separator,
        from: range.lowerBound)
      while texts.count < Self.most.cells, let cell = try? tokens.next() {
        var inner = cell.range
        if cell.isQuoted { inner = inner.lowerBound + 1..<inner.upperBound - 1 }
        var text = bytes[inner]
        if cell.hasDoubledQuote { text = Self.undoubled(text)[...] }
        add(text, extent: cell.range)
        if cell.end != .separator { break }
      }
    }
  }

  private static func undoubled(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    var result: [UInt8] = []
    var isSecond = false
    for byte in text {
      isSecond = byte == quote && !isSecond
      if byte != quote || isSecond { result.append(byte) }
    }
    return result
  }

  private mutating func addBars(_ range: Range<Int>, _ bytes: [UInt8]) {
    var start = range.lowerBound
    var offset = start
    while offset < range.upperBound, texts.count < Self.most.cells {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset += 2
        continue
      }
      if bytes[offset] == UInt8(ascii: "|") {
        add(bytes[start..<offset], extent: start..<offset)
        start = offset + 1
      }
      offset += 1
    }
    if start <= range.upperBound, texts.count < Self.most.cells {
      add(bytes[start..<range.upperBound], extent: start..<range.upperBound)
    }
  }
}
