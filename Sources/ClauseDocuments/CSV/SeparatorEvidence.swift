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
    let candidates = CSVTokenizer.candidates
    for index in candidates.indices {
      let mode = Self.mode(counts.map { $0[index] })
      usual.append(mode.count)
      var weight = mode.count * mode.lines * Self.punctuationShare
      if candidates[index] == UInt8(ascii: ",") {
        let sure = Self.mode(counts.map { $0[index] - $0[candidates.count] })
        weight = max(
          weight / Self.punctuationShare, sure.count * sure.lines * Self.punctuationShare)
      }
      if weight > best.weight { best = (index, weight) }
    }
    self.usual = usual
    separator = candidates[best.index]
  }

  /// A comma that may be one of a number or a sentence counts for so much less.
  private static let punctuationShare = 4

  /// The count that most lines have, and how many do. Of equally many lines the wider ones are
  /// the table.
  private static func mode(_ counts: [Int]) -> (count: Int, lines: Int) {
    var lines: [Int: Int] = [:]
    for count in counts where count > 0 { lines[count, default: 0] += 1 }
    let mode = lines.max { ($0.value * $0.key, $0.key) < ($1.value * $1.key, $1.key) }
    return (mode?.key ?? 0, mode?.value ?? 0)
  }

  /// Whether a comma stands between two digits, or before a blank.
  private static func isPunctuation(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    guard offset > 0, offset + 1 < bytes.count else { return false }
    let digits: ClosedRange<UInt8> = 0x30...0x39
    return bytes[offset + 1] == 0x20
      || (digits.contains(bytes[offset - 1]) && digits.contains(bytes[offset + 1]))
  }

  /// How many of a separator most lines have.
  func usualCount(of separator: UInt8) -> Int {
    CSVTokenizer.candidates.firstIndex(of: separator).map { usual[$0] } ?? 0
  }

  /// For each line how many of each candidate stand in it outside of quotes, and last how many
  /// commas stand in numbers or before a blank; lines marked as comments and blank ones aside.
  private static func counts(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> [[Int]] {
    let none = [Int](repeating: 0, count: CSVTokenizer.candidates.count + 1)
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
          if byte == UInt8(ascii: ","), isPunctuation(bytes, offset) { line[none.count - 1] += 1 }
        }
      }
      offset += 1
    }
    if hasContent { result.append(line) }
    return result
  }
}
