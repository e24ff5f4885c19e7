public import ClauseCalendar

/// Where the bytes or elements of a value are kept.
public enum Space: UInt8, Sendable, BitwiseCopyable {
  /// In the heap: as long as the heap.
  case heap
  /// In the program under evaluation: until the next evaluation.
  case program
  /// Made by the evaluation: until the next evaluation.
  case scratch
}

/// The place of the UTF-8 bytes of a string, or of the octets of bytes.
public struct StringRef: BitwiseCopyable, Sendable {
  /// The first byte.
  public let offset: UInt32
  /// The number of bytes.
  public let count: UInt32
  /// The arena.
  public let space: Space

  @inlinable
  init(offset: Int, count: Int, space: Space) {
    self.offset = UInt32(truncatingIfNeeded: offset)
    self.count = UInt32(truncatingIfNeeded: count)
    self.space = space
  }

  /// The byte range in the arena.
  @inlinable var range: Range<Int> { Int(offset)..<(Int(offset) + Int(count)) }
}

/// The place of the elements of a list.
public struct ListRef: BitwiseCopyable, Sendable {
  /// The first element.
  public let offset: UInt32
  /// The number of elements.
  public let count: UInt32
  /// The arena.
  public let space: Space

  @inlinable
  init(offset: Int, count: Int, space: Space) {
    self.offset = UInt32(truncatingIfNeeded: offset)
    self.count = UInt32(truncatingIfNeeded: count)
    self.space = space
  }

  /// The element range in the arena.
  @inlinable var range: Range<Int> { Int(offset)..<(Int(offset) + Int(count)) }
}

/// The place of the entries of a map: keys and values in turn.
public struct MapRef: BitwiseCopyable, Sendable {
  /// The first key.
  public let offset: UInt32
  /// The number of entries.
  public let count: UInt32
  /// The arena.
  public let space: Space

  @inlinable
  init(offset: Int, count: Int, space: Space) {
    self.offset = UInt32(truncatingIfNeeded: offset)
    self.count = UInt32(truncatingIfNeeded: count)
    self.space = space
  }

  /// The range of keys and values in the arena.
  @inlinable var range: Range<Int> { Int(offset)..<(Int(offset) + 2 * Int(count)) }
}

/// An object of the host: a row of one type's table.
public struct ObjectRef: BitwiseCopyable, Sendable, Hashable {
  /// The number of the type in the environment.
  public let typeID: UInt32
  /// The row.
  public let row: UInt32

  /// Makes a reference to a row.
  public init(typeID: Int, row: Int) {
    self.typeID = UInt32(truncatingIfNeeded: typeID)
    self.row = UInt32(truncatingIfNeeded: row)
  }
}

/// A value that may be missing: no element or one.
public struct OptionalRef: BitwiseCopyable, Sendable {
  let content: ListRef
  /// Whether there is a value.
  public var hasValue: Bool { content.count == 1 }
}

/// A value of a library's own type, kept as bytes.
public struct OpaqueRef: BitwiseCopyable, Sendable {
  let kind: OpaqueKind
  let offset: UInt32
  let count: UInt16
  let space: Space
  var bytes: StringRef { StringRef(offset: Int(offset), count: Int(count), space: space) }
}

/// The library types with values of their own.
enum OpaqueKind: UInt8, Sendable, BitwiseCopyable {
  case ip, cidr
}

/// A type as a value, as coarse as `type(x)` tells them apart.
public enum TypeRef: BitwiseCopyable, Sendable, Hashable {
  case null, bool, int, uint, double, string, bytes, list, map, type, timestamp, duration
  case date, period, optional, ip, cidr
  /// A host type, by number.
  case object(UInt32)
}

/// A value in an evaluation: 16 bytes, copied without counting references.
///
/// References are only good for the heap and evaluator they came from.
public enum Value: BitwiseCopyable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(StringRef)
  case bytes(StringRef)
  case list(ListRef)
  case map(MapRef)
  case date(CivilDate)
  case period(Period)
  case timestamp(Timestamp)
  /// Nanoseconds.
  case duration(Int64)
  case type(TypeRef)
  case optional(OptionalRef)
  case object(ObjectRef)
  case opaque(OpaqueRef)
  /// An empty slot of an object; never the value of an expression.
  case absent
  /// A slot whose text could not be read; the token is the host's.
  case malformed(UInt32)
  /// No value: the number of a failure in its evaluator.
  case failure(UInt32)

  /// The coarse type, or nil for what is no value.
  public var type: TypeRef? {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list
    case .map: .map
    case .date: .date
    case .period: .period
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type
    case .optional: .optional
    case .object(let reference): .object(reference.typeID)
    case .opaque(let reference): reference.kind == .ip ? .ip : .cidr
    case .absent, .malformed, .failure: nil
    }
  }

  /// Whether this is a failure.
  public var isFailure: Bool {
    if case .failure = self { return true }
    return false
  }

  /// Whether this is the value true.
  public var isTrue: Bool {
    if case .bool(true) = self { return true }
    return false
  }
}
