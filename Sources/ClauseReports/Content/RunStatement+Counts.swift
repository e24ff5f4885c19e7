import ClauseAssessment
import ClauseSource

extension RunStatement {
  /// How many findings of each severity count, or that there are none; then problems of the data
  /// and what was accepted. A line of a terminal.
  var findingCounts: [TerminalText] {
    let words = ReporterStrings.of(assessment.language)
    var pieces: [TerminalText] = []
    if assessment.findings.contains(where: { $0.state == .new && $0.severity != .data }) {
      for severity in Severity.allCases.sorted(by: >) {
        if !pieces.isEmpty { pieces.append(.own("  ")) }
        let count = assessment.count(severity)
        pieces.append(
          .own(words.severityCount(severity, count), style: count == 0 ? .plain : .of(severity)))
      }
    } else {
      pieces.append(.own(emptyPhrase))
    }
    let problems = assessment.count(Severity.data)
    if problems > 0 {
      pieces.append(.own("  ·  "))
      pieces.append(.own(words.severityCount(.data, problems)))
    }
    if !known.isEmpty {
      pieces.append(.own("  ·  "))
      pieces.append(.own(known.joined(separator: words.listSeparator)))
    }
    return pieces
  }
}
