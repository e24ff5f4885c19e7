extension FunctionLibrary {
  /// `base64.encode` and `base64.decode`.
  public static let encoders = FunctionLibrary(
    name: "encoders",
    functions: [
      .global("base64.encode", [.bytes], .string) { arguments, evaluator in
        guard case .bytes(let octets) = arguments[0] else { return arguments[0] }
        return evaluator.makeString(utf8: Base64.encode(Array(evaluator.bytes(octets))))
      },
      .global("base64.decode", [.string], .bytes) { arguments, evaluator in
        guard case .string(let text) = arguments[0] else { return arguments[0] }
        guard let octets = Base64.decode(Array(evaluator.bytes(text))) else {
          return evaluator.fail(.invalidArgument, "the text is not base64")
        }
        return .bytes(evaluator.makeBytes(octets))
      },
    ])
}

/// Base64 of RFC 4648, padded when written, padding optional when read.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ octets: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((octets.count + 2) / 3 * 4)
    for start in stride(from: 0, to: octets.count, by: 3) {
      let group = octets[start..<min(start + 3, octets.count)]
      var bits: UInt32 = 0
      for octet in group { bits = bits << 8 | UInt32(octet) }
      bits <<= UInt32(8 * (3 - group.count))
      for position in 0..<4 {
        text.append(
          position <= group.count
            ? alphabet[Int(bits >> UInt32(18 - 6 * position) & 63)] : UInt8(ascii: "="))
      }
    }
    return text
  }

  static func decode(_ text: [UInt8]) -> [UInt8]? {
    var digits = text[...]
    var padding = 0
    while digits.last == UInt8(ascii: "="), padding < 2 {
      digits.removeLast()
      padding += 1
    }
    guard digits.count % 4 != 1, padding == 0 || text.count % 4 == 0 else { return nil }
    var octets: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for digit in digits {
      guard let value = alphabet.firstIndex(of: digit) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        octets.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return octets
  }
}
