/// Strict UTF-8: the table of well-formed byte sequences (Unicode Standard, table 3-7).
public enum UTF8Decoding {
  /// The code point at `offset` and its length in bytes, or nil when the bytes there are not
  /// well-formed: overlong, a surrogate, above U+10FFFF, cut short, or a stray byte.
  @inline(__always)
  public static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (scalar: UInt32, length: Int)? {
    let lead = bytes[offset]
    let left = bytes.count - offset
    if lead < 0x80 { return (UInt32(lead), 1) }
    if lead < 0xE0 {
      guard lead >= 0xC2, left >= 2 else { return nil }
      let second = bytes[offset + 1]
      guard second & 0xC0 == 0x80 else { return nil }
      return (UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F), 2)
    }
    if lead < 0xF0 {
      guard left >= 3 else { return nil }
      let second = bytes[offset + 1]
      let third = bytes[offset + 2]
      guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return nil }
      let scalar = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      guard scalar >= 0x800, !(0xD800...0xDFFF).contains(scalar) else { return nil }
      return (scalar, 3)
    }
    guard lead < 0xF5, left >= 4 else { return nil }
    let second = bytes[offset + 1]
    let third = bytes[offset + 2]
    let fourth = bytes[offset + 3]
    guard second & 0xC0 == 0x80, third & 0xC0 == 0x80, fourth & 0xC0 == 0x80 else { return nil }
    let scalar =
      UInt32(lead & 0x07) << 18 | UInt32(second & 0x3F) << 12
      | UInt32(third & 0x3F) << 6 | UInt32(fourth & 0x3F)
    guard (0x10000...0x10FFFF).contains(scalar) else { return nil }
    return (scalar, 4)
  }

  /// Appends `scalar` in UTF-8. A surrogate or a value above U+10FFFF appends U+FFFD.
  public static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    let encoded = Unicode.Scalar(scalar).flatMap { UTF8.encode($0) }
    bytes.append(contentsOf: encoded ?? UTF8.encodedReplacementCharacter)
  }
}
