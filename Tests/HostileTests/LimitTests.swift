import ClauseSource
import Foundation
import Testing

/// Every limit of the command line: met where it stands, named, and never passed over in silence.
@Suite struct LimitTests {
  /// An input that meets a limit when it is set to `bound`, and not by default.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: LimitName
    var bound: Int
    /// Files below `org`, beside the pack `probe`.
    var files: [String: String]
    /// A rule's expression, where the limit is about expressions.
    var expression = "process.id != 'no such id'"
    /// The file that the message names with a line; nil where it is about the run.
    var place: String? = "p.yaml"
    var testDescription: String { name.rawValue }
  }

  private static let record = "type: process\nid: P-1\ntitle: Some title\nowner: Somebody\n"
  private static let two =
    "processes:\n  - { id: P-1, title: t, owner: o }\n  - { id: P-2, title: t, owner: o }\n"
  private static let aliases =
    record + "a:\n  s: &s [" + (1...60).map(String.init).joined(separator: ", ") + "]\n  l: ["
    + Array(repeating: "*s", count: 120).joined(separator: ", ") + "]\n"

  static let cases: [Case] = [
    Case(name: .recordFileBytes, bound: 20, files: ["p.yaml": record]),
    Case(name: .packFileBytes, bound: 20, files: ["p.yaml": record], place: "pack.yaml"),
    Case(
      name: .nestingDepth, bound: 6,
      files: ["p.yaml": record + "a: {a: {a: {a: {a: {a: {a: 1}}}}}}\n"]),
    Case(
      name: .nodesPerFile, bound: 150,
      files: [
        "p.yaml": record + "a: { l: [" + Array(repeating: "1", count: 200).joined(separator: ", ")
          + "] }\n"
      ]),
    Case(name: .aliasExpansionBase, bound: 1, files: ["p.yaml": aliases]),
    Case(
      name: .expandedBytesPerFile, bound: 5000,
      files: ["p.yaml": record + "note: " + String(repeating: "x", count: 6000) + "\n"]),
    Case(
      name: .directiveLines, bound: 1, files: ["p.yaml": "%TAG !a! t:\n%TAG !b! t:\n---\n" + record]
    ),
    Case(name: .anchorsPerFile, bound: 1, files: ["p.yaml": record + "a: { x: &x 1, y: &y 2 }\n"]),
    Case(
      name: .documentsPerFile, bound: 3,
      files: [
        "p.yaml": (1...4).map { "---\ntype: process\nid: P-\($0)\ntitle: t\nowner: o\n" }.joined()
      ]),
    Case(
      name: .scalarBytes, bound: 400,
      files: ["p.yaml": record + "note: " + String(repeating: "x", count: 500) + "\n"]),
    Case(
      name: .keyBytes, bound: 30,
      files: ["p.yaml": record + "a: { a_key_that_is_longer_than_the_bound_allows: 1 }\n"]),
    Case(
      name: .combiningRun, bound: 2,
      files: ["p.yaml": record + "note: a\u{301}\u{323}\u{301}\u{323}\n"]),
    Case(name: .files, bound: 2, files: ["p.yaml": record, "q.txt": "", "r.txt": ""], place: ""),
    Case(name: .folderDepth, bound: 2, files: ["p.yaml": record, "a/b/c/d.txt": ""], place: ""),
    Case(name: .runBytes, bound: 200, files: ["p.yaml": record]),
    Case(name: .records, bound: 1, files: ["p.yaml": two], place: nil),
    Case(
      name: .expressionLength, bound: 40, files: ["p.yaml": record],
      expression: "process.id != 'a' && process.id != 'b' && process.id != 'c'", place: "pack.yaml"),
    Case(
      name: .expressionDepth, bound: 3, files: ["p.yaml": record],
      expression: "((((process.id != 'a'))))", place: "pack.yaml"),
    Case(
      name: .expressionLoops, bound: 1, files: ["p.yaml": record],
      expression: "[1].all(x, [1].all(y, x == y)) && process.id != ''", place: "pack.yaml"),
    Case(
      name: .costPerEvaluation, bound: 5, files: ["p.yaml": record],
      expression: "[1, 2, 3, 4, 5, 6, 7, 8, 9].all(x, x > 0) && process.id != ''", place: "p.yaml"),
    Case(
      name: .costPerRun, bound: 5, files: ["p.yaml": record],
      expression: "[1, 2, 3, 4, 5, 6, 7, 8, 9].all(x, x > 0) && process.id != ''", place: nil),
    Case(
      name: .findings, bound: 1, files: ["p.yaml": two], expression: "process.id == ''", place: nil),
  ]
  /// Limits that shorten what is shown, or make a finding, and those tested beside their readers.
  private static let others: Set<LimitName> = [
    .messageLength, .excerptLength, .identifierBytes, .workbookBytes, .workbookParts,
    .compressionRatio,
  ]

  private static func run(_ item: Case, limited: Bool) throws -> Spawn.Outcome {
    let scratch = try Scratch()
    for (name, text) in Translation.probe(for: "", echoes: false) {
      let filled = text.replacingOccurrences(
        of: Translation.harmlessRequirement, with: "require: \"\(item.expression)\"")
      try scratch.write(filled, to: "probe/" + name)
    }
    for (name, text) in item.files { try scratch.write(text, to: "org/" + name) }
    return try Spawn.run(
      Spawn.tool,
      ["check", "org", "--pack", "probe", "--as-of", "2024-06-01", "--jobs", "1"]
        + (limited ? ["--limit", "\(item.name.rawValue)=\(item.bound)"] : []),
      in: scratch.path)
  }

  @Test(arguments: cases)
  func aLimitIsNamedWhereItIsMet(_ item: Case) throws {
    let free = try Self.run(item, limited: false)
    #expect(free.status < 2, "\(String(decoding: free.output, as: UTF8.self))")
    let met = try Self.run(item, limited: true)
    let text = String(decoding: met.output, as: UTF8.self)
    #expect(met.status == 2, "\(text)")
    #expect(text.contains("--limit " + item.name.rawValue + "="), "\(text)")
    if let place = item.place, !place.isEmpty {
      #expect(Judge.locates(place, in: met), "\(text)")
    }
  }

  /// What can be counted and placed ends somewhere: a limit beyond it is refused, not obeyed until
  /// the process ends.
  @Test(arguments: LimitName.allCases)
  func everyLimitHasACeiling(_ name: LimitName) throws {
    #expect(Limits()[name] <= name.ceiling)
    let scratch = try Scratch()
    for (file, text) in Translation.probe(for: "", echoes: false) {
      try scratch.write(text, to: "probe/" + file)
    }
    try scratch.write(Self.record, to: "org/p.yaml")
    func check(_ value: Int) throws -> Spawn.Outcome {
      try Spawn.run(
        Spawn.tool,
        [
          "check", "org", "--pack", "probe", "--as-of", "2024-06-01", "--limit",
          "\(name.rawValue)=\(value)",
        ], in: scratch.path)
    }
    let most = try check(name.ceiling)
    #expect(most.status < 2, "\(String(decoding: most.output, as: UTF8.self))")
    for beyond in [name.ceiling + 1, Int.max] {
      let refused = try check(beyond)
      let text = String(decoding: refused.output, as: UTF8.self)
      #expect(refused.status == 2)
      #expect(
        text.contains("--limit: \(name.rawValue) cannot be more than \(name.ceiling)"), "\(text)")
      #expect(text.contains("remedy"), "\(text)")
    }
  }

  /// The table of the documentation states each default and each ceiling.
  @Test func theDocumentationStatesThem() throws {
    let text = try String(contentsOfFile: Repository.root + "/docs/security.md", encoding: .utf8)
    func grouped(_ number: Int) -> String {
      var digits = String(number)
      var groups: [String] = []
      while digits.count > 3 {
        groups.insert(String(digits.suffix(3)), at: 0)
        digits.removeLast(3)
      }
      return ([digits] + groups).joined(separator: ",")
    }
    for name in LimitName.allCases {
      let row = "| `\(name.rawValue)` | \(grouped(Limits()[name])) | \(grouped(name.ceiling)) | "
      #expect(text.contains(row), "docs/security.md lacks: \(row)")
    }
  }

  /// Places in the texts of an evaluation are numbers of 32 bits, and those of a run too.
  @Test func ceilingsKeepPlacesInTheirNumbers() {
    // A unit of cost makes ten bytes, and one operation is metered after it was done.
    #expect(LimitName.costPerEvaluation.ceiling * 20 < Int(UInt32.max))
    // The texts of the files, and as much again of derived fields.
    #expect(LimitName.runBytes.ceiling <= Int(UInt32.max) / 2 + 1)
    for name in [LimitName.recordFileBytes, .workbookBytes, .expandedBytesPerFile, .nodesPerFile] {
      #expect(name.ceiling < Int(Int32.max))
    }
  }

  /// Texts of derived fields are as bounded as those of files.
  @Test func derivedTextsHaveTheirRoom() throws {
    let scratch = try Scratch()
    let long = String(repeating: "x", count: 8_000)
    for (name, text) in Translation.probe(for: "", echoes: false) {
      let filled = text.replacingOccurrences(
        of: "    plural: processes\n",
        with: "    plural: processes\n    derived:\n"
          + "      long: { type: string, value: \"'\(long)' + process.id\" }\n")
      try scratch.write(filled, to: "probe/" + name)
    }
    let records = (1...40).map { "  - { id: P-\($0), title: t, owner: o }\n" }.joined()
    try scratch.write("processes:\n" + records, to: "org/p.yaml")
    func check(_ more: [String]) throws -> (status: Int32, text: String) {
      let outcome = try Spawn.run(
        Spawn.tool, ["check", "org", "--pack", "probe", "--as-of", "2024-06-01"] + more,
        in: scratch.path)
      return (outcome.status, String(decoding: outcome.output, as: UTF8.self))
    }
    #expect(try check([]).status < 2)
    let met = try check(["--limit", "run-bytes=100000"])
    #expect(met.status == 2, "\(met.text)")
    #expect(met.text.contains("bytes of the texts of derived fields"), "\(met.text)")
    #expect(met.text.contains("p.yaml:"), "\(met.text)")
  }

  @Test func everyLimitHasACase() {
    let tested = Set(Self.cases.map(\.name)).union(Self.others)
    let missing = LimitName.allCases.filter { !tested.contains($0) }.map(\.rawValue)
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test(arguments: [LimitName.workbookBytes, .workbookParts])
  func aWorkbookHasItsLimits(_ name: LimitName) throws {
    let scratch = try Scratch()
    for (name, text) in Translation.probe(for: "", echoes: false) {
      try scratch.write(text, to: "probe/" + name)
    }
    let example = Repository.root + "/Examples/registres-excel/registres/audits-internes.xlsx"
    let bytes = try #require(FileManager.default.contents(atPath: example))
    try scratch.write(bytes, to: "org/p.xlsx")
    try scratch.write(
      "sources: [{ files: p.xlsx, type: process }]\n", to: "org/clauselint.yaml")
    func run(_ more: [String]) throws -> String {
      let outcome = try Spawn.run(
        Spawn.tool, ["check", "org", "--pack", "probe", "--as-of", "2024-06-01"] + more,
        in: scratch.path)
      return String(decoding: outcome.output, as: UTF8.self)
    }
    #expect(try !run([]).contains("--limit"))
    let text = try run(["--limit", "\(name.rawValue)=2"])
    #expect(text.contains("--limit \(name.rawValue)="), "\(text)")
    #expect(text.contains("p.xlsx"), "\(text)")
  }

  /// The message of the only finding, with these limits.
  private static func message(_ limits: [String]) throws -> String {
    let scratch = try Scratch()
    for (name, text) in Translation.probe(for: "", echoes: true) {
      try scratch.write(text, to: "probe/" + name)
    }
    let long = String(repeating: "é", count: 5_000)
    try scratch.write("type: process\nid: P-1\ntitle: \(long)\nowner: o\n", to: "org/p.yaml")
    let outcome = try Spawn.run(
      Spawn.tool,
      ["check", "org", "--pack", "probe", "--as-of", "2024-06-01", "--format", "json"]
        + limits.flatMap { ["--limit", $0] }, in: scratch.path)
    let result = try #require(
      JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let findings = try #require(result["findings"] as? [[String: Any]])
    return try #require(findings.first?["message"] as? String)
  }

  @Test func valuesAndMessagesAreCut() throws {
    let usual = try Self.message([])
    #expect(usual.hasPrefix("title is ééé") && usual.hasSuffix("é…, owner is o"))
    #expect(usual.unicodeScalars.count == "title is ".count + 200 + "…, owner is o".count)
    let short = try Self.message(["excerpt-length=3"])
    #expect(short == "title is ééé…, owner is o")
    let cut = try Self.message(["message-length=11"])
    #expect(cut == "title is éé……" || cut == "title is éé…")
    let longer = try Self.message(["message-length=3000", "excerpt-length=2000"])
    #expect(longer.unicodeScalars.count > 2_000)
  }

  @Test func anIdHasItsLength() throws {
    let item = Case(
      name: .identifierBytes, bound: 10,
      files: ["p.yaml": "type: process\nid: P-1234567890\ntitle: t\nowner: o\n"])
    #expect(try Self.run(item, limited: false).status == 0)
    let met = try Self.run(item, limited: true)
    let text = String(decoding: met.output, as: UTF8.self)
    #expect(met.status == 1 && text.contains("too long") && text.contains("p.yaml:2:5"), "\(text)")
  }

  /// Three loops over all records: what a static look allows, the meter stops.
  @Test func costOverManyRecordsIsMetered() throws {
    let records = (1...2_000).map { "  - { id: P-\($0), title: t, owner: o }\n" }.joined()
    let item = Case(
      name: .costPerEvaluation, bound: 1_000_000, files: ["p.yaml": "processes:\n" + records],
      expression:
        "processes.all(a, processes.all(b, processes.all(c, a.id + b.id + c.id != 'x')))")
    let met = try Self.run(item, limited: false)
    let text = String(decoding: met.output.prefix(500), as: UTF8.self)
    #expect(met.status == 2, "\(text)")
    #expect(!met.hung)
  }
}
