/// Paths relative to the root, checked before the file system is asked anything.
public enum RelativePath {
  /// Why a text is not a path below the root, or nil when it may be looked up.
  ///
  /// Only plain relative paths pass: `/` between parts, no `.` or `..` part, nothing another
  /// program might expand, decode or strip. The answer depends on the text alone.
  public static func refusal(of path: String) -> LocalizedText? {
    let bytes = Array(path.utf8)
    if bytes.isEmpty {
      return LocalizedText(en: "the path is empty", fr: "le chemin est vide", ar: "المسار فارغ")
    }
    if bytes.count > 4_000 {
      return LocalizedText(
        en: "the path is too long", fr: "le chemin est trop long", ar: "المسار طويل جدا")
    }
    if bytes[0] == UInt8(ascii: "/") {
      return LocalizedText(
        en: "the path is absolute", fr: "le chemin est absolu", ar: "المسار مطلق")
    }
    if bytes[0] == UInt8(ascii: "~") {
      return LocalizedText(
        en: "the path begins with ~", fr: "le chemin commence par ~", ar: "يبدأ المسار بالعلامة ~")
    }
    if bytes.contains(UInt8(ascii: "\\")) {
      return LocalizedText(
        en: "the path holds a backslash", fr: "le chemin contient une barre oblique inverse",
        ar: "يتضمن المسار شرطة مائلة عكسية")
    }
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      return LocalizedText(
        en: "the path holds a control character", fr: "le chemin contient un caractère de commande",
        ar: "يتضمن المسار محرف تحكم")
    }
    if bytes.contains(UInt8(ascii: "$")) {
      return LocalizedText(
        en: "the path holds a $", fr: "le chemin contient un $", ar: "يتضمن المسار العلامة $")
    }
    if hasScheme(bytes) {
      return LocalizedText(
        en: "the path is a URL or has a drive letter",
        fr: "le chemin est une adresse web ou commence par une lettre de lecteur",
        ar: "المسار عنوان ويب أو يبدأ بحرف قرص")
    }
    if hasPercentEncoding(bytes) {
      return LocalizedText(
        en: "the path is percent-encoded", fr: "le chemin est encodé avec des %",
        ar: "المسار مرمز بعلامات %")
    }
    if let invisible = invisibleScalar(in: path) {
      return LocalizedText(
        en: "the path holds the invisible character \(Excerpt.codePoint(invisible))",
        fr: "le chemin contient le caractère invisible \(Excerpt.codePoint(invisible))",
        ar: "يتضمن المسار المحرف غير المرئي \(Excerpt.codePoint(invisible))")
    }
    for part in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty {
        return LocalizedText(
          en: "the path has an empty part", fr: "le chemin a une partie vide",
          ar: "في المسار جزء فارغ")
      }
      if part.elementsEqual(".".utf8) {
        return LocalizedText(
          en: "the path has a \".\" part", fr: "le chemin a une partie « . »",
          ar: "في المسار جزء «.»")
      }
      if part.elementsEqual("..".utf8) {
        return LocalizedText(
          en: "the path has a \"..\" part", fr: "le chemin a une partie « .. »",
          ar: "في المسار جزء «..»")
      }
      if part.count > 255 {
        return LocalizedText(
          en: "a part of the path is too long", fr: "une partie du chemin est trop longue",
          ar: "في المسار جزء طويل جدا")
      }
      if part.first == UInt8(ascii: ".") {
        return LocalizedText(
          en: "a part of the path is hidden", fr: "une partie du chemin est cachée",
          ar: "في المسار جزء مخفي")
      }
      if let last = part.last, last == UInt8(ascii: " ") || last == UInt8(ascii: ".") {
        return LocalizedText(
          en: "a part of the path ends in a blank or a dot",
          fr: "une partie du chemin finit par un espace ou un point",
          ar: "في المسار جزء ينتهي بفراغ أو نقطة")
      }
    }
    return nil
  }

  /// The parts of a path that `refusal(of:)` accepted.
  static func parts(_ path: String) -> [String] { PathText.parts(path) }

  /// `a:` at the beginning: `file:`, `https:`, `C:`.
  private static func hasScheme(_ bytes: [UInt8]) -> Bool {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let head = bytes[..<colon]
    guard let first = head.first, isLetter(first) else { return false }
    return head.allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// `%` followed by two hexadecimal digits.
  private static func hasPercentEncoding(_ bytes: [UInt8]) -> Bool {
    func isHex(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
    return bytes.indices.contains {
      bytes[$0] == UInt8(ascii: "%") && $0 + 2 < bytes.count
        && isHex(bytes[$0 + 1]) && isHex(bytes[$0 + 2])
    }
  }

  /// The first control, bidirectional control or other invisible format character.
  ///
  /// Zero-width non-joiner and joiner pass: Persian and several Indic scripts spell with them.
  static func invisibleScalar(in text: String) -> UInt32? {
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x20 || (0x7F...0x9F).contains(value) { return value }
      if value < 0xAD { continue }
      let properties = scalar.properties
      if properties.isBidiControl { return value }
      if properties.isDefaultIgnorableCodePoint, value != 0x200C, value != 0x200D { return value }
      if value == 0x2028 || value == 0x2029 { return value }
    }
    return nil
  }
}
