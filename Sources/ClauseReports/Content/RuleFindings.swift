import ClauseAssessment
import ClauseBytes
import ClauseSource

/// Findings of one rule on one register with one severity: what a reader settles in one go.
///
/// A register is a table or a list in one file; files that hold one record each, such as documents
/// in Markdown, are one register together.
struct RuleFindings {
  /// Rule id.
  let rule: String
  /// Their grade.
  let severity: Severity
  /// The findings, in the order of their places.
  private(set) var findings: [Finding]

  /// The findings of `assessment` that count, problems of the data aside: the gravest first, then
  /// by the place of the first.
  static func all(_ assessment: Assessment) -> [RuleFindings] {
    var lists: Set<[ByteKey]> = []
    for register in assessment.registers where register.records > 1 {
      lists.insert([ByteKey(register.type.unescaped), ByteKey(register.file.unescaped)])
    }
    var groups: [RuleFindings] = []
    var known: [[ByteKey]: Int] = [:]
    for finding in assessment.findings where finding.state == .new && finding.severity != .data {
      let type = finding.record?.type.unescaped ?? ""
      let path = finding.location.path.unescaped
      let isAlone =
        finding.record != nil && !lists.contains([ByteKey(type), ByteKey(path)])
      let key = [
        ByteKey(finding.rule), ByteKey(finding.severity.rawValue), ByteKey(type),
        ByteKey(isAlone ? "" : path), ByteKey(String(finding.location.cell?.sheet ?? 0)),
      ]
      if let index = known[key] {
        groups[index].findings.append(finding)
      } else {
        known[key] = groups.count
        groups.append(
          RuleFindings(rule: finding.rule, severity: finding.severity, findings: [finding]))
      }
    }
    // The sort is not stable by promise, so the order of the groups decides between equals.
    return groups.enumerated().sorted { a, b in
      a.element.severity != b.element.severity
        ? a.element.severity > b.element.severity : a.offset < b.offset
    }.map(\.element)
  }

  /// The paths of the files that they stand in, each once, in order.
  var paths: [Untrusted] {
    var seen: Set<ByteKey> = []
    return findings.map(\.location.path).filter { seen.insert(ByteKey($0.unescaped)).inserted }
  }

  /// The remedy where it is the same for all; nil where it is not, or there is none.
  var commonRemedy: Message? {
    guard let first = findings.first?.remedy, !first.isEmpty,
      findings.allSatisfy({ $0.remedy == first })
    else { return nil }
    return first
  }

  /// The clauses where they are the same for all; nil where they are not.
  var commonClauses: [String]? {
    let first = findings.first?.clauses ?? []
    return findings.allSatisfy { $0.clauses == first } ? first : nil
  }
}
