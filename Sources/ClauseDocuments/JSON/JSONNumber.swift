/// The grammar of JSON numbers (RFC 8259, section 6).
enum JSONNumber {
  /// What is wrong with `word` as a number, or nil when it is one.
  static func problem(in word: UnsafeBufferPointer<UInt8>) -> String? {
    var rest = word[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit).count
    guard whole > 0 else { return "a value was expected here" }
    if whole > 1, rest.first == UInt8(ascii: "0") {
      return "a number cannot begin with 0; an identifier such as 007 stands in double quotes"
    }
    rest = rest.dropFirst(whole)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      let fraction = rest.prefix(while: isDigit).count
      guard fraction > 0 else { return "digits are missing after the decimal point" }
      rest = rest.dropFirst(fraction)
    }
    var hasExponent = false
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      hasExponent = true
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
      let digits = rest.prefix(while: isDigit).count
      guard digits > 0 else { return "digits are missing in the exponent" }
      rest = rest.dropFirst(digits)
    }
    guard rest.isEmpty else { return "this is neither a number nor true, false or null" }
    // No field type reaches beyond a binary64 number; one that does is a slip.
    if hasExponent || word.count > 300,
      Double(String(decoding: word, as: UTF8.self))?.isFinite != true
    {
      return "the number is too large"
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
