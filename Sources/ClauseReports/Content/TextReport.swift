import ClauseAssessment
import ClauseBytes
import ClauseCalendar
import ClauseSource

/// A text report under construction, part by part; a blank line stands between the parts.
struct TextReport {
  var blocks: TextBlocks
  let assessment: Assessment
  let language: Language
  let words: ReporterStrings
  let statement: RunStatement
  private let showsAll: Bool
  private let passedOver: Set<ByteKey>

  init(_ assessment: Assessment, _ options: ReportOptions) {
    blocks = TextBlocks(
      standards: assessment.standards, language: assessment.language, colour: options.colour)
    showsAll = options.showsAll
    self.assessment = assessment
    language = assessment.language
    words = ReporterStrings.of(assessment.language)
    statement = RunStatement(assessment)
    passedOver = Set(
      assessment.files.filter { $0.fate == .passedOver }.map { ByteKey($0.path.unescaped) })
  }

  /// How many of a list are shown whose usual number is `usual`.
  func most(_ usual: Int) -> Int { showsAll ? Int.max : usual }

  /// Findings of one rule on one register that are shown, and cases that it did not decide.
  private static let usual = 5

  /// A date or name of the run inside our own words.
  func isolated(_ value: Untrusted) -> String {
    TerminalText.value(value, in: language).text
  }

  // MARK: What was read

  /// Two lines: what was read, and what was not.
  mutating func addReading() {
    blocks.page.line(
      [.own(words.asOf(isolated(Untrusted(assessment.asOf.iso))))],
      [.recordsRead(assessment.recordCount, assessment.reading)], in: language)
    let errors = assessment.diagnostics.count { $0.severity == .error }
    let first: [TerminalText] =
      errors > 0 ? [.own(Term.errors(errors)[language].plain, style: .error)] : []
    let open = statement.notRead
    blocks.page.line(first, open.isEmpty && errors == 0 ? [.nothingUnread] : open, in: language)
  }

  // MARK: Findings

  /// The findings that count, the gravest first, those of one rule on one register together.
  mutating func addFindings() {
    let groups = RuleFindings.all(assessment)
    if groups.isEmpty { return }
    blocks.page.blank()
    let titles = Dictionary(
      assessment.rules.map { (ByteKey($0.id), $0.title[language]) }, uniquingKeysWith: { a, _ in a }
    )
    for group in groups {
      blocks.add(
        group, title: titles[ByteKey(group.rule)] ?? "", most: most(Self.usual))
    }
  }

  /// The cases that rules could not decide, those of one rule together.
  mutating func addUndecided() {
    var groups: [[RuleNotice]] = []
    var known: [ByteKey: Int] = [:]
    for notice in assessment.distinctNotices {
      if let index = known[ByteKey(notice.rule)] {
        groups[index].append(notice)
      } else {
        known[ByteKey(notice.rule)] = groups.count
        groups.append([notice])
      }
    }
    if !groups.isEmpty { blocks.page.blank() }
    for group in groups {
      for notice in group.prefix(most(Self.usual)) { blocks.add(notice) }
      blocks.addMore(group.count - most(Self.usual))
    }
  }

  /// Trouble with the input, errors first.
  mutating func addDiagnostics() {
    let said = assessment.diagnostics.filter(says)
    if !said.isEmpty { blocks.page.blank() }
    for severity in [Diagnostic.Severity.error, .warning, .note] {
      for diagnostic in said where diagnostic.severity == severity { blocks.add(diagnostic) }
    }
  }

  /// Whether a diagnostic is said by itself: why a file was passed over stands with that file.
  private func says(_ diagnostic: LocatedDiagnostic) -> Bool {
    guard diagnostic.severity == .note, let location = diagnostic.location else { return true }
    return !passedOver.contains(ByteKey(location.path.unescaped))
  }
}
