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

@Suite struct PathTextTests {
  /// A slash before a combining mark is one character to `String`, and a slash to the system.
  @Test func slashesAreFoundBeforeMarks() {
    let path = "a/\u{301}b/c"
    #expect(
      PathText.parts(path).map { Array($0.utf8) } == ["a", "\u{301}b", "c"].map { Array($0.utf8) })
    #expect(PathText.folder(of: "a/\u{301}b").map { Array($0.utf8) } == Array("a".utf8))
    #expect(Array(PathText.name(of: "a/\u{301}b").utf8) == Array("\u{301}b".utf8))
    #expect(PathText.rest(of: path, below: "a").map { Array($0.utf8) } == Array("\u{301}b/c".utf8))
  }

  @Test func whatLiesBelowAFolder() {
    #expect(PathText.rest(of: "/x", below: "/") == "x")
    #expect(PathText.rest(of: "ab/c", below: "a") == nil)
    #expect(PathText.rest(of: "a", below: "a") == nil)
    #expect(PathText.isPath("a", in: "a") && PathText.isPath("a/b", in: "a"))
    #expect(!PathText.isPath("\u{E9}/b", in: "e\u{301}"), "another folder")
    #expect(PathText.folder(of: "/x") == "/" && PathText.folder(of: "x") == nil)
    #expect(PathText.withoutDot("./a") == "a" && PathText.withoutDot("a") == "a")
  }

  @Test func prefixesAreThoseOfBytes() {
    #expect("e\u{301}".startsWithBytes("e"))
    #expect(!"\u{E9}".startsWithBytes("e\u{301}"))
    #expect("a\r\n".endsWithBytes("\n"))
    #expect("e\u{301}x".afterBytes("e").map { Array($0.utf8) } == Array("\u{301}x".utf8))
    #expect("\u{E9}".isSameName(as: "e\u{301}"))
  }

  @Test func untrustedTextsCompareBytes() {
    let (one, two) = (Untrusted("\u{E9}"), Untrusted("e\u{301}"))
    #expect(one != two && two < one)
    #expect(Set([one, two, one]).count == 2)
    let early = Position(line: 1, column: 1)
    let late = Position(line: 9, column: 1)
    let first = Location(path: two, start: late, end: late)
    let second = Location(path: one, start: early, end: early)
    #expect(first < second && !(second < first), "the files do not mix")
  }

  @Test func spelledPathsLeadToTheDisk() {
    let disk = "preuves/e\u{301}t/a.txt"
    let paths = SpelledPaths([DiscoveredFile(path: disk, size: 1)])
    #expect(paths.onDisk("preuves/\u{E9}t/a.txt").map { Array($0.utf8) } == Array(disk.utf8))
    #expect(
      paths.onDisk("preuves/\u{E9}t").map { Array($0.utf8) } == Array("preuves/e\u{301}t".utf8))
    #expect(paths.onDisk(disk) == nil && paths.onDisk("preuves") == nil)
  }
}
