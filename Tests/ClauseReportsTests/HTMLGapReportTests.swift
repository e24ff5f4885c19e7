import ClauseAssessment
import ClauseCalendar
import ClauseSource
import Foundation
import Testing

@testable import ClauseReports

/// The gap report as HTML, read by a browser and not by us.
@Suite struct HTMLGapReportTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Browser").path

  /// Whether the browser tests run: everything is there, or its absence must fail.
  static var isWanted: Bool {
    Python.isWanted("websocket, axe_playwright_python, shutil; assert shutil.which('chromium')")
  }

  private func page(_ report: GapReport) -> [UInt8] { HTMLGapReporter().report(report) }

  private static let editions: [(name: String, languages: [Language])] = [
    ("en", [.english]), ("fr", [.french]), ("ar", [.arabic]), ("ar,fr", [.arabic, .french]),
  ]

  @Test(.enabled(if: isWanted)) func aBrowserShowsItWholeInThreeLanguagesAndTwoWidths() throws {
    var files = Self.editions.map { name, languages in
      (name: name + ".html", bytes: page(AwkwardReport.full(languages)))
    }
    let hostile = ["<script>alert(1)</script>", "\\u{202E}", "\\u{2066}", "\\u{200B}", "\\u{7}"]
    files.append(("large.htm", Self.largePage))
    files.append(("hostile.txt", Array(hostile.joined(separator: "\n").utf8)))
    let script = """
      import sys, os
      sys.path.insert(0, \(String(reflecting: Self.folder)))
      sys.dont_write_bytecode = True
      import checks
      with open(sys.argv[-1], encoding="utf-8") as file: hostile = file.read().splitlines()
      checks.main(os.path.dirname(sys.argv[1]), hostile, sys.argv[-2])
      """
    let answer = try Python.run(script, files: files)
    #expect(answer.status == 0)
    #expect(answer.text == "")
  }

  @Test func theSameReportHasTheSameBytes() {
    #expect(page(AwkwardReport.full([.arabic])) == page(AwkwardReport.full([.arabic])))
  }

  @Test func anEmptyReportIsStillAReport() throws {
    let empty = GapReport(editions: [AwkwardAssessment.unreadable(.french)])
    let text = String(decoding: page(empty), as: UTF8.self)
    #expect(text.contains(Term.incomplete.fr.plain))
    #expect(text.contains(Term.verdict(isReady: false).fr.plain))
    #expect(!text.contains(Term.verdict(isReady: true).fr.plain))
  }

  @Test func nothingReadIsNeverReady() throws {
    var report = GapReport(editions: [AwkwardAssessment.spotless(.english)])
    report.gates = [ReadinessGate(question: .scopeApproved, answer: .notAssessed)]
    #expect(String(decoding: page(report), as: UTF8.self).contains("Not ready"))
    report.gates = [ReadinessGate(question: .scopeApproved, answer: .yes)]
    #expect(String(decoding: page(report), as: UTF8.self).contains("Ready, with reservations"))
  }

  @Test func noReportSpeaksOfCertifiabilityOrAScore() {
    for (_, languages) in Self.editions {
      let text = String(decoding: page(AwkwardReport.full(languages)), as: UTF8.self).lowercased()
      for word in ["certifiable", "قابل للإشهاد"] {
        #expect(!text.contains(word))
      }
    }
  }

  // MARK: Large

  /// 10,000 findings over 137 clauses.
  private static let largePage = HTMLGapReporter().report(large(.arabic))

  private static func large(_ language: Language) -> GapReport {
    let clauses = (0..<137).map { number in
      ClauseResult(
        id: "iso9001:2015/\(number / 20 + 4).\(number % 20 + 1)",
        title: LocalizedText(
          en: "Clause \(number)", fr: "Article \(number)", ar: "البند رقم \(number)"),
        isLeaf: true, state: .nonconform, rules: 3, records: 90, findings: 73)
    }
    let rules = (0..<274).map { number in
      RuleResult(
        id: "rule-\(number)-of-the-large-report", pack: "qse-core",
        title: LocalizedText(
          en: "What rule \(number) asks of each record", fr: "Ce que demande la règle \(number)",
          ar: "ما تطلبه القاعدة رقم \(number) من كل سجل"),
        remedy: LocalizedText(en: "Mend it.", fr: "Corriger.", ar: "يتعين التصحيح."),
        severity: .minor, basis: .normative, recordType: "document",
        clauses: [clauses[number % 137].id], evaluated: 90, failed: 37, skipped: 0)
    }
    let findings = (0..<10_000).map { number in
      let rule = rules[number % rules.count]
      return Finding(
        rule: rule.id, severity: number % 9 == 0 ? .major : .minor, basis: .normative,
        message: Message([
          .text(Untrusted("الإجراء ")), .value(Untrusted("AC-\(number)")),
          .text(Untrusted(" المسند إلى ")), .value(Untrusted("Youssef Lakbiri")),
          .text(Untrusted(" كان أجله ")), .value(Untrusted("2026-11-27")),
        ]),
        because: [
          Message([.value(Untrusted("due_on")), .text(Untrusted(" قيمته 2026-11-27"))]),
          Message([.value(Untrusted("done_on")), .text(Untrusted(" غير مملوء"))]),
        ],
        remedy: Message(text: "يتعين الإنجاز"), clauses: rule.clauses,
        record: RecordReference(type: "action", id: "AC-\(number)"),
        location: AwkwardAssessment.location("12-nc-actions/plan-actions.csv", number, 92, end: 99),
        fingerprint: SHA256.hexadecimal(of: Array("\(number)".utf8)))
    }
    var report = GapReport(editions: [
      Assessment(
        toolVersion: "0.1.0", asOf: AwkwardAssessment.asOf, language: language,
        standards: [StandardResult(id: "iso9001:2015", name: "ISO 9001", clauses: clauses)],
        rules: rules, findings: findings, recordCount: 10_000)
    ])
    report.clauses = clauses.enumerated().map { index, clause in
      ClauseRow(
        number: String(clause.id.dropFirst(13)), title: clause.title, intent: clause.title,
        cells: [
          ClauseCell(
            result: clause, rules: [rules[index].id, rules[index + 137].id],
            findings: Array(stride(from: index, to: 10_000, by: 137)))
        ])
    }
    report.contexts = findings.indices.map { index in
      FindingContext(
        process: AwkwardReport.record("process", "PR-\(index % 15)", "المشتريات"),
        owner: AwkwardReport.record("person", "p-\(index % 90)", "يوسف لكبيري"))
    }
    return report
  }

  @Test func tenThousandFindingsStayBelowFiveMegabytes() throws {
    let bytes = Self.largePage
    #expect(bytes.count < 5_000_000)
    // None of them is left out.
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.components(separatedBy: "plan-actions.csv:").count - 1 == 10_000)
  }
}
