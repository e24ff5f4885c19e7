import Foundation
import Testing

/// Filters and names that match nothing, and what a run was restricted to: never green in silence.
@Suite struct ScopeTests {
  /// A filter on the command line with what is said of it.
  static let filters: [([String], String)] = [
    (["--clause", "99"], "`99` is not a clause"), (["--clause", "7.6"], "Did you mean `7.5`?"),
    (["--clause", "leadership"], "`leadership` is not a clause"),
    (["--clause", "iso9001:2015/7.55"], "Did you mean `iso9001:2015/7.5`?"),
    (["--standard", "iso9001:2105"], "Did you mean `iso9001:2015`?"),
    (["--standard", "iso45001:2018"], "`iso45001:2018` is not a standard"),
    (["--pack", "qse-cor"], "Did you mean `qse-core`?"),
    (["--pack", "./no-such-pack"], "no-such-pack"),
    (["--limit", "recods=9"], "Did you mean `records`?"), (["--limit", "records"], "NAME=NUMBER"),
    (["--lang", "de"], "de"), (["--format", "txt"], "txt"), (["--fail-on", "miner"], "miner"),
    (["--config", "missing.yaml"], "missing.yaml"),
    (["--baseline", "missing.yaml"], "missing.yaml"),
    (["no-such-folder"], "no-such-folder"),
  ]

  @Test(arguments: filters) func aFilterThatMatchesNothingIsAnError(
    _ arguments: [String], _ words: String
  ) throws {
    let folder = try Sample.folder(Sample.clean)
    let run = try Tool.run(["check", "--as-of", "2026-01-15"] + arguments, in: folder.path)
    #expect(run.status == 2)
    #expect((run.output + run.errors).contains(words), "\(run.output)\(run.errors)")
    #expect(!run.errors.isEmpty)
  }

  /// A configuration with a slip, and what is said of it.
  static let configurations: [(String, String)] = [
    ("time_zone: Africa/Casablnca", "Did you mean `Africa/Casablanca`?"),
    ("time_zone: Mars/Olympus", "`Mars/Olympus` is not a time zone"),
    ("time_zone: ../../etc/passwd", "is not a time zone"),
    ("parameters: [review]", "is a mapping of names"),
    ("parameters: review", "is a mapping of names"),
    ("parameters: { reviw: P1Y }", "reviw"), ("parameters: { review: [P1Y] }", "has one value"),
    ("parameters: { review: ~ }", "has one value"),
    ("parameters: { review: yearly }", "`yearly` cannot be read as period"),
    ("languages: [fr, de]", "`de`"), ("organization: nobody", "`nobody`"),
    ("standads: []", "Did you mean `standards`?"), ("standards: [iso9001]", "`iso9001`"),
  ]

  @Test(arguments: configurations) func aSlipInTheConfigurationIsAnError(
    _ line: String, _ words: String
  ) throws {
    let standards = line.hasPrefix("standards:") ? "" : "standards: [iso9001:2015]\n"
    let folder = try Folder([
      "clauselint.yaml": "packs: [./pack]\n" + standards + line + "\n",
      "pack/pack.yaml": Sample.pack.replacingOccurrences(
        of: "status: draft\n",
        with: "status: draft\nparameters:\n  review: { type: period, default: P1Y }\n"),
      "sheets.yaml": Sample.clean,
    ])
    let run = try folder.run("check", "--lang", "en", "--as-of", "2026-01-15")
    #expect(run.status == 2)
    #expect(run.output.contains(words), "\(run.output)")
    #expect(run.output.contains("incomplete"))
    #expect(!run.errors.isEmpty)
  }

  @Test func aStandardThatTheConfigurationLeavesOutCannotBeAskedFor() throws {
    let folder = try Folder([
      "clauselint.yaml": "packs: [qse-core, iso9001-2015]\nstandards: []\n",
      "persons.yaml": "persons: [{ id: p, full_name: A, managerial: false }]\n",
    ])
    let run = try folder.run("check", "--as-of", "2026-01-15", "--standard", "iso9001:2015")
    #expect(run.status == 2)
    #expect(run.output.contains("not among the standards of clauselint.yaml"))
  }

  @Test func aParentClauseSelectsTheClausesBelowIt() throws {
    let folder = try Sample.folder(Sample.unowned)
    let all = try folder.run("check", "--as-of", "2026-01-15")
    #expect(all.output.contains("sheet-owned"))
    let parent = try folder.run("check", "--as-of", "2026-01-15", "--clause", "7")
    #expect(parent.status == 1)
    #expect(parent.output.contains("sheet-owned"))
    #expect(parent.output.contains("restricted to the clauses iso9001:2015/7.5"))
    let json = try folder.run(
      "check", "--as-of", "2026-01-15", "--clause", "7", "--format", "json", "sheets.yaml")
    let result = try #require(JSONSerialization.jsonObject(with: json.bytes) as? [String: Any])
    let restriction = try #require(result["restriction"] as? [String: [String]])
    #expect(
      restriction == [
        "standards": [], "clauses": ["iso9001:2015/7.5"], "rules": [], "paths": ["sheets.yaml"],
      ])
  }

  @Test func aClauseWithoutARuleIsSaid() throws {
    let pack = Sample.pack.replacingOccurrences(
      of: "\"7.5\": {", with: "\"7.4\": { title: T }\n  \"7.5\": {")
    let folder = try Sample.folder(Sample.clean, more: ["pack/pack.yaml": pack])
    let run = try folder.run("check", "--as-of", "2026-01-15", "--clause", "7.4")
    #expect(run.output.contains("no rule of the loaded packs is about iso9001:2015/7.4"))
  }

  /// What is wrong with records themselves is no question of a standard.
  @Test(arguments: ["packs: [qse-core]\n", "packs: [qse-core, iso9001-2015]\nstandards: []\n"])
  func builtInChecksRunWithoutAStandard(_ configuration: String) throws {
    let folder = try Folder([
      "clauselint.yaml": configuration,
      "persons.yaml": """
      persons:
        - { id: p1, full_name: Amina, hired_on: 31/02/2024, nonsense: 1 }
        - { id: p1, full_name: Brahim, manager: nobody-here }
      """,
    ])
    let run = try folder.run("check", "--as-of", "2026-01-15")
    #expect(run.status == 1)
    for rule in ["field-type", "unknown-key", "id-duplicate", "ref-unresolved"] {
      #expect(run.output.contains("  \(rule)  "), "\(rule)")
    }
    #expect(run.output.contains("standards-none"))
    #expect(run.output.contains(" out of scope"))
    let json = try folder.run("check", "--as-of", "2026-01-15", "--format", "json")
    let result = try #require(JSONSerialization.jsonObject(with: json.bytes) as? [String: Any])
    let summary = try #require(result["summary"] as? [String: Int])
    #expect(try #require(summary["rules_out_of_scope"]) > 100)
  }

  // MARK: Own packs, drafts, parameters

  private static let draft: [String: String] = [
    "clauselint.yaml":
      "packs: [./pack, ./own]\nstandards: [iso9001:2015]\nparameters: { review: P500Y }\n",
    "pack/pack.yaml": Sample.pack.replacingOccurrences(
      of: "status: draft\n",
      with: "status: draft\nparameters:\n  review: { type: period, default: P1Y }\n"),
    "own/own.yaml":
      "pack: mine\nversion: 2.0.0\nstatus: draft\n---\nholidays: [2026-01-11, 2026-05-01]\n",
    "own/sheets.yaml": "sheets: [{ id: S-8, code: A-8 }, { id: S-9, code: A-9 }]\n",
    "sheets.yaml": Sample.clean,
  ]

  /// All formats that show a run say which packs are own ones, what they hold and what was
  /// changed; a draft proves nothing.
  @Test func ownPacksAndChangedParametersStandInEveryReport() throws {
    let folder = try Folder(Self.draft)
    let formats = [
      ["check"], ["check", "--format", "json"], ["check", "--format", "sarif"],
      ["check", "--format", "sarif-github"], ["check", "--format", "junit"],
      ["check", "--format", "gitlab"], ["check", "--format", "github"],
      ["check", "--format", "github-summary"], ["check", "--format", "rdjsonl"],
      ["check", "--format", "checkstyle"], ["check", "--format", "csv"], ["clauses"],
      ["clauses", "--format", "json"], ["clauses", "--documents"], ["report"],
      ["report", "--format", "markdown"], ["report", "--format", "oscal-results"],
      ["report", "--format", "oscal-plan"], ["rules"],
    ]
    for format in formats {
      let run = try Tool.run(format + ["--as-of", "2026-01-15"], in: folder.path)
      #expect(run.status < 2, "\(format)")
      let text = run.output.replacingOccurrences(of: "\\", with: "")
      #expect(text.contains("mine"), "\(format)")
      #expect(text.contains("P500Y"), "\(format)")
      #expect(text.contains("2 public holidays") || text.contains("\"holidays\": 2"), "\(format)")
    }
  }

  @Test func aDraftProvesNothing() throws {
    let folder = try Folder(Self.draft)
    let run = try folder.run("check", "--as-of", "2026-01-15")
    #expect(run.output.contains("1 clause: 1 not assessed"))
    #expect(run.output.contains("parameter review: P500Y instead of P1Y"))
    #expect(
      run.output.contains(
        "own pack mine 2.0.0, a draft, which proves nothing: 0 rules, 2 reference records that no "
          + "rule checks (sheet 2), 2 public holidays"))
    // What it finds counts all the same.
    try folder.write(Data(Sample.unowned.utf8), to: "sheets.yaml")
    #expect(try folder.run("check", "--as-of", "2026-01-15").output.contains("1 nonconform"))
  }

  @Test func everyRunSaysWhatItRestsOn() throws {
    let folder = try Sample.folder(Sample.clean, more: ["README.md": "# Sheets\n"])
    let read = "1 record in 1 of 1 file"
    let ran =
      "18 rules in scope, 0 met no record, 0 out of scope · 0 undecided · 0 parameters changed"
    for (arguments, lines) in [
      (["check"], [read, ran]), (["check", "--format", "concise"], [read + " · " + ran]),
      (["clauses"], [read + " · " + ran]),
    ] {
      let run = try Tool.run(arguments + ["--as-of", "2026-01-15"], in: folder.path)
      for line in lines { #expect(run.output.contains(line), "\(arguments) \(run.output)") }
    }
    let french = try folder.run("check", "--as-of", "2026-01-15", "--lang", "fr")
    #expect(french.output.contains("1 enregistrement dans 1 fichier sur 1"))
  }

  /// An accepted finding is no finding, and is said.
  @Test func theJobSummaryNamesWhatTheBaselineAccepts() throws {
    let folder = try Sample.folder(Sample.unowned)
    _ = try folder.run("baseline", "write", "--as-of", "2026-01-15")
    let run = try folder.run(
      "check", "--as-of", "2026-01-15", "--baseline", "clauselint-baseline.yaml", "--format",
      "github-summary")
    #expect(run.status == 0)
    #expect(run.output.contains("no new findings · 1 in the baseline"))
    #expect(!run.output.contains("no findings"))
  }

  // MARK: Comparisons

  @Test func resultsOfAPartAreComparedWithTheSamePartAlone() throws {
    let folder = try Sample.folder(Sample.unowned)
    func write(_ name: String, _ arguments: String...) throws {
      let run = try Tool.run(
        ["check", "--as-of", "2026-01-15", "--format", "json"] + arguments, in: folder.path)
      try folder.write(run.bytes, to: "out/" + name)
    }
    try write("whole.json")
    try write("part.json", "--clause", "7")
    let refused = try folder.run("diff", "out/whole.json", "out/part.json")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("different parts of the system"))
    let same = try folder.run("diff", "out/part.json", "out/part.json")
    #expect(same.status == 0)
    #expect(same.output.contains("restricted to the clauses iso9001:2015/7.5"))
  }

  @Test(arguments: ["findings", "restriction", "standards", "diagnostics"])
  func resultsThatLackAPartAreRefused(_ key: String) throws {
    let folder = try Sample.folder(Sample.unowned)
    let run = try folder.run("check", "--as-of", "2026-01-15", "--format", "json")
    var result = try #require(JSONSerialization.jsonObject(with: run.bytes) as? [String: Any])
    try folder.write(run.bytes, to: "out/a.json")
    result[key] = nil
    try folder.write(JSONSerialization.data(withJSONObject: result), to: "out/b.json")
    let diff = try folder.run("diff", "out/a.json", "out/b.json")
    #expect(diff.status == 2)
    #expect(diff.errors.contains("results-form"))
  }
}
