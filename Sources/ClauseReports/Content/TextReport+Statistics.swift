import ClauseAssessment
import ClauseBytes
import ClauseSource

/// How much there is of each kind: the weightiest of a long report at a glance.
extension TextReport {
  /// Findings by rule and severity, problems of the data by kind, undecided cases by rule, the most
  /// frequent first.
  mutating func addStatistics() {
    blocks.page.blank()
    blocks.page.line(Term.findingsByRule[language].terminal(in: language))
    let findings = assessment.findings.filter { $0.state == .new }
    let rules = RuleCounts.of(
      findings.filter { $0.severity != .data }.map { ($0.rule, $0.severity) })
    if rules.isEmpty { blocks.page.line(.own("  " + statement.emptyPhrase)) }
    let clauses = clausesByRule(findings)
    write(
      rules.map { entry in
        [
          .own("  \(entry.count)"),
          .own(words.severity(entry.severity), style: .of(entry.severity)),
          .value(Untrusted(entry.rule), in: language),
          cited(clauses[ByteKey(entry.rule)] ?? []),
        ]
      })
    addCounts(
      .dataProblemsByKind, findings.filter { $0.severity == .data }.map { ($0.rule, .data) })
    addCounts(.undecidedByRule, assessment.notices.map { ($0.rule, .data) })
  }

  private mutating func addCounts(_ title: Term, _ items: [(String, Severity)]) {
    if items.isEmpty { return }
    blocks.page.line(title[language].terminal(in: language))
    write(
      RuleCounts.of(items).map {
        [.own("  \($0.count)"), .value(Untrusted($0.rule), in: language)]
      })
  }

  /// Writes rows of cells in columns, of which the first holds numbers.
  private mutating func write(_ rows: [[TerminalText]]) {
    guard let first = rows.first else { return }
    var table = TerminalTable(
      [.trailing] + Array(repeating: .leading, count: first.count - 1))
    for row in rows { table.add(row) }
    table.write(to: &blocks.page)
  }

  /// The clauses that the findings of each rule cite, in the order of the first.
  private func clausesByRule(_ findings: [Finding]) -> [ByteKey: [String]] {
    var clauses: [ByteKey: [String]] = [:]
    var seen: Set<[ByteKey]> = []
    for finding in findings {
      for clause in finding.clauses
      where seen.insert([ByteKey(finding.rule), ByteKey(clause)]).inserted {
        clauses[ByteKey(finding.rule), default: []].append(clause)
      }
    }
    return clauses
  }

  private func cited(_ clauses: [String]) -> TerminalText {
    let citations = ClauseCitations(assessment.standards)
    return .words(
      Untrusted(clauses.map { citations.short($0).unescaped }.joined(separator: " · ")),
      in: language)
  }
}

/// How often a rule, or a kind of problem, occurs with one severity.
private struct RuleCounts {
  let rule: String
  let severity: Severity
  var count: Int

  /// The counts, the highest first, then by the bytes of the ids, then the gravest.
  static func of(_ items: [(rule: String, severity: Severity)]) -> [RuleCounts] {
    var counts: [[ByteKey]: RuleCounts] = [:]
    for (rule, severity) in items {
      counts[
        [ByteKey(rule), ByteKey(severity.rawValue)],
        default: RuleCounts(rule: rule, severity: severity, count: 0)
      ].count += 1
    }
    return counts.values.sorted { a, b in
      if a.count != b.count { return a.count > b.count }
      if !a.rule.equalsByBytes(b.rule) { return a.rule.precedesByBytes(b.rule) }
      return a.severity > b.severity
    }
  }
}
