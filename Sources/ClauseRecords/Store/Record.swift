public import CEL
public import ClauseSource

/// A record of the run.
public struct Record: Sendable {
  /// Index of its type in the catalog.
  public let typeIndex: Int
  /// Its id.
  public let id: Untrusted
  /// Whether the id was made from the file's path or the row, because the record has none.
  public let hasMadeUpID: Bool
  /// Its object in the heap.
  public let object: ObjectRef
  /// The whole record.
  public let span: Span
  /// What to point at for the record: its id, else its beginning.
  public let anchor: Span
  /// The slots that its table has a column for, or the configuration a value, those that lead to
  /// parts among them; nil for a record that is no row of a table. What has no column no row can
  /// say.
  public let columns: Set<Int>?
  /// Whether the row of another record carries it, so that its type may have more records in a
  /// register that nobody provided.
  public let isPart: Bool
  /// The record in whose row it stands, as an index of the store; nil for one with its own row.
  public let carrier: Int?
}

/// A value that could not be read, by the token that stands in its slot.
public struct MalformedValue: Sendable, Hashable {
  /// Index of the record in the store.
  public let record: Int
  /// Path of the field, such as `criteria[1].weight`.
  public let fieldPath: String
  /// Where the value stands.
  public let span: Span
  /// The type, as an index of the catalog, whose register would say what a mere name does not:
  /// nothing is wrong with what is written. Nil for a value that could not be read.
  public var notProvided: Int?
}

/// What is known about a path given as evidence.
public enum EvidenceState: Sendable, Hashable {
  /// A file under the root that is not empty.
  case present
  /// A file under the root without a byte.
  case empty
  /// A file under the root that only says where Git LFS keeps the content.
  case pointer
  /// A file under the root that only leads to another place.
  case shortcut
  /// No such file under the root, letter case included.
  case missing
  /// A folder under the root: no evidence, but a place that a link may lead to.
  case folder
  /// A path that leads out of the root; nobody looked whether anything is there.
  case outside
}
