public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// All exceptions of an organisation, for people.
public enum ExceptionsText {
  /// A block for each, in the order of the assessment, then the counts.
  public static func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    let language = assessment.language
    let words = ExceptionStrings.of(language)
    var page = TerminalPage(colour: options.colour)
    var blocks = ExceptionBlocks(assessment: assessment, words: words)
    for exception in assessment.exceptions { blocks.add(exception, to: &page) }
    if !assessment.exceptions.isEmpty { page.blank() }
    let general = ReporterStrings.of(language)
    if assessment.hasErrors {
      let files = assessment.files.count { $0.fate == .notAssessed }
      page.line(.own(general.incompleteMatrix(files), style: .error))
    }
    page.lines(RunStatement(assessment).restrictions, in: language)
    page.line(
      .own(general.asOf(blocks.date(assessment.asOf))), .own(" · "),
      .own(assessment.exceptions.isEmpty ? words.none : blocks.counts))
    return page.bytes
  }
}

private struct ExceptionBlocks {
  let assessment: Assessment
  let words: ExceptionStrings
  private let language: Language
  private let citations: ClauseCitations
  private let labelWidth: Int

  init(assessment: Assessment, words: ExceptionStrings) {
    self.assessment = assessment
    self.words = words
    language = assessment.language
    citations = ClauseCitations(assessment.standards)
    labelWidth = words.labels.map(VisibleScalars.width(of:)).max() ?? 0
  }

  var counts: String {
    let inForce = assessment.exceptions.filter { $0.status == .inForce }
    return words.counts(
      assessment.exceptions.count, inForce.count, inForce.count { $0.uses == 0 })
  }

  mutating func add(_ exception: ExceptionResult, to page: inout TerminalPage) {
    let place = exception.location
    var head: [TerminalText] = [
      .path(Untrusted(place.reference)),
      .own(words.kind(exception.kind)), .value(exception.id, in: language),
    ]
    if exception.isComment { head.append(.own(words.inComment)) }
    page.row(head)
    page.line([label(words.about)] + subject(exception))
    let state = words.status(exception.status)
    let uses = words.uses(exception.kind, exception.uses)
    let separator = ReporterStrings.of(language).listSeparator
    page.line(
      label(words.state),
      .own(exception.status == .inForce ? state + separator + uses : state))
    addTerm(exception, separator, to: &page)
    if let approver = exception.approver {
      page.line(label(words.approver), .value(approver, in: language))
    }
    if !exception.reason.unescaped.isEmpty {
      page.line(label(words.reason), .words(exception.reason, in: language))
    }
  }

  private func subject(_ exception: ExceptionResult) -> [TerminalText] {
    if exception.kind != .derogation {
      var pieces: [TerminalText] = []
      for clause in exception.clauses {
        if !pieces.isEmpty { pieces.append(.own(" · ")) }
        pieces.append(.value(citations.short(clause.unescaped), in: language))
      }
      return pieces
    }
    let rule = TerminalText.value(
      exception.rule ?? exception.fingerprint ?? Untrusted(""), in: language)
    guard let record = exception.record else {
      let text = exception.fingerprint == nil ? words.organization : nil
      return text.map { [.own(words.ruleOnRecord(rule.text, $0))] } ?? [rule]
    }
    let target = TerminalText.value(
      Untrusted(record.type.unescaped + " " + record.id.unescaped), in: language)
    return [.own(words.ruleOnRecord(rule.text, target.text))]
  }

  private func addTerm(
    _ exception: ExceptionResult, _ separator: String, to page: inout TerminalPage
  ) {
    guard let start = exception.start else { return }
    var phrases = [words.from(date(start), exception.end.map(date))]
    if let age = exception.ageDays(on: assessment.asOf), age >= 0 { phrases.append(words.age(age)) }
    if let left = exception.daysLeft(on: assessment.asOf) { phrases.append(words.left(left)) }
    page.line(label(words.term), .own(phrases.joined(separator: separator)))
  }

  func date(_ date: CivilDate) -> String {
    TerminalText.value(Untrusted(date.iso), in: language).text
  }

  private func label(_ text: String) -> TerminalText {
    .own("    " + TerminalText.own(text).padded(to: labelWidth).text + "  ")
  }
}
