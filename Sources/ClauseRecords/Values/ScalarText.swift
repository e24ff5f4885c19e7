/// The text of a scalar, freed of what people do not see and machines trip over.
enum ScalarText {
  /// The bytes without blanks and invisible marks at both ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = bytes
    while let width = ignorableWidth(slice, atEnd: false) { slice = slice.dropFirst(width) }
    while let width = ignorableWidth(slice, atEnd: true) { slice = slice.dropLast(width) }
    return slice
  }

  /// The scalars with digits of all scripts as ASCII, every blank as one space, bidirectional
  /// marks and tatweel left out, and no blank at either end; nil when longer than any value of a
  /// short type can be.
  static func normalized(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
    guard bytes.count <= longestShortValue else { return nil }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if isInvisible(scalar) || scalar.value == 0x0640 { continue }
      if isBlank(scalar) {
        if let last = result.last, last != " " { result.append(" ") }
      } else {
        result.append(asciiDigit(scalar) ?? scalar)
      }
    }
    if result.last == " " { result.removeLast() }
    return result
  }

  /// The ASCII digit a decimal digit of another script stands for, or nil.
  static func asciiDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let zero: UInt32
    switch scalar.value {
    case 0x0660...0x0669: zero = 0x0660
    case 0x06F0...0x06F9: zero = 0x06F0
    case 0xFF10...0xFF19: zero = 0xFF10
    default: return nil
    }
    return Unicode.Scalar(0x30 + scalar.value - zero)
  }

  /// Whether the scalar separates words and shows nothing.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Whether the scalar only steers the direction or joining of its neighbours, or marks the
  /// byte order.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF:
      true
    default: false
    }
  }

  /// The first character that makes a text other than it looks, or nil: a control character that
  /// is no blank, which only an escape can bring in; one that overrides or embeds directions; a
  /// tag or a variation selector of the supplement, in which text can be hidden.
  static func firstControl(in bytes: ArraySlice<UInt8>) -> UInt32? {
    var previous: UInt8 = 0
    if bytes.contains(where: { $0 == 0xE2 || $0 == 0xF3 }) {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F, 0xE0100...0xE01EF:
          return scalar.value
        default: continue
        }
      }
    }
    for byte in bytes {
      if byte < 0x20 ? byte != 0x09 && byte != 0x0A && byte != 0x0D : byte == 0x7F {
        return UInt32(byte)
      }
      // U+0080 to U+009F but for U+0085, which ends a line.
      if previous == 0xC2, (0x80...0x9F).contains(byte), byte != 0x85 { return UInt32(byte) }
      previous = byte
    }
    return nil
  }

  /// Whether a text has characters and no font shows any of them: private use, unassigned ones.
  static func isUnseen(_ bytes: ArraySlice<UInt8>) -> Bool {
    // All of them lie at U+2000 or above.
    guard let first = bytes.first, first >= 0xE2 else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .privateUse, .unassigned, .surrogate, .format, .control: true
      default: isBlank(scalar)
      }
    }
  }

  private static let longestShortValue = 400

  /// The width of a blank or invisible mark at one end, or nil.
  private static func ignorableWidth(_ bytes: ArraySlice<UInt8>, atEnd: Bool) -> Int? {
    guard let edge = atEnd ? bytes.last : bytes.first else { return nil }
    if edge < 0x80 { return edge == 0x20 || (0x09...0x0D).contains(edge) ? 1 : nil }
    var width = 1
    if atEnd {
      while width < 4, width < bytes.count, bytes[bytes.endIndex - width] & 0xC0 == 0x80 {
        width += 1
      }
    } else {
      width = edge >= 0xF0 ? 4 : edge >= 0xE0 ? 3 : 2
    }
    let piece = atEnd ? bytes.suffix(width) : bytes.prefix(width)
    guard let scalar = String(decoding: piece, as: UTF8.self).unicodeScalars.first,
      isBlank(scalar) || isInvisible(scalar)
    else { return nil }
    return piece.count
  }
}
