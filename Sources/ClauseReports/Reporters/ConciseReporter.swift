public import ClauseAssessment
import ClauseBytes
import ClauseCalendar
import ClauseSource

/// One line for each thing: `path:line:column  severity  rule  sentence`, and a last line with the
/// summary. For `grep`, and for editors that jump to places.
public struct ConciseReporter: Reporter {
  /// `concise`.
  public let name = "concise"
  /// Those of `text`.
  public let endings = [".txt", ".text"]
  /// People read it where they stand.
  public let isForTerminal = true

  /// Makes the reporter.
  public init() {}

  /// Findings that count, problems of the data, cases that were not decided, trouble with the
  /// input, files that were not read, registers that nobody provided; the summary.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    var report = ConciseReport(assessment, options)
    report.addFindings()
    report.addUndecided()
    report.addDiagnostics()
    report.addUnread()
    report.addNotProvided()
    report.addSummary()
    return report.page.bytes
  }
}

/// A concise report under construction.
private struct ConciseReport {
  var page: TerminalPage
  private let assessment: Assessment
  private let language: Language
  private let words: ReporterStrings
  private let statement: RunStatement

  init(_ assessment: Assessment, _ options: ReportOptions) {
    page = TerminalPage(colour: options.colour)
    self.assessment = assessment
    language = assessment.language
    words = ReporterStrings.of(assessment.language)
    statement = RunStatement(assessment)
  }

  /// The place, what weighs it, its kind, the sentence.
  private mutating func add(
    _ place: String?, _ weight: TerminalText, _ kind: String, _ sentence: TerminalText
  ) {
    page.row([
      .path(Untrusted(place ?? Self.nowhere)), weight, .value(Untrusted(kind), in: language),
      sentence,
    ])
  }

  /// Stands for the place of what has none, so that the columns keep their order.
  private static let nowhere = "-"

  mutating func addFindings() {
    for finding in assessment.findings where finding.state == .new {
      let weight: TerminalText =
        finding.severity == .data
        ? .own(Term.dataProblem(isError: finding.isDataError)[language].plain)
        : .own(words.severity(finding.severity), style: .of(finding.severity))
      add(
        finding.location.reference, weight, finding.rule,
        .message(finding.message, in: language))
    }
  }

  mutating func addUndecided() {
    for notice in assessment.distinctNotices {
      add(
        notice.location.reference, .own(words.undecided), notice.rule,
        .message(notice.reason, in: language))
    }
  }

  mutating func addDiagnostics() {
    let passedOver = Set(
      assessment.files.filter { $0.fate == .passedOver }.map { ByteKey($0.path.unescaped) })
    for diagnostic in assessment.diagnostics {
      // Why a file was passed over stands in the line of that file.
      if diagnostic.severity == .note, let place = diagnostic.location,
        passedOver.contains(ByteKey(place.path.unescaped))
      {
        continue
      }
      add(
        diagnostic.location?.reference,
        .own(
          words.diagnosticSeverity(diagnostic.severity),
          style: diagnostic.severity == .error ? .error : .plain), diagnostic.code,
        .words(diagnostic.message, in: language))
    }
  }

  mutating func addUnread() {
    let word = TerminalText.own(Term.unreadWord[language].plain)
    let named = Set(assessment.unread.map { ByteKey($0.path.unescaped) })
    // Errors have said what failed.
    for file in assessment.unread where file.reason != .failed {
      let line = UnreadLine(path: file.path, count: 1, ending: file.ending, reason: file.reason)
      add(
        file.path.unescaped, word, file.reason.rawValue,
        .own(line.why(in: language) + ". " + line.remedy(in: language)))
    }
    for file in assessment.files
    where file.fate == .passedOver && !named.contains(ByteKey(file.path.unescaped)) {
      add(
        file.path.unescaped, word, file.fate.rawValue,
        .own(Term.passedOverFile[language].plain))
    }
  }

  mutating func addNotProvided() {
    for (register, line) in zip(assessment.notProvided, NotProvidedLine.all(assessment)) {
      add(
        nil, .own(Term.notProvidedWord[language].plain), register.type,
        .words(line.sentence, in: language))
    }
  }

  /// One line, which begins with what could not be assessed.
  mutating func addSummary() {
    var pieces: [TerminalText] = []
    if assessment.hasErrors {
      let files = assessment.files.count { $0.fate == .notAssessed }
      pieces += [.own(words.incomplete(files), style: .error), .own("  ·  ")]
    }
    pieces += statement.findingCounts
    pieces += [
      .own("  ·  "),
      .own(words.asOf(TerminalText.value(Untrusted(assessment.asOf.iso), in: language).text)),
    ]
    page.line(pieces, statement.denominator + statement.peculiarities, in: language)
  }
}
