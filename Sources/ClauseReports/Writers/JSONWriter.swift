public import ClauseSource

/// Writes JSON as bytes, in the order the calls are made, indented by two blanks.
///
/// Whatever could act on a reader of the file (controls, line separators, bidirectional and
/// invisible characters, the CI command mark `##`) is written as an escape: the value is the
/// same, the file is inert.
public struct JSONWriter: Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true
  private var followsKey = false

  private let onOneLine: Bool

  /// An empty document; `onOneLine` leaves out line breaks and indentation, for JSON Lines.
  public init(onOneLine: Bool = false) { self.onOneLine = onOneLine }

  /// The finished document with a line break at its end.
  public var document: [UInt8] { bytes + [0x0A] }

  /// Writes an object whose members `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclosed(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes an array with what `write` makes of each element.
  public mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    enclosed(UInt8(ascii: "["), UInt8(ascii: "]")) { writer in
      for element in elements { write(&writer, element) }
    }
  }

  /// Writes a text.
  public mutating func string(_ text: String) {
    separate()
    quoted(text)
  }

  /// Writes a number.
  public mutating func number(_ value: Int) {
    separate()
    bytes += Array(String(value).utf8)
  }

  /// Writes a truth value.
  public mutating func bool(_ value: Bool) {
    separate()
    bytes += Array((value ? "true" : "false").utf8)
  }

  /// Writes null.
  public mutating func null() {
    separate()
    bytes += Array("null".utf8)
  }

  /// Writes a member whose value `body` writes.
  public mutating func member(_ name: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    quoted(name)
    bytes += [UInt8(ascii: ":"), UInt8(ascii: " ")]
    followsKey = true
    body(&self)
  }

  /// Writes a member with a text.
  public mutating func member(_ name: String, _ text: String) { member(name) { $0.string(text) } }

  /// Writes a member with a text as it was read; escaping is this writer's work.
  public mutating func member(_ name: String, _ text: Untrusted) {
    member(name) { $0.string(text.unescaped) }
  }

  /// Writes a member with a number.
  public mutating func member(_ name: String, _ value: Int) { member(name) { $0.number(value) } }

  /// Writes a member with a truth value.
  public mutating func member(_ name: String, _ value: Bool) { member(name) { $0.bool(value) } }

  /// Writes a member with an array of texts.
  public mutating func member(_ name: String, _ texts: [String]) {
    member(name) { writer in writer.array(texts) { $0.string($1) } }
  }

  /// Writes a member with an object.
  public mutating func objectMember(_ name: String, _ body: (inout JSONWriter) -> Void) {
    member(name) { $0.object(body) }
  }

  /// Writes a member with an array.
  public mutating func arrayMember<Elements: Sequence>(
    _ name: String, _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    member(name) { $0.array(elements, write) }
  }

  private mutating func enclosed(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newLine() }
    isFirst = false
    bytes.append(close)
  }

  /// Puts what has to stand before a value: nothing after a key or at the beginning of the file.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    guard depth > 0 else { return }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    newLine()
  }

  private mutating func newLine() {
    guard !onOneLine else { return }
    bytes.append(0x0A)
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  private mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    if text.utf8.allSatisfy(Self.isPlain) {
      bytes += text.utf8
      return
    }
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
      case "\n": bytes += Array("\\n".utf8)
      case "\r": bytes += Array("\\r".utf8)
      case "\t": bytes += Array("\\t".utf8)
      default:
        if !VisibleScalars.isPrintable(scalar, inArabicText: false)
          || (scalar == "#" && previous == "#")
        {
          for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
            escape(unit)
          }
        } else {
          bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
      }
      previous = scalar
    }
  }

  /// Whether a byte of a text is written as it is, whatever stands around it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "#"): false
    default: (0x20...0x7E).contains(byte)
    }
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16, uppercase: true)
    bytes += Array("\\u".utf8)
    bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    bytes += Array(digits.utf8)
  }
}
