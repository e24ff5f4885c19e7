extension Lexer {
  /// Reads a number: decimal or hexadecimal integer, optionally unsigned, or a double.
  mutating func number() throws(Problem) -> Token.Kind {
    let start = position
    if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") { return try hexadecimal() }
    while Self.isDigit(peek()) { position += 1 }
    var isDouble = false
    if peek() == UInt8(ascii: "."), Self.isDigit(peek(1)) {
      isDouble = true
      position += 1
      while Self.isDigit(peek()) { position += 1 }
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      let signed = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
      if Self.isDigit(peek(signed ? 2 : 1)) {
        isDouble = true
        position += signed ? 2 : 1
        while Self.isDigit(peek()) { position += 1 }
      }
    }
    let digits = bytes[start..<position]
    if isDouble {
      try rejectTrailingLetters(from: start)
      guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else {
        throw problem("number-range", "the number is outside the range of double", from: start)
      }
      return .literal(.double(value))
    }
    return try integer(digits, radix: 10, from: start)
  }

  private mutating func hexadecimal() throws(Problem) -> Token.Kind {
    let start = position
    position += 2
    let first = position
    while Self.isHexDigit(peek()), !atEnd { position += 1 }
    guard position > first else {
      throw problem("number-syntax", "'0x' needs hexadecimal digits", from: start)
    }
    return try integer(bytes[first..<position], radix: 16, from: start)
  }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
  }

  private mutating func integer(
    _ digits: ArraySlice<UInt8>, radix: UInt64, from start: Int
  ) throws(Problem) -> Token.Kind {
    var value: UInt64 = 0
    var overflow = false
    for digit in digits {
      let (product, overflow1) = value.multipliedReportingOverflow(by: radix)
      let (sum, overflow2) = product.addingReportingOverflow(UInt64(Self.hexValue(digit)))
      value = sum
      overflow = overflow || overflow1 || overflow2
    }
    if peek() | 0x20 == UInt8(ascii: "u") {
      position += 1
      try rejectTrailingLetters(from: start)
      guard !overflow else {
        throw problem("number-range", "the number is outside the range of uint", from: start)
      }
      return .literal(.uint(value))
    }
    try rejectTrailingLetters(from: start)
    if !overflow {
      if let int = Int64(exactly: value) { return .literal(.int(int)) }
      if value == 1 << 63 { return .minimumInt }
    }
    throw problem("number-range", "the number is outside the range of int", from: start)
  }

  static func hexValue(_ byte: UInt8) -> UInt8 {
    isDigit(byte) ? byte - 0x30 : (byte | 0x20) - 0x61 + 10
  }

  /// `1abc` is a misspelling, not a number followed by a name.
  private mutating func rejectTrailingLetters(from start: Int) throws(Problem) {
    guard !atEnd, Self.isIdentifierPart(peek()) else { return }
    while !atEnd, Self.isIdentifierPart(peek()) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    throw problem("number-syntax", "'\(text)' is not a number", from: start)
  }

  /// Reads a quoted literal whose opening quote is the current byte.
  mutating func stringLiteral(raw: Bool, isBytes: Bool, from start: Int) throws(Problem) -> Literal
  {
    let quote = peek()
    let triple = peek(1) == quote && peek(2) == quote
    position += triple ? 3 : 1
    var value: [UInt8] = []
    while true {
      guard !atEnd else {
        throw problem(
          "string-open", isBytes ? "the bytes literal is not closed" : "the string is not closed",
          from: start)
      }
      let byte = bytes[position]
      if byte == quote {
        if !triple {
          position += 1
          break
        }
        if peek(1) == quote, peek(2) == quote {
          position += 3
          break
        }
      }
      if byte == 0x0A || byte == 0x0D {
        guard triple else {
          throw problem(
            "string-open", "the string is not closed on its line", from: start,
            hint: "write \\n for a line break, or use three quotes")
        }
        // Every kind of line end inside a literal becomes LF.
        if byte == 0x0D, peek(1) == 0x0A { position += 1 }
        position += 1
        value.append(0x0A)
      } else if byte == UInt8(ascii: "\\"), !raw {
        // A backslash as the last byte escapes nothing; the loop reports the open string.
        if position + 1 == bytes.count {
          position += 1
          continue
        }
        try escape(isBytes: isBytes, into: &value)
      } else {
        value.append(byte)
        position += 1
      }
    }
    return isBytes ? .bytes(value) : .string(value)
  }

  private mutating func escape(isBytes: Bool, into value: inout [UInt8]) throws(Problem) {
    let start = position
    position += 1
    let byte = peek()
    position += 1
    switch byte {
    case UInt8(ascii: "a"): value.append(0x07)
    case UInt8(ascii: "b"): value.append(0x08)
    case UInt8(ascii: "f"): value.append(0x0C)
    case UInt8(ascii: "n"): value.append(0x0A)
    case UInt8(ascii: "r"): value.append(0x0D)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "v"): value.append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      value.append(byte)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      try numericEscape(digits: 2, isBytes: isBytes, from: start, into: &value)
    case UInt8(ascii: "u") where !isBytes:
      try numericEscape(digits: 4, isBytes: false, from: start, into: &value)
    case UInt8(ascii: "U") where !isBytes:
      try numericEscape(digits: 8, isBytes: false, from: start, into: &value)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      position -= 1
      var code: UInt32 = 0
      for _ in 0..<3 {
        guard (0x30...0x37).contains(peek()), !atEnd else {
          throw problem("escape", "an octal escape has three digits, such as \\101", from: start)
        }
        code = code * 8 + UInt32(peek() - 0x30)
        position += 1
      }
      append(code, isBytes: isBytes, into: &value)
    default:
      while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
      throw problem(
        "escape", "unknown escape in a \(isBytes ? "bytes literal" : "string")", from: start,
        hint: "write \\\\ for a backslash, or put r before the quote")
    }
  }

  private mutating func numericEscape(
    digits: Int, isBytes: Bool, from start: Int, into value: inout [UInt8]
  ) throws(Problem) {
    var code: UInt32 = 0
    for _ in 0..<digits {
      guard !atEnd, Self.isHexDigit(peek()), code < 0x1000_0000 else {
        throw problem("escape", "the escape needs \(digits) hexadecimal digits", from: start)
      }
      code = code * 16 + UInt32(Self.hexValue(peek()))
      position += 1
    }
    guard isBytes || Unicode.Scalar(code) != nil else {
      throw problem("escape", "the escape is no Unicode character", from: start)
    }
    append(code, isBytes: isBytes, into: &value)
  }

  private func append(_ code: UInt32, isBytes: Bool, into value: inout [UInt8]) {
    if isBytes {
      value.append(UInt8(truncatingIfNeeded: code))
    } else if let scalar = Unicode.Scalar(code) {
      value.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    }
  }
}
