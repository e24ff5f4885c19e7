public import ClauseAssessment
import ClauseBytes
import ClauseCalendar
import ClauseSource

/// The report people read on a terminal: a block for each finding, then a summary.
public struct TextReporter: Reporter {
  /// `text`.
  public let name = "text"
  /// `.txt`, `.text`.
  public let endings = [".txt", ".text"]

  /// Makes the reporter.
  public init() {}

  /// Findings that count, rules that could not decide, diagnostics, summary.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    var report = TextReport(assessment, options)
    report.addBlocks()
    report.addDataProblems()
    report.addNotProvided()
    report.addSummary()
    return report.blocks.page.bytes
  }
}

/// A text report under construction.
private struct TextReport {
  var blocks: TextBlocks
  private let assessment: Assessment
  private let language: Language
  private let words: ReporterStrings
  private let statement: RunStatement
  private let passedOver: Set<ByteKey>

  private let mostPerRule: Int

  init(_ assessment: Assessment, _ options: ReportOptions) {
    blocks = TextBlocks(
      standards: assessment.standards, language: assessment.language, colour: options.colour)
    mostPerRule = options.findingsPerRule
    self.assessment = assessment
    language = assessment.language
    words = ReporterStrings.of(assessment.language)
    statement = RunStatement(assessment)
    passedOver = Set(
      assessment.files.filter { $0.fate == .passedOver }.map { ByteKey($0.path.unescaped) })
  }

  mutating func addBlocks() {
    let findings = assessment.findings.filter { $0.state == .new && $0.severity != .data }
    let hidden = addCut(findings, rule: \.rule) { $0.add($1) }
    let undecided = addCut(notices, rule: \.rule) { $0.add($1) }
    for (rule, count) in hidden { addOmission(words.findingsHidden(count), of: rule) }
    for (rule, count) in undecided { addOmission(words.casesHidden(count), of: rule) }
    for diagnostic in assessment.diagnostics where says(diagnostic) { blocks.add(diagnostic) }
  }

  /// The undecided cases, those that say the same of the same place once: a rule for each
  /// discipline stumbles over one value several times.
  private var notices: [RuleNotice] {
    var shown: [RuleNotice] = []
    for notice in assessment.notices
    where shown.last.map({
      $0.rule != notice.rule || $0.location != notice.location || $0.reason != notice.reason
    }) ?? true {
      shown.append(notice)
    }
    return shown
  }

  /// Adds the first `items` of each rule.
  ///
  /// - Returns: the rules that have more, and how many of theirs were left out.
  private mutating func addCut<Item>(
    _ items: [Item], rule: (Item) -> String, _ add: (inout TextBlocks, Item) -> Void
  ) -> [(rule: String, count: Int)] {
    var counts: [String: Int] = [:]
    for item in items {
      let count = counts[rule(item), default: 0] + 1
      counts[rule(item)] = count
      if count <= mostPerRule { add(&blocks, item) }
    }
    return counts.filter { $0.value > mostPerRule }
      .map { (rule: $0.key, count: $0.value - mostPerRule) }
      .sorted { $0.rule.precedesByBytes($1.rule) }
  }

  /// A line for what is not shown, so that nobody takes the list for the whole.
  private mutating func addOmission(_ phrase: String, of rule: String) {
    blocks.page.row([.value(Untrusted(rule), in: language), .own(phrase)])
    blocks.addRemedy(words.showingAll)
  }

  /// Whether a diagnostic is said by itself: why a file was passed over is only counted.
  private func says(_ diagnostic: LocatedDiagnostic) -> Bool {
    guard diagnostic.severity == .note, let location = diagnostic.location else { return true }
    return !passedOver.contains(ByteKey(location.path.unescaped))
  }

  /// What could not be read, joined or trusted: a line for each word or column.
  mutating func addDataProblems() {
    let groups = DataProblemGroup.all(assessment)
    if groups.isEmpty { return }
    if !blocks.page.bytes.isEmpty { blocks.page.blank() }
    blocks.page.line(
      Term.dataProblems[language].terminal(in: language) + [.own(". ")]
        + Term.dataProblemsNote[language].terminal(in: language))
    for group in groups.prefix(mostPerRule) {
      let term: Term = group.isMixed ? .moreCount(group.count - 1) : .places(group.count)
      let places = group.count > 1 ? term[language].plain : nil
      blocks.add(
        assessment.findings[group.first], isError: group.isError, places: places)
    }
    if groups.count > mostPerRule {
      blocks.page.line(
        .own("  " + Term.moreCount(groups.count - mostPerRule)[language].plain))
    }
  }

  /// The registers that nobody provided, those first on which most clauses wait.
  mutating func addNotProvided() {
    let lines = NotProvidedLine.all(assessment)
    if lines.isEmpty { return }
    if !blocks.page.bytes.isEmpty { blocks.page.blank() }
    blocks.page.line(Term.notProvided[language].terminal(in: language))
    for line in lines.prefix(Self.mostNotProvided) {
      var pieces: [TerminalText] = [.own("  "), .value(line.title, in: language)]
      for (index, clauses) in line.clauses.enumerated() {
        pieces += [.own(index == 0 ? "  " : " · "), .value(clauses, in: language)]
      }
      blocks.page.line(pieces)
    }
    if lines.count > Self.mostNotProvided {
      let more = Term.moreCount(lines.count - Self.mostNotProvided)[language].plain
      blocks.page.line(.own("  " + more))
    }
    blocks.page.line([.own("  ")] + Term.toProvide[language].terminal(in: language))
  }

  /// Registers that a terminal names; the data formats have all.
  private static let mostNotProvided = 8

  // MARK: Summary

  mutating func addSummary() {
    if !blocks.page.bytes.isEmpty { blocks.page.blank() }
    if assessment.hasErrors {
      let files = assessment.files.count { $0.fate == .notAssessed }
      blocks.page.line(.own(words.incomplete(files), style: .error))
    }
    blocks.page.line(
      [.own(words.asOf(isolatedDate))], statement.denominator, in: language)
    blocks.page.lines(statement.peculiarities, in: language)
    addFindingCounts()
    addKnown()
    if !assessment.notices.isEmpty {
      blocks.page.line(.own(words.undecidedCases(assessment.notices.count)))
    }
    addPassedOver()
    addUnread()
    for standard in assessment.standards {
      let tally = ClauseTally(standard)
      blocks.page.line(
        .value(Untrusted(standard.name), in: language), .own("  "),
        .own(words.clauseCounts(tally.clauses, tally.states)))
    }
    blocks.page.line(.own(words.limits))
  }

  /// One line for the files without records: how many of each ending, as far as the lines below it
  /// do not name them.
  private mutating func addPassedOver() {
    let paths = assessment.files.filter { $0.fate == .passedOver }.map(\.path)
    if paths.isEmpty { return }
    let named = Set(assessment.unread.map { ByteKey($0.path.unescaped) })
    let others = paths.filter { !named.contains(ByteKey($0.unescaped)) }
    if others.isEmpty {
      blocks.page.line(.own(words.passedOver(paths.count)))
      return
    }
    let endings = FileEndings(others)
    var pieces: [TerminalText] = [
      .own(words.passedOver(paths.count)), .own(language == .french ? " : " : ": "),
    ]
    for (index, entry) in endings.counts.enumerated() {
      if index > 0 { pieces.append(.own(words.listSeparator)) }
      pieces += [.value(entry.ending, in: language), .own(" (\(entry.count))")]
    }
    if endings.others > 0 {
      if !endings.counts.isEmpty { pieces.append(.own(words.listSeparator)) }
      pieces.append(.own("… (\(endings.others))"))
    }
    blocks.page.line(pieces)
  }

  /// The files that were not read; errors have said what failed, and warnings which tables look
  /// like registers.
  private mutating func addUnread() {
    let warned = Set(
      assessment.diagnostics.compactMap { diagnostic in
        diagnostic.severity == .note
          ? nil : diagnostic.location.map { ByteKey($0.path.unescaped) }
      })
    let lines = UnreadLine.all(
      assessment.unread.filter {
        $0.reason != .failed && !warned.contains(ByteKey($0.path.unescaped))
      })
    for line in lines.prefix(Self.mostUnread) {
      blocks.page.line(
        .own("  "), .value(line.subject(in: language), in: language), .own("  "),
        .own(line.why(in: language) + ". " + line.remedy(in: language)))
    }
    if lines.count > Self.mostUnread {
      let more = Term.moreCount(lines.count - Self.mostUnread)[language].plain
      blocks.page.line(.own("  " + more + "  clauselint sources"))
    }
  }

  /// Lines on files that were not read; `sources` names them all.
  private static let mostUnread = 20

  private var isolatedDate: String {
    TerminalText.value(Untrusted(assessment.asOf.iso), in: language).text
  }

  /// What changed since a revision, and entries of the baseline that can go.
  private mutating func addKnown() {
    let words = GateStrings.of(language)
    if let revision = assessment.revision {
      let name = TerminalText.value(revision.reference, in: language).text
      blocks.page.line(.own(words.since(revision.new, revision.fixed.count, name)))
    }
    if let revision = assessment.revision, !revision.absent.isEmpty {
      blocks.page.line(.own(words.absent(revision.absent.count)))
    }
    let updated = assessment.findings.count { $0.state == .new && $0.isUpdated }
    if updated > 0 { blocks.page.line(.own(words.updated(updated))) }
    if let baseline = assessment.baseline {
      BaselineText.addStale(baseline, words, to: &blocks.page)
    }
  }

  private mutating func addFindingCounts() {
    var pieces: [TerminalText] = []
    if assessment.findings.contains(where: { $0.state == .new && $0.severity != .data }) {
      for severity in Severity.allCases.sorted(by: >) {
        if !pieces.isEmpty { pieces.append(.own("  ")) }
        let count = assessment.count(severity)
        pieces.append(
          .own(words.severityCount(severity, count), style: count == 0 ? .plain : .of(severity)))
      }
    } else {
      pieces.append(.own(statement.emptyPhrase))
    }
    let problems = assessment.count(Severity.data)
    if problems > 0 {
      pieces.append(.own("  ·  "))
      pieces.append(.own(words.severityCount(.data, problems)))
    }
    let accepted = statement.known
    if !accepted.isEmpty {
      pieces.append(.own("  ·  "))
      pieces.append(.own(accepted.joined(separator: words.listSeparator)))
    }
    blocks.page.line(pieces)
  }
}
