public import ClauseAssessment
import ClauseCalendar
public import ClauseSource

/// What changed from one run to another, for people.
public struct ComparisonText {
  private let comparison: ResultComparison
  private let language: Language
  private let words: GateStrings
  private let reportWords: ReporterStrings
  private var page: TerminalPage

  /// The text of `comparison`, ending with a line break.
  public static func report(
    _ comparison: ResultComparison, language: Language, options: ReportOptions
  ) -> [UInt8] {
    var text = ComparisonText(comparison, language, options)
    text.addHead()
    text.addFindings(text.words.new, comparison.new)
    text.addChanges(text.words.updatedHeading, comparison.updated) {
      [reportWords = text.reportWords] in reportWords.severity($0.severity)
    }
    text.addFindings(text.words.fixed, comparison.fixed)
    text.addFindings(text.words.absentHeading, comparison.absent)
    text.addMoved()
    text.addChanges(text.words.regraded, comparison.regraded) { [reportWords = text.reportWords] in
      reportWords.severity($0.severity)
    }
    text.addChanges(text.words.restated, comparison.restated) { [words = text.words] in
      words.findingState($0.state)
    }
    text.addClauses()
    text.addTotals()
    return text.page.bytes
  }

  private init(_ comparison: ResultComparison, _ language: Language, _ options: ReportOptions) {
    self.comparison = comparison
    self.language = language
    words = .of(language)
    reportWords = .of(language)
    page = TerminalPage(colour: options.colour)
  }

  // MARK: Head

  private mutating func addHead() {
    for run in [comparison.before, comparison.after] {
      page.line(
        .path(run.file), .own("  "),
        .own(
          reportWords.asOf(
            TerminalText.value(Untrusted(run.asOf.iso), in: language).text)))
    }
    page.lines(RunStatement.terms(of: comparison.after.restriction), in: language)
    if comparison.before.asOf != comparison.after.asOf { page.line(.own(words.datesDiffer)) }
    if comparison.scopeDiffers { page.lines([.scopesDiffer], in: language) }
    for run in [comparison.before, comparison.after] where run.errors > 0 {
      let file = TerminalText.value(run.file, in: language).text
      page.line(.own(words.incomplete(file), style: .error))
    }
    for entry in comparison.absentRegisters {
      let file = TerminalText.value(entry.files.first ?? entry.type, in: language).text
      page.line(
        .own(words.absentRegister(file, entry.files.count, entry.records), style: .error))
    }
    guard !comparison.packs.isEmpty else { return }
    page.line(.own(words.packsDiffer))
    for pack in comparison.packs {
      page.line(
        .own("    "), .value(pack.id, in: language), .own("  "), version(pack.before),
        .own(arrow), version(pack.after))
    }
  }

  /// Version and the beginning of the hash: two packs of one version may differ.
  private func version(_ pack: ComparedRun.Pack?) -> TerminalText {
    guard let pack else { return .own(words.none) }
    let hash = String(pack.sha256.unescaped.prefix(8))
    return .value(Untrusted(pack.version.unescaped + " (" + hash + ")"), in: language)
  }

  /// From what was to what is, in the direction of reading.
  private var arrow: String { language == .arabic ? " ← " : " → " }

  // MARK: Findings

  private mutating func addHeading(_ text: String, _ count: Int) {
    page.blank()
    page.line(.own("\(text) (\(count))"))
  }

  private mutating func addFindings(_ heading: String, _ findings: [ComparedFinding]) {
    guard !findings.isEmpty else { return }
    addHeading(heading, findings.count)
    for finding in findings {
      page.row([
        place(finding),
        .own(reportWords.severity(finding.severity), style: .of(finding.severity)),
        .value(finding.identity.rule, in: language), .words(finding.message, in: language),
      ])
      if finding.state != .new {
        page.line(.own("    " + words.findingState(finding.state)))
      }
    }
  }

  private mutating func addMoved() {
    guard !comparison.moved.isEmpty else { return }
    addHeading(words.moved, comparison.moved.count)
    for change in comparison.moved {
      page.row([
        place(change.after), .value(change.after.identity.rule, in: language),
        .words(change.after.message, in: language),
      ])
      page.line(
        .own("    " + words.before + "  "),
        .value(
          Untrusted(Self.reference(change.before)), in: language, limit: TerminalText.messageLimit))
    }
  }

  private mutating func addChanges(
    _ heading: String, _ changes: [ResultComparison.Change],
    _ word: (ComparedFinding) -> String
  ) {
    guard !changes.isEmpty else { return }
    addHeading(heading, changes.count)
    for change in changes {
      page.row([
        place(change.after), .own(word(change.before) + arrow + word(change.after)),
        .value(change.after.identity.rule, in: language),
        .words(change.after.message, in: language),
      ])
    }
  }

  private func place(_ finding: ComparedFinding) -> TerminalText {
    .path(Untrusted(Self.reference(finding)))
  }

  private static func reference(_ finding: ComparedFinding) -> String {
    finding.location.reference
  }

  // MARK: Clauses

  /// One table for each standard, in the order of the later run.
  private mutating func addClauses() {
    var standards: [String] = []
    var byStandard: [String: [ResultComparison.ClauseChange]] = [:]
    for change in comparison.clauses {
      let id = change.id.unescaped.utf8
      let standard = String(decoding: id.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self)
      if byStandard[standard] == nil { standards.append(standard) }
      byStandard[standard, default: []].append(change)
    }
    for standard in standards {
      let changes = byStandard[standard] ?? []
      page.blank()
      page.line(.value(Untrusted(standard), in: language))
      var table = TerminalTable([.leading, .trailing, .trailing, .leading])
      table.add(
        [
          reportWords.headings.clause, words.new, words.fixed,
          words.before + arrow + words.after,
        ].map { .own($0) })
      for change in changes {
        table.add([
          .value(Untrusted(ClauseCitations.number(of: change.id.unescaped)), in: language),
          .own(String(change.new)), .own(String(change.fixed)),
          .own(
            change.before == change.after
              ? state(change.after) : state(change.before) + arrow + state(change.after)),
        ])
      }
      table.write(to: &page)
    }
  }

  private func state(_ state: ClauseState?) -> String {
    state.map { reportWords.clauseState($0) } ?? words.none
  }

  private mutating func addTotals() {
    page.blank()
    page.line(
      .own(
        words.totals(
          comparison.new.count, comparison.fixed.count, comparison.moved.count,
          comparison.common)))
    page.line(.own(reportWords.limits))
  }
}
