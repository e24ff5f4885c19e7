import ClauseAssessment
import ClauseSource

/// The end of a text report: what the result rests on, and how much was found.
extension TextReport {
  /// Which rules ran, what is not as usual, how many findings, the states of the clauses.
  mutating func addSummary() {
    blocks.page.blank()
    if assessment.hasErrors {
      let files = assessment.files.count { $0.fate == .notAssessed }
      blocks.page.line(.own(words.incomplete(files), style: .error))
    }
    blocks.page.line([], statement.reach, in: language)
    blocks.page.lines(statement.restrictions + statement.changes, in: language)
    blocks.page.line(statement.findingCounts)
    addKnown()
    if !assessment.notices.isEmpty {
      blocks.page.line(.own(words.undecidedCases(assessment.notices.count)))
    }
    for standard in assessment.standards {
      let tally = ClauseTally(standard)
      blocks.page.line(
        .value(Untrusted(standard.name), in: language), .own("  "),
        .own(words.clauseCounts(tally.clauses, tally.states)))
    }
    blocks.page.line(.own(words.limits))
  }

  /// What changed since a revision, and entries of the baseline that can go.
  private mutating func addKnown() {
    let words = GateStrings.of(language)
    if let revision = assessment.revision {
      blocks.page.line(
        .own(words.since(revision.new, revision.fixed.count, isolated(revision.reference))))
    }
    if let revision = assessment.revision, !revision.absent.isEmpty {
      blocks.page.line(.own(words.absent(revision.absent.count)))
    }
    let updated = assessment.findings.count { $0.state == .new && $0.isUpdated }
    if updated > 0 { blocks.page.line(.own(words.updated(updated))) }
    if let baseline = assessment.baseline {
      BaselineText.addStale(baseline, words, to: &blocks.page)
    }
  }
}
