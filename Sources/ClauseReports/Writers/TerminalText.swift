public import ClauseAssessment
public import ClauseSource

/// Text that is safe on a terminal and in a CI log: the one place where `Untrusted` becomes it.
///
/// It holds no control character, no line break, no bidirectional control except the isolates put
/// in here, and never two `#` in a row (CI runners take `##vso[` and `##[` for commands anywhere
/// in a line). `TerminalPage` adds the rule about the beginning of a line.
public struct TerminalText: Sendable, Equatable {
  /// How a piece stands out where colour is wanted.
  public enum Style: Sendable, Equatable {
    /// As the text around it.
    case plain
    /// A major finding.
    case major
    /// A minor finding.
    case minor
    /// An observation.
    case observation
    /// An error of the input.
    case error

    /// How a severity stands out.
    public static func of(_ severity: Severity) -> Style {
      switch severity {
      case .major: .major
      case .minor: .minor
      case .observation: .observation
      case .data: .plain
      }
    }

    /// The SGR parameters, or nil for none.
    var parameters: String? {
      switch self {
      case .plain: nil
      case .major, .error: "1;31"
      case .minor: "33"
      case .observation: "36"
      }
    }
  }

  /// The safe text.
  public let text: String
  /// How it stands out.
  public let style: Style

  private init(safe text: String, style: Style = .plain) {
    self.text = text
    self.style = style
  }

  /// Words of the product itself.
  public static func own(_ words: String, style: Style = .plain) -> TerminalText {
    TerminalText(safe: words, style: style)
  }

  /// A value as it was read, cut at `limit` code points; isolated where `language` asks for it.
  public static func value(
    _ value: Untrusted, in language: Language, limit: Int = Limits().excerptLength
  ) -> TerminalText {
    TerminalText(safe: isolated(inert(value.unescaped, limit: limit), language))
  }

  /// A path or another text that programs pick up from the line: never isolated.
  public static func path(_ path: Untrusted) -> TerminalText {
    TerminalText(safe: inert(path.unescaped, limit: messageLimit))
  }

  /// Words of an author or a sentence with values in it: line breaks and tabs are only blanks.
  public static func words(_ words: Untrusted, in language: Language) -> TerminalText {
    TerminalText(
      safe: isolated(inert(joinedLines(words.unescaped), limit: messageLimit), language))
  }

  /// A message: its words as they are, each value isolated in a right-to-left language.
  ///
  /// There the whole sentence is isolated too, so that a value at its beginning stays there when
  /// the line itself begins with a path.
  public static func message(_ message: Message, in language: Language) -> TerminalText {
    var text = ""
    var left = messageLimit
    var parts = message.parts[...]
    while let part = parts.popFirst(), left > 0 {
      switch part {
      case .text(let words):
        let piece = inert(spacesForBreaks(words.unescaped), limit: left)
        left -= piece.unicodeScalars.count
        text += piece
      case .value(let value):
        let piece = inert(value.unescaped, limit: Swift.min(left, excerptLimit))
        left -= piece.unicodeScalars.count
        text += isolated(piece, language)
      }
    }
    if !parts.isEmpty { text += cutMark }
    // Two parts may meet with one # each.
    return TerminalText(safe: isolated(trimmed(withoutDoubleHash(text)), language))
  }

  /// The text at least `width` columns wide, blanks after it or before it.
  public func padded(to width: Int, atStart: Bool = false) -> TerminalText {
    let missing = Swift.max(0, width - VisibleScalars.width(of: text))
    let blanks = String(repeating: " ", count: missing)
    return TerminalText(safe: atStart ? blanks + text : text + blanks, style: style)
  }

  /// The text `columns` columns further in.
  public func indented(by columns: Int) -> TerminalText {
    TerminalText(safe: String(repeating: " ", count: columns) + text, style: style)
  }

  /// The text with the first scalar that is neither blank nor an isolate shown by number.
  func withFirstVisibleShown() -> TerminalText {
    var result = ""
    var done = false
    for scalar in text.unicodeScalars {
      if done || Self.isBlank(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += VisibleScalars.shown(scalar)
        done = true
      }
    }
    return TerminalText(safe: result, style: style)
  }

  /// Whether a line of `pieces` would begin with `::` or `##`, blanks aside.
  static func beginLikeCommand(_ pieces: [TerminalText]) -> Bool {
    var seen: Unicode.Scalar?
    for piece in pieces {
      for scalar in piece.text.unicodeScalars {
        if let first = seen { return scalar == first }
        if isBlank(scalar) { continue }
        guard scalar == ":" || scalar == "#" else { return false }
        seen = scalar
      }
    }
    return false
  }

  /// Blanks and isolates: what a reader of commands may skip at the beginning of a line.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == firstStrongIsolate || scalar == popIsolate
  }

  /// Code points of one message.
  static let messageLimit = Limits().messageLength
  /// Code points of one value.
  static let excerptLimit = Limits().excerptLength
  /// What stands for the rest of a text that was cut.
  static let cutMark = "…"

  private static let firstStrongIsolate: Unicode.Scalar = "\u{2068}"
  private static let popIsolate: Unicode.Scalar = "\u{2069}"

  private static func isolated(_ safe: String, _ language: Language) -> String {
    guard language.isRightToLeft, !safe.isEmpty else { return safe }
    return "\u{2068}" + safe + "\u{2069}"
  }

  /// The text with every code point that may not be printed shown by number, cut at `limit`.
  static func inert(_ raw: String, limit: Int) -> String {
    let isPlain = raw.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "#") }
    if isPlain, raw.utf8.count <= limit { return raw }
    let inArabicText = VisibleScalars.holdsArabic(raw)
    var result = ""
    var count = 0
    var previous: Unicode.Scalar = " "
    for scalar in raw.unicodeScalars {
      if count == limit { return result + cutMark }
      count += 1
      if VisibleScalars.isPrintable(scalar, inArabicText: inArabicText),
        !(scalar == "#" && previous == "#")
      {
        result.unicodeScalars.append(scalar)
      } else {
        result += VisibleScalars.shown(scalar)
      }
      previous = scalar
    }
    return result
  }

  private static func withoutDoubleHash(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "#")) else { return text }
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "#", previous == "#" {
        result += VisibleScalars.shown(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
      // An isolate between two # is not seen by a program that drops it.
      if !isBlank(scalar) || scalar.properties.isWhitespace { previous = scalar }
    }
    return result
  }

  /// The words with every line break, and the blanks around it, as one blank.
  private static func spacesForBreaks(_ words: String) -> String {
    guard words.utf8.contains(where: { $0 < 0x20 }) else { return words }
    var result = ""
    var afterBreak = false
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t":
        while result.unicodeScalars.last == " " { result.unicodeScalars.removeLast() }
        result += " "
        afterBreak = true
      case " " where afterBreak: continue
      default:
        result.unicodeScalars.append(scalar)
        afterBreak = false
      }
    }
    return result
  }

  private static func joinedLines(_ words: String) -> String { trimmed(spacesForBreaks(words)) }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
