import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// The examples find exactly what they say they find.
@Suite struct ExampleTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The result for one of the examples on the day it was written for.
  static func assess(_ example: String, asOf: String = "2026-11-23") throws -> Assessment {
    let options = RunOptions(
      root: root.appendingPathComponent("Examples/\(example)").path,
      packFolders: [root.appendingPathComponent("Rules").path],
      asOf: try #require(CivilDate(iso: asOf)), jobs: 2, toolVersion: "test")
    return Assessor(try Workspace.load(options)).assess()
  }

  /// A finding as a row of EXPECTED.md, without what is said of it in words.
  static func row(_ finding: Finding) -> String {
    let place = finding.location
    let state = finding.state == .new ? "" : " (\(finding.state.rawValue))"
    let record = finding.record.map { "\($0.type.unescaped) \($0.id.unescaped)" } ?? "organization"
    return [
      "\(place.path.unescaped):\(place.start.line):\(place.start.column)",
      finding.severity.rawValue + state, finding.rule, record,
    ].joined(separator: " | ")
  }

  /// The rows of the table in EXPECTED.md, without their last column.
  static func expectedRows(of example: String = "regional-council") throws -> [String] {
    let page = root.appendingPathComponent("Examples/\(example)/EXPECTED.md")
    return try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
      .filter { $0.hasPrefix("| ") }.dropFirst()
      .map { $0.dropFirst(2).components(separatedBy: " | ").prefix(4).joined(separator: " | ") }
  }

  @Test func theCouncilFindsWhatItExpects() throws {
    let assessment = try Self.assess("regional-council")
    let found = assessment.findings.map(Self.row)
    let expected = try Self.expectedRows()
    #expect(expected.count > 40)
    #expect(found.filter { !expected.contains($0) } == [])
    #expect(expected.filter { !found.contains($0) } == [])
    #expect(found.count == expected.count)
    #expect(assessment.diagnostics.filter { $0.severity == .error }.map(\.code) == [])
  }

  /// The plan is due for review on the day of the other test, which does not find it.
  @Test func theDayAfterADueDayIsLate() throws {
    let late = try Self.assess("regional-council", asOf: "2026-11-24").findings
      .filter { $0.rule == "doc-review-due" }.compactMap { $0.record?.id.unescaped }
    #expect(late == ["PLN-URG-DEV", "PLN-URG-SI"])
    #expect(try !Self.expectedRows().contains { $0.hasSuffix("document PLN-URG-DEV") })
  }

  @Test func theSpreadsheetsFindWhatTheyExpect() throws {
    let assessment = try Self.assess("registres-excel")
    let found = assessment.findings.filter { $0.location.path.unescaped.hasSuffix(".xlsx") }
      .map(Self.row)
    let expected = try Self.expectedRows(of: "registres-excel")
    #expect(expected.count > 10)
    #expect(expected.filter { !found.contains($0) } == [])
    #expect(assessment.diagnostics.filter { $0.severity == .error }.map(\.code) == [])
    #expect(assessment.files.filter { $0.fate == .notAssessed }.isEmpty)
  }

  @Test func theFirstStepsFindFourThings() throws {
    let assessment = try Self.assess("first-steps")
    #expect(
      assessment.findings.map(\.rule) == [
        "document-signed", "document-reviewed", "person-left-owner", "process-owner-present",
      ])
    #expect(assessment.diagnostics.filter { $0.severity == .error }.map(\.code) == [])
  }
}
