/// Where content begins and ends in YAML text, beyond what libyaml's marks say.
enum YAMLLayout {
  /// The offset after anchors, tags, blanks, comments and line breaks at `start`.
  static func contentStart(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int
  ) -> Int {
    var offset = start
    while offset < limit {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D:
        offset += 1
      case UInt8(ascii: "!") where offset + 1 < limit && bytes[offset + 1] == UInt8(ascii: "<"):
        while offset < limit, bytes[offset] != UInt8(ascii: ">") { offset += 1 }
        offset = min(offset + 1, limit)
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        while offset < limit, !isBlankOrBreak(bytes[offset]), !isFlowIndicator(bytes[offset]) {
          offset += 1
        }
      case UInt8(ascii: "#"):
        while offset < limit, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
      default:
        return offset
      }
    }
    return offset
  }

  /// `end` moved back over blanks and line breaks, but not before `start`.
  static func trimmedEnd(
    in bytes: UnsafeBufferPointer<UInt8>, start: Int, end: Int
  ) -> Int {
    var trimmed = end
    while trimmed > start, isBlankOrBreak(bytes[trimmed - 1]) { trimmed -= 1 }
    return trimmed
  }

  @inline(__always)
  static func isBlankOrBreak(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isFlowIndicator(_ byte: UInt8) -> Bool {
    [UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}")]
      .contains(byte)
  }
}
