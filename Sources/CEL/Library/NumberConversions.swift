/// `int()`, `uint()` and `double()`.
enum NumberConversions {
  static let overloads: [FunctionOverload] = ints + uints + doubles

  private static let ints: [FunctionOverload] =
    [CELType.int, .uint, .double].map { .global("int", [$0], .int, toInt) } + [
      .global("int", [.string], .int) { arguments, evaluator in
        let text = evaluator.string(of: arguments[0]) ?? ""
        if let number = parseInt(text) { return .int(number) }
        return evaluator.fail(.invalidArgument, "\(evaluator.describe(arguments[0])) is no int")
      },
      .global("int", [.timestamp], .int) { arguments, _ in
        guard case .timestamp(let time) = arguments[0] else { return .null }
        return .int(time.seconds)
      },
      .global("int", [.duration], .int) { arguments, _ in
        guard case .duration(let nanoseconds) = arguments[0] else { return .null }
        return .int(nanoseconds / 1_000_000_000)
      },
    ]

  private static let toInt: FunctionBody = { arguments, evaluator in
    switch arguments[0] {
    case .uint(let number):
      if let result = Int64(exactly: number) { return .int(result) }
    case .double(let number):
      // The range is open: neither 2^63 nor -2^63 itself is taken.
      if number > -0x1p63, number < 0x1p63 { return .int(Int64(number)) }
    default: return arguments[0]
    }
    return evaluator.fail(.overflow, "the number is outside the range of int")
  }

  private static let uints: [FunctionOverload] =
    [CELType.int, .uint, .double].map { .global("uint", [$0], .uint, toUInt) } + [
      .global("uint", [.string], .uint) { arguments, evaluator in
        let text = evaluator.string(of: arguments[0]) ?? ""
        if !text.isEmpty, text.utf8.allSatisfy(Lexer.isDigit), let number = UInt64(text) {
          return .uint(number)
        }
        return evaluator.fail(.invalidArgument, "\(evaluator.describe(arguments[0])) is no uint")
      }
    ]

  private static let toUInt: FunctionBody = { arguments, evaluator in
    switch arguments[0] {
    case .int(let number):
      if let result = UInt64(exactly: number) { return .uint(result) }
    case .double(let number):
      if number >= 0, number < 0x1p64 { return .uint(UInt64(number)) }
    default: return arguments[0]
    }
    return evaluator.fail(.overflow, "the number is outside the range of uint")
  }

  private static let doubles: [FunctionOverload] =
    [CELType.int, .uint, .double].map { .global("double", [$0], .double, toDouble) } + [
      .global("double", [.string], .double) { arguments, evaluator in
        let text = evaluator.string(of: arguments[0]) ?? ""
        if let number = parseDouble(text) { return .double(number) }
        return evaluator.fail(.invalidArgument, "\(evaluator.describe(arguments[0])) is no double")
      }
    ]

  private static let toDouble: FunctionBody = { arguments, _ in
    switch arguments[0] {
    case .int(let number): .double(Double(number))
    case .uint(let number): .double(Double(number))
    default: arguments[0]
    }
  }

  /// Decimal digits with an optional sign, nothing else.
  static func parseInt(_ text: String) -> Int64? {
    var digits = Substring(text).utf8
    if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") {
      digits.removeFirst()
    }
    guard !digits.isEmpty, digits.allSatisfy(Lexer.isDigit) else { return nil }
    return Int64(text)
  }

  /// A decimal number, or NaN, inf and Infinity; no blanks, no hexadecimal forms.
  static func parseDouble(_ text: String) -> Double? {
    var rest = Substring(text)
    let negative = rest.utf8.first == UInt8(ascii: "-")
    if negative || rest.utf8.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    switch rest {
    case "NaN": return .nan
    case "inf", "Inf", "Infinity", "infinity": return negative ? -.infinity : .infinity
    default: break
    }
    let allowed = rest.utf8.allSatisfy { byte in
      Lexer.isDigit(byte) || [0x2E, 0x65, 0x45, 0x2B, 0x2D].contains(byte)
    }
    guard allowed, let number = Double(text), number.isFinite else { return nil }
    return number
  }
}
