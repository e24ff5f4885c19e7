import CEL

/// Forms of text in which spellings that people take for the same are equal.
enum Fold {
  /// For ids: case, accents, hamza, digits of other scripts, compatibility forms, tatweel and
  /// invisible marks do not matter; blanks and punctuation do.
  static func identifier(_ text: ArraySlice<UInt8>) -> [UInt8] { Folding.fold(text) }

  /// For headings, words of enumerations and names of files: as `identifier`, and blanks,
  /// punctuation and a leading "n°" do not matter either.
  static func heading(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let folded = Folding.fold(withoutNumberSign(text))
    if folded.allSatisfy({ $0 < 0x80 }) { return folded.filter(isLetterOrDigit) }
    var result: [UInt8] = []
    result.reserveCapacity(folded.count)
    for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        if isLetterOrDigit(UInt8(scalar.value)) { result.append(UInt8(scalar.value)) }
      } else if scalar.properties.isAlphabetic {
        UTF8.encode(scalar)?.forEach { result.append($0) }
      }
    }
    return result
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// The text without "N°" before further words: `N° d'action` is headed like `d'action`.
  private static func withoutNumberSign(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = text.first, first | 0x20 == UInt8(ascii: "n") else { return text }
    let rest = text.dropFirst()
    // U+00B0 degree sign or U+00BA ordinal indicator.
    guard rest.starts(with: [0xC2, 0xB0]) || rest.starts(with: [0xC2, 0xBA]) else { return text }
    let words = ScalarText.trimmed(rest.dropFirst(2))
    return words.isEmpty ? text : words
  }
}
