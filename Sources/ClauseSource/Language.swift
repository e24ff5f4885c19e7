// ClauseSource: bytes, files, spans, line tables, diagnostics and limits.
// Near the bottom of the house: it imports only ClauseBytes and knows no file format.

import ClauseBytes

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

/// A text in up to three languages; a missing language falls back to English, then French.
public struct LocalizedText: Hashable, Sendable {
  /// The texts by language. At least one is present in a loaded pack.
  public var texts: [Language: String]

  /// Makes a text from its languages.
  public init(_ texts: [Language: String] = [:]) { self.texts = texts }

  /// Makes a text from the three languages.
  public init(en: String, fr: String, ar: String) {
    texts = [.english: en, .french: fr, .arabic: ar]
  }

  /// The text in `language`, else in English, French, Arabic, else the empty text.
  public subscript(language: Language) -> String {
    texts[language] ?? texts[.english] ?? texts[.french] ?? texts[.arabic] ?? ""
  }

  /// Whether no language has a text.
  public var isEmpty: Bool { texts.isEmpty }
}

/// Text that came from a file, a file name or the command line.
///
/// Only the encoders of ClauseReports turn it into output, so that a missing escape does not
/// compile. The property name says what reading it directly means.
///
/// Equality, order and hash are those of the UTF-8 bytes: two texts that only look alike are two.
public struct Untrusted: Hashable, Sendable, Comparable {
  /// The text as it was read, with whatever it holds.
  public let unescaped: String

  /// Marks `text` as untrusted.
  public init(_ text: String) { unescaped = text }

  /// Equality of the bytes.
  public static func == (a: Untrusted, b: Untrusted) -> Bool {
    a.unescaped.equalsByBytes(b.unescaped)
  }

  /// Order of the bytes.
  public static func < (a: Untrusted, b: Untrusted) -> Bool {
    a.unescaped.precedesByBytes(b.unescaped)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ByteSlots.hash(unescaped.utf8))
  }
}
