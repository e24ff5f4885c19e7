public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// The matrix of documented information for people: what the standards ask to be written down,
/// and what the records hold of it.
public struct DocumentedInformationReporter: Reporter {
  /// `text`.
  public let name = "text"

  /// Makes the reporter.
  public init() {}

  /// One row for each kind of information, its clauses by standard.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    let language = assessment.language
    let words = ReporterStrings.of(language)
    let own = DocumentStrings.of(language)
    let rows = assessment.documentedInformation
    var page = TerminalPage(colour: options.colour)
    let date = TerminalText.value(Untrusted(assessment.asOf.iso), in: language).text
    page.line(.own(own.title), .own(" · "), .own(words.asOf(date)))
    if assessment.hasErrors {
      let files = assessment.files.count { $0.fate == .notAssessed }
      page.line(.own(words.incompleteMatrix(files), style: .error))
    }
    let statement = RunStatement(assessment)
    page.line([], statement.denominator, in: language)
    page.lines(statement.peculiarities, in: language)
    func count(_ state: DocumentedInformationState) -> Int { rows.count { $0.state == state } }
    page.line(
      .own(own.counts(rows.count, count(.present), count(.missing), count(.notAssessed))))
    table(assessment, words, own).write(to: &page)
    if rows.contains(where: { !$0.asNecessary.isEmpty }) { page.line(.own(own.note)) }
    page.blank()
    page.line(.own(words.limits))
    return page.bytes
  }

  private func table(
    _ assessment: Assessment, _ words: ReporterStrings, _ own: DocumentStrings
  ) -> TerminalTable {
    let language = assessment.language
    let citations = ClauseCitations(assessment.standards)
    var table = TerminalTable([.leading, .leading, .trailing, .leading, .leading, .leading])
    table.add(
      [
        own.information, words.headings.state, words.headings.records, own.maintained,
        own.retained, words.headings.rules,
      ].map { .own($0) })
    for row in assessment.documentedInformation {
      func cited(_ clauses: [String]) -> TerminalText {
        let texts = clauses.map { clause in
          citations.short(clause).unescaped
            + (row.asNecessary.contains(clause) ? " " + own.asNecessary : "")
        }
        return .value(Untrusted(texts.joined(separator: " · ")), in: language)
      }
      table.add([
        .words(Untrusted(row.title[language]), in: language),
        .own(own.state(row.state), style: row.state == .missing ? .major : .plain),
        .own(String(row.records)), cited(row.maintained), cited(row.retained),
        .value(Untrusted(row.rules.joined(separator: ", ")), in: language),
      ])
    }
    return table
  }
}
