import ClauseBytes
import ClauseCalendar

/// Reads what people write where a day is wanted that is still to come: `sept. 2026`, `T4 2026`,
/// `fin 2026`, `S1 2027`, `12/2026`. Each means the last day of what it names.
enum ImpreciseDate {
  /// The last day; nil for anything else.
  static func read(_ bytes: ArraySlice<UInt8>) -> CivilDate? { span(bytes, year: nil)?.last }

  /// The last day of what a text names, and how many months it has; nil for anything else.
  ///
  /// - Parameter given: the year of a text that names none.
  static func span(_ bytes: ArraySlice<UInt8>, year given: Int?) -> (last: CivilDate, months: Int)?
  {
    guard let text = ScalarText.normalized(bytes), text.count <= 40 else { return nil }
    let tokens = text.split { " .,/-'’".unicodeScalars.contains($0) }
    let yearToken = tokens.last { $0.count == 4 && $0.allSatisfy(isDigit) }
    guard let year = yearToken.flatMap(number) ?? given, (1990...2100).contains(year) else {
      return nil
    }
    let rest = tokens.filter { $0.startIndex != yearToken?.startIndex }.map(folded)
      .filter { !fillers.contains($0) }
    func ending(_ month: Int, of months: Int) -> (last: CivilDate, months: Int)? {
      CivilDate(year: year, month: month, day: CivilDate.daysInMonth(month, ofYear: year))
        .map { ($0, months) }
    }
    switch rest.count {
    case 0: return yearToken == nil ? nil : ending(12, of: 12)
    case 1:
      if let month = MonthNames.table.value(of: rest[0]) { return ending(Int(month), of: 1) }
      if let part = part(rest[0]) { return ending(part.month, of: part.months) }
      // `12/2026`: a month as number needs a separator that is no blank.
      guard yearToken != nil, text.contains("/") || text.contains("-"), rest[0].count <= 2,
        let month = Int(String(decoding: rest[0], as: UTF8.self)), (1...12).contains(month)
      else { return nil }
      return ending(month, of: 1)
    case 2:
      // `4e trimestre`, `trimestre 4`, `2ème semestre`, `Q 4`.
      for (unit, number) in [(rest[0], rest[1]), (rest[1], rest[0])] {
        guard let months = units.first(where: { $0.words.contains(unit) })?.months,
          let count = ordinal(number), (1...(12 / months)).contains(count)
        else { continue }
        return ending(count * months, of: months)
      }
      return nil
    default: return nil
    }
  }

  /// The last month of a quarter or half: `T4`, `Q1`, `S2`, `H1`.
  private static func part(_ word: [UInt8]) -> (month: Int, months: Int)? {
    guard word.count == 2, (0x31...0x34).contains(word[1]) else { return nil }
    let number = Int(word[1] - 0x30)
    switch word[0] {
    case UInt8(ascii: "t"), UInt8(ascii: "q"): return (number * 3, 3)
    case UInt8(ascii: "s"), UInt8(ascii: "h"): return number <= 2 ? (number * 6, 6) : nil
    default: return nil
    }
  }

  private static func ordinal(_ word: [UInt8]) -> Int? {
    let digits = word.prefix { (0x30...0x39).contains($0) }
    if let number = Int(String(decoding: digits, as: UTF8.self)) { return number }
    return ordinals.firstIndex { $0.contains(word) }.map { $0 + 1 }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func number(_ token: ArraySlice<Unicode.Scalar>) -> Int? {
    token.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  private static func folded(_ token: ArraySlice<Unicode.Scalar>) -> [UInt8] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: token)
    return Fold.heading(Array(String(text).utf8)[...])
  }

  private static func words(_ words: [String]) -> Set<[UInt8]> {
    Set(words.map { Fold.heading(Array($0.utf8)[...]) })
  }

  private static let fillers = words([
    "fin", "end", "courant", "d'ici", "ici", "d", "avant", "before", "by", "of", "the", "le", "de",
    "du", "mois", "month", "année", "year", "au", "plus", "tard", "late", "l", "mi", "mid", "vers",
    "prévu", "prévue", "نهاية", "متم",
    "قبل", "شهر", "سنة", "خلال", "من",
  ])

  private static let units: [(words: Set<[UInt8]>, months: Int)] = [
    (words(["trimestre", "trim", "t", "quarter", "q", "الربع", "ربع", "الفصل", "فصل"]), 3),
    (words(["semestre", "sem", "s", "half", "h", "النصف", "الأسدس", "الشطر"]), 6),
  ]

  private static let ordinals: [Set<[UInt8]>] = [
    words(["premier", "first", "i", "الأول"]), words(["deuxième", "second", "ii", "الثاني"]),
    words(["troisième", "third", "iii", "الثالث"]),
    words(["quatrième", "fourth", "iv", "الرابع"]),
  ]
}
