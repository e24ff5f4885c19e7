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
    let unknown = unknownEnd(of: relation)
    for (position, record) in records.enumerated() {
      let object = store.records[record].object
      if let unknown, joined[position].isEmpty {
        builder.set(RecordStore.register(notProvided: unknown), slot: relation.slot, of: object)
      } else if let value = unreadable[position], joined[position].count == 1 {
        builder.set(value, slot: relation.slot, of: object)
      } else if !joined[position].isEmpty {
        builder.set(builder.list(joined[position]), slot: relation.slot, of: object)
      }
    }
  }

  /// The type whose register alone would say what is related, where nobody provided it. A record
  /// that can name its relations itself and names none has none.
  private func unknownEnd(of relation: ComputedFields.Relation) -> Int? {
    var missing: Int?
    for end in relation.ends {
      switch end {
      case .own: return nil
      case .back(let other, _):
        if !notProvided.contains(other) { return nil }
        missing = missing ?? other
      }
    }
    return missing
  }

  /// The references in a slot.
  private func values(_ slot: Int, of record: Int) -> [Value] {
    let value = store.heap.field(slot, of: store.records[record].object)
    if case .list = value { return Array(store.heap.elements(of: value)) }
    return [value]
  }
}
