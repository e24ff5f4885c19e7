import Foundation
import Testing

/// Pages as pages: links lead somewhere, generated ones are current.
@Suite struct PageTests {
  /// The files that `page` links to and that are not there.
  private func deadLinks(of page: URL, _ known: inout [String: Bool]) throws -> [String] {
    let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "](")
    return parts.dropFirst().compactMap { part in
      guard let end = part.firstIndex(of: ")") else { return nil }
      let target = String(part[..<end].prefix { $0 != "#" })
      if target.isEmpty || target.contains(":") || target.contains(" ") { return nil }
      let file = page.deletingLastPathComponent().path + "/" + target
      let isThere = known[file] ?? FileManager.default.fileExists(atPath: file)
      known[file] = isThere
      return isThere ? nil : "\(Project.name(page)) links to \(target), which is not there"
    }
  }

  @Test(arguments: Project.pages) func linksLeadToFiles(_ page: URL) throws {
    var known: [String: Bool] = [:]
    #expect(try deadLinks(of: page, &known) == [])
  }

  /// One test for all: as arguments they would be a third of the suite.
  @Test func linksOfRulePagesLeadToFiles() throws {
    #expect(Project.rulePages.count > 300)
    var known: [String: Bool] = [:]
    let dead = try Project.rulePages.flatMap { try deadLinks(of: $0, &known) }
    #expect(dead == [])
  }

  @Test func generatedPagesAreCurrent() throws {
    let (output, status) = try Project.run("clauselint-dev docs --check", in: Project.root)
    #expect(status == 0, "\(output)")
  }

  /// A page that is stale, one that is missing and one of no rule are named, then mended.
  @Test func generatedPagesAreWrittenAndRemoved() throws {
    let files = FileManager.default
    let copy = files.temporaryDirectory.appendingPathComponent("clauselint-\(UUID().uuidString)")
    defer { try? files.removeItem(at: copy) }
    try files.createDirectory(at: copy, withIntermediateDirectories: true)
    try files.createSymbolicLink(
      at: copy.appendingPathComponent("Rules"),
      withDestinationURL: Project.root.appendingPathComponent("Rules"))
    #expect(try Project.run("clauselint-dev docs", in: copy).status == 0)
    #expect(try Project.run("clauselint-dev docs --check .", in: copy).status == 0)
    let folder = copy.appendingPathComponent("docs/rules")
    let index = folder.appendingPathComponent("README.md")
    try "old".write(to: index, atomically: true, encoding: .utf8)
    try files.removeItem(at: folder.appendingPathComponent("clauses-iso9001-2015.md"))
    let extra = folder.appendingPathComponent("qse-core/no-such-rule.md")
    try "gone".write(to: extra, atomically: true, encoding: .utf8)
    let (output, status) = try Project.run("clauselint-dev docs --check", in: copy)
    #expect(status == 1)
    for slip in [
      "stale: docs/rules/README.md", "stale: docs/rules/clauses-iso9001-2015.md",
      "of no rule: docs/rules/qse-core/no-such-rule.md",
    ] {
      #expect(output.contains(slip), "\(output)")
    }
    #expect(try Project.run("clauselint-dev docs", in: copy).status == 0)
    #expect(!files.fileExists(atPath: extra.path))
    #expect(try Project.run("clauselint-dev docs --check", in: copy).status == 0)
  }
}

/// Blocks after a comment `<!-- file: PATH -->` show a part of that file as it is.
@Suite struct FileBlockTests {
  static let blocks = Project.pages.flatMap(CodeBlock.of).filter {
    $0.comment?.hasPrefix("file: ") == true
  }

  @Test func examplesAreThere() {
    #expect(!Self.blocks.isEmpty)
  }

  @Test(arguments: blocks) func showWhatTheFileSays(_ block: CodeBlock) throws {
    let path = String((block.comment ?? "").dropFirst(6))
    let text = try String(
      contentsOf: Project.root.appendingPathComponent(path), encoding: .utf8)
    #expect(text.contains(block.text), "\(block): \(path) says something else")
  }
}
