import ClauseAssessment
import ClauseSource

/// Findings of one rule with one severity: what an auditor writes up as one nonconformity with
/// several pieces of evidence.
struct FindingGroup {
  /// Rule id.
  var rule: String
  /// Their grade.
  var severity: Severity
  /// Whether they count.
  var state: FindingState
  /// Indices of the findings, in the report's order.
  var findings: [Int]
  /// All clauses they cite, in the order of the first.
  var clauses: [String]

  /// Where the group stands in the document.
  var anchor: HTMLAnchor { .card(rule, severity.rawValue, isBaseline: state == .baseline) }

  /// The findings in `state` in groups: the gravest first, then by clause number, then by rule.
  static func groups(_ report: GapReport, state: FindingState) -> [FindingGroup] {
    var order: [String: Int] = [:]
    for (index, row) in report.clauses.enumerated() {
      for cell in row.cells { if let id = cell?.result.id { order[id] = index } }
    }
    var found: [String: FindingGroup] = [:]
    for (index, finding) in report.assessment.findings.enumerated() where finding.state == state {
      let key = finding.severity.rawValue + "\0" + finding.rule
      var group =
        found[key]
        ?? FindingGroup(
          rule: finding.rule, severity: finding.severity, state: state, findings: [], clauses: [])
      group.findings.append(index)
      for clause in finding.clauses where !group.clauses.contains(clause) {
        group.clauses.append(clause)
      }
      found[key] = group
    }
    func place(_ group: FindingGroup) -> Int {
      group.clauses.compactMap { order[$0] }.min() ?? Int.max
    }
    return found.values.sorted { a, b in
      if a.severity != b.severity { return a.severity > b.severity }
      let (x, y) = (place(a), place(b))
      return x != y ? x < y : a.rule.precedesByBytes(b.rule)
    }
  }
}
