internal import ClauseCalendar

/// `string()`.
enum TextConversions {
  static let overloads: [FunctionOverload] =
    [CELType.bool, .int, .uint, .double, .timestamp, .duration, .date, .period].map {
      .global("string", [$0], .string, toString)
    } + [
      .global("string", [.string], .string) { arguments, _ in arguments[0] },
      .global("string", [.bytes], .string) { arguments, evaluator in
        guard case .bytes(let octets) = arguments[0] else { return arguments[0] }
        evaluator.charge(Int(octets.count) / 10)
        let isValid = evaluator.withBytes(octets) { String(validating: $0, as: UTF8.self) != nil }
        return isValid
          ? .string(octets) : evaluator.fail(.invalidArgument, "the bytes are not valid UTF-8")
      },
    ]

  private static let toString: FunctionBody = { arguments, evaluator in
    switch arguments[0] {
    case .bool(let flag): evaluator.makeString(flag ? "true" : "false")
    case .int(let number): evaluator.makeString(String(number))
    case .uint(let number): evaluator.makeString(String(number))
    case .double(let number): evaluator.makeString(DoubleText.text(of: number))
    case .timestamp(let time): evaluator.makeString(TimestampText.text(of: time))
    case .duration(let nanoseconds): evaluator.makeString(DurationText.text(of: nanoseconds))
    case .date(let date): evaluator.makeString(date.iso)
    case .period(let period): evaluator.makeString(period.iso)
    default: arguments[0]
    }
  }
}
