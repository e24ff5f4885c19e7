import ClauseAssessment
import ClauseSource
import Foundation
import Testing

@testable import ClauseReports

/// One line for each thing that there is.
@Suite struct ConciseReporterTests {
  private static func lines(_ assessment: Assessment) -> [String] {
    String(
      decoding: ConciseReporter().report(assessment, options: ReportOptions()), as: UTF8.self
    ).split(separator: "\n").map(String.init)
  }

  private static func assessment(_ language: Language) -> Assessment {
    var assessment = AwkwardAssessment.full(language)
    assessment.unread = [
      UnreadFile(path: Untrusted("Registre\u{1B}.docx"), reason: .document),
      UnreadFile(path: Untrusted("processes/broken.yaml"), reason: .failed),
    ]
    assessment.files.append(FileResult(path: "Registre\u{1B}.docx", fate: .passedOver, records: 0))
    assessment.notProvided = [
      NotProvidedRegister(
        type: "risk", title: LocalizedText(en: "Risk", fr: "Risque", ar: "خطر"), rules: 7,
        clauses: ["iso9001:2015/6.1"])
    ]
    var problem = assessment.findings[0]
    problem.severity = .data
    problem.rule = "field-type"
    assessment.findings.append(problem)
    problem.isDataError = true
    problem.location = Location(
      path: Untrusted("r.xlsx"), start: Position(line: 17, column: 3),
      end: Position(line: 17, column: 4),
      cell: CellAddress(text: Untrusted("Risques!C17"), sheet: 0))
    assessment.findings.append(problem)
    return assessment
  }

  @Test(arguments: Language.allCases)
  func golden(language: Language) throws {
    for (name, assessment) in [
      ("full", Self.assessment(language)), ("spotless", AwkwardAssessment.spotless(language)),
      ("peculiar", RunStatementTests.peculiar(language)),
    ] {
      try expectGolden(
        ConciseReporter().report(assessment, options: ReportOptions()),
        "\(name).\(language.rawValue).concise")
    }
  }

  /// Nothing goes without a line: findings and problems that count, cases, trouble, files, what
  /// was not provided; then one line for the whole.
  @Test(arguments: Language.allCases)
  func eachThingHasALine(language: Language) {
    let assessment = Self.assessment(language)
    let lines = Self.lines(assessment)
    let findings = assessment.findings.count { $0.state == .new }
    let said = assessment.diagnostics.count { $0.code != "passed-over" }
    #expect(lines.count == findings + assessment.notices.count + said + 2 + 1 + 1)
    for line in lines.dropLast() {
      #expect(line.components(separatedBy: "  ").count >= 4, "\(line)")
    }
    #expect(lines.contains { $0.hasPrefix("r.xlsx:Risques!C17  ") })
    #expect(lines.contains { $0.hasPrefix("-  ") && $0.contains("risk") })
  }

  /// What could not be assessed is said first in the last line; a whole run does not say it.
  @Test func theLastLineIsTheSummary() throws {
    let full = try #require(Self.lines(Self.assessment(.english)).last)
    #expect(full.hasPrefix("incomplete: 1 file was not assessed"))
    #expect(full.contains("2 major  2 minor  2 observations  ·  2 data problems"))
    #expect(full.contains("412 records in 4 of 5 files"))
    #expect(full.contains("1 register was not provided"))
    let clean = try #require(Self.lines(AwkwardAssessment.spotless(.english)).last)
    #expect(clean.hasPrefix("no findings  ·  as of 2026-11-23"))
    #expect(Self.lines(AwkwardAssessment.spotless(.english)).count == 1)
  }
}
