import CEL
import ClauseRecords
import ClauseRules
import ClauseSource

/// Which failures only say that a table lacks a column.
///
/// A register that has no column for what a rule asks cannot say it in any row. That is said once
/// for the register, and is no failure of each of its rows. What other registers say, or could say
/// where they were provided, is another matter: a process without a column for indicators has none
/// where the register of indicators names none.
struct MissingColumns {
  let store: RecordStore
  /// Types, as indices of the catalog, whose registers nobody provided.
  let notProvided: Set<Int>

  /// The fields without a column for which alone a rule fails on a record; empty where it fails
  /// for something that is, or could be, written.
  ///
  /// - Parameter blamed: the fields whose own condition of a declarative check is false.
  func fields(_ rule: CompiledRule, blamed: [String], record: Record) -> [String] {
    guard let columns = record.columns else { return [] }
    let type = store.type(of: record)
    let relations = type.derived.filter { derived in
      !derived.ends.isEmpty
        && rule.requirementFields.contains { $0.equalsByBytes(derived.name) }
    }
    func isMissing(_ path: String) -> Bool {
      let field = String(path.prefix { $0 != "." && $0 != "[" })
      guard let slot = type.slot(of: field), slot < type.fields.count, !columns.contains(slot)
      else { return false }
      return !relations.contains { relation in
        relation.ownEnd.map { $0.equalsByBytes(field) } == true && isAnswered(relation)
      }
    }
    if !blamed.isEmpty, rule.blamesEachField {
      return blamed.allSatisfy(isMissing) ? blamed : []
    }
    let readsRegister = rule.globalsRead.contains { store.catalog.index(ofPlural: $0) != nil }
    if readsRegister || relations.contains(where: isAnswered) { return [] }
    var read: [String] = []
    for name in rule.requirementFields {
      guard let derived = type.derived.first(where: { $0.name.equalsByBytes(name) }) else {
        read.append(name)
        continue
      }
      // What is computed rests on more than one column.
      guard let own = derived.ownEnd else { return [] }
      read.append(own)
    }
    if read.isEmpty { return [] }
    if let field = rule.rule.field { read.append(field) }
    return read.allSatisfy(isMissing) ? read : []
  }

  /// Whether another register, which was provided, says what is related.
  private func isAnswered(_ relation: DerivedField) -> Bool {
    relation.ends.contains { end in
      guard let type = end.type else { return false }
      return store.catalog.index(ofType: type).map { !notProvided.contains($0) } ?? true
    }
  }
}
