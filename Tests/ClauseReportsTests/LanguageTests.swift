import ClauseSource
import Testing

@testable import ClauseReports

/// What reports say by themselves is said in English, French and Arabic.
@Suite struct LanguageTests {
  /// A family of words with those of each language.
  struct Words: Sendable, CustomStringConvertible {
    var description: String
    var of: @Sendable (Language) -> any Sendable
  }

  static let families = [
    Words(description: "reports", of: { ReporterStrings.of($0) }),
    Words(description: "pipelines", of: { PipelineStrings.of($0) }),
    Words(description: "workbook", of: { WorkbookStrings.of($0) }),
    Words(description: "documents", of: { DocumentStrings.of($0) }),
    Words(description: "crosswalks", of: { CrosswalkStrings.of($0) }),
    Words(description: "gate", of: { GateStrings.of($0) }),
    Words(description: "reading", of: { ReadingStrings.of($0) }),
  ]

  /// Words that are the same in English and in French, each looked at.
  static let sameInBoth: Set<String> = [
    "action", "article", "cause", "correction", "message", "observation", "source",
  ]

  /// All texts below a value with their paths; what takes arguments is left out.
  private static func texts(_ value: Any, at path: String = "") -> [(path: String, text: String)] {
    if let text = value as? String { return [(path, text)] }
    return Mirror(reflecting: value).children.enumerated().flatMap { index, child in
      texts(child.value, at: path + "." + (child.label ?? String(index)))
    }
  }

  private static func isArabic(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) }
  }

  /// Whether the words are more than signs.
  private static func hasWords(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: \.properties.isAlphabetic)
  }

  @Test(arguments: families) func everyTextIsInThreeLanguages(_ family: Words) {
    let english = Self.texts(family.of(.english))
    let french = Self.texts(family.of(.french))
    let arabic = Self.texts(family.of(.arabic))
    #expect(!english.isEmpty)
    #expect(english.map(\.path) == french.map(\.path))
    #expect(english.map(\.path) == arabic.map(\.path))
    for (index, (path, text)) in english.enumerated() where Self.hasWords(text) {
      #expect(!Self.isArabic(text), "\(path): `\(text)`")
      #expect(Self.isArabic(arabic[index].text), "\(path): `\(arabic[index].text)`")
      let isTranslated =
        french[index].text != text || Self.sameInBoth.contains(text.lowercased())
      #expect(isTranslated, "\(path): `\(text)` in both languages")
    }
  }
}
