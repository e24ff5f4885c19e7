public import CEL
import ClauseBytes
public import ClauseSource

/// All records of a run with their references resolved.
public struct RecordStore: Sendable {
  /// The types.
  public let catalog: RecordTypeCatalog
  /// The records, grouped by type in the catalog's order; within a type in file order.
  public let records: [Record]
  /// Objects and values. Derived fields are absent until the engine fills them with
  /// `HeapBuilder(store.heap)`.
  public let heap: Heap
  /// What is wrong with the records, by place.
  public let problems: [RecordProblem]
  /// Values that could not be read; the token in a slot is the index.
  public let malformedValues: [MalformedValue]

  /// The first record of each type, and the number of records as the last element.
  let typeStarts: [Int]
  /// By type: exact id to record.
  let identifiers: [ByteTable]
  /// Where the objects of each layout come from, by row.
  let origins: [[ObjectOrigin]]
  /// Where the slots stand: by layout, row after row.
  let places: [[SlotPlace]]
  /// Places outside the record's own file, which slots refer to by number.
  let elsewhere: [Span]
  /// Where elements of lists stand, by layout and slot in one flat list.
  let elementPlaces: [TextPlace]
  /// The first element's index in `elementPlaces`, in parallel to `places`; -1 without elements.
  let elementStarts: [[Int32]]
  /// Types of which nothing was given and which references name, in the catalog's order.
  public let unprovided: [UnprovidedType]
  /// The first of each type's slots in one row of all, and their number as the last element.
  let slotStarts: [Int]

  /// Where an object of the heap comes from.
  struct ObjectOrigin: Sendable {
    /// The record it belongs to; -1 for an object that stands for a mere name.
    let record: Int32
    /// The slot of the object it stands in; -1 for records.
    let slot: Int32
    /// Its number in a list; -1 outside lists.
    let element: Int32
    /// The object it stands in; itself for records.
    let parent: ObjectRef
  }

  // MARK: Records

  /// The indices of a type's records in `records`.
  public func indices(ofType typeIndex: Int) -> Range<Int> {
    typeStarts[typeIndex]..<typeStarts[typeIndex + 1]
  }

  /// The records of a type.
  public func records(ofType typeIndex: Int) -> ArraySlice<Record> {
    records[indices(ofType: typeIndex)]
  }

  /// The type of a record.
  public func type(of record: Record) -> RecordType { catalog.types[record.typeIndex] }

  /// The index of the first record of a type with exactly this id, or nil.
  public func record(ofType typeIndex: Int, id: String) -> Int? {
    identifiers[typeIndex].value(of: id.utf8).map(Int.init)
  }

  /// The index of the record an object belongs to, also for a structure inside a record.
  public func record(of object: ObjectRef) -> Int? {
    origin(of: object).flatMap { $0.record < 0 ? nil : Int($0.record) }
  }

  // MARK: Places

  /// Where the value in a slot stands, in the configuration for one that it gives; nil when it is
  /// absent and no key stands for it.
  public func span(of object: ObjectRef, slot: Int) -> Span? {
    guard let origin = origin(of: object), origin.record >= 0,
      let place = place(of: object, slot)
    else { return nil }
    if let number = place.value.elsewhere { return elsewhere[number] }
    return place.value.span(in: records[Int(origin.record)].span.file)
  }

  /// Where the key or heading of a slot stands; nil without one.
  public func keySpan(of object: ObjectRef, slot: Int) -> Span? {
    guard let origin = origin(of: object), origin.record >= 0,
      let place = place(of: object, slot)
    else { return nil }
    return place.key.span(in: records[Int(origin.record)].span.file)
  }

  /// Where an element of the list in a slot stands, or nil.
  public func elementSpan(of object: ObjectRef, slot: Int, element: Int) -> Span? {
    guard let origin = origin(of: object), origin.record >= 0,
      let index = placeIndex(of: object, slot)
    else { return nil }
    let first = Int(elementStarts[Int(object.typeID)][index])
    guard first >= 0, element >= 0,
      element < Int(count(ofListIn: object, slot)), first + element < elementPlaces.count
    else { return nil }
    return elementPlaces[first + element].span(in: records[Int(origin.record)].span.file)
  }

  /// The path of a slot from its record: `approved_by`, `criteria[1].weight`.
  public func path(of object: ObjectRef, slot: Int) -> String {
    let layout = catalog.layouts[Int(object.typeID)]
    let name: String
    if slot < layout.fields.count {
      name = layout.fields[slot].name
    } else {
      // A relation bears the name under which the record itself has it.
      let derived = layout.derived[slot - layout.fields.count]
      name = derived.ownEnd ?? derived.name
    }
    let prefix = path(of: object)
    return prefix.isEmpty ? name : prefix + "." + name
  }

  /// The path of an object from its record: empty for a record, `effectiveness`, `criteria[1]`.
  public func path(of object: ObjectRef) -> String {
    guard let origin = origin(of: object), origin.slot >= 0 else { return "" }
    let path = path(of: origin.parent, slot: Int(origin.slot))
    return origin.element >= 0 ? "\(path)[\(origin.element)]" : path
  }

  /// The value behind the token of a malformed slot.
  public func malformedValue(_ token: UInt32) -> MalformedValue? {
    Int(token) < malformedValues.count ? malformedValues[Int(token)] : nil
  }

  /// What stands for a register of the type at index `type` that nobody provided: what it would
  /// hold is not known, so that what depends on it is not decided.
  public static func register(notProvided type: Int) -> Value {
    .malformed(UInt32.max - UInt32(clamping: type))
  }

  /// The type, as an index of the catalog, for want of whose register the token of a malformed
  /// slot stands; nil for a value that could not be read.
  public func typeNotProvided(_ token: UInt32) -> Int? {
    if let value = malformedValue(token) { return value.notProvided }
    let type = Int(UInt32.max - token)
    return type < catalog.types.count ? type : nil
  }

  /// What stands in a slot that the register of a record has no column for: what it would hold is
  /// not known.
  public func missingColumn(_ slot: Int, ofType type: Int) -> Value {
    .malformed(UInt32.max - UInt32(clamping: catalog.types.count + slotStarts[type] + slot))
  }

  /// A column that a register lacks.
  public struct Column: Sendable {
    /// The type of its records, as an index of the catalog.
    public let type: Int
    /// The slot of the field it would hold.
    public let slot: Int
    /// The first file whose register lacks it.
    public let file: FileID
  }

  /// The tokens of what stands in slots without a column.
  public var missingColumns: ClosedRange<UInt32> {
    let last = UInt32.max - UInt32(clamping: catalog.types.count)
    return (last - UInt32(clamping: slotStarts.last ?? 0))...last
  }

  /// The column for want of which the token of a slot stands, and the first file whose register
  /// lacks it; nil for other tokens.
  public func columnMissing(_ token: UInt32) -> Column? {
    let number = Int(UInt32.max - token) - catalog.types.count
    guard number >= 0, number < slotStarts.last ?? 0,
      let type = slotStarts.lastIndex(where: { $0 <= number })
    else { return nil }
    let slot = number - slotStarts[type]
    let record = records(ofType: type).first { $0.columns.map { !$0.contains(slot) } ?? false }
    return record.map { Column(type: type, slot: slot, file: $0.span.file) }
  }

  /// Whether a record is a row of a table that lacks columns of its type.
  public var lacksColumns: Bool {
    records.contains { record in
      record.columns.map { $0.count < catalog.layouts[record.typeIndex].fields.count } ?? false
    }
  }

  private func count(ofListIn object: ObjectRef, _ slot: Int) -> UInt32 {
    if case .list(let list) = heap.field(slot, of: object) { return list.count }
    return 0
  }

  private func origin(of object: ObjectRef) -> ObjectOrigin? {
    let type = Int(object.typeID)
    guard type < origins.count, Int(object.row) < origins[type].count else { return nil }
    return origins[type][Int(object.row)]
  }

  private func place(of object: ObjectRef, _ slot: Int) -> SlotPlace? {
    placeIndex(of: object, slot).map { places[Int(object.typeID)][$0] }
  }

  private func placeIndex(of object: ObjectRef, _ slot: Int) -> Int? {
    let type = Int(object.typeID)
    let width = catalog.layouts[type].fields.count
    guard slot >= 0, slot < width else { return nil }
    let index = Int(object.row) * width + slot
    return index < places[type].count ? index : nil
  }
}
