import Foundation
import Testing

/// What hostile texts become in every output, read back by readers that are not ours.
@Suite struct SinkTests {
  /// Texts that attack what reads them, beyond those of the corpus.
  private static let more = [
    "plain", "\u{1B}[2J\u{1B}[Hok", "a\u{2028}b", "\u{202E}gnp.exe", "]]>&amp;<!--",
    "{0} {{x}} %s %n", "::set-output name=x::y", "$(id) `id` ${IFS}", "<svg/onload=alert(1)>",
    "[x](javascript:alert(1)) <https://evil.example>", "| a | b |\n|---|---|",
    "-1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "0 findings", "\r\n::error::x",
    "https://evil.example", "www.evil.example", "# heading", "- item\n- item", "~~~\nx\n~~~",
    "\\[x\\](y)", "x <!-- clauselint -->", "&lt;b&gt;", "a,b;c\"d'e", "\u{0}nul",
  ]

  /// The titles of the corpus's injection cases and of this file.
  private static func texts() throws -> [String] {
    guard let folder = Manifest.folder else { return more }
    return try Manifest.cases.filter { $0.path.hasPrefix("inject/") }.map { entry in
      let data = try #require(FileManager.default.contents(atPath: folder + "/" + entry.path))
      let record = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
      let title = try #require(record["title"] as? String)
      // Noncharacters are refused where files are read and reach no output.
      return String(
        String.UnicodeScalarView(title.unicodeScalars.filter { $0.value & 0xFFFE != 0xFFFE }))
    } + more
  }

  /// An organisation with one record a text, which the probe pack quotes; file names are hostile,
  /// too, as far as they may be.
  private static func organization(_ texts: [String], hostile: Bool) throws -> Scratch {
    let scratch = try Scratch()
    for (name, text) in Translation.probe(for: "", echoes: true) {
      try scratch.write(text, to: "probe/" + name)
    }
    let names = [
      "a%20b#c?d\"e'f", "<img src=x onerror=alert(1)>", "إجراء 01", "a:1:2", "=1+1", "-rf", "@x",
      "[a](b)", "`x`", "a|b", "::error::x", "##[error]", "a,b;c", "%0A::error::", "a&b", "$x{0}",
    ]
    for (index, text) in texts.enumerated() {
      // A text with what no text may hold is a finding of its own, in both organisations.
      let isForbidden = text.unicodeScalars.contains {
        ($0.value < 0x20 && ![9, 10, 13].contains($0.value)) || (0x7F...0x9F).contains($0.value)
          || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
      }
      let title = hostile ? text : isForbidden ? "plain\u{1}" : "plain"
      let name = hostile && index < names.count ? names[index] : "n"
      let record = ["type": "process", "id": "P-\(index)", "title": title, "owner": title]
      let data = try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys])
      // The number first, so that both organisations have one order.
      try scratch.write(data, to: String(format: "org/%03d/", index) + name + ".json")
    }
    return scratch
  }

  /// The formats that `check` says it knows.
  static func formats() throws -> [String] {
    let scratch = try Scratch()
    let outcome = try Spawn.run(
      Spawn.tool, ["check", ".", "--format", "?"], in: scratch.path)
    let text = String(decoding: outcome.output, as: UTF8.self)
    let line = try #require(text.split(separator: "\n").first { $0.contains("remedy   Use ") })
    let list = try #require(line.range(of: "Use "))
    return line[list.upperBound...].dropLast().split(separator: ", ").map(String.init)
  }

  @Test(
    .enabled(if: Python.isWanted("lxml", "markdown_it"), "needs python3 with lxml and markdown-it"))
  func everyFormatKeepsItsStructure() throws {
    let texts = try Self.texts()
    let outputs = try Scratch()
    let formats = try Self.formats()
    #expect(formats.count >= 11)
    for isHostile in [false, true] {
      let scratch = try Self.organization(texts, hostile: isHostile)
      var arguments = ["check", "org", "--pack", "probe", "--as-of", "2024-06-01", "--all"]
      for format in formats {
        let file = outputs.path + "/" + (isHostile ? "hostile." : "plain.") + format
        arguments += ["--format", format, "--output", file]
      }
      let outcome = try Spawn.run(
        Spawn.tool, arguments, in: scratch.path)
      let report = outputs.path + "/" + (isHostile ? "hostile" : "plain") + ".json"
      let data = FileManager.default.contents(atPath: report) ?? Data()
      let result = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      #expect(outcome.status == 1, "\(isHostile): \(result?["diagnostics"] ?? "no result")")
    }
    let answer = try Python.run("sinks.py", [outputs.path, String(texts.count)])
    #expect(answer.status == 0, "\(answer.text)")
  }

  /// The coverage matrix and the tables of rules show the words of packs.
  @Test(arguments: [
    ["clauses"], ["rules"], ["clauses", "--format", "json"], ["rules", "--format", "json"],
  ])
  func wordsOfPacksAreInert(_ command: [String]) throws {
    let texts = try Self.texts()
    let scratch = try Scratch()
    func quoted(_ text: String) throws -> String {
      let data = try JSONEncoder().encode(text)
      return String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\\/", with: "/")
    }
    var pack =
      "pack: hostile\nversion: 1.0.0\nstatus: draft\n---\nstandard: h:2024\nname: "
      + (try quoted(texts[0])) + "\ndiscipline: quality\nexclusions: allowed\nclauses:\n"
    for (index, text) in texts.enumerated() {
      pack += "  \"\(index + 1)\": { title: { en: \(try quoted(text)) } }\n"
    }
    pack +=
      "---\ntypes:\n  process:\n    plural: processes\n    title: Process\n"
      + "    fields: { title: string }\n---\nrules:\n"
    for (index, text) in texts.enumerated() {
      pack +=
        "  - id: r-\(index)\n    title: \(try quoted(text))\n    for: process\n"
        + "    severity: minor\n    basis: own\n    clauses: [h:2024/\(index + 1)]\n"
        + "    message: m\n    remedy: \(try quoted(text.filter { $0 != "{" && $0 != "}" }))\n"
        + "    require: process.id == \"\"\n"
    }
    try scratch.write(pack, to: "pack/pack.yaml")
    try scratch.write("type: process\nid: P-1\ntitle: t\n", to: "org/p.yaml")
    let outcome = try Spawn.run(
      Spawn.tool,
      [command[0], "org", "--pack", "pack", "--as-of", "2024-06-01"] + command.dropFirst(),
      in: scratch.path)
    #expect(outcome.status <= 2)
    #expect(Judge.textFaults(outcome.output).isEmpty, "\(Judge.textFaults(outcome.output))")
    if command.last == "json", outcome.status < 2 {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: outcome.output) }
    }
  }
}
