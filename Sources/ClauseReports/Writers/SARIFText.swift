import ClauseAssessment
import ClauseSource

/// Text for SARIF message strings: visible as on a terminal, and free of SARIF's own syntax.
///
/// SARIF reads `{0}` as a placeholder and `[text](target)` as a link (sections 3.11.5 and 3.11.6):
/// braces are doubled, brackets and backslashes are escaped.
enum SARIFText {
  /// A message as one line.
  static func message(_ message: Message) -> String {
    // Viewers lay text out by themselves: no isolates, hence the left-to-right form.
    escaped(printable(message))
  }

  /// A sentence as one line.
  static func words(_ words: Untrusted) -> String {
    escaped(atLineStart(TerminalText.words(words, in: .english)))
  }

  /// A sentence of a rule's author as one line.
  static func words(_ words: String) -> String { self.words(Untrusted(words)) }

  /// A message without SARIF escapes, for properties that are no message strings.
  static func printable(_ message: Message) -> String {
    atLineStart(TerminalText.message(message, in: .english))
  }

  /// A value without SARIF escapes, for properties that are no message strings.
  static func printable(_ value: Untrusted) -> String { TerminalText.path(value).text }

  /// Viewers print messages at the beginning of a line, in CI logs too.
  private static func atLineStart(_ text: TerminalText) -> String {
    TerminalText.beginLikeCommand([text]) ? text.withFirstVisibleShown().text : text.text
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{": result += "{{"
      case "}": result += "}}"
      case "[", "]", "\\": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
