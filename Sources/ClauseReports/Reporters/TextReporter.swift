public import ClauseAssessment

/// The report people read on a terminal: what was read, findings by severity, what stayed open,
/// a summary.
public struct TextReporter: Reporter {
  /// `text`.
  public let name = "text"
  /// `.txt`, `.text`.
  public let endings = [".txt", ".text"]
  /// People read it where they stand.
  public let isForTerminal = true

  /// Makes the reporter.
  public init() {}

  /// What was read and what not, findings that count, cases that were not decided, trouble with the
  /// input, problems of the data, what was not provided, what was not read, summary.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    var report = TextReport(assessment, options)
    report.addReading()
    report.addFindings()
    report.addUndecided()
    report.addDiagnostics()
    report.addDataProblems()
    report.addNotProvided()
    report.addUnread()
    if options.hasStatistics { report.addStatistics() }
    report.addSummary()
    return report.blocks.page.bytes
  }
}
