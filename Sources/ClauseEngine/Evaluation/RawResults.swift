import ClauseAssessment
import ClauseSource

/// How much of a failure is worked out. The reasons and the texts cost more than the verdict.
enum FindingDetail: Sendable {
  /// That the rule fails, and for which discipline.
  case verdict
  /// Also the fields to blame.
  case fields
  /// Everything that people are told.
  case full
}

/// A failure as a shard of the evaluation found it, before grading.
struct RawFinding: Sendable {
  /// Index of the rule in `PackSet.rules`.
  var rule: Int
  /// Index of the record in the store; nil for rules over everything.
  var record: Int?
  /// The discipline, for rules per discipline.
  var discipline: String?
  /// Paths of the fields to blame, the first one shown.
  var fields: [String]
  /// Where it is shown; nil for rules over everything, which are located later.
  var span: Span?
  /// What tells findings of one rule on one field of one record apart, such as a list's value.
  var valueKey = ""
  /// How much of the rule fails.
  var extent = Extent.whole
  /// Whether a parameter stood in for the organisation's own interval.
  var isPractice = false
  /// Whether it is about a text that stands for one that nobody has written yet.
  var isPlaceholder = false
  var message: Message
  var because: [Message] = []
  var remedy: Message
  var related: [(Message, Span)] = []
}

/// A record a rule could not decide on.
struct RawNotice: Sendable {
  var rule: Int
  var record: Int?
  /// The discipline, for rules per discipline.
  var discipline: String?
  var reason: Message
  /// Path of the field whose value is missed.
  var field: String?
  var cause = RuleNotice.Cause.unreadable
  var span: Span?
}

/// A field that the table of a register has no column for.
struct MissingColumn: Hashable, Sendable {
  /// Index of the type in the catalog.
  var type: Int
  /// The file.
  var file: FileID
  /// The field.
  var field: String
}

/// How often a rule met records.
struct RuleCount: Sendable {
  var evaluated = 0
  var failed = 0
  var skipped = 0

  static func += (a: inout RuleCount, b: RuleCount) {
    a.evaluated += b.evaluated
    a.failed += b.failed
    a.skipped += b.skipped
  }
}

/// What one shard found.
struct ShardResult: Sendable {
  var findings: [RawFinding] = []
  var notices: [RawNotice] = []
  var diagnostics: [Diagnostic] = []
  var counts: [(rule: Int, count: RuleCount)] = []
  /// Types, as indices of the catalog, for want of whose registers a rule did not decide, by rule.
  var notProvided: [Int: Set<Int>] = [:]
  /// Rules that failed only for want of a column, by type and file, and the fields they wanted.
  var missingColumns: [MissingColumn: Set<Int>] = [:]
  /// What the evaluations cost.
  var cost = 0
}
