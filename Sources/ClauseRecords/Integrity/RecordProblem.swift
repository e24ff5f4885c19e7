public import ClauseSource

/// One failure of the record model in the organisation's records: a finding, never a diagnostic.
public struct RecordProblem: Sendable, Hashable {
  /// A value of the message template.
  public struct Argument: Sendable, Hashable {
    /// The placeholder it fills.
    public let name: String
    /// Its text, from the records or the type declarations.
    public let value: Untrusted

    /// Makes an argument.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = Untrusted(value)
    }
  }

  /// A second place that explains the problem.
  public struct Related: Sendable, Hashable {
    /// Where.
    public let span: Span
    /// What stands there.
    public let label: ProblemLabel

    /// Makes a related place.
    public init(_ span: Span, _ label: ProblemLabel) {
      self.span = span
      self.label = label
    }
  }

  /// Which check failed.
  public var kind: IntegrityKind
  /// Index of the record in the store (in `BoundFile.records` before the store is built); nil
  /// when no record could be made.
  public var record: Int?
  /// Name of the record's type; nil without a record.
  public var recordType: String?
  /// The record's id; nil without a record.
  public var recordID: Untrusted?
  /// Path of the field, such as `approved_by` or `criteria[1].weight`; empty for the record.
  public var fieldPath: String
  /// What to point at.
  public var span: Span
  /// Values for the placeholders of `IntegrityKind.message`, in order.
  public var arguments: [Argument]
  /// What exactly is wrong with the value, where the kind alone does not say it.
  public var detail: ProblemDetail?
  /// Other places that explain it.
  public var related: [Related]

  /// Makes a problem.
  public init(
    _ kind: IntegrityKind, record: Int?, recordType: String?, recordID: String?, fieldPath: String,
    span: Span, arguments: [Argument] = [], detail: ProblemDetail? = nil, related: [Related] = []
  ) {
    self.kind = kind
    self.record = record
    self.recordType = recordType
    self.recordID = recordID.map { Untrusted($0) }
    self.fieldPath = fieldPath
    self.span = span
    self.arguments = arguments
    self.detail = detail
    self.related = related
  }

  /// The value of the argument called `name`, or nil.
  public func argument(_ name: String) -> Untrusted? {
    arguments.first { $0.name.equalsByBytes(name) }?.value
  }

  /// Total order: place, kind, field, then arguments.
  static func precedes(_ a: RecordProblem, _ b: RecordProblem) -> Bool {
    if a.span != b.span { return a.span < b.span }
    if a.kind != b.kind { return a.kind.rawValue.precedesByBytes(b.kind.rawValue) }
    if !a.fieldPath.equalsByBytes(b.fieldPath) { return a.fieldPath.precedesByBytes(b.fieldPath) }
    return (a.record ?? -1) < (b.record ?? -1)
  }
}
