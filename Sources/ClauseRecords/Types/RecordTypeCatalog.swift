public import CEL
import ClauseBytes
import ClauseSource

/// All record types of a run, with the tables that binding and checking need.
public struct RecordTypeCatalog: Sendable {
  /// The types that can have records, in byte order of their names.
  public let types: [RecordType]
  /// Layouts of objects: those of `types` at the same indices, then those of structures.
  public let layouts: [ObjectLayout]
  /// The parts that rows of a type's registers may carry, by type.
  public internal(set) var parts: [[RecordPart]]
  private let byName: ByteTable
  private let byPlural: ByteTable
  private let byFoldedPlural: ByteTable

  init(types: [RecordType], layouts: [ObjectLayout]) {
    self.types = types
    self.layouts = layouts
    parts = Array(repeating: [], count: types.count)
    var byName = ByteTable()
    var byPlural = ByteTable()
    var byFoldedPlural = ByteTable()
    for (index, type) in types.enumerated() {
      byName.insert(type.name.utf8, Int32(index))
      byPlural.insert(type.plural.utf8, Int32(index))
      byFoldedPlural.insert(Fold.heading(Array(type.plural.utf8)[...]), Int32(index))
    }
    self.byName = byName
    self.byPlural = byPlural
    self.byFoldedPlural = byFoldedPlural
  }

  /// A catalog without types.
  public static let empty = RecordTypeCatalog(types: [], layouts: [])

  // MARK: Look-up

  /// The index in `types` of the type called `name`, or nil.
  public func index(ofType name: String) -> Int? { byName.value(of: name.utf8).map(Int.init) }

  /// The index in `types` of the type whose plural is `plural`, or nil.
  public func index(ofPlural plural: String) -> Int? {
    byPlural.value(of: plural.utf8).map(Int.init)
  }

  /// The type called `name`, or nil.
  public func type(named name: String) -> RecordType? { index(ofType: name).map { types[$0] } }

  /// The type whose plural is `plural`, or nil.
  public func type(plural: String) -> RecordType? { index(ofPlural: plural).map { types[$0] } }

  /// The type whose plural is the name of a file or folder: letter case, `-` and blanks do not
  /// matter there.
  func index(ofPluralInPath part: ArraySlice<UInt8>) -> Int? {
    let key = Fold.heading(part)
    return key.isEmpty ? nil : byFoldedPlural.value(of: key).map(Int.init)
  }

  /// The type whose plural is the name of a file, folder or sheet, or nil.
  public func index(ofPluralNamed name: String) -> Int? {
    index(ofPluralInPath: Array(name.utf8)[...])
  }

  func index(ofType name: ArraySlice<UInt8>) -> Int? { byName.value(of: name).map(Int.init) }

  func index(ofPlural plural: ArraySlice<UInt8>) -> Int? {
    byPlural.value(of: plural).map(Int.init)
  }

  /// The slot of a field or derived field of the type at `index`, or nil.
  public func slot(of field: String, inType index: Int) -> Int? { layouts[index].slot(of: field) }

  /// The slots that lead from a record of a type to the field at a path such as
  /// `effectiveness.checked_on`; nil where there is none, or where a list is on the way.
  public func slotPath(of path: String, inType index: Int) -> [Int]? {
    var layout = index
    var slots: [Int] = []
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    for (position, part) in parts.enumerated() {
      if position == 0, parts.count > 1, let (slot, type) = carried(String(part), inType: index) {
        slots.append(slot)
        layout = type
        continue
      }
      guard let slot = layouts[layout].names.value(of: part.utf8).map(Int.init) else { return nil }
      slots.append(slot)
      if position + 1 == parts.count { break }
      guard case .structure = layouts[layout].fields[slot].type,
        let inner = layouts[layout].nested[slot]
      else { return nil }
      layout = inner
    }
    return slots
  }

  // MARK: Parts of rows

  /// The slot that leads to a part of a type, which lies behind those of its fields, and the type
  /// of the part; nil where the type carries none of this name.
  private func carried(_ name: String, inType index: Int) -> (slot: Int, type: Int)? {
    guard index < parts.count,
      let position = parts[index].firstIndex(where: { $0.name.equalsByBytes(name) })
    else { return nil }
    return (layouts[index].slotCount + position, parts[index][position].type)
  }

  /// The part that the first of `slots` leads to; nil where it leads to a field.
  public func part(at slots: [Int]?, inType index: Int) -> RecordPart? {
    guard let first = slots?.first, index < parts.count else { return nil }
    let position = first - layouts[index].slotCount
    return parts[index].indices.contains(position) ? parts[index][position] : nil
  }

  /// The layout that a slot leads into: that of a structure, or of the type of a part.
  func inner(of slot: Int, inLayout index: Int) -> Int? {
    if let part = part(at: [slot], inType: index) { return part.type }
    return layouts[index].nested.indices.contains(slot) ? layouts[index].nested[slot] : nil
  }

  // MARK: Types of expressions

  /// The object types of all layouts, in their order: `HeapBuilder` gets these.
  public var objectTypes: [ObjectType] { layouts.map(\.objectType) }

  /// The expression type of the field or derived field at `slot` of a layout.
  public func celType(ofSlot slot: Int, inLayout index: Int) -> CELType {
    layouts[index].objectType.fields[slot].type
  }

  /// The expression type of the records of a type.
  public func celType(ofType index: Int) -> CELType { .object(types[index].name) }

  // MARK: Nearest names

  /// The name of a type spelt nearly like `name`, or nil.
  public func nearestType(to name: String) -> String? {
    NearName.nearest(to: name, among: types.map(\.name))
  }

  /// The plural spelt nearly like `name`, or nil.
  public func nearestPlural(to name: String) -> String? {
    NearName.nearest(to: name, among: types.map(\.plural))
  }

  /// The field or derived field of a layout spelt nearly like `name`, or nil.
  public func nearestField(to name: String, inLayout index: Int) -> String? {
    let layout = layouts[index]
    return NearName.nearest(
      to: name, among: layout.fields.map(\.name) + layout.derived.map(\.name))
  }
}
