import Foundation
import Testing

/// A company's own workbooks, Word files and notes, read after `init` alone: what is found of the
/// defects that were put in, and what is wrongly said of what only looks like one.
@Suite struct OrganisationTests {
  /// A row of the tables of EXPECTED.md.
  private struct Expected {
    let number: Int
    let place: [String]
    let rules: Set<String>
  }

  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().path + "/ClauseEngineTests/Organisations/usine"

  /// The defects and the temptations.
  private static func expected() throws -> (defects: [Expected], temptations: [Expected]) {
    let text = try String(contentsOfFile: folder + "/EXPECTED.md", encoding: .utf8)
    var tables: [[Expected]] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("| n° |") { tables.append([]) }
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 9, let number = Int(cells[1]) else { continue }
      tables[tables.count - 1].append(
        Expected(
          number: number, place: Array(cells[2...4]),
          rules: Set(cells[7].components(separatedBy: ", "))))
    }
    try #require(tables.count == 2)
    return (tables[0], tables[1])
  }

  /// File, sheet or table, and row of a place in the results.
  private static func place(_ location: [String: Any]) -> [String] {
    let file = location["file"] as? String ?? ""
    guard let cell = location["cell"] as? String,
      let mark = cell.lastIndex(where: { "!:".contains($0) })
    else { return [file, "", String(location["line"] as? Int ?? 0)] }
    var area = String(cell[..<mark])
    if area.hasPrefix("'"), area.hasSuffix("'") {
      area = area.dropFirst().dropLast().replacingOccurrences(of: "''", with: "'")
    }
    return [file, area, String(cell[cell.index(after: mark)...].drop { !$0.isNumber })]
  }

  @Test func theFactoryIsReadAsItKeepsItsFiles() throws {
    let copy = try Folder()
    let root = copy.path + "/usine"
    try FileManager.default.copyItem(atPath: Self.folder + "/registres", toPath: root)
    #expect(try Tool.run(["init", ".", "--lang", "fr"], in: root).status == 0)
    let run = try Tool.run(["check", ".", "--as-of", "2026-11-23", "--format", "json"], in: root)
    #expect(run.status == 1, "\(run.errors)")
    let results = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    var main: [[String]: Set<String>] = [:]
    var all: [[String]: Set<String>] = [:]
    for key in ["findings", "data_problems"] {
      for entry in try #require(results[key] as? [[String: Any]]) {
        let rule = try #require(entry["rule"] as? String)
        let related = (entry["related"] as? [[String: Any]] ?? [])
          .compactMap { $0["location"] as? [String: Any] }
        if let location = entry["location"] as? [String: Any] {
          main[Self.place(location), default: []].insert(rule)
          all[Self.place(location), default: []].insert(rule)
        }
        for location in related { all[Self.place(location), default: []].insert(rule) }
      }
    }
    let (defects, temptations) = try Self.expected()
    #expect(defects.count == 25 && temptations.count == 25)
    let missed = defects.filter { all[$0.place, default: []].isDisjoint(with: $0.rules) }
    let wrong = temptations.filter { !main[$0.place, default: []].isDisjoint(with: $0.rules) }
    // Each number less is a step; each one more is a loss.
    #expect(missed.map(\.number) == [5, 21])
    #expect(wrong.map(\.number) == [10, 14, 17])
  }
}
