import Foundation
import Glibc
import Testing

/// The shared hostile corpus through the command line, judged as its manifest expects.
@Suite struct CorpusTests {
  /// Cases that the product answers otherwise than the manifest, on purpose.
  private static let otherwise: [String: (statuses: Set<Int32>, why: String)] = [
    // A bad value in a well-formed file is a finding; the manifest wants exit status 2.
    "yaml/id-empty.yaml": ([0, 1], "a missing id is a finding"),
    "yaml/id-map.yaml": ([1], "an id that cannot be read is a finding"),
    "yaml/id-list.yaml": ([1], "an id that cannot be read is a finding"),
    "yaml/id-spaces.yaml": (
      [0, 1], "blanks around a value do not belong to it, in references too"
    ),
    "yaml/no-id.yaml": ([0], "a record that is a whole file has its path as id"),
    "scalars/placeholder-values.yaml": ([1], "text still to be written is a finding"),
    "scalars/true-id.yaml": ([0], "an id is text, whatever it looks like"),
    // Registers really hold these; they are read as what they are.
    "dates/extended-arabic-digits.yaml": ([0, 1], "digits may be those of any script"),
    "dates/fullwidth-digits.yaml": ([0, 1], "digits may be those of any script"),
    "dates/rtl-mark.yaml": ([0, 1], "direction marks around a value do not matter"),
    "dates/hour-24.yaml": ([0, 1], "a time of day behind a date is passed over"),
    "dates/leap-second.yaml": ([0, 1], "a time of day behind a date is passed over"),
    "dates/offset-1400.yaml": ([0, 1], "the date as written counts, in no zone"),
    "dates/offset-2500.yaml": ([0, 1], "a time of day behind a date is passed over"),
    "dates/nanoseconds.yaml": ([0, 1], "a time of day behind a date is passed over"),
    // A table is read as far as it can be.
    "csv/ragged-short.csv": ([0], "cells that a row lacks are blank"),
    "csv/dup-header.csv": ([0], "a second heading for a field is a warning and not read"),
    "csv/leading-zero.csv": ([1], "two ids, and they look alike"),
    // What cannot be read is a finding.
    "encoding/nul-escape-in-id.yaml": ([1], "an id that cannot be read is a finding"),
    "json/nul-escape.json": ([1], "an id that cannot be read is a finding"),
    "paths/nul.yaml": ([1], "a control character by escape is a finding"),
    "paths/empty.yaml": ([0], "an empty value is absent"),
    // The configuration has fewer powers than the manifest grants it.
    "config/baseline-stale.json": ([2], "a fingerprint of another form is an error"),
    "config/fail-on-never.yaml": (
      [2], "the configuration cannot lower the gate: the key is refused"
    ),
    "config/glob-star-bomb.yaml": ([2], "a source that matches no file is an error"),
    "config/sup-no-reason.yaml": ([1], "a record that misses a field is a finding"),
    "config/sup-blank-reason.yaml": ([1], "a record that misses a field is a finding"),
    "config/sup-no-expiry.yaml": ([1], "without its date it has no effect"),
    "config/sup-bad-date.yaml": ([1], "without its date it has no effect"),
    "config/sup-wildcard.yaml": ([1], "ids are literal: it accepts nothing"),
    // Expressions: linear, bounded, ordered.
    "packs/cost-records-cross.yaml": ([1], "cost is metered, and one record costs little"),
    "packs/not-chain.yaml": ([2], "500 operations inside each other are the bound"),
    "packs/minus-chain.yaml": ([2], "500 operations inside each other are the bound"),
    "packs/or-chain-2000.yaml": ([2], "longer than an expression may be"),
    "gen/hash-flood.yaml": ([0], "keys that are no field are said, in linear time"),
    // A name that cannot be shown as it is cannot be acted upon either: not assessed.
    "gen/fs/name-newline": ([2], "a name with a control character is refused"),
    "gen/fs/name-ansi": ([2], "a name with a control character is refused"),
    "gen/fs/name-bidi": ([2], "a name with a bidirectional control is refused"),
  ]
  /// Packs whose rule says the same of every record, which is refused before anything else of it
  /// could matter.
  private static let constant: Set<String> = [
    "packs/cost-nested-2.yaml", "packs/ternary-chain.yaml", "packs/regex-alternation.yaml",
    "packs/shadow-builtin.yaml", "packs/dyn-compare.yaml", "packs/sort-unstable.yaml",
    "packs/message-ansi.yaml",
  ]
  /// Cases that are about the run as a whole.
  private static let placeless: Set<String> = ["config/empty.yaml"]
  /// Cases whose answer is 20,000 files or 60,000 findings and more: time and memory follow them.
  private static let long: Set<String> = [
    "gen/fs/many-files", "gen/hash-flood.yaml", "gen/dup-ids-100k.csv", "gen/echo-30k.csv",
  ]

  @Test(.readsSharedData) func theCorpusIsThere() {
    #expect(Manifest.cases.count >= 481)
  }

  @Test(.readsSharedData, arguments: Manifest.storedGroups)
  func storedCasesAreAnswered(_ group: String) throws {
    let folder = try #require(Manifest.folder)
    for entry in Manifest.cases where entry.gen == nil && entry.group == group {
      if entry.path.contains("_probe") { continue }
      try judge(entry, from: folder + "/" + entry.path)
    }
  }

  @Test(.readsSharedData) func generatedCasesAreAnswered() throws {
    let folder = try #require(Manifest.folder)
    let scratch = try Scratch()
    let made = try Spawn.run(
      "python3",
      [
        Repository.root + "/Tests/HostileTests/Python/generate.py", folder, scratch.path,
      ], in: scratch.path)
    try #require(made.status == 0, "\(String(decoding: made.output, as: UTF8.self))")
    for entry in Manifest.cases where entry.gen != nil {
      let source = scratch.path + entry.path.dropFirst(3)
      guard Spawn.exists(source) else {
        Issue.record("\(entry.path) was not made")
        continue
      }
      try judge(entry, from: source)
    }
  }

  private func judge(_ entry: HostileCase, from source: String) throws {
    let scratch = try Scratch()
    let setting = try Translation.lay(entry, from: source, in: scratch)
    let asUser = entry.attack == "permission" && geteuid() == 0
    let program = asUser ? "setpriv" : Spawn.tool
    if asUser {
      // The traps belong to whoever made them, and must stay unreadable to others.
      _ = try Spawn.run("chmod", ["-R", "a+rX", scratch.path], in: "/")
    }
    let arguments =
      (asUser ? ["--reuid=65534", "--regid=65534", "--clear-groups", Spawn.tool] : [])
      + setting.arguments
    let outcome = try Spawn.run(
      program, arguments, in: setting.folder,
      environment: ["CLAUSELINT_PACKS": scratch.path + "/shipped"])
    var faults = Judge.faults(outcome)
    if Self.long.contains(entry.path) { faults.removeAll { $0.hasPrefix("took") } }
    let isConstant = Self.constant.contains(entry.path)
    let expected =
      isConstant ? [2] : Self.otherwise[entry.path]?.statuses ?? entry.statuses
    if !expected.contains(outcome.status) {
      faults.append("exit \(outcome.status), expected \(entry.expect)")
    }
    let isConfiguration = entry.kind == .config && entry.attack != "baseline"
    let place =
      isConfiguration ? "clauselint.yaml" : Spawn.isFolder(source) ? "a.yaml" : entry.name
    if outcome.status == 2, entry.gen == nil, !Self.placeless.contains(entry.path),
      !Judge.locates(place, in: outcome)
    {
      faults.append("no place")
    }
    if isConstant || entry.expect == "limit-error", outcome.status == 2 {
      let text = String(decoding: outcome.output, as: UTF8.self)
      let word = isConstant ? "rule-constant" : "limit"
      if !text.contains(word) { faults.append("no \(word) is named") }
    }
    if FileManager.default.fileExists(atPath: setting.folder + "/hostile-pwned") {
      faults.append("code ran")
    }
    let said = String(decoding: outcome.output.prefix(600), as: UTF8.self)
    #expect(faults.isEmpty, "\(entry.path): \(faults.joined(separator: ", "))\n\(said)")
  }
}

extension Spawn {
  /// Whether a name is there, be it a link that leads nowhere.
  static func exists(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: path)) != nil
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
