extension FunctionLibrary {
  /// The standard functions that are neither operators nor about time.
  public static let core = FunctionLibrary(
    name: "core",
    functions: sizes + texts + conversions,
    macros: .standard,
    typeNames: [
      "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
      "bytes": .bytes, "list": .list(.dyn), "map": .map(.dyn, .dyn), "null_type": .null,
      "type": .type(.dyn), "google.protobuf.Timestamp": .timestamp,
      "google.protobuf.Duration": .duration,
    ])

  private static let sizes: [FunctionOverload] = {
    let types: [CELType] = [
      .string, .bytes, .list(.param("A")), .map(.param("A"), .param("B")),
    ]
    return types.flatMap { type -> [FunctionOverload] in
      [.global("size", [type], .int, size), .member("size", [type], .int, size)]
    }
  }()

  /// Code points of a string, octets of bytes, elements of a list, entries of a map.
  private static let size: FunctionBody = { arguments, evaluator in
    switch arguments[0] {
    case .string(let text):
      evaluator.charge(Int(text.count) / 10)
      return .int(Int64(evaluator.codePointCount(text)))
    case .bytes(let octets): return .int(Int64(octets.count))
    case .list(let list): return .int(Int64(list.count))
    case .map(let map): return .int(Int64(map.count))
    default: return evaluator.fail(.noSuchOverload, "this has no size")
    }
  }

  private static let texts: [FunctionOverload] = [
    .member("contains", [.string, .string], .bool) { arguments, evaluator in
      guard case .string(let text) = arguments[0], case .string(let part) = arguments[1] else {
        return .bool(false)
      }
      evaluator.charge((Int(text.count) + 9) / 10 * ((Int(part.count) + 9) / 10))
      return .bool(
        evaluator.withBytes(text, part) { ByteSearch.firstIndex(of: $1, in: $0) != nil })
    },
    .member("startsWith", [.string, .string], .bool) { arguments, evaluator in
      guard case .string(let text) = arguments[0], case .string(let part) = arguments[1] else {
        return .bool(false)
      }
      evaluator.charge(Int(part.count) / 10)
      return .bool(evaluator.withBytes(text, part) { $0.starts(with: $1) })
    },
    .member("endsWith", [.string, .string], .bool) { arguments, evaluator in
      guard case .string(let text) = arguments[0], case .string(let part) = arguments[1] else {
        return .bool(false)
      }
      evaluator.charge(Int(part.count) / 10)
      return .bool(evaluator.withBytes(text, part) { $0.suffix($1.count).elementsEqual($1) })
    },
    // The code of `matches` is part of the evaluator, which keeps compiled patterns.
    .global("matches", [.string, .string], .bool, nil),
    .member("matches", [.string, .string], .bool, nil),
  ]

  private static let conversions: [FunctionOverload] =
    [
      .global("dyn", [.param("A")], .dyn) { arguments, _ in arguments[0] },
      .global("type", [.param("A")], .type(.param("A"))) { arguments, _ in
        arguments[0].type.map { .type($0) } ?? .null
      },
      .global("bool", [.bool], .bool) { arguments, _ in arguments[0] },
      .global("bool", [.string], .bool) { arguments, evaluator in
        let text = evaluator.string(of: arguments[0]) ?? ""
        switch text {
        case "1", "t", "true", "TRUE", "True": return .bool(true)
        case "0", "f", "false", "FALSE", "False": return .bool(false)
        default:
          return evaluator.fail(.invalidArgument, "\(evaluator.describe(arguments[0])) is no bool")
        }
      },
      .global("bytes", [.bytes], .bytes) { arguments, _ in arguments[0] },
      .global("bytes", [.string], .bytes) { arguments, evaluator in
        guard case .string(let text) = arguments[0] else { return arguments[0] }
        evaluator.charge(Int(text.count) / 10)
        return .bytes(text)
      },
    ] + NumberConversions.overloads + TextConversions.overloads
}

extension Evaluator {
  /// The number of code points of a text.
  func codePointCount(_ text: StringRef) -> Int {
    withBytes(text) { bytes in
      var count = 0
      for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }
}

/// Finds bytes in bytes.
enum ByteSearch {
  /// The first place of `needle` at or after `start`, by comparing at each place.
  ///
  /// The product of the lengths bounds the work, and the cost model charges for it.
  static func firstIndex(
    of needle: UnsafeBufferPointer<UInt8>, in haystack: UnsafeBufferPointer<UInt8>,
    from start: Int = 0
  ) -> Int? {
    guard let first = needle.first else { return start <= haystack.count ? start : nil }
    var position = start
    while position + needle.count <= haystack.count {
      if haystack[position] == first {
        var offset = 1
        while offset < needle.count, haystack[position + offset] == needle[offset] { offset += 1 }
        if offset == needle.count { return position }
      }
      position += 1
    }
    return nil
  }
}
