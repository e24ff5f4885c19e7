import ArgumentParser
import ClauseAssessment
import ClauseReports
import ClauseSource

/// What a shell offers behind an option or in place of an argument.
extension CompletionKind {
  /// Languages of messages.
  static var languages: CompletionKind { .list(Language.allCases.map(\.rawValue)) }

  /// Severities, and no gate at all.
  static var gates: CompletionKind { .list(Severity.allCases.map(\.rawValue) + ["never"]) }

  /// Text for people, JSON for programs.
  static var textOrJSON: CompletionKind { .list(["text", "json"]) }

  /// Names of limits with the sign behind them.
  static var limits: CompletionKind { .list(LimitName.allCases.map { $0.rawValue + "=" }) }

  /// Files of any kind.
  static var files: CompletionKind { .file() }

  /// YAML files.
  static var yaml: CompletionKind { .file(extensions: ["yaml", "yml"]) }

  /// Standards of the shipped packs.
  static var standards: CompletionKind {
    .list(["iso9001:2015", "iso14001:2015", "iso45001:2018"])
  }
}
