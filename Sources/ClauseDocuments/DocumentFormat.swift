public import ClauseSource

/// What a reader made of one file.
public struct ReadDocument: Sendable {
  /// The tree; nil when nothing could be read (then there is an error diagnostic).
  public var tree: DocumentTree?
  /// What was met on the way. An error means that the file counts as not assessed.
  public var diagnostics: [Diagnostic]
  /// Where the body of a document with front matter begins, as a byte offset; nil without a body.
  public var bodyStart: Int?
  /// The text that all spans refer to, where it is not that of the file: decoded from another
  /// encoding, or taken out of the cells of a workbook or Word file. It has the file's number
  /// and path.
  public var source: SourceFile?
  /// What the reader found out about the form of the file.
  public var facts = DocumentFacts()
  /// The tables of the file, of formats and parts that have such: what they are is for others to
  /// recognise. Nil where the tree is all there is.
  public var grids: [Grid]?
  /// Headings and links of the text of a Markdown file, headings of a Word file; nil for other
  /// formats, and where the text is too intricate to be read (a note says so).
  public var outline: MarkdownOutline?

  /// Makes a result.
  public init(
    tree: DocumentTree?, diagnostics: [Diagnostic] = [], bodyStart: Int? = nil,
    source: SourceFile? = nil
  ) {
    self.tree = tree
    self.diagnostics = diagnostics
    self.bodyStart = bodyStart
    self.source = source
  }
}

/// A file format: which names it reads and how bytes become a tree, or grids.
public protocol DocumentReader: Sendable {
  /// The format's name, as `clauselint sources` shows it.
  var name: String { get }
  /// Lower-case file name endings it reads by itself, with their dot.
  var extensions: [String] { get }
  /// Whether its files are tables and nothing else.
  var isTabular: Bool { get }
  /// Reads a whole file as `options` say. Never traps, whatever the bytes.
  func read(_ file: SourceFile, options: ReadingOptions, limits: Limits) -> ReadDocument
}

extension DocumentReader {
  /// Most formats hold trees.
  public var isTabular: Bool { false }

  /// Reads a whole file by the conventions of its format.
  public func read(_ file: SourceFile, limits: Limits) -> ReadDocument {
    read(file, options: .conventions, limits: limits)
  }
}
