import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// The examples with the list of what must be found in them: nothing less and nothing more.
@Suite struct ExampleTests {
  /// A line of the table in EXPECTED.md; its last cell explains the mistake in words of its own.
  struct Row: Hashable, CustomStringConvertible {
    var place: String
    var severity: String
    var rule: String
    var record: String

    var description: String { "\(place) | \(severity) | \(rule) | \(record)" }
  }

  @Test(arguments: ["regional-council", "first-steps"])
  func exampleHoldsExactlyWhatIsExpected(_ name: String) throws {
    let folder = Folders.root + "/Examples/" + name
    guard let text = try? String(contentsOfFile: folder + "/EXPECTED.md", encoding: .utf8) else {
      print("skipped: Examples/\(name)/EXPECTED.md does not exist")
      return
    }
    let expected = Self.rows(of: text)
    #expect(!expected.isEmpty, "EXPECTED.md holds no table of findings")
    var options = RunOptions(
      root: folder, packFolders: [Folders.rules], asOf: try Self.date(text), jobs: 2,
      toolVersion: "test")
    options.language = .english
    let assessment = Assessor(try Workspace.load(options)).assess()
    #expect(assessment.errors == [])
    let found = assessment.findings.filter { $0.state == .new }.map(Self.row)
    var missing = expected
    var unexpected: [Row] = []
    for row in found {
      if let index = missing.firstIndex(of: row) {
        missing.remove(at: index)
      } else {
        unexpected.append(row)
      }
    }
    #expect(missing.isEmpty, "not found:\n\(missing.map(\.description).joined(separator: "\n"))")
    #expect(
      unexpected.isEmpty,
      "not expected:\n\(unexpected.map(\.description).joined(separator: "\n"))")
  }

  private static func row(_ finding: Finding) -> Row {
    let place = finding.location
    return Row(
      place: "\(place.path.unescaped):\(place.start.line):\(place.start.column)",
      severity: finding.severity.rawValue, rule: finding.rule,
      record: finding.record.map { "\($0.type.unescaped) \($0.id.unescaped)" } ?? "organization")
  }

  /// The rows of every table whose first cell is `file:line:column`.
  private static func rows(of text: String) -> [Row] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let guarded = line.replacingOccurrences(of: "\\|", with: "\u{1}")
      var cells = guarded.split(separator: "|", omittingEmptySubsequences: false).map { cell in
        cell.replacingOccurrences(of: "\u{1}", with: "|").trimmingCharacters(in: .whitespaces)
          .trimmingCharacters(in: ["`"])
      }
      if cells.first == "" { cells.removeFirst() }
      if cells.last == "" { cells.removeLast() }
      guard cells.count >= 5, Severity(rawValue: cells[1]) != nil else { return nil }
      let place = cells[0].split(separator: ":")
      guard place.count == 3, Int(place[1]) != nil, Int(place[2]) != nil else { return nil }
      return Row(place: cells[0], severity: cells[1], rule: cells[2], record: cells[3])
    }
  }

  /// The date the table was made for: the first ISO date after the words `as of` or `--as-of`.
  private static func date(_ text: String) throws -> CivilDate {
    let expression = try NSRegularExpression(
      pattern: #"as[ -]of[ *`=]*(\d{4}-\d{2}-\d{2})"#, options: .caseInsensitive)
    let match = expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text))
    let range = match.flatMap { Range($0.range(at: 1), in: text) }
    let day = range.map { String(text[$0]) } ?? "2026-11-23"
    return try #require(CivilDate(iso: day))
  }
}
