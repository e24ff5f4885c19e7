/// Escapes in JSON strings (RFC 8259, section 7).
enum JSONEscape {
  /// The code point of the escape whose backslash is at `offset`, and its length in bytes. Nil when
  /// it is malformed or half of a surrogate pair.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int
  ) -> (scalar: UInt32, length: Int)? {
    guard offset + 1 < end else { return nil }
    switch bytes[offset + 1] {
    case UInt8(ascii: "\""): return (0x22, 2)
    case UInt8(ascii: "\\"): return (0x5C, 2)
    case UInt8(ascii: "/"): return (0x2F, 2)
    case UInt8(ascii: "b"): return (0x08, 2)
    case UInt8(ascii: "f"): return (0x0C, 2)
    case UInt8(ascii: "n"): return (0x0A, 2)
    case UInt8(ascii: "r"): return (0x0D, 2)
    case UInt8(ascii: "t"): return (0x09, 2)
    case UInt8(ascii: "u"): break
    default: return nil
    }
    guard let unit = codeUnit(bytes, at: offset, end: end) else { return nil }
    switch unit {
    case 0xD800...0xDBFF:
      guard let low = codeUnit(bytes, at: offset + 6, end: end), (0xDC00...0xDFFF).contains(low)
      else { return nil }
      return (0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), 12)
    case 0xDC00...0xDFFF: return nil
    default: return (unit, 6)
    }
  }

  /// The four hexadecimal digits of a `\uXXXX` at `offset`.
  static func codeUnit(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int
  ) -> UInt32? {
    guard offset + 6 <= end, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt32 = 0
    for index in (offset + 2)..<(offset + 6) {
      guard let digit = HexDigit.value(bytes[index]) else { return nil }
      value = value * 16 + UInt32(digit)
    }
    return value
  }
}
