public import ClauseSource

/// What was read as what: the answer of `clauselint sources`.
public struct ReadingReport: Sendable {
  /// The language of messages.
  public var language: Language
  /// Every file met, by path bytes.
  public var files: [FileReading]
  /// Trouble with the input, the run's own first.
  public var diagnostics: [LocatedDiagnostic]

  /// Makes a report.
  public init(language: Language, files: [FileReading], diagnostics: [LocatedDiagnostic]) {
    self.language = language
    self.files = files
    self.diagnostics = diagnostics
  }

  /// Records of all files.
  public var recordCount: Int {
    files.reduce(0) { $0 + $1.parts.reduce(0) { $0 + $1.records } }
  }
  /// Headings and keys that mean nothing yet.
  public var unknownCount: Int {
    files.reduce(0) { $0 + $1.parts.reduce(0) { $0 + $1.columns.count { $0.meaning == .unknown } } }
  }
  /// Whether something could not be read.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// How one file was read.
public struct FileReading: Sendable {
  /// Path from the root.
  public var path: Untrusted
  /// What became of it.
  public var fate: FileResult.Fate
  /// Name of the format; nil when none reads such files.
  public var format: String?
  /// The parts that were read, or that could be.
  public var parts: [PartReading]

  /// Makes an entry.
  public init(path: String, fate: FileResult.Fate, format: String?, parts: [PartReading]) {
    self.path = Untrusted(path)
    self.fate = fate
    self.format = format
    self.parts = parts
  }
}

/// How a file, or a sheet or section of it, was read.
public struct PartReading: Sendable {
  /// Why it was read as it was.
  public enum Ground: Sendable, Equatable {
    /// An entry of `sources` in the configuration says so.
    case source(Location)
    /// The conventions: keys, name of the file or folder, front matter.
    case convention
    /// Its headings, its values and what it is called leave no doubt.
    case recognised
    /// It was not read: this is what it looks like.
    case proposal
  }

  /// The record types with how many records of each, in byte order of the types; for a proposal
  /// the one type with the rows that wait.
  public var types: [TypeCount]
  /// Why it was read so.
  public var ground: Ground
  /// How bytes stood for characters.
  public var encoding: String?
  /// The separator of cells, as text.
  public var delimiter: String?
  /// The sheet of a workbook.
  public var sheet: Untrusted?
  /// The number of the table in a Word file, from 1.
  public var table: Int?
  /// The section of a Markdown or Word file.
  public var section: Untrusted?
  /// What of a Markdown or Word file was read: `front-matter`, `metadata`, `table`.
  public var part: String?
  /// The row or line of the headings, from 1.
  public var headerRow: Int?
  /// An entry of the title block above a table.
  public struct TitleEntry: Sendable, Equatable {
    /// Name of the field whose label it is.
    public var field: String
    /// What the field is called.
    public var label: String
    /// The value as written.
    public var value: Untrusted

    /// Makes an entry.
    public init(field: String, label: String, value: Untrusted) {
      self.field = field
      self.label = label
      self.value = value
    }
  }

  /// What the title block above a table says of the document.
  public var titleBlock: [TitleEntry] = []
  /// Its keys or headings, in order.
  public var columns: [ColumnReading]
  /// YAML lines for the configuration that would mend what was not understood; they hold names
  /// from the files.
  public var proposal: [Untrusted]

  /// Records of one type.
  public struct TypeCount: Sendable, Equatable {
    /// Name of the type.
    public var name: String
    /// What the type is called.
    public var title: LocalizedText
    /// How many records.
    public var records: Int

    /// Makes a count.
    public init(name: String, title: LocalizedText, records: Int) {
      self.name = name
      self.title = title
      self.records = records
    }
  }

  /// Makes an entry.
  public init(
    types: [TypeCount], ground: Ground, encoding: String? = nil, delimiter: String? = nil,
    sheet: String? = nil, section: String? = nil, part: String? = nil, headerRow: Int? = nil,
    columns: [ColumnReading], proposal: [String] = []
  ) {
    self.types = types
    self.ground = ground
    self.encoding = encoding
    self.delimiter = delimiter
    self.sheet = sheet.map { Untrusted($0) }
    self.section = section.map { Untrusted($0) }
    self.part = part
    self.headerRow = headerRow
    self.columns = columns
    self.proposal = proposal.map { Untrusted($0) }
  }

  /// Records of all types.
  public var records: Int { ground == .proposal ? 0 : types.reduce(0) { $0 + $1.records } }
}

/// What one key or heading was taken for.
public struct ColumnReading: Sendable {
  /// What a heading means.
  public enum Meaning: Sendable, Equatable {
    /// The field at this path.
    case field(String)
    /// The field at this path, which another heading of the table holds too.
    case second(String)
    /// Nothing of the record, such as `type`.
    case ignored
    /// Nothing that is known.
    case unknown
  }

  /// The heading as written.
  public var heading: Untrusted
  /// Where it stands.
  public var location: Location?
  /// What it was taken for.
  public var meaning: Meaning
  /// The field it probably means, when it means nothing that is known.
  public var nearestField: String?
  /// The name or label of that field that it is nearly.
  public var nearestLabel: String?

  /// Makes an entry.
  public init(
    heading: Untrusted, location: Location?, meaning: Meaning, nearestField: String? = nil,
    nearestLabel: String? = nil
  ) {
    self.heading = heading
    self.location = location
    self.meaning = meaning
    self.nearestField = nearestField
    self.nearestLabel = nearestLabel
  }
}
