import ClauseSource

/// Text for Markdown: every character with a meaning there is escaped, mentions are broken.
enum MarkdownText {
  /// A sentence as one line of Markdown that renders as the same sentence.
  static func words(_ words: Untrusted) -> String {
    var result = ""
    for scalar in TerminalText.words(words, in: .english).text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "<", ">", "+", "-", "!", "|", "~",
        "&", ":", ".":
        result += "\\\(scalar)"
      case "#", "@":
        // A word joiner keeps a mention or an issue number from becoming a link.
        result += "\\\(scalar)\u{2060}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
