/// Doubles as text, with the fewest digits that read back the same.
enum DoubleText {
  /// The text of `string(double)`: `1`, `0.1`, `1e+06`, `1.23456789e+08`.
  ///
  /// The exponent appears below 1e-4 and from 1e6 on, as in Go, whose texts other
  /// implementations of the language have taken over.
  static func text(of value: Double) -> String { text(of: value, exponentFrom: 6) }

  /// The text for people, without an exponent up to 1e15.
  static func plain(_ value: Double) -> String { text(of: value, exponentFrom: 15) }

  private static func text(of value: Double, exponentFrom limit: Int) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "+Infinity" }
    let (negative, digits, exponent) = shortest(value)
    let sign = negative ? "-" : ""
    if digits.isEmpty { return sign + "0" }
    let decimalExponent = exponent - 1
    guard decimalExponent < -4 || decimalExponent >= limit else {
      return sign + positional(digits, exponent)
    }
    var text = sign + String(decoding: digits[..<1], as: UTF8.self)
    if digits.count > 1 { text += "." + String(decoding: digits[1...], as: UTF8.self) }
    let magnitude = String(abs(decimalExponent))
    return text + (decimalExponent < 0 ? "e-" : "e+") + (magnitude.utf8.count < 2 ? "0" : "")
      + magnitude
  }

  /// The digits without an exponent, where `exponent` digits stand before the point.
  static func positional(_ digits: [UInt8], _ exponent: Int) -> String {
    if exponent <= 0 {
      return "0." + String(repeating: "0", count: -exponent)
        + String(decoding: digits, as: UTF8.self)
    }
    if digits.count <= exponent {
      return String(decoding: digits, as: UTF8.self)
        + String(repeating: "0", count: exponent - digits.count)
    }
    return String(decoding: digits[..<exponent], as: UTF8.self) + "."
      + String(decoding: digits[exponent...], as: UTF8.self)
  }

  /// The shortest digits that read back the same: the value is 0.d1d2d3... x 10^exponent.
  static func shortest(_ value: Double) -> (negative: Bool, digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var pointSeen = false
    var written = 0
    var negative = false
    var iterator = value.description.utf8.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "-"): negative = true
      case UInt8(ascii: "."): pointSeen = true
      case UInt8(ascii: "e"):
        var text = ""
        while let digit = iterator.next() { text.unicodeScalars.append(Unicode.Scalar(digit)) }
        exponent += Int(text) ?? 0
      default:
        if byte == UInt8(ascii: "0"), digits.isEmpty {
          if pointSeen { written -= 1 }
          continue
        }
        digits.append(byte)
        if !pointSeen { written += 1 }
      }
    }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (negative, digits, written + exponent)
  }
}
