public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// The coverage matrix for people: every clause of every standard with its state and what the
/// state rests on.
public struct ClauseMatrixReporter: Reporter {
  /// `text`.
  public let name = "text"

  /// Makes the reporter.
  public init() {}

  /// The matrix, with notes on what attested and not assessed mean.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    let language = assessment.language
    let words = ReporterStrings.of(language)
    var page = TerminalPage(colour: options.colour)
    let date = TerminalText.value(Untrusted(assessment.asOf.iso), in: language).text
    page.line(.own(words.matrixTitle), .own(" · "), .own(words.asOf(date)))
    if assessment.hasErrors {
      let files = assessment.files.count { $0.fate == .notAssessed }
      page.line(.own(words.incompleteMatrix(files), style: .error))
    }
    let statement = RunStatement(assessment)
    page.line([], statement.denominator, in: language)
    page.lines(statement.peculiarities, in: language)
    for standard in assessment.standards {
      page.blank()
      let tally = ClauseTally(standard)
      page.line(
        .value(Untrusted(standard.name), in: language), .own("  "),
        .own(words.clauseCounts(tally.clauses, tally.states)))
      table(of: standard, language, words).write(to: &page)
      for (state, note) in [
        (ClauseState.attested, words.attestedNote), (.notAssessed, words.notAssessedNote),
      ] where tally.count(state) > 0 {
        page.line(.own(note(tally.count(state))))
      }
    }
    page.blank()
    page.line(.own(words.limits))
    return page.bytes
  }

  private func table(
    of standard: StandardResult, _ language: Language, _ words: ReporterStrings
  ) -> TerminalTable {
    var table = TerminalTable([.leading, .leading, .trailing, .trailing, .trailing, .leading])
    let headings = words.headings
    let crosswalk = CrosswalkStrings.of(language)
    table.add(
      [
        headings.clause, headings.state, headings.rules, headings.records, headings.findings,
        headings.title,
      ].map { .own($0) })
    for clause in standard.clauses {
      let number = ClauseCitations.number(of: clause.id)
      let depth = number.utf8.count { $0 == UInt8(ascii: ".") }
      table.add([
        .value(Untrusted(number), in: language).indented(by: 2 * depth),
        .own(words.clauseState(clause.state), style: clause.state == .nonconform ? .major : .plain),
        .own(
          clause.rulesByCrosswalk == 0
            ? String(clause.rules) : crosswalk.rules(clause.rules, clause.rulesByCrosswalk)),
        .own(String(clause.records)), .own(String(clause.findings)),
        .words(Untrusted(clause.title[language]), in: language),
      ])
    }
    return table
  }
}
