public import ClauseCalendar
public import ClauseSource

/// Compliance with legal and other obligations, as the register and its evaluations declare it.
///
/// A breach that the organisation found and acts upon is not by itself a nonconformity of the
/// system; not knowing, not evaluating and not acting are. The two stand apart: `result` of a row
/// is the organisation's own judgement, `findings` are what the rules say of the system.
public struct LegalCompliance: Hashable, Sendable {
  /// The obligations the organisation declares, in the register's order.
  public var obligations: [ObligationRow]
  /// Legal texts the organisation declares.
  public var texts: Int
  /// Reference obligations of packs that no declared obligation refers to.
  public var undeclaredReferences: Int

  /// Makes a section.
  public init(obligations: [ObligationRow] = [], texts: Int = 0, undeclaredReferences: Int = 0) {
    self.obligations = obligations
    self.texts = texts
    self.undeclaredReferences = undeclaredReferences
  }

  /// Obligations that apply.
  public var applicable: [ObligationRow] { obligations.filter(\.applies) }
  /// Applicable obligations past their date.
  public var overdue: [ObligationRow] { applicable.filter(\.isOverdue) }
  /// Applicable obligations whose last concluded evaluation is too old, or there is none.
  public var stale: [ObligationRow] { applicable.filter(\.isStale) }
  /// Applicable obligations that the last evaluation judged not or only partly met.
  public var breached: [ObligationRow] { applicable.filter(\.isBreached) }
  /// Breaches without action.
  public var unacted: [ObligationRow] { breached.filter { !$0.isActedUpon } }
}

/// One obligation.
public struct ObligationRow: Hashable, Sendable {
  /// Why an evaluation no longer counts.
  public enum Staleness: Hashable, Sendable {
    /// There is no concluded evaluation.
    case never
    /// The last one is older than the interval.
    case tooOld
    /// The text was amended after the last one.
    case amended
  }

  /// The record.
  public var record: RecordLabel
  /// The text it comes from.
  public var text: RecordLabel?
  /// Article or provision, as written.
  public var provision: Untrusted?
  /// What it asks, as the register puts it.
  public var requirement: Untrusted?
  /// `applicable`, `partly`, `not_applicable`, `informational`, `unknown`; nil when undecided.
  public var applicability: String?
  /// Whether it applies.
  public var applies: Bool
  /// `low`, `medium`, `high`; nil when not declared.
  public var criticality: String?
  /// How sure the source of the text's data is: `high`, `medium`, `low`; nil when not said.
  public var confidence: String?
  /// Who answers for it.
  public var owner: RecordLabel?
  /// The next date; nil when it has none.
  public var nextDue: CivilDate?
  /// Whether that date has passed.
  public var isOverdue: Bool
  /// Result of the last evaluation: `conform`, `partial`, `nonconform`, `not_applicable`,
  /// `to_verify`; nil without any.
  public var result: String?
  /// Day of the last evaluation.
  public var evaluatedOn: CivilDate?
  /// Whether the last evaluation found it not or only partly met.
  public var isBreached: Bool
  /// Why its evaluation no longer counts; nil when it does.
  public var staleness: Staleness?
  /// Whether an action or a nonconformity follows a breach.
  public var isActedUpon: Bool
  /// Indices of findings about it or its evaluations.
  public var findings: [Int]

  /// Makes a row.
  public init(
    record: RecordLabel, text: RecordLabel? = nil, provision: Untrusted? = nil,
    requirement: Untrusted? = nil, applicability: String? = nil, applies: Bool,
    criticality: String? = nil, confidence: String? = nil, owner: RecordLabel? = nil,
    nextDue: CivilDate? = nil, isOverdue: Bool = false, result: String? = nil,
    evaluatedOn: CivilDate? = nil, isBreached: Bool = false, staleness: Staleness? = nil,
    isActedUpon: Bool = false, findings: [Int] = []
  ) {
    self.record = record
    self.text = text
    self.provision = provision
    self.requirement = requirement
    self.applicability = applicability
    self.applies = applies
    self.criticality = criticality
    self.confidence = confidence
    self.owner = owner
    self.nextDue = nextDue
    self.isOverdue = isOverdue
    self.result = result
    self.evaluatedOn = evaluatedOn
    self.isBreached = isBreached
    self.staleness = staleness
    self.isActedUpon = isActedUpon
    self.findings = findings
  }

  /// Whether no concluded evaluation counts.
  public var isStale: Bool { staleness != nil }
}
