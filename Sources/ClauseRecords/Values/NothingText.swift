import ClauseBytes

/// Recognises the words that people write where there is nothing to write: `Néant`, `RAS`.
enum NothingText {
  /// Whether the whole text says that there is nothing.
  static func isNothing(_ text: ArraySlice<UInt8>) -> Bool {
    if text.isEmpty || text.count > longest { return false }
    let key = Fold.heading(text)
    return !key.isEmpty && table.value(of: key) != nil
  }

  /// Bytes; a longer text says something.
  private static let longest = 48

  private static let words = [
    "None", "Nil", "Nothing", "No action", "Not applicable", "Not required", "No action required",
    "Aucun", "Aucune", "Aucune action", "Néant", "RAS", "R.A.S.", "Rien à signaler", "Sans objet",
    "SO", "S.O.", "S/O", "Non applicable", "Pas d'action", "لا شيء", "لا يوجد", "بدون", "لا ينطبق",
  ]

  private static let table: ByteTable = {
    var table = ByteTable()
    for word in words { table.insert(Fold.heading(Array(word.utf8)[...]), 1) }
    return table
  }()
}
