extension WordTable {
  /// The words for true and false that registers in French, Arabic and English use.
  static let truth = WordTable(literals: ["true", "false"], synonyms: truthWords)

  /// Synonyms of `true` and `false` in registers.
  static let truthWords: [String: [String]] = [
    "true": ["yes", "y", "oui", "o", "x", "1", "vrai", "نعم", "صحيح", "✓", "✔", "☑"],
    "false": ["no", "n", "non", "0", "faux", "لا", "خطأ", "✗", "✘", "☐"],
  ]
}
