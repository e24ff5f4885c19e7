import ClauseAssessment
import ClauseReports
import ClauseSource
import Foundation
import Testing

/// Reports for pipelines and review services.
@Suite struct PipelineReporterTests {
  private static let reporters: [any Reporter] = [
    JUnitReporter(), GitLabReporter(), GitHubAnnotationsReporter(), GitHubSummaryReporter(),
    ReviewdogReporter(), CheckstyleReporter(), CSVReporter(), SARIFReporter(profile: .github),
  ]

  private static func text(_ reporter: any Reporter, _ assessment: Assessment) -> String {
    String(decoding: reporter.report(assessment, options: ReportOptions()), as: UTF8.self)
  }

  @Test(arguments: reporters.indices, Language.allCases)
  func golden(number: Int, language: Language) throws {
    let reporter = Self.reporters[number]
    try expectGolden(
      reporter.report(AwkwardAssessment.full(language), options: ReportOptions()),
      "full.\(language.rawValue).\(reporter.name)")
  }

  @Test(arguments: reporters.indices)
  func goldenOfUnreadableInput(number: Int) throws {
    let reporter = Self.reporters[number]
    try expectGolden(
      reporter.report(AwkwardAssessment.unreadable(.english), options: ReportOptions()),
      "unreadable.en.\(reporter.name)")
  }

  @Test func annotationsStopAtTenOfALevelAndCountTheRest() {
    let text = Self.text(GitHubAnnotationsReporter(), AwkwardAssessment.many(34, .minor))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 11)
    #expect(lines.filter { $0.hasPrefix("::warning ") }.count == 10)
    #expect(lines.last == "24 more at the level warning: see the whole report")
  }

  /// Whatever a record holds, a line is one whole command of ours or plain words.
  @Test(arguments: Language.allCases)
  func noRecordBeginsACommand(language: Language) {
    let text = Self.text(GitHubAnnotationsReporter(), AwkwardAssessment.full(language))
    for line in text.split(separator: "\n") {
      let commands = ["::error ", "::warning ", "::notice "].filter { line.hasPrefix($0) }
      #expect(commands.count == 1, "\(line)")
      #expect(!line.contains("\r"))
    }
  }

  @Test func summaryKeepsWithinItsSize() {
    let assessment = AwkwardAssessment.many(500, .major)
    let whole = Self.text(GitHubSummaryReporter(), assessment)
    let limited = Self.text(GitHubSummaryReporter(limit: 8_000), assessment)
    #expect(whole.components(separatedBy: "| major |").count == 501)
    let shown = limited.components(separatedBy: "| major |").count - 1
    #expect(shown > 5)
    #expect(limited.contains("\(500 - shown) more"))
    #expect(limited.utf8.count < 8_500)
    let huge = Self.text(GitHubSummaryReporter(), AwkwardAssessment.many(20_000, .major))
    #expect(huge.utf8.count < 1_024 * 1_024)
  }

  @Test func gitLabFingerprintsAreUnique() throws {
    let bytes = GitLabReporter().report(
      AwkwardAssessment.many(50, .minor), options: ReportOptions())
    let issues = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]])
    #expect(issues.count == 50)
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == 50)
    for issue in issues {
      let place = try #require(issue["location"] as? [String: Any])
      let lines = try #require(place["lines"] as? [String: Any])
      #expect((lines["begin"] as? Int ?? 0) >= 1)
    }
  }

  @Test func everyLineOfReviewdogIsOneObject() throws {
    let lines = Self.text(ReviewdogReporter(), AwkwardAssessment.full(.arabic))
      .split(separator: "\n")
    #expect(lines.count > 2)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(["ERROR", "WARNING", "INFO"].contains(object?["severity"] as? String))
    }
  }

  @Test func noCellIsAFormula() throws {
    for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\u{FF1D}1"] {
      var assessment = AwkwardAssessment.many(1, .major)
      assessment.findings[0].message = Message(text: text)
      assessment.findings[0].record = RecordReference(type: "document", id: text)
      let row = try #require(
        Self.text(CSVReporter(), assessment).components(separatedBy: "\r\n").dropFirst().first)
      for cell in row.components(separatedBy: ",") {
        #expect(!"=+-@\u{FF1D}\t".contains(cell.first ?? "x"), "\(cell)")
      }
    }
  }

  @Test(.readsSharedData, .enabled(if: Python.isWanted("lxml"), "needs python3 with lxml"))
  func junitMeetsItsSchema() throws {
    let schema = Python.shared.appendingPathComponent("schemas/junit-10.xsd")
    let validate = """
      import sys
      from lxml import etree
      schema = etree.XMLSchema(etree.parse(sys.argv[1]))
      for name in sys.argv[2:]:
          tree = etree.parse(name)
          schema.assertValid(tree)
          root = tree.getroot()
          cases = list(root.iter("testcase"))
          assert int(root.get("tests")) == len(cases)
          assert int(root.get("failures")) == len(list(root.iter("failure")))
          names = [(c.get("classname"), c.get("name")) for c in cases]
          assert len(set(names)) == len(names), "two cases with one name"
      """
    let files = [
      AwkwardAssessment.full(.arabic), AwkwardAssessment.full(.french),
      AwkwardAssessment.unreadable(.english), AwkwardAssessment.spotless(.english),
      AwkwardAssessment.many(3, .minor),
    ].enumerated().map {
      ("\($0.offset).xml", JUnitReporter().report($0.element, options: ReportOptions()))
    }
    let answer = try Python.run(
      validate, files: [("junit.xsd", [UInt8](try Data(contentsOf: schema)))] + files)
    #expect(answer.status == 0, "\(answer.text)")
  }

  @Test(.enabled(if: Python.isWanted("lxml"), "needs python3 with lxml"))
  func checkstyleIsXML() throws {
    let answer = try Python.run(
      """
      import sys
      from lxml import etree
      root = etree.parse(sys.argv[1]).getroot()
      print(len(root.findall("file/error")))
      """,
      files: [
        (
          "a.xml",
          CheckstyleReporter().report(AwkwardAssessment.full(.arabic), options: ReportOptions())
        )
      ])
    #expect(answer.status == 0, "\(answer.text)")
  }
}
