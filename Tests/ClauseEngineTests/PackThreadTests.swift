import ClauseEngine
import ClauseRules
import ClauseSource
import Testing

/// Packs are read and compiled by several threads; what they say must not depend on how many.
@Suite struct PackThreadTests {
  /// A pack of many files, in each of which other rules are wrong in other ways.
  static func files() -> [String: String] {
    var files = [
      "pack/pack.yaml": """
      pack: probe
      version: 1.0.0
      status: released
      requires: [nowhere]
      """,
      "pack/types.yaml": """
      types:
        tool:
          plural: tools
          fields: { name: { type: string }, made: { type: date } }
          labels: { name: { en: [Name] }, made: { en: [Name] } }
      """,
      "pack/rules/broken.yaml": "rules: [",
      "pack/rules/twice.yaml": "rules: []\nrules: []",
    ]
    for number in 10..<40 {
      let condition =
        switch number % 4 {
        case 0: "tool.nmae == 'x'"
        case 1: "has(tool.name)"
        case 2: "tool.name == nosuch(\(number)) || tool.made > 3"
        default: "has("
        }
      files["pack/rules/r\(number).yaml"] = """
        rules:
          - id: first-\(number)
            for: \(number % 7 == 0 ? "tolo" : "tool")
            where: "\(condition)"
            require: { present: name }
            severity: minor
            basis: practice
            clauses: [iso9001:2015/\(number)]
            message: { en: "{tool.idd} of \(number) }" }
          - id: shared-\(number / 2)
            for: tool
            require: { present: nmae }
            severity: \(number % 5 == 0 ? "huge" : "minor")
            basis: practice
            message: { en: "{tool.id}" }
        """
    }
    return files
  }

  @Test func anyNumberOfThreadsSaysTheSameInTheSameOrder() throws {
    let folder = try Organization([:])
    for (path, text) in Self.files() { try folder.write(text, to: path) }
    func load(_ jobs: Int) -> PackLibrary {
      PackLibrary.load(
        folders: [Folders.rules], paths: [folder.root + "/pack", folder.root + "/none"], jobs: jobs)
    }
    let alone = load(1)
    let codes = Set(alone.diagnostics.map(\.code))
    let expected: Set = [
      "duplicate-key", "expression-unknown-field", "expression-unknown-function", "message-brace",
      "pack-required", "record-type-label", "rule-duplicate", "rule-untested", "unknown-clause",
      "unknown-record-type", "unknown-severity",
    ]
    #expect(codes.isSuperset(of: expected), "lacks \(expected.subtracting(codes).sorted())")
    #expect(alone.diagnostics.count > 100)
    for jobs in [2, 3, 8] {
      let together = load(jobs)
      #expect(together.diagnostics == alone.diagnostics, "\(jobs) threads")
      #expect(together.locatedDiagnostics == alone.locatedDiagnostics, "\(jobs) threads")
      #expect(together.packs.packs.map(\.id) == alone.packs.packs.map(\.id))
      #expect(together.packs.packs.map(\.sha256) == alone.packs.packs.map(\.sha256))
      #expect(together.packs.rules.map(\.rule.id) == alone.packs.rules.map(\.rule.id))
      #expect(
        together.packs.rules.map(\.rule.span) == alone.packs.rules.map(\.rule.span),
        "the numbers of the files differ")
    }
  }
}
