import ClauseSource

/// A workflow command of GitHub Actions: `::error file=a.md,line=1::words`.
///
/// The runner ends a property at `,` and `:`, the message at a line break, and decodes `%XX`:
/// all four are percent-encoded, so that no text of a record can begin a command of its own.
enum WorkflowCommand {
  /// The command as one line.
  static func line(
    _ command: StaticString, _ properties: [(StaticString, String)], message lines: [String]
  ) -> String {
    let list = properties.map { "\($0.0)=\(property($0.1))" }.joined(separator: ",")
    return "::\(command) \(list)::" + lines.map(words).joined(separator: "%0A") + "\n"
  }

  private static func property(_ text: String) -> String {
    encoded(TerminalText.path(Untrusted(text)).text, also: [":", ","])
  }

  private static func words(_ text: String) -> String {
    encoded(TerminalText.words(Untrusted(text), in: .english).text, also: [])
  }

  private static func encoded(_ text: String, also: Set<Unicode.Scalar>) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "%" || also.contains(scalar) {
        result += "%" + String(scalar.value, radix: 16, uppercase: true)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
