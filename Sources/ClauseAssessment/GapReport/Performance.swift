public import ClauseCalendar
public import ClauseSource

/// An indicator with what was measured.
public struct IndicatorSeries: Hashable, Sendable {
  /// A measured value.
  public struct Point: Hashable, Sendable {
    /// Last day of the period it is about.
    public var date: CivilDate
    /// The value.
    public var value: Double
    /// The target of that period; nil when the indicator has none.
    public var target: Double?

    /// Makes a point.
    public init(date: CivilDate, value: Double, target: Double?) {
      self.date = date
      self.value = value
      self.target = target
    }
  }

  /// The record.
  public var record: RecordLabel
  /// The process it is about.
  public var process: RecordLabel?
  /// Unit as written.
  public var unit: Untrusted?
  /// `ge`, `le`, `eq`, `between`; nil when not declared.
  public var comparator: String?
  /// The target; nil when not declared.
  public var target: Double?
  /// Bounds of `between`.
  public var bounds: ClosedRange<Double>?
  /// Values by date.
  public var points: [Point]

  /// Makes a series.
  public init(
    record: RecordLabel, process: RecordLabel? = nil, unit: Untrusted? = nil,
    comparator: String? = nil, target: Double? = nil, bounds: ClosedRange<Double>? = nil,
    points: [Point]
  ) {
    self.record = record
    self.process = process
    self.unit = unit
    self.comparator = comparator
    self.target = target
    self.bounds = bounds
    self.points = points
  }

  /// Whether `point` meets its target; nil when that cannot be said.
  public func meets(_ point: Point) -> Bool? {
    if comparator == "between" { return bounds.map { $0.contains(point.value) } }
    guard let target = point.target ?? target else { return nil }
    switch comparator {
    case "ge": return point.value >= target
    case "le": return point.value <= target
    case "eq": return point.value == target
    default: return nil
    }
  }
}

/// A project of a development programme.
public struct ProjectRow: Hashable, Sendable {
  /// The record.
  public var record: RecordLabel
  /// The programme it belongs to.
  public var programme: RecordLabel?
  /// Axis as written.
  public var axis: Untrusted?
  /// Who manages it.
  public var manager: RecordLabel?
  /// `study`, `procurement`, `works`, `received`, `closed`, `suspended`, `cancelled`.
  public var status: String?
  /// Budget, in the organisation's currency.
  public var budget: Double?
  /// Amount committed.
  public var committed: Double?
  /// Amount paid.
  public var paid: Double?
  /// Physical progress in percent, as declared.
  public var physicalProgress: Double?
  /// Financial progress in percent, as declared.
  public var financialProgress: Double?
  /// Day the progress was declared for.
  public var progressOn: CivilDate?
  /// First day.
  public var startOn: CivilDate?
  /// Last day planned.
  public var endOn: CivilDate?

  /// Makes a row.
  public init(
    record: RecordLabel, programme: RecordLabel? = nil, axis: Untrusted? = nil,
    manager: RecordLabel? = nil, status: String? = nil, budget: Double? = nil,
    committed: Double? = nil, paid: Double? = nil, physicalProgress: Double? = nil,
    financialProgress: Double? = nil, progressOn: CivilDate? = nil, startOn: CivilDate? = nil,
    endOn: CivilDate? = nil
  ) {
    self.record = record
    self.programme = programme
    self.axis = axis
    self.manager = manager
    self.status = status
    self.budget = budget
    self.committed = committed
    self.paid = paid
    self.physicalProgress = physicalProgress
    self.financialProgress = financialProgress
    self.progressOn = progressOn
    self.startOn = startOn
    self.endOn = endOn
  }

  /// Share of the planned time that has passed on `day`, in percent from 0 to 100; nil without
  /// both dates.
  public func elapsed(on day: CivilDate) -> Double? {
    guard let startOn, let endOn, startOn < endOn else { return nil }
    let share = Double(day.days(since: startOn)) / Double(endOn.days(since: startOn))
    return min(max(share, 0), 1) * 100
  }
}
