import ClauseSource

/// Writes XML 1.0 as bytes, indented by two blanks. All text passes through `TerminalText`, so the
/// file holds no control character and no invisible one, and then through XML's own escapes.
struct XMLWriter {
  private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  /// Writes an element with the elements that `body` writes; without a body it is empty.
  mutating func element(
    _ name: StaticString, _ attributes: [(StaticString, String)] = [],
    _ body: ((inout XMLWriter) -> Void)? = nil
  ) {
    open(name, attributes)
    guard let body else { return append("/>\n") }
    append(">\n")
    depth += 1
    body(&self)
    depth -= 1
    indent()
    append("</\(name)>\n")
  }

  /// Writes an element that holds `lines` of text.
  mutating func element(
    _ name: StaticString, _ attributes: [(StaticString, String)] = [], lines: [String]
  ) {
    open(name, attributes)
    append(">" + lines.map(Self.line).joined(separator: "\n") + "</\(name)>\n")
  }

  private mutating func open(_ name: StaticString, _ attributes: [(StaticString, String)]) {
    indent()
    append("<\(name)")
    for (key, value) in attributes { append(" \(key)=\"\(Self.escaped(value))\"") }
  }

  private mutating func indent() {
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  /// A line of its own, which a log may print as one: it never begins like a command.
  private static func line(_ text: String) -> String {
    let words = TerminalText.words(Untrusted(text), in: .english)
    return escaped(
      TerminalText.beginLikeCommand([words]) ? words.withFirstVisibleShown().text : words.text)
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.words(Untrusted(text), in: .english).text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
