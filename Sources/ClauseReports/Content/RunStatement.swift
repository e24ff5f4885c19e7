public import ClauseAssessment
import ClauseCalendar
public import ClauseSource

/// What every report says of the run it shows, so that no good news rests on something unsaid.
public struct RunStatement: Sendable {
  let assessment: Assessment

  /// The statement of `assessment`.
  public init(_ assessment: Assessment) { self.assessment = assessment }

  /// How much was read, which rules ran, what stayed open, what was changed.
  var denominator: [Term] {
    [.recordsRead(assessment.recordCount, assessment.reading)] + reach
  }

  /// Which rules ran, what stayed open, what was changed.
  var reach: [Term] {
    [
      rules, .undecided(assessment.notices.count),
      .parametersChanged(assessment.parameters.count),
    ]
  }

  /// What was not read: files that failed, files without records, registers that nobody provided.
  var notRead: [Term] {
    let failed = assessment.files.count { $0.fate == .notAssessed }
    let passedOver = assessment.reading.passedOver
    let missing = assessment.notProvided.count
    return (failed > 0 ? [Term.failedFiles(failed)] : [])
      + (passedOver > 0 ? [Term.passedOver(passedOver)] : [])
      + (missing > 0 ? [Term.notProvided(missing)] : [])
  }

  /// Which rules ran.
  var rules: Term {
    .rulesRun(
      assessment.rules.count, vacuous: assessment.vacuousRules.count,
      outOfScope: assessment.rulesOutOfScope)
  }

  /// What the run was restricted to, registers that nobody provided, own packs and drafts with what
  /// they hold, and parameters with other values; empty for an ordinary run.
  var peculiarities: [Term] {
    let missing = assessment.notProvided.count
    return restrictions + (missing > 0 ? [Term.notProvided(missing)] : []) + changes
  }

  /// Own packs and drafts with what they hold, and parameters with other values.
  var changes: [Term] {
    assessment.unusualPacks.map(Term.pack) + assessment.parameters.map(Term.parameter)
  }

  /// What the run was restricted to.
  var restrictions: [Term] { Self.terms(of: assessment.restriction) }

  /// What a restriction says.
  static func terms(of restriction: RunRestriction) -> [Term] {
    [
      (Term.Restriction.standards, restriction.standards), (.clauses, restriction.clauses),
      (.rules, restriction.rules), (.paths, restriction.paths),
    ].filter { !$0.1.isEmpty }.map { .restricted(to: $0.0, $0.1) }
  }

  /// Accepted findings, files passed over and the like, in the words of the text report.
  var known: [String] {
    let words = ReporterStrings.of(assessment.language)
    var phrases: [String] = []
    let derogated = assessment.findings.filter { $0.state == .derogated }
    if !derogated.isEmpty {
      let lapsing = derogated.count { finding in
        guard let end = finding.acceptedUntil else { return false }
        return end.days(since: assessment.asOf) <= Self.derogationHorizon
      }
      phrases.append(words.derogated(derogated.count, lapsing, Self.derogationHorizon))
    }
    let baseline = assessment.count(.baseline)
    if baseline > 0 { phrases.append(words.baseline(baseline)) }
    return phrases
  }

  /// Days within which the end of a derogation is announced.
  private static let derogationHorizon = 30

  /// What an empty list of findings means: silence about nothing is no good news.
  var emptyPhrase: String {
    let words = ReporterStrings.of(assessment.language)
    if assessment.recordCount == 0 { return words.nothingAssessed }
    if assessment.hasErrors || !assessment.restriction.isWhole { return words.noFindingsInAssessed }
    let isPartOnly = assessment.revision != nil || assessment.count(.baseline) > 0
    return isPartOnly ? GateStrings.of(assessment.language).noNewFindings : words.noFindings
  }

  /// The denominator as one line without isolates.
  var line: String {
    denominator.map { $0[assessment.language].plain }.joined(separator: " · ")
  }

  /// Everything, the denominator first, without isolates.
  var lines: [String] {
    [line] + known + peculiarities.map { $0[assessment.language].plain }
  }

  /// What a list of findings alone would leave unsaid: nil for a run of everything by finished
  /// packs with their own values, in which nothing was accepted and nothing stayed open.
  var unsaid: [String]? {
    let isOpen =
      !assessment.notices.isEmpty || assessment.rulesOutOfScope > 0 || assessment.recordCount == 0
    let lines = lines
    return lines.count > 1 || isOpen ? lines : nil
  }

  /// Why the run is exit status 2, in one line: how many errors, and the first of them.
  ///
  /// - Returns: nil without errors.
  public static func failure(
    _ diagnostics: [LocatedDiagnostic], language: Language
  ) -> [UInt8]? {
    let errors = diagnostics.filter { $0.severity == .error }
    guard let first = errors.first else { return nil }
    var page = TerminalPage(colour: false)
    var pieces: [TerminalText] = [.own("clauselint: ")]
    pieces += Term.errors(errors.count)[language].terminal(in: language)
    pieces.append(.own("; "))
    if let place = first.location {
      pieces.append(.path(Untrusted("\(place.path.unescaped):\(place.start.line)")))
      pieces.append(.own(": "))
    }
    pieces.append(.words(first.message, in: language))
    page.line(pieces)
    return page.bytes
  }
}

extension Phrase {
  /// The phrase as pieces of a terminal's line.
  func terminal(in language: Language) -> [TerminalText] {
    parts.map { part in
      switch part {
      case .words(let words): .own(words)
      // A number keeps its place by itself.
      case .value(let value): .own(value)
      case .untrusted(let value): .value(value, in: language)
      }
    }
  }
}

extension TerminalPage {
  /// Adds a line for each of `terms`.
  mutating func lines(_ terms: [Term], in language: Language) {
    for term in terms { line(term[language].terminal(in: language)) }
  }

  /// Adds `terms` on one line.
  mutating func line(_ first: [TerminalText], _ terms: [Term], in language: Language) {
    var pieces = first
    for term in terms {
      if !pieces.isEmpty { pieces.append(.own(" · ")) }
      pieces += term[language].terminal(in: language)
    }
    line(pieces)
  }
}
