import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// A sentence of the product with values in it, each of which keeps its direction.
struct Phrase: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// A piece.
  enum Part: Sendable, Hashable {
    /// Words of the product.
    case words(String)
    /// A date, a number, an identifier.
    case value(String)
    /// A value of the input.
    case untrusted(Untrusted)
  }

  /// The pieces in order.
  var parts: [Part]

  init(stringLiteral words: String) { parts = [.words(words)] }
  init(stringInterpolation pieces: Pieces) { parts = pieces.parts }
  /// Words alone.
  init(words: String) { parts = [.words(words)] }

  /// Collects the pieces of a literal.
  struct Pieces: StringInterpolationProtocol {
    var parts: [Part] = []

    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { parts.append(.words(words)) }
    }
    mutating func appendInterpolation(_ value: Int) { parts.append(.value(String(value))) }
    mutating func appendInterpolation(_ value: String) { parts.append(.value(value)) }
    mutating func appendInterpolation(_ value: Untrusted) { parts.append(.untrusted(value)) }
    mutating func appendInterpolation(words: String) { parts.append(.words(words)) }
  }

  /// The sentence without isolates, for attributes.
  var plain: String {
    parts.map { part in
      switch part {
      case .words(let text), .value(let text): text
      case .untrusted(let text): HTMLWriter.visible(text.unescaped, limit: 200)
      }
    }.joined()
  }
}

/// Something a report says by itself, in the three languages: one that is missing does not
/// compile.
struct Term: Sendable {
  /// English.
  var en: Phrase
  /// French.
  var fr: Phrase
  /// Arabic as Moroccan administrations write it, with Western digits.
  var ar: Phrase

  /// The phrase in `language`.
  subscript(language: Language) -> Phrase {
    switch language {
    case .english: en
    case .french: fr
    case .arabic: ar
    }
  }

  /// A date in words.
  static func date(_ date: CivilDate) -> Term {
    Term(
      en: Phrase(words: DateWords.text(date, in: .english)),
      fr: Phrase(words: DateWords.text(date, in: .french)),
      ar: Phrase(words: DateWords.text(date, in: .arabic)))
  }

  /// A counted noun: English and French have two forms, Arabic six.
  static func counted(
    _ count: Int, en: (one: String, many: String), fr: (one: String, many: String), ar: ArabicNoun
  ) -> Term {
    Term(
      en: "\(count) \(words: count == 1 ? en.one : en.many)",
      fr: "\(count) \(words: count < 2 ? fr.one : fr.many)", ar: Phrase(words: ar.counted(count)))
  }
}

/// Dates as people write them.
enum DateWords {
  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let french = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
  /// The months as the Moroccan administration names them.
  private static let arabic = [
    "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر",
    "نونبر", "دجنبر",
  ]

  /// `23 November 2026`, `1er mars 2026`, `23 نونبر 2026`.
  static func text(_ date: CivilDate, in language: Language) -> String {
    let (year, month, day) = date.components
    let number =
      day == 1 && language == .french ? "1er" : day == 1 && language == .arabic ? "فاتح" : "\(day)"
    return "\(number) \(self.month(month, in: language)) \(year)"
  }

  /// The name of a month, from 1.
  static func month(_ month: Int, in language: Language) -> String {
    let names =
      switch language {
      case .english: english
      case .french: french
      case .arabic: arabic
      }
    return names.indices.contains(month - 1) ? names[month - 1] : String(month)
  }
}
