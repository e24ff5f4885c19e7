import ClauseAssessment
import ClauseEngine
import ClauseReports
import ClauseSource
import Foundation
import Testing

/// The identity of findings, and results that depend on nothing but the records, packs and options.
@Suite struct FingerprintTests {
  private static let records = """
    machines:
      - id: M-1
        reviewed_on: 2020-01-01
        review_every: P1Y
      - id: M-2
        owner: Sara
        state: running
        power: 3
      - id: M-3
        colour: red
    """

  private func identities(_ assessment: Assessment) -> Set<String> {
    Set(assessment.findings.map { "\($0.fingerprint) \($0.rule) \($0.record?.id.unescaped ?? "")" })
  }

  private func organization(_ records: String, in file: String = "records.yaml") throws
    -> Organization
  {
    try Organization(["pack/pack.yaml": Workshop.pack, file: records])
  }

  @Test func fingerprintsSurviveWhatChangesNoFact() throws {
    let first = try organization(Self.records)
    let expected = identities(try first.assess())
    #expect(expected.count >= 5)
    #expect(Set(expected.map { $0.prefix(32) }).count == expected.count)

    let reordered = try organization(
      """
      machines:
        - { id: M-3, colour: red }
        - { power: 3, state: running, id: M-2, owner: Sara }
        - { review_every: P1Y, id: M-1, reviewed_on: 2020-01-01 }
      """)
    #expect(identities(try reordered.assess()) == expected)

    let indented = try organization(
      "# a comment\n\n"
        + Self.records.replacingOccurrences(of: "\n  ", with: "\n        "))
    #expect(identities(try indented.assess()) == expected)

    let renamed = try organization(Self.records, in: "folder/other name.yaml")
    #expect(identities(try renamed.assess()) == expected)

    #expect(identities(try first.assess(on: "2027-06-16")) == expected)
    for language in Language.allCases {
      #expect(identities(try first.assess(in: language)) == expected)
    }
    let crlf = try organization(Self.records.replacingOccurrences(of: "\n", with: "\r\n"))
    #expect(identities(try crlf.assess()) == expected)
  }

  @Test func anotherRecordIsAnotherFinding() throws {
    let one = try organization("machines: [{ id: M-1 }]").assess()
    let two = try organization("machines: [{ id: M-2 }]").assess()
    #expect(identities(one).isDisjoint(with: identities(two)))
  }

  @Test func findingsAreSortedByPlaceThenRule() throws {
    let organization = try organization(Self.records)
    try organization.write("machines: [{ id: B-1 }]", to: "a/b.yaml")
    try organization.write("machines: [{ id: B-2 }]", to: "Z.yaml")
    try organization.write("machines: [{ id: B-3 }]", to: "é.yaml")
    let assessment = try organization.assess()
    let paths = assessment.findings.map { $0.location.path.unescaped }
    var unique: [String] = []
    for path in paths where unique.last != path { unique.append(path) }
    #expect(unique == ["Z.yaml", "a/b.yaml", "records.yaml", "é.yaml"])
    for (a, b) in zip(assessment.findings, assessment.findings.dropFirst()) {
      #expect(a.location < b.location || (a.location == b.location && a.rule <= b.rule))
    }
  }

  @Test func languageChangesWordsOnly() throws {
    let organization = try organization(Self.records)
    let english = try organization.assess()
    let french = try organization.assess(in: .french)
    #expect(english.summary == french.summary)
    let words = french.findings(of: "machine-owned").map(\.message.plain)
    #expect(words.contains("M-1 sans pilote"))
    // A message without a text in the language falls back to another one, never to nothing.
    let arabic = try organization.assess(in: .arabic)
    #expect(arabic.findings.allSatisfy { !$0.message.plain.isEmpty })
  }

  /// Many files, so that every number of threads divides them differently.
  @Test func bytesDoNotDependOnThreadsOrOnTheOrderOfFiles() throws {
    let names = (1...40).map { "folder-\($0 % 7)/register-\($0).yaml" }
    func text(_ number: Int) -> String {
      "machines:\n"
        + (1...30).map { index in
          let id = "M-\(number)-\(index)"
          return index % 3 == 0
            ? "  - { id: \(id), state: running, power: \(index) }"
            : "  - { id: \(id), owner: S, reviewed_on: 20\(10 + index % 16)-01-01, power: x }"
        }.joined(separator: "\n")
    }
    let forward = try Organization(["pack/pack.yaml": Workshop.pack])
    for (index, name) in names.enumerated() { try forward.write(text(index), to: name) }
    let backward = try Organization(["pack/pack.yaml": Workshop.pack])
    for (index, name) in names.enumerated().reversed() {
      try backward.write(text(index), to: name)
    }
    for reporter in Reporters.all {
      let expected = reporter.report(try forward.assess(jobs: 1), options: ReportOptions())
      #expect(expected.count > 2_000)
      for jobs in [2, 8] {
        let other = reporter.report(try forward.assess(jobs: jobs), options: ReportOptions())
        #expect(other == expected, "\(reporter.name) with \(jobs) threads")
      }
      let moved = reporter.report(try backward.assess(jobs: 2), options: ReportOptions())
      #expect(moved == expected, "\(reporter.name) with files made in another order")
    }
  }
}
