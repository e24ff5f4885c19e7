/// Reads numbers of a scale that stand with their meaning, as people write ratings: `3 - Probable`,
/// `3 (Probable)`, `4/5`, `Niveau 2`, `P3`.
enum RatingText {
  /// The number; nil where none is plain.
  static func read(_ bytes: ArraySlice<UInt8>) -> Int64? {
    guard let text = ScalarText.normalized(bytes) else { return nil }
    var index = 0
    // One letter before the digit names the factor: `P3`, `G 4`, `N2`.
    let first = text.first.map { $0.properties.isAlphabetic } ?? false
    if first, text.count > 1 {
      index = 1
      while index < text.count, text[index] == " " || text[index] == "=" || text[index] == ":" {
        index += 1
      }
    }
    let digits = text[index...].prefix { isDigit($0) }
    guard !digits.isEmpty, digits.count <= 3 else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: digits)
    guard let value = Int64(String(view)) else { return nil }
    var rest = text[(index + digits.count)...]
    if rest.isEmpty { return first ? value : nil }
    if first { return nil }
    // `4/5` and `4 sur 5` are four.
    if rest.first == "/" {
      rest = rest.dropFirst()
      return !rest.isEmpty && rest.allSatisfy { isDigit($0) } ? value : nil
    }
    while rest.first == " " { rest = rest.dropFirst() }
    guard let separator = rest.first, separators.contains(separator) else { return nil }
    let meaning = rest.dropFirst().drop { $0 == " " }
    guard let letter = meaning.first, letter.properties.isAlphabetic else { return nil }
    return value
  }

  private static let separators: Set<Unicode.Scalar> = ["-", "–", "—", ":", "(", "=", ".", ")"]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x30 && scalar.value <= 0x39
  }
}
