import ClauseBytes
import ClauseCalendar

/// Reads dates as registers write them. No time zone: of a moment the date as written counts.
enum DateText {
  /// What became of a text.
  enum Reading: Equatable {
    case date(CivilDate)
    /// Two numbers before the year; which is the day is for the column to prove.
    case dayAndMonth(Int, Int, year: Int)
    /// No date; `nearest` is the day that was probably meant.
    case failure(ProblemDetail?, nearest: CivilDate?)

    static let unreadable = Reading.failure(nil, nearest: nil)
  }

  /// Reads a text.
  static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    if bytes.count == 10, let iso = CivilDate(iso: String(decoding: bytes, as: UTF8.self)),
      !isHijri(iso.year)
    {
      return .date(iso)
    }
    guard let text = ScalarText.normalized(bytes), !text.isEmpty else { return .unreadable }
    if let twin = twin(text) { return twin }
    // Of a lone date of the other calendar the day can be said, but not taken for certain.
    if let day = HijriText.read(text[...])?.civilDate { return .failure(.hijriDay, nearest: day) }
    return single(text[...])
  }

  /// The date of a day, month and year that are known as such.
  static func date(day: Int, month: Int, year: Int) -> Reading {
    if isHijri(year) { return .failure(.hijriYear, nearest: nil) }
    if let date = CivilDate(year: year, month: month, day: day) { return .date(date) }
    if (1...12).contains(month), (29...31).contains(day), (1...9999).contains(year) {
      let last = CivilDate.daysInMonth(month, ofYear: year)
      return .failure(
        .noSuchDay, nearest: CivilDate(year: year, month: month, day: last))
    }
    return .unreadable
  }

  /// Whether a year reads like one of the Hijri calendar in modern texts.
  static func isHijri(_ year: Int) -> Bool { (1300...1499).contains(year) }

  // MARK: Twins

  /// A Hijri date with its Gregorian twin in brackets, in either order; nil when it is no twin.
  private static func twin(_ text: [Unicode.Scalar]) -> Reading? {
    guard text.last == ")", let open = text.firstIndex(of: "(") else { return nil }
    let outer = trimmed(text[..<open])
    let inner = trimmed(text[(open + 1)..<(text.count - 1)])
    if let hijri = HijriText.read(outer) { return compared(single(inner), hijri) }
    if let hijri = HijriText.read(inner) { return compared(single(outer), hijri) }
    // A date that shows the other calendar without naming a day of it proves nothing.
    switch (single(outer), single(inner)) {
    case (.failure(.hijriYear, _), let reading), (let reading, .failure(.hijriYear, _)):
      return compared(reading, nil)
    default: return .unreadable
    }
  }

  /// A Gregorian date beside its Hijri twin, unless the two are too far apart to be one day. The
  /// twin also proves whether the day or the month comes first.
  private static func compared(_ reading: Reading, _ hijri: HijriDate?) -> Reading {
    let candidates: [CivilDate]
    switch reading {
    case .date(let date): candidates = [date]
    case .dayAndMonth(let first, let second, let year):
      candidates = [
        CivilDate(year: year, month: second, day: first),
        CivilDate(year: year, month: first, day: second),
      ].compactMap { $0 }
    case .failure: return .unreadable
    }
    guard let day = hijri?.civilDate else { return reading }
    let near = candidates.filter { abs($0.days(since: day)) <= HijriText.tolerance }
    if let date = near.first { return .date(date) }
    return .failure(.hijriTwins, nearest: day)
  }

  private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var text = text
    if text.first == " " { text = text.dropFirst() }
    if text.last == " " { text = text.dropLast() }
    return text
  }

  // MARK: One date

  private static func single(_ text: ArraySlice<Unicode.Scalar>) -> Reading {
    let day = withoutTime(text)
    if day.allSatisfy(isDigit) { return digitsOnly(day) }
    return numeric(day) ?? textual(day)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  /// The text without a time of day behind it: `T00:00:00Z`, ` 09:30`.
  private static func withoutTime(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>
  {
    guard let colon = text.firstIndex(of: ":") else { return text }
    var start = colon
    while start > text.startIndex, isDigit(text[start - 1]), colon - start < 2 { start -= 1 }
    guard start < colon, start - 1 > text.startIndex else { return text }
    let before = text[start - 1]
    guard before == "T" || before == "t" || before == " ", isDigit(text[start - 2]) else {
      return text
    }
    let rest = text[(colon + 1)...]
    let allowed = rest.allSatisfy {
      isDigit($0)
        || [":", ".", ",", "Z", "z", "+", "-", " ", "A", "P", "M", "a", "p", "m"]
          .contains($0)
    }
    guard allowed, rest.count >= 2 else { return text }
    return text[..<(start - 1)]
  }

  /// A bare number is no date, but a spreadsheet's day number is worth an explanation.
  private static func digitsOnly(_ text: ArraySlice<Unicode.Scalar>) -> Reading {
    // Serial 25569 is 1970-01-01 in the calendar that spreadsheets count from 1900.
    guard text.count == 5, let serial = number(text), (20_000...80_000).contains(serial) else {
      return .unreadable
    }
    return .failure(.spreadsheetSerial, nearest: CivilDate(daysSinceEpoch: serial - 25_569))
  }

  private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
    guard (1...5).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  /// Three numbers between `-`, `/` or `.`; nil when the text has another form.
  private static func numeric(_ text: ArraySlice<Unicode.Scalar>) -> Reading? {
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { "-/.".unicodeScalars.contains($0) }
    ).map(trimmed)
    guard parts.count == 3, let first = number(parts[0]), let second = number(parts[1]),
      let third = number(parts[2])
    else { return nil }
    switch (parts[0].count, parts[1].count, parts[2].count) {
    case (4, 1...2, 1...2): return date(day: third, month: second, year: first)
    case (1...2, 1...2, 4):
      if isHijri(third) { return .failure(.hijriYear, nearest: nil) }
      return .dayAndMonth(first, second, year: third)
    case (1...2, 1...2, 2): return .failure(.twoDigitYear, nearest: nil)
    default: return .unreadable
    }
  }

  /// Day, month by name and year, or month, day and year.
  private static func textual(_ text: ArraySlice<Unicode.Scalar>) -> Reading {
    var numbers: [(value: Int, width: Int)] = []
    var month: Int?
    var monthCameFirst = false
    var isHijriDate = false
    let tokens = text.split { " ,.-/،".unicodeScalars.contains($0) }
    guard tokens.count <= 8 else { return .unreadable }
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      if let value = dayNumber(token) {
        numbers.append((value, token.count))
        continue
      }
      let word = folded(token)
      // A name of two words goes before its first word.
      if index < tokens.count,
        let named = MonthNames.table.value(of: word + folded(tokens[index]))
      {
        index += 1
        guard month == nil else { return .unreadable }
        month = Int(named)
        monthCameFirst = numbers.isEmpty
      } else if let named = MonthNames.table.value(of: word) {
        guard month == nil else { return .unreadable }
        month = Int(named)
        monthCameFirst = numbers.isEmpty
      } else if MonthNames.hijriTable.value(of: word) != nil {
        isHijriDate = true
      } else if MonthNames.fillerTable.value(of: word) == nil, !isHijriDate {
        return .unreadable
      }
    }
    if isHijriDate { return .failure(.hijriYear, nearest: nil) }
    guard let month, numbers.count == 2 else { return .unreadable }
    var (day, year) = (numbers[0], numbers[1])
    if day.width == 4, !monthCameFirst { swap(&day, &year) }
    guard year.width == 4 else {
      return year.width == 2 ? .failure(.twoDigitYear, nearest: nil) : .unreadable
    }
    return date(day: day.value, month: month, year: year.value)
  }

  /// A number, also with the ending of an ordinal: `1er`, `3rd`.
  private static func dayNumber(_ token: ArraySlice<Unicode.Scalar>) -> Int? {
    let digits = token.prefix(while: isDigit)
    guard !digits.isEmpty else { return nil }
    let ending = folded(token.dropFirst(digits.count))
    let isOrdinal = ["", "er", "e", "st", "nd", "rd", "th"].contains {
      $0.utf8.elementsEqual(ending)
    }
    return isOrdinal ? number(digits) : nil
  }

  private static func folded(_ token: ArraySlice<Unicode.Scalar>) -> [UInt8] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: token)
    return Fold.heading(Array(String(text).utf8)[...])
  }
}
