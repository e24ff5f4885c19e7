import ClauseAssessment
import ClauseReports
import ClauseSource
import Foundation
import Testing

/// What other people's tools make of our files.
@Suite struct IndependentReaderTests {
  private static let validate = """
    import json, sys
    import jsonschema
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    cls = jsonschema.validators.validator_for(schema)
    cls.check_schema(schema)
    failed = False
    for name in sys.argv[2:]:
        for error in cls(schema).iter_errors(json.load(open(name, encoding="utf-8"))):
            print(name, error.json_path, error.message[:300])
            failed = True
    sys.exit(1 if failed else 0)
    """

  private static let load = """
    import sys
    from sarif import loader
    data = loader.load_sarif_files(*sys.argv[1:])
    print(sorted(data.get_report().get_severities()))
    for records in [data.get_records()]:
        for record in records:
            print(record["Severity"], record["Code"], record["Location"], record["Line"])
    """

  private static func reports(_ reporter: any Reporter) -> [(name: String, bytes: [UInt8])] {
    Language.allCases.flatMap { language in
      [
        ("full", AwkwardAssessment.full(language)),
        ("spotless", AwkwardAssessment.spotless(language)),
        ("unreadable", AwkwardAssessment.unreadable(language)),
      ].map { name, assessment in
        (
          "\(name).\(language.rawValue).\(reporter.name)",
          reporter.report(assessment, options: ReportOptions())
        )
      }
    }
  }

  @Test(.enabled(if: Python.isWanted("jsonschema"), "needs python3 with jsonschema"))
  func resultsMeetTheirSchema() throws {
    let schema = (name: "schema.json", bytes: Array(ResultsSchema.text.utf8))
    var known = AwkwardAssessment.full(.english)
    known.baseline = GateGoldenTests.baseline
    known.revision = RevisionResult(
      reference: "main", commit: "ab", new: 0, fixed: [GateGoldenTests.identity])
    let gate = (name: "gate.json", bytes: JSONReporter().report(known, options: ReportOptions()))
    let answer = try Python.run(
      Self.validate, files: [schema, gate] + Self.reports(JSONReporter()))
    #expect(answer.status == 0, "\(answer.text)")
  }

  @Test(.enabled(if: Python.isWanted("jsonschema"), "needs python3 with jsonschema"))
  func theSchemaRefusesWhatItShould() throws {
    let schema = (name: "schema.json", bytes: Array(ResultsSchema.text.utf8))
    let good = String(
      decoding: JSONReporter().report(AwkwardAssessment.full(.english), options: ReportOptions()),
      as: UTF8.self)
    for (old, new) in [
      ("\"as_of\": \"2026-11-23\"", "\"as_of\": \"today\""), ("\"minor\": 2", "\"minor\": -2"),
      ("\"state\": \"conform\"", "\"state\": \"green\""), ("\"fingerprint\"", "\"print\""),
      ("\"line\": 12", "\"line\": 0"),
    ] {
      let bad = good.replacing(old, with: new)
      try #require(bad != good)
      let answer = try Python.run(Self.validate, files: [schema, ("bad.json", Array(bad.utf8))])
      #expect(answer.status == 1, "\(new): \(answer.text)")
    }
  }

  @Test(
    .readsSharedData,
    .enabled(if: Python.isWanted("jsonschema"), "needs python3 with jsonschema"))
  func sarifMeetsTheStandardsSchema() throws {
    let file = Python.shared.appendingPathComponent("schemas/sarif-schema-2.1.0.json")
    let schema = (name: "schema.json", bytes: [UInt8](try Data(contentsOf: file)))
    let short = (
      name: "short.sarif",
      bytes: SARIFReporter(resultLimit: 3).report(
        AwkwardAssessment.full(.arabic), options: ReportOptions())
    )
    let answer = try Python.run(
      Self.validate,
      files: [schema] + Self.reports(SARIFReporter())
        + Self.reports(SARIFReporter(profile: .github)) + [short])
    #expect(answer.status == 0, "\(answer.text)")
  }

  @Test(.enabled(if: Python.isWanted("sarif"), "needs python3 with sarif-tools"))
  func sarifToolsLoadIt() throws {
    let bytes = SARIFReporter().report(AwkwardAssessment.full(.english), options: ReportOptions())
    let answer = try Python.run(Self.load, files: [("full.sarif", bytes)])
    try #require(answer.status == 0, "\(answer.text)")
    let said = answer.text.split(separator: "\n").map(String.init)
    #expect(said.contains("error doc-approved procedures/p-012.md 7"))
    #expect(
      said.contains("warning doc-approved procedures/%D9%85%D8%B3%D8%B7%D8%B1%D8%A9%201%25.md 12"))
    #expect(said.contains("note own-interval clauselint.yaml 3"))
    #expect(said.contains("error diagnostic/yaml-syntax processes/broken.yaml 3"))
  }
}
