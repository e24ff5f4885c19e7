import ClauseSource

/// Writes HTML that is well-formed by construction: elements are closed where they were opened,
/// and every text and attribute is escaped. There is no way to put a piece of markup, an address
/// or a style in as text, so neither a record nor a mistake can.
struct HTMLWriter: Sendable {
  /// The document so far, UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Begins a document.
  init() { raw("<!doctype html>\n") }

  /// The elements in use.
  enum Tag: String, Sendable {
    case html, head, title, body, header, nav, main, section, footer, div, p, span, a, b, small
    case h1, h2, h3, h4, ul, ol, li, dl, dt, dd, table, caption, thead, tbody, tr, th, td
    case article, details, summary, figure, figcaption, bdi, time, code, input, select, option,
      label
    case button, svg, g, rect, line, path, circle, text, use, symbol, defs, polyline, output
    case br, meta

    /// Whether it has neither content nor an end tag.
    var isVoid: Bool { self == .input || self == .br || self == .meta }
    /// Whether its end tag may be left out: what follows closes it.
    var closesItself: Bool { [.li, .td, .th, .tr, .dt, .dd, .option].contains(self) }
  }

  /// Opens an element, writes its content and closes it.
  mutating func open(_ tag: Tag, _ attributes: [HTMLAttribute]) {
    raw("<")
    raw(tag.rawValue)
    for attribute in attributes {
      raw(" ")
      raw(attribute.name)
      guard let value = attribute.value else { continue }
      raw("=")
      if Self.isPlain(value) {
        raw(value)
      } else {
        raw("\"")
        escape(value, quoting: true)
        raw("\"")
      }
    }
    raw(">")
  }

  /// Closes an element.
  mutating func close(_ tag: Tag) {
    guard !tag.isVoid, !tag.closesItself else { return }
    raw("</")
    raw(tag.rawValue)
    raw(">")
  }

  /// A text as it is, escaped.
  mutating func text(_ words: String) { escape(words, quoting: false) }

  /// A text of the input: escaped, cut at `limit` code points, and every code point that could
  /// hide or turn something shown by number.
  mutating func text(_ words: Untrusted, limit: Int) {
    escape(Self.visible(words.unescaped, limit: limit), quoting: false)
  }

  /// A line break between blocks, for people who read the source.
  mutating func lineBreak() { raw("\n") }

  /// The style sheet. Its text holds no `<`, so it cannot end the element.
  mutating func style(_ sheet: CSSText) {
    raw("<style>")
    raw(sheet.text)
    raw("</style>")
  }

  /// The script.
  mutating func script(_ script: StaticString) {
    raw("<script>")
    raw(script.description)
    raw("</script>")
  }

  /// The text without what could hide or turn something, cut at `limit` code points.
  static func visible(_ raw: String, limit: Int) -> String {
    if raw.utf8.count <= limit, raw.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return raw }
    let inArabicText = VisibleScalars.holdsArabic(raw)
    var result = ""
    var count = 0
    for scalar in raw.unicodeScalars {
      if count == limit { return result + "…" }
      count += 1
      if scalar == "\n" || scalar == "\t" || scalar == "\r" {
        result += " "
      } else if VisibleScalars.isPrintable(scalar, inArabicText: inArabicText) {
        result.unicodeScalars.append(scalar)
      } else {
        result += VisibleScalars.shown(scalar)
      }
    }
    return result
  }

  private static func isPlain(_ value: String) -> Bool {
    !value.isEmpty
      && value.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."), UInt8(ascii: "#"):
          true
        default: false
        }
      }
  }

  private mutating func escape(_ text: String, quoting: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\"") where quoting: raw("&quot;")
      default: bytes.append(byte)
      }
    }
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
