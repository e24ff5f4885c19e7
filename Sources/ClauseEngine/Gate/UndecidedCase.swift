public import ClauseAssessment
public import ClauseSource

/// A rule that could not decide on a record: known from a baseline or a revision, it does not keep
/// the gate shut.
public struct UndecidedCase: Hashable, Sendable {
  /// Rule id.
  public var rule: Untrusted
  /// The record by its lasting name; nil for the organisation as a whole.
  public var record: RecordReference?

  /// Names a case.
  public init(rule: Untrusted, record: RecordReference?) {
    self.rule = rule
    self.record = record
  }

  /// The case of `notice`.
  public init(_ notice: RuleNotice) {
    self.init(rule: Untrusted(notice.rule), record: notice.record?.lasting)
  }

  /// Rule and record by their bytes.
  var key: [UInt8] {
    Array(rule.unescaped.utf8) + [0] + (record.map { [1] + GateContext.key($0) } ?? [])
  }

  /// Total order by the bytes of rule and record.
  static func precedes(_ a: UndecidedCase, _ b: UndecidedCase) -> Bool {
    a.key.lexicographicallyPrecedes(b.key)
  }

  /// Marks the notices of `assessment` that are among `cases`.
  static func mark(_ cases: [UndecidedCase], in assessment: inout Assessment) {
    let known = Set(cases.map(\.key))
    guard !known.isEmpty else { return }
    for index in assessment.notices.indices
    where known.contains(UndecidedCase(assessment.notices[index]).key) {
      assessment.notices[index].isKnown = true
    }
  }
}
