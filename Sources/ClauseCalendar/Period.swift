/// A length of calendar time: months and days, added in that order.
///
/// ISO 8601 durations of dates only: `P1Y` is 12 months, `P2W` is 14 days. A period of months
/// has no fixed length in days, so periods are compared only for equality.
public struct Period: Hashable, Sendable, BitwiseCopyable {
  /// Whole months, years included.
  public let months: Int32
  /// Whole days, weeks included.
  public let days: Int32

  /// Makes a period of months and days.
  public init(months: Int32 = 0, days: Int32 = 0) {
    self.months = months
    self.days = days
  }

  /// Reads an ISO 8601 date period such as `P1Y6M`, `P90D` or `-P1M`, or nil.
  ///
  /// Needs at least one part, parts in the order Y M W D, each at most once, at most six ASCII
  /// digits each, also when weeks are counted as days and years as months. A time part (`PT1H`)
  /// is no civil period.
  public init?(iso text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    var sign: Int32 = 1
    if bytes.first == UInt8(ascii: "-") {
      sign = -1
      bytes.removeFirst()
    }
    guard bytes.popFirst() == UInt8(ascii: "P"), !bytes.isEmpty else { return nil }
    var months: Int32 = 0
    var days: Int32 = 0
    var remaining = Array("YMWD".utf8)[...]
    while !bytes.isEmpty {
      var value: Int32 = 0
      var digits = 0
      while let digit = bytes.first, (0x30...0x39).contains(digit) {
        digits += 1
        guard digits <= 6 else { return nil }
        value = value * 10 + Int32(digit - 0x30)
        bytes.removeFirst()
      }
      guard digits > 0, let unit = bytes.popFirst(), let order = remaining.firstIndex(of: unit)
      else { return nil }
      remaining = remaining[(order + 1)...]
      switch unit {
      case UInt8(ascii: "Y"): months += value * 12
      case UInt8(ascii: "M"): months += value
      case UInt8(ascii: "W"): days += value * 7
      default: days += value
      }
    }
    // Summed up, too, it can be written with six digits a part.
    guard months < 12_000_000, days < 1_000_000 else { return nil }
    self.init(months: sign * months, days: sign * days)
  }

  /// ISO 8601 text: `P1Y6M`, `P90D`, `P0D` for nothing.
  public var iso: String {
    if months == 0, days == 0 { return "P0D" }
    // Parts of one sign only; a mixed period cannot be read from text, yet prints readably.
    let negative = months <= 0 && days <= 0
    let factor: Int64 = negative ? -1 : 1
    var text = negative ? "-P" : "P"
    let (years, rest) = (Int64(months) * factor).quotientAndRemainder(dividingBy: 12)
    if years != 0 { text += "\(years)Y" }
    if rest != 0 { text += "\(rest)M" }
    if days != 0 { text += "\(Int64(days) * factor)D" }
    return text
  }

  /// The period with the opposite direction.
  public var negated: Period {
    Period(months: Int32(clamping: -Int64(months)), days: Int32(clamping: -Int64(days)))
  }
}

extension CivilDate {
  /// The day after `period`: months first, clamped to the month's end, then days; nil outside the
  /// range.
  public func adding(_ period: Period) -> CivilDate? {
    adding(months: Int(period.months))?.adding(days: Int(period.days))
  }
}
