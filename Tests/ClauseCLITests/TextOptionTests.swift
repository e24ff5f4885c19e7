import Foundation
import Testing

@testable import ClauseCLI

/// Options of `check` that decide what the text report shows, and from where paths lead.
@Suite struct TextOptionTests {
  private static func organisation() throws -> Folder {
    let records =
      "sheets:\n" + (1...8).map { "  - { id: S-\($0), code: A }\n" }.joined()
      + "  - { id: S-9, owner: Sara }\n"
    return try Folder([
      "org/clauselint.yaml": Sample.configuration, "org/pack/pack.yaml": Sample.pack,
      "org/registers/sheets.yaml": records, "org/notes/x.md": "Some words.\n", "else/x": "",
    ])
  }

  /// The text reports of the organisation for somebody who stands in `place`.
  private static func check(
    _ folder: Folder, _ arguments: [String], in place: String = ""
  ) throws -> Tool.Outcome {
    try Tool.run(
      ["check", "--as-of", "2026-01-15"] + arguments,
      in: folder.path + (place.isEmpty ? "" : "/" + place))
  }

  @Test(arguments: [
    ("org", ".", "registers/sheets.yaml:2:"), ("", "org", "org/registers/sheets.yaml:2:"),
    ("org/registers", ".", "sheets.yaml:2:"), ("org/notes", "..", "../registers/sheets.yaml:2:"),
  ])
  func pathsLeadFromWhereOneStands(_ place: String, _ target: String, _ path: String) throws {
    let folder = try Self.organisation()
    for format in ["text", "concise"] {
      let run = try Self.check(folder, [target, "--format", format], in: place)
      let lines = run.output.split(separator: "\n")
      #expect(
        lines.contains { $0.trimmingPrefix("  ").hasPrefix(path) }, "\(format): \(run.output)")
    }
  }

  @Test func elsewherePathsLeadFromTheTop() throws {
    let folder = try Self.organisation()
    let run = try Self.check(folder, ["../org"], in: "else")
    let root = try #require(realpath(folder.path, nil).map { String(cString: $0) })
    #expect(run.output.contains("\n  \(root)/org/registers/sheets.yaml:2:"), "\(run.output)")
  }

  /// Data, files and a prefix that is given have paths that do not depend on where one stands.
  @Test func otherOutputHasPathsFromTheRoot() throws {
    let folder = try Self.organisation()
    let json = try Self.check(folder, ["org", "--format", "json"])
    #expect(json.output.contains("\"file\": \"registers/sheets.yaml\""))
    _ = try Self.check(folder, ["org", "--output", "out.txt"])
    let file = try #require(folder.text("out.txt"))
    #expect(file.contains("\n  registers/sheets.yaml:2:"))
    let prefixed = try Self.check(folder, ["org", "--path-prefix", "qse"])
    #expect(prefixed.output.contains("\n  qse/registers/sheets.yaml:2:"))
  }

  @Test func allShowsWhatIsOtherwiseCounted() throws {
    let folder = try Self.organisation()
    let few = try Self.check(folder, ["org"])
    #expect(few.output.contains("and 3 more; --all shows them"))
    let all = try Self.check(folder, ["org", "--all"])
    #expect(all.output.components(separatedBy: "A has no owner").count == 9)
    #expect(few.status == all.status)
    let counted = try Self.check(folder, ["org", "--statistics"])
    #expect(counted.output.contains("  8  minor        sheet-owned"))
  }

  @Test(arguments: ["--all", "--statistics"])
  func optionsOfTheTextReportNeedOne(_ option: String) throws {
    let folder = try Self.organisation()
    let run = try Self.check(folder, ["org", option, "--format", "json"])
    #expect(run.status == 2)
    #expect(run.errors.contains("\(option) is about the text report"))
    let both = try Self.check(
      folder, ["org", option, "--format", "json", "--output", "o.json", "--format", "text"])
    #expect(both.status == 1)
  }

  // MARK: --rule

  @Test func aRuleSelectsItsFindings() throws {
    let folder = try Self.organisation()
    let run = try Self.check(folder, ["org", "--rule", "sheet-coded"])
    #expect(run.output.contains("sheet-coded") && !run.output.contains("sheet-owned"))
    #expect(run.output.contains("restricted to the rules sheet-coded"))
    // Nothing else fails the run.
    #expect(run.status == 0)
    let both = try Self.check(
      folder, ["org", "--rule", "sheet-coded", "--rule", "sheet-owned", "--format", "json"])
    #expect(both.status == 1)
    let result = try #require(JSONSerialization.jsonObject(with: both.bytes) as? [String: Any])
    let restriction = try #require(result["restriction"] as? [String: [String]])
    #expect(restriction["rules"] == ["sheet-coded", "sheet-owned"])
    #expect((result["findings"] as? [Any])?.count == 9)
  }

  @Test(arguments: [
    ("en", "Did you mean `sheet-owned`?"), ("fr", "Vouliez-vous dire `sheet-owned` ?"),
    ("ar", "هل تقصد `sheet-owned`؟"),
  ])
  func anUnknownRuleIsNoGoodNews(_ language: String, _ remedy: String) throws {
    let folder = try Self.organisation()
    let run = try Self.check(folder, ["org", "--rule", "sheet-ownd", "--lang", language])
    #expect(run.status == 2)
    #expect(run.output.contains("sheet-ownd") && run.output.contains(remedy), "\(run.output)")
  }

  /// A rule that cites only standards out of scope finds nothing.
  @Test func aRuleOutOfScopeIsRefused() throws {
    let folder = try Self.organisation()
    try folder.write(
      Data("packs: [./pack]\nstandards: []\n".utf8), to: "org/clauselint.yaml")
    let run = try Self.check(folder, ["org", "--rule", "sheet-owned"])
    #expect(run.status == 2)
    #expect(run.output.contains("rule-out-of-scope"))
    // Built-in checks run whatever is in scope.
    #expect(try Self.check(folder, ["org", "--rule", "field-type"]).status == 0)
  }

  /// What another rule could not decide is not asked about.
  @Test func undecidedCasesOfOtherRulesAreLeftOut() throws {
    let folder = try Sample.folder(
      "sheets: [{ id: S-1, code: A, owner: { x: 1 } }]\n")
    let run = try folder.run("check", "--as-of", "2026-01-15", "--rule", "sheet-coded")
    #expect(run.status == 0 && !run.output.contains("sheet-owned"), "\(run.output)")
    #expect(try folder.run("check", "--as-of", "2026-01-15").status != 0)
  }
}
