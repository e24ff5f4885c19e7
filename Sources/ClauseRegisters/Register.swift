public import ClauseRecords
public import ClauseSource

/// A table of which it is known, or guessed, what it is.
public struct Register: Sendable {
  /// Why a table is taken for a register of a type.
  public enum Ground: Sendable, Hashable {
    /// The configuration says the type, or the name of the file, its folder or its sheet is the
    /// plural of one.
    case declared
    /// Headings, name and values leave no doubt.
    case recognised
    /// It looks like one, and something speaks against reading it unasked.
    case unclear
  }

  /// What a column holds.
  public struct Column: Sendable {
    /// Column of the grid, from 1.
    public let number: Int
    /// Row of the cell to point at for the heading.
    public let row: Int
    /// The heading, with the group it stands below: `Risque brut / P`.
    public let heading: [UInt8]
    /// The slots that lead to the field it holds; nil where it means none, or where another column
    /// holds the field.
    public internal(set) var slots: [Int]?
    /// The slots of the field that an earlier column already holds.
    public internal(set) var second: [Int]?
    /// How sure the lexicon is, from 1 to 8; 0 where the heading means nothing.
    public internal(set) var quality: Int
    /// The language of the label that the heading is; nil where it is none.
    public internal(set) var language: Language?
    /// The time its values are for, where each cell is a record that the row carries.
    public internal(set) var period: ColumnPeriod?
  }

  /// What a row is.
  public enum RowKind: UInt8, Sendable, CaseIterable {
    case record
    case blank
    /// A title over the rows of a group.
    case section
    case total
    /// A legend, a note, a footnote.
    case note
    case signature
    /// The headings once more.
    case heading
    /// Prepared at the end, with nothing but formulas and running numbers.
    case template
    /// More cells than headings in a format without columns of its own: which value belongs where
    /// is not known.
    case damaged
    /// Left out by the configuration, with something in it.
    case skipped
  }

  /// An entry of the title block above the table: a label of a document and its value.
  public struct TitleEntry: Sendable, Hashable {
    /// The type whose label it is, as an index of the catalog.
    public let type: Int
    /// The slot of the field.
    public let slot: Int
    /// The value as written.
    public let value: [UInt8]
    /// Where the value stands; 0 outside of the grid.
    public let row: Int
    /// The column it stands in; 0 outside of the grid.
    public let column: Int
  }

  /// The record type, as an index of the catalog.
  public internal(set) var type: Int
  /// Why it is taken for one.
  public internal(set) var ground: Ground
  /// The type that fits next best, if any.
  public internal(set) var rival: Int?
  /// The rows of the headings.
  public internal(set) var headingRows: ClosedRange<Int>
  /// Its columns, in order.
  public internal(set) var columns: [Column]
  /// The rows of its records.
  public internal(set) var records: [Int] = []
  /// Rows that are no records: how many of each kind, and the first.
  public internal(set) var passedOver: [RowKind: (count: Int, first: Int)] = [:]
  /// Cells with something in them that stand in columns without a heading.
  public internal(set) var unheaded: (count: Int, row: Int, column: Int)?
  /// The title above it.
  public internal(set) var title: [UInt8] = []
  /// The title block, of the table or of the file.
  public internal(set) var titleBlock: [TitleEntry] = []

  /// Leaves it to be named only: what is asked for is another table.
  public mutating func makeUnclear() { ground = .unclear }

  /// Takes it for what the configuration asks for.
  public mutating func makeDeclared() { ground = .declared }

  /// The order of day and month in numeric dates where the dates of a column do not prove it: the
  /// one of the language most headings are in. English has both.
  public var impliedDateOrder: DateOrder? {
    let english = columns.count { $0.language == .english }
    let others = columns.count { $0.language != nil && $0.language != .english }
    return others > english ? .dayFirst : nil
  }

  /// How many headings mean a field.
  public var understood: Int { columns.count { $0.slots != nil || $0.second != nil } }
}

/// What is known of a table before it is looked at.
public struct RegisterHints: Sendable {
  /// What it is called, with how much the name says, from 0 to 2: a sheet says what it holds, the
  /// name of its workbook is that of all its sheets, a folder is common to many files.
  public var names: [(text: String, weight: Double)] = []
  /// The type that the configuration or a name says, as an index of the catalog.
  public var type: Int?
  /// The row of the headings, from 1.
  public var headingRow: Int?
  /// Rows between the headings and the first record.
  public var skippedRows = 0
  /// Headings that the configuration maps to fields.
  public var mapped: [String] = []
  /// Whether the table has to be called like its type to be read unasked: in prose, tables of other
  /// things are common.
  public var needsName = false

  /// Whether it is what a text says of itself: most likely that it is a document.
  var isOfText = false

  /// Makes hints that say nothing.
  public init() {}
}
