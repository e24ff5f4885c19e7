import ClauseAssessment
import ClauseSource
import Foundation
import Testing

@testable import ClauseReports

/// Cells of workbooks in every output, and files that were not read in every report.
@Suite struct PlaceAndUnreadTests {
  private static let cell = CellAddress(text: Untrusted("Risques!C17"), sheet: 1)
  private static let unread =
    [
      UnreadFile(path: Untrusted("Registre des réclamations.docx"), reason: .document),
      UnreadFile(path: Untrusted("notes/a.txt"), reason: .prose),
    ] + (1...40).map { UnreadFile(path: Untrusted("photos/\($0).jpg"), reason: .picture) }

  /// The text without the marks by which Markdown and JSON say that a character means itself.
  private static func plain(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\\", with: "")
  }

  private static func report(_ language: Language) -> GapReport {
    var report = AwkwardReport.full([language])
    for index in report.editions.indices {
      report.editions[index].unread = unread
      for finding in report.editions[index].findings.indices {
        let place = report.editions[index].findings[finding].location
        report.editions[index].findings[finding].location = Location(
          path: Untrusted("03-risques/Registre.xlsx"), start: place.start, end: place.end,
          cell: cell)
      }
    }
    return report
  }

  /// A place in a Word file is joined to the path as people read it: `fiche.docx!T2:B7`.
  @Test(arguments: Reporters.all.map(\.name))
  func everyReporterGivesTheCellOfAWordFile(_ name: String) throws {
    let reporter = try #require(Reporters.named(name))
    var assessment = Self.report(.arabic).assessment
    assessment.diagnostics = []
    for index in assessment.findings.indices {
      let place = assessment.findings[index].location
      assessment.findings[index].location = Location(
        path: Untrusted("fiche.docx"), start: place.start, end: place.end,
        cell: CellAddress(text: Untrusted("T2:B7"), sheet: 0))
    }
    let text = Self.plain(reporter.report(assessment, options: ReportOptions()))
    #expect(text.contains("T2:B7"), "\(name)")
    if name == "text" { #expect(text.contains("fiche.docx!T2:B7")) }
  }

  @Test(arguments: Reporters.all.map(\.name))
  func everyReporterGivesTheCell(_ name: String) throws {
    let reporter = try #require(Reporters.named(name))
    var assessment = Self.report(.french).assessment
    assessment.diagnostics = []
    let text = Self.plain(reporter.report(assessment, options: ReportOptions()))
    #expect(text.contains("Risques!C17"), "\(name)")
    // Services that match paths from above keep the cell too.
    let moved = Self.plain(
      reporter.report(assessment.prefixingPaths(with: "qse"), options: ReportOptions()))
    #expect(moved.contains("Risques!C17"), "\(name)")
  }

  @Test(arguments: GapReporters.all.map(\.name), Language.allCases)
  func everyGapReportNamesWhatWasNotRead(_ name: String, _ language: Language) throws {
    let reporter = try #require(GapReporters.named(name))
    let report = Self.report(language)
    let text: String
    if name == "xlsx" {
      let cells = GapSheets(report).all.flatMap(\.rows).joined().compactMap { cell in
        if case .text(let text) = cell { return text }
        return nil
      }
      text = cells.joined(separator: "\n")
    } else {
      text = Self.plain(try reporter.report(report))
    }
    #expect(text.contains("Registre des réclamations.docx"), "\(name)")
    #expect(text.contains("40"), "\(name)")
    #expect(!text.contains("photos/7.jpg"), "\(name)")
    if name != "csv", name != "oscal-plan" { #expect(text.contains("Risques!C17"), "\(name)") }
  }

  @Test func textAndJobSummaryNameWhatWasNotRead() {
    let assessment = Self.report(.french).assessment
    for reporter in [TextReporter(), GitHubSummaryReporter()] as [any Reporter] {
      let text = Self.plain(reporter.report(assessment, options: ReportOptions()))
      #expect(text.contains("Registre des réclamations.docx"), "\(reporter.name)")
      #expect(text.contains("40 fichiers"), "\(reporter.name)")
    }
  }

  /// A warning that says which table was not read leaves nothing for the summary to add.
  @Test func theTextNamesAFileOnce() {
    let name = "Registre des réclamations.docx"
    var assessment = Self.report(.english).assessment
    for severity in [Diagnostic.Severity.note, .warning] {
      assessment.diagnostics = [
        LocatedDiagnostic(
          severity: severity, code: "register-unread", message: Untrusted("a table"),
          remedy: Untrusted("Look."), location: AwkwardAssessment.location(name, 1, 1, end: 2))
      ]
      let text = Self.plain(TextReporter().report(assessment, options: ReportOptions()))
      let isSaidBelow = text.contains("\(name)  ")
      #expect(isSaidBelow == (severity == .note))
    }
  }

  @Test func onlyManyOfOneKindShareALine() {
    let lines = UnreadLine.all(Self.unread)
    #expect(lines.map(\.count) == [1, 1, 40])
    let four = (1...4).map { UnreadFile(path: Untrusted("\($0).csv"), reason: .unrecognised) }
    #expect(UnreadLine.all(four).count == 4)
  }
}
