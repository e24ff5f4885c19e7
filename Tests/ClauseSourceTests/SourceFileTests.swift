import ClauseSource
import Testing

@Suite struct SourceFileTests {
  /// Line and column computed the slow and obvious way.
  private static func naive(_ bytes: [UInt8], _ offset: Int) -> Position {
    var line = 1
    var column = 1
    var index = bytes.starts(with: SourceFile.byteOrderMark) ? min(3, offset) : 0
    while index < offset {
      if bytes[index] == 0x0A
        || (bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
      {
        line += 1
        column = 1
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
    return Position(line: line, column: column)
  }

  @Test(arguments: [
    "", "a", "a\nb\n", "é😀\r\nب\tx\r\n\r\n", "a\rb\r\rc", "\u{FEFF}a\nb", "a\n\r\n\rb",
    "x\u{2028}y\u{85}z\n",
  ])
  func positionsAgreeWithCounting(_ text: String) {
    let file = SourceFile(id: FileID(0), path: "a", bytes: Array(text.utf8))
    for offset in 0...file.bytes.count
    where offset == file.bytes.count || file.bytes[offset] & 0xC0 != 0x80 {
      // Between CR and LF there is no place of its own.
      if offset > 0, offset < file.bytes.count, file.bytes[offset - 1] == 0x0D,
        file.bytes[offset] == 0x0A
      {
        continue
      }
      #expect(file.position(of: offset) == Self.naive(file.bytes, offset), "at \(offset)")
    }
  }

  @Test func linesComeWithoutTheirBreaks() {
    let file = SourceFile(id: FileID(0), path: "a", bytes: Array("a\r\nb\rc\n".utf8))
    let lines = file.lineStarts.indices.map { String(decoding: file.lineBytes($0), as: UTF8.self) }
    #expect(lines == ["a", "b", "c", ""])
    #expect(file.lineBytes(9).isEmpty)
  }
}
