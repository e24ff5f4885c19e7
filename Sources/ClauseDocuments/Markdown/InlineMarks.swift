/// Which brackets of a line of Markdown make links, and which underscores emphasis: the marks that
/// nobody reads.
struct InlineMarks {
  /// For each mark that is left out, where the text goes on.
  private(set) var skips: [Int: Int] = [:]

  /// One pass over a range, with a stack of the brackets that are open.
  ///
  /// - Parameter definitions: the names of links that are defined elsewhere.
  init(_ bytes: [UInt8], _ range: Range<Int>, _ definitions: Set<[UInt8]>) {
    let end = range.upperBound
    var open: [Int] = []
    var underscore: Int?
    // A closing mark that is nowhere is not looked for again.
    var unclosed: [UInt8] = []
    var offset = range.lowerBound
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "["): open.append(offset)
      case UInt8(ascii: "]"):
        guard let start = open.popLast() else { break }
        if let stop = Self.target(bytes, after: offset, end, &unclosed) {
          leaveOut(start, offset, upTo: stop, bytes, range)
          offset = stop - 1
        } else if Self.isBox(bytes[(start + 1)..<offset])
          || Self.isDouble(bytes, start, offset, range)
          || !definitions.isEmpty
            && offset - start < 1_000
            && definitions.contains(Self.name(bytes[(start + 1)..<offset]))
        {
          leaveOut(start, offset, upTo: offset + 1, bytes, range)
        }
      case UInt8(ascii: "_"):
        let before = offset > range.lowerBound ? bytes[offset - 1] : 0x20
        let after = offset + 1 < end ? bytes[offset + 1] : 0x20
        if let start = underscore, !Self.isBlank(before), !Self.isWord(after) {
          skips[start] = start + 1
          skips[offset] = offset + 1
          underscore = nil
        } else if underscore == nil, !Self.isWord(before), !Self.isBlank(after) {
          underscore = offset
        }
      default: break
      }
      offset += 1
    }
  }

  /// Leaves the brackets of a link out, what stands behind them, and the mark of an image.
  private mutating func leaveOut(
    _ start: Int, _ close: Int, upTo stop: Int, _ bytes: [UInt8], _ range: Range<Int>
  ) {
    skips[start] = start + 1
    skips[close] = stop
    if start > range.lowerBound, bytes[start - 1] == UInt8(ascii: "!") { skips[start - 1] = start }
  }

  /// Where `(target)` or `[reference]` behind the words of a link ends; nil when there is none.
  private static func target(
    _ bytes: [UInt8], after close: Int, _ end: Int, _ unclosed: inout [UInt8]
  ) -> Int? {
    guard close + 1 < end else { return nil }
    let wanted: UInt8
    switch bytes[close + 1] {
    case UInt8(ascii: "("): wanted = UInt8(ascii: ")")
    case UInt8(ascii: "["): wanted = UInt8(ascii: "]")
    default: return nil
    }
    if unclosed.contains(wanted) { return nil }
    var stop = close + 2
    while stop < end, bytes[stop] != wanted { stop += 1 }
    if stop < end { return stop + 1 }
    unclosed.append(wanted)
    return nil
  }

  /// The name of a link as definitions are found by it: letter case does not matter.
  static func name(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// A box to tick, `[x]` or `[ ]`.
  private static func isBox(_ inner: ArraySlice<UInt8>) -> Bool {
    guard inner.count == 1, let byte = inner.first else { return false }
    return byte == 0x20 || byte | 0x20 == UInt8(ascii: "x")
  }

  /// Whether a bracket belongs to a wiki link, `[[page]]`.
  private static func isDouble(
    _ bytes: [UInt8], _ start: Int, _ close: Int, _ range: Range<Int>
  ) -> Bool {
    func stands(_ offset: Int, _ byte: UInt8) -> Bool {
      range.contains(offset) && bytes[offset] == byte
    }
    let isInner =
      stands(start - 1, UInt8(ascii: "[")) && stands(close + 1, UInt8(ascii: "]"))
    let isOuter =
      stands(start + 1, UInt8(ascii: "[")) && stands(close - 1, UInt8(ascii: "]"))
    return isInner || isOuter
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }
}
