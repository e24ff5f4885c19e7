import CEL

/// Forms of text in which spellings that people take for the same are equal.
enum Fold {
  /// For ids: case, accents, hamza, digits of other scripts, compatibility forms, tatweel and
  /// invisible marks do not matter; blanks and punctuation do.
  static func identifier(_ text: ArraySlice<UInt8>) -> [UInt8] { Folding.fold(text) }

  /// For ids that people take for the same although they are not: as `identifier`, the letter O
  /// beside a digit or alone is the digit 0, zeros before a number do not matter, and Cyrillic and
  /// Greek letters are the Latin ones whose shape they have.
  static func lookalike(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var letters = latinShapes(identifier(text))
    let zero = UInt8(ascii: "0")
    var start = 0
    while start < letters.count {
      guard letters[start] == UInt8(ascii: "o") else {
        start += 1
        continue
      }
      let end = letters[start...].firstIndex { $0 != UInt8(ascii: "o") } ?? letters.count
      let before = start > 0 ? letters[start - 1] : nil
      let after = end < letters.count ? letters[end] : nil
      let standsAlone = [before, after].allSatisfy { $0.map { !isLetter($0) } ?? true }
      if standsAlone || [before, after].contains(where: { $0.map(isDigit) ?? false }) {
        for index in start..<end { letters[index] = zero }
      }
      start = end
    }
    return withoutLeadingZeros(letters)
  }

  /// The text with small Cyrillic and Greek letters as the Latin letters that they, or their
  /// capitals, look like (Unicode UTS #39, of which only what a keyboard gives).
  private static func latinShapes(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { (0xCE...0xD1).contains($0) }) else { return text }
    var result = ""
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      result.unicodeScalars.append(shapes[scalar] ?? scalar)
    }
    return Array(result.utf8)
  }

  private static let shapes: [Unicode.Scalar: Unicode.Scalar] = {
    let cyrillic: [(UInt32, Unicode.Scalar)] = [
      (0x430, "a"), (0x432, "b"), (0x435, "e"), (0x43A, "k"), (0x43C, "m"), (0x43D, "h"),
      (0x43E, "o"), (0x440, "p"), (0x441, "c"), (0x442, "t"), (0x443, "y"), (0x445, "x"),
      (0x455, "s"), (0x456, "i"), (0x458, "j"),
    ]
    let greek: [(UInt32, Unicode.Scalar)] = [
      (0x3B1, "a"), (0x3B2, "b"), (0x3B5, "e"), (0x3B6, "z"), (0x3B7, "h"), (0x3B9, "i"),
      (0x3BA, "k"), (0x3BC, "m"), (0x3BD, "n"), (0x3BF, "o"), (0x3C1, "p"), (0x3C4, "t"),
      (0x3C5, "y"), (0x3C7, "x"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (value, latin) in cyrillic + greek {
      if let scalar = Unicode.Scalar(value) { table[scalar] = latin }
    }
    return table
  }()

  private static func withoutLeadingZeros(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, byte) in text.enumerated() {
      let isLeading = byte == UInt8(ascii: "0") && !(result.last.map(isDigit) ?? false)
      let hasDigitAfter = index + 1 < text.count && isDigit(text[index + 1])
      if isLeading && hasDigitAfter { continue }
      result.append(byte)
    }
    return result
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

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
      } else if Folding.isArabicLetter(scalar) || scalar.properties.isAlphabetic {
        UTF8.encode(scalar)?.forEach { result.append($0) }
      }
    }
    return result
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || isDigit(byte)
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
