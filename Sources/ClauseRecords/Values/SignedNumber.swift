/// A number with a sign before it that says how to compare with it: `≤ 8`, `> 95 %`, `min 3`.
enum SignedNumber {
  /// The text without its sign.
  static func withoutSign(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    split(text).map { ScalarText.trimmed($0.rest) } ?? text
  }

  /// The sign before a number; nil without one.
  static func sign(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? { split(text)?.sign }

  private static func split(
    _ text: ArraySlice<UInt8>
  ) -> (sign: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
    for sign in signs where text.starts(with: sign) {
      let rest = ScalarText.trimmed(text.dropFirst(sign.count))
      guard let first = rest.first, (0x30...0x39).contains(first) else { continue }
      return (text.prefix(sign.count), rest)
    }
    return nil
  }

  /// Longer ones first.
  private static let signs = ["<=", ">=", "=<", "=>", "≤", "≥", "<", ">", "="].map {
    Array($0.utf8)
  }
}
