public import ClauseAssessment
public import ClauseSource

/// Findings, notices and diagnostics as blocks of text: a line that says what and where, then
/// labelled lines that explain it.
public struct TextBlocks {
  /// The text so far; other lines may be added to it.
  public var page: TerminalPage
  let language: Language
  let words: ReporterStrings
  /// Columns by which labels stand further in than usual.
  var depth = 0
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
    addDetails(of: finding, clauses: true, remedy: true)
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

  /// `path:line:column`, at the beginning of a line and as programs expect it there; in a workbook
  /// `path:sheet!cell`, in a Word file `path!table:cell`.
  func place(_ location: Location) -> TerminalText {
    .path(Untrusted(location.reference))
  }

  mutating func addRelated(_ related: [RelatedLocation]) {
    for (index, place) in related.enumerated() {
      page.line(
        label(index == 0 ? words.seeAlso : ""),
        .value(
          Untrusted(place.location.reference), in: language,
          limit: TerminalText.messageLimit),
        .own("  "), .message(place.message, in: language))
    }
  }

  mutating func addClauses(_ clauses: [String]) {
    guard !clauses.isEmpty else { return }
    var pieces = [label(words.clauses)]
    for (index, clause) in clauses.enumerated() {
      if index > 0 { pieces.append(.own(" · ")) }
      pieces.append(.value(citations.short(clause), in: language))
    }
    page.line(pieces)
  }

  mutating func addLabelled(_ text: String, _ lines: [TerminalText]) {
    for (index, line) in lines.enumerated() {
      page.line(label(index == 0 ? text : ""), line)
    }
  }

  func label(_ text: String) -> TerminalText {
    .own(
      String(repeating: " ", count: 4 + depth) + TerminalText.own(text).padded(to: labelWidth).text
        + "  ")
  }
}
