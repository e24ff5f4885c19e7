import Foundation
import Testing

/// Ways of not checking something, by a slip or on purpose, beside one known defect: each is an
/// error, leaves the defect a finding, or is said in the text and in the data.
@Suite struct SilentGreenTests {
  /// A slip in an organisation.
  struct Slip: Sendable, CustomTestStringConvertible {
    var name: String
    var files: [String: String]
    var arguments: [String] = []
    /// What a run with exit status 0 has to say.
    var text: String?
    var json: String?

    var testDescription: String { name }
  }

  // MARK: The organisations

  private static let pack = """
    pack: own
    version: 1.0.0
    status: draft
    parameters:
      review: { type: period, default: P1Y }
    ---
    standard: iso9001:2015
    name: ISO 9001
    discipline: quality
    exclusions: allowed
    clauses:
      "7": { title: Support }
      "7.4": { title: Communication }
      "7.5": { title: Documents }
    ---
    standard: iso14001:2015
    name: ISO 14001
    discipline: environment
    exclusions: allowed
    clauses:
      "7": { title: Support }
    ---
    types:
      sheet:
        plural: sheets
        title: Sheet
        fields: { code: string, owner: string, reviewed_on: date, state: "enum{open, done}" }
    ---
    rules:
      - id: sheet-owned
        title: A sheet has an owner
        for: sheet
        where: sheet.?code.orValue("") != "A-9"
        require: { present: [owner] }
        severity: minor
        basis: own
        clauses: [iso9001:2015/7.5]
        message: "{sheet.code} has no owner"
        tests:
          - given: { sheet: { code: A } }
            finds: [owner]

    """

  /// Every key a source can have.
  private static let configuration = """
    packs: [./pack]
    standards: [iso9001:2015]
    languages: [en]
    time_zone: UTC
    parameters: { review: P2Y }
    exclude: [old]
    sources:
      - files: registers/list.csv
        type: sheet
        header_row: 1
        skip_rows: 0
        delimiter: ","
        encoding: utf-8
        read: rows
        fields: { owner: Keeper }
        values: { state: { Yup: done } }
        constants: { reviewed_on: 2026-01-01 }
        default: { state: open }
        dates: iso
        split_cells: false
        refer_by_title: false

    """

  private static let list = "id,code,Keeper,state\nS-1,A-1,,Yup\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n"

  /// An organisation whose register a source names.
  private static let declared = [
    "clauselint.yaml": configuration, "pack/pack.yaml": pack, "registers/list.csv": list,
    "old/x.yaml": "a: 1\n", "README.md": "# Sheets\n", "empty.yaml": "",
  ]

  private static let plain = "packs: [./pack]\nstandards: [iso9001:2015]\n"
  private static let sheets = "sheets:\n  - { id: S-1, code: A-1 }\n"
  private static let other = "sheets: [{ id: S-2, code: A-2, owner: Sara }]\n"
  private static let pointer =
    "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"

  /// An organisation read by the conventions alone.
  private static let conventional = [
    "clauselint.yaml": plain, "pack/pack.yaml": pack, "sheets.yaml": sheets, "more.yaml": other,
  ]

  private static func run(
    _ slip: Slip, _ more: String...
  ) throws -> Tool.Outcome {
    let folder = try Folder(slip.files)
    // Without a configuration the shipped packs count.
    try folder.write(Data(pack.utf8), to: ".shipped/own/pack.yaml")
    let date = slip.arguments.contains("--as-of") ? [] : ["--as-of", "2026-01-15"]
    return try Tool.run(
      ["check"] + date + slip.arguments + more, in: folder.path,
      environment: ["CLAUSELINT_PACKS": folder.path + "/.shipped"])
  }

  private func isNotSilent(_ slip: Slip) throws {
    let run = try Self.run(slip)
    #expect((0...2).contains(run.status))
    if run.status == 2 { #expect(!run.errors.isEmpty, "\(slip.name) does not say why") }
    guard run.status == 0 else { return }
    let text = try #require(slip.text, "\(slip.name) is green\n\(run.output)")
    #expect(run.output.contains(text), "\(slip.name)\n\(run.output)")
    let json = try Self.run(slip, "--format", "json").output
    #expect(json.contains(slip.json ?? text), "\(slip.name)\n\(json)")
  }

  @Test func theDefectIsFound() throws {
    for files in [Self.declared, Self.conventional] {
      let run = try Self.run(Slip(name: "none", files: files))
      #expect(run.status == 1, "\(run.output)\(run.errors)")
      #expect(run.output.contains("A-1 has no owner"))
    }
  }

  // MARK: The configuration

  /// Every key with its last letter but one left out.
  static let keys: [Slip] = configuration.split(separator: "\n").compactMap { line in
    guard let key = line.firstMatch(of: /^[ -]*[a-z_]+:/)?.output else { return nil }
    let slip = key.dropLast(3) + key.suffix(2)
    return Slip(
      name: String(key),
      files: with("clauselint.yaml", configuration.replacing(key, with: slip, maxReplacements: 1)))
  }

  private static func with(_ path: String, _ text: String) -> [String: String] {
    declared.merging([path: text]) { $1 }
  }

  private static func without(
    _ path: String, of files: [String: String], but more: [String: String] = [:]
  ) -> [String: String] {
    files.filter { $0.key != path }.merging(more) { $1 }
  }

  /// What stands in the configuration, what is written instead, and what is said.
  private static let values: [(String, String, String?, String?)] = [
    ("./pack]", "./pak]", nil, nil),
    ("packs: [./pack]", "packs: []", nil, nil),
    ("iso9001:2015]", "iso9001:2016]", nil, nil),
    ("[iso9001:2015]", "[iso14001:2015]", "1 out of scope", "\"rules_out_of_scope\": 1"),
    ("[iso9001:2015]", "[]", "standards-none", "standards-none"),
    ("[en]", "[fren]", nil, nil),
    ("UTC", "UTT", nil, nil),
    ("languages", "organization: nobody\nlanguages", nil, nil),
    ("{ review:", "{ reviev:", nil, nil),
    ("P2Y", "P2Q", nil, nil),
    ("[old]", "[olds]", nil, nil),
    ("[old]", "[../old]", nil, nil),
    ("[old]", "[old, registers/list.csv]", nil, nil),
    ("[old]", "[\"**\"]", nil, nil),
    ("[old]", "old", "files-excluded", "files-excluded"),
    ("list.csv", "lits.csv", nil, nil),
    ("list.csv", "List.csv", nil, nil),
    ("type: sheet", "type: shet", nil, nil),
    ("header_row: 1", "header_row: 9", nil, nil),
    ("header_row: 1", "header_row: 2", nil, nil),
    ("header_row: 1", "header_row: one", nil, nil),
    ("skip_rows: 0", "skip_rows: 1", "skip", "skip"),
    ("skip_rows: 0", "skip_rows: 30", nil, nil),
    ("\",\"", "\";\"", nil, nil),
    ("\",\"", "\",,\"", nil, nil),
    ("utf-8", "utf8x", nil, nil),
    ("read: rows", "read: rowz", nil, nil),
    ("read: rows", "read: table", nil, nil),
    ("read: rows", "sheet: Absent", nil, nil),
    ("read: rows", "under: Absent", nil, nil),
    ("Keeper }", "Keper }", nil, nil),
    ("{ owner:", "{ ownr:", nil, nil),
    ("{ state: { Yup", "{ stat: { Yup", nil, nil),
    ("Yup: done", "Yup: doen", nil, nil),
    ("Yup: done", "Yupp: done", nil, nil),
    ("{ reviewed_on:", "{ reviewd_on:", nil, nil),
    ("2026-01-01", "2026-13-01", nil, nil),
    ("default: { state", "default: { stat", nil, nil),
    ("state: open }", "state: opne }", nil, nil),
    ("dates: iso", "dates: dmy", nil, nil),
    ("split_cells: false", "split_cells: maybe", nil, nil),
    ("refer_by_title: false", "refer_by_title: maybe", nil, nil),
    ("standards:", "---\nstandards:", nil, nil),
    ("languages:", "standards: [iso9001:2015]\nlanguages:", nil, nil),
  ]

  static let configured: [Slip] = values.map { written, slip, text, json in
    Slip(
      name: "\(written) -> \(slip)",
      files: with("clauselint.yaml", configuration.replacing(written, with: slip)),
      text: text, json: json)
  }

  /// Files that stand in for the configuration, or do not.
  static let configurations: [Slip] =
    ["", "- packs\n", "packs: [./pack]\nsources: []\n", "\u{0}"].map {
      Slip(name: "configuration \($0)", files: with("clauselint.yaml", $0))
    }
    + ["clauselint.yml", ".clauselint.yaml", "Clauselint.yaml", "sub/clauselint.yaml"].flatMap {
      [
        Slip(
          name: $0, files: without("clauselint.yaml", of: declared, but: [$0: configuration])),
        Slip(
          name: "\($0), by conventions",
          files: without("clauselint.yaml", of: conventional, but: [$0: plain])),
      ]
    }

  @Test(arguments: keys + configured + configurations)
  func aSlipInTheConfigurationIsNotSilent(_ slip: Slip) throws { try isNotSilent(slip) }

  // MARK: The command line

  static let options: [Slip] = [
    ["--clause", "99"],
    ["--clause", "7.6"],
    ["--standard", "iso9001:2105"],
    ["--standard", "iso14001:2015"],
    ["--pack", "./nowhere"],
    ["--pack", "./old"],
    ["--pack", "qse-cor"],
    ["--limit", "recods=9"],
    ["--limit", "records=0"],
    ["--limit", "records=1"],
    ["--lang", "de"],
    ["--format", "txt"],
    ["--fail-on", "miner"],
    ["--baseline", "missing.yaml"],
    ["--baseline", "old/x.yaml"],
    ["--baseline", "e.yaml"],
    ["--diff", "no-such"],
    ["no-such"],
    ["README.md"],
    ["old"],
    ["--as-of", "tomorrow"],
    ["--as-of", "2026-13-01"],
    ["--config", "missing.yaml"],
    ["--config", "e.yaml"],
    ["--jobs", "0"],
    ["--path-prefix", "../x"],
    ["--baseline-strict"],
    ["--forget-absent"],
    ["--clauze", "7"],
    ["--as_of", "2026-01-15"],
    ["--exitzero"],
    ["--fail_on", "never"],
    ["--output", "none/out.txt"],
    ["--limit", "findings=0"],
    ["--all", "--format", "json"],
    ["--statistics", "--format", "concise"],
    ["--rule", "no-such-rule"],
    ["--rule", ""],
    ["--clause", ""],
    ["--standard", ""],
    ["--pack", ""],
    ["--clause", "7.5,7.4"],
    [""],
    ["registers/list.csv", "none.csv"],
  ].map { Slip(name: $0.joined(separator: " "), files: declared, arguments: $0) }

  static let said: [Slip] =
    [
      Slip(
        name: "a clause without a rule", files: declared, arguments: ["--clause", "7.4"],
        text: "clause-without-rule"),
      Slip(
        name: "another path", files: conventional, arguments: ["more.yaml"],
        text: "restricted to", json: "\"more.yaml\""),
      Slip(
        name: "nothing", files: with("registers/list.csv", "id,code,Keeper,state\n"),
        arguments: ["--allow-empty"], text: "nothing was assessed", json: "\"records\": 0"),
    ]
    + [["--fail-on", "never"], ["--fail-on", "major"], ["--exit-zero"]].map {
      Slip(
        name: $0.joined(separator: " "), files: declared, arguments: $0, text: "A-1 has no owner")
    }

  @Test(arguments: options + said)
  func aSlipOnTheCommandLineIsNotSilent(_ slip: Slip) throws { try isNotSilent(slip) }

  // MARK: The register

  /// Contents of the register, and what is said where they give no finding.
  private static let contents: [(String, String, String?)] = [
    ("empty file", "", nil),
    ("headings only", "id,code,Keeper,state\n", nil),
    ("blank rows", "id,code,Keeper,state\n,,,\n,,,\n", nil),
    ("total row", "id,code,Keeper,state\nTotal,A-1,,\nS-2,A-2,Sara,\n", "table-total-rows"),
    ("note row", "id,code,Keeper,state\nNote : A-1,,,\nS-2,A-2,Sara,\n", "table-section-rows"),
    (
      "section row", "id,code,Keeper,state\nA-1,,,\nS-2,A-2,Sara,\nS-3,A-2,Sara,\n",
      "table-section-rows"
    ),
    (
      "heading Keeper misspelt",
      "id,code,Keper,state\nS-1,A-1,,Yup\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n", nil
    ),
    (
      "heading id misspelt",
      "ide,code,Keeper,state\nS-1,A-1,,Yup\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n", nil
    ),
    (
      "heading code misspelt",
      "id,cdoe,Keeper,state\nS-1,A-1,,Yup\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n", nil
    ),
    (
      "heading owner twice", "id,code,Keeper,owner\nS-1,A-1,,Yup\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n",
      nil
    ),
    (
      "extra value", "id,code,Keeper,state\nS-1,A-1,,Yup,more\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n",
      nil
    ),
    ("stray quote", "id,code,Keeper,state\nS-1,\"A-1,,Yup\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n", nil),
    (
      "owner placeholder",
      "id,code,Keeper,state\nS-1,A-1,TBD,Yup\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n", nil
    ),
    ("owner dash", "id,code,Keeper,state\nS-1,A-1,-,Yup\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n", nil),
    (
      "owner bracket", "id,code,Keeper,state\nS-1,A-1,[Name],Yup\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n",
      nil
    ),
    ("owner x", "id,code,Keeper,state\nS-1,A-1,???,Yup\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n", nil),
    (
      "owner invisible",
      "id,code,Keeper,state\nS-1,A-1,\u{200B},Yup\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n", nil
    ),
    (
      "owner nbsp", "id,code,Keeper,state\nS-1,A-1,\u{A0},Yup\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n",
      nil
    ),
    (
      "state unknown", "id,code,Keeper,state\nS-1,A-1,Sara,Nope\nS-2,A-2,Sara,\nS-3,A-3,Rim,Yup\n",
      nil
    ),
    ("html", "<html><body>login</body></html>\n", nil),
  ]

  static let registers: [Slip] =
    contents.map { Slip(name: $0, files: with("registers/list.csv", $1), text: $2) }
    + [Slip(name: "a pointer", files: with("registers/list.csv", pointer))]
    + [
      "registers/list.txt", "registers/list.csv.bak", "registers/.list.csv", "registers/list.xls",
      "list.csv", "registers/LIST.csv",
    ].map {
      Slip(name: $0, files: without("registers/list.csv", of: declared, but: [$0: list]))
    }

  @Test(arguments: registers)
  func aSlipInTheRegisterIsNotSilent(_ slip: Slip) throws { try isNotSilent(slip) }

  // MARK: Files

  /// Files instead of the one with the defect, and what is said where they give no finding.
  private static let renamed: [(String, String, String?, String?)] = [
    ("sheets.txt", sheets, "sheets.txt", nil), ("sheets.yaml.bak", sheets, "sheets.yaml.bak", nil),
    ("sheets.ods", sheets, "sheets.ods", nil), ("sheets.xls", sheets, "sheets.xls", nil),
    ("sheets.docx", sheets, "sheets.docx", nil), ("sheets.pdf", sheets, "sheets.pdf", nil),
    ("sheets.numbers", sheets, "sheets.numbers", nil),
    ("sheets.yaml~", sheets, "sheets.yaml~", nil),
    ("~$sheets.xlsx", "x", "files-locks", nil), ("template-sheets.yaml", sheets, nil, nil),
    ("sheets.yaml", "", "sheets.yaml", nil), ("sheets.yaml", "# sheets\n", "sheets.yaml", nil),
    ("sheets.yaml", "sheets: []\n", "sheets.yaml", nil),
    ("sheets.yaml", "sheets:\n", "sheets.yaml", nil),
    ("sheets.yaml", "sheets: none\n", nil, nil), ("sheets.yaml", pointer, nil, nil),
    ("sheets.yaml", "sheets:\n  - { id: S-1, code: [\n", nil, nil),
    ("sheets.yaml", "sheets:\n  - { id: S-1, code: A-9, ownr: Sara }\n", "unknown-key", nil),
    ("list.yaml", "sheats:\n  - { id: S-1, code: A-1 }\n", nil, nil),
    ("list.yaml", "SHEETS:\n  - { id: S-1, code: A-1 }\n", nil, nil),
    ("list.yaml", "sheet:\n  - { id: S-1, code: A-1 }\n", "list.yaml", nil),
    ("list.yaml", "x-sheets:\n  - { id: S-1, code: A-1 }\n", "list.yaml", nil),
    ("list.yaml", "data:\n  sheets:\n    - { id: S-1, code: A-1 }\n", "list.yaml", nil),
    ("list.yaml", "type: shet\nid: S-1\ncode: A-1\n", nil, nil),
    ("list.yaml", "typ: sheet\nid: S-1\ncode: A-1\n", nil, nil),
    ("list.yaml", "sheets:\n  - { id: S-1, code: [\n", nil, nil),
    ("list.csv", pointer, nil, nil), ("a.md", pointer, nil, nil), ("a.json", pointer, nil, nil),
    ("more.yaml", other + "---\nsheats: [{ id: S-1, code: A-1 }]\n", nil, nil),
    ("more.yaml", other + "---\nx: [{ id: S-1, code: A-1 }]\n", "document-passed-over", nil),
    ("more.yaml", other + "...\nsheets: [{ id: S-1, code: A-1 }]\n", nil, nil),
    ("list.csv", "id,code\nS-1,A-1\n", "list.csv", nil),
    ("template-sheets.csv", "id,code,owner\n[id],[code],[owner]\n", "template-sheets.csv", nil),
    ("a.md", "---\ntype: shet\nid: S-1\ncode: A-1\n---\n# x\n", nil, nil),
    ("sheets/a.md", "# x\n\ncode: A-1\n", "sheets/a.md", nil),
    ("sheets/a.md", "\n\n---\ntype: sheet\nid: S-1\ncode: A-1\n---\n# x\n", "sheets/a.md", nil),
    (
      "list.jsonl",
      "{\"type\":\"sheet\",\"id\":\"S-2\",\"owner\":\"S\"}\n{\"typ\":\"sheet\",\"id\":\"S-1\"}\n",
      nil, nil
    ),
    ("sub/sheets.yaml", sheets, "organization-below", nil),
  ]

  static let files: [Slip] =
    renamed.map { path, text, said, json in
      var files = without("sheets.yaml", of: conventional, but: [path: text])
      if path == "sub/sheets.yaml" { files["sub/clauselint.yaml"] = plain }
      return Slip(name: "\(path): \(text)", files: files, text: said, json: json)
    }
    + ["[sheets.yaml]", "[\"s*\"]", "[\"**/sheets.*\"]"].map {
      Slip(
        name: "exclude \($0)",
        files: without(
          "clauselint.yaml", of: conventional, but: ["clauselint.yaml": plain + "exclude: \($0)\n"]),
        text: "files-excluded")
    }
    + ["sheets.yaml\n", "s*\n", "*.yaml\n!more.yaml\n"].map {
      Slip(
        name: "ignored by \($0)",
        files: without("", of: conventional, but: [".gitignore": $0]), text: "files-ignored")
    }

  @Test(arguments: files)
  func aSlipInAFileIsNotSilent(_ slip: Slip) throws { try isNotSilent(slip) }

  // MARK: Packs

  /// What stands in the pack, and what is written instead.
  private static let words: [(String, String)] = [
    ("rules:", "ruels:"),
    ("types:", "typs:"),
    ("standard: iso9001", "standrad: iso9001"),
    ("require:", "requir:"),
    ("for:", "fro:"),
    ("for: sheet", "for: shet"),
    ("severity: minor", "severity: miner"),
    ("severity:", "severty:"),
    ("iso9001:2015/7.5]", "iso9001:2015/7.6]"),
    ("basis: own", "basis: ownn"),
    ("where:", "wehre:"),
    ("tests:", "test:"),
    ("present: [owner]", "present: [ownr]"),
    ("present:", "presnt:"),
    ("clauses: [iso", "clause: [iso"),
    ("sheet.?code", "sheet.?cdoe"),
    ("status: draft", "status: draf"),
    ("version: 1.0.0", "vers: 1.0.0"),
    ("plural: sheets", "plurals: sheets"),
    ("fields: {", "feilds: {"),
    ("parameters:", "paramters:"),
    ("pack: own", "pck: own"),
    ("discipline: quality", "disciplin: quality"),
    ("- id: sheet-owned", "- di: sheet-owned"),
    ("exclusions: allowed", "exclusions: alowed"),
    ("message:", "mesage:"),
    ("enum{open, done}", "enum{open; done}"),
    ("type: period", "type: priod"),
    ("default: P1Y", "defalt: P1Y"),
    ("\"7.5\":", "\"7.55\":"),
    ("given:", "givn:"),
  ]

  static let packs: [Slip] =
    words.map { written, slip in
      Slip(
        name: "\(written) -> \(slip)",
        files: with("pack/pack.yaml", pack.replacing(written, with: slip, maxReplacements: 1)))
    }
    + [
      Slip(
        name: "the pack renamed",
        files: without("pack/pack.yaml", of: declared, but: ["pack/pack.yaml.bak": pack]))
    ]
    + split.map { name, text in
      var files = with("pack/pack.yaml", types)
      files["pack/" + name] = text
      return Slip(
        name: "rules in \(name)", files: files, text: "which proves nothing: 0 rules",
        json: "\"rules\": 0")
    }

  /// The pack without its rules, and its rules.
  private static let types = pack.components(separatedBy: "---\nrules:")[0]
  private static let rules = "rules:" + pack.components(separatedBy: "---\nrules:")[1]

  private static let split = [
    ("rules.yaml.off", rules), (".rules.yaml", rules), ("rules.yaml", "rules: []\n"),
    ("rules.yaml", "# " + rules.replacing("\n", with: "\n# ") + "\n"), ("rules.txt", rules),
    ("rules.yaml", ""), ("rules.yaml", pointer),
  ]

  @Test(arguments: packs)
  func aSlipInAPackIsNotSilent(_ slip: Slip) throws { try isNotSilent(slip) }
}
