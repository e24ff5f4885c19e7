public import ClauseCalendar

/// The time that a column is for: `Janv.`, `T1`, `S2 2026`, `2025`.
public struct ColumnPeriod: Sendable, Hashable {
  /// Its first day.
  public let start: CivilDate
  /// Its last day.
  public let end: CivilDate

  /// The time that a heading names; nil where it names none, or names no year and none is given.
  ///
  /// - Parameter year: the year that the table is about, as its title or sheet says.
  public init?(ofHeading text: [UInt8], year: Int?) {
    guard let span = ImpreciseDate.span(text[...], year: year) else { return nil }
    end = span.last
    guard
      let first = CivilDate(
        year: span.last.year, month: span.last.month - span.months + 1, day: 1)
    else { return nil }
    start = first
  }

  /// The one year that a text names, in four digits; nil where it names none, or several. What
  /// follows a colon is the edition of a standard: `ISO 9001:2015`.
  public static func year(in text: [UInt8]) -> Int? {
    let numbers = text.split { !(0x30...0x39).contains($0) }.filter { number in
      number.count == 4
        && text[..<number.startIndex].last { $0 != 0x20 } != UInt8(ascii: ":")
    }.compactMap { Int(String(decoding: $0, as: UTF8.self)) }.filter { (1990...2100).contains($0) }
    return Set(numbers).count == 1 ? numbers.first : nil
  }
}
