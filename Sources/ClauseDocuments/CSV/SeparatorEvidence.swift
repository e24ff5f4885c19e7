internal import ClauseSource

/// What the first lines of a text show about the separator of its cells.
struct SeparatorEvidence {
  /// The likely separator: the one that most lines have equally often, title lines above the
  /// headings aside; a comma where no line has any.
  let separator: UInt8
  private var usual: [Int]

  /// Lines and bytes that are looked at.
  private static let lines = 60
  private static let bytes = 1 << 16

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    let counts = Self.counts(bytes, from: start)
    var usual: [Int] = []
    var best = (index: 0, weight: 0)
    for index in CSVTokenizer.candidates.indices {
      var lines: [Int: Int] = [:]
      for line in counts where line[index] > 0 { lines[line[index], default: 0] += 1 }
      // Of equally many lines the wider ones are the table.
      let mode = lines.max { ($0.value * $0.key, $0.key) < ($1.value * $1.key, $1.key) }
      usual.append(mode?.key ?? 0)
      let weight = mode.map { $0.key * $0.value } ?? 0
      if weight > best.weight { best = (index, weight) }
    }
    self.usual = usual
    separator = CSVTokenizer.candidates[best.index]
  }

  /// How many of a separator most lines have.
  func usualCount(of separator: UInt8) -> Int {
    CSVTokenizer.candidates.firstIndex(of: separator).map { usual[$0] } ?? 0
  }

  /// For each line how many of each candidate stand in it outside of quotes; lines marked as
  /// comments and blank ones aside.
  private static func counts(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> [[Int]] {
    let none = [Int](repeating: 0, count: CSVTokenizer.candidates.count)
    var result: [[Int]] = []
    var line = none
    var isInQuotes = false
    var hasContent = false
    var isComment = false
    var isAtStart = true
    var offset = start
    let end = min(bytes.count, start + Self.bytes)
    while offset < end, result.count < Self.lines {
      let byte = bytes[offset]
      if isAtStart, !isInQuotes {
        isComment =
          byte == UInt8(ascii: "#") && offset + 1 < bytes.count && bytes[offset + 1] == 0x20
      }
      isAtStart = byte == 0x0A || byte == 0x0D
      if byte == UInt8(ascii: "\""), !isComment { isInQuotes.toggle() }
      if isAtStart, !isInQuotes {
        if hasContent { result.append(line) }
        line = none
        hasContent = false
      } else if !isComment {
        hasContent = hasContent || byte != 0x20
        if !isInQuotes, let index = CSVTokenizer.candidates.firstIndex(of: byte) {
          line[index] += 1
        }
      }
      offset += 1
    }
    if hasContent { result.append(line) }
    return result
  }
}
