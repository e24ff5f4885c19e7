import ClauseAssessment
import ClauseBytes
import ClauseSource

/// What stays open beside the findings: problems of the data, registers that nobody provided,
/// files that were not read.
extension TextReport {
  /// What could not be read, joined or trusted: a line for each word or column.
  mutating func addDataProblems() {
    let groups = DataProblemGroup.all(assessment)
    if groups.isEmpty { return }
    blocks.page.blank()
    blocks.page.line(
      Term.dataProblems[language].terminal(in: language) + [.own(". ")]
        + Term.dataProblemsNote[language].terminal(in: language))
    let most = most(Self.usualProblems)
    for group in groups.prefix(most) {
      let term: Term = group.isMixed ? .moreCount(group.count - 1) : .places(group.count)
      let places = group.count > 1 ? term[language].plain : nil
      blocks.add(
        assessment.findings[group.first], isError: group.isError, places: places)
    }
    blocks.addMore(groups.count - most)
  }

  /// The registers that nobody provided, those first on which most clauses wait.
  mutating func addNotProvided() {
    let lines = NotProvidedLine.all(assessment)
    if lines.isEmpty { return }
    blocks.page.blank()
    blocks.page.line(Term.notProvided[language].terminal(in: language))
    let most = most(Self.usualNotProvided)
    for line in lines.prefix(most) {
      var pieces: [TerminalText] = [.own("  "), .value(line.title, in: language)]
      for (index, clauses) in line.clauses.enumerated() {
        pieces += [.own(index == 0 ? "  " : " · "), .value(clauses, in: language)]
      }
      blocks.page.line(pieces)
    }
    blocks.addMore(lines.count - most)
    blocks.page.line([.own("  ")] + Term.toProvide[language].terminal(in: language))
  }

  /// The files that were not read, with why and what to do; of those that no line names how many
  /// of each ending. Errors have said what failed, and warnings which tables look like registers.
  mutating func addUnread() {
    let warned = Set(
      assessment.diagnostics.compactMap { diagnostic in
        diagnostic.severity == .note
          ? nil : diagnostic.location.map { ByteKey($0.path.unescaped) }
      })
    let lines = UnreadLine.all(
      assessment.unread.filter {
        $0.reason != .failed && !warned.contains(ByteKey($0.path.unescaped))
      })
    let endings = unnamedEndings()
    if lines.isEmpty, endings.isEmpty { return }
    blocks.page.blank()
    blocks.page.line(Term.unreadTitle[language].terminal(in: language) + endings)
    let most = most(Self.usualUnread)
    for line in lines.prefix(most) {
      blocks.page.line(
        .own("  "), .value(line.subject(in: language), in: language), .own("  "),
        .own(line.why(in: language) + ". " + line.remedy(in: language)))
    }
    blocks.addMore(lines.count - most)
  }

  /// The endings of files without records that no line names; nothing where there are none.
  private func unnamedEndings() -> [TerminalText] {
    let named = Set(assessment.unread.map { ByteKey($0.path.unescaped) })
    let others = assessment.files.filter {
      $0.fate == .passedOver && !named.contains(ByteKey($0.path.unescaped))
    }.map(\.path)
    if others.isEmpty { return [] }
    let endings = FileEndings(others)
    var pieces: [TerminalText] = [.own(language == .french ? " : " : ": ")]
    for (index, entry) in endings.counts.enumerated() {
      if index > 0 { pieces.append(.own(words.listSeparator)) }
      pieces += [.value(entry.ending, in: language), .own(" (\(entry.count))")]
    }
    if endings.others > 0 {
      if !endings.counts.isEmpty { pieces.append(.own(words.listSeparator)) }
      pieces.append(.own("… (\(endings.others))"))
    }
    return pieces
  }

  /// Lines that a terminal shows of each; the data formats have all.
  private static let usualProblems = 20
  private static let usualNotProvided = 8
  private static let usualUnread = 20
}
