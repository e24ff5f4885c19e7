public import ClauseSource

/// Reads the front matter of Markdown; the rest of the file is the record's body.
///
/// Front matter is YAML between a first line `---` and a line `---` or `...`. A file without it is
/// ordinary text: no tree, no error, and the body begins at 0.
public struct MarkdownReader: DocumentReader {
  /// Makes the reader.
  public init() {}

  /// The format's name.
  public let name = "Markdown"
  /// The file name endings it reads.
  public let extensions = [".md", ".markdown", ".html.md", ".md.erb", ".html.md.erb"]

  /// Reads a whole file.
  public func read(_ file: SourceFile, options: ReadingOptions, limits: Limits) -> ReadDocument {
    let faults = ByteScanner.scan(file, limits: limits)
    guard faults.isEmpty else { return ReadDocument(tree: nil, diagnostics: faults) }
    let matter = FrontMatter(file)
    switch matter.extent {
    case .none:
      return ReadDocument(tree: nil, diagnostics: matter.nearMiss.map { [$0] } ?? [], bodyStart: 0)
    case .unterminated:
      return ReadDocument(
        tree: nil,
        diagnostics: [
          Diagnostic(
            .error, code: "front-matter-unterminated",
            message: "the front matter that begins here is never closed",
            place: .span(matter.lineSpan(0)), remedy: "Close it with --- on a line of its own.")
        ])
    case .closed(let yaml, let bodyLine):
      return read(file, matter, yaml: yaml, bodyLine: bodyLine, limits)
    }
  }

  private func read(
    _ file: SourceFile, _ matter: FrontMatter, yaml: Range<Int>, bodyLine: Int, _ limits: Limits
  ) -> ReadDocument {
    let faults = ByteScanner.scanYAML(in: file, range: yaml, limits: limits)
    guard faults.isEmpty else { return ReadDocument(tree: nil, diagnostics: faults) }
    var result = YAMLReader.parse(file, range: yaml, limits: limits)
    result.bodyStart = matter.start(ofLine: bodyLine)
    guard let tree = result.tree else { return result }
    guard let root = tree.roots.first else {
      return refused(
        result, "front-matter-empty", "the front matter is empty", matter.lineSpan(0),
        remedy: "Write the record's fields between the two lines, or delete them.")
    }
    guard tree.kind(root) == .mapping else {
      return refused(
        result, "front-matter-shape", "the front matter is not a mapping of fields",
        tree.span(root), remedy: "Write one \"field: value\" a line.")
    }
    if let second = matter.secondBlock(after: bodyLine) {
      result.diagnostics.append(
        Diagnostic(
          .note, code: "front-matter-second",
          message: "a second block of front matter follows; only the first is read",
          place: .span(matter.lineSpan(second))))
    }
    return result
  }

  private func refused(
    _ result: ReadDocument, _ code: String, _ message: String, _ place: Span, remedy: String
  ) -> ReadDocument {
    ReadDocument(
      tree: nil,
      diagnostics: result.diagnostics + [
        Diagnostic(.error, code: code, message: message, place: .span(place), remedy: remedy)
      ], bodyStart: result.bodyStart)
  }
}
