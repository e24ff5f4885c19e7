public import ClauseSource

/// Reads Markdown: the front matter, which is the convention, or what a source says: labels in the
/// text, or its tables. The rest of the file is the record's body.
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
    switch options.encoding.map({ TextDecoding.decode(file, declared: $0) }) ?? .asItIs {
    case .asItIs: return read(text: file, options, limits)
    case .refused(let diagnostic): return ReadDocument(tree: nil, diagnostics: [diagnostic])
    case .decoded(let text, _, let said):
      var document = read(text: text, options, limits)
      document.diagnostics = said + document.diagnostics
      document.source = text
      return document
    }
  }

  private func read(
    text file: SourceFile, _ options: ReadingOptions, _ limits: Limits
  ) -> ReadDocument {
    let faults = ByteScanner.scan(file, limits: limits)
    guard faults.isEmpty else { return ReadDocument(tree: nil, diagnostics: faults) }
    let matter = FrontMatter(file)
    var bodyStart = file.bytes.starts(with: SourceFile.byteOrderMark) ? 3 : 0
    if case .closed(_, let line) = matter.extent { bodyStart = matter.start(ofLine: line) }
    var document: ReadDocument
    switch options.part {
    case nil, .frontMatter: document = readMatter(file, matter, limits)
    case .metadata:
      var labels = MarkdownLabels(file: file, limits: limits)
      document = labels.run(from: bodyStart, under: options.under)
    case .table: document = ReadDocument(tree: nil, bodyStart: bodyStart)
    }
    if options.part == nil || options.part == .table {
      var tables = MarkdownTables(file: file, limits: limits)
      let grids = tables.run(from: bodyStart, under: options.under)
      document.diagnostics += tables.found
      // Whoever asked for tables says that there are none.
      document.grids = grids.isEmpty ? nil : grids
    }
    // Only the text of records is of interest.
    guard document.tree != nil || document.grids != nil else { return document }
    document.facts.part = options.part ?? (document.tree == nil ? nil : .frontMatter)
    document.outline = OutlineReader(file: file, bodyStart: bodyStart).read()
    if document.outline == nil {
      document.diagnostics.append(
        Diagnostic(
          .note, code: "markdown-outline",
          message: "the text has too many marks in one paragraph; its links were not checked",
          place: .span(Span(file: file.id, start: bodyStart, end: bodyStart))))
    }
    return document
  }

  private func readMatter(
    _ file: SourceFile, _ matter: FrontMatter, _ limits: Limits
  ) -> ReadDocument {
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
    if tree.roots.count > 1 {
      return refused(
        result, "front-matter-documents", "the front matter holds a second document, from here on",
        tree.span(tree.roots[1]), remedy: "Write one record a file, without --- between its fields."
      )
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
