/// Paths relative to the root, checked before the file system is asked anything.
public enum RelativePath {
  /// Why a text is not a path below the root, or nil when it may be looked up.
  ///
  /// Only plain relative paths pass: `/` between parts, no `.` or `..` part, nothing another
  /// program might expand, decode or strip. The answer depends on the text alone.
  public static func refusal(of path: String) -> String? {
    let bytes = Array(path.utf8)
    if bytes.isEmpty { return "the path is empty" }
    if bytes.count > 4_000 { return "the path is too long" }
    if bytes[0] == UInt8(ascii: "/") { return "the path is absolute" }
    if bytes[0] == UInt8(ascii: "~") { return "the path begins with ~" }
    if bytes.contains(UInt8(ascii: "\\")) { return "the path holds a backslash" }
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      return "the path holds a control character"
    }
    if bytes.contains(UInt8(ascii: "$")) { return "the path holds a $" }
    if hasScheme(bytes) { return "the path is a URL or has a drive letter" }
    if hasPercentEncoding(bytes) { return "the path is percent-encoded" }
    if let invisible = invisibleScalar(in: path) {
      return "the path holds the invisible character \(Excerpt.codePoint(invisible))"
    }
    for part in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty { return "the path has an empty part" }
      if part.elementsEqual(".".utf8) { return "the path has a \".\" part" }
      if part.elementsEqual("..".utf8) { return "the path has a \"..\" part" }
      if part.count > 255 { return "a part of the path is too long" }
      if part.first == UInt8(ascii: ".") { return "a part of the path is hidden" }
      if let last = part.last, last == UInt8(ascii: " ") || last == UInt8(ascii: ".") {
        return "a part of the path ends in a blank or a dot"
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
