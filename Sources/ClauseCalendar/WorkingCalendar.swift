/// Working days: Monday to Friday, less the public holidays given as data.
public struct WorkingCalendar: Hashable, Sendable {
  /// Days on which nobody works although the weekday is one.
  public let holidays: Set<CivilDate>

  /// A calendar with these public holidays.
  public init(holidays: Set<CivilDate> = []) { self.holidays = holidays }

  /// Whether `day` is a working day.
  public func isWorkingDay(_ day: CivilDate) -> Bool {
    day.weekday <= 5 && !holidays.contains(day)
  }

  /// The working day `count` working days after `day` (before it when negative), or nil outside
  /// the range. Counting starts on the following day, as legal delays do.
  public func adding(workingDays count: Int, to day: CivilDate) -> CivilDate? {
    guard count.magnitude <= 100_000 else { return nil }
    let step = count < 0 ? -1 : 1
    var left = count.magnitude
    var current = day
    while left > 0 {
      guard let next = current.adding(days: step) else { return nil }
      current = next
      if isWorkingDay(current) { left -= 1 }
    }
    return current
  }

  /// Working days after `start` up to and including `end`; negative when `end` is before `start`.
  public func workingDays(from start: CivilDate, to end: CivilDate) -> Int {
    if end < start { return -workingDays(from: end, to: start) }
    // Whole weeks hold five weekdays each; only the rest and the holidays are counted singly.
    let total = end.days(since: start)
    var count = total / 7 * 5
    var day = Int(start.daysSinceEpoch) + total / 7 * 7
    while day < Int(end.daysSinceEpoch) {
      day += 1
      if let date = CivilDate(daysSinceEpoch: day), date.weekday <= 5 { count += 1 }
    }
    for holiday in holidays where holiday > start && holiday <= end && holiday.weekday <= 5 {
      count -= 1
    }
    return count
  }
}
