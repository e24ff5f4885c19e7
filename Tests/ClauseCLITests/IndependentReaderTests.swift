import Foundation
import Testing

/// What the tool writes about the examples, read by tools that are not ours.
@Suite struct IndependentReaderTests {
  fileprivate static let isDemanded = ProcessInfo.processInfo.environment["CI"] != nil

  fileprivate static let shared =
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

  @Test(
    .readsSharedData, .enabled(if: Python.isWanted("jsonschema"), "needs python3 with jsonschema"))
  func sarifMeetsItsSchema() throws {
    let schema = Self.shared + "/schemas/sarif-schema-2.1.0.json"
    try #require(FileManager.default.fileExists(atPath: schema), "\(schema) is missing")
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
      let answer = try Python.run(script, arguments: [schema, file])
      #expect(answer.status == 0, "\(organization.name): \(answer.text)")
    }
  }

  @Test(.enabled(if: Python.isWanted("sarif"), "needs python3 with sarif-tools"))
  func sarifToolsCountTheSameFindings() throws {
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
      let answer = try Python.run(script, arguments: [file])
      #expect(answer.status == 0, "\(organization.name): \(answer.text)")
      let json = try Tool.run(
        ["check", organization.path, "--format", "json", "--as-of", "2026-11-23"], in: folder.path)
      let result = try #require(JSONSerialization.jsonObject(with: json.bytes) as? [String: Any])
      let findings = try #require(result["findings"] as? [Any])
      #expect(answer.text.split(separator: "\n").last.map(String.init) == String(findings.count))
    }
  }
}

extension Trait where Self == ConditionTrait {
  /// A test that reads the data shared by all checkouts. It is skipped where there is none; with
  /// `CI` set it runs, and fails.
  fileprivate static var readsSharedData: Self {
    .enabled(
      if: IndependentReaderTests.isDemanded
        || FileManager.default.fileExists(atPath: IndependentReaderTests.shared),
      "reads the shared test data: name its folder in CLAUSELINT_SHARED")
  }
}
