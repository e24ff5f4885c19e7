/// Splits the UTF-8 bytes of an expression into tokens.
struct Lexer {
  let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// All tokens of a text, the last one being `.end`.
  static func tokens(of bytes: [UInt8]) throws(Problem) -> [Token] {
    var lexer = Lexer(bytes)
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 3 + 1)
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  func peek(_ ahead: Int = 0) -> UInt8 {
    let index = position + ahead
    return index < bytes.count ? bytes[index] : 0
  }

  var atEnd: Bool { position >= bytes.count }

  func problem(_ code: String, _ message: String, from start: Int, hint: String? = nil) -> Problem {
    Problem(
      phase: .parse, code: code, message: message,
      range: start..<max(start, min(max(position, start + 1), bytes.count)), hint: hint)
  }

  private mutating func skipBlanks() {
    while !atEnd {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: position += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while !atEnd, bytes[position] != 0x0A { position += 1 }
      default: return
      }
    }
  }

  private mutating func next() throws(Problem) -> Token {
    skipBlanks()
    let start = position
    guard !atEnd else { return token(.end, from: start) }
    let byte = bytes[position]
    if Self.isIdentifierStart(byte) { return try identifierOrPrefixedString() }
    if Self.isDigit(byte) || (byte == UInt8(ascii: ".") && Self.isDigit(peek(1))) {
      let kind = try number()
      return token(kind, from: start)
    }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let value = try stringLiteral(raw: false, isBytes: false, from: start)
      return token(.literal(value), from: start)
    case UInt8(ascii: "`"): return try quotedIdentifier()
    default: return try symbol()
    }
  }

  private func token(_ kind: Token.Kind, from start: Int) -> Token {
    Token(kind: kind, range: Int32(start)..<Int32(position))
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isIdentifierStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F
  }

  static func isIdentifierPart(_ byte: UInt8) -> Bool {
    isIdentifierStart(byte) || isDigit(byte)
  }

  private mutating func identifierOrPrefixedString() throws(Problem) -> Token {
    let start = position
    // Prefixes r, b and br, in either case, directly before a quote.
    var raw = false
    var isBytes = false
    var length = 0
    if peek() | 0x20 == UInt8(ascii: "b") {
      isBytes = true
      length = 1
    }
    if peek(length) | 0x20 == UInt8(ascii: "r") {
      raw = true
      length += 1
    }
    let quote = peek(length)
    if length > 0, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += length
      let value = try stringLiteral(raw: raw, isBytes: isBytes, from: start)
      return token(.literal(value), from: start)
    }
    while !atEnd, Self.isIdentifierPart(bytes[position]) { position += 1 }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    switch name {
    case "true": return token(.literal(.bool(true)), from: start)
    case "false": return token(.literal(.bool(false)), from: start)
    case "null": return token(.literal(.null), from: start)
    case "in": return token(.symbol(.isIn), from: start)
    default: return token(.identifier(name), from: start)
    }
  }

  private mutating func quotedIdentifier() throws(Problem) -> Token {
    let start = position
    position += 1
    while !atEnd, bytes[position] != UInt8(ascii: "`") {
      let byte = bytes[position]
      let allowed = Self.isIdentifierPart(byte) || [0x2E, 0x2F, 0x20, 0x2D].contains(byte)
      guard allowed else {
        throw problem(
          "quoted-name", "a quoted name holds only letters, digits, '_', '.', '/', '-' and spaces",
          from: position)
      }
      position += 1
    }
    guard !atEnd else {
      throw problem("quoted-name", "the quoted name has no closing '`'", from: start)
    }
    let name = String(decoding: bytes[(start + 1)..<position], as: UTF8.self)
    position += 1
    guard !name.isEmpty else {
      throw problem("quoted-name", "the quoted name is empty", from: start)
    }
    return token(.quotedIdentifier(name), from: start)
  }

  private mutating func symbol() throws(Problem) -> Token {
    let start = position
    if let pair = Self.pairs.first(where: { $0.first == peek() && $0.second == peek(1) }) {
      position += 2
      return token(.symbol(pair.symbol), from: start)
    }
    if let symbol = Self.singles[Int(peek() & 0x7F)], peek() < 0x80 {
      position += 1
      return token(.symbol(symbol), from: start)
    }
    throw unexpectedCharacter()
  }

  private static let pairs: [(first: UInt8, second: UInt8, symbol: Token.Symbol)] =
    [Token.Symbol.equal, .notEqual, .lessOrEqual, .greaterOrEqual, .and, .or].map { symbol in
      let bytes = Array(symbol.rawValue.utf8)
      return (bytes[0], bytes[1], symbol)
    }

  /// The symbols of one character, by its code.
  private static let singles: [Token.Symbol?] = (0..<128).map { code in
    Token.Symbol(rawValue: String(Character(Unicode.Scalar(UInt8(code)))))
  }

  private mutating func unexpectedCharacter() -> Problem {
    let start = position
    position += 1
    while !atEnd, bytes[position] & 0xC0 == 0x80 { position += 1 }
    let scalar = String(decoding: bytes[start..<position], as: UTF8.self).unicodeScalars.first
    let hint: String? =
      switch bytes[start] {
      case UInt8(ascii: "="): "write '==' to compare"
      case UInt8(ascii: "&"): "write '&&' for \"and\""
      case UInt8(ascii: "|"): "write '||' for \"or\""
      case UInt8(ascii: ";"): "an expression ends without ';'"
      case _ where (0x2018...0x201F).contains(scalar?.value ?? 0): "use straight quotation marks"
      case 0x80...: "only text in quotation marks may hold such characters"
      default: nil
      }
    let code = String(scalar?.value ?? 0, radix: 16, uppercase: true)
    let shown: String
    if let scalar, scalar.isASCII, scalar.value > 0x20, scalar.value < 0x7F {
      shown = "'\(Character(scalar))'"
    } else {
      shown = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    }
    return problem(
      "unexpected-character", "unexpected character \(shown)", from: start, hint: hint)
  }
}
