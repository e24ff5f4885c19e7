import ClauseAssessment
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// What clauselint.yaml may say, and where its mistakes are reported.
@Suite struct ConfigurationTests {
  private func errors(_ configuration: String) throws -> [String] {
    let organization = try Organization([
      "pack/pack.yaml": Workshop.pack, "clauselint.yaml": configuration,
      "records.yaml": "machines: [{ id: M-1, owner: Sara }]\n",
    ])
    return try organization.assess().errors
  }

  static let mistakes: [(String, [String])] = [
    ("organisation: a\n", ["1:1 unknown-key: `organisation` is not a key of the configuration"]),
    ("packs: [a", ["1:8 yaml-bracket: the list opened here with [ is not closed"]),
    ("- packs\n", ["1:1 pack-form: the configuration is a mapping of keys and values"]),
    (
      "standards: [iso9001:2016]\n",
      ["1:13 unknown-standard: `iso9001:2016` is not a standard of the loaded packs"]
    ),
    ("languages: [en, de]\n", ["1:17 unknown-language: `de` is not a language"]),
    (
      "parameters: { reviw: P1Y }\n",
      ["1:15 unknown-parameter: `reviw` is not a parameter of the loaded packs"]
    ),
    ("parameters: { review: soon }\n", ["1:15 parameter-value: `soon` cannot be read as period"]),
    (
      "sources: [{ files: records.yaml, type: machin }]\n",
      ["1:11 unknown-record-type: there is no record type `machin`"]
    ),
    (
      "sources: [{ file: records.yaml, type: machine }]\n",
      [
        "1:13 unknown-key: `file` is not a key of a source",
        "1:11 missing-key: a source needs `files`",
      ]
    ),
    ("sources: [{ files: records.yaml }]\n", ["1:11 missing-key: a source needs `type`"]),
    (
      "sources: [{ files: \"lists/*.csv\", type: machine }]\n",
      ["1:20 source-empty: the source `lists/*.csv` matches no file"]
    ),
    (
      "sources: [{ files: ../other.csv, type: machine }]\n",
      ["1:20 source-path: `files` leads outside the repository: the path has a \"..\" part"]
    ),
    (
      "sources: [{ files: /etc/passwd, type: machine }]\n",
      ["1:20 source-path: `files` leads outside the repository: the path is absolute"]
    ),
    (
      "sources: [{ files: records.yaml, type: machine, dates: dayfirst }]\n",
      ["1:56 unknown-dates: `dayfirst` is not a value of `dates` (a source)"]
    ),
  ]

  @Test(arguments: mistakes) func mistakesAreLocated(_ text: String, _ expected: [String]) throws {
    let found = try errors(text)
    for error in expected {
      #expect(found.contains("clauselint.yaml:" + error), "\(found)")
    }
  }

  /// Data under test decides nothing that belongs to the command line.
  @Test(arguments: [
    "as_of: 2020-01-01", "fail_on: never", "limits: { records: 1 }", "jobs: 1",
    "output: /tmp/x", "exit_zero: true", "allow_empty: true", "run: ls",
  ])
  func theConfigurationCannotReplaceTheCommandLine(_ line: String) throws {
    let key = line.prefix { $0 != ":" }
    #expect(
      try errors(line + "\n") == [
        "clauselint.yaml:1:1 unknown-key: `\(key)` is not a key of the configuration"
      ])
  }

  @Test func packsOutsideTheRepositoryAreRefused() throws {
    let organization = try Organization([
      "clauselint.yaml": "packs: [../elsewhere, ./own/../../x]\n",
      "records.yaml": "machines: [{ id: M-1, owner: Sara }]\n",
    ])
    let errors = try organization.assess { $0.packs = [] }.errors
    #expect(errors.count { $0.contains("pack-path") } == 2, "\(errors)")
  }

  @Test func ownPacksAreNotReadAsRecords() throws {
    let organization = try Organization([
      "clauselint.yaml": "packs: [./rules/own]\n", "rules/own/pack.yaml": Workshop.pack,
      "records.yaml": "machines: [{ id: M-1, owner: Sara, reviewed_on: 2026-06-01 }]\n",
    ])
    let assessment = try organization.assess { $0.packs = [] }
    #expect(assessment.errors == [])
    #expect(assessment.recordCount == 1)
    #expect(assessment.findings == [])
  }

  @Test func aSourceMapsFieldsAndConstants() throws {
    let organization = try Organization([
      "pack/pack.yaml": Workshop.pack,
      "clauselint.yaml": """
      sources:
        - files: "lists/*.csv"
          type: machine
          fields: { owner: Pilote, reviewed_on: Vu le }
          dates: day-first
          constants: { state: running }
      """,
      "lists/atelier.csv":
        "id,Pilote,Vu le,power\nM-1,Sara,03/02/2026,\nM-2,,04/02/2020,\n",
    ])
    let assessment = try organization.assess()
    #expect(assessment.errors == [])
    #expect(assessment.recordCount == 2)
    #expect(assessment.findings(of: "machine-owned").map { $0.record?.id.unescaped } == ["M-2"])
    #expect(
      assessment.findings(of: "machine-review-due").map { $0.record?.id.unescaped } == ["M-2"])
    // The constant makes the rule about running machines apply.
    #expect(assessment.findings(of: "machine-strong").count == 2)
  }
}
