import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// A register of 1,404 rows that was not written for this project, in five formats.
@Suite struct CorpusFormatTests {
  /// The pack of the corpus with its weaknesses as a list, which JSON holds as one.
  private static func pack() throws -> String {
    let path = Folders.packs + "/known-exploited/pack.yaml"
    var text = try String(contentsOfFile: path, encoding: .utf8)
    for (old, new) in [
      ("weaknesses: string", "weaknesses: list<string>"),
      ("'!vulnerability.weaknesses.contains(\",\")'", "size(vulnerability.weaknesses) <= 1"),
      ("    where: has(vulnerability.weaknesses)\n", ""),
      (
        ",\n      vulnerability.?notes.orValue(\"\"), vulnerability.?weaknesses.orValue(\"\")]",
        ",\n      vulnerability.?notes.orValue(\"\")]"
      ),
      (" vulnerability.?weaknesses.orValue(\"\")]", " \"\"]"),
    ] { text = text.replacingOccurrences(of: old, with: new) }
    return text
  }

  private static let conversion = """
    import csv, sys
    source, folder = sys.argv[1:]
    rows = list(csv.reader(open(source, encoding="utf-8", newline="")))
    with open(folder + "/semicolons.csv", "w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";").writerows(rows)
    def known(text):
        # Two characters of the register are not in that encoding; others stand for them.
        return text.replace("\\ufffd", "\\u2020").replace("\\uff3f", "\\u2021")
    with open(folder + "/windows.csv", "w", encoding="cp1252", newline="") as out:
        csv.writer(out, delimiter=";").writerows([[known(t) for t in row] for row in rows])
    try:
        import openpyxl
    except ImportError:
        sys.exit(0)
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([text if text else None for text in row])
    book.save(folder + "/workbook.xlsx")
    """

  private func assess(
    _ file: String, in folder: Organization, more keys: String = ""
  ) throws -> Assessment {
    try folder.write(
      """
      sources:
        - { files: "\(file)", type: vulnerability, fields: { id: cveID }\(keys) }
      """, to: "clauselint.yaml")
    return try folder.assess(on: "2026-11-23") {
      $0.paths = [file]
      $0.readsOnlyPaths = true
    }
  }

  @Test(.readsSharedData)
  func everyFormatFindsTheSame() throws {
    let corpus = try Folders.corpus("kev")
    let organization = try Organization(["pack/pack.yaml": try Self.pack()])
    let name = "known_exploited_vulnerabilities"
    for ending in [".csv", ".json"] {
      try FileManager.default.copyItem(
        atPath: corpus + "/" + name + ending, toPath: organization.root + "/" + name + ending)
    }
    #expect(
      try Workbooks.run(Self.conversion, [organization.root + "/\(name).csv", organization.root])
        == 0)
    var files = [name + ".csv", name + ".json", "semicolons.csv", "windows.csv"]
    if Workbooks.isWanted { files.append("workbook.xlsx") }
    let counts = [
      "due-before-added": 15, "weakness-missing": 152, "weaknesses-in-one-cell": 82,
      "outside-ascii": 11, "blanks-around": 26, "due-passed": 1404,
    ]
    var expected: [String]?
    for file in files {
      let assessment = try assess(file, in: organization)
      #expect(assessment.errors == [], "\(file)")
      #expect(assessment.recordCount == 1404, "\(file)")
      for (rule, count) in counts.sorted(by: { $0.key < $1.key }) {
        #expect(assessment.findings(of: rule).count == count, "\(file): \(rule)")
      }
      let found = assessment.findings.map { finding in
        "\(finding.rule) \(finding.record?.id.unescaped ?? "-") \(finding.message.plain)"
      }.sorted()
      #expect(found == expected ?? found, "\(file)")
      expected = found
      #expect(assessment.findings.allSatisfy { $0.location.path.unescaped == file })
    }
  }
}
