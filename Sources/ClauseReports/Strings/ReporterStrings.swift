import ClauseAssessment
import ClauseSource

/// Every word a report says by itself, in one language.
///
/// There are no defaults: a word that is missing in one language does not compile. Counted phrases
/// take their number and choose the form themselves, because languages differ in how many forms
/// they have.
struct ReporterStrings: Sendable {
  /// The auditor's word for a severity.
  var severity: @Sendable (Severity) -> String
  /// What a rule rests on.
  var basis: @Sendable (Basis) -> String
  /// How much a diagnostic weighs.
  var diagnosticSeverity: @Sendable (Diagnostic.Severity) -> String
  /// The state of one clause.
  var clauseState: @Sendable (ClauseState) -> String
  /// Stands where a severity would, for a rule that could not decide.
  var undecided: String

  /// Label of what a rule asks.
  var asks: String
  /// Label of the row of a table.
  var row: String
  /// Label of the reasons of a finding.
  var because: String
  /// Label of the clauses of a finding.
  var clauses: String
  /// Label of how to mend a finding.
  var remedy: String
  /// Label of a second place.
  var seeAlso: String

  /// The date of the run, given as text.
  var asOf: @Sendable (_ date: String) -> String
  /// Findings of one severity.
  var severityCount: @Sendable (Severity, Int) -> String
  /// No record was read.
  var nothingAssessed: String
  /// There is no finding.
  var noFindings: String
  /// There is no finding, but not everything was assessed.
  var noFindingsInAssessed: String
  /// Findings accepted by a derogation, and those whose derogation ends within `days`.
  var derogated: @Sendable (_ count: Int, _ lapsing: Int, _ days: Int) -> String
  /// Findings listed in the baseline.
  var baseline: @Sendable (Int) -> String
  /// Cases in which a rule could not decide.
  var undecidedCases: @Sendable (Int) -> String
  /// Files that hold no records.
  var passedOver: @Sendable (Int) -> String
  /// Something was not assessed: so many files, or none when the trouble is not one file's.
  var incomplete: @Sendable (_ files: Int) -> String
  /// The same where the errors are not shown: the matrix.
  var incompleteMatrix: @Sendable (_ files: Int) -> String
  /// What stands between the parts of an enumeration.
  var listSeparator: String
  /// The clauses of a standard and how many are in each state that occurs.
  var clauseCounts: @Sendable (_ clauses: Int, _ states: [(ClauseState, Int)]) -> String
  /// What a run can and cannot show.
  var limits: String

  /// Input with a trouble of this code was not assessed.
  var notAssessedInput: @Sendable (_ code: String) -> String
  /// Some results are not in the file.
  var omissionTitle: String
  /// So many results are not in the file.
  var omitted: @Sendable (Int) -> String
  /// A finding is accepted until a date, given as text.
  var acceptedUntil: @Sendable (_ date: String) -> String
  /// A finding is accepted by a derogation.
  var accepted: String
  /// A finding is listed in the baseline.
  var inBaseline: String
  /// What relative paths start from.
  var rootDescription: String

  /// Heading of the clause matrix.
  var matrixTitle: String
  /// Column headings.
  var headings: Headings
  /// What attested means, for so many clauses.
  var attestedNote: @Sendable (Int) -> String
  /// What not assessed means, for so many clauses.
  var notAssessedNote: @Sendable (Int) -> String

  /// The column headings of tables.
  struct Headings: Sendable {
    var clause: String
    var state: String
    var rules: String
    var records: String
    var findings: String
    var title: String
    var rule: String
    var severity: String
    var basis: String
    var recordType: String
  }

  /// The words of `language`.
  static func of(_ language: Language) -> ReporterStrings {
    switch language {
    case .english: english
    case .french: french
    case .arabic: arabic
    }
  }

  /// The labels of a finding's lines, for aligning what follows them.
  var labels: [String] { [asks, row, because, clauses, remedy, seeAlso] }
}
