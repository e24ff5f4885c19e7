import ClauseAssessment
import ClauseSource

extension TextBlocks {
  /// Adds findings of one rule on one register: what they have in common once, then the first
  /// `most` of them, and how many more there are.
  ///
  /// - Parameter title: what the rule asks, in the language of the report; may be empty.
  mutating func add(_ group: RuleFindings, title: String, most: Int) {
    if group.findings.count == 1, let finding = group.findings.first {
      add(finding)
      return
    }
    page.line(
      [
        .own(words.severity(group.severity), style: .of(group.severity)), .own("  "),
        .value(Untrusted(group.rule), in: language), .own("  "),
      ] + Term.findings(group.findings.count, in: group.paths)[language].terminal(in: language))
    if !title.utf8.isEmpty {
      addLabelled(words.asks, [.words(Untrusted(title), in: language)])
    }
    let (clauses, remedy) = (group.commonClauses, group.commonRemedy)
    addClauses(clauses ?? [])
    if let remedy { addLabelled(words.remedy, [.message(remedy, in: language)]) }
    depth = 2
    for finding in group.findings.prefix(most) {
      page.line(
        .own("  "), place(finding.location), .own("  "), .message(finding.message, in: language))
      addDetails(of: finding, clauses: clauses == nil, remedy: remedy == nil)
    }
    depth = 0
    addMore(group.findings.count - most)
  }

  /// Adds how many more there are than are shown, and how to see them; nothing for none.
  mutating func addMore(_ count: Int) {
    guard count > 0 else { return }
    page.line([.own("  ")] + Term.moreHidden(count)[language].terminal(in: language))
  }

  /// Adds what explains a finding: its row, its reasons, other places.
  mutating func addDetails(of finding: Finding, clauses: Bool, remedy: Bool) {
    if let row = finding.row { add(row) }
    addLabelled(words.because, finding.because.map { .message($0, in: language) })
    addRelated(finding.related)
    if clauses { addClauses(finding.clauses) }
    if remedy, !finding.remedy.isEmpty {
      addLabelled(words.remedy, [.message(finding.remedy, in: language)])
    }
  }

  /// Adds the row of a table; the marks around the cell turn with the direction of the line.
  private mutating func add(_ row: RowExcerpt) {
    var pieces = [label(words.row)]
    for (index, cell) in row.cells.enumerated() {
      if index > 0 { pieces.append(.own(" | ")) }
      let text = cell.map { TerminalText.words($0, in: language) } ?? .own(TerminalText.cutMark)
      pieces += index == row.marked ? [.own("»"), text, .own("«")] : [text]
    }
    page.line(pieces)
  }
}
