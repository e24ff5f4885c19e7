extension FunctionLibrary {
  /// The strings extension; positions count code points.
  public static let strings = FunctionLibrary(
    name: "strings", functions: searching + cutting + changing + StringFormat.overloads)

  private static let searching: [FunctionOverload] = [
    .member("charAt", [.string, .int], .string) { arguments, evaluator in
      let text = evaluator.scalars(of: arguments[0])
      guard let position = evaluator.position(arguments[1], upTo: text.count) else {
        return evaluator.outside(arguments[1])
      }
      return evaluator.makeString(scalars: text[position..<min(position + 1, text.count)])
    },
    .member("indexOf", [.string, .string], .int) { arguments, evaluator in
      let text = evaluator.scalars(of: arguments[0])
      let part = evaluator.scalars(of: arguments[1])
      evaluator.chargeSearch(text.count, part.count)
      return .int(Int64(Scalars.firstIndex(of: part, in: text, from: 0) ?? -1))
    },
    .member("indexOf", [.string, .string, .int], .int) { arguments, evaluator in
      let text = evaluator.scalars(of: arguments[0])
      let part = evaluator.scalars(of: arguments[1])
      evaluator.chargeSearch(text.count, part.count)
      guard let start = evaluator.position(arguments[2], upTo: text.count) else {
        return evaluator.outside(arguments[2])
      }
      return .int(Int64(Scalars.firstIndex(of: part, in: text, from: start) ?? -1))
    },
    .member("lastIndexOf", [.string, .string], .int) { arguments, evaluator in
      let text = evaluator.scalars(of: arguments[0])
      let part = evaluator.scalars(of: arguments[1])
      evaluator.chargeSearch(text.count, part.count)
      return .int(Int64(Scalars.lastIndex(of: part, in: text, upTo: text.count) ?? -1))
    },
    .member("lastIndexOf", [.string, .string, .int], .int) { arguments, evaluator in
      let text = evaluator.scalars(of: arguments[0])
      let part = evaluator.scalars(of: arguments[1])
      evaluator.chargeSearch(text.count, part.count)
      guard let end = evaluator.position(arguments[2], upTo: text.count) else {
        return evaluator.outside(arguments[2])
      }
      return .int(Int64(Scalars.lastIndex(of: part, in: text, upTo: end) ?? -1))
    },
  ]

  private static let cutting: [FunctionOverload] = [
    .member("substring", [.string, .int], .string) { arguments, evaluator in
      let text = evaluator.scalars(of: arguments[0])
      guard let start = evaluator.position(arguments[1], upTo: text.count) else {
        return evaluator.outside(arguments[1])
      }
      return evaluator.makeString(scalars: text[start...])
    },
    .member("substring", [.string, .int, .int], .string) { arguments, evaluator in
      let text = evaluator.scalars(of: arguments[0])
      guard let start = evaluator.position(arguments[1], upTo: text.count) else {
        return evaluator.outside(arguments[1])
      }
      guard let end = evaluator.position(arguments[2], upTo: text.count) else {
        return evaluator.outside(arguments[2])
      }
      guard start <= end else {
        return evaluator.fail(
          .indexOutOfRange, "the part starts at \(start), behind its end \(end)")
      }
      return evaluator.makeString(scalars: text[start..<end])
    },
    .member("trim", [.string], .string) { arguments, evaluator in
      let text = evaluator.scalars(of: arguments[0])
      guard let first = text.firstIndex(where: { !$0.properties.isWhitespace }),
        let last = text.lastIndex(where: { !$0.properties.isWhitespace })
      else { return evaluator.makeString("") }
      return evaluator.makeString(scalars: text[first...last])
    },
    .member("split", [.string, .string], .list(.string)) { arguments, evaluator in
      evaluator.split(arguments[0], by: arguments[1], limit: -1)
    },
    .member("split", [.string, .string, .int], .list(.string)) { arguments, evaluator in
      guard case .int(let limit) = arguments[2] else { return arguments[2] }
      return evaluator.split(arguments[0], by: arguments[1], limit: limit)
    },
    .member("join", [.list(.string)], .string) { arguments, evaluator in
      evaluator.join(arguments[0], separator: [])
    },
    .member("join", [.list(.string), .string], .string) { arguments, evaluator in
      guard case .string(let separator) = arguments[1] else { return arguments[1] }
      return evaluator.join(arguments[0], separator: Array(evaluator.bytes(separator)))
    },
  ]

  private static let changing: [FunctionOverload] = [
    .member("lowerAscii", [.string], .string) { arguments, evaluator in
      evaluator.mapBytes(arguments[0]) { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    },
    .member("upperAscii", [.string], .string) { arguments, evaluator in
      evaluator.mapBytes(arguments[0]) { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
    },
    .member("reverse", [.string], .string) { arguments, evaluator in
      evaluator.makeString(scalars: evaluator.scalars(of: arguments[0]).reversed()[...])
    },
    .member("replace", [.string, .string, .string], .string) { arguments, evaluator in
      evaluator.replace(arguments[0], arguments[1], with: arguments[2], limit: -1)
    },
    .member("replace", [.string, .string, .string, .int], .string) { arguments, evaluator in
      guard case .int(let limit) = arguments[3] else { return arguments[3] }
      return evaluator.replace(arguments[0], arguments[1], with: arguments[2], limit: limit)
    },
    .global("strings.quote", [.string], .string) { arguments, evaluator in
      var quoted = "\""
      for scalar in evaluator.scalars(of: arguments[0]) {
        switch scalar {
        case "\u{07}": quoted += "\\a"
        case "\u{08}": quoted += "\\b"
        case "\u{0C}": quoted += "\\f"
        case "\n": quoted += "\\n"
        case "\r": quoted += "\\r"
        case "\t": quoted += "\\t"
        case "\u{0B}": quoted += "\\v"
        case "\\": quoted += "\\\\"
        case "\"": quoted += "\\\""
        default: quoted.unicodeScalars.append(scalar)
        }
      }
      return evaluator.makeString(quoted + "\"")
    },
  ]
}

/// Searches in code points.
enum Scalars {
  static func firstIndex(of part: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int)
    -> Int?
  {
    var position = start
    while position + part.count <= text.count {
      if matches(part, text, at: position) { return position }
      position += 1
    }
    return nil
  }

  /// The last place at or before `end`.
  static func lastIndex(of part: [Unicode.Scalar], in text: [Unicode.Scalar], upTo end: Int)
    -> Int?
  {
    var position = min(end, text.count - part.count)
    while position >= 0 {
      if matches(part, text, at: position) { return position }
      position -= 1
    }
    return nil
  }

  private static func matches(
    _ part: [Unicode.Scalar], _ text: [Unicode.Scalar], at position: Int
  ) -> Bool {
    for offset in part.indices where text[position + offset] != part[offset] { return false }
    return true
  }
}

extension Evaluator {
  /// The code points of a string; charged by length.
  mutating func scalars(of value: Value) -> [Unicode.Scalar] {
    guard case .string(let text) = value else { return [] }
    charge(Int(text.count) / 10)
    return Array(String(decoding: bytes(text), as: UTF8.self).unicodeScalars)
  }

  mutating func makeString(scalars: ArraySlice<Unicode.Scalar>) -> Value {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return makeString(String(text))
  }

  /// A position from 0 to `count`, or nil.
  func position(_ value: Value, upTo count: Int) -> Int? {
    guard case .int(let number) = value, number >= 0, number <= Int64(count) else { return nil }
    return Int(number)
  }

  mutating func outside(_ position: Value) -> Value {
    fail(.indexOutOfRange, "position \(describe(position)) is outside the text")
  }

  mutating func chargeSearch(_ text: Int, _ part: Int) {
    charge((text + 9) / 10 * ((part + 9) / 10))
  }

  mutating func mapBytes(_ value: Value, _ change: (UInt8) -> UInt8) -> Value {
    guard case .string(let text) = value else { return value }
    return makeString(utf8: bytes(text).map(change))
  }

  mutating func split(_ value: Value, by separator: Value, limit: Int64) -> Value {
    let text = scalars(of: value)
    let cut = scalars(of: separator)
    chargeSearch(text.count, cut.count)
    if limit == 0 { return makeList([]) }
    var parts: [Value] = []
    var start = 0
    while limit < 0 || Int64(parts.count) < limit - 1 {
      // An empty separator cuts behind each code point.
      let end: Int
      if cut.isEmpty {
        guard start + 1 < text.count else { break }
        end = start + 1
      } else {
        guard let found = Scalars.firstIndex(of: cut, in: text, from: start) else { break }
        end = found
      }
      parts.append(makeString(scalars: text[start..<end]))
      start = end + cut.count
      if isExhausted { return exhausted(currentNode) }
    }
    if !(cut.isEmpty && text.isEmpty) { parts.append(makeString(scalars: text[start...])) }
    return makeList(parts)
  }

  mutating func join(_ list: Value, separator: [UInt8]) -> Value {
    var text: [UInt8] = []
    for (position, element) in elements(of: list).enumerated() {
      guard case .string(let part) = element else {
        return fail(.noSuchOverload, "join() needs a list of strings, not \(typeName(element))")
      }
      if position > 0 { text += separator }
      text += bytes(part)
      charge(1 + (Int(part.count) + separator.count) / 10)
      if isExhausted { return exhausted(currentNode) }
    }
    return makeString(utf8: text)
  }

  mutating func replace(
    _ value: Value, _ old: Value, with new: Value, limit: Int64
  ) -> Value {
    let text = scalars(of: value)
    let wanted = scalars(of: old)
    let replacement = scalars(of: new)
    chargeSearch(text.count, wanted.count)
    var result: [Unicode.Scalar] = []
    var done: Int64 = 0
    var start = 0
    while limit < 0 || done < limit {
      guard let found = Scalars.firstIndex(of: wanted, in: text, from: start) else { break }
      result += text[start..<found]
      result += replacement
      charge(replacement.count / 10)
      if isExhausted { return exhausted(currentNode) }
      done += 1
      start = found + wanted.count
      if wanted.isEmpty {
        guard found < text.count else { break }
        result.append(text[found])
        start = found + 1
      }
    }
    if start < text.count { result += text[start...] }
    return makeString(scalars: result[...])
  }
}
