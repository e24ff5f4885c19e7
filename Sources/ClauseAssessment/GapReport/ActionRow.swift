public import ClauseCalendar
public import ClauseSource

/// An action of the organisation's plan, as its register declares it.
public struct ActionRow: Hashable, Sendable {
  /// The record.
  public var record: RecordLabel
  /// What it is for: `correction`, `corrective`, `risk` and so on.
  public var kind: String?
  /// What is to be done.
  public var description: Untrusted?
  /// The record it follows from.
  public var origin: RecordLabel?
  /// Who does it.
  public var responsible: RecordLabel?
  /// Last day.
  public var dueOn: CivilDate?
  /// When it was done; nil when that is not noted.
  public var doneOn: CivilDate?
  /// `planned`, `ongoing`, `done`, `verified` or `cancelled`.
  public var status: String?
  /// Whether it is still to be done, as packs reckon it.
  public var isOpen: Bool
  /// Whether it is open and its last day has passed.
  public var isOverdue: Bool

  /// Makes a row.
  public init(
    record: RecordLabel, kind: String? = nil, description: Untrusted? = nil,
    origin: RecordLabel? = nil, responsible: RecordLabel? = nil, dueOn: CivilDate? = nil,
    doneOn: CivilDate? = nil, status: String? = nil, isOpen: Bool = false,
    isOverdue: Bool = false
  ) {
    self.record = record
    self.kind = kind
    self.description = description
    self.origin = origin
    self.responsible = responsible
    self.dueOn = dueOn
    self.doneOn = doneOn
    self.status = status
    self.isOpen = isOpen
    self.isOverdue = isOverdue
  }
}
