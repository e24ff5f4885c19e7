public import ClauseCalendar
public import ClauseSource

/// A record by which the organisation excepts something: a clause, a finding, or a proof.
public struct ExceptionResult: Hashable, Sendable {
  /// What it excepts.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A clause justified as not applicable.
    case exclusion
    /// A finding accepted until a date.
    case derogation
    /// A signed statement where no record proves a clause.
    case attestation
  }

  /// Whether it has effect on the as-of date.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// It has.
    case inForce = "in_force"
    /// Its first day lies ahead.
    case notBegun = "not_begun"
    /// Its last day has passed.
    case ended
    /// It lacks something it needs, such as an approver in office.
    case void
  }

  /// What it excepts.
  public var kind: Kind
  /// The record's id.
  public var id: Untrusted
  /// The rule of a derogation.
  public var rule: Untrusted?
  /// The fingerprint of a derogation that accepts one finding only.
  public var fingerprint: Untrusted?
  /// The record a derogation is about; nil for the organisation as a whole.
  public var record: RecordReference?
  /// The clauses of an exclusion or attestation, as they are written.
  public var clauses: [Untrusted]
  /// Why.
  public var reason: Untrusted
  /// The id of the person who answers for it.
  public var approver: Untrusted?
  /// Its first day.
  public var start: CivilDate?
  /// Its last day, inclusive; nil for an exclusion, which has none.
  public var end: CivilDate?
  /// Whether it has effect.
  public var status: Status
  /// Findings it accepts, or clauses whose state rests on it.
  public var uses: Int
  /// Fingerprints of the findings a derogation accepts.
  public var accepted: Set<String>
  /// Whether it stands in a comment.
  public var isComment: Bool
  /// Where it stands.
  public var location: Location

  /// Makes an entry.
  public init(
    kind: Kind, id: Untrusted, rule: Untrusted? = nil, fingerprint: Untrusted? = nil,
    record: RecordReference? = nil, clauses: [Untrusted] = [], reason: Untrusted,
    approver: Untrusted?, start: CivilDate?, end: CivilDate?, status: Status, uses: Int,
    accepted: Set<String> = [], isComment: Bool = false, location: Location
  ) {
    self.kind = kind
    self.id = id
    self.rule = rule
    self.fingerprint = fingerprint
    self.record = record
    self.clauses = clauses
    self.reason = reason
    self.approver = approver
    self.start = start
    self.end = end
    self.status = status
    self.uses = uses
    self.accepted = accepted
    self.isComment = isComment
    self.location = location
  }

  /// Days since its first day; nil without one, negative before it.
  public func ageDays(on day: CivilDate) -> Int? { start.map { day.days(since: $0) } }

  /// Days until its last day, 0 on the day itself; nil without one, negative after it.
  public func daysLeft(on day: CivilDate) -> Int? { end.map { $0.days(since: day) } }
}
