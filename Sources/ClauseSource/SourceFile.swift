/// One file of a run as it was read: its path, its bytes and where its lines begin.
///
/// Line and column follow git and editors: a line ends at LF, CRLF or CR and at nothing else
/// (libyaml also ends lines at U+0085, U+2028 and U+2029).
public struct SourceFile: Sendable {
  /// The file's number in the run.
  public let id: FileID
  /// Path relative to the organisation root, parts joined with `/`.
  public let path: String
  /// The text: the bytes as they were read from disk, except where a reader had to decode them
  /// first (`ReadDocument.source`).
  public let bytes: [UInt8]
  /// Byte offset at which each line begins; the first is 0.
  public let lineStarts: [Int32]
  /// For a workbook or Word file: the cells that the text was taken from. Then row and column stand
  /// in place of line and column.
  public let cells: CellTable?

  /// Makes a file from its bytes and finds its lines.
  public init(id: FileID, path: String, bytes: [UInt8], cells: CellTable? = nil) {
    self.id = id
    self.path = path
    self.bytes = bytes
    self.cells = cells
    self.lineStarts = Self.findLineStarts(bytes)
  }

  private static func findLineStarts(_ bytes: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    starts.reserveCapacity(bytes.count / 24 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while offset < buffer.count {
        let byte = buffer[offset]
        offset += 1
        if byte == 0x0A {
          starts.append(Int32(clamping: offset))
        } else if byte == 0x0D {
          if offset < buffer.count, buffer[offset] == 0x0A { offset += 1 }
          starts.append(Int32(clamping: offset))
        }
      }
    }
    return starts
  }

  /// The index in `lineStarts` of the line that holds byte `offset`.
  public func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Line and column of the byte at `offset`, which may be the end of the file.
  public func position(of offset: Int) -> Position {
    if let cell = cells?.cell(at: offset) {
      return Position(line: Int(cell.row), column: Int(cell.column))
    }
    let bounded = Swift.max(0, Swift.min(offset, bytes.count))
    let line = lineIndex(of: bounded)
    var column = 1
    var index = Int(lineStarts[line])
    if index == 0, bytes.starts(with: Self.byteOrderMark) { index = Swift.min(3, bounded) }
    while index < bounded {
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return Position(line: line + 1, column: column)
  }

  /// Path and positions of `span`, which lies in this file.
  public func location(of span: Span) -> Location {
    var end = position(of: Int(span.end))
    var address: CellAddress?
    if let cells, let first = cells.cell(at: Int(span.start)),
      let last = cells.cell(at: Int(span.end))
    {
      address = cells.address(from: first, to: last)
      end = Position(line: end.line, column: end.column + 1)
    }
    return Location(
      path: Untrusted(path), start: position(of: Int(span.start)), end: end, cell: address)
  }

  /// The bytes of line `index` (from 0) without its line break.
  public func lineBytes(_ index: Int) -> ArraySlice<UInt8> {
    guard lineStarts.indices.contains(index) else { return [] }
    let start = Int(lineStarts[index])
    var end = index + 1 < lineStarts.count ? Int(lineStarts[index + 1]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<end]
  }

  /// U+FEFF in UTF-8, allowed once at the very beginning of a file.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
