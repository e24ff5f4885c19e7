public import ClauseDocuments
public import ClauseSource

/// In which order a source writes day, month and year.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
  /// `2026-01-31` only.
  case iso
  /// `31/01/2026`.
  case dayFirst = "day-first"
  /// `01/31/2026`.
  case monthFirst = "month-first"
}

/// A table whose headings were recognised: what the columns of one root of a tree hold.
public struct RecognisedTable: Sendable, Hashable {
  /// What one heading means.
  public struct Column: Sendable, Hashable {
    /// The heading, the key of the column's values.
    public var key: NodeID
    /// The slots of the field it holds; nil where it holds none.
    public var slots: [Int]?
    /// The slots of a field that another column holds already.
    public var second: [Int]?
    /// The time its values are for, where each cell is a record that the row carries.
    public var period: ColumnPeriod?

    /// Makes a column.
    public init(
      key: NodeID, slots: [Int]?, second: [Int]? = nil, period: ColumnPeriod? = nil
    ) {
      self.key = key
      self.slots = slots
      self.second = second
      self.period = period
    }
  }

  /// The record type, as an index of the catalog.
  public var type: Int
  /// Its columns.
  public var columns: [Column]
  /// The order of day and month that the language of the headings has; counts where the dates of a
  /// column prove none.
  public var impliedDates: DateOrder?

  /// Makes a table.
  public init(type: Int, columns: [Column], impliedDates: DateOrder? = nil) {
    self.type = type
    self.columns = columns
    self.impliedDates = impliedDates
  }
}

/// How the records of a file are to be found and read, where the conventions do not say it.
public struct BindingPlan: Sendable, Hashable {
  /// What a file holds.
  public enum Shape: String, Sendable, Hashable {
    /// Decided by the form of the document: a list, a mapping of ids to records, or one record.
    case automatic
    /// The whole document is one record.
    case oneRecord = "one-record"
  }

  /// The record type; nil for what the conventions say of the file.
  public var type: String?
  /// Whether a document is one record.
  public var shape: Shape
  /// Headings or keys by the path of the field they hold.
  public var fields: [String: String]
  /// Values by the path of the field they fill where a record has no value of its own.
  public var constants: [String: String]
  /// Values by the path of the field they fill where a record's key or cell is empty.
  public var defaults: [String: String]
  /// The declared order of dates; nil when each column has to prove its own.
  public var dates: DateOrder?
  /// Whether texts are split into lists at commas and semicolons; nil for "in tables only".
  public var splitsCells: Bool?
  /// Whether a reference may also be the title or name of a record.
  public var refersByTitle: Bool
  /// Whether the records are rows of a table in a file whose name does not say so.
  public var isTable: Bool
  /// What words stand for, by the path of the field: `À faire` for `planned`. An empty text says
  /// that the word means nothing.
  public var values: [String: [String: String]] = [:]
  /// What the tables of the file hold, in the order of the tree's roots; empty where nobody
  /// recognised any.
  public var tables: [RecognisedTable] = []
  /// Where the configuration writes the headings and values above, by the path of the field.
  public var places: [String: Span]

  /// Makes a plan.
  public init(
    type: String? = nil, shape: Shape = .automatic, fields: [String: String] = [:],
    constants: [String: String] = [:], defaults: [String: String] = [:], dates: DateOrder? = nil,
    splitsCells: Bool? = nil, refersByTitle: Bool = false, isTable: Bool = false,
    places: [String: Span] = [:]
  ) {
    self.type = type
    self.shape = shape
    self.fields = fields
    self.constants = constants
    self.defaults = defaults
    self.dates = dates
    self.splitsCells = splitsCells
    self.refersByTitle = refersByTitle
    self.isTable = isTable
    self.places = places
  }

  /// Everything by convention.
  public static let conventions = BindingPlan()
}
