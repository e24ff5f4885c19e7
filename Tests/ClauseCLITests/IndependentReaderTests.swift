import Foundation
import Testing

/// What the tool writes about the examples, read by tools that are not ours.
@Suite struct IndependentReaderTests {
  private static let isDemanded = ProcessInfo.processInfo.environment["CI"] != nil

  private func python(_ script: String, _ arguments: [String]) throws -> (Int32, String) {
    let folder = try Folder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    let log = folder.path + "/log"
    try Data().write(to: URL(fileURLWithPath: log))
    let handle = try #require(FileHandle(forWritingAtPath: log))
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    return (process.terminationStatus, folder.text("log") ?? "")
  }

  /// Whether a test that needs `module` runs: it is there, or its absence must fail.
  private func isWanted(_ module: String) throws -> Bool {
    if Self.isDemanded { return true }
    if try python("import \(module)", []).0 == 0 { return true }
    print("skipped: the Python module \(module) is not installed")
    return false
  }

  private static let shared =
    ProcessInfo.processInfo.environment["CLAUSELINT_SHARED"]
    ?? URL(fileURLWithPath: Tool.root).deletingLastPathComponent().path + "/shared"

  /// The example folders, and the sample of these tests.
  private func organizations() throws -> [(name: String, path: String, keep: Folder?)] {
    let examples = Tool.root + "/Examples"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: examples)) ?? []
    let folder = try Sample.folder(
      Sample.unowned, more: ["é è/sheets.yaml": "sheets: [{ id: \"S 9\", code: \"<&'>\" }]\n"])
    return names.sorted().map { ($0, examples + "/" + $0, nil) } + [("sample", folder.path, folder)]
  }

  private func sarif(of path: String, in folder: Folder, _ name: String) throws -> String {
    let file = folder.path + "/" + name + ".sarif"
    let outcome = try Tool.run(
      ["check", path, "--format", "sarif", "--output", file, "--as-of", "2026-11-23"],
      in: folder.path)
    #expect(outcome.status != 2, "\(name): \(outcome.errors)")
    return file
  }

  @Test func sarifMeetsItsSchema() throws {
    guard try isWanted("jsonschema") else { return }
    let schema = Self.shared + "/schemas/sarif-schema-2.1.0.json"
    guard FileManager.default.fileExists(atPath: schema) else {
      if Self.isDemanded { Issue.record("\(schema) is missing") }
      return
    }
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      kind = jsonschema.validators.validator_for(schema)
      errors = [str(e.message) for e in kind(schema).iter_errors(json.load(open(sys.argv[2])))]
      print("\\n".join(errors[:5]))
      sys.exit(1 if errors else 0)
      """
    let folder = try Folder()
    for organization in try organizations() {
      let file = try sarif(of: organization.path, in: folder, organization.name)
      let (status, text) = try python(script, [schema, file])
      #expect(status == 0, "\(organization.name): \(text)")
    }
  }

  @Test func sarifToolsCountTheSameFindings() throws {
    guard try isWanted("sarif") else { return }
    let script = """
      import sys
      from sarif import loader
      data = loader.load_sarif_file(sys.argv[1])
      failed = [r for r in data.get_results() if r.get('kind', 'fail') == 'fail']
      print(len(failed))
      """
    let folder = try Folder()
    for organization in try organizations() {
      let file = try sarif(of: organization.path, in: folder, organization.name)
      let (status, text) = try python(script, [file])
      #expect(status == 0, "\(organization.name): \(text)")
      let json = try Tool.run(
        ["check", organization.path, "--format", "json", "--as-of", "2026-11-23"], in: folder.path)
      let result = try #require(JSONSerialization.jsonObject(with: json.bytes) as? [String: Any])
      let findings = try #require(result["findings"] as? [Any])
      #expect(text.split(separator: "\n").last.map(String.init) == String(findings.count))
    }
  }
}
