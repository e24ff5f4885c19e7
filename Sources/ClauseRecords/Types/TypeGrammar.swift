import ClauseSource

/// Reads the text of a field type: `string!`, `enum{a, b}`, `ref<a|b>`, `list<{name: string!}>`.
struct TypeGrammar {
  /// Why a text is no type, and which of its bytes to point at.
  struct Failure: Error {
    /// Byte range in the text.
    let range: Range<Int>
    let message: String
  }

  /// A type with its mark for required.
  struct Result {
    let type: FieldType
    let isRequired: Bool
  }

  /// The types without parameters, by name.
  static let simple: [(name: String, type: FieldType)] = [
    ("string", .string), ("text", .text), ("int", .int), ("double", .double), ("money", .money),
    ("bool", .bool), ("date", .date), ("instant", .instant), ("period", .period),
    ("file", .file), ("url", .url), ("map", .map),
  ]
  /// Every word a type can begin with, for nearest names.
  static let words = simple.map(\.name) + ["enum", "ref", "list"]
  /// Nesting of lists and structures in one text.
  private static let depthLimit = 8

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the whole text or says what is wrong with it.
  static func parse(_ text: some Sequence<UInt8>) throws(Failure) -> Result {
    var grammar = TypeGrammar(Array(text))
    let result = try grammar.typeWithMark()
    grammar.skipBlanks()
    if grammar.index < grammar.bytes.count {
      throw grammar.failure("nothing may follow the type", from: grammar.index, toEnd: true)
    }
    return result
  }

  private mutating func typeWithMark() throws(Failure) -> Result {
    let type = try type()
    skipBlanks()
    return Result(type: type, isRequired: take("!"))
  }

  private mutating func type() throws(Failure) -> FieldType {
    skipBlanks()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw failure("types are nested deeper than \(Self.depthLimit)", from: index)
    }
    if take("{") { return .structure(try fields()) }
    let start = index
    let word = identifier()
    if word.isEmpty { throw failure("a type is missing", from: start) }
    switch word {
    case "enum": return .enumeration(try literals())
    case "ref": return .reference(try targets())
    case "list":
      try expect("<", after: "list")
      let elementStart = index
      let element = try typeWithMark()
      if element.isRequired {
        throw failure("an element of a list cannot be required", from: elementStart)
      }
      if case .list = element.type {
        throw failure("a list cannot hold lists", from: elementStart)
      }
      try expect(">", after: "the type of the elements")
      return .list(element.type)
    default:
      if let known = Self.simple.first(where: { $0.name.equalsByBytes(word) }) { return known.type }
      let near = NearName.suggestion(for: word, among: Self.words)
      throw failure("unknown type '\(word)'\(near)", from: start)
    }
  }

  private mutating func literals() throws(Failure) -> [String] {
    try expect("{", after: "enum")
    var literals: [String] = []
    repeat {
      skipBlanks()
      let start = index
      let literal = word(Self.isLiteralByte)
      if literal.isEmpty { throw failure("a literal of the enumeration is missing", from: start) }
      if literals.contains(where: { $0.equalsByBytes(literal) }) {
        throw failure("the literal '\(literal)' stands twice", from: start)
      }
      literals.append(literal)
      skipBlanks()
    } while take(",")
    try expect("}", after: "the literals")
    return literals
  }

  private mutating func targets() throws(Failure) -> [String] {
    try expect("<", after: "ref")
    var targets: [String] = []
    repeat {
      skipBlanks()
      let start = index
      let target = identifier()
      if target.isEmpty { throw failure("the name of a record type is missing", from: start) }
      if targets.contains(where: { $0.equalsByBytes(target) }) {
        throw failure("the type '\(target)' stands twice", from: start)
      }
      targets.append(target)
      skipBlanks()
    } while take("|")
    try expect(">", after: "the record types")
    if targets.contains(where: { $0.equalsByBytes("any") }) {
      guard targets.count == 1 else {
        throw failure("'any' stands alone", from: index - 1)
      }
      return []
    }
    return targets
  }

  private mutating func fields() throws(Failure) -> [Field] {
    var fields: [Field] = []
    repeat {
      skipBlanks()
      let start = index
      let name = identifier()
      if let trouble = DeclaredName.trouble(with: name) {
        throw failure(trouble, from: start)
      }
      if fields.contains(where: { $0.name.equalsByBytes(name) }) {
        throw failure("the field '\(name)' stands twice", from: start)
      }
      skipBlanks()
      try expect(":", after: "the field's name")
      let value = try typeWithMark()
      fields.append(Field(name: name, type: value.type, isRequired: value.isRequired))
      skipBlanks()
    } while take(",")
    try expect("}", after: "the fields")
    return fields
  }

  // MARK: Characters

  private static func isLiteralByte(_ byte: UInt8) -> Bool {
    isIdentifierByte(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private mutating func identifier() -> String { word(Self.isIdentifierByte) }

  private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, belongs(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar, after what: String) throws(Failure) {
    skipBlanks()
    if !take(character) { throw failure("'\(character)' is missing after \(what)", from: index) }
  }

  private func failure(_ message: String, from start: Int, toEnd: Bool = false) -> Failure {
    let first = Swift.min(Swift.max(0, start), bytes.count)
    let last = toEnd ? bytes.count : Swift.max(first, index)
    return Failure(range: first..<last, message: message)
  }
}
