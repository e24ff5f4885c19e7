import ClauseRules
import Foundation
import Testing

/// Documents of packs that would lose what stands under them for a slip in their first word.
@Suite struct PackKeyTests {
  private static let types = PackText.header.components(separatedBy: "---\nrules:")[0]

  private func complaints(_ document: String) -> [String] {
    PackText(Self.types + "---\n" + document).complaints
  }

  /// A misspelt key and the word that was meant.
  static let slips: [(String, String)] = [
    ("ruels: [{ id: r }]", "rules"), ("rule: [{ id: r }]", "rules"),
    ("Rules: [{ id: r }]", "rules"), ("typs: { a: { plural: as } }", "types"),
    ("type_s: { a: { plural: as } }", "types"), ("holiday: [2026-01-11]", "holidays"),
    ("mutant: []", "mutants"), ("crosswlk: a", "crosswalk"), ("standrad: iso9001:2015", "standard"),
    ("documented_informations: []", "documented_information"), ("sheetz: [{ id: a }]", "sheets"),
    ("pakc: other", "pack"),
  ]

  @Test(arguments: slips) func aMisspeltKeyIsAnError(_ document: String, _ meant: String) {
    let found = complaints(document + "\n")
    #expect(
      found.contains { $0.contains("unknown-key") && $0.contains("Did you mean `\(meant)`?") },
      "\(document): \(found)")
  }

  static let forms: [(String, String)] = [
    ("- id: r\n", "pack-form"), ("rules\n", "pack-form"), ("types:\n", "pack-empty"),
    ("holidays: []\n", "pack-empty"),
    ("mutants: ~\n", "pack-empty"), ("rules:\n", "rules-empty"), ("rules: []\n", "rules-empty"),
    ("rules:\n  r: { title: T }\n", "unknown-key"), ("type: shet\nid: a\n", "unknown-record-type"),
    ("sheets: [{ id: a }]\nruels: []\n", "unknown-key"), ("title: T\n", "unknown-key"),
    ("parameters: { a: { type: int, default: 1 } }\n", "unknown-key"),
    ("rules:\n  - { id: r, test: [] }\n", "Did you mean `tests`?"),
  ]

  @Test(arguments: forms) func whatDeclaresNothingIsSaid(_ document: String, _ code: String) {
    let found = complaints(document)
    #expect(found.contains { $0.contains(code) }, "\(document): \(found)")
  }

  @Test func referenceRecordsAreNoSlip() {
    #expect(complaints("sheets: [{ id: a }]\npersons: [{ id: b }]\n") == [])
  }

  /// A requirement that no record decides.
  static let constants = [
    "true", "\"true\"", "\"1 == 1\"", "\"sheet.id == sheet.id\"", "\"size(sheet.id) >= 0\"",
    "\"has(sheet.owner) || true\"", "\"false\"",
  ]

  @Test(arguments: constants) func aConstantRequirementIsRefused(_ requirement: String) {
    let pack = PackText.rule("require: \(requirement)")
    #expect(
      pack.complaints.contains { $0.contains("rule-constant") },
      "\(requirement): \(pack.complaints)")
    #expect(pack.set.rules.isEmpty)
  }

  @Test func whatTheFilesDecideIsNotConstant() {
    #expect(PackText.rule("require: file_exists('policy.pdf')").complaints == [])
  }

  @Test func parametersOfATestAreAMapping() {
    let pack = PackText.rule(
      "require: has(sheet.owner)\ntests: [{ given: { sheet: {} }, finds: nothing, parameters: [a] }]"
    )
    #expect(pack.complaints.contains { $0.contains("is a mapping of names to values") })
  }
}
