import ClauseDocuments
import ClauseSource
import Testing

@Suite struct MarkdownReaderTests {
  private static func read(_ text: String) -> (result: ReadDocument, file: SourceFile) {
    let file = Sample.file(text, path: "a.md")
    return (MarkdownReader().read(file, limits: Limits()), file)
  }

  @Test(arguments: [
    ("---\na: 1\n---\n# T\n", "{a: 1}", 4),
    ("\u{FEFF}--- \r\na: 1\r\n...\t\r\n# T\r\n", "{a: 1}", 4),
    ("---\na: |\n  x\n  ---\nb: 2\n---\n", "{a: 'x\n---\n', b: 2}", 7),
  ])
  func readsFrontMatter(_ text: String, _ outline: String, _ bodyLine: Int) throws {
    let (result, file) = Self.read(text)
    #expect(result.tree?.outline == [outline])
    #expect(result.diagnostics.isEmpty)
    #expect(
      file.position(of: try #require(result.bodyStart)) == Position(line: bodyLine, column: 1))
  }

  @Test(arguments: [
    "# Title\n\ntext\n", "", "text\n---\na: 1\n---\n", "- a\n- b\n", "***\na: 1\n***\n",
  ])
  func ordinaryTextIsNoRecordAndNoError(_ text: String) {
    let (result, _) = Self.read(text)
    #expect(result.tree == nil)
    #expect(result.diagnostics.isEmpty)
    #expect(result.bodyStart == 0)
  }

  @Test(arguments: [
    ("---\na: 1\n# T\n", "front-matter-unterminated 1:1"), ("---\n---\n", "front-matter-empty 1:1"),
    ("---\n- a\n---\n", "front-matter-shape 2:1"),
    ("\n---\na: 1\n---\n", "front-matter-marker 2:1"),
    (" ---\na: 1\n---\n", "front-matter-marker 1:1"),
    ("----\na: 1\n----\n", "front-matter-marker 1:1"),
    ("---\r\na: 1\r\né: [*x]\r\n---\r\n", "alias-undefined 3:5"),
    ("---\na: 1\nb: \"x\n---\n", "yaml-quote 3:4"),
    ("---\na: 1\u{2028}b: 2\n---\n", "hidden-line-break 2:5"),
  ])
  func pointsAtTheFault(_ text: String, _ summary: String) {
    let (result, file) = Self.read(text)
    #expect(result.tree == nil)
    #expect(Sample.summary(result, in: file) == [summary])
  }

  @Test func aSecondBlockIsNoted() {
    let (result, file) = Self.read("---\na: 1\n---\n\n---\nb: 2\n---\ntext\n")
    #expect(result.tree?.outline == ["{a: 1}"])
    #expect(Sample.summary(result, in: file) == ["front-matter-second 5:1"])
    #expect(result.diagnostics.first?.severity == .note)
    let (plain, _) = Self.read("---\na: 1\n---\n\n---\n\nA paragraph.\n\n---\n")
    #expect(plain.diagnostics.isEmpty)
  }
}

@Suite struct DocumentFormatsTests {
  @Test(arguments: [
    ("a.yaml", "YAML"), ("a.b.YML", "YAML"), ("p.json", "JSON"), ("p.jsonl", "JSON Lines"),
    ("r.csv", "CSV"), ("r.tsv", "CSV"), ("x.md", "Markdown"), ("x.html.md.erb", "Markdown"),
    ("x.markdown", "Markdown"),
  ])
  func findsTheReader(_ name: String, _ format: String) {
    #expect(DocumentFormats.reader(forFileNamed: name)?.name == format)
  }

  @Test(arguments: ["a", "yaml", ".yaml", "a.txt", "a.erb", "a.yaml.bak", ""])
  func passesOverOtherNames(_ name: String) {
    #expect(DocumentFormats.reader(forFileNamed: name) == nil)
  }

  @Test func endingsAreUnique() {
    let endings = DocumentFormats.all.flatMap(\.extensions)
    #expect(Set(endings).count == endings.count)
    #expect(endings.allSatisfy { $0.hasPrefix(".") && $0 == $0.lowercased() })
  }
}
