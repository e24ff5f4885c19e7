internal import ClauseCalendar
internal import Glibc

/// `format`: `%s %d %f %e %b %o %x %X %%` with a precision for `%f` and `%e`.
enum StringFormat {
  static let overloads: [FunctionOverload] = [
    .member("format", [.string, .list(.dyn)], .string) { arguments, evaluator in
      guard case .string(let text) = arguments[0] else { return arguments[0] }
      let pattern = Array(evaluator.bytes(text))
      let values = evaluator.elements(of: arguments[1])
      do throws(Failure) {
        return evaluator.makeString(utf8: try format(pattern, values, &evaluator))
      } catch {
        return evaluator.isExhausted
          ? evaluator.exhausted(evaluator.currentNode)
          : evaluator.fail(.invalidArgument, error.message)
      }
    }
  ]

  private struct Failure: Error {
    var message: String
  }

  private static let precisionLimit = 500

  private static func format(
    _ pattern: [UInt8], _ values: [Value], _ evaluator: inout Evaluator
  ) throws(Failure) -> [UInt8] {
    var result: [UInt8] = []
    var used = 0
    var position = 0
    while position < pattern.count {
      guard pattern[position] == UInt8(ascii: "%") else {
        result.append(pattern[position])
        position += 1
        continue
      }
      position += 1
      if position < pattern.count, pattern[position] == UInt8(ascii: "%") {
        result.append(pattern[position])
        position += 1
        continue
      }
      var precision: Int?
      if position < pattern.count, pattern[position] == UInt8(ascii: ".") {
        position += 1
        var number = 0
        let start = position
        while position < pattern.count, Lexer.isDigit(pattern[position]) {
          number = min(number * 10 + Int(pattern[position] - 0x30), precisionLimit + 1)
          position += 1
        }
        guard position > start, number <= precisionLimit else {
          throw Failure(message: "a precision is a number up to \(precisionLimit)")
        }
        precision = number
      }
      guard position < pattern.count else { throw Failure(message: "the text ends after '%'") }
      guard used < values.count else {
        throw Failure(message: "there are only \(values.count) values to put in")
      }
      let part = try clause(pattern[position], values[used], precision, &evaluator)
      evaluator.charge((part.count + 9) / 10)
      if evaluator.isExhausted { throw Failure(message: "") }
      result += part
      used += 1
      position += 1
    }
    guard used == values.count else {
      throw Failure(message: "\(values.count) values are given, \(used) are put in")
    }
    return result
  }

  private static func clause(
    _ letter: UInt8, _ value: Value, _ precision: Int?, _ evaluator: inout Evaluator
  ) throws(Failure) -> [UInt8] {
    switch letter {
    case UInt8(ascii: "s"): return try plain(value, &evaluator)
    case UInt8(ascii: "d"):
      switch value {
      case .int(let number): return Array(String(number).utf8)
      case .uint(let number): return Array(String(number).utf8)
      case .double(let number) where !number.isFinite: return Array(special(number).utf8)
      default: throw Failure(message: "%d needs an integer, not \(evaluator.typeName(value))")
      }
    case UInt8(ascii: "f"), UInt8(ascii: "e"):
      let number: Double
      switch value {
      case .double(let double): number = double
      case .int(let int): number = Double(int)
      case .uint(let uint): number = Double(uint)
      default:
        throw Failure(
          message: "%\(Character(Unicode.Scalar(letter))) needs a number, not "
            + evaluator.typeName(value))
      }
      if !number.isFinite { return Array(special(number).utf8) }
      return printed(number, letter: letter, precision: precision ?? 6)
    case UInt8(ascii: "b"):
      if case .bool(let flag) = value { return [flag ? 0x31 : 0x30] }
      return try integer(value, radix: 2, letter, evaluator)
    case UInt8(ascii: "o"): return try integer(value, radix: 8, letter, evaluator)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      switch value {
      case .string(let text), .bytes(let text):
        let digits = Array(
          (letter == UInt8(ascii: "x") ? "0123456789abcdef" : "0123456789ABCDEF").utf8)
        return evaluator.bytes(text).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
      default: return try integer(value, radix: 16, letter, evaluator)
      }
    default:
      throw Failure(message: "there is no clause '%\(String(decoding: [letter], as: UTF8.self))'")
    }
  }

  private static func integer(
    _ value: Value, radix: Int, _ letter: UInt8, _ evaluator: Evaluator
  ) throws(Failure) -> [UInt8] {
    let upper = letter == UInt8(ascii: "X")
    switch value {
    case .int(let number): return Array(String(number, radix: radix, uppercase: upper).utf8)
    case .uint(let number): return Array(String(number, radix: radix, uppercase: upper).utf8)
    default:
      throw Failure(
        message: "%\(Character(Unicode.Scalar(letter))) needs an integer, not "
          + evaluator.typeName(value))
    }
  }

  private static func special(_ number: Double) -> String {
    number.isNaN ? "NaN" : (number < 0 ? "-Infinity" : "Infinity")
  }

  /// C's own printing, which rounds the exact value half to even. The C locale is never changed.
  private static func printed(_ number: Double, letter: UInt8, precision: Int) -> [UInt8] {
    let format = letter == UInt8(ascii: "f") ? "%.*f" : "%.*e"
    var buffer = [CChar](repeating: 0, count: precision + 330)
    let count = withVaList([Int32(precision), number]) {
      vsnprintf(&buffer, buffer.count, format, $0)
    }
    return buffer.prefix(max(0, min(Int(count), buffer.count - 1))).map { UInt8(bitPattern: $0) }
  }

  /// A value as `%s` writes it: strings bare, lists and maps by their elements, keys sorted.
  private static func plain(_ value: Value, _ evaluator: inout Evaluator) throws(Failure) -> [UInt8]
  {
    evaluator.charge(1)
    if evaluator.isExhausted { throw Failure(message: "") }
    switch value {
    case .string(let text), .bytes(let text): return Array(evaluator.bytes(text))
    case .double(let number) where !number.isFinite: return Array(special(number).utf8)
    case .list:
      var result: [UInt8] = [0x5B]
      for (position, element) in evaluator.elements(of: value).enumerated() {
        if position > 0 { result += [0x2C, 0x20] }
        result += try plain(element, &evaluator)
      }
      return result + [0x5D]
    case .map:
      var entries: [(key: [UInt8], value: [UInt8])] = []
      for entry in evaluator.entries(of: value) {
        entries.append((try plain(entry.key, &evaluator), try plain(entry.value, &evaluator)))
      }
      entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
      var result: [UInt8] = [0x7B]
      for (position, entry) in entries.enumerated() {
        if position > 0 { result += [0x2C, 0x20] }
        result += entry.key + [0x3A, 0x20] + entry.value
      }
      return result + [0x7D]
    default: return Array(evaluator.describe(value).utf8)
    }
  }
}
