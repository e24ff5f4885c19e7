import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// Registers that look right and are not, each with its mended twin: `Traps/expected.txt` says for
/// every folder which findings of the trap's rules there are, and that there are no others.
@Suite struct TrapTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Traps")

  /// One line of the table: a folder and what is found there.
  struct Case: CustomTestStringConvertible, Sendable {
    let folder: String
    let asOf: String
    let rules: [String]
    /// `file:line rule type id field`, in the order of the report; for errors `! code`.
    let finds: [String]

    var testDescription: String { folder }
    /// The number the trap has in its name.
    var number: Int { Int(folder.prefix(2)) ?? 0 }

    init?(line: String) {
      let columns = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard columns.count == 4 else { return nil }
      folder = columns[0]
      asOf = columns[1]
      rules = columns[2].components(separatedBy: " ")
      finds = columns[3] == "-" ? [] : columns[3].components(separatedBy: "; ")
    }
  }

  static let cases: [Case] = {
    let table = folder.appendingPathComponent("expected.txt")
    let lines = (try? String(contentsOf: table, encoding: .utf8))?.components(separatedBy: "\n")
    return (lines ?? []).filter { !$0.isEmpty && !$0.hasPrefix("#") }.compactMap(Case.init)
  }()

  /// The shipped packs, compiled once for all traps.
  static let library = PackLibrary.load(folders: [Folders.rules])

  static func assess(_ folder: URL, asOf: String) throws -> Assessment {
    let options = RunOptions(
      root: folder.path, packFolders: [Folders.rules],
      asOf: try #require(CivilDate(iso: asOf)), jobs: 1, toolVersion: "test")
    return Assessor(try Workspace.load(options, packs: library)).assess()
  }

  static func row(_ finding: Finding) -> String {
    let record =
      finding.record.map { "\($0.type.unescaped) \($0.id.unescaped)" } ?? "organization -"
    return "\(finding.location.path.unescaped):\(finding.location.start.line) \(finding.rule) "
      + "\(record) \(finding.field?.unescaped ?? "-")"
  }

  @Test(arguments: cases)
  func theTrapIsSeenAndItsTwinPasses(_ trap: Case) throws {
    let assessment = try Self.assess(
      Self.folder.appendingPathComponent(trap.folder), asOf: trap.asOf)
    let known = Set(assessment.rules.map(\.id))
    let named = trap.rules.filter { !$0.hasPrefix("~") }
    #expect(named.filter { !known.contains($0) } == [], "no such rule")
    #expect(Self.rows(assessment, of: trap) == trap.finds)
    #expect(assessment.recordCount > 0)
  }

  /// Errors first, then the warnings and notes that the trap names, then the findings of its rules.
  static func rows(_ assessment: Assessment, of trap: Case) -> [String] {
    let codes = trap.rules.filter { $0.hasPrefix("~") }.map { String($0.dropFirst()) }
    return assessment.diagnostics.filter { $0.severity == .error }.map { "! \($0.code)" }
      + assessment.diagnostics.filter { codes.contains($0.code) }.map {
        "\($0.location?.path.unescaped ?? "-"):\($0.location?.start.line ?? 0) ~\($0.code)"
      }
      + assessment.findings.filter { trap.rules.contains($0.rule) }.map(row)
  }

  /// Writes the last column of the table anew, to be read before it is committed.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"))
  func recordTheTable() throws {
    let table = Self.folder.appendingPathComponent("expected.txt")
    let comments = try String(contentsOf: table, encoding: .utf8).components(separatedBy: "\n")
      .filter { $0.hasPrefix("#") }
    let lines = try Self.cases.map { trap in
      let found = try Self.rows(
        Self.assess(Self.folder.appendingPathComponent(trap.folder), asOf: trap.asOf), of: trap)
      let finds = found.isEmpty ? "-" : found.joined(separator: "; ")
      return [trap.folder, trap.asOf, trap.rules.joined(separator: " "), finds]
        .joined(separator: " | ")
    }
    try (comments + lines).joined(separator: "\n").appending("\n")
      .write(to: table, atomically: true, encoding: .utf8)
  }

  /// The table is whole: every trap, every folder, each with something found and a silent twin.
  @Test func everyTrapHasItsTwin() throws {
    let lines = try String(
      contentsOf: Self.folder.appendingPathComponent("expected.txt"), encoding: .utf8
    ).components(separatedBy: "\n").filter { !$0.isEmpty && !$0.hasPrefix("#") }
    #expect(Self.cases.count == lines.count)
    for trap in Self.cases {
      #expect(trap.finds.isEmpty == trap.folder.hasSuffix("/mended"), "\(trap.folder)")
    }
    for number in 1...32 {
      let own = Self.cases.filter { $0.number == number }
      #expect(own.contains { !$0.finds.isEmpty }, "trap \(number)")
      #expect(own.contains { $0.finds.isEmpty }, "trap \(number)")
    }
    let files = FileManager.default
    let listed = Set(Self.cases.map(\.folder))
    for name in try files.contentsOfDirectory(atPath: Self.folder.path)
    where name != "expected.txt" {
      for twin in try files.contentsOfDirectory(
        atPath: Self.folder.appendingPathComponent(name).path)
      {
        #expect(listed.contains("\(name)/\(twin)"), "\(name)/\(twin)")
      }
    }
  }
}
