import ClauseAssessment
import ClauseBytes
import ClauseSource

/// Problems of the data that are put right in one go: one word, or one column, of one register.
struct DataProblemGroup {
  /// Index of the first in the findings of the assessment.
  let first: Int
  /// How many there are.
  var count = 1
  /// Whether one of them leaves something unread.
  var isError: Bool
  /// Whether they say different things of one column.
  var isMixed = false

  /// Words of one column that have a line each; more of them share one.
  private static let mostWords = 5

  /// The groups among the findings in state `new`, in the order of their first.
  static func all(_ assessment: Assessment) -> [DataProblemGroup] {
    let problems = assessment.findings.indices.filter {
      assessment.findings[$0].severity == .data && assessment.findings[$0].state == .new
    }
    var words: [[ByteKey]: Set<ByteKey>] = [:]
    for index in problems {
      let finding = assessment.findings[index]
      words[column(finding), default: []].insert(ByteKey(FailureEntry.line(finding.message)))
    }
    var groups: [DataProblemGroup] = []
    var known: [[ByteKey]: Int] = [:]
    for index in problems {
      let finding = assessment.findings[index]
      let column = column(finding)
      let isMixed = words[column, default: []].count > mostWords
      let key = isMixed ? column : column + [ByteKey(FailureEntry.line(finding.message))]
      if let number = known[key] {
        groups[number].count += 1
        groups[number].isError = groups[number].isError || finding.isDataError
      } else {
        known[key] = groups.count
        groups.append(
          DataProblemGroup(first: index, isError: finding.isDataError, isMixed: isMixed))
      }
    }
    return groups
  }

  /// What the problems of one column have in common.
  private static func column(_ finding: Finding) -> [ByteKey] {
    // `criteria[3].weight` is the column `criteria[].weight`.
    let field = (finding.field?.unescaped ?? "").utf8.filter { !(0x30...0x39).contains($0) }
    return [
      ByteKey(finding.rule), ByteKey(finding.location.path.unescaped),
      ByteKey(finding.record?.type.unescaped ?? ""),
      ByteKey(String(decoding: Array(field), as: UTF8.self)),
    ]
  }
}
