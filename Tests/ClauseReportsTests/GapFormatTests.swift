import ClauseAssessment
import ClauseSource
import Foundation
import Testing

@testable import ClauseReports

/// The formats of the gap report beside HTML, read by tools that are not ours.
@Suite struct GapFormatTests {
  /// A hostile organisation, and one of which nothing could be read.
  private static func reports(_ language: Language) -> [(name: String, report: GapReport)] {
    var hostile = AwkwardReport.full([language])
    hostile.actions = AwkwardReport.actions
    return [
      ("hostile", hostile),
      ("empty", GapReport(editions: [AwkwardAssessment.unreadable(language)])),
    ]
  }

  private static func files(_ reporter: any GapReporter) throws -> [(name: String, bytes: [UInt8])]
  {
    try Language.allCases.flatMap { language in
      try reports(language).map { name, report in
        ("\(name).\(language.rawValue).\(reporter.name)", try reporter.report(report))
      }
    }
  }

  // MARK: OSCAL

  /// Classes of letters that the regular expressions of Python lack are put in its own words.
  private static let validate = #"""
    import json, sys
    import jsonschema
    text = open(sys.argv[1], encoding="utf-8").read()
    text = text.replace(r"(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*", r"[^\\W\\d][\\w.\\-]*")
    assert "\\p{" not in text, "a pattern that Python cannot read"
    schema = json.loads(text)
    cls = jsonschema.validators.validator_for(schema)
    for name in sys.argv[2:]:
        document = json.load(open(name, encoding="utf-8"))
        for error in list(cls(schema).iter_errors(document))[:5]:
            print(name, error.json_path, error.message[:300])
        # What the schema cannot say: identifiers stand once, references lead somewhere.
        defined, used = [], []
        def walk(value, key=""):
            if isinstance(value, dict):
                for k, v in value.items(): walk(v, k)
            elif isinstance(value, list):
                for v in value: walk(v, key)
            elif key == "uuid": defined.append(value)
            elif key.endswith("-uuid"): used.append(value)
        walk(document)
        if len(set(defined)) != len(defined): print(name, "uuids stand twice")
        if set(used) - set(defined): print(name, "uuids lead nowhere", set(used) - set(defined))
    """#

  @Test(
    .readsSharedData,
    .enabled(if: Python.isWanted("jsonschema"), "needs python3 with jsonschema"),
    arguments: [
      ("oscal-results", "oscal_assessment-results_schema-trestle.json"),
      ("oscal-plan", "oscal_poam_schema-trestle.json"),
    ])
  func oscalMeetsItsSchema(format: String, schema: String) throws {
    let reporter = try #require(GapReporters.named(format))
    let file = Python.shared.appendingPathComponent("schemas/" + schema)
    let answer = try Python.run(
      Self.validate,
      files: [("schema.json", [UInt8](try Data(contentsOf: file)))] + (try Self.files(reporter)))
    #expect(answer.text == "")
    #expect(answer.status == 0)
  }

  @Test func identifiersAreNamesAndNoChance() throws {
    let one = OSCALText.uuid("observation", "region", "a")
    #expect(one == OSCALText.uuid("observation", "region", "a"))
    #expect(one != OSCALText.uuid("observation", "regiona", ""))
    let digits = Array(one)
    #expect(digits[14] == "5" && "89ab".contains(digits[19]), "version 5, variant 1: \(one)")
  }

  @Test(arguments: GapReporters.all.map(\.name)) func twiceTheSameBytes(_ name: String) throws {
    let reporter = try #require(GapReporters.named(name))
    for language in Language.allCases {
      for (one, other) in zip(Self.reports(language), Self.reports(language)) {
        #expect(try reporter.report(one.report) == reporter.report(other.report))
      }
    }
  }

  // MARK: Tables

  @Test func clausesAsCSV() throws {
    for (name, report) in Self.reports(.french) {
      try expectGolden(CSVGapReporter().report(report), "gap-\(name).fr.csv")
    }
  }

  /// What a workbook holds, as openpyxl reads it.
  private struct Workbook: Decodable {
    struct Sheet: Decodable {
      var title: String
      var rightToLeft: Bool
      var headings: [String]
      var rows: Int
      /// Cells of another kind than text, number, date and nothing.
      var formulas: [String]
      var links: Int
      /// Texts that begin as formulas do.
      var risky: [String]
      /// Columns with a drop-down and its words.
      var choices: [String: String]
    }
    var sheets: [Sheet]
  }

  private static let openWorkbook = """
    import json, sys
    import openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    sheets = []
    for sheet in book:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        sheets.append({
            "title": sheet.title, "rightToLeft": bool(sheet.sheet_view.rightToLeft),
            "headings": [str(cell.value) for cell in sheet[1]], "rows": sheet.max_row - 1,
            "formulas": [cell.coordinate for cell in cells if cell.data_type not in "snd"],
            "links": sum(1 for cell in cells if cell.hyperlink),
            "risky": [cell.value for cell in cells if cell.data_type == "s"
                      and cell.value[:1] in ("=", "+", "-", "@")],
            "choices": {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation},
        })
    print(json.dumps({"sheets": sheets}))
    """

  @Test(
    .enabled(if: Python.isWanted("openpyxl"), "needs python3 with openpyxl"),
    arguments: Language.allCases)
  func openpyxlReadsTheWorkbook(language: Language) throws {
    var report = AwkwardReport.full([language])
    report.actions = AwkwardReport.actions
    let formulas = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)"]
    report.actions += formulas.map {
      ActionRow(record: AwkwardReport.record("action", $0, nil), description: Untrusted($0))
    }
    let answer = try Python.run(
      Self.openWorkbook, files: [("gap.xlsx", try WorkbookGapReporter().report(report))])
    try #require(answer.status == 0, "\(answer.text)")
    let book = try JSONDecoder().decode(Workbook.self, from: Data(answer.text.utf8))
    let words = WorkbookStrings.of(language)
    let names = words.sheets
    try #require(
      book.sheets.map(\.title) == [
        names.about, names.clauses, names.findings, names.plan.replacing("'", with: "\u{2019}"),
        names.legal,
      ])
    #expect(book.sheets.allSatisfy { $0.rightToLeft == language.isRightToLeft })
    #expect(book.sheets.allSatisfy { $0.formulas.isEmpty && $0.links == 0 })

    // The numbers of rows are those of the result as JSON.
    let json = JSONReporter().report(report.assessment, options: ReportOptions())
    let result = try #require(
      try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    let findings = try #require(result["findings"] as? [[String: Any]])
    let diagnostics = try #require(result["diagnostics"] as? [[String: Any]])
    let errors = diagnostics.count { $0["severity"] as? String == "error" }
    let leaves = try #require(result["clauses"] as? [[String: Any]]).count
    let counted = findings.count {
      $0["severity"] as? String != "observation" && $0["state"] as? String != "unchanged"
    }
    #expect(book.sheets[1].rows == leaves)
    #expect(book.sheets[2].rows == findings.count + errors)
    #expect(book.sheets[3].rows == counted + report.actions.count)
    #expect(book.sheets[4].rows == report.legal.obligations.count)

    let plan = book.sheets[3]
    #expect(plan.headings.suffix(3) == [words.dueOn, words.progress, words.effectiveness])
    #expect(plan.risky.sorted() == (formulas + formulas).sorted(), "they are there, as text")
    #expect(
      plan.choices == [
        "J2:J\(plan.rows + 1)": "\"\(words.progressChoices.joined(separator: ","))\"",
        "K2:K\(plan.rows + 1)": "\"\(words.effectivenessChoices.joined(separator: ","))\"",
      ])
  }

  // MARK: Markdown

  @Test(arguments: Language.allCases) func markdown(language: Language) throws {
    for (name, report) in Self.reports(language) {
      try expectGolden(
        MarkdownGapReporter().report(report), "gap-\(name).\(language.rawValue).md")
    }
  }

  /// Every line of a table has as many cells as its head, no record makes an element, a link, an
  /// image or a heading, and nothing hidden comes through.
  private static let readMarkdown = #"""
    import re, sys
    from markdown_it import MarkdownIt
    for name in sys.argv[1:]:
        text = open(name, encoding="utf-8").read()
        tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(text)
        tables = sum(1 for token in tokens if token.type == "table_open")
        heads = len(re.findall(r"^\| -", text, re.M))
        if tables != heads: print(name, "tables", tables, "of", heads)
        width = 0
        for line in text.splitlines():
            cells = len(re.findall(r"(?<!\\)(?:\\\\)*\|", line))
            if not line.startswith("|"): width = 0
            elif width in (0, cells): width = cells
            else: print(name, "a row of another width:", line[:200])
        kinds = {token.type for token in tokens}
        for token in tokens: kinds |= {child.type for child in token.children or []}
        foreign = kinds & {"html_block", "html_inline", "link_open", "image", "code_block",
                           "fence", "code_inline", "blockquote_open", "hr", "s_open", "em_open"}
        if foreign: print(name, "markup of a record:", foreign)
        if any(token.type == "heading_open" and token.markup[:1] != "#" for token in tokens):
            print(name, "a heading of a record")
        shown = "".join(child.content for token in tokens for child in token.children or [])
        if name.split("/")[-1].startswith("hostile"):
            for wanted in ("<script>alert(1)</script>", "\\u{202E}", "[here](http://x)"):
                if wanted not in shown:
                    print(name, "is not shown as text:", wanted)
        for hidden in "\u202e\u2066\u200b\u0007\u001b":
            if hidden in text: print(name, "came through:", hex(ord(hidden)))
    """#

  @Test(.enabled(if: Python.isWanted("markdown_it"), "needs python3 with markdown-it-py"))
  func markdownItReadsTheTables() throws {
    var files = try Self.files(MarkdownGapReporter())
    files.append(
      ("hostile.two.md", MarkdownGapReporter().report(AwkwardReport.full([.arabic, .french]))))
    let answer = try Python.run(Self.readMarkdown, files: files)
    #expect(answer.text == "")
    #expect(answer.status == 0)
  }

  @Test func markdownHasTheSectionsOfThePage() {
    for language in Language.allCases {
      let report = Self.reports(language)[0].report
      let text = String(decoding: MarkdownGapReporter().report(report), as: UTF8.self)
      for part in GapPage(report).parts() {
        #expect(text.contains("\n## \(part.title[language].plain)\n"), "\(part.name)")
      }
    }
  }
}
