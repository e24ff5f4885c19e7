/// Turns libyaml's marks, which count code points, into byte offsets of the file.
///
/// Of a mark only `index` is used: its line and column follow YAML 1.1, which ends lines where no
/// editor does. Marks come almost in order, so the table walks from the last answer and keeps
/// checkpoints for the seldom long jump.
struct MarkTable {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the first byte libyaml sees.
  private let base: Int
  private let end: Int
  private let isASCII: Bool
  private var lastIndex = 0
  private var lastOffset: Int
  /// Byte offset of every `stride`th code point met so far.
  private var checkpoints: [Int32]
  private static let stride = 1_024

  /// A table for the bytes of a file in `range`, which begins after any byte order mark.
  init(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    base = range.lowerBound
    end = range.upperBound
    lastOffset = base
    checkpoints = [Int32(base)]
    isASCII = !bytes[range].contains { $0 >= 0x80 }
  }

  /// The byte offset of the code point with this index; the end of the range for any later one.
  mutating func offset(ofMark index: Int) -> Int {
    if isASCII { return min(base + index, end) }
    if index < lastIndex, lastIndex - index > Self.stride {
      let nearest = min(index / Self.stride, checkpoints.count - 1)
      lastIndex = nearest * Self.stride
      lastOffset = Int(checkpoints[nearest])
    }
    while lastIndex > index, lastOffset > base {
      lastOffset -= 1
      while lastOffset > base, bytes[lastOffset] & 0xC0 == 0x80 { lastOffset -= 1 }
      lastIndex -= 1
    }
    skipWords(upTo: index)
    while lastIndex < index, lastOffset < end {
      lastOffset += 1
      while lastOffset < end, bytes[lastOffset] & 0xC0 == 0x80 { lastOffset += 1 }
      lastIndex += 1
      if lastIndex == checkpoints.count * Self.stride { checkpoints.append(Int32(lastOffset)) }
    }
    return lastOffset
  }

  /// Advances by eight bytes at a time while `index` is certainly farther away.
  private mutating func skipWords(upTo index: Int) {
    guard let start = bytes.baseAddress else { return }
    let ones: UInt64 = 0x0101_0101_0101_0101
    while lastIndex + 8 < index, lastOffset + 8 < end {
      let word = UnsafeRawPointer(start + lastOffset).loadUnaligned(as: UInt64.self)
      let continuations = (word >> 7) & ~(word >> 6) & ones
      let nextIndex = lastIndex + 8 - continuations.nonzeroBitCount
      // Checkpoints are made by the slow walk only.
      guard nextIndex < checkpoints.count * Self.stride else { return }
      lastOffset += 8
      lastIndex = nextIndex
      // The last character may reach beyond the word.
      while lastOffset < end, bytes[lastOffset] & 0xC0 == 0x80 { lastOffset += 1 }
    }
  }
}
