import ClauseDocuments
import ClauseSource
import Testing

/// Which marks of a Markdown text are read, and which only steer how it looks.
@Suite struct InlineMarksTests {
  private func label(_ text: String, _ more: String = "") throws -> String? {
    let bytes = Array("# T\n\n**Owner:** \(text)\n\n\(more)\n".utf8)
    let file = SourceFile(id: FileID(0), path: "a.md", bytes: bytes)
    var options = ReadingOptions()
    options.part = .metadata
    let tree = try #require(MarkdownReader().read(file, options: options, limits: Limits()).tree)
    let root = try #require(tree.roots.first)
    return tree.value(root, "Owner").map { tree.string($0) }
  }

  static let texts: [(String, String)] = [
    ("[Name]", "[Name]"), ("[review cycle, e.g. Annual]", "[review cycle, e.g. Annual]"),
    ("\\[Name\\]", "[Name]"), ("_[Name]_", "[Name]"), ("*[Name]*", "[Name]"),
    ("[Sara](sara.md)", "Sara"), ("[Sara][s]", "Sara"), ("[x](a.md) and [y]", "x and [y]"),
    ("[a [b] c](x.md)", "a [b] c"), ("![logo](l.png)", "logo"), ("Hello! [Name]", "Hello! [Name]"),
    ("[[page]]", "page"), ("[x]", "x"), ("[ ] open", "  open"), ("a_b_c and _d_", "a_b_c and d"),
    ("_private", "_private"), ("[open", "[open"), ("close]", "close]"), ("<date>", "<date>"),
    ("[Name](", "[Name]("), ("TBD", "TBD"), ("`[Name]`", "[Name]"),
  ]

  @Test(arguments: texts) func bracketsThatMakeNoLinkStay(
    _ written: String, _ read: String
  ) throws {
    #expect(try label(written) == read)
  }

  @Test func aDefinedNameIsALink() throws {
    #expect(try label("[POL-01]", "[pol-01]: pol.md") == "POL-01")
    #expect(try label("[POL-02]", "[pol-01]: pol.md") == "[POL-02]")
  }

  @Test func manyBracketsAreReadInOnePass() throws {
    let many = String(repeating: "[", count: 100_000)
    #expect(try label(many + "a", "[b]: c")?.utf8.count == 100_001)
    let closed = many + String(repeating: "]", count: 100_000)
    #expect(try label(closed, "[b]: c") != nil)
    #expect(try label(String(repeating: "[a](", count: 50_000)) != nil)
  }
}
