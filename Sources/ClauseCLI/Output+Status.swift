import ClauseAssessment
import ClauseReports
import ClauseSource

extension Output {
  /// The exit status of a command that met `diagnostics` and would else end with `status`.
  ///
  /// Whatever ends with 2 says why on standard error, even where the report goes to a file that
  /// nobody opens.
  static func status(
    _ diagnostics: [LocatedDiagnostic], in language: Language, otherwise status: ExitStatus = .clean
  ) -> ExitStatus {
    guard let line = RunStatement.failure(diagnostics, language: language) else { return status }
    printErrors(line)
    return .notAssessed
  }

  /// The exit status of a command that shows `assessment`.
  static func status(of assessment: Assessment) -> ExitStatus {
    status(assessment.diagnostics, in: assessment.language)
  }
}
