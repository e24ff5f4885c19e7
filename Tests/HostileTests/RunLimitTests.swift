import Foundation
import Testing

/// Limits of a whole run: what they leave out is said, is no pass, and is the same on every machine.
@Suite struct RunLimitTests {
  /// A folder with the pack `probe`, whose rule is `expression`, and what `types` adds to it.
  private static func scratch(
    expression: String, derived: String = "", files: [String: String]
  ) throws -> Scratch {
    let scratch = try Scratch()
    for (name, text) in Translation.probe(for: "", echoes: false) {
      let filled = text.replacingOccurrences(
        of: Translation.harmlessRequirement, with: "require: \"\(expression)\""
      ).replacingOccurrences(
        of: "    plural: processes\n", with: "    plural: processes\n\(derived)")
      try scratch.write(filled, to: "probe/" + name)
    }
    for (name, text) in files { try scratch.write(text, to: "org/" + name) }
    return scratch
  }

  private static func check(_ scratch: Scratch, _ more: [String]) throws -> Spawn.Outcome {
    try Spawn.run(
      Spawn.tool, ["check", "org", "--pack", "probe", "--as-of", "2024-06-01"] + more,
      in: scratch.path)
  }

  private static func text(_ outcome: Spawn.Outcome) -> String {
    String(decoding: outcome.output, as: UTF8.self)
  }

  private static func processes(_ count: Int, from first: Int = 1) -> String {
    "processes:\n"
      + (first..<first + count).map { "  - { id: P-\($0), title: t, owner: o }\n" }.joined()
  }

  @Test(arguments: ["run-bytes=150000", "cost-per-run=20000", "findings=200", "records=50"])
  func whatIsLeftOutDoesNotDependOnThreads(_ limit: String) throws {
    let files = (0..<150).map { index in
      ("f\(index).yaml", Self.processes(20, from: 20 * index))
    }
    let scratch = try Self.scratch(
      expression: "process.id.endsWith('7') == false",
      files: Dictionary(uniqueKeysWithValues: files))
    var seen: Set<Data> = []
    for jobs in ["1", "2", "8"] {
      let outcome = try Self.check(
        scratch, ["--format", "json", "--jobs", jobs, "--limit", limit])
      #expect(outcome.status == 2)
      seen.insert(outcome.output)
    }
    #expect(seen.count == 1)
    let text = String(decoding: try #require(seen.first), as: UTF8.self)
    let name = limit.prefix { $0 != "=" }
    #expect(text.contains("limit-\(name)"), "\(text.suffix(2000))")
  }

  /// Forty findings of a rule on one register, five of them shown.
  @Test(arguments: ["en", "fr", "ar"])
  func findingsThatAreNotShownAreCounted(_ language: String) throws {
    let scratch = try Self.scratch(
      expression: "process.id == ''", files: ["p.yaml": Self.processes(40)])
    let few = Self.text(try Self.check(scratch, ["--lang", language]))
    let lines = few.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("  org/p.yaml:") } == 5, "\(few)")
    #expect(lines.contains { $0.contains("probe-000") && $0.contains("40") }, "\(few)")
    #expect(lines.contains { $0.contains("35") && $0.contains("--all") }, "\(few)")
    let all = Self.text(try Self.check(scratch, ["--all", "--lang", language]))
    #expect(all.split(separator: "\n").count { $0.hasPrefix("  org/p.yaml:") } == 40)
    #expect(!all.contains("--all"), "\(all)")
    // Nothing is left out for machines, nor where each has a line.
    let json = Self.text(try Self.check(scratch, ["--format", "json"]))
    #expect(json.components(separatedBy: "\"fingerprint\"").count == 41)
    let concise = Self.text(try Self.check(scratch, ["--format", "concise", "--lang", language]))
    #expect(concise.split(separator: "\n").count { $0.hasPrefix("org/p.yaml:") } == 40)
  }

  /// As deep as the command line can allow.
  @Test(arguments: [
    ("nesting-depth", 1_000), ("folder-depth", 1_000), ("expression-depth", 200),
  ])
  func depthHasACeiling(_ limit: String, _ ceiling: Int) throws {
    func nested(_ open: String, _ inner: String, _ close: String, _ count: Int) -> String {
      String(repeating: open, count: count) + inner + String(repeating: close, count: count)
    }
    var files = ["p.yaml": Self.processes(2)]
    if limit == "nesting-depth" {
      let flow = nested("[", "x", "]", ceiling - 10)
      let lines = (0..<ceiling - 10).map { String(repeating: " ", count: $0) + "k:\n" }.joined()
      files["deep.json"] =
        "{\"processes\": [{\"id\": \"D\", \"a\": \(flow.replacing("x", with: "1"))}]}"
      files["flow.yaml"] = "type: process\nid: F\na: \(flow)\n"
      files["block.yaml"] = "type: process\nid: B\na:\n" + lines.replacing("k:", with: " k:")
    }
    let depth = limit == "expression-depth" ? ceiling - 10 : 1
    let scratch = try Self.scratch(expression: nested("(", "1 == 1", ")", depth), files: files)
    if limit == "folder-depth" {
      // Not by Foundation, whose paths end earlier.
      let made = try Spawn.run(
        "bash", ["-c", "cd org; for n in {1..990}; do mkdir f; cd f || exit 9; done"],
        in: scratch.path)
      #expect(made.status == 0)
    }
    let outcome = try Self.check(scratch, ["--limit", "\(limit)=\(ceiling)"])
    let text = Self.text(outcome)
    #expect(outcome.status < 3, "\(text.prefix(1000))")
    if limit != "folder-depth" { #expect(!text.contains("limit-\(limit)"), "\(text.prefix(1000))") }
    let beyond = try Self.check(scratch, ["--limit", "\(limit)=\(ceiling + 1)"])
    #expect(beyond.status == 2)
    #expect(Self.text(beyond).contains("cannot be more than"))
  }

  private static let hundred = "[" + (1...100).map(String.init).joined(separator: ", ") + "]"
  private static let costly =
    "\(hundred).all(a, \(hundred).all(b, \(hundred).all(c, a + b + c > 0)))"

  /// Derived fields and conditions of records are expressions of a pack too.
  @Test(arguments: [
    ("    derived:\n      heavy: { type: bool, value: \"COSTLY\" }\n", "cost"),
    ("    derived:\n      heavy: { type: int, value: \"1 / size(process.refs)\" }\n", "zero"),
    ("    integrity: { accountable: [backer], live: \"COSTLY\" }\n", "cost"),
  ])
  func aComputationThatFailsIsNoPass(_ derived: String, _ reason: String) throws {
    let scratch = try Self.scratch(
      expression: "true",
      derived: derived.replacingOccurrences(of: "COSTLY", with: Self.costly)
        .replacingOccurrences(of: "backer", with: "refs"),
      files: ["p.yaml": Self.processes(5_000)])
    let outcome = try Self.check(scratch, [])
    let text = Self.text(outcome)
    #expect(outcome.status == 2, "\(text.suffix(1000))")
    #expect(!outcome.hung)
    #expect(text.contains("computation-failed") && text.contains(reason), "\(text.suffix(1000))")
    #expect(text.contains("computation-given-up") && text.contains("4996 more"))
    #expect(text.contains("probe/types.yaml:"), "\(text.suffix(1000))")
  }
}
