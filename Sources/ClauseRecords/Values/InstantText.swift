import CEL
import ClauseCalendar

/// Reads instants: a date as registers write it, and behind it a time of day with or without an
/// offset from UTC.
enum InstantText {
  /// A time of day.
  struct Clock: Hashable, Sendable {
    /// Seconds since midnight; a whole day for 24:00.
    var second: Int
    var nanos: Int32
    /// Minutes ahead of UTC; nil where the text does not say it.
    var offsetMinutes: Int?

    /// The instant at which this clock shows the time on `date`.
    func instant(on date: CivilDate, in zone: ClockZone) -> Timestamp? {
      let local = Int64(date.daysSinceEpoch) * 86_400 + Int64(second)
      guard let offsetMinutes else { return zone.instant(local: local, nanos: nanos) }
      return Timestamp(
        seconds: local - Int64(offsetMinutes) * 60, nanos: nanos,
        offsetMinutes: Int16(clamping: offsetMinutes))
    }
  }

  /// The text of the date and the time of day behind it; nil when there is no time of day.
  static func split(_ bytes: ArraySlice<UInt8>) -> (date: [UInt8], clock: Clock)? {
    guard let text = ScalarText.normalized(bytes) else { return nil }
    // A time of day begins with a digit behind a blank or a T that follows a letter or digit.
    for index in text.indices.dropFirst().dropLast() {
      let mark = text[index]
      guard mark == " " || (mark == "T" || mark == "t") && isDigit(text[index - 1]),
        isDigit(text[index + 1]), let clock = clock(text[(index + 1)...])
      else { continue }
      var date = String.UnicodeScalarView()
      date.append(contentsOf: text[..<index])
      return (Array(String(date).utf8), clock)
    }
    return nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  /// `20:00`, `20h30`, `8:00:15.5 PM`, `20:00:00+01:00`, `20:00Z`; nil for anything else.
  private static func clock(_ text: ArraySlice<Unicode.Scalar>) -> Clock? {
    var rest = text
    guard var hour = number(&rest, 1...2) else { return nil }
    var (minute, second, nanos) = (0, 0, Int32(0))
    switch rest.first {
    case ":":
      rest.removeFirst()
      guard let value = number(&rest, 2...2) else { return nil }
      minute = value
      if rest.first == ":" {
        rest.removeFirst()
        guard let value = number(&rest, 2...2) else { return nil }
        second = value
        guard let value = fraction(&rest) else { return nil }
        nanos = value
      }
    case "h", "H":
      rest.removeFirst()
      if let value = number(&rest, 2...2) { minute = value }
    default: return nil
    }
    if let half = half(&rest) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half
    }
    guard let offset = offset(&rest), rest.isEmpty, minute < 60, second <= 60,
      hour < 24 || hour == 24 && minute == 0 && second == 0 && nanos == 0
    else { return nil }
    return Clock(
      second: hour * 3_600 + minute * 60 + second, nanos: nanos, offsetMinutes: offset.minutes)
  }

  private static func number(
    _ text: inout ArraySlice<Unicode.Scalar>, _ width: ClosedRange<Int>
  ) -> Int? {
    let digits = text.prefix(width.upperBound).prefix(while: isDigit)
    guard width.contains(digits.count) else { return nil }
    text.removeFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  /// Nanoseconds behind a point or comma; more digits than nine are cut off.
  private static func fraction(_ text: inout ArraySlice<Unicode.Scalar>) -> Int32? {
    guard text.first == "." || text.first == "," else { return 0 }
    text.removeFirst()
    let digits = text.prefix(while: isDigit)
    if digits.isEmpty { return nil }
    text.removeFirst(digits.count)
    var nanos: Int32 = 0
    for place in 0..<9 {
      let digit = place < digits.count ? digits[digits.startIndex + place].value - 0x30 : 0
      nanos = nanos * 10 + Int32(digit)
    }
    return nanos
  }

  /// The hours that `AM` or `PM` adds; nil where neither stands.
  private static func half(_ text: inout ArraySlice<Unicode.Scalar>) -> Int? {
    let word = text.drop { $0 == " " }.prefix(2).map { $0.properties.lowercaseMapping }.joined()
    guard word.utf8.elementsEqual("am".utf8) || word.utf8.elementsEqual("pm".utf8) else {
      return nil
    }
    text = text.drop { $0 == " " }.dropFirst(2)
    return word.utf8.first == UInt8(ascii: "p") ? 12 : 0
  }

  /// The offset at the end: none, `Z`, `UTC`, `GMT`, `+01:00`, `+0100` or `+01`; nil for what is
  /// no offset.
  private static func offset(
    _ text: inout ArraySlice<Unicode.Scalar>
  ) -> (minutes: Int?, Void)? {
    text = text.drop { $0 == " " }
    guard let sign = text.first else { return (nil, ()) }
    let word = text.map { $0.properties.uppercaseMapping }.joined()
    if ["Z", "UTC", "GMT"].contains(where: { $0.utf8.elementsEqual(word.utf8) }) {
      text = text.dropFirst(text.count)
      return (0, ())
    }
    guard sign == "+" || sign == "-" || sign == "\u{2212}" else { return nil }
    text.removeFirst()
    guard let hours = number(&text, 2...2), hours < 24 else { return nil }
    if text.first == ":" { text.removeFirst() }
    let minutes = text.isEmpty ? 0 : number(&text, 2...2)
    guard let minutes, minutes < 60 else { return nil }
    return ((sign == "+" ? 1 : -1) * (hours * 60 + minutes), ())
  }
}

extension Timestamp {
  /// The day that a clock with the offset it was read with shows.
  var day: CivilDate? {
    let local = seconds + Int64(offsetMinutes) * 60
    let (quotient, remainder) = local.quotientAndRemainder(dividingBy: 86_400)
    return CivilDate(daysSinceEpoch: Int(remainder < 0 ? quotient - 1 : quotient))
  }
}
