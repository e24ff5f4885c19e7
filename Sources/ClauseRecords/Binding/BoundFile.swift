import CEL
import ClauseCalendar
public import ClauseSource

/// The records of one file, read by their types; references still stand as text.
///
/// Pure data of one file, so that files can be bound in parallel and joined in order afterwards.
public struct BoundFile: Sendable {
  /// The file.
  public let file: FileID
  /// Its path from the root.
  public let path: String
  /// The records in file order.
  public internal(set) var records: [BoundRecord] = []
  /// What is wrong with their values, in file order; `record` counts in `records`.
  public internal(set) var problems: [RecordProblem] = []
  /// What could not be understood of the file.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// What the keys and headings of its records were taken for, in the order they were met.
  public internal(set) var keys: [BoundKey] = []
  /// Types of which the file has a list that is empty, as indices of the catalog.
  public internal(set) var emptyLists: Set<Int> = []
  /// Whether the file holds no records and is none of our business; a note says why.
  public internal(set) var isPassedOver = false

  /// Slots of the records and of structures in them, each in one run.
  var values: [BoundValue] = []
  /// Where the slots stand, in parallel.
  var places: [SlotPlace] = []
  /// Elements of lists, and keys and values of maps in turn.
  var elements: [BoundValue] = []
  /// Where the elements stand, in parallel.
  var elementPlaces: [TextPlace] = []
  /// Places in other files, of values that the configuration gives.
  var elsewhere: [Span] = []
  /// The texts of all values.
  var text: [UInt8] = []
  /// Whether references may be titles.
  var refersByTitle = false

  /// A link in the text of a document.
  struct Link: Sendable {
    let target: String
    let span: Span
  }
  /// The links of the text.
  var links: [Link] = []
  /// The names of places in the text, as links give them.
  var anchors: Set<String> = []
  /// Whether the text was read, so that `anchors` are all there are.
  var hasOutline = false

  /// About how many bytes it holds in memory. An estimate by fixed weights, so that a limit on it
  /// is met by the same files on every machine.
  public var byteCount: Int {
    let ids = records.reduce(0) { $0 + 128 + $1.id.utf8.count }
    let targets = links.reduce(0) { $0 + 32 + $1.target.utf8.count }
    let names = anchors.reduce(0) { $0 + 32 + $1.utf8.count }
    return ids + targets + names + text.count + values.count * 32 + elements.count * 24
      + keys.count * 128 + (problems.count + diagnostics.count) * 512
  }

  init(file: FileID, path: String) {
    self.file = file
    self.path = path
  }
}

/// What a key or heading was taken for.
public struct BoundKey: Sendable {
  /// The key as written, cut to the length of an excerpt.
  public let key: Untrusted
  /// Where it first stands.
  public let span: Span
  /// The type of the records, as an index of the catalog.
  public let typeIndex: Int
  /// The path of the field it holds; nil when it holds none.
  public internal(set) var field: String?
  /// Whether it holds nothing of the record, such as `type`.
  public internal(set) var isIgnored: Bool
  /// Whether another heading of the table holds the same field.
  public internal(set) var isSecond = false
  /// The heading it is nearly, with its field, when it holds none.
  public internal(set) var nearest: NearHeading?

  init(
    key: String, span: Span, typeIndex: Int, field: String?, isIgnored: Bool,
    nearest: NearHeading?
  ) {
    self.key = Untrusted(key)
    self.span = span
    self.typeIndex = typeIndex
    self.field = field
    self.isIgnored = isIgnored
    self.nearest = nearest
  }
}

/// One record of a bound file.
public struct BoundRecord: Sendable {
  /// Index of the type in the catalog.
  public let typeIndex: Int
  /// The id: as written, or made from the path of the file or the row.
  public let id: String
  /// Whether the id was made because the record has none.
  public let hasMadeUpID: Bool
  /// The whole record.
  public let span: Span
  /// What to point at for the record: its id, else its beginning.
  public let anchor: Span
  /// The first of its slots in `BoundFile.values`.
  let firstValue: Int
  /// The slots that its table has a column for, or the configuration a value, those that lead to
  /// parts among them; nil for a record that is no row.
  let columns: Set<Int>?
  /// The record whose row carries it; nil for a record with a row or file of its own.
  var carried: Carried?

  /// What a record was carried by.
  struct Carried: Sendable {
    /// The record of the row, by its number in the file.
    let record: Int
    /// The slot of the text it was made of.
    let text: Int
    /// Whether such rows are the whole register of its type.
    let isWholeRegister: Bool
  }
}

/// A value read by its declared type, before references are resolved.
enum BoundValue: Sendable {
  case absent
  /// Could not be read; the number of the problem in the file.
  case malformed(problem: Int32)
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case date(CivilDate)
  case instant(Timestamp)
  case period(Period)
  /// A range of `BoundFile.text`.
  case text(TextRange)
  case file(TextRange)
  case reference(TextRange)
  /// A record of the same file, by its number in it.
  case record(Int32)
  /// A literal of the field's enumeration.
  case literal(Int32)
  /// A range of `BoundFile.elements`.
  case list(first: Int32, count: Int32)
  /// Keys and values in turn in `BoundFile.elements`.
  case map(first: Int32, count: Int32)
  /// A date that the dates of its column have to decide; none is left in a finished file.
  case undecidedDate(Int32)
  /// The first slot in `BoundFile.values`.
  case structure(first: Int32)
}

/// A range of `BoundFile.text`.
struct TextRange: Sendable {
  let first: Int32
  let count: Int32
  var range: Range<Int> { Int(first)..<Int(first + count) }
}

/// A range of the record's file, or the number of a place in another one; absent when `start` is
/// negative.
struct TextPlace: Sendable {
  let start: Int32
  let end: Int32

  static let none = TextPlace(start: -1, end: -1)

  init(_ span: Span) {
    start = span.start
    end = span.end
  }

  /// A place in another file, by its number.
  init(elsewhere number: Int) {
    start = -2
    end = Int32(clamping: number)
  }

  /// The number of a place in another file; nil for one in the record's own.
  var elsewhere: Int? { start == -2 ? Int(end) : nil }

  private init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// The span in `file`, or nil.
  func span(in file: FileID) -> Span? {
    start < 0 ? nil : Span(file: file, start: Int(start), end: Int(end))
  }
}

/// Where a slot's key and value stand.
struct SlotPlace: Sendable {
  var key = TextPlace.none
  var value = TextPlace.none
}
