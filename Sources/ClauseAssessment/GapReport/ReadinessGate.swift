public import ClauseCalendar

/// A question of the self-check before a certification audit, answered from the records.
///
/// All gates passed means ready with reservations, never certifiable: that is the auditor's and the
/// certification body's to decide.
public struct ReadinessGate: Hashable, Sendable {
  /// What is asked.
  public enum Question: String, Sendable, Hashable, CaseIterable {
    /// The scope is approved.
    case scopeApproved = "scope-approved"
    /// The internal audits of the cycle cover all processes and all clauses.
    case auditCycle = "audit-cycle"
    /// A management review was held after the last internal audit.
    case reviewAfterAudit = "review-after-audit"
    /// No finding of the highest grade is open.
    case noOpenMajor = "no-open-major"
    /// Compliance with every applicable obligation is evaluated.
    case complianceEvaluated = "compliance-evaluated"
    /// Every objective is measured.
    case objectivesMeasured = "objectives-measured"
    /// Every emergency scenario was drilled in its interval.
    case drillsHeld = "drills-held"
    /// The records reach at least three months back.
    case threeMonths = "three-months"
  }

  /// The answer.
  public enum Answer: String, Sendable, Hashable {
    case yes
    case no
    /// Nothing was met that could answer.
    case notAssessed = "not_assessed"
  }

  /// What is asked.
  public var question: Question
  /// The answer.
  public var answer: Answer
  /// How many of `total` things meet the question; 0 of 0 where nothing is counted.
  public var met: Int
  /// How many things there are to meet it.
  public var total: Int
  /// The date the answer rests on, such as that of the last review; nil without one.
  public var date: CivilDate?
  /// The records that stand in the way, or that answer the question.
  public var records: [RecordLabel]
  /// Numbers of clauses that stand in the way.
  public var clauses: [String]

  /// Makes a gate.
  public init(
    question: Question, answer: Answer, met: Int = 0, total: Int = 0, date: CivilDate? = nil,
    records: [RecordLabel] = [], clauses: [String] = []
  ) {
    self.question = question
    self.answer = answer
    self.met = met
    self.total = total
    self.date = date
    self.records = records
    self.clauses = clauses
  }
}
