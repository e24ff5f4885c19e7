public import ClauseAssessment
public import ClauseSource

/// Findings, notices and diagnostics as blocks of text: a line that says what and where, then
/// labelled lines that explain it.
public struct TextBlocks {
  /// The text so far; other lines may be added to it.
  public var page: TerminalPage
  private let language: Language
  private let words: ReporterStrings
  private let citations: ClauseCitations
  private let labelWidth: Int

  /// No blocks yet; `standards` have the short names that clauses are cited by.
  public init(standards: [StandardResult] = [], language: Language, colour: Bool) {
    page = TerminalPage(colour: colour)
    self.language = language
    words = ReporterStrings.of(language)
    citations = ClauseCitations(standards)
    labelWidth = words.labels.map(VisibleScalars.width(of:)).max() ?? 0
  }

  /// Adds a finding with its reasons, related places, clauses and remedy.
  public mutating func add(_ finding: Finding) {
    page.row([
      place(finding.location), .own(words.severity(finding.severity), style: .of(finding.severity)),
      .value(Untrusted(finding.rule), in: language), .message(finding.message, in: language),
    ])
    addLabelled(words.because, finding.because.map { .message($0, in: language) })
    addRelated(finding.related)
    addClauses(finding.clauses)
    if !finding.remedy.isEmpty {
      addLabelled(words.remedy, [.message(finding.remedy, in: language)])
    }
  }

  /// Adds a problem of the data; `places` says how many it stands for, nil for one.
  mutating func add(_ problem: Finding, isError: Bool, places: String?) {
    var cells: [TerminalText] = [
      place(problem.location),
      .own(
        words.diagnosticSeverity(isError ? .error : .warning), style: isError ? .error : .minor),
      .value(Untrusted(problem.rule), in: language), .message(problem.message, in: language),
    ]
    if let places { cells.append(.own("(\(places))")) }
    page.row(cells)
    addRelated(problem.related)
    if !problem.remedy.isEmpty {
      addLabelled(words.remedy, [.message(problem.remedy, in: language)])
    }
  }

  /// Adds a rule that could not decide, with why.
  public mutating func add(_ notice: RuleNotice) {
    page.row([
      place(notice.location), .own(words.undecided),
      .value(Untrusted(notice.rule), in: language), .message(notice.reason, in: language),
    ])
  }

  /// Adds a diagnostic with its related places and remedy.
  public mutating func add(_ diagnostic: LocatedDiagnostic) {
    let style: TerminalText.Style =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .minor
      case .note: .plain
      }
    var cells: [TerminalText] = []
    if let location = diagnostic.location { cells.append(place(location)) }
    cells += [
      .own(words.diagnosticSeverity(diagnostic.severity), style: style),
      .value(Untrusted(diagnostic.code), in: language), .words(diagnostic.message, in: language),
    ]
    page.row(cells)
    addRelated(diagnostic.related)
    if !diagnostic.remedy.unescaped.utf8.isEmpty {
      addLabelled(words.remedy, [.words(diagnostic.remedy, in: language)])
    }
  }

  /// Adds that something could not be assessed, where it is so.
  public mutating func addIncompleteness(of assessment: Assessment) {
    guard assessment.hasErrors else { return }
    let files = assessment.files.count { $0.fate == .notAssessed }
    page.blank()
    page.line(.own(words.incompleteMatrix(files), style: .error))
  }

  /// Adds what to do about the line above, in our own words.
  public mutating func addRemedy(_ text: String) { addLabelled(words.remedy, [.own(text)]) }

  /// `path:line:column`, at the beginning of a line and as programs expect it there; in a workbook
  /// `path:sheet!cell`.
  private func place(_ location: Location) -> TerminalText {
    .path(Untrusted(location.reference))
  }

  private mutating func addRelated(_ related: [RelatedLocation]) {
    for (index, place) in related.enumerated() {
      page.line(
        label(index == 0 ? words.seeAlso : ""),
        .value(
          Untrusted(place.location.reference), in: language,
          limit: TerminalText.messageLimit),
        .own("  "), .message(place.message, in: language))
    }
  }

  private mutating func addClauses(_ clauses: [String]) {
    guard !clauses.isEmpty else { return }
    var pieces = [label(words.clauses)]
    for (index, clause) in clauses.enumerated() {
      if index > 0 { pieces.append(.own(" · ")) }
      pieces.append(.value(citations.short(clause), in: language))
    }
    page.line(pieces)
  }

  private mutating func addLabelled(_ text: String, _ lines: [TerminalText]) {
    for (index, line) in lines.enumerated() {
      page.line(label(index == 0 ? text : ""), line)
    }
  }

  private func label(_ text: String) -> TerminalText {
    .own("    " + TerminalText.own(text).padded(to: labelWidth).text + "  ")
  }
}
