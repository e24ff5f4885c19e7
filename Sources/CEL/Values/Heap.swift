/// The values of a run: objects by type, and the texts and lists they refer to. Immutable.
public struct Heap: Sendable {
  /// The object types, in the order of their numbers.
  public let types: [ObjectType]
  var bytes: [UInt8] = []
  var values: [Value] = []
  /// One table per type, row after row.
  var tables: [[Value]]
  /// All objects of each type, as a list.
  var rows: [ListRef]
  var interned = InternTable()

  /// A heap without objects, for expressions over plain values.
  public static let empty = HeapBuilder(types: []).finish()

  init(types: [ObjectType]) {
    self.types = types
    tables = Array(repeating: [], count: types.count)
    rows = Array(repeating: ListRef(offset: 0, count: 0, space: .heap), count: types.count)
  }

  /// The bytes of its texts; equal texts are one.
  public var textBytes: Int { bytes.count }

  /// The number of a type, or nil when there is none of this name.
  public func typeID(named name: String) -> Int? {
    types.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The text of a string or of bytes in this heap.
  public func string(of value: Value) -> String? {
    bytes(of: value).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The UTF-8 bytes of a string, or the octets of bytes, in this heap.
  public func bytes(of value: Value) -> ArraySlice<UInt8>? {
    switch value {
    case .string(let reference) where reference.space == .heap,
      .bytes(let reference) where reference.space == .heap:
      bytes[reference.range]
    default: nil
    }
  }

  /// The elements of a list in this heap; none for any other value.
  public func elements(of value: Value) -> ArraySlice<Value> {
    guard case .list(let list) = value, list.space == .heap else { return [] }
    return values[list.range]
  }

  /// The entries of a map in this heap, in the order they were given.
  public func entries(of value: Value) -> [(key: Value, value: Value)] {
    guard case .map(let map) = value, map.space == .heap else { return [] }
    return stride(from: map.range.lowerBound, to: map.range.upperBound, by: 2)
      .map { (values[$0], values[$0 + 1]) }
  }

  /// What a slot of an object holds: a value, `.absent` or `.malformed`.
  public func field(_ slot: Int, of object: ObjectRef) -> Value {
    let width = types[Int(object.typeID)].fields.count
    return tables[Int(object.typeID)][Int(object.row) * width + slot]
  }

  /// How many objects of a type there are.
  public func count(ofType typeID: Int) -> Int { Int(rows[typeID].count) }

  /// All objects of a type, as a list value.
  public func allObjects(ofType typeID: Int) -> Value { .list(rows[typeID]) }
}

/// Fills a heap.
public struct HeapBuilder {
  private var heap: Heap
  private var counts: [Int]

  /// Starts an empty heap for these types.
  public init(types: [ObjectType]) {
    heap = Heap(types: types)
    counts = Array(repeating: 0, count: types.count)
  }

  /// Starts from a finished heap, whose values stay valid in the new one.
  public init(_ heap: Heap) {
    self.heap = heap
    counts = heap.rows.map { Int($0.count) }
  }

  /// A string with these UTF-8 bytes; equal bytes give one string.
  public mutating func string(utf8 bytes: some Sequence<UInt8>) -> Value {
    .string(heap.interned.intern(Array(bytes), into: &heap.bytes))
  }

  /// A string.
  public mutating func string(_ text: String) -> Value { string(utf8: text.utf8) }

  /// A bytes value.
  public mutating func bytes(_ octets: some Sequence<UInt8>) -> Value {
    .bytes(heap.interned.intern(Array(octets), into: &heap.bytes))
  }

  /// A list of values of this heap.
  public mutating func list(_ elements: [Value]) -> Value { .list(append(elements)) }

  private mutating func append(_ elements: [Value]) -> ListRef {
    precondition(
      heap.values.count + elements.count <= Int(UInt32.max), "more than 4 billion list elements")
    let list = ListRef(offset: heap.values.count, count: elements.count, space: .heap)
    heap.values.append(contentsOf: elements)
    return list
  }

  /// A map of values of this heap; the caller sees to it that no key repeats.
  public mutating func map(_ entries: [(Value, Value)]) -> Value {
    var flat: [Value] = []
    flat.reserveCapacity(2 * entries.count)
    for (key, value) in entries {
      flat.append(key)
      flat.append(value)
    }
    let list = append(flat)
    return .map(MapRef(offset: Int(list.offset), count: entries.count, space: .heap))
  }

  /// An optional holding `value`, or nothing.
  public mutating func optional(_ value: Value?) -> Value {
    .optional(OptionalRef(content: append(value.map { [$0] } ?? [])))
  }

  /// A new object of a type, every slot absent.
  public mutating func object(ofType typeID: Int) -> ObjectRef {
    let object = ObjectRef(typeID: typeID, row: counts[typeID])
    counts[typeID] += 1
    heap.tables[typeID].append(
      contentsOf: repeatElement(.absent, count: heap.types[typeID].fields.count))
    return object
  }

  /// A new object of the type of this name, or nil when there is none.
  public mutating func object(_ typeName: String) -> ObjectRef? {
    heap.typeID(named: typeName).map { object(ofType: $0) }
  }

  /// Sets what a slot of an object holds.
  public mutating func set(_ value: Value, slot: Int, of object: ObjectRef) {
    let width = heap.types[Int(object.typeID)].fields.count
    heap.tables[Int(object.typeID)][Int(object.row) * width + slot] = value
  }

  /// What a slot of an object holds.
  public func field(_ slot: Int, of object: ObjectRef) -> Value { heap.field(slot, of: object) }

  /// The text of a string of this heap.
  public func string(of value: Value) -> String? { heap.string(of: value) }

  /// The bytes of the texts so far.
  public var textBytes: Int { heap.textBytes }

  /// The heap, with the list of objects of each type brought up to date.
  public consuming func finish() -> Heap {
    for typeID in heap.types.indices where Int(heap.rows[typeID].count) != counts[typeID] {
      let objects = (0..<counts[typeID]).map { Value.object(ObjectRef(typeID: typeID, row: $0)) }
      heap.rows[typeID] = append(objects)
    }
    return heap
  }
}
