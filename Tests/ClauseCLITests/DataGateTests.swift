import Foundation
import Testing

/// What is wrong with the data fails a run apart from findings.
@Suite struct DataGateTests {
  private static let pack = """
    pack: own
    version: 1.0.0
    status: draft
    ---
    standard: iso9001:2015
    name: ISO 9001
    discipline: quality
    exclusions: allowed
    clauses:
      "7": { title: Support }
    ---
    types:
      sheet:
        plural: sheets
        title: Sheet
        fields: { code: string!, due: date, owner: ref<sheet>, state: "enum{open, done}" }
    ---
    rules:
      - id: sheet-coded
        title: Codes begin with A
        for: sheet
        require: sheet.code.startsWith("A")
        severity: major
        basis: own
        clauses: [iso9001:2015/7]
        message: "{sheet.code}"

    """

  private static func run(_ record: String, _ arguments: String...) throws -> Tool.Outcome {
    let folder = try Folder([
      "clauselint.yaml": "packs: [./pack]\n", "pack/pack.yaml": pack,
      "sheets.yaml": "sheets:\n  - { id: S-1, \(record) }\n",
    ])
    return try Tool.run(["check", "--as-of", "2026-01-15"] + arguments, in: folder.path)
  }

  @Test(arguments: [
    ("code: A, due: 2026-02-31", 1), ("code: A, owner: S-9", 1), ("code: A, state: later", 1),
    ("code: A }\n  - { id: S-1, code: A", 1), ("due: 2026-02-28", 1), ("code: A", 0),
    // What is said and leaves nothing open passes.
    ("code: A, cdoe: B", 0), ("code: A, due: 1066-10-14", 0),
  ])
  func errorsOfTheDataFailTheRun(_ record: String, _ status: Int32) throws {
    let run = try Self.run(record)
    #expect(run.status == status, "\(run.output)\(run.errors)")
    let json = try Self.run(record, "--format", "json").output
    #expect(json.contains(#""findings": [],"#))
    #expect(json.contains(#""data_problems": []"#) == (record == "code: A"))
    // Who accepts every finding accepts these too, unless he says otherwise.
    #expect(try Self.run(record, "--fail-on", "never").status == 0)
    #expect(try Self.run(record, "--fail-on", "never", "--fail-on-data", "error").status == status)
    #expect(try Self.run(record, "--exit-zero").status == 0)
  }

  /// What a rule needs and cannot read is not assessed, whatever passes over the data.
  @Test func whatARuleNeedsIsNotPassedOver() throws {
    #expect(try Self.run("due: 2026-02-31, code: A", "--fail-on-data", "never").status == 0)
    let run = try Self.run("due: 2026-02-28", "--fail-on-data", "never")
    #expect(run.status == 2)
    #expect(run.errors.contains("sheet-coded"))
  }

  @Test func theGateOfTheDataHasTwoWords() throws {
    let run = try Self.run("code: A", "--fail-on-data", "warning")
    #expect(run.status == 2)
    #expect(run.errors.contains("'warning' is not a gate"))
    let data = try Self.run("code: A", "--fail-on", "data")
    #expect(data.status == 2)
  }
}
