/// A day of the Hijri calendar by its arithmetic (tabular) form.
///
/// Months really begin with the sighting of the moon, so a day in use may lie one or two days
/// beside the one computed here.
public struct HijriDate: Hashable, Sendable {
  /// Year of the Hijra, from 1.
  public let year: Int
  /// Month from 1, Muharram, to 12, Dhu al-Hijja.
  public let month: Int
  /// Day of the month from 1. A month that a sighting made longer than the computed one may have
  /// a thirtieth day.
  public let day: Int

  /// The day, or nil when no such month or day can be.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...30).contains(day) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The civil date by the arithmetic calendar: leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and
  /// 29 of each cycle of thirty, counted from 16 July 622 of the Julian calendar.
  public var civilDate: CivilDate? {
    // Odd months have 30 days, even ones 29; 11 leap days fall on 30 years.
    let daysBeforeMonth = (59 * (month - 1) + 1) / 2
    let daysBeforeYear = (year - 1) * 354 + (3 + 11 * year) / 30
    return CivilDate(daysSinceEpoch: Self.epoch + daysBeforeYear + daysBeforeMonth + day - 1)
  }

  /// 1 Muharram 1, in days since 1970-01-01.
  private static let epoch = -492_148
}
