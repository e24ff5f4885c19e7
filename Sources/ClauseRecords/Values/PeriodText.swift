import ClauseBytes
import ClauseCalendar

/// Reads periods: ISO 8601 (`P6M`), words in English, French and Arabic (`6 mois`, `سنة`).
enum PeriodText {
  /// What became of a text.
  enum Reading: Equatable {
    case period(Period)
    case failure(ProblemDetail?)
  }

  /// Reads a text.
  static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    if let iso = Period(iso: String(decoding: bytes.prefix(64), as: UTF8.self)), bytes.count <= 64 {
      return checked(iso)
    }
    guard let text = ScalarText.normalized(bytes), !text.isEmpty else { return .failure(nil) }
    return words(tokens(text))
  }

  /// The period of `count` times the unit a key such as `months` names, or nil.
  static func period(_ count: Int, unit key: ArraySlice<UInt8>) -> Period? {
    guard let unit = units.value(of: Fold.heading(key)) else { return nil }
    return Self.period(count, unit: Int(unit))
  }

  /// The word of a heading that is a unit of time: `mois` of `Périodicité (mois)`; nil without one.
  static func unit(in heading: ArraySlice<UInt8>) -> [UInt8]? {
    let words = heading.split { byte in
      byte < 0x80 && !((0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte))
    }
    guard words.count > 1 else { return nil }
    let folded = words.map { Fold.heading($0) }
    return folded.last { !$0.isEmpty && units.value(of: $0) != nil }
  }

  private static func checked(_ period: Period) -> Reading {
    period.months < 0 || period.days < 0 ? .failure(.negativePeriod) : .period(period)
  }

  // MARK: Words

  /// A word or number of the text.
  private enum Token {
    case number(Int)
    case word([UInt8])
  }

  private static func tokens(_ text: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < text.count, tokens.count < 16 {
      let start = index
      let isNumber = isDigit(text[index])
      while index < text.count, text[index] != " ", isDigit(text[index]) == isNumber { index += 1 }
      if isNumber {
        let digits = text[start..<index]
        let value = digits.count <= 6 ? digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) } : -1
        tokens.append(.number(value))
      } else if index > start {
        var word = String.UnicodeScalarView()
        word.append(contentsOf: text[start..<index])
        let folded = Fold.heading(Array(String(word).utf8)[...])
        if !folded.isEmpty { tokens.append(.word(folded)) }
      }
      while index < text.count, text[index] == " " { index += 1 }
    }
    return tokens
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func words(_ tokens: [Token]) -> Reading {
    var total: (months: Int, days: Int)?
    var count: Int?
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token {
      case .number(let value):
        guard count == nil, value >= 0 else { return .failure(nil) }
        count = value
      case .word(let word):
        // A unit of two words goes before its first word.
        if index < tokens.count, case .word(let next) = tokens[index],
          let unit = units.value(of: word + next)
        {
          index += 1
          guard let part = period(count ?? 1, unit: Int(unit)) else { return .failure(nil) }
          total = ((total?.months ?? 0) + Int(part.months), (total?.days ?? 0) + Int(part.days))
          count = nil
        } else if let value = numbers.value(of: word), count == nil {
          count = Int(value)
        } else if let unit = units.value(of: word) {
          guard let part = period(count ?? 1, unit: Int(unit)) else { return .failure(nil) }
          total = ((total?.months ?? 0) + Int(part.months), (total?.days ?? 0) + Int(part.days))
          count = nil
        } else if fillers.value(of: word) == nil {
          return .failure(nil)
        }
      }
    }
    guard let total, count == nil else { return .failure(count == nil ? nil : .unitMissing) }
    guard let months = Int32(exactly: total.months), let days = Int32(exactly: total.days) else {
      return .failure(.numberTooLarge)
    }
    return .period(Period(months: months, days: days))
  }

  private static func period(_ count: Int, unit: Int) -> Period? {
    let unit = unitLengths[unit]
    guard let months = Int32(exactly: count * unit.months),
      let days = Int32(exactly: count * unit.days)
    else { return nil }
    return Period(months: months, days: days)
  }

  private static let unitLengths: [(months: Int, days: Int, words: [String])] = [
    (0, 1, ["day", "days", "jour", "jours", "j", "d", "يوم", "أيام", "يوما"]),
    (0, 1, ["daily", "quotidien", "quotidienne", "journalier", "journalière", "يومي", "يومية"]),
    (0, 2, ["يومان", "يومين"]),
    (0, 7, ["week", "weeks", "semaine", "semaines", "أسبوع", "أسابيع", "أسبوعا"]),
    (0, 7, ["weekly", "hebdomadaire", "أسبوعي", "أسبوعية"]),
    (0, 14, ["أسبوعان", "أسبوعين", "fortnight", "quinzaine"]),
    (1, 0, ["month", "months", "mois", "m", "شهر", "أشهر", "شهور", "شهرا"]),
    (1, 0, ["monthly", "mensuel", "mensuelle", "شهري", "شهرية"]),
    (2, 0, ["شهران", "شهرين", "bimestriel", "bimestrielle"]),
    (
      3, 0,
      [
        "quarter", "quarters", "quarterly", "trimestre", "trimestres", "trimestriel",
        "trimestrielle", "فصلي", "فصلية", "أسدس", "ربع سنوي", "ربع سنوية",
      ]
    ),
    (
      6, 0,
      [
        "semestre", "semestres", "semestriel", "semestrielle", "halfyearly", "biannual",
        "نصف سنوي", "نصف سنوية",
      ]
    ),
    (
      12, 0,
      ["year", "years", "an", "ans", "année", "années", "y", "a", "سنة", "سنوات", "عام", "أعوام"]
    ),
    (12, 0, ["annual", "annually", "yearly", "annuel", "annuelle", "سنوي", "سنوية", "سنويا"]),
    (24, 0, ["سنتان", "سنتين", "عامان", "عامين", "biennial", "biennal", "bisannuel"]),
  ]

  private static let units: ByteTable = {
    var table = ByteTable()
    for (index, unit) in unitLengths.enumerated() {
      for word in unit.words { table.insert(Fold.heading(Array(word.utf8)[...]), Int32(index)) }
    }
    return table
  }()

  private static let numbers: ByteTable = {
    let words: [(Int32, [String])] = [
      (1, ["one", "un", "une", "واحد", "واحدة"]), (2, ["two", "deux", "اثنان", "اثنين"]),
      (3, ["three", "trois", "ثلاثة", "ثلاث"]), (4, ["four", "quatre", "أربعة", "أربع"]),
      (5, ["five", "cinq", "خمسة", "خمس"]), (6, ["six", "ستة", "ست"]),
      (7, ["seven", "sept", "سبعة", "سبع"]), (8, ["eight", "huit", "ثمانية", "ثماني"]),
      (9, ["nine", "neuf", "تسعة", "تسع"]), (10, ["ten", "dix", "عشرة", "عشر"]),
      (12, ["twelve", "douze"]), (18, ["eighteen"]), (24, ["vingtquatre"]),
    ]
    var table = ByteTable()
    for (value, names) in words {
      for name in names { table.insert(Fold.heading(Array(name.utf8)[...]), value) }
    }
    return table
  }()

  private static let fillers: ByteTable = {
    var table = ByteTable()
    let words = ["every", "each", "per", "tous", "toutes", "les", "chaque", "par", "et", "and"]
    for word in words + ["كل", "و", "the", "once"] {
      table.insert(Fold.heading(Array(word.utf8)[...]), 1)
    }
    return table
  }()
}
