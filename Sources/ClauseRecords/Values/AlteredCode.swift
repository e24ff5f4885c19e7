import ClauseBytes
import ClauseCalendar

/// Recognises codes that a spreadsheet turned into dates: `12-03` into `12-mars`, `1-2` into
/// `2026-02-01 00:00:00`.
enum AlteredCode {
  /// A code that the text may have been, or nil when it does not read like such a date.
  ///
  /// - Parameter isIdentifier: whether the text is an id. Records of events are sometimes named by
  ///   their day, so an ISO date alone says nothing about an id.
  static func original(of text: ArraySlice<UInt8>, isIdentifier: Bool) -> String? {
    guard text.count <= longest, let scalars = ScalarText.normalized(text) else { return nil }
    return named(scalars) ?? numeric(scalars[...], isIdentifier)
  }

  /// Bytes; the longest form is a day with a time.
  private static let longest = 40

  /// `12-mars`, `1-févr.`, `9 août`, `mars-12`, `12-Mar-26`: a day or a year beside the name of a
  /// month. With the name first only the lower case that spreadsheets write in French counts,
  /// because `DEC-12` is a decision.
  private static func named(_ text: [Unicode.Scalar]) -> String? {
    let parts = text.split { "-/. ".unicodeScalars.contains($0) }
    guard (2...3).contains(parts.count) else { return nil }
    let numbers = parts.map(number)
    if let day = numbers[0], (1...31).contains(day), let month = month(parts[1]) {
      guard parts.count == 2 || numbers[2] != nil else { return nil }
      return padded(day) + "-" + padded(month)
    }
    guard parts.count == 2, let month = month(parts[0]),
      let initial = parts[0].first, !("A"..."Z").contains(initial), let other = numbers[1],
      other <= 99
    else { return nil }
    return padded(month) + "-" + padded(other)
  }

  /// `01/02/2026`, and with a time `2026-02-01 00:00:00`.
  private static func numeric(
    _ text: ArraySlice<Unicode.Scalar>, _ isIdentifier: Bool
  ) -> String? {
    let hasTime = text.contains(":")
    let day = text.prefix { $0 != " " && $0 != "T" }
    if day.contains("/") {
      let parts = day.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[2].count == 4, let first = number(parts[0]),
        let second = number(parts[1]), let year = number(parts[2]),
        CivilDate(year: year, month: second, day: first) != nil
          || CivilDate(year: year, month: first, day: second) != nil
      else { return nil }
      return padded(first) + "-" + padded(second)
    }
    guard hasTime || (!isIdentifier && day.count == text.count),
      let date = CivilDate(iso: string(day))
    else { return nil }
    return padded(date.day) + "-" + padded(date.month)
  }

  private static func number(_ part: ArraySlice<Unicode.Scalar>) -> Int? {
    guard (1...4).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0.value) })
    else { return nil }
    return part.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  private static func month(_ part: ArraySlice<Unicode.Scalar>) -> Int? {
    MonthNames.table.value(of: Fold.heading(Array(string(part).utf8)[...])).map(Int.init)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
