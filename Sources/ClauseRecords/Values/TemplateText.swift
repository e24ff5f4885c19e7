/// Recognises forms that wait to be copied and filled in.
enum TemplateText {
  /// Whether the name of a file says that it is a form.
  static func isNamed(_ path: String) -> Bool {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(path).utf8
    let folded = Fold.identifier(Array(name)[...])
    return words.contains { contains(folded, $0) }
  }

  /// Whether a value is what a form shows in place of one: a placeholder, a pattern of a date or
  /// code, or words in brackets.
  static func isUnfilled(_ text: ArraySlice<UInt8>) -> Bool {
    if text.isEmpty || PlaceholderText.isPlaceholder(text) { return true }
    guard let first = text.first, let last = text.last else { return true }
    // In a form anything in brackets waits for an answer, be it a number or a box.
    let brackets: [(UInt8, UInt8)] = [
      (UInt8(ascii: "<"), UInt8(ascii: ">")), (UInt8(ascii: "["), UInt8(ascii: "]")),
      (UInt8(ascii: "{"), UInt8(ascii: "}")),
    ]
    if text.count > 1, brackets.contains(where: { $0 == (first, last) }) { return true }
    // `NC-XX`: letters that stand for digits.
    let folded = Fold.identifier(text)
    guard let mark = folded.lastIndex(of: UInt8(ascii: "x")), folded.count <= 24, mark > 0 else {
      return false
    }
    return folded[mark - 1] == UInt8(ascii: "x") && mark == folded.count - 1
  }

  private static let words = ["template", "modele", "gabarit", "نموذج"].map { word in
    Fold.identifier(Array(word.utf8)[...])
  }

  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard word.count <= text.count else { return false }
    return (0...text.count - word.count).contains { text[$0..<$0 + word.count].elementsEqual(word) }
  }
}
