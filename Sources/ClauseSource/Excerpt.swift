/// Quoting of untrusted bytes in messages: bounded, in quotation marks, otherwise verbatim.
///
/// What the characters do to a terminal or a browser is the encoders' concern (see `Untrusted`).
public enum Excerpt {
  /// `bytes` between quotation marks, cut after `limits.excerptLength` code points.
  public static func quoted(_ bytes: some Sequence<UInt8>, limits: Limits) -> String {
    var kept: [UInt8] = []
    var codePoints = 0
    var isCut = false
    for byte in bytes {
      if byte & 0xC0 != 0x80 {
        if codePoints == limits.excerptLength {
          isCut = true
          break
        }
        codePoints += 1
      }
      kept.append(byte)
    }
    return "\"" + String(decoding: kept, as: UTF8.self) + (isCut ? "…\"" : "\"")
  }

  /// `text` between quotation marks, cut after `limits.excerptLength` code points.
  public static func quoted(_ text: String, limits: Limits) -> String {
    quoted(text.utf8, limits: limits)
  }

  /// The code point as Unicode writes it: `U+00E9`.
  public static func codePoint(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}
