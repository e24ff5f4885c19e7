public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// A job summary in Markdown: counts, states by standard, and the failures as far as they fit.
public struct GitHubSummaryReporter: Reporter {
  /// `github-summary`.
  public let name = "github-summary"
  /// `.md`.
  public let endings = [".md"]

  /// Bytes kept free under the 1,024 KiB that GitHub accepts of a step, for the closing lines.
  private static let room = 1_024 * 1_024 - 4_096
  private let limit: Int

  /// Makes the reporter; `limit` is the size in bytes that the table of failures may reach.
  public init(limit: Int = 0) { self.limit = limit > 0 ? limit : Self.room }

  /// The summary.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    let page = SummaryPage(assessment)
    var text = page.head
    let entries = FailureEntry.all(assessment).sorted { $0.level.rawValue < $1.level.rawValue }
    var shown = 0
    if !entries.isEmpty {
      text += page.tableHead
      for entry in entries {
        let row = page.row(entry)
        guard text.utf8.count + row.utf8.count <= limit else { break }
        text += row
        shown += 1
      }
      text += "\n"
    }
    if shown < entries.count { text += page.more(entries.count - shown) }
    text += page.notProvided(within: limit - text.utf8.count)
    text += page.unread(within: limit - text.utf8.count)
    text += page.limits
    return Array(text.utf8)
  }
}

/// The parts of a summary.
private struct SummaryPage {
  private let assessment: Assessment
  private let words: ReporterStrings
  private let pipeline: PipelineStrings

  init(_ assessment: Assessment) {
    self.assessment = assessment
    words = ReporterStrings.of(assessment.language)
    pipeline = PipelineStrings.of(assessment.language)
  }

  var head: String {
    var text = "# \(cell(pipeline.summaryTitle))\n\n"
    if assessment.hasErrors {
      let files = assessment.files.count { $0.fate == .notAssessed }
      text += "**\(cell(words.incompleteMatrix(files)))**\n\n"
    }
    let statement = RunStatement(assessment)
    text += cell(words.asOf(assessment.asOf.iso)) + " · " + cell(statement.line) + "\n\n"
    text += ([counts] + statement.known).map(cell).joined(separator: " · ") + "\n\n"
    var notes = statement.peculiarities.map { $0[assessment.language].plain }
    if !assessment.notices.isEmpty { notes.append(words.undecidedCases(assessment.notices.count)) }
    let passedOver = assessment.reading.passedOver
    if passedOver > 0 { notes.append(words.passedOver(passedOver)) }
    notes += knownOnly
    for note in notes { text += "- " + cell(note) + "\n" }
    if !notes.isEmpty { text += "\n" }
    guard !assessment.standards.isEmpty else { return text }
    let states = ClauseState.allCases
    text += "| \(cell(pipeline.standard)) | "
    text += states.map { cell(words.clauseState($0)) }.joined(separator: " | ") + " |\n"
    text += "|---|" + String(repeating: "---:|", count: states.count) + "\n"
    for standard in assessment.standards {
      let tally = ClauseTally(standard)
      text += "| \(cell(standard.name)) | "
      text += states.map { String(tally.count($0)) }.joined(separator: " | ") + " |\n"
    }
    return text + "\n"
  }

  /// What changed since a revision, and entries of the baseline that nothing answers to.
  private var knownOnly: [String] {
    let gate = GateStrings.of(assessment.language)
    var notes: [String] = []
    if let revision = assessment.revision {
      let name = TerminalText.value(revision.reference, in: .english).text
      notes.append(gate.since(revision.new, revision.fixed.count, name))
      if !revision.absent.isEmpty { notes.append(gate.absent(revision.absent.count)) }
    }
    if let baseline = assessment.baseline {
      let states: [BaselineResult.StaleEntry.State] = [.fixed, .absent, .undecided, .unknown]
      notes += states.filter { baseline.count($0) > 0 }.map { gate.stale($0, baseline.count($0)) }
    }
    return notes
  }

  private var counts: String {
    let problems = assessment.count(Severity.data)
    let data = problems > 0 ? [words.severityCount(.data, problems)] : []
    guard assessment.findings.contains(where: { $0.state == .new && $0.severity != .data }) else {
      return ([RunStatement(assessment).emptyPhrase] + data).joined(separator: " · ")
    }
    let counts = Severity.allCases.sorted(by: >)
      .map { words.severityCount($0, assessment.count($0)) }
    return (counts + data).joined(separator: " · ")
  }

  var tableHead: String {
    let headings = [
      words.headings.severity, pipeline.place, words.headings.rule, pipeline.finding, words.remedy,
    ]
    return "| " + headings.map(cell).joined(separator: " | ") + " |\n|---|---|---|---|---|\n"
  }

  func row(_ entry: FailureEntry) -> String {
    let severity =
      Severity(rawValue: entry.severity).map(words.severity) ?? words.diagnosticSeverity(.error)
    let place = entry.location?.reference ?? entry.path.unescaped
    let cells = [severity, place, entry.code, entry.message, entry.remedy]
    return "| " + cells.map(cell).joined(separator: " | ") + " |\n"
  }

  func more(_ count: Int) -> String { cell(pipeline.moreFindings(count)) + "\n\n" }

  /// The registers that nobody provided, as far as they fit.
  func notProvided(within room: Int) -> String {
    list(
      .notProvided, NotProvidedLine.all(assessment).map(\.sentence), within: room,
      after: Term.toProvide)
  }

  /// What was not read, as far as it fits.
  func unread(within room: Int) -> String {
    let lines = UnreadLine.all(assessment.unread)
    return list(.unread, lines.map { $0.sentence(in: assessment.language) }, within: room)
  }

  private func list(
    _ title: Term, _ lines: [Untrusted], within room: Int, after: Term? = nil
  ) -> String {
    let language = assessment.language
    guard !lines.isEmpty else { return "" }
    var text = "## \(cell(title[language].plain))\n\n"
    for (index, line) in lines.enumerated() {
      let item = "- \(MarkdownText.words(line))\n"
      guard text.utf8.count + item.utf8.count <= room else {
        return text + "- \(cell(Term.moreCount(lines.count - index)[language].plain))\n\n"
      }
      text += item
    }
    if let after { text += "\n\(cell(after[language].plain))\n" }
    return text + "\n"
  }

  var limits: String { cell(words.limits) + "\n" }

  private func cell(_ text: String) -> String { MarkdownText.words(Untrusted(text)) }
}
