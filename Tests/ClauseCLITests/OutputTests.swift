import Foundation
import Testing

/// Results on standard output, the rest on standard error, files whole or not at all.
@Suite struct OutputTests {
  private func json(_ data: Data) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func resultsGoToStandardOutputAlone() throws {
    let folder = try Sample.folder(Sample.unowned)
    for format in ["text", "json", "sarif"] {
      let outcome = try folder.run("check", "--format", format, "--as-of", "2026-11-23")
      #expect(outcome.status == 1)
      #expect(outcome.errors == "")
      #expect(outcome.output.hasSuffix("\n"))
      #expect(!outcome.output.contains("\u{1B}"))
    }
  }

  @Test func jsonSaysWhatTheTextSays() throws {
    let folder = try Sample.folder(Sample.unowned)
    let outcome = try folder.run("check", "--format", "json", "--as-of", "2026-11-23")
    let result = try json(outcome.bytes)
    #expect(result["schema"] as? String == "clauselint/results/1")
    #expect(result["as_of"] as? String == "2026-11-23")
    let findings = try #require(result["findings"] as? [[String: Any]])
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding["rule"] as? String == "sheet-owned")
    #expect(finding["severity"] as? String == "minor")
    #expect(finding["clauses"] as? [String] == ["iso9001:2015/7.5"])
    let location = try #require(finding["location"] as? [String: Any])
    #expect(location["file"] as? String == "sheets.yaml")
    #expect(location["line"] as? Int == 2)
    #expect(location["column"] as? Int == 9)
    #expect((finding["fingerprint"] as? String)?.count == 32)
  }

  @Test func formatsAndFilesGoInPairs() throws {
    let folder = try Sample.folder(Sample.unowned)
    let outcome = try folder.run(
      "check", "--format", "json", "--output", "out/../a.json", "--format", "sarif", "--output",
      "b.sarif", "--format", "text", "--as-of", "2026-11-23")
    #expect(outcome.status == 2, "out/ does not exist, so the first file is lost")
    #expect(outcome.output.contains("sheet-owned"), "the other reports are written all the same")
    #expect(try json(Data((folder.text("b.sarif") ?? "").utf8))["version"] as? String == "2.1.0")
    let direct = try folder.run("check", "--format", "json", "--as-of", "2026-11-23")
    let pair = try folder.run(
      "check", "--format", "json", "--output", "a.json", "--format", "text", "--as-of",
      "2026-11-23")
    #expect(pair.status == 1)
    #expect(pair.output.contains("sheet-owned"))
    #expect(folder.text("a.json") == direct.output)
  }

  /// The ending says the format; what contradicts it is refused before anything is written.
  @Test func theFormatFollowsTheEnding() throws {
    let folder = try Sample.folder(Sample.unowned)
    func run(_ arguments: String...) throws -> Tool.Outcome {
      try Tool.run(arguments + ["--as-of", "2026-11-23"], in: folder.path)
    }
    _ = try run("report", "--output", "gaps.xlsx")
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder.path + "/gaps.xlsx")).starts(
        with: Data("PK".utf8)))
    _ = try run("report", "--output", "gaps.md")
    #expect(folder.text("gaps.md")?.contains("<html") == false)
    _ = try run("report", "--output", "gaps")
    #expect(folder.text("gaps")?.contains("<html") == true)
    #expect(try run("check", "--output", "a.json", "--output", "b.sarif").status == 1)
    #expect(folder.text("a.json")?.contains("clauselint/results/1") == true)
    #expect(folder.text("b.sarif")?.contains("\"2.1.0\"") == true)
    for arguments in [
      ["report", "--format", "html", "--output", "x.xlsx"], ["report", "--output", "x.docx"],
      ["check", "--format", "json", "--output", "x.csv"], ["check", "--output", "x.pdf"],
    ] {
      let refused = try Tool.run(arguments + ["--as-of", "2026-11-23"], in: folder.path)
      #expect(refused.status == 2, "\(arguments)")
      #expect(refused.errors.contains("ending"), "\(refused.errors)")
      #expect(try !folder.names().contains { $0.hasPrefix("x.") })
    }
    #expect(try run("check", "--format", "gitlab", "--output", "c.json").status == 1)
  }

  @Test func aFileIsReplacedWhole() throws {
    let folder = try Sample.folder(
      Sample.unowned, more: ["a.json.old": String(repeating: "x", count: 100_000)])
    try FileManager.default.moveItem(
      atPath: folder.path + "/a.json.old", toPath: folder.path + "/report.out")
    let outcome = try folder.run(
      "check", "--format", "sarif", "--output", "report.out", "--as-of", "2026-11-23")
    #expect(outcome.status == 1)
    let text = try #require(folder.text("report.out"))
    #expect(!text.contains("xxx"))
    #expect(try json(Data(text.utf8))["version"] as? String == "2.1.0")
    #expect(try !folder.names().contains { $0.contains("clauselint-tmp") })
  }

  @Test func anOutputThatCannotBeWrittenIsTwo() throws {
    let folder = try Sample.folder(Sample.clean)
    let outcome = try folder.run("check", "--output", "missing/report.txt")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("the output is lost"))
    let onFolder = try folder.run("check", "--output", "pack")
    #expect(onFolder.status == 2)
    #expect(folder.text("pack/pack.yaml") == Sample.pack)
  }

  @Test func aFullDeviceIsTwo() throws {
    let folder = try Sample.folder(Sample.clean)
    let outcome = try folder.run("check", redirect: "> /dev/full")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("the output is lost"), "\(outcome.errors)")
    #expect(try folder.run("--help", redirect: "> /dev/full").status == 2)
  }

  @Test func aReaderThatGoesAwayEndsItQuietly() throws {
    let many = "sheets:\n" + (1...3000).map { "  - { id: S-\($0), code: C-\($0) }\n" }.joined()
    let folder = try Sample.folder(many)
    // Without pipefail the status is that of `head`; with it, that of the tool.
    let outcome = try folder.run("check", "--as-of", "2026-11-23", redirect: "| head -n 1")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    #expect(outcome.output.split(separator: "\n").count == 1)
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs script(1)"))
  func colourIsForTerminalsAlone() throws {
    let folder = try Sample.folder(Sample.unowned)
    func onTerminal(_ environment: [String: String]) throws -> String {
      let outcome = try folder.run(
        "check", environment: environment.merging(["TERM": "xterm"]) { $1 }, redirect: "")
      #expect(!outcome.output.contains("\u{1B}["), "not a terminal")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
      process.arguments = ["-qec", "'\(Tool.path)' check '\(folder.path)'", folder.path + "/.log"]
      var variables = ProcessInfo.processInfo.environment
      variables["NO_COLOR"] = nil
      variables["TERM"] = "xterm"
      process.environment = variables.merging(environment) { $1 }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      let data = FileManager.default.contents(atPath: folder.path + "/.log") ?? Data()
      return String(decoding: data, as: UTF8.self)
    }
    let coloured = try onTerminal([:])
    #expect(coloured.contains("sheet-owned"))
    #expect(coloured.contains("\u{1B}["))
    let plain = try onTerminal(["NO_COLOR": "1"])
    #expect(plain.contains("sheet-owned"))
    #expect(!plain.contains("\u{1B}["))
  }
}
