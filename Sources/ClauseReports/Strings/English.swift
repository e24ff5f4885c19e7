import ClauseAssessment
import ClauseSource

extension ReporterStrings {
  /// English.
  static let english = ReporterStrings(
    severity: { severity in
      switch severity {
      case .major: "major"
      case .minor: "minor"
      case .observation: "observation"
      case .data: "data"
      }
    },
    basis: { basis in
      switch basis {
      case .normative: "normative"
      case .own: "own"
      case .practice: "practice"
      case .legal: "legal"
      case .data: "data"
      }
    },
    diagnosticSeverity: { severity in
      switch severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "note"
      }
    },
    clauseState: stateWord,
    undecided: "undecided",
    asks: "asks",
    row: "row",
    because: "because",
    clauses: "clauses",
    remedy: "remedy",
    seeAlso: "see",
    asOf: { "as of \($0)" },
    severityCount: { severity, count in
      switch severity {
      case .major: "\(count) major"
      case .minor: "\(count) minor"
      case .observation: plural(count, "observation", "observations")
      case .data: plural(count, "data problem", "data problems")
      }
    },
    nothingAssessed: "no records: nothing was assessed",
    noFindings: "no findings",
    noFindingsInAssessed: "no findings in what was assessed",
    derogated: { count, lapsing, days in
      let lapses = lapsing == 1 ? "lapses" : "lapse"
      return "\(count) derogated"
        + (lapsing == 0 ? "" : ", \(lapsing) \(lapses) within \(days) days")
    },
    baseline: { "\($0) in the baseline" },
    undecidedCases: { count in
      "undecided in \(plural(count, "case", "cases")): fix the places named above first"
    },
    passedOver: { count in
      count == 1
        ? "1 file holds no records and was passed over"
        : "\(count) files hold no records and were passed over"
    },
    incomplete: { files in
      switch files {
      case 0: "incomplete: part of the input could not be assessed, see the errors above"
      case 1: "incomplete: 1 file was not assessed, see the errors above"
      default: "incomplete: \(files) files were not assessed, see the errors above"
      }
    },
    incompleteMatrix: { files in
      switch files {
      case 0: "incomplete: part of the input could not be assessed, run check for the errors"
      case 1: "incomplete: 1 file was not assessed, run check for the errors"
      default: "incomplete: \(files) files were not assessed, run check for the errors"
      }
    },
    listSeparator: ", ",
    clauseCounts: { clauses, states in
      let counts = states.map { state, count in "\(count) \(stateWord(state))" }
      return "\(plural(clauses, "clause", "clauses")): " + counts.joined(separator: ", ")
    },
    limits: "Only what the records declare was checked, not reality;"
      + " this is no certification decision.",
    notAssessedInput: { "Input that was not assessed: \($0)" },
    omissionTitle: "Results that are not in this file",
    omitted: { count in
      plural(count, "result is", "results are")
        + " not in this file, which holds the weightiest; the JSON report holds them all"
    },
    acceptedUntil: { "accepted by a derogation until \($0)" },
    accepted: "accepted by a derogation",
    inBaseline: "listed in the baseline",
    rootDescription: "The root of the organisation's repository",
    matrixTitle: "Clause matrix",
    headings: Headings(
      clause: "clause", state: "state", rules: "rules", records: "records", findings: "findings",
      title: "title", rule: "rule", severity: "severity", basis: "basis", recordType: "for"),
    attestedNote: { count in
      "\(count) attested: a signed statement says so where no record can prove it;"
        + " the tool verified nothing"
    },
    notAssessedNote: { count in
      "\(count) not assessed: no rule met a record that could show conformity;"
        + " not assessed is not conform"
    })

  private static func plural(_ count: Int, _ one: String, _ other: String) -> String {
    "\(count) \(count == 1 ? one : other)"
  }

  @Sendable private static func stateWord(_ state: ClauseState) -> String {
    switch state {
    case .conform: "conform"
    case .nonconform: "nonconform"
    case .derogated: "derogated"
    case .attested: "attested"
    case .notApplicable: "not applicable"
    case .notAssessed: "not assessed"
    }
  }
}
