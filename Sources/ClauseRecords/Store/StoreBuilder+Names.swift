import ClauseBytes
import CEL
public import ClauseSource

/// Names that stand for records of which nothing else is known.
///
/// Registers name persons, processes and documents. Where the register of these was not given, a
/// name is a record with that name and nothing else: equal names are equal, and what a rule asks
/// beyond the name is not provided.
extension StoreBuilder {
  /// The object a name stands for; nil where records of the type were given, so that the name has
  /// to be that of one of them.
  mutating func namedOnly(
    _ name: ArraySlice<UInt8>, _ targets: [Int], _ site: Site
  ) -> Value? {
    // Where a field takes records of several types, any of them that was not given will do.
    guard files[site.file].refersByTitle,
      let type = targets.first(where: { !isGiven[$0] }) ?? proseTarget(name, targets, site)
    else { return nil }
    let key =
      catalog.types[type].called.isEmpty ? Fold.heading(name) : CalledNames.key(ofName: name)
    if key.isEmpty { return nil }
    if targets.count == 1 {
      let known = unprovided[type]
      unprovided[type] = UnprovidedType(
        type: type, references: (known?.references ?? 0) + 1, first: known?.first ?? site.span)
    }
    if let known = namedObjects[type, default: ByteTable()].value(of: key) {
      return .object(ObjectRef(typeID: type, row: Int(known)))
    }
    let object = newObject(
      ofLayout: type,
      RecordStore.ObjectOrigin(
        record: -1, slot: -1, element: -1,
        parent: ObjectRef(typeID: type, row: origins[type].count)))
    namedObjects[type, default: ByteTable()].insert(key, Int32(clamping: object.row))
    let layout = catalog.layouts[type]
    let text = heap.string(utf8: name)
    malformedValues.append(
      MalformedValue(
        record: site.record, fieldPath: path(site), span: site.span, notProvided: type))
    let token = UInt32(malformedValues.count - 1)
    for slot in 0..<layout.slotCount {
      let isName =
        slot == 0
        || (slot < layout.fields.count
          && Self.titleFields.contains { $0.equalsByBytes(layout.fields[slot].name) })
      heap.set(isName ? text : .malformed(token), slot: slot, of: object)
    }
    return .object(object)
  }
}

extension StoreBuilder {
  /// The type of which a text stands for a record of itself, in a field that takes such texts; nil
  /// for what looks like the code of a record.
  private func proseTarget(
    _ name: ArraySlice<UInt8>, _ targets: [Int], _ site: Site
  ) -> Int? {
    guard site.layout < catalog.types.count, targets.count == 1 else { return nil }
    let field = catalog.layouts[site.layout].fields[site.slot].name
    guard catalog.types[site.layout].prose.contains(where: { $0.equalsByBytes(field) }),
      !name.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        || !name.contains(where: { (0x30...0x39).contains($0) })
    else { return nil }
    return targets[0]
  }
}

/// A record type that references lead to and of which no record was given.
public struct UnprovidedType: Sendable {
  /// The type, as an index of the catalog.
  public let type: Int
  /// How many references name such records.
  public let references: Int
  /// The first of them.
  public let first: Span
}
