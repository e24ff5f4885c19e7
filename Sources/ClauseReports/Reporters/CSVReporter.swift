public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// The findings as a CSV table for spreadsheets, one row a finding, accepted ones included.
public struct CSVReporter: Reporter {
  /// `csv`.
  public let name = "csv"
  /// `.csv`.
  public let endings = [".csv"]

  /// Makes the reporter.
  public init() {}

  private static let columns = [
    "severity", "state", "basis", "rule", "message", "because", "remedy", "clauses",
    "record_type", "record_id", "field", "file", "line", "column", "cell", "accepted_until",
    "fingerprint",
  ]

  /// The table; its headings are keys, the same in every language. Errors of the input come first,
  /// with `not_assessed` as their severity: a table without them would look complete.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.columns)
    for diagnostic in assessment.diagnostics where diagnostic.severity == .error {
      let place = diagnostic.location
      writer.row([
        ClauseState.notAssessed.rawValue, "", "", SARIFDescriptors.errorPrefix + diagnostic.code,
        diagnostic.message.unescaped, "", diagnostic.remedy.unescaped, "", "", "", "",
        place?.path.unescaped ?? "", place.map { String($0.start.line) } ?? "",
        place.map { String($0.start.column) } ?? "", place?.cell?.text.unescaped ?? "", "", "",
      ])
    }
    for finding in assessment.findings { writer.row(Self.cells(finding)) }
    if let statement = FailureEntry.statement(of: assessment) {
      writer.row([
        statement.severity, "", "", statement.code, statement.message,
        statement.details.joined(separator: " · "), "", "", "", "", "",
        statement.path.unescaped, "", "", "", "", statement.fingerprint,
      ])
    }
    return writer.bytes
  }

  private static func cells(_ finding: Finding) -> [String] {
    [
      finding.severity.rawValue, finding.stateWord, finding.basis.rawValue, finding.rule,
      FailureEntry.line(finding.message),
      finding.because.map(FailureEntry.line).joined(separator: " · "),
      FailureEntry.line(finding.remedy), finding.clauses.joined(separator: " "),
      finding.record?.type.unescaped ?? "", finding.record?.id.unescaped ?? "",
      finding.field?.unescaped ?? "", finding.location.path.unescaped,
      String(finding.location.start.line), String(finding.location.start.column),
      finding.location.cell?.text.unescaped ?? "", finding.acceptedUntil?.iso ?? "",
      finding.fingerprint,
    ]
  }
}
