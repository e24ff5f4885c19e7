internal import ClauseCalendar

extension FunctionLibrary {
  /// Civil dates and periods: `date`, `period`, `days`, working days, parts of a date.
  public static let civilDates = FunctionLibrary(
    name: "civil-dates",
    functions: [
      .global("date", [.string], .date, constant: true) { arguments, evaluator in
        let text = evaluator.string(of: arguments[0]) ?? ""
        if let date = CivilDate(iso: text) { return .date(date) }
        return evaluator.fail(
          .invalidArgument,
          "\(evaluator.describe(arguments[0], limit: 40)) is no date such as \"2026-01-31\"")
      },
      .global("date", [.date], .date) { arguments, _ in arguments[0] },
      .global("date", [.timestamp], .date) { arguments, _ in
        guard case .timestamp(let time) = arguments[0] else { return arguments[0] }
        return LocalTime(time, offset: Int(time.offsetMinutes) * 60).map { .date($0.date) } ?? .null
      },
      .global("date", [.int, .int, .int], .date) { arguments, evaluator in
        guard case .int(let year) = arguments[0], case .int(let month) = arguments[1],
          case .int(let day) = arguments[2],
          let date = CivilDate(
            year: Int(clamping: year), month: Int(clamping: month), day: Int(clamping: day))
        else { return evaluator.fail(.invalidArgument, "there is no such date") }
        return .date(date)
      },
      .global("period", [.string], .period, constant: true) { arguments, evaluator in
        let text = evaluator.string(of: arguments[0]) ?? ""
        if let period = Period(iso: text) { return .period(period) }
        return evaluator.fail(
          .invalidArgument,
          "\(evaluator.describe(arguments[0], limit: 40)) is no period such as \"P1Y6M\"")
      },
      .global("period", [.period], .period) { arguments, _ in arguments[0] },
      .global("days", [.date, .date], .int) { arguments, _ in
        guard case .date(let from) = arguments[0], case .date(let to) = arguments[1] else {
          return .null
        }
        return .int(Int64(to.days(since: from)))
      },
      .global("working_days", [.date, .date], .int) { arguments, evaluator in
        guard case .date(let from) = arguments[0], case .date(let to) = arguments[1] else {
          return .null
        }
        return .int(Int64(evaluator.calendar.workingDays(from: from, to: to)))
      },
      .global("add_working_days", [.date, .int], .date) { arguments, evaluator in
        guard case .date(let date) = arguments[0], case .int(let count) = arguments[1] else {
          return .null
        }
        evaluator.charge(Int(clamping: count.magnitude / 10))
        if let result = evaluator.calendar.adding(workingDays: Int(clamping: count), to: date) {
          return .date(result)
        }
        return evaluator.fail(.overflow, "the date is outside the years 1 to 9999")
      },
    ] + parts,
    typeNames: ["date": .date, "period": .period])

  /// Parts of a date, with the numbering of the functions on timestamps.
  private static let parts: [FunctionOverload] = [
    part("getFullYear") { $0.year },
    part("getMonth") { $0.month - 1 },
    part("getDate") { $0.day },
    part("getDayOfMonth") { $0.day - 1 },
    part("getDayOfWeek") { $0.weekday % 7 },
    part("getDayOfYear") { date in
      CivilDate(year: date.year, month: 1, day: 1).map { date.days(since: $0) } ?? 0
    },
  ]

  private static func part(
    _ name: String, _ value: @escaping @Sendable (CivilDate) -> Int
  ) -> FunctionOverload {
    .member(name, [.date], .int) { arguments, _ in
      guard case .date(let date) = arguments[0] else { return arguments[0] }
      return .int(Int64(value(date)))
    }
  }

  /// Division that rounds down, for instants before 1970.
  static func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
