import ClauseAssessment
import ClauseReports
import ClauseSource
import Testing

/// Findings, problems of the data and what was not provided are told apart in every output.
@Suite struct ThreeKindsTests {
  private static let words: [Language: (unknown: String, date: String)] = [
    .english: ("status holds En attente, which is none of open, closed", "due_on holds 31/02/2026"),
    .french: ("status contient En attente, hors de ouvert, clos", "due_on contient 31/02/2026"),
    .arabic: ("status يتضمن En attente وهي خارج اللائحة", "due_on يتضمن 31/02/2026"),
  ]

  /// One finding; of the data an unknown word in three rows, a date that is none, and a link; two
  /// registers that nobody provided.
  private static func assessment(_ language: Language) -> Assessment {
    var assessment = AwkwardAssessment.spotless(language)
    let words = words[language] ?? ("", "")
    func problem(
      _ rule: String, _ message: String, line: Int, field: String, isError: Bool = true
    ) -> Finding {
      Finding(
        rule: rule, severity: .data, basis: .data, message: Message(text: message),
        remedy: Message(text: "…"), record: RecordReference(type: "action", id: "A-\(line)"),
        field: Untrusted(field),
        location: AwkwardAssessment.location("actions.csv", line, 4, end: 12),
        fingerprint: rule + String(line), isDataError: isError)
    }
    assessment.findings = [
      Finding(
        rule: "doc-approved", severity: .minor, basis: .normative,
        message: Message(text: "P-1"), clauses: ["iso9001:2015/7.5.2"],
        record: RecordReference(type: "document", id: "P-1"),
        location: AwkwardAssessment.location("documents.yaml", 1, 1, end: 4), fingerprint: "a"),
      problem("enum-unknown", words.unknown, line: 2, field: "status"),
      problem("enum-unknown", words.unknown, line: 3, field: "status"),
      problem("field-type", words.date, line: 4, field: "due_on"),
      problem("enum-unknown", words.unknown, line: 5, field: "status"),
      problem("link-unresolved", "[x](y.md)", line: 6, field: "text", isError: false),
    ]
    assessment.notProvided = [
      NotProvidedRegister(
        type: "risk", title: LocalizedText(en: "Risk", fr: "Risque", ar: "خطر"), rules: 7,
        clauses: ["iso45001:2018/7.5.2"] + (1...6).map { "iso9001:2015/6.\($0)" }),
      NotProvidedRegister(
        type: "own", title: LocalizedText([.english: "Own <b>"]), rules: 1, clauses: []),
    ]
    return assessment
  }

  @Test(arguments: Language.allCases)
  func text(language: Language) throws {
    let bytes = TextReporter().report(Self.assessment(language), options: ReportOptions())
    try expectGolden(bytes, "kinds.\(language.rawValue).txt")
  }

  @Test(arguments: Reporters.all.map(\.name))
  func everyFormat(_ name: String) throws {
    let reporter = try #require(Reporters.named(name))
    let bytes = reporter.report(Self.assessment(.english), options: ReportOptions())
    try expectGolden(bytes, "kinds.\(name)")
  }

  /// A word has one line with the number of its places; many words of one column share one.
  @Test func aWordOrAColumnHasOneLine() {
    func lines(_ assessment: Assessment) -> Int {
      let bytes = TextReporter().report(assessment, options: ReportOptions())
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .count { $0.hasPrefix("actions.csv") }
    }
    var assessment = Self.assessment(.english)
    #expect(lines(assessment) == 3)
    assessment.findings = (1...6).map { number in
      var problem = assessment.findings[1]
      problem.message = Message(text: "word \(number)")
      return problem
    }
    #expect(lines(assessment) == 1)
    // They say different things: the line shows one and counts the others.
    let text = String(
      decoding: TextReporter().report(assessment, options: ReportOptions()), as: UTF8.self)
    #expect(text.contains("word 1  (and 5 more)"))
    assessment.findings.removeLast()
    #expect(lines(assessment) == 5)
  }

  /// Problems of the data are no findings: alone they leave a list of findings empty.
  @Test func dataAloneIsNoFinding() {
    var assessment = Self.assessment(.english)
    assessment.findings.removeFirst()
    let text = String(
      decoding: TextReporter().report(assessment, options: ReportOptions()), as: UTF8.self)
    #expect(text.contains("no findings  ·  5 data problems"))
  }
}
