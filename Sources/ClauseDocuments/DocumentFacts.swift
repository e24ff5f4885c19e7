/// What a reader found out about the form of a file, for whoever wants to see how it was read.
public struct DocumentFacts: Sendable, Hashable {
  /// How the bytes stood for characters; nil where the format leaves no choice.
  public var encoding: ReadingOptions.TextEncoding?
  /// The separator of cells.
  public var delimiter: UInt8?
  /// The sheet that was read.
  public var sheet: String?
  /// The row or line of the headings, from 1.
  public var headerRow: Int?
  /// The part of a Markdown file that was read.
  public var part: ReadingOptions.MarkdownPart?

  /// Makes facts.
  public init(
    encoding: ReadingOptions.TextEncoding? = nil, delimiter: UInt8? = nil, sheet: String? = nil,
    headerRow: Int? = nil, part: ReadingOptions.MarkdownPart? = nil
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.sheet = sheet
    self.headerRow = headerRow
    self.part = part
  }
}
