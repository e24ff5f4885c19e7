// ClauseCalendar: civil dates, periods and working days. No clock and no time zone: a date is a
// day of the proleptic Gregorian calendar and nothing else.

/// A day of the proleptic Gregorian calendar from 0001-01-01 to 9999-12-31.
public struct CivilDate: Hashable, Sendable, Comparable, BitwiseCopyable {
  /// Days since 1970-01-01.
  public let daysSinceEpoch: Int32

  /// The first representable day, 0001-01-01.
  public static let earliest = CivilDate(unchecked: -719_162)
  /// The last representable day, 9999-12-31.
  public static let latest = CivilDate(unchecked: 2_932_896)

  private init(unchecked days: Int32) { daysSinceEpoch = days }

  /// The day `days` after 1970-01-01, or nil outside the representable range.
  public init?(daysSinceEpoch days: Int) {
    guard days >= Int(Self.earliest.daysSinceEpoch), days <= Int(Self.latest.daysSinceEpoch) else {
      return nil
    }
    daysSinceEpoch = Int32(days)
  }

  /// The day with these components, or nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, ofYear: year)
    else { return nil }
    // Days from civil, after Howard Hinnant's public-domain chrono algorithms.
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let monthIndex = (month + 9) % 12
    let dayOfYear = (153 * monthIndex + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSinceEpoch = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads exactly `YYYY-MM-DD` in ASCII digits, or nil.
  public init?(iso text: some StringProtocol) {
    let utf8 = Array(text.utf8)
    guard utf8.count == 10, utf8[4] == UInt8(ascii: "-"), utf8[7] == UInt8(ascii: "-"),
      let year = Self.number(utf8[0..<4]), let month = Self.number(utf8[5..<7]),
      let day = Self.number(utf8[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  /// Year, month (1-12) and day of the month (1-31).
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSinceEpoch) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The calendar year.
  public var year: Int { components.year }
  /// The month of the year, from 1.
  public var month: Int { components.month }
  /// The day of the month, from 1.
  public var day: Int { components.day }

  /// Day of the week, ISO 8601: 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let shifted = (Int(daysSinceEpoch) + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// `YYYY-MM-DD`.
  public var iso: String {
    let (year, month, day) = components
    return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }

  /// Whether `year` has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month.
  public static func daysInMonth(_ month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day `days` later (earlier when negative), or nil outside the range.
  public func adding(days: Int) -> CivilDate? {
    let (sum, overflow) = Int(daysSinceEpoch).addingReportingOverflow(days)
    return overflow ? nil : CivilDate(daysSinceEpoch: sum)
  }

  /// The same day of the month `months` later, clamped to that month's last day; nil outside the
  /// range. 31 January plus one month is 28 or 29 February.
  public func adding(months: Int) -> CivilDate? {
    let (year, month, day) = components
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, total >= 12 else { return nil }
    let newYear = total / 12
    let newMonth = total % 12 + 1
    guard newYear <= 9999 else { return nil }
    return CivilDate(
      year: newYear, month: newMonth,
      day: Swift.min(day, Self.daysInMonth(newMonth, ofYear: newYear)))
  }

  /// Whole days from `other` to this day; negative when this day is earlier.
  public func days(since other: CivilDate) -> Int {
    Int(daysSinceEpoch) - Int(other.daysSinceEpoch)
  }

  /// Calendar order.
  @inlinable
  public static func < (a: CivilDate, b: CivilDate) -> Bool {
    a.daysSinceEpoch < b.daysSinceEpoch
  }
}
