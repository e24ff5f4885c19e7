import ClauseAssessment
import ClauseSource
import Foundation
import Testing

@testable import ClauseReports

/// The order of the text report, and what it shows once of many.
@Suite struct TextReportTests {
  private static let messages: [Language: (owner: String, approval: String, remedy: String)] = [
    .english: ("is owned by someone who has left", "is not approved", "Name somebody in post."),
    .french: (
      "est porté par une personne partie", "n'est pas approuvé", "Désigner une personne en poste."
    ),
    .arabic: ("يتولاه شخص غادر المنظمة", "غير مصادق عليه", "تعيين شخص يزاول مهامه."),
  ]

  private static func finding(
    _ rule: String, _ severity: Severity, _ words: String, in path: String, line: Int,
    type: String = "risk", remedy: String = "", sheet: Int? = nil
  ) -> Finding {
    let place = AwkwardAssessment.location(path, line, 3, end: 9)
    let cell = sheet.map { CellAddress(text: Untrusted("S\($0)!C\(line)"), sheet: $0) }
    return Finding(
      rule: rule, severity: severity, basis: .own,
      message: Message([.value(Untrusted("R-\(line)")), .text(Untrusted(" " + words))]),
      remedy: Message(text: remedy), clauses: ["iso9001:2015/7.5.2"],
      record: RecordReference(type: type, id: "R-\(line)"),
      location: Location(path: place.path, start: place.start, end: place.end, cell: cell),
      fingerprint: "\(rule)\(path)\(line)")
  }

  /// A register with seven findings of one rule, documents with one record each, an organisation.
  static func assessment(_ language: Language) -> Assessment {
    let words = messages[language] ?? ("", "", "")
    var assessment = AwkwardAssessment.spotless(language)
    assessment.registers = [
      RegisterResult(type: "document", file: "docs/a.md", records: 1),
      RegisterResult(type: "document", file: "docs/b.md", records: 1),
      RegisterResult(type: "risk", file: "risks.csv", records: 40),
    ]
    var risks = (2...8).map {
      finding(
        "own-interval", .minor, words.owner, in: "risks.csv", line: $0, remedy: words.remedy)
    }
    risks[0].row = RowExcerpt(
      cells: [
        Untrusted("R-2"), Untrusted("Retard\u{1B}[31m | marché"), nil, Untrusted("خطر كبير"),
        Untrusted("15"),
      ], marked: 4)
    risks[1].row = RowExcerpt(cells: [Untrusted("R-3"), Untrusted("")], marked: 1)
    assessment.findings =
      [
        finding("doc-approved", .major, words.approval, in: "docs/a.md", line: 4, type: "document"),
        finding("doc-approved", .major, words.approval, in: "docs/b.md", line: 4, type: "document"),
      ] + risks + [
        finding("scope-declared", .observation, "…", in: "a.yaml", line: 1, type: "organization"),
        finding("permit-valid", .major, "…", in: "z.yaml", line: 1, type: "permit"),
      ]
    assessment.notices = (1...7).map {
      RuleNotice(
        rule: "doc-approved", record: nil,
        reason: Message([.value(Untrusted("approved_on")), .text(Untrusted(" = ?"))]),
        location: AwkwardAssessment.location("docs/\($0).md", 4, 3, end: 13))
    }
    return assessment
  }

  private static func text(_ assessment: Assessment, _ options: ReportOptions) -> String {
    String(decoding: TextReporter().report(assessment, options: options), as: UTF8.self)
  }

  @Test(arguments: Language.allCases)
  func golden(language: Language) throws {
    let assessment = Self.assessment(language)
    try expectGolden(
      TextReporter().report(assessment, options: ReportOptions()),
      "grouped.\(language.rawValue).txt")
    try expectGolden(
      TextReporter().report(
        assessment, options: ReportOptions(showsAll: true, hasStatistics: true)),
      "all.\(language.rawValue).txt")
  }

  @Test func theGravestComeFirstAndWhatWasReadBeforeThem() throws {
    let lines = Self.text(Self.assessment(.english), ReportOptions()).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "as of 2026-11-23 · 2 records in 1 of 1 file")
    #expect(lines[1] == "no file was left unread")
    let order = ["major  doc-approved", "permit-valid", "minor  own-interval", "scope-declared"]
    let places = order.map { word in lines.firstIndex { $0.contains(word) } ?? -1 }
    #expect(places == places.sorted() && !places.contains(-1))
  }

  @Test func fiveAreShownAndTheOthersCounted() {
    let assessment = Self.assessment(.english)
    let few = Self.text(assessment, ReportOptions())
    #expect(few.split(separator: "\n").count { $0.hasPrefix("  risks.csv:") } == 5)
    #expect(few.contains("minor  own-interval  7 findings in risks.csv\n"))
    #expect(few.components(separatedBy: "  and 2 more; --all shows them\n").count == 3)
    // The summary counts what is there, not what is shown.
    #expect(few.contains("3 major  7 minor  1 observation"))
    let all = Self.text(assessment, ReportOptions(showsAll: true))
    #expect(all.split(separator: "\n").count { $0.hasPrefix("  risks.csv:") } == 7)
    #expect(!all.contains("--all"))
  }

  @Test func whatIsCommonIsSaidOnce() {
    var assessment = Self.assessment(.english)
    func count(_ words: String) -> Int {
      Self.text(assessment, ReportOptions(showsAll: true)).components(separatedBy: words).count - 1
    }
    #expect(count("Name somebody in post.") == 1)
    #expect(count("    clauses  ISO 9001 7.5.2\n") == 4)
    assessment.findings[5].remedy = Message(text: "Something else.")
    assessment.findings[5].clauses = []
    #expect(count("Name somebody in post.") == 6)
    #expect(count("      clauses  ISO 9001 7.5.2\n") == 6)
    #expect(count("Something else.") == 1)
  }

  /// Tables of one kind in two files or sheets are two registers; so are two grades of one rule.
  @Test func aRegisterIsATableOfItsOwn() {
    var assessment = Self.assessment(.english)
    assessment.registers += ["x.xlsx", "y.csv"].map {
      RegisterResult(type: "risk", file: $0, records: 9)
    }
    assessment.findings = [
      Self.finding("r", .minor, "a", in: "risks.csv", line: 1),
      Self.finding("r", .minor, "b", in: "risks.csv", line: 2),
      Self.finding("r", .observation, "c", in: "risks.csv", line: 3),
      Self.finding("r", .minor, "d", in: "x.xlsx", line: 1, sheet: 0),
      Self.finding("r", .minor, "e", in: "x.xlsx", line: 1, sheet: 1),
      Self.finding("r", .minor, "f", in: "y.csv", line: 1),
    ]
    let groups = RuleFindings.all(assessment)
    #expect(groups.map(\.findings.count) == [2, 1, 1, 1, 1])
    #expect(groups.last?.severity == .observation)
  }

  /// Long lists of what stays open are cut, counted and shown whole on demand.
  @Test func whatStaysOpenIsCutToo() {
    var assessment = AwkwardAssessment.spotless(.english)
    assessment.notProvided = (1...10).map {
      NotProvidedRegister(
        type: "t\($0)", title: LocalizedText(en: "Kind \($0)", fr: "", ar: ""), rules: 1,
        clauses: [])
    }
    assessment.unread = (1...24).map {
      UnreadFile(path: Untrusted("u\($0).csv"), reason: .unrecognised)
    }
    assessment.findings = (1...23).map {
      var problem = Self.finding("enum-unknown", .data, "word", in: "p\($0).csv", line: $0)
      problem.basis = .data
      return problem
    }
    let few = Self.text(assessment, ReportOptions())
    for count in [2, 4, 3] { #expect(few.contains("  and \(count) more; --all shows them\n")) }
    #expect(few.contains("Kind 8") && !few.contains("Kind 9"))
    #expect(few.contains("  u20.csv") && !few.contains("  u21.csv"))
    #expect(few.contains("\np20.csv") && !few.contains("\np21.csv"))
    #expect(few.contains("23 data problems"))
    let all = Self.text(assessment, ReportOptions(showsAll: true))
    #expect(!all.contains("--all"))
    for word in ["Kind 10", "  u24.csv", "\np23.csv"] { #expect(all.contains(word), "\(word)") }
  }

  /// A rule that stumbles over one value for each discipline has one line for it.
  @Test func oneCaseIsSaidOnce() {
    var assessment = AwkwardAssessment.spotless(.english)
    assessment.notices = Array(repeating: AwkwardAssessment.notices[0], count: 7)
    for reporter in [TextReporter(), ConciseReporter()] as [any Reporter] {
      let text = String(
        decoding: reporter.report(assessment, options: ReportOptions()), as: UTF8.self)
      let lines = text.split(separator: "\n").count { $0.hasPrefix("procedures/p-012.md:4:3") }
      #expect(lines == 1, "\(reporter.name)")
      #expect(text.contains("7 undecided") && !text.contains("--all"), "\(reporter.name)")
    }
  }

  @Test func acceptedFindingsAreInNoGroup() {
    var assessment = Self.assessment(.english)
    for index in assessment.findings.indices { assessment.findings[index].state = .baseline }
    #expect(RuleFindings.all(assessment).isEmpty)
  }

  /// The most frequent rule comes first, then the bytes of the ids decide.
  @Test func statisticsAreSortedByNumber() throws {
    let text = Self.text(Self.assessment(.english), ReportOptions(hasStatistics: true))
    let start = try #require(text.range(of: "Findings by rule\n"))
    let lines = text[start.upperBound...].split(separator: "\n").prefix(6).map(String.init)
    #expect(
      lines == [
        "  7  minor        own-interval    ISO 9001 7.5.2",
        "  2  major        doc-approved    ISO 9001 7.5.2",
        "  1  major        permit-valid    ISO 9001 7.5.2",
        "  1  observation  scope-declared  ISO 9001 7.5.2",
        "Undecided cases by rule", "  7  doc-approved",
      ])
  }
}
