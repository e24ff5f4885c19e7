import ClauseAssessment
import ClauseCalendar
import ClauseReports
import ClauseSource
import Foundation
import Testing

/// Findings to come, for people, programs and calendars.
@Suite struct ForecastTests {
  private static let days = ["2026-11-30", "2027-01-15"].compactMap { CivilDate(iso: $0) }
  private static let last = days[1]

  /// The awkward findings: two on the first day, the rest at the latest on the second.
  private static func coming(_ today: Assessment) -> [ComingDue] {
    today.findings.enumerated().map { index, finding in
      ComingDue(
        beginsOn: days[index < 2 ? 0 : 1], isExact: index < 2, editions: [finding],
        isEndOfDerogation: index == 1)
    }
  }

  @Test(arguments: Language.allCases) func text(_ language: Language) throws {
    let today = AwkwardAssessment.full(language)
    try expectGolden(
      ForecastText.report(
        Self.coming(today), today: today, until: Self.last, options: ReportOptions()),
      "forecast.\(language.rawValue).txt")
    let none = ForecastText.report([], today: today, until: Self.last, options: ReportOptions())
    // That something was not assessed, and that nothing comes.
    #expect(none.count(where: { $0 == 0x0A }) == 2)
  }

  @Test func json() throws {
    let today = AwkwardAssessment.full(.english)
    try expectGolden(
      ForecastJSON.document(Self.coming(today), today: today, until: Self.last), "forecast.json")
  }

  @Test(arguments: Language.allCases) func calendar(_ language: Language) throws {
    let today = AwkwardAssessment.full(language)
    let bytes = ForecastCalendar.document(Self.coming(today), today: today)
    try expectGolden(bytes, "forecast.\(language.rawValue).ics")
    let text = String(decoding: bytes, as: UTF8.self)
    // The standard's own bounds: lines of 75 bytes, ended by CR LF, folded at characters.
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\u{FFFD}") })
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\r" && $0 != "\n" })
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == today.findings.count)
    #expect(lines.count { $0.hasPrefix("UID:") } == today.findings.count)
    // The last day to act is the day before.
    #expect(lines.contains("DTSTART;VALUE=DATE:20261129"))
    #expect(lines.contains("DTEND;VALUE=DATE:20261130"))
  }
}
