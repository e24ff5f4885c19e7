// ClauseSource: bytes, files, spans, line tables, diagnostics and limits.
// Near the bottom of the house: it imports only ClauseBytes and knows no file format.

/// A language the product speaks to its users.
public enum Language: String, CaseIterable, Sendable, Hashable, Comparable {
  case english = "en"
  case french = "fr"
  case arabic = "ar"

  /// Whether text in this language runs from right to left.
  public var isRightToLeft: Bool { self == .arabic }

  /// Orders languages by their code, so that output never depends on a dictionary.
  public static func < (a: Language, b: Language) -> Bool { a.rawValue < b.rawValue }
}
