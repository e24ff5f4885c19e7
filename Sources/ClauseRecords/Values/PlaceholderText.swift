import ClauseBytes

/// Recognises texts that stand for a text nobody has written yet.
enum PlaceholderText {
  /// Whether the whole text is a placeholder. `TBD`, `xxx`, `à compléter`, `-`, `N/A`.
  static func isPlaceholder(_ text: ArraySlice<UInt8>) -> Bool {
    if text.isEmpty { return false }
    if text.count > longest { return Fold.heading(text.prefix(longest)).starts(with: lorem) }
    let key = Fold.heading(text)
    if key.isEmpty { return isPunctuation(text) }
    if key.count >= 2, key.allSatisfy({ $0 == UInt8(ascii: "x") }) { return true }
    return table.value(of: key) != nil || key.starts(with: lorem)
  }

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
