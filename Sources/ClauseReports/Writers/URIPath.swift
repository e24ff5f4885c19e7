import ClauseSource

/// Paths from the root as relative URI references (RFC 3986).
enum URIPath {
  /// The path with every byte outside the unreserved set percent-encoded.
  ///
  /// A leading `/` is encoded too: the reference can never become absolute.
  static func reference(_ path: Untrusted) -> String {
    var result = ""
    for (index, byte) in path.unescaped.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "/") where index > 0:
        result += "/"
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
