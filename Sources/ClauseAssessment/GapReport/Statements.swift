public import ClauseCalendar
public import ClauseSource

/// A clause that the organisation justifies as not applicable.
public struct ExclusionRow: Hashable, Sendable {
  /// The record.
  public var record: RecordLabel
  /// The clause as written.
  public var clause: Untrusted
  /// Why.
  public var justification: Untrusted?
  /// Whether it affects conformity of what is provided; nil when not said.
  public var affectsConformity: Bool?
  /// Who approved it.
  public var approvedBy: RecordLabel?
  /// When.
  public var approvedOn: CivilDate?
  /// Whether the assessment gives effect to it.
  public var status: ExceptionResult.Status

  /// Makes a row.
  public init(
    record: RecordLabel, clause: Untrusted, justification: Untrusted? = nil,
    affectsConformity: Bool? = nil, approvedBy: RecordLabel? = nil, approvedOn: CivilDate? = nil,
    status: ExceptionResult.Status
  ) {
    self.record = record
    self.clause = clause
    self.justification = justification
    self.affectsConformity = affectsConformity
    self.approvedBy = approvedBy
    self.approvedOn = approvedOn
    self.status = status
  }
}

/// A signed statement.
public struct AttestationRow: Hashable, Sendable {
  /// The record.
  public var record: RecordLabel
  /// The clauses as written.
  public var clauses: [Untrusted]
  /// What is stated.
  public var statement: Untrusted?
  /// Who signed.
  public var by: RecordLabel?
  /// When.
  public var on: CivilDate?
  /// Last day.
  public var validUntil: CivilDate?
  /// Files it rests on.
  public var evidence: [Untrusted]
  /// Whether it has effect on the as-of date.
  public var status: ExceptionResult.Status

  /// Makes a row.
  public init(
    record: RecordLabel, clauses: [Untrusted], statement: Untrusted? = nil, by: RecordLabel? = nil,
    on: CivilDate? = nil, validUntil: CivilDate? = nil, evidence: [Untrusted] = [],
    status: ExceptionResult.Status
  ) {
    self.record = record
    self.clauses = clauses
    self.statement = statement
    self.by = by
    self.on = on
    self.validUntil = validUntil
    self.evidence = evidence
    self.status = status
  }
}

/// An acceptance of findings until a date.
public struct DerogationRow: Hashable, Sendable {
  /// The record.
  public var record: RecordLabel
  /// The rule it is about, or nil.
  public var rule: Untrusted?
  /// The fingerprint it is about, or nil.
  public var fingerprint: Untrusted?
  /// The record it is about, or nil.
  public var target: RecordLabel?
  /// Why.
  public var reason: Untrusted?
  /// Who accepted.
  public var approvedBy: RecordLabel?
  /// When.
  public var approvedOn: CivilDate?
  /// Last day.
  public var expiresOn: CivilDate?
  /// Whether it has effect on the as-of date.
  public var status: ExceptionResult.Status
  /// Indices of the findings it accepts.
  public var findings: [Int]

  /// Makes a row.
  public init(
    record: RecordLabel, rule: Untrusted? = nil, fingerprint: Untrusted? = nil,
    target: RecordLabel? = nil, reason: Untrusted? = nil, approvedBy: RecordLabel? = nil,
    approvedOn: CivilDate? = nil, expiresOn: CivilDate? = nil,
    status: ExceptionResult.Status,
    findings: [Int] = []
  ) {
    self.record = record
    self.rule = rule
    self.fingerprint = fingerprint
    self.target = target
    self.reason = reason
    self.approvedBy = approvedBy
    self.approvedOn = approvedOn
    self.expiresOn = expiresOn
    self.status = status
    self.findings = findings
  }
}

/// A finding that will begin unless something is done.
public struct ComingDue: Hashable, Sendable {
  /// The first day on which it is found; the last day in time is the day before.
  public var beginsOn: CivilDate
  /// Whether that day is exact; else it is found at the latest then.
  public var isExact: Bool
  /// The finding as of that day, in each language of the report.
  public var editions: [Finding]
  /// What is known about it.
  public var context: FindingContext
  /// Whether it exists today and a derogation ends.
  public var isEndOfDerogation: Bool

  /// Makes an entry.
  public init(
    beginsOn: CivilDate, isExact: Bool, editions: [Finding],
    context: FindingContext = FindingContext(), isEndOfDerogation: Bool = false
  ) {
    precondition(!editions.isEmpty, "a finding has at least one edition")
    self.beginsOn = beginsOn
    self.isExact = isExact
    self.editions = editions
    self.context = context
    self.isEndOfDerogation = isEndOfDerogation
  }

  /// The finding in the leading language.
  public var finding: Finding { editions[0] }
}
