/// What a source of the configuration says about the form of its files, where the conventions of
/// the format do not suffice. Each reader heeds what concerns it.
public struct ReadingOptions: Sendable, Hashable {
  /// How the bytes of a text file stand for characters.
  public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "utf-8"
    /// Western European, as Excel writes CSV in French.
    case windows1252 = "windows-1252"
    /// Arabic, as Excel writes CSV in Arabic.
    case windows1256 = "windows-1256"
  }

  /// Which part of a Markdown or Word file holds the records.
  public enum MarkdownPart: String, Sendable, Hashable, CaseIterable {
    /// YAML between two lines `---`.
    case frontMatter = "front-matter"
    /// Bold labels or a quoted block: `**Owner:** Direction`; in a Word file `Owner: Direction`.
    case metadata
    /// Tables, each row a record.
    case table
  }

  /// The encoding of the file; nil to detect it.
  public var encoding: TextEncoding?
  /// The separator of cells, one ASCII character; nil to detect it.
  public var delimiter: UInt8?
  /// The sheet of a workbook; nil for all that are visible.
  public var sheet: String?
  /// Sheets of a workbook that are left out, because other sources read them.
  public var exceptSheets: [String] = []
  /// The number of the row or line of headings, from 1; nil to find it.
  public var headerRow: Int?
  /// Rows between the headings and the first record.
  public var skipRows: Int
  /// The part of a Markdown or Word file; nil for front matter, where there is one, else tables.
  public var part: MarkdownPart?
  /// The text of the heading under which tables are read; nil for all tables.
  public var under: String?
  /// The number of the table in a Word file, from 1; nil for all tables.
  public var table: Int?

  /// Makes options.
  public init(
    encoding: TextEncoding? = nil, delimiter: UInt8? = nil, sheet: String? = nil,
    headerRow: Int? = nil, skipRows: Int = 0, part: MarkdownPart? = nil, under: String? = nil,
    table: Int? = nil
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.sheet = sheet
    self.headerRow = headerRow
    self.skipRows = skipRows
    self.part = part
    self.under = under
    self.table = table
  }

  /// What the format does by itself.
  public static let conventions = ReadingOptions()
}
