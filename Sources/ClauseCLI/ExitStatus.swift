// ClauseCLI: the command line. The only place that knows the clock, the environment, the working
// directory and the terminal; it turns them into options and an assessment into an exit status.

import ClauseAssessment
import ClauseSource

/// The exit statuses of every command. No other is ever used, but 128+n for a signal.
enum ExitStatus: Int32 {
  /// Everything was assessed and nothing is at or above the gate.
  case clean = 0
  /// Everything was assessed and there are findings.
  case findings = 1
  /// Something could not be assessed.
  case notAssessed = 2

  /// The status of an assessment at a gate; what could not be assessed beats findings.
  ///
  /// - Parameters:
  ///   - gate: the grade from which findings fail the run; nil for none.
  ///   - data: whether errors of the data fail it.
  static func of(
    _ assessment: Assessment, failOn gate: Severity?, failsOnData data: Bool, exitZero: Bool
  ) -> ExitStatus {
    if assessment.hasErrors { return .notAssessed }
    if exitZero { return .clean }
    let reached = assessment.findings.contains { finding in
      guard finding.state == .new else { return false }
      return finding.severity == .data
        ? data && finding.isDataError : gate.map { finding.severity >= $0 } ?? false
    }
    return reached ? .findings : .clean
  }
}

/// A command line or a world that cannot be worked with: one message, exit status 2.
struct CommandFailure: Error {
  /// What is wrong.
  var message: LocalizedText
  /// What to do; may be empty.
  var remedy = LocalizedText()

  /// Makes a failure.
  init(message: LocalizedText, remedy: LocalizedText = LocalizedText()) {
    self.message = message
    self.remedy = remedy
  }

  /// Makes a failure that only authors of packs meet.
  init(english: String, remedy: String = "") {
    self.init(message: LocalizedText(english: english), remedy: LocalizedText(english: remedy))
  }

  /// The failure where the folder of a run cannot be read.
  static func unreadable(_ trouble: FileTrouble) -> CommandFailure {
    CommandFailure(
      message: trouble.reason.following(
        en: "cannot read the folder: ", fr: "le dossier ne peut être lu : ",
        ar: "تعذرت قراءة المجلد: "))
  }
}
