import ClauseAssessment
import ClauseCalendar
import ClauseDocuments
import ClauseReports
import ClauseSource

/// Texts of strangers on their way out: whatever they hold, a report keeps its form.
extension FuzzEntry {
  /// Writes a report of a finding about texts cut from `bytes`, a line for each, and holds it
  /// against the same report about plain words. The first byte says the language, the second the
  /// report.
  static func report(_ bytes: [UInt8]) {
    guard bytes.count >= 2 else { return }
    let language = Int(bytes[0]) % Language.allCases.count
    let number = Int(bytes[1]) % Reporters.all.count
    let reporter = Reporters.all[number]
    let lines = bytes.dropFirst(2).split(
      separator: UInt8(ascii: "\n"), maxSplits: 5, omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    let texts = (0..<6).map { $0 < lines.count ? lines[$0] : "a" }
    let strange = assessment(texts, Language.allCases[language])
    check(
      reporter.report(strange, options: ReportOptions()), beside: twins[language][number],
      by: reporter.name)
  }

  /// The reports about plain words, by language and reporter.
  private static let twins: [[[UInt8]]] = Language.allCases.map { language in
    let plain = assessment(Array(repeating: "word", count: 6), language)
    return Reporters.all.map { $0.report(plain, options: ReportOptions()) }
  }

  private static func check(_ report: [UInt8], beside twin: [UInt8], by name: String) {
    let text = String(decoding: report, as: UTF8.self)
    precondition(text.utf8.elementsEqual(report), "\(name) is no UTF-8")
    // RFC 4180 ends its rows so, and a value of several lines has such ends inside.
    let active = text.unicodeScalars.first { isActive($0) && !(name == "csv" && $0 == "\r") }
    precondition(active == nil, "\(name) holds \(active?.value ?? 0)")
    func count(_ character: Unicode.Scalar, in bytes: [UInt8]) -> Int {
      bytes.count { $0 == UInt8(ascii: character) }
    }
    switch name {
    case "json", "gitlab", "sarif", "sarif-github":
      precondition(roots(JSONReader(), report, "a.json") == 1, "\(name) is no JSON")
    case "rdjsonl":
      let twins = roots(JSONLinesReader(), twin, "a.jsonl")
      precondition(roots(JSONLinesReader(), report, "a.jsonl") == twins, "\(name) has another line")
    case "csv":
      let rows = roots(CSVReader(), twin, "a.csv")
      precondition(rows > 0 && roots(CSVReader(), report, "a.csv") == rows, "\(name): another row")
    case "junit", "checkstyle":
      precondition(count("<", in: report) == count("<", in: twin), "\(name) has another element")
      precondition(count(">", in: report) == count(">", in: twin), "\(name) has another element")
    case "github", "github-summary":
      precondition(count("\n", in: report) == count("\n", in: twin), "\(name) has another line")
    default:
      break
    }
  }

  /// Whether `scalar` acts on a terminal or reverses what stands beside it. Isolates are ours: they
  /// close what they open.
  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x2066...0x2069: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E: true
    default: false
    }
  }

  /// Documents or rows of what our own reader finds in `bytes`; -1 when it refuses them.
  private static func roots(_ reader: any DocumentReader, _ bytes: [UInt8], _ name: String) -> Int {
    let file = SourceFile(id: FileID(0), path: name, bytes: bytes)
    var limits = Limits()
    limits.nodesPerFile = 1_000_000
    let document = reader.read(file, limits: limits)
    // Below the headings each row is one.
    if let grid = document.grids?.first { return grid.rows.count - 1 }
    guard let tree = document.tree else { return -1 }
    guard tree.roots.count == 1, let root = tree.roots.first, tree.kind(root) == .sequence else {
      return tree.roots.count
    }
    return 1
  }

  private static func assessment(_ texts: [String], _ language: Language) -> Assessment {
    let day = CivilDate(iso: "2024-06-01") ?? .earliest
    let place = Location(
      path: Untrusted(texts[0]), start: Position(line: 1, column: 1),
      end: Position(line: 1, column: 2))
    let rule = RuleResult(
      id: "a-rule", pack: "a-pack", title: LocalizedText(en: texts[1], fr: texts[1], ar: texts[1]),
      remedy: LocalizedText(en: texts[2], fr: texts[2], ar: texts[2]), severity: .major,
      basis: .normative, recordType: "document", clauses: ["iso9001:2015/7.5.2"], evaluated: 2,
      failed: 2, skipped: 0)
    let record = RecordReference(type: "document", id: texts[3])
    let finding = Finding(
      rule: rule.id, severity: .major, basis: .normative,
      message: Message([.text(Untrusted("about ")), .value(Untrusted(texts[4]))]),
      because: [Message([.value(Untrusted(texts[5]))])], remedy: Message(text: texts[2]),
      clauses: rule.clauses, record: record, field: Untrusted(texts[5]), location: place,
      related: [RelatedLocation(message: Message(text: texts[1]), location: place)],
      fingerprint: "c0ffee00112233445566778899aabbccddeeff00112233445566778899aabbcc")
    return Assessment(
      toolVersion: "0.1.0", asOf: day, language: language,
      organization: OrganizationResult(id: texts[3], name: [language: Untrusted(texts[4])]),
      rules: [rule], findings: [finding],
      notices: [
        RuleNotice(rule: rule.id, record: record, reason: Message(text: texts[5]), location: place)
      ],
      diagnostics: [
        LocatedDiagnostic(
          severity: .error, code: "a-code", message: Untrusted(texts[4]),
          remedy: Untrusted(texts[2]), location: place)
      ],
      files: [FileResult(path: texts[0], fate: .notAssessed, records: 0)], recordCount: 1)
  }
}
