import ClauseAssessment
import ClauseSource
import Foundation
import Testing

@testable import ClauseReports

@Suite struct ReporterTests {
  private static let assessments = Language.allCases.flatMap { language in
    [
      AwkwardAssessment.full(language), AwkwardAssessment.spotless(language),
      AwkwardAssessment.unreadable(language),
    ]
  }
  private static let reporters = Reporters.all + Reporters.clauseMatrix

  @Test func noReporterWritesAControlOrACommand() {
    for assessment in Self.assessments {
      for reporter in Self.reporters {
        let bytes = reporter.report(assessment, options: ReportOptions())
        #expect(bytes.isEmpty || bytes.last == 0x0A)
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        for line in lines(bytes) {
          // RFC 4180 ends rows with CRLF.
          let row = reporter is CSVReporter && line.hasSuffix("\r") ? line.dropLast() : line[...]
          let scalars = row.unicodeScalars
          #expect(scalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
          let text = String(String.UnicodeScalarView(scalars.drop(while: TerminalText.isBlank)))
          #expect(!text.contains("##"))
          // Commands are what this one writes; PipelineReporterTests holds it to its own.
          #expect(!text.hasPrefix("::") || reporter is GitHubAnnotationsReporter)
        }
      }
    }
  }

  @Test func onlyOurOwnIsolatesAppear() {
    for assessment in Self.assessments {
      for reporter in Self.reporters {
        let text = String(
          decoding: reporter.report(assessment, options: ReportOptions()), as: UTF8.self)
        for scalar in text.unicodeScalars where scalar.properties.isBidiControl {
          let isIsolate = scalar == "\u{2068}" || scalar == "\u{2069}"
          let isMark = scalar == "\u{200E}" || scalar == "\u{200F}"
          #expect(isMark || (isIsolate && assessment.language == .arabic))
        }
      }
    }
  }

  @Test func everyReporterIsRegisteredOnce() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/ClauseReports")
    let registry = try String(
      contentsOf: folder.appendingPathComponent("Reporters.swift"), encoding: .utf8)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("Reporters").path)
    #expect(files.count >= 5)
    for file in files {
      let type = file.replacing(".swift", with: "")
      #expect(registry.contains("\n    \(type)(),"), "\(type) is not registered")
    }
    for list in [Reporters.all, Reporters.clauseMatrix] {
      #expect(Set(list.map(\.name)).count == list.count)
    }
    #expect(Reporters.named("sarif")?.name == "sarif")
    #expect(Reporters.named("pdf") == nil)
  }

  @Test func jsonHoldsTheExactValues() throws {
    let bytes = JSONReporter().report(AwkwardAssessment.full(.arabic), options: ReportOptions())
    let read = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let findings = try #require(read["findings"] as? [[String: Any]])
    let source = AwkwardAssessment.full(.arabic).findings
    #expect(findings.count == source.count)
    for (written, finding) in zip(findings, source) {
      let message = try #require(written["message"] as? String)
      #expect(message.equalsByBytes(finding.message.plain.unescaped))
      let record = written["record"] as? [String: Any]
      #expect((record?["id"] as? String)?.equalsByBytes(finding.record?.id.unescaped ?? "") ?? true)
      #expect((record == nil) == (finding.record == nil))
    }
  }

  @Test func acceptedFindingsAreNotListedInText() {
    let text = String(
      decoding: TextReporter().report(
        AwkwardAssessment.full(.english), options: ReportOptions()), as: UTF8.self)
    #expect(!text.contains("known at adoption"))
    #expect(!text.contains("accepted for"))
  }

  @Test func noRecordsIsNotNoFindings() {
    var nothing = AwkwardAssessment.spotless(.english)
    nothing.recordCount = 0
    let text = String(
      decoding: TextReporter().report(nothing, options: ReportOptions()), as: UTF8.self)
    #expect(text.contains("no records: nothing was assessed"))
    #expect(!text.contains("no findings"))
  }

  @Test func sarifKeepsTheWeightiestAndSaysHowManyAreMissing() throws {
    let bytes = SARIFReporter(resultLimit: 5).report(
      AwkwardAssessment.full(.english), options: ReportOptions())
    let run = try sarifRun(bytes)
    let results = try #require(run["results"] as? [[String: Any]])
      .filter { $0["kind"] as? String == "fail" }
    #expect(
      results.compactMap { $0["ruleId"] as? String } == [
        "diagnostic/pack-missing", "diagnostic/yaml-syntax", "doc-approved", "doc-approved",
        "results-omitted",
      ])
    #expect(results[2...3].allSatisfy { $0["level"] as? String == "error" })
    let message = (results[4]["message"] as? [String: Any])?["text"] as? String
    #expect(message?.hasPrefix("7 results are not in this file") == true)
    try expectConsistentReferences(run)
  }

  @Test(arguments: Language.allCases)
  func sarifReferencesLeadWhereTheySay(language: Language) throws {
    let bytes = SARIFReporter().report(AwkwardAssessment.full(language), options: ReportOptions())
    let run = try sarifRun(bytes)
    try expectConsistentReferences(run)
    let invocations = try #require(run["invocations"] as? [[String: Any]])
    #expect(invocations.first?["executionSuccessful"] as? Bool == false)
    let clean = try sarifRun(
      SARIFReporter().report(AwkwardAssessment.spotless(language), options: ReportOptions()))
    let cleanInvocations = try #require(clean["invocations"] as? [[String: Any]])
    #expect(cleanInvocations.first?["executionSuccessful"] as? Bool == true)
    let kinds = try #require(clean["results"] as? [[String: Any]]).map { result in
      #expect(result["level"] as? String == "none")
      return result["kind"] as? String ?? ""
    }
    #expect(Set(kinds) == ["pass", "review", "notApplicable", "open"])
  }

  @Test func sarifForGitHubHoldsFailuresAlone() throws {
    let run = try sarifRun(
      SARIFReporter(profile: .github).report(
        AwkwardAssessment.full(.french), options: ReportOptions()))
    let results = try #require(run["results"] as? [[String: Any]])
    let counted = AwkwardAssessment.full(.french).findings.count { $0.state == .new }
    let errors = AwkwardAssessment.full(.french).diagnostics.count { $0.severity == .error }
    #expect(results.count == counted + errors)
    #expect(results.allSatisfy { $0["kind"] as? String == "fail" && $0["suppressions"] == nil })
    #expect(run["taxonomies"] == nil && run["artifacts"] == nil)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    for rule in try #require(driver["rules"] as? [[String: Any]]) {
      let properties = rule["properties"] as? [String: Any]
      #expect((properties?["tags"] as? [String] ?? []).count <= 10)
      #expect(properties?["security-severity"] == nil)
    }
    let many = try sarifRun(
      SARIFReporter(profile: .github).report(
        AwkwardAssessment.many(25_010, .minor), options: ReportOptions()))
    #expect((many["results"] as? [Any])?.count == 25_000)
    for result in results where result["partialFingerprints"] != nil {
      let prints = result["partialFingerprints"] as? [String: String]
      #expect(prints?["primaryLocationLineHash"]?.contains(":") == true)
    }
  }

  private func sarifRun(_ bytes: [UInt8]) throws -> [String: Any] {
    let file = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let runs = try #require(file?["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  private func expectConsistentReferences(_ run: [String: Any]) throws {
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let artifacts = try #require(run["artifacts"] as? [[String: Any]])
    let taxonomies = try #require(run["taxonomies"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    var hashes: Set<String> = []
    for result in results {
      if let number = result["ruleIndex"] as? Int {
        #expect(rules[number]["id"] as? String == result["ruleId"] as? String)
      }
      let locations = try #require(result["locations"] as? [[String: Any]])
      #expect(!locations.isEmpty)
      for location in locations {
        let place = try #require(location["physicalLocation"] as? [String: Any])
        let artifact = try #require(place["artifactLocation"] as? [String: Any])
        guard let number = artifact["index"] as? Int else { continue }
        let target = artifacts[number]["location"] as? [String: Any]
        #expect(target?["uri"] as? String == artifact["uri"] as? String)
      }
      for taxon in result["taxa"] as? [[String: Any]] ?? [] {
        let component = try #require(taxon["toolComponent"] as? [String: Any])
        let taxonomy = taxonomies[try #require(component["index"] as? Int)]
        #expect(taxonomy["name"] as? String == component["name"] as? String)
        let taxa = try #require(taxonomy["taxa"] as? [[String: Any]])
        #expect(
          taxa[try #require(taxon["index"] as? Int)]["id"] as? String == taxon["id"] as? String)
      }
      if let prints = result["partialFingerprints"] as? [String: String] {
        #expect(prints["clauselint/v1"] != nil)
        #expect(hashes.insert(prints["primaryLocationLineHash"] ?? "").inserted)
      }
    }
  }
}
