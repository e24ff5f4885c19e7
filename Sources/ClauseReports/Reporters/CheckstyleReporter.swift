public import ClauseAssessment
import ClauseBytes
import ClauseSource

/// Checkstyle XML, which many review services and build servers read.
public struct CheckstyleReporter: Reporter {
  /// `checkstyle`.
  public let name = "checkstyle"
  /// `.xml`.
  public let endings = [".xml"]

  /// Makes the reporter.
  public init() {}

  /// Failures by file, in the findings' order.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    let entries = FailureEntry.list(assessment)
    var files: [(path: Untrusted, entries: [FailureEntry])] = []
    var numbers: [ByteKey: Int] = [:]
    for entry in entries {
      let key = ByteKey(entry.path.unescaped)
      if let number = numbers[key] {
        files[number].entries.append(entry)
      } else {
        numbers[key] = files.count
        files.append((entry.path, [entry]))
      }
    }
    var writer = XMLWriter()
    writer.element("checkstyle", [("version", "4.3")]) { writer in
      for file in files {
        writer.element("file", [("name", file.path.unescaped)]) { writer in
          for entry in file.entries { Self.write(entry, to: &writer) }
        }
      }
    }
    return writer.bytes
  }

  private static func write(_ entry: FailureEntry, to writer: inout XMLWriter) {
    let start = entry.location?.start ?? Position(line: 1, column: 1)
    let severity =
      switch entry.level {
      case .error: "error"
      case .warning: "warning"
      case .notice: "info"
      }
    writer.element(
      "error",
      [
        ("line", String(start.line)), ("column", String(start.column)), ("severity", severity),
        ("message", entry.lines.joined(separator: " — ")), ("source", "clauselint." + entry.code),
      ])
  }
}
