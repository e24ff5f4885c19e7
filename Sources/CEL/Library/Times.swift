internal import ClauseCalendar

extension FunctionLibrary {
  /// Instants and durations: `timestamp`, `duration` and the parts of both.
  public static let times = FunctionLibrary(
    name: "times",
    functions: [
      .global("timestamp", [.timestamp], .timestamp) { arguments, _ in arguments[0] },
      .global("timestamp", [.int], .timestamp) { arguments, evaluator in
        guard case .int(let seconds) = arguments[0], let time = Timestamp(seconds: seconds) else {
          return evaluator.fail(.overflow, "the instant is outside the years 1 to 9999")
        }
        return .timestamp(time)
      },
      .global("timestamp", [.string], .timestamp, constant: true) { arguments, evaluator in
        if let time = TimestampText.parse(evaluator.string(of: arguments[0]) ?? "") {
          return .timestamp(time)
        }
        return evaluator.fail(
          .invalidArgument,
          "\(evaluator.describe(arguments[0], limit: 40)) is no instant such as "
            + "\"2026-01-31T08:00:00Z\"")
      },
      .global("duration", [.duration], .duration) { arguments, _ in arguments[0] },
      .global("duration", [.int], .duration) { arguments, evaluator in
        guard case .int(let seconds) = arguments[0] else { return arguments[0] }
        let (nanoseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow
          ? evaluator.fail(.overflow, "the duration is longer than 292 years")
          : .duration(nanoseconds)
      },
      .global("duration", [.string], .duration, constant: true) { arguments, evaluator in
        if let nanoseconds = DurationText.parse(evaluator.string(of: arguments[0]) ?? "") {
          return .duration(nanoseconds)
        }
        return evaluator.fail(
          .invalidArgument,
          "\(evaluator.describe(arguments[0], limit: 40)) is no duration such as \"1h30m\"")
      },
    ] + timestampParts + durationParts)

  /// An instant as a clock in some zone shows it.
  struct LocalTime: Sendable {
    let date: CivilDate
    /// Seconds since midnight.
    let second: Int
    let nanos: Int

    init?(_ time: Timestamp, offset: Int) {
      let local = time.seconds + Int64(offset)
      let days = floorDivide(local, 86_400)
      // An offset can leave the calendar at its very ends; those days are clamped.
      guard
        let date = CivilDate(
          daysSinceEpoch: min(
            max(Int(days), Int(CivilDate.earliest.daysSinceEpoch)),
            Int(CivilDate.latest.daysSinceEpoch)))
      else { return nil }
      self.date = date
      second = Int(local - days * 86_400)
      nanos = Int(time.nanos)
    }
  }

  private static let timestampParts: [FunctionOverload] =
    part("getFullYear") { $0.date.year }
    + part("getMonth") { $0.date.month - 1 }
    + part("getDate") { $0.date.day }
    + part("getDayOfMonth") { $0.date.day - 1 }
    + part("getDayOfWeek") { $0.date.weekday % 7 }
    + part("getDayOfYear") { time in
      CivilDate(year: time.date.year, month: 1, day: 1).map { time.date.days(since: $0) } ?? 0
    }
    + part("getHours") { $0.second / 3_600 }
    + part("getMinutes") { $0.second / 60 % 60 }
    + part("getSeconds") { $0.second % 60 }
    + part("getMilliseconds") { $0.nanos / 1_000_000 }

  private static func part(
    _ name: String, _ value: @escaping @Sendable (LocalTime) -> Int
  ) -> [FunctionOverload] {
    [
      .member(name, [.timestamp], .int) { arguments, evaluator in
        guard case .timestamp(let time) = arguments[0], let local = LocalTime(time, offset: 0)
        else { return arguments[0] }
        return .int(Int64(value(local)))
      },
      .member(name, [.timestamp, .string], .int) { arguments, evaluator in
        let zone = evaluator.string(of: arguments[1]) ?? ""
        guard case .timestamp(let time) = arguments[0],
          let offset = evaluator.zoneOffset(zone, at: time.seconds),
          let local = LocalTime(time, offset: offset)
        else {
          return evaluator.fail(
            .invalidArgument, "\(evaluator.describe(arguments[1], limit: 40)) is no time zone")
        }
        return .int(Int64(value(local)))
      },
    ]
  }

  private static let durationParts: [FunctionOverload] = [
    durationPart("getHours") { $0 / 3_600_000_000_000 },
    durationPart("getMinutes") { $0 / 60_000_000_000 },
    durationPart("getSeconds") { $0 / 1_000_000_000 },
    // Only the part below a second, unlike the others.
    durationPart("getMilliseconds") { $0 / 1_000_000 % 1_000 },
  ]

  private static func durationPart(
    _ name: String, _ value: @escaping @Sendable (Int64) -> Int64
  ) -> FunctionOverload {
    .member(name, [.duration], .int) { arguments, _ in
      guard case .duration(let nanoseconds) = arguments[0] else { return arguments[0] }
      return .int(value(nanoseconds))
    }
  }
}
