import CEL
import ClauseRecords
import ClauseRules
import ClauseSource

/// Which failures only say that a table lacks a column.
///
/// A register that has no column for what a rule asks cannot say it in any row. That is said once
/// for the register, and is no failure of each of its rows.
struct MissingColumns {
  let store: RecordStore

  /// The fields without a column for which alone a rule fails on a record; empty where it fails
  /// for something that is, or could be, written.
  ///
  /// - Parameter blamed: the fields whose own condition of a declarative check is false.
  func fields(_ rule: CompiledRule, blamed: [String], record: Record) -> [String] {
    guard let columns = record.columns else { return [] }
    let type = store.type(of: record)
    func isMissing(_ path: String) -> Bool {
      let field = String(path.prefix { $0 != "." && $0 != "[" })
      guard let slot = type.slot(of: field), slot < type.fields.count else { return false }
      return !columns.contains(slot)
    }
    if !blamed.isEmpty, rule.blamesEachField {
      return blamed.allSatisfy(isMissing) ? blamed : []
    }
    var read: [String] = rule.rule.field.map { [$0] } ?? []
    for name in rule.requirementFields {
      guard let derived = type.derived.first(where: { $0.name.equalsByBytes(name) }) else {
        read.append(name)
        continue
      }
      // What is computed rests on more than one column; what others say of the record on none.
      if derived.ends.isEmpty { return [] }
      if let own = derived.ownEnd { read.append(own) }
    }
    return !read.isEmpty && read.allSatisfy(isMissing) ? read : []
  }
}
