import Foundation
import Testing

/// Pages as pages: links lead somewhere, generated ones are current.
@Suite struct PageTests {
  @Test(arguments: Project.pages) func linksLeadToFiles(_ page: URL) throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    for match in text.matches(of: /\]\(([^)\s]+)\)/) {
      let target = String(match.1.prefix { $0 != "#" })
      if target.isEmpty || target.contains(":") { continue }
      let file = page.deletingLastPathComponent().appendingPathComponent(target)
      #expect(
        FileManager.default.fileExists(atPath: file.path),
        "\(Project.name(page)) links to \(target), which is not there")
    }
  }

  @Test func generatedPagesAreCurrent() throws {
    let (output, status) = try Project.run("clauselint-dev docs --check", in: Project.root)
    #expect(status == 0, "\(output)")
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
