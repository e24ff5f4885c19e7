import ClauseAssessment
import ClauseBytes
import ClauseSource

/// A failure as code-review services know it: a place, a level, a word for the kind, lines of text.
/// Findings that count and errors of the input are both failures; accepted findings are none.
struct FailureEntry {
  /// How much it weighs.
  enum Level: Int, CaseIterable {
    /// A major finding, or input that could not be assessed.
    case error
    /// A minor finding.
    case warning
    /// An observation.
    case notice
  }

  /// How much it weighs.
  var level: Level
  /// The auditor's word, or `not_assessed`.
  var severity: String
  /// Rule id, or the code of the diagnostic under `diagnostic/`.
  var code: String
  /// Where it is shown.
  var path: Untrusted
  /// Lines and columns; nil where the trouble is the run's as a whole.
  var location: Location?
  /// What is wrong, in one sentence.
  var message: String
  /// The reasons and the clauses, each a line with its label; may be empty.
  var details: [String]
  /// How to mend it, without a label; may be empty.
  var remedy: String
  /// The remedy's label.
  var remedyLabel: String
  /// Identity across runs, unique within the run.
  var fingerprint: String

  /// The message where only the row of a place can be given: the cell of a workbook comes first.
  var placedMessage: String {
    location?.cell.map { "\($0.text.unescaped): \(message)" } ?? message
  }

  /// All lines, the remedy last.
  var lines: [String] { [placedMessage] + explanation }

  /// What follows the message.
  var explanation: [String] {
    remedy.utf8.isEmpty ? details : details + ["\(remedyLabel): \(remedy)"]
  }

  /// The failures of `assessment`, errors of the input first, then in the findings' order.
  static func all(_ assessment: Assessment) -> [FailureEntry] {
    let words = ReporterStrings.of(assessment.language)
    let citations = ClauseCitations(assessment.standards)
    var occurrences: [ByteKey: Int] = [:]
    func unique(_ fingerprint: String) -> String {
      let key = ByteKey(fingerprint)
      occurrences[key, default: 0] += 1
      let number = occurrences[key, default: 1]
      return number == 1 ? fingerprint : "\(fingerprint)-\(number)"
    }
    let errors = assessment.diagnostics.filter { $0.severity == .error }.map { diagnostic in
      let place = diagnostic.location?.path ?? SARIFPlaces.configuration
      return FailureEntry(
        level: .error, severity: ClauseState.notAssessed.rawValue,
        code: SARIFDescriptors.errorPrefix + diagnostic.code, path: place,
        location: diagnostic.location, message: diagnostic.message.unescaped,
        details: [], remedy: diagnostic.remedy.unescaped, remedyLabel: words.remedy,
        fingerprint: unique(
          SHA256.hexadecimal(
            of: Array(
              "\(diagnostic.code)\n\(place.unescaped)\n\(diagnostic.message.unescaped)".utf8))))
    }
    let findings = assessment.findings.filter { $0.state == .new }.map { finding in
      var details = finding.because.map { "\(words.because): \(line($0))" }
      if !finding.clauses.isEmpty {
        let cited = finding.clauses.map { citations.short($0).unescaped }
        details.append("\(words.clauses): \(cited.joined(separator: " · "))")
      }
      return FailureEntry(
        level: Level(finding), severity: finding.severity.rawValue, code: finding.rule,
        path: finding.location.path, location: finding.location, message: line(finding.message),
        details: details, remedy: line(finding.remedy), remedyLabel: words.remedy,
        fingerprint: unique(finding.fingerprint))
    }
    return errors + findings
  }

  /// What the list of failures leaves unsaid, as one more entry of the lowest level; nil when
  /// there is nothing to add.
  static func statement(of assessment: Assessment) -> FailureEntry? {
    guard let lines = RunStatement(assessment).unsaid else { return nil }
    return FailureEntry(
      level: .notice, severity: "note", code: "run", path: SARIFPlaces.configuration,
      location: nil, message: Term.runRestsOn[assessment.language].plain, details: lines,
      remedy: "", remedyLabel: ReporterStrings.of(assessment.language).remedy,
      // The same in every run, so that services do not call it new.
      fingerprint: SHA256.hexadecimal(of: Array("clauselint/run".utf8)))
  }

  /// The failures of `assessment` and what they leave unsaid.
  static func list(_ assessment: Assessment) -> [FailureEntry] {
    all(assessment) + [statement(of: assessment)].compactMap { $0 }
  }

  /// A message as one line without isolates, cut where it is too long to read.
  static func line(_ message: Message) -> String {
    TerminalText.message(message, in: .english).text
  }
}

extension FailureEntry.Level {
  /// Major is an error, minor a warning, an observation a notice; a problem of the data is a
  /// warning where it leaves something unread.
  init(_ finding: Finding) {
    switch finding.severity {
    case .major: self = .error
    case .minor: self = .warning
    case .observation: self = .notice
    case .data: self = finding.isDataError ? .warning : .notice
    }
  }
}
