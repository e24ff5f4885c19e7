/// Names the encoding a file is probably in when it is not UTF-8.
///
/// Only for the message: nothing is ever converted, because a wrong guess would read other words
/// than those the author wrote.
enum EncodingGuess {
  /// UTF-16 or UTF-32 by byte order mark.
  static func byMark(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return "UTF-32 (little-endian)" }
    if bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) { return "UTF-32 (big-endian)" }
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16 (little-endian)" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16 (big-endian)" }
    return nil
  }

  /// UTF-16 or UTF-32 without a mark: NUL bytes at regular places near the start.
  static func byNULs(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let sample = bytes.prefix(64)
    guard sample.count >= 4 else { return nil }
    var nulsAt = [0, 0, 0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { nulsAt[index % 4] += 1 }
    // Most of a quarter, because a few characters of a real text may lie outside Latin-1.
    let most = sample.count / 4 * 3 / 4
    let isNUL = nulsAt.map { $0 > 0 && $0 >= most }
    switch (isNUL[0], isNUL[1], isNUL[2], isNUL[3]) {
    case (false, true, true, true): return "UTF-32 (little-endian)"
    case (true, true, true, false): return "UTF-32 (big-endian)"
    case (false, true, false, true): return "UTF-16 (little-endian)"
    case (true, false, true, false): return "UTF-16 (big-endian)"
    default: return nil
    }
  }

  /// The error for a file in another Unicode encoding form.
  static func refusal(of encoding: String, in file: SourceFile, at offset: Int) -> Diagnostic {
    Diagnostic(
      .error, code: "encoding",
      message: LocalizedText(
        en: "the file is \(encoding); only UTF-8 is read",
        fr: "le fichier est en \(encoding) ; seul l'UTF-8 est lu",
        ar: "ترميز الملف هو \(encoding)؛ ولا يقرأ إلا UTF-8"),
      place: .span(Span(file: file.id, start: offset, end: offset + 1)),
      remedy: LocalizedText(
        en: "Save it as UTF-8.", fr: "Enregistrez-le en UTF-8.", ar: "احفظه بترميز UTF-8."))
  }

  /// The error for bytes that are no UTF-8, at `offset`.
  static func refusalOfBytes(
    in file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> Diagnostic {
    let lead = bytes[offset]
    let hex = "0x" + String(lead, radix: 16, uppercase: true)
    let reason: LocalizedText =
      switch lead {
      case 0x80...0xBF:
        LocalizedText(
          en: "the byte \(hex) continues a character that never began",
          fr: "l'octet \(hex) continue un caractère qui n'a pas commencé",
          ar: "البايت \(hex) تتمة لمحرف لم يبدأ")
      case 0xC0, 0xC1:
        LocalizedText(
          en: "the bytes from \(hex) are an overlong form",
          fr: "les octets à partir de \(hex) sont une forme trop longue",
          ar: "البايتات ابتداء من \(hex) صيغة أطول من اللازم")
      case 0xF5...0xFF:
        LocalizedText(
          en: "the byte \(hex) never occurs in UTF-8", fr: "l'octet \(hex) n'existe pas en UTF-8",
          ar: "البايت \(hex) لا وجود له في UTF-8")
      case 0xED where offset + 1 < bytes.count && (0xA0...0xBF).contains(bytes[offset + 1]):
        LocalizedText(
          en: "the bytes from \(hex) encode half of a surrogate pair",
          fr: "les octets à partir de \(hex) codent la moitié d'un caractère",
          ar: "البايتات ابتداء من \(hex) ترمز نصف محرف")
      default:
        LocalizedText(
          en: "the character that begins with byte \(hex) is cut short or malformed",
          fr: "le caractère qui commence par l'octet \(hex) est tronqué ou mal formé",
          ar: "المحرف الذي يبدأ بالبايت \(hex) مبتور أو غير سليم")
      }
    let guess = codePage(bytes)
    return Diagnostic(
      .error, code: "encoding",
      message: reason.following(
        en: "not valid UTF-8: ", fr: "UTF-8 non valide : ", ar: "ترميز UTF-8 غير سليم: ")
        + (guess.map {
          LocalizedText(
            en: "; the file is probably \($0)", fr: " ; le fichier est probablement en \($0)",
            ar: "؛ ويرجح أن ترميز الملف هو \($0)")
        } ?? LocalizedText()),
      place: .span(Span(file: file.id, start: offset, end: offset + 1)),
      remedy: LocalizedText(
        en: "Save the file as UTF-8.", fr: "Enregistrez le fichier en UTF-8.",
        ar: "احفظ الملف بترميز UTF-8."))
  }

  /// Windows-1256 or Windows-1252, or nil when neither is likely.
  ///
  /// Arabic words are runs of high bytes, most of them letters; accents of French stand alone
  /// between ASCII letters.
  private static func codePage(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var wellFormed = 0
    var stray = 0
    var arabicLetters = 0
    var alone = 0
    var runLength = 0
    var offset = 0
    let sampled = min(bytes.count, 65_536)
    while offset < sampled {
      let byte = bytes[offset]
      if byte < 0x80 {
        if runLength == 1 { alone += 1 }
        runLength = 0
        offset += 1
      } else if let (_, length) = UTF8Decoding.scalar(in: bytes, at: offset) {
        wellFormed += 1
        runLength = 0
        offset += length
      } else {
        stray += 1
        runLength += 1
        // The letters of Windows-1256 from hamza to yeh, without its few French ones.
        if (0xC1...0xDF).contains(byte)
          || [0xE1, 0xE3, 0xE4, 0xE5, 0xE6, 0xEC, 0xED].contains(byte)
        {
          arabicLetters += 1
        }
        offset += 1
      }
    }
    if runLength == 1 { alone += 1 }
    if wellFormed > stray { return nil }
    if alone * 4 >= stray * 3 { return "Windows-1252 (Latin)" }
    return stray >= 6 && arabicLetters * 4 >= stray * 3 ? "Windows-1256 (Arabic)" : nil
  }
}
