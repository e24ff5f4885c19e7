import ClauseAssessment
import ClauseReports
import ClauseSource
import Foundation
import Testing

/// What each report says of the run it shows.
@Suite struct RunStatementTests {
  /// A run in which nothing is found, and much is not as usual.
  static func peculiar(_ language: Language) -> Assessment {
    var assessment = AwkwardAssessment.spotless(language)
    assessment.packs = [
      PackResult(
        id: "house-\u{202E}x", version: "1.0.0", status: "draft", sha256: "ab", isOwn: true,
        contents: PackContents(
          rules: 3, records: [.init(type: "process", count: 320)], holidays: 2))
    ]
    assessment.parameters = [
      ParameterChange(name: "review", pack: "qse-core", from: "P1Y", to: "P500Y")
    ]
    assessment.rulesOutOfScope = 77
    assessment.restriction = RunRestriction(
      standards: ["iso9001:2015"], clauses: ["iso9001:2015/7.2"], rules: ["doc-approved"],
      paths: ["a\u{1B}[31m.yaml"])
    assessment.notices = AwkwardAssessment.notices
    assessment.files.append(FileResult(path: "notes.txt", fate: .passedOver, records: 0))
    let finding = AwkwardAssessment.many(2, .major).findings
    assessment.findings = finding.map {
      var accepted = $0
      accepted.state = .baseline
      return accepted
    }
    return assessment
  }

  private static let words = ["77", "P500Y", "P1Y", "320", "iso9001:2015/7.2", "doc-approved"]

  @Test(arguments: Reporters.all.indices, Language.allCases)
  func everyReporterSaysWhatTheRunRestsOn(number: Int, language: Language) {
    let reporter = Reporters.all[number]
    let bytes = reporter.report(Self.peculiar(language), options: ReportOptions())
    let text = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\\", with: "")
      .replacingOccurrences(of: "%3A", with: ":")
    for word in Self.words { #expect(text.contains(word), "\(reporter.name): \(word)") }
    #expect(!text.contains("\u{202E}") || reporter.name == "json")
    #expect(!text.contains("\u{1B}"), "\(reporter.name)")
  }

  @Test(arguments: Language.allCases)
  func golden(language: Language) throws {
    for reporter in Reporters.all where ["text", "github-summary"].contains(reporter.name) {
      try expectGolden(
        reporter.report(Self.peculiar(language), options: ReportOptions()),
        "peculiar.\(language.rawValue).\(reporter.name == "text" ? "txt" : reporter.name)")
    }
  }

  /// An ordinary run of everything adds nothing to lists of findings.
  @Test func anOrdinaryRunAddsNoEntry() {
    let assessment = AwkwardAssessment.spotless(.english)
    for name in ["rdjsonl", "github"] {
      let reporter = Reporters.all.first { $0.name == name }
      #expect(reporter?.report(assessment, options: ReportOptions()) == [], "\(name)")
    }
  }

  @Test(arguments: GapReporters.all.indices)
  func theGapReportSaysItToo(number: Int) throws {
    let reporter = GapReporters.all[number]
    let report = GapReport(editions: [Self.peculiar(.english)])
    let bytes = try reporter.report(report)
    // A workbook is a compressed archive.
    guard reporter.name != "xlsx" else { return }
    let text = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\\", with: "")
    #expect(text.contains("iso9001:2015/7.2"), "\(reporter.name)")
    guard reporter.name != "csv" else { return }
    for word in Self.words { #expect(text.contains(word), "\(reporter.name): \(word)") }
  }

  @Test func theLineOnStandardErrorIsOneSafeLine() throws {
    let line = try #require(
      RunStatement.failure(AwkwardAssessment.diagnostics, language: .english))
    let text = String(decoding: line, as: UTF8.self)
    #expect(text.hasPrefix("clauselint: 2 errors: not everything could be assessed; "))
    #expect(text.split(separator: "\n").count == 1)
    #expect(!text.contains("\u{1B}"))
    #expect(RunStatement.failure([], language: .english) == nil)
  }
}
