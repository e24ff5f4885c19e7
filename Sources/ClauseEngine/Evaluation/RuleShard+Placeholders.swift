import CEL
import ClauseRecords
import ClauseRules

/// Texts that stand for a text nobody has written yet: a field with `TBD` is not filled in.
extension RuleShard {
  /// The fields that a rule asks to be present and in which a placeholder stands.
  func unfilledFields(_ rule: CompiledRule, _ record: Record) -> [String] {
    guard case .check(let name, _, _) = rule.rule.requirement,
      name.utf8.elementsEqual("present".utf8)
    else { return [] }
    return rule.conditions.compactMap(\.field).filter { isUnfilled($0, of: record) }
  }

  private func isUnfilled(_ path: String, of record: Record) -> Bool {
    var object = record.object
    let parts = path.split(separator: ".").map(String.init)
    for (position, part) in parts.enumerated() {
      let layout = store.catalog.layouts[Int(object.typeID)]
      guard let slot = layout.slot(of: part) else { return false }
      let value = heap.heap.field(slot, of: object)
      if position + 1 < parts.count {
        guard case .object(let next) = value else { return false }
        object = next
        continue
      }
      switch value {
      case .string:
        // A word of an enumeration may be called like a placeholder.
        guard slot < layout.fields.count, layout.fields[slot].type.isWritten else { return false }
        return isPlaceholder(value)
      case .list:
        guard slot < layout.fields.count, layout.fields[slot].type.elementType.isWritten else {
          return false
        }
        let elements = heap.heap.elements(of: value)
        return !elements.isEmpty && elements.allSatisfy(isPlaceholder)
      default: return false
      }
    }
    return false
  }

  private func isPlaceholder(_ value: Value) -> Bool {
    heap.heap.string(of: value).map { Placeholder.isOne($0) } ?? false
  }
}

extension FieldType {
  /// Whether people write the text of a value freely.
  fileprivate var isWritten: Bool { self == .string || self == .text }
}
