internal import ClauseCalendar

/// A rule without end, as the footer of a TZif file gives it: `CST6CDT,M3.2.0,M11.1.0`.
struct PosixZone: Sendable {
  /// The offset from UTC outside daylight saving time, in seconds.
  private let standard: Int
  private let daylight: Daylight?

  private struct Daylight: Sendable {
    var offset: Int
    var start: Change
    var end: Change
  }

  /// A moment of each year, in seconds of local time after a day's midnight.
  private struct Change: Sendable {
    enum Day: Sendable {
      /// Month 1-12, week 1-5 (5: the last), weekday from 0 for Sunday.
      case weekday(month: Int, week: Int, day: Int)
      /// Day 1-365, 29 February never counted.
      case julian(Int)
      /// Day 0-365.
      case dayOfYear(Int)
    }
    var day: Day
    var second: Int

    /// The instant in a year, in seconds since 1970 of local time.
    func localSecond(year: Int) -> Int64? {
      guard let first = CivilDate(year: year, month: 1, day: 1) else { return nil }
      let days: Int
      switch day {
      case .julian(let number):
        days =
          number - 1 + (number >= 60 && CivilDate.isLeap(year) ? 1 : 0)
          + Int(first.daysSinceEpoch)
      case .dayOfYear(let number): days = number + Int(first.daysSinceEpoch)
      case .weekday(let month, let week, let weekday):
        guard let monthStart = CivilDate(year: year, month: month, day: 1) else { return nil }
        var date = 1 + (weekday - monthStart.weekday % 7 + 7) % 7 + (week - 1) * 7
        while date > CivilDate.daysInMonth(month, ofYear: year) { date -= 7 }
        days = Int(monthStart.daysSinceEpoch) + date - 1
      }
      return Int64(days) * 86_400 + Int64(second)
    }
  }

  /// Reads the rule, or nil when it is none.
  init?(_ text: [UInt8]) {
    var reader = Reader(text: text[...])
    guard reader.name(), let west = reader.time() else { return nil }
    standard = -west
    if reader.text.isEmpty {
      daylight = nil
      return
    }
    guard reader.name() else { return nil }
    var offset = -west + 3_600
    if let next = reader.text.first, next != UInt8(ascii: ",") {
      guard let west = reader.time() else { return nil }
      offset = -west
    }
    guard let start = reader.change(), let end = reader.change(), reader.text.isEmpty else {
      return nil
    }
    daylight = Daylight(offset: offset, start: start, end: end)
  }

  /// The offset from UTC at an instant, in seconds.
  func offset(at second: Int64) -> Int {
    guard let daylight else { return standard }
    let days = FunctionLibrary.floorDivide(second + Int64(standard), 86_400)
    guard let year = CivilDate(daysSinceEpoch: Int(days))?.year,
      let start = daylight.start.localSecond(year: year),
      let end = daylight.end.localSecond(year: year)
    else { return standard }
    let begins = start - Int64(standard)
    let ends = end - Int64(daylight.offset)
    // In the south daylight saving time spans the turn of the year.
    let inside =
      begins < ends ? second >= begins && second < ends : second >= begins || second < ends
    return inside ? daylight.offset : standard
  }

  private struct Reader {
    var text: ArraySlice<UInt8>

    /// A zone's abbreviation: letters, or anything in angle brackets.
    mutating func name() -> Bool {
      if text.first == UInt8(ascii: "<") {
        guard let end = text.firstIndex(of: UInt8(ascii: ">")) else { return false }
        text = text[(end + 1)...]
        return true
      }
      let count = text.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }.count
      text = text.dropFirst(count)
      return count > 0
    }

    mutating func number() -> Int? {
      var value = 0
      var digits = 0
      while let byte = text.first, Lexer.isDigit(byte), digits < 4 {
        value = value * 10 + Int(byte - 0x30)
        digits += 1
        text = text.dropFirst()
      }
      return digits > 0 ? value : nil
    }

    mutating func accept(_ character: Unicode.Scalar) -> Bool {
      guard text.first == UInt8(ascii: character) else { return false }
      text = text.dropFirst()
      return true
    }

    /// `[+-]h[:mm[:ss]]` in seconds.
    mutating func time() -> Int? {
      let negative = accept("-")
      if !negative { _ = accept("+") }
      guard let hours = number() else { return nil }
      var seconds = hours * 3_600
      if accept(":") {
        guard let minutes = number() else { return nil }
        seconds += minutes * 60
        if accept(":") {
          guard let rest = number() else { return nil }
          seconds += rest
        }
      }
      return negative ? -seconds : seconds
    }

    /// `,day[/time]`; the time is two o'clock unless said.
    mutating func change() -> Change? {
      guard accept(",") else { return nil }
      let day: Change.Day
      if accept("M") {
        guard let month = number(), accept("."), let week = number(), accept("."),
          let weekday = number(), (1...12).contains(month), (1...5).contains(week), weekday < 7
        else { return nil }
        day = .weekday(month: month, week: week, day: weekday)
      } else if accept("J") {
        guard let number = number(), (1...365).contains(number) else { return nil }
        day = .julian(number)
      } else {
        guard let number = number(), number <= 365 else { return nil }
        day = .dayOfYear(number)
      }
      guard accept("/") else { return Change(day: day, second: 7_200) }
      guard let second = time() else { return nil }
      return Change(day: day, second: second)
    }
  }
}
