import ClauseBytes

/// Whether a text stands for one that nobody has written yet, for other modules.
public enum Placeholder {
  /// Whether the whole text is a placeholder: `TBD`, `[Name]`, `YYYY-MM-DD`, `-`.
  public static func isOne(_ text: String) -> Bool {
    PlaceholderText.isPlaceholder(ScalarText.trimmed(Array(text.utf8)[...]))
  }
}

/// Recognises texts that stand for a text nobody has written yet.
enum PlaceholderText {
  /// Whether the whole text is a placeholder: `TBD`, `xxx`, `à compléter`, `-`, `N/A`, words in
  /// brackets, the pattern of a date.
  static func isPlaceholder(_ text: ArraySlice<UInt8>) -> Bool {
    if text.isEmpty { return false }
    if isBracketed(text) || isDatePattern(text) { return true }
    if text.count > longest { return Fold.heading(text.prefix(longest)).starts(with: lorem) }
    let key = Fold.heading(text)
    if key.isEmpty { return isPunctuation(text) }
    if key.count >= 2, key.allSatisfy({ $0 == UInt8(ascii: "x") }) { return true }
    return table.value(of: key) != nil || key.starts(with: lorem)
  }

  /// Whether the text is nothing but a dash.
  static func isDash(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= 9 && !text.isEmpty
      && String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
        "-–—".unicodeScalars.contains($0)
      }
  }

  // MARK: Brackets

  /// Whether the text is made of nothing but words in brackets: `[Name]`, `<date>`, `{{ owner }}`,
  /// `[Name] / [Title]`.
  ///
  /// `[x]` is a box to tick, `[1]` a note, `<https://example.org>` an address, `[[page]]` a link.
  private static func isBracketed(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, closing(first) != nil, text.count <= longestBracketed else {
      return false
    }
    var index = text.startIndex
    var groups = 0
    while index < text.endIndex {
      if let close = closing(text[index]) {
        guard let end = text[index...].firstIndex(of: close), isWords(text[(index + 1)..<end])
        else { return false }
        groups += 1
        index = end + 1
        // `{{ name }}`
        while index < text.endIndex, text[index] == close { index += 1 }
      } else if text[index] < 0x80, !isLetterOrDigit(text[index]) {
        index += 1
      } else {
        return false
      }
    }
    return groups > 0
  }

  private static func closing(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "<"): UInt8(ascii: ">")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    default: nil
    }
  }

  /// Whether what stands in brackets is words to be replaced, or an ellipsis.
  private static func isWords(_ text: ArraySlice<UInt8>) -> Bool {
    let inner = text.first == UInt8(ascii: "{") ? text.dropFirst() : text
    if inner.contains(where: { closing($0) != nil || $0 == UInt8(ascii: "@") }) { return false }
    // An attribute or an end tag: what somebody wrote, in a markup.
    if inner.first == UInt8(ascii: "/") || inner.contains(UInt8(ascii: "=")) { return false }
    let scalars = String(decoding: inner, as: UTF8.self).unicodeScalars
    let letters = scalars.count { $0.properties.isAlphabetic }
    if letters == 0 {
      return !inner.isEmpty && scalars.contains { ".…_-–—?".unicodeScalars.contains($0) }
        && scalars.allSatisfy { $0.properties.numericType == nil }
    }
    return letters > 1 && !isAddress(inner)
  }

  private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains { text[$0...].starts(with: "://".utf8) }
      || text.starts(with: "mailto:".utf8)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Bytes; a longer text in brackets is a remark.
  private static let longestBracketed = 300

  // MARK: Patterns of dates

  /// Whether letters stand for the digits of a date: `YYYY-MM-DD`, `JJ/MM/AAAA`, `يوم/شهر/سنة`.
  static func isDatePattern(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 4, text.count <= 48 else { return false }
    let words = String(decoding: text, as: UTF8.self).lowercased()
      .split { "-/. :,_".contains($0) }
    guard !words.isEmpty, words.count <= 6 else { return false }
    var hasYear = false
    for word in words {
      if years.contains(where: { $0.utf8.elementsEqual(word.utf8) }) {
        hasYear = true
      } else if !parts.contains(where: { $0.utf8.elementsEqual(word.utf8) }) {
        return false
      }
    }
    return hasYear
  }

  private static let years = ["yyyy", "aaaa", "سنة", "السنة"]
  private static let parts = [
    "mm", "dd", "jj", "m", "d", "j", "hh", "ss", "min", "hhhmm", "يوم", "شهر", "اليوم", "الشهر",
  ]

  private static func isPunctuation(_ text: ArraySlice<UInt8>) -> Bool {
    String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      ScalarText.isBlank(scalar) || ScalarText.isInvisible(scalar)
        || "-–—_.…?؟*/\\".unicodeScalars.contains(scalar)
    }
  }

  /// Bytes; longer texts have been written by somebody, unless they begin like typesetters' Latin.
  private static let longest = 64
  private static let lorem = Array("loremipsum".utf8)

  private static let words = [
    "TBD", "TBC", "TBA", "TODO", "to do", "to be defined", "to be completed", "to be confirmed",
    "to be determined", "to complete", "N/A", "n.d.", "lorem", "à compléter", "à définir",
    "à préciser", "à déterminer", "à renseigner", "à remplir", "à rédiger", "à confirmer",
    "non renseigné", "قيد الإنجاز", "للتتميم", "يتمم لاحقا", "سيتمم لاحقا", "للتحديد",
    "سيحدد لاحقا", "يحدد لاحقا", "قيد الإعداد", "للملء",
  ]

  private static let table: ByteTable = {
    var table = ByteTable()
    for word in words { table.insert(Fold.heading(Array(word.utf8)[...]), 1) }
    return table
  }()
}
