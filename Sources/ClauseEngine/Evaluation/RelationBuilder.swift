import CEL
import ClauseRecords
import ClauseRules

/// Fills the derived fields that hold relations: what a record lists itself, then the records that
/// name it, each once. Every reference is looked at once for each relation it is an end of.
struct RelationBuilder {
  let packs: PackSet
  let store: RecordStore
  /// Types, as indices of the catalog, whose registers nobody provided.
  let notProvided: Set<Int>
  /// Whether an end that a register has no column for is not known.
  let columnsAreUnknown: Bool

  func fill(_ builder: inout HeapBuilder) {
    for (type, computed) in packs.computed.enumerated() {
      for relation in computed.relations { fill(relation, ofType: type, &builder) }
    }
  }

  private func fill(
    _ relation: ComputedFields.Relation, ofType type: Int, _ builder: inout HeapBuilder
  ) {
    let records = store.indices(ofType: type)
    guard !records.isEmpty else { return }
    var joined: [[Value]] = Array(repeating: [], count: records.count)
    var seen: [Set<ObjectRef>] = Array(repeating: [], count: records.count)
    // Own ends that as a whole cannot be read.
    var unreadable: [Int: Value] = [:]
    func join(_ value: Value, at position: Int) {
      switch value {
      case .object(let object):
        guard relation.targets.isEmpty || relation.targets.contains(Int(object.typeID)),
          seen[position].insert(object).inserted
        else { return }
        joined[position].append(value)
      // What cannot be read may be the very record a rule asks for: the rule is then undecided.
      case .malformed: joined[position].append(value)
      default: return
      }
    }
    for end in relation.ends {
      switch end {
      case .own(let slot):
        for (position, record) in records.enumerated() {
          let whole = store.heap.field(slot, of: store.records[record].object)
          if case .malformed = whole { unreadable[position] = whole }
          for value in values(slot, of: record) { join(value, at: position) }
        }
      case .back(let other, let slot):
        for record in store.indices(ofType: other) {
          for value in values(slot, of: record) {
            guard case .object(let object) = value, Int(object.typeID) == type,
              let index = store.record(of: object)
            else { continue }
            join(.object(store.records[record].object), at: index - records.lowerBound)
          }
        }
      }
    }
    let ends = EndsOutOfSight(self, relation, ofType: type)
    for (position, record) in records.enumerated() {
      let object = store.records[record].object
      if joined[position].isEmpty, let unknown = ends.unknown(of: store.records[record]) {
        builder.set(unknown, slot: relation.slot, of: object)
      } else if let value = unreadable[position], joined[position].count == 1 {
        builder.set(value, slot: relation.slot, of: object)
      } else if !joined[position].isEmpty {
        builder.set(builder.list(joined[position]), slot: relation.slot, of: object)
      }
    }
  }

  /// The references in a slot.
  private func values(_ slot: Int, of record: Int) -> [Value] {
    let value = store.heap.field(slot, of: store.records[record].object)
    if case .list = value { return Array(store.heap.elements(of: value)) }
    return [value]
  }
}

/// Whether a relation of which nothing is written could be written where nobody could look: in a
/// register that was not provided, or in a column that a register does not have. One end in sight
/// is enough to know that there is nothing.
private struct EndsOutOfSight {
  private let store: RecordStore
  private let columnsAreUnknown: Bool
  /// The slots of the relation in the record itself.
  private var own: [Int] = []
  /// What stands for the other ends; nil where one of them is in sight.
  private var others: Value?
  private var isInSight = false
  /// The other ends, each a type and a slot of it.
  private var backs: Set<[Int]> = []

  init(_ builder: RelationBuilder, _ relation: ComputedFields.Relation, ofType type: Int) {
    store = builder.store
    columnsAreUnknown = builder.columnsAreUnknown
    for end in relation.ends {
      switch end {
      case .own(let slot): own.append(slot)
      case .back(let other, let slot):
        backs.insert([other, slot])
        if builder.notProvided.contains(other) {
          others = others ?? RecordStore.register(notProvided: other)
        } else if columnsAreUnknown, lacksColumn(slot, other) {
          others = others ?? store.missingColumn(slot, ofType: other)
        } else {
          isInSight = true
        }
      }
    }
  }

  /// Whether no record of a type could say what its slot holds.
  private func lacksColumn(_ slot: Int, _ type: Int) -> Bool {
    let records = store.records(ofType: type)
    return !records.isEmpty && records.allSatisfy { $0.columns.map { !$0.contains(slot) } ?? false }
  }

  /// Whether the table of a record has a column for the very records that would name it.
  private func isCarried(_ record: Record) -> Bool {
    guard let columns = record.columns else { return false }
    let parts = store.catalog.parts[record.typeIndex]
    return parts.indices.contains { position in
      columns.contains(store.catalog.layouts[record.typeIndex].slotCount + position)
        && backs.contains([parts[position].type, parts[position].back ?? -1])
    }
  }

  /// What stands for the relation of a record that names none; nil where it has none.
  func unknown(of record: Record) -> Value? {
    if isInSight || isCarried(record) { return nil }
    for slot in own {
      guard columnsAreUnknown, let columns = record.columns, !columns.contains(slot) else {
        return nil
      }
    }
    return others ?? own.first.map { store.missingColumn($0, ofType: record.typeIndex) }
  }
}
