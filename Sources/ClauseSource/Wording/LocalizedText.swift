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

  /// Makes a text in English alone; the empty text where it is empty.
  public init(english text: String) { texts = text.isEmpty ? [:] : [.english: text] }

  /// Makes a text that `words` can say in every language.
  public init(_ words: (Language) -> String) {
    texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, words($0)) })
  }

  /// The text in `language`, else in English, French, Arabic, else the empty text.
  public subscript(language: Language) -> String {
    texts[language] ?? texts[.english] ?? texts[.french] ?? texts[.arabic] ?? ""
  }

  /// Whether no language has a text.
  public var isEmpty: Bool { texts.isEmpty }

  /// This text after a beginning.
  public func following(en: String, fr: String, ar: String) -> LocalizedText {
    let beginning = LocalizedText(en: en, fr: fr, ar: ar)
    return LocalizedText { beginning[$0] + self[$0] }
  }

  /// This text with another one after it.
  public static func + (first: LocalizedText, second: LocalizedText) -> LocalizedText {
    LocalizedText { first[$0] + second[$0] }
  }

  /// The question whether a misspelt word was meant as `name`, which is to be written so.
  public static func didYouMean(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "Did you mean `\(name)`?", fr: "Vouliez-vous dire `\(name)` ?",
      ar: "هل تقصد `\(name)`؟")
  }

  /// A sentence about `count` things: English and French have two forms, and in French nought takes
  /// the singular; Arabic has six, which an `ArabicNoun` knows.
  public static func counted(
    _ count: Int, en: (one: String, many: String), fr: (one: String, many: String),
    ar: String
  ) -> LocalizedText {
    LocalizedText(
      en: count == 1 ? en.one : en.many, fr: count < 2 ? fr.one : fr.many,
      ar: ar)
  }
}
