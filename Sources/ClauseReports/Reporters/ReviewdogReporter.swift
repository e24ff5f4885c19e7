public import ClauseAssessment
import ClauseSource

/// Reviewdog Diagnostic Format, one JSON object a line (`rdjsonl`).
///
/// Ranges name lines only: the format counts columns in bytes, which a result does not know.
public struct ReviewdogReporter: Reporter {
  /// `rdjsonl`.
  public let name = "rdjsonl"
  /// `.rdjsonl`, `.jsonl`, `.json`.
  public let endings = [".rdjsonl", ".jsonl", ".json"]

  /// Makes the reporter.
  public init() {}

  /// The failures; nothing at all when there are none.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    FailureEntry.list(assessment).flatMap { entry in
      var writer = JSONWriter(onOneLine: true)
      writer.object { diagnostic in
        diagnostic.member("message", entry.lines.joined(separator: "\n"))
        diagnostic.objectMember("location") { location in
          location.member("path", entry.path)
          if let place = entry.location {
            location.objectMember("range") { range in
              range.objectMember("start") { $0.member("line", place.start.line) }
              range.objectMember("end") { $0.member("line", place.end.line) }
            }
          }
        }
        diagnostic.member("severity", Self.severity(entry.level))
        diagnostic.objectMember("source") { $0.member("name", "clauselint") }
        diagnostic.objectMember("code") { $0.member("value", entry.code) }
      }
      return writer.document
    }
  }

  private static func severity(_ level: FailureEntry.Level) -> String {
    switch level {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .notice: "INFO"
    }
  }
}
