import Foundation
import Testing

/// Every command and format that ends with 2: a line on standard error says why, and the output
/// itself is marked, because it may be read without the other.
@Suite struct NotAssessedTests {
  static let commands: [[String]] = [
    ["check"], ["check", "--format", "json"], ["check", "--format", "sarif"],
    ["check", "--format", "sarif-github"], ["check", "--format", "junit"],
    ["check", "--format", "gitlab"], ["check", "--format", "github"],
    ["check", "--format", "github-summary"], ["check", "--format", "rdjsonl"],
    ["check", "--format", "checkstyle"], ["check", "--format", "csv"],
    ["clauses"], ["clauses", "--format", "json"], ["clauses", "--documents"],
    ["clauses", "--documents", "--format", "json"], ["exceptions"],
    ["exceptions", "--format", "json"], ["explain", "sheet-owned"], ["forecast"],
    ["forecast", "--format", "json"], ["forecast", "--format", "ics"], ["report"],
    ["report", "--format", "markdown"], ["report", "--format", "csv"],
    ["report", "--format", "oscal-results"], ["report", "--format", "oscal-plan"], ["rules"],
    ["rules", "--format", "json"], ["sources"], ["sources", "--format", "json"],
  ]

  /// Words of which each output has one.
  static let marks = [
    "incomplete", "Incomplete", "encoding", "not_assessed", "\"complete\": false",
  ]

  private func folder() throws -> Folder {
    let folder = try Sample.folder(Sample.clean)
    try folder.write(
      Data("sheets: [{ id: S-2, code: ".utf8) + [0xFF] + Data(" }]\n".utf8),
      to: "broken.yaml")
    return folder
  }

  @Test(arguments: commands) func saysWhyAndMarksItsOutput(_ command: [String]) throws {
    let place = try folder()
    let run = try withExtendedLifetime(place) {
      try Tool.run(command + ["--as-of", "2026-01-15"], in: place.path)
    }
    #expect(run.status == 2)
    #expect(run.errors.contains("not everything could be assessed"), "\(command)")
    #expect(run.errors.contains("broken.yaml"), "\(command)")
    #expect(Self.marks.contains { run.output.contains($0) }, "\(command)\n\(run.output)")
  }

  @Test func theLineIsInTheLanguageOfTheRun() throws {
    let french = try folder().run("rules", "--lang", "fr", "--as-of", "2026-01-15")
    #expect(french.errors.contains("1 erreur : tout n'a pas pu être évalué"))
    let arabic = try folder().run("rules", "--lang", "ar", "--as-of", "2026-01-15")
    #expect(arabic.errors.contains("تعذر تقييم كل المعطيات"))
  }

  /// Commands that make no report of a run: the line alone.
  @Test(arguments: [
    ["baseline", "write"], ["baseline", "prune"], ["baseline", "check"],
    ["eval", "--dir", ".", "size(sheets)"], ["report", "--format", "xlsx", "--output", "r.xlsx"],
    ["check", "--output", "out.txt"], ["schema", "records", "--pack", "./nowhere"],
    ["eval", "1 +"], ["diff", "broken.yaml", "broken.yaml"], ["test", "./nowhere"], ["chek"],
    ["init", "--standard", "iso9001:2105"], ["explain", "no-such-rule"],
  ])
  func saysWhyOnStandardError(_ command: [String]) throws {
    let place = try folder()
    let run = try withExtendedLifetime(place) { try Tool.run(command, in: place.path) }
    #expect(run.status == 2, "\(command)")
    #expect(!run.errors.isEmpty, "\(command)")
  }

  // MARK: Tests of packs

  private static let own = """
    pack: own
    version: 0.1.0
    status: draft
    ---
    types:
      risk:
        plural: risks
        title: Risk
        fields: { likelihood: int!, impact: int!, score: int! }
    ---
    rules:
      - id: risk-product
        title: The score is the product
        for: risk
        require: risk.score == risk.likelihood * risk.impact
        severity: minor
        basis: own
        message: "{risk.id}"
        tests:
          - { given: { risk: { likelihood: 2, impact: 3, score: 7 } }, finds: finding }
          - { given: { risk: { likelihood: 2, impact: 3, score: 6 } }, finds: nothing }
    """

  private func tests(
    _ pack: String, _ arguments: String..., configuration: String? = nil
  ) throws -> Tool.Outcome {
    let folder = try Folder(["packs/own/pack.yaml": pack])
    if let configuration { try folder.write(Data(configuration.utf8), to: "clauselint.yaml") }
    return try Tool.run(["test", "./packs/own"] + arguments, in: folder.path)
  }

  @Test func aPackIsTestedWithWhatItNeedsAlone() throws {
    // The shipped packs have a type of that name too.
    let alone = try tests(Self.own)
    #expect(alone.status == 0, "\(alone.output)")
    #expect(alone.output == "2 tests of 1 rule: 2 passed, 0 failed\n")
    let configured = try tests(Self.own, configuration: "packs: [./packs/own]\n")
    #expect(configured.output == "2 tests of 1 rule: 2 passed, 0 failed\n")
  }

  @Test func whatTheConfigurationNamesBesideAPackIsThere() throws {
    let pack = """
      pack: own
      version: 0.1.0
      status: draft
      ---
      rules:
        - id: person-named
          title: A person has a name
          for: person
          require: { present: [unit] }
          severity: minor
          basis: own
          message: "{person.id}"
          tests:
            - { given: { person: { full_name: A, managerial: false } }, finds: [unit] }
      """
    let configured = try tests(pack, configuration: "packs: [qse-core, ./packs/own]\n")
    #expect(configured.status == 0, "\(configured.output)")
    let required = try tests(
      pack.replacingOccurrences(of: "status: draft", with: "status: draft\nrequires: [qse-core]"))
    #expect(required.output == "1 test of 1 rule: 1 passed, 0 failed\n")
    #expect(try tests(pack).status == 2)
  }

  @Test func aPackThatCannotBeReadIsNotReplacedByOthers() throws {
    let run = try tests(Self.own.replacingOccurrences(of: "version: 0.1.0\n", with: ""))
    #expect(run.status == 2)
    #expect(run.output.contains("a pack needs `version`"))
    #expect(!run.output.contains("no rule pack was found"))
    #expect(!run.output.contains("passed"))
    let broken = try tests("pack: [own\nversion: 1\n")
    #expect(broken.status == 2)
    #expect(!broken.output.contains("pack-missing"), "\(broken.output)")
    #expect(!broken.output.contains("passed"))
  }

  @Test func aFileOfAPackThatWasEmptiedIsSaid() throws {
    let folder = try Folder([
      "packs/own/pack.yaml": Self.own, "packs/own/rules.yaml": "# to be written\n",
      "packs/own/more.yaml.bak": "rules: []\n",
    ])
    let run = try folder.run("test", "./packs/own")
    #expect(run.status == 2)
    #expect(run.output.contains("pack-empty"), "\(run.output)")
    #expect(run.output.contains("pack-file"))
  }

  @Test func aPackWithoutATestIsSaid() throws {
    let text = try #require(Self.own.components(separatedBy: "    tests:").first)
    let run = try tests(text)
    #expect(run.status == 2)
    #expect(run.errors.contains("holds no test") || run.errors.contains("hold no test"))
    #expect(try tests(text, "--mutate").status == 2)
  }
}
