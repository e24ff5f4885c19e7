internal import ClauseCalendar

extension FunctionLibrary {
  /// Optional values: `optional.of`, `orValue`, `.?field` and the macros on them.
  public static let optionals = FunctionLibrary(
    name: "optionals",
    functions: [
      .global("optional.of", [value], .optional(value)) { arguments, evaluator in
        evaluator.makeOptional(arguments[0])
      },
      .global("optional.none", [], .optional(value)) { _, evaluator in
        evaluator.makeOptional(nil)
      },
      .global("optional.ofNonZeroValue", [value], .optional(value)) { arguments, evaluator in
        evaluator.makeOptional(isZero(arguments[0]) ? nil : arguments[0])
      },
      .member("hasValue", [.optional(value)], .bool) { arguments, _ in
        guard case .optional(let optional) = arguments[0] else { return .bool(false) }
        return .bool(optional.hasValue)
      },
      .member("value", [.optional(value)], value) { arguments, evaluator in
        guard case .optional(let optional) = arguments[0],
          let content = evaluator.content(of: optional)
        else { return evaluator.fail(.invalidArgument, "the optional has no value") }
        return content
      },
      .member("or", [.optional(value), .optional(value)], .optional(value)) { arguments, _ in
        guard case .optional(let optional) = arguments[0] else { return arguments[0] }
        return optional.hasValue ? arguments[0] : arguments[1]
      },
      .member("orValue", [.optional(value), value], value) { arguments, evaluator in
        guard case .optional(let optional) = arguments[0] else { return arguments[0] }
        return evaluator.content(of: optional) ?? arguments[1]
      },
    ],
    macros: .optionals,
    typeNames: ["optional_type": .optional(.dyn)])

  private static let value = CELType.param("V")

  /// Whether a value is the zero of its type: nothing, false, 0, or empty.
  private static func isZero(_ value: Value) -> Bool {
    switch value {
    case .null, .absent: true
    case .bool(let flag): !flag
    case .int(let number): number == 0
    case .uint(let number): number == 0
    case .double(let number): number == 0
    case .string(let text), .bytes(let text): text.count == 0
    case .list(let list): list.count == 0
    case .map(let map): map.count == 0
    case .duration(let nanoseconds): nanoseconds == 0
    case .timestamp(let time): time.seconds == 0 && time.nanos == 0
    case .period(let period): period.months == 0 && period.days == 0
    case .optional(let optional): !optional.hasValue
    case .date, .type, .object, .opaque, .malformed, .failure: false
    }
  }
}
