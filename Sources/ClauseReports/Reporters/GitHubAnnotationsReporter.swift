public import ClauseAssessment
import ClauseSource

/// Workflow commands that GitHub shows on the changed files, for standard output of a step.
public struct GitHubAnnotationsReporter: Reporter {
  /// `github`.
  public let name = "github"
  /// `.txt`, `.log`.
  public let endings = [".txt", ".log"]

  /// Annotations of one level that GitHub shows for a step.
  static let perLevel = 10

  /// Makes the reporter.
  public init() {}

  /// The first ten failures of each level, then how many more there are.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    let words = PipelineStrings.of(assessment.language)
    let entries = FailureEntry.list(assessment)
    var text = ""
    for level in FailureEntry.Level.allCases {
      let ofLevel = entries.filter { $0.level == level }
      for entry in ofLevel.prefix(Self.perLevel) { text += Self.command(entry) }
      if ofLevel.count > Self.perLevel {
        text += words.moreOfLevel(ofLevel.count - Self.perLevel, "\(Self.name(level))") + "\n"
      }
    }
    return Array(text.utf8)
  }

  private static func command(_ entry: FailureEntry) -> String {
    var properties: [(StaticString, String)] = [("file", entry.path.unescaped)]
    // The rows of a workbook are no lines of the file; the cell stands in the message.
    if let place = entry.location, place.cell == nil {
      properties += [("line", String(place.start.line)), ("col", String(place.start.column))]
      properties.append(("endLine", String(Swift.max(place.start.line, place.end.line))))
      if place.end.line == place.start.line, place.end.column > place.start.column {
        // GitHub counts the last column in.
        properties.append(("endColumn", String(place.end.column - 1)))
      }
    }
    properties.append(("title", "\(entry.severity) \(entry.code)"))
    return WorkflowCommand.line(name(entry.level), properties, message: entry.lines)
  }

  private static func name(_ level: FailureEntry.Level) -> StaticString {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .notice: "notice"
    }
  }
}
