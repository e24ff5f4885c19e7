/// The tags that are read: those of the YAML 1.2 core schema on scalars. Nothing is constructed
/// from a tag; it only has to agree with the text.
enum CoreTag: String {
  case string = "tag:yaml.org,2002:str"
  case integer = "tag:yaml.org,2002:int"
  case float = "tag:yaml.org,2002:float"
  case boolean = "tag:yaml.org,2002:bool"
  case null = "tag:yaml.org,2002:null"

  /// Whether `text` is written as this tag says.
  func agrees(with text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .string: true
    case .integer: Self.isInteger(text)
    case .float: Self.isFloat(text)
    case .boolean: Self.isOneOf(["true", "True", "TRUE", "false", "False", "FALSE"], text)
    case .null: Self.isOneOf(["", "~", "null", "Null", "NULL"], text)
    }
  }

  /// How the scalar is read on: text stays text, the others count as unquoted.
  var style: ScalarStyle { self == .string ? .quoted : .plain }

  private static func isOneOf(_ words: [String], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    words.contains { text.elementsEqual($0.utf8) }
  }

  private static func isInteger(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = text[...]
    if rest.starts(with: "0o".utf8) {
      rest = rest.dropFirst(2)
      return !rest.isEmpty && rest.allSatisfy { (0x30...0x37).contains($0) }
    }
    if rest.starts(with: "0x".utf8) {
      rest = rest.dropFirst(2)
      return !rest.isEmpty
        && rest.allSatisfy { isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
    }
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  private static func isFloat(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if isOneOf([".nan", ".NaN", ".NAN"], text) { return true }
    var rest = text[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    if [".inf", ".Inf", ".INF"].contains(where: { rest.elementsEqual($0.utf8) }) { return true }
    var digits = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(digits)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      let fraction = rest.prefix(while: isDigit).count
      digits += fraction
      rest = rest.dropFirst(fraction)
    }
    guard digits > 0 else { return false }
    guard let exponent = rest.first else { return true }
    guard exponent | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
