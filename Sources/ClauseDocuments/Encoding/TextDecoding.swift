internal import ClauseSource

/// Brings the bytes of a text file into UTF-8, as declared or as proved by the bytes.
enum TextDecoding {
  /// A file to read on, or the reason why not.
  enum Outcome {
    /// The file is UTF-8, or what it is the scan of its bytes will say.
    case asItIs
    /// The same file in UTF-8, what it was in, and what is said about it.
    case decoded(SourceFile, ReadingOptions.TextEncoding, [Diagnostic])
    case refused(Diagnostic)
  }

  /// Decodes a file in the declared encoding, or in the one its bytes prove.
  static func decode(
    _ file: SourceFile, declared: ReadingOptions.TextEncoding?
  ) -> Outcome {
    switch declared {
    case .utf8: return .asItIs
    case .windows1252, .windows1256: return decode(file, declared: declared ?? .utf8)
    case nil: return detect(file)
    }
  }

  private static func decode(
    _ file: SourceFile, declared encoding: ReadingOptions.TextEncoding
  ) -> Outcome {
    let profile = Profile(file.bytes)
    if profile.isMarked || (profile.isUTF8 && profile.wellFormed > 0) {
      return .refused(
        Diagnostic(
          .error, code: "encoding-declared",
          message: LocalizedText(
            en: "its source declares \(encoding.rawValue), but the file is UTF-8",
            fr: "sa source déclare \(encoding.rawValue), mais le fichier est en UTF-8",
            ar: "المصدر يصرح بالترميز \(encoding.rawValue) لكن الملف بترميز UTF-8"),
          place: .span(start(file)),
          remedy: LocalizedText(
            en: "Remove encoding: from the source.", fr: "Retirez encoding: de la source.",
            ar: "احذف encoding: من المصدر.")))
    }
    return convert(file, encoding, said: [])
  }

  private static func detect(_ file: SourceFile) -> Outcome {
    let profile = Profile(file.bytes)
    // Well-formed characters among stray bytes are UTF-8 that was damaged, not another encoding;
    // and text with NUL is none of these.
    if profile.isUTF8 || profile.isMarked || profile.hasNUL
      || profile.wellFormed > profile.stray
    {
      return .asItIs
    }
    guard let encoding = EncodingEvidence(file.bytes).encoding else {
      return .refused(
        Diagnostic(
          .error, code: "encoding",
          message: LocalizedText(
            en: "the file is not UTF-8, and its bytes do not prove another encoding",
            fr: "le fichier n'est pas en UTF-8 et rien ne prouve un autre encodage",
            ar: "الملف ليس بترميز UTF-8 ولا شيء يثبت ترميزا آخر"),
          place: .span(Span(file: file.id, start: profile.firstStray, end: profile.firstStray + 1)),
          remedy: LocalizedText(
            en: "Save it as UTF-8, or write encoding: windows-1252 (French) or encoding: "
              + "windows-1256 (Arabic) into its source.",
            fr: "Enregistrez-le en UTF-8, ou écrivez dans sa source encoding: windows-1252 "
              + "(français) ou encoding: windows-1256 (arabe).",
            ar: "احفظه بترميز UTF-8، أو اكتب في مصدره encoding: windows-1256 (العربية) أو "
              + "encoding: windows-1252 (الفرنسية).")))
    }
    let name = encoding == .windows1256 ? "Windows-1256 (Arabic)" : "Windows-1252 (Latin)"
    return convert(
      file, encoding,
      said: [
        Diagnostic(
          .note, code: "encoding-detected",
          message: LocalizedText(
            en: "the file is no UTF-8; it was read as \(name)",
            fr: "le fichier n'est pas en UTF-8 ; il a été lu en \(name)",
            ar: "الملف ليس بترميز UTF-8؛ قرئ بترميز \(name)"),
          place: .span(start(file)),
          remedy: LocalizedText(
            en: "Write encoding: \(encoding.rawValue) into its source to say so.",
            fr: "Pour le confirmer, écrivez encoding: \(encoding.rawValue) dans sa source.",
            ar: "لتأكيد ذلك اكتب encoding: \(encoding.rawValue) في مصدره."))
      ])
  }

  private static func start(_ file: SourceFile) -> Span {
    Span(file: file.id, start: 0, end: 0)
  }

  private static func convert(
    _ file: SourceFile, _ encoding: ReadingOptions.TextEncoding, said: [Diagnostic]
  ) -> Outcome {
    guard let page = CodePage.of(encoding) else { return .asItIs }
    switch page.decoded(file.bytes) {
    case .success(let bytes):
      return .decoded(SourceFile(id: file.id, path: file.path, bytes: bytes), encoding, said)
    case .failure(let fault):
      let hex = "0x" + String(file.bytes[fault.offset], radix: 16, uppercase: true)
      return .refused(
        Diagnostic(
          .error, code: "encoding",
          message: LocalizedText(
            en: "the byte \(hex) stands for nothing in \(encoding.rawValue)",
            fr: "l'octet \(hex) ne correspond à rien en \(encoding.rawValue)",
            ar: "البايت \(hex) لا يقابله شيء في \(encoding.rawValue)"),
          place: .span(Span(file: file.id, start: fault.offset, end: fault.offset + 1)),
          remedy: LocalizedText(
            en: "Save the file as UTF-8.", fr: "Enregistrez le fichier en UTF-8.",
            ar: "احفظ الملف بترميز UTF-8.")))
    }
  }

  /// What the bytes say about UTF-8.
  private struct Profile {
    /// Characters of more than one byte.
    var wellFormed = 0
    /// Bytes that belong to no character.
    var stray = 0
    var firstStray = 0
    var hasNUL = false
    /// Whether a byte order mark says which Unicode encoding it is.
    let isMarked: Bool

    var isUTF8: Bool { stray == 0 }

    init(_ bytes: [UInt8]) {
      isMarked =
        bytes.starts(with: SourceFile.byteOrderMark) || bytes.starts(with: [0xFF, 0xFE])
        || bytes.starts(with: [0xFE, 0xFF])
      bytes.withUnsafeBufferPointer { bytes in
        var offset = 0
        while offset < bytes.count {
          let byte = bytes[offset]
          if byte < 0x80 {
            if byte == 0 { hasNUL = true }
            offset += 1
          } else if let (_, length) = UTF8Decoding.scalar(in: bytes, at: offset) {
            wellFormed += 1
            offset += length
          } else {
            if stray == 0 { firstStray = offset }
            stray += 1
            offset += 1
          }
        }
      }
    }
  }
}
