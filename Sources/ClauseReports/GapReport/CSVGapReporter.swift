public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// The clause matrix as a CSV table, one row a clause of a standard.
public struct CSVGapReporter: GapReporter {
  /// `csv`.
  public let name = "csv"
  /// `.csv`.
  public let endings = [".csv"]

  /// Makes the reporter.
  public init() {}

  /// The table; its headings are keys, the same in every language.
  public func report(_ report: GapReport) -> [UInt8] {
    let assessment = report.assessment
    var writer = CSVWriter()
    writer.row([
      "as_of", "standard", "clause", "title", "state", "rules", "records", "findings", "rule_ids",
      "finding_fingerprints",
    ])
    let statement = RunStatement(assessment)
    if assessment.hasErrors || !assessment.restriction.isWhole {
      // A table without this row would look whole.
      let words = ReporterStrings.of(assessment.language)
      let files = assessment.files.count { $0.fate == .notAssessed }
      var notes = statement.restrictions.map { $0[assessment.language].plain }
      if assessment.hasErrors { notes.insert(words.incompleteMatrix(files), at: 0) }
      writer.row([
        assessment.asOf.iso, "", "", notes.joined(separator: " · "),
        ClauseState.notAssessed.rawValue, "", "", "", "", "",
      ])
    }
    for row in report.clauses {
      for (standard, cell) in zip(assessment.standards, row.cells) {
        guard let cell, cell.result.isLeaf else { continue }
        writer.row([
          assessment.asOf.iso, standard.id, row.number, row.title[assessment.language],
          cell.result.state.rawValue, String(cell.result.rules), String(cell.result.records),
          String(cell.result.findings), cell.rules.joined(separator: " "),
          cell.findings.map { assessment.findings[$0].fingerprint }.joined(separator: " "),
        ])
      }
    }
    for (line, register) in zip(NotProvidedLine.all(assessment), assessment.notProvided) {
      writer.row([
        assessment.asOf.iso, "", "", line.sentence.unescaped, "not_provided", "", "", "",
        register.type, "",
      ])
    }
    // What was not read stands in the same table: one without it would look complete.
    for line in UnreadLine.all(assessment.unread) {
      writer.row([
        assessment.asOf.iso, "", "", line.sentence(in: assessment.language).unescaped, "not_read",
        "", "", "", line.reason.rawValue, "",
      ])
    }
    return writer.bytes
  }
}
