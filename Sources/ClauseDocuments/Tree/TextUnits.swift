internal import ClauseSource

/// Line breaks as git and editors see them.
enum LineBreak {
  /// The length of the line break at `offset`: 2 for CRLF, 1 for LF or CR, 0 for anything else.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int) -> Int {
    guard offset < end else { return 0 }
    if bytes[offset] == 0x0A { return 1 }
    guard bytes[offset] == 0x0D else { return 0 }
    return offset + 1 < end && bytes[offset + 1] == 0x0A ? 2 : 1
  }
}

/// Hexadecimal digits of ASCII.
enum HexDigit {
  /// The value of a digit, or nil.
  @inline(__always)
  static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}

/// Writing of code points.
enum UTF8Text {
  /// Appends one code point in UTF-8.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    UTF8Decoding.append(scalar, to: &bytes)
  }
}
