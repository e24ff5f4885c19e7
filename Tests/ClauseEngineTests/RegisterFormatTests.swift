import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// The same register in another format has the same findings, each where it stands there.
@Suite struct RegisterFormatTests {
  private static let pack = """
    pack: own
    version: 1.0.0
    status: draft
    ---
    standard: iso9001:2015
    name: ISO 9001
    discipline: quality
    exclusions: allowed
    clauses: { "7": { title: Support } }
    ---
    types:
      item:
        plural: items
        title: Item
        fields:
          title: string!
          state: enum{open, closed}!
          due_on: date
          done_on: date
          cost: double
          count: int
          every: period
          checked: bool
          after: list<ref<item>>
          tags: list<string>
        labels: { title: { fr: [Intitulé] }, due_on: { fr: [Échéance], ar: [الأجل] } }
        synonyms: { state: { open: [Ouverte, مفتوح], closed: [Soldée] } }
    ---
    rules:
      - id: item-in-time
        title: An item is done in time
        for: item
        require: { order: [done_on, due_on] }
        severity: minor
        basis: own
        clauses: [iso9001:2015/7]
        message: "{item.title} was done on {item.done_on}, due on {item.due_on}"
      - id: item-tagged-once
        title: An item has one tag
        for: item
        require: size(item.tags) <= 1
        severity: minor
        basis: own
        clauses: [iso9001:2015/7]
        message: "{item.title} has {size(item.tags)} tags"
    """

  private static let fields = [
    "id", "title", "state", "due_on", "done_on", "cost", "count", "every", "checked", "after",
    "tags", "odd",
  ]
  private static let headings = [
    "id", "Intitulé", "state", "Échéance", "done_on", "cost", "count", "every", "checked", "after",
    "tags", "odd",
  ]

  /// Texts as registers hold them, right and wrong.
  private static let values: [String: [String]] = [
    "title": [
      "Pompe", "", "TBD", "a \"quoted\" word", "deux\nlignes", "مضخة", "x; y, z", " blanc ",
    ],
    "state": ["open", "Ouverte", "Soldée", "مفتوح", "opne", "", "SOLDEE"],
    "due_on": ["2026-03-01", "01/04/2026", "31 mars 2026", "", "2026-02-30", "٠١/٠٥/٢٠٢٦"],
    "done_on": ["2026-03-02", "", "25/04/2026", "04/25/2026", "bientôt"],
    "cost": ["12,5", "1 234,56", "", "1,234", "beaucoup", "(12)"],
    "count": ["3", "3,0", "", "1.200", "trois"],
    "every": ["P6M", "6 mois", "", "6"],
    "checked": ["oui", "non", "", "peut-être", "✓"],
    "after": ["", "I-1", "I-1, I-2", "I-99", "i-1"],
    "tags": ["", "a", "a, b", "a; b; c"],
    "odd": ["", "?"],
  ]

  /// A register made of a number: rows of texts under the fields.
  private static func rows(_ seed: UInt64) -> [[String]] {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<(2 + next(12))).map { row in
      fields.map { field in
        if field == "id" { return ["I-\(row + 1)", "I-\(row + 1)", "I-\(row)", ""][next(4)] }
        let texts = values[field] ?? []
        return texts[next(texts.count)]
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    let data = (try? JSONEncoder().encode([text])) ?? Data()
    return String(String(decoding: data, as: UTF8.self).dropFirst().dropLast())
      .replacingOccurrences(of: "\\/", with: "/")
  }

  private static func cell(_ text: String) -> String {
    "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  /// The files of a register in the formats that need no help.
  private static func files(_ rows: [[String]]) -> [(name: String, text: String)] {
    let mappings = rows.map { row in
      "{" + zip(headings, row).map { "\(quoted($0)): \(quoted($1))" }.joined(separator: ", ") + "}"
    }
    let table = { (separator: String) in
      ([headings] + rows).map { $0.map(cell).joined(separator: separator) }.joined(
        separator: "\r\n")
    }
    return [
      ("items.yaml", mappings.map { "- " + $0 }.joined(separator: "\n") + "\n"),
      ("items.json", "[" + mappings.joined(separator: ",\n") + "]\n"),
      ("items.csv", table(",")), ("points.csv", "\u{FEFF}" + table(";") + "\r\n"),
    ]
  }

  /// What is found in one file, without where.
  private static func findings(_ file: String, in organization: Organization) throws -> [String] {
    try organization.write(
      """
      sources:
        - { files: "\(file)", type: item, split_cells: true, dates: day-first }
      """, to: "clauselint.yaml")
    let assessment = try organization.assess {
      $0.paths = [file]
      $0.readsOnlyPaths = true
      $0.allowsEmpty = true
    }
    #expect(assessment.errors == [], "\(file)")
    let places = assessment.findings.map(\.location).filter { $0.path.unescaped == file }
    #expect(places.count == assessment.findings.count, "\(file): a finding stands elsewhere")
    // A column that means nothing is no mistake of a table, a key that means nothing is one.
    let isTable = !file.hasSuffix("yaml") && !file.hasSuffix("json")
    let headings = assessment.findings(of: "unknown-key")
    #expect(headings.isEmpty == isTable, "\(file)")
    #expect(headings.allSatisfy { $0.message.plain.contains("odd") }, "\(file)")
    return assessment.findings.filter { $0.rule != "unknown-key" }.map { finding in
      let record = finding.record?.id.unescaped ?? "-"
      // A row without an id is called by its file.
      let id = record.hasPrefix(file) ? String(record.dropFirst(file.count)) : record
      return "\(finding.rule) \(id) \(finding.field?.unescaped ?? "-") \(finding.message.plain)"
        .replacingOccurrences(of: file, with: "FILE")
    }.sorted()
  }

  @Test(arguments: 1...25) func allTextFormatsFindTheSame(_ seed: Int) throws {
    let rows = Self.rows(UInt64(seed))
    let organization = try Organization(["pack/pack.yaml": Self.pack])
    var expected: [String]?
    for (name, text) in Self.files(rows) {
      try organization.write(text, to: name)
      let found = try Self.findings(name, in: organization)
      #expect(found == expected ?? found, "seed \(seed), \(name)")
      expected = found
    }
    #expect(expected?.isEmpty == false, "seed \(seed) finds nothing")
  }

  @Test(.enabled(if: Workbooks.isWanted)) func workbooksFindTheSame() throws {
    let organization = try Organization(["pack/pack.yaml": Self.pack])
    var tables: [String: [[String]]] = [:]
    for seed in 1...12 { tables["w\(seed).xlsx"] = [Self.headings] + Self.rows(UInt64(seed)) }
    try Workbooks.write(tables, to: organization.root)
    for seed in 1...12 {
      let rows = Self.rows(UInt64(seed))
      try organization.write(Self.files(rows)[2].text, to: "items.csv")
      let expected = try Self.findings("items.csv", in: organization)
      let found = try Self.findings("w\(seed).xlsx", in: organization)
      #expect(found == expected, "seed \(seed)")
    }
  }
}

/// Workbooks written by openpyxl, which is not ours.
enum Workbooks {
  /// Whether tests that need it run: it is there, or its absence must fail.
  static var isWanted: Bool {
    ProcessInfo.processInfo.environment["CI"] != nil
      || (try? run("import openpyxl", [])).map { $0 == 0 } == true
  }

  /// Writes each table as a workbook of texts.
  static func write(_ tables: [String: [[String]]], to folder: String) throws {
    let path = folder + "/tables.data"
    try JSONEncoder().encode(tables).write(to: URL(fileURLWithPath: path))
    let status = try run(
      """
      import json, sys, openpyxl
      for name, rows in json.load(open(sys.argv[1])).items():
          book = openpyxl.Workbook()
          for row in rows:
              book.active.append([text if text else None for text in row])
          book.save(sys.argv[2] + "/" + name)
      """, [path, folder])
    #expect(status == 0)
  }

  /// Runs a script; its exit status.
  static func run(_ script: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
