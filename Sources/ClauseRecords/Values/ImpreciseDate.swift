import ClauseBytes
import ClauseCalendar

/// Reads what people write where a day is wanted that is still to come: `sept. 2026`, `T4 2026`,
/// `fin 2026`, `S1 2027`, `12/2026`. Each means the last day of what it names.
enum ImpreciseDate {
  /// The last day; nil for anything else.
  static func read(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
    guard let text = ScalarText.normalized(bytes), text.count <= 40 else { return nil }
    let tokens = text.split { " .,/-'’".unicodeScalars.contains($0) }
    guard let yearToken = tokens.last(where: { $0.count == 4 && $0.allSatisfy(isDigit) }),
      let year = number(yearToken), (1990...2100).contains(year)
    else { return nil }
    let rest = tokens.filter { $0.startIndex != yearToken.startIndex }.map(folded)
      .filter { !fillers.contains($0) }
    switch rest.count {
    case 0: return last(of: 12, year)
    case 1:
      if let month = MonthNames.table.value(of: rest[0]) { return last(of: Int(month), year) }
      if let month = part(rest[0]) { return last(of: month, year) }
      // `12/2026`: a month as number needs a separator that is no blank.
      guard text.contains("/") || text.contains("-"), rest[0].count <= 2,
        let month = Int(String(decoding: rest[0], as: UTF8.self)), (1...12).contains(month)
      else { return nil }
      return last(of: month, year)
    case 2:
      // `4e trimestre`, `trimestre 4`, `2ème semestre`, `Q 4`.
      for (unit, number) in [(rest[0], rest[1]), (rest[1], rest[0])] {
        guard let months = units.first(where: { $0.words.contains(unit) })?.months,
          let count = ordinal(number), (1...(12 / months)).contains(count)
        else { continue }
        return last(of: count * months, year)
      }
      return nil
    default: return nil
    }
  }

  private static func last(of month: Int, _ year: Int) -> CivilDate? {
    CivilDate(year: year, month: month, day: CivilDate.daysInMonth(month, ofYear: year))
  }

  /// The last month of a quarter or half: `T4`, `Q1`, `S2`, `H1`.
  private static func part(_ word: [UInt8]) -> Int? {
    guard word.count == 2, (0x31...0x34).contains(word[1]) else { return nil }
    let number = Int(word[1] - 0x30)
    switch word[0] {
    case UInt8(ascii: "t"), UInt8(ascii: "q"): return number * 3
    case UInt8(ascii: "s"), UInt8(ascii: "h"): return number <= 2 ? number * 6 : nil
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
    "du", "mois", "month", "année", "year", "au", "plus", "tard", "late", "l", "نهاية", "متم",
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
