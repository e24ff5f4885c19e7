public import ClauseAssessment
import ClauseSource

/// GitLab Code Quality: a JSON array of issues, each with a fingerprint of its own.
public struct GitLabReporter: Reporter {
  /// `gitlab`.
  public let name = "gitlab"
  /// `.json`.
  public let endings = [".json"]

  /// Makes the reporter.
  public init() {}

  /// The failures; GitLab has no place for accepted findings.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    var writer = JSONWriter()
    writer.array(FailureEntry.list(assessment)) { writer, entry in
      writer.object { issue in
        issue.member("description", entry.placedMessage)
        issue.member("check_name", entry.code)
        issue.member("fingerprint", entry.fingerprint)
        issue.member("severity", Self.severity(entry))
        issue.objectMember("location") { location in
          location.member("path", entry.path)
          location.objectMember("lines") { lines in
            lines.member("begin", entry.location?.start.line ?? 1)
            if let end = entry.location?.end.line { lines.member("end", end) }
          }
        }
        issue.objectMember("content") { $0.member("body", entry.lines.joined(separator: "\n")) }
        issue.member("categories", ["Compliance"])
      }
    }
    return writer.document
  }

  /// GitLab's words: info, minor, major, critical, blocker.
  private static func severity(_ entry: FailureEntry) -> String {
    switch entry.level {
    case .error: entry.severity == ClauseState.notAssessed.rawValue ? "blocker" : "major"
    case .warning: "minor"
    case .notice: "info"
    }
  }
}
