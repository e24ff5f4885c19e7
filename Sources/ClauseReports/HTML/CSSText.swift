import ClauseSource

/// A style sheet: our own rules, and texts of the input only as strings in which every code point
/// is written by number.
struct CSSText: Sendable {
  /// The rules.
  private(set) var text: String

  /// Begins with our own rules.
  init(_ rules: StaticString) { text = rules.description }

  /// Adds our own rules.
  mutating func add(_ rules: StaticString) { text += rules.description }

  /// Adds a text as a CSS string, cut at 80 code points.
  mutating func addString(_ words: String) {
    text += "\""
    for scalar in HTMLWriter.visible(words, limit: 80).unicodeScalars {
      text += "\\" + String(scalar.value, radix: 16) + " "
    }
    text += "\""
  }
}

/// Policies of a document about what it may load and run.
enum ContentPolicy {
  /// Nothing but this style sheet and this script, by their hashes.
  static func only(style: CSSText, script: StaticString) -> String {
    let style = hash(style.text)
    let script = hash(script.description)
    return "default-src 'none'; style-src '\(style)'; script-src '\(script)'; "
      + "base-uri 'none'; form-action 'none'"
  }

  private static func hash(_ text: String) -> String {
    let digits = Array(SHA256.hexadecimal(of: Array(text.utf8)).utf8)
    let octets = stride(from: 0, to: digits.count - 1, by: 2).map { index in
      nibble(digits[index]) << 4 | nibble(digits[index + 1])
    }
    return "sha256-" + Base64.text(octets)
  }

  private static func nibble(_ digit: UInt8) -> UInt8 {
    digit >= UInt8(ascii: "a") ? digit - UInt8(ascii: "a") + 10 : digit - UInt8(ascii: "0")
  }
}

/// Octets as RFC 4648 base 64.
enum Base64 {
  /// The text with its padding.
  static func text(_ octets: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: octets.count, by: 3) {
      let group = octets[start..<min(start + 3, octets.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        text.append(index <= group.count ? alphabet[bits >> (18 - 6 * index) & 63] : 0x3D)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
