import ClauseAssessment
import ClauseRules

/// The severity of findings after the pattern of a whole register is known.
///
/// A single lapse in a major rule about records is graded minor; it stays major when the rule is
/// critical, or when at least 3 records and a fifth of at least 10 fail. In a smaller register a
/// share is one lapse or two, and makes nothing major. Grading is a proposal to the auditor
/// (ISO/IEC 17021-1: a major nonconformity affects the capability of the system).
struct Grading {
  let rules: [CompiledRule]
  let counts: [RuleCount]

  /// The severity of a finding of the rule at `index` that rests on `basis`.
  func severity(of index: Int, basis: Basis) -> Severity {
    let rule = rules[index].rule
    if basis == .data { return .data }
    if basis == .practice { return .observation }
    guard rule.severity == .major, !rule.isCritical, case .records = rule.subject else {
      return rule.severity
    }
    let count = counts[index]
    let isPattern =
      count.evaluated >= 10 && count.failed >= 3 && count.failed * 5 >= count.evaluated
    return isPattern ? .major : .minor
  }
}
