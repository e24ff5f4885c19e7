import CEL
import ClauseAssessment
import ClauseCalendar
import ClauseRecords
import ClauseSource

/// What tells apart what has no id: records by their texts and dates, rows inside a record by their
/// texts. The number of a row tells nothing, because rows come and go.
struct RecordContents: Sendable {
  private let store: RecordStore
  /// By layout: the slots of texts that tell records apart.
  private let texts: [[Int]]
  /// By layout: the slots of dates.
  private let dates: [[Int]]

  /// Fields that say what a record is about, whether a type asks for them or not.
  private static let names: Set<String> = [
    "title", "title_fr", "title_ar", "name", "name_fr", "name_ar", "full_name", "full_name_ar",
    "description", "subject", "statement", "label", "position", "topic", "text",
  ]

  init(_ store: RecordStore) {
    self.store = store
    texts = store.catalog.layouts.map { layout in
      let all = layout.fields.indices.filter { slot in
        let field = layout.fields[slot]
        return (field.type == .string || field.type == .text) && field.name != "id"
      }
      let telling = all.filter { slot in
        layout.fields[slot].isRequired || Self.names.contains(layout.fields[slot].name)
      }
      return telling.isEmpty ? all : telling
    }
    dates = store.catalog.layouts.map { layout in
      layout.fields.indices.filter { slot in
        let type = layout.fields[slot].type
        return type == .date || type == .instant
      }
    }
  }

  /// The record at `index` in the store as results name it.
  func reference(_ index: Int) -> RecordReference {
    let record = store.records[index]
    return RecordReference(
      type: store.type(of: record).name, id: record.id.unescaped,
      content: record.hasMadeUpID ? content(of: record) : nil)
  }

  private func content(of record: Record) -> RecordContent {
    let object = record.object
    let layout = Int(object.typeID)
    return RecordContent(
      texts: hash(carrier(of: record) + named(written(texts[layout], of: object), of: object)),
      dates: hash(named(written(dates[layout], of: object), of: object)))
  }

  /// What tells the record apart in whose row a part stands.
  private func carrier(of record: Record) -> [(name: String, text: String)] {
    guard let carrier = record.carrier.map({ store.records[$0] }) else { return [] }
    if !carrier.hasMadeUpID { return [("id", carrier.id.unescaped)] }
    let object = carrier.object
    return named(written(texts[Int(object.typeID)], of: object), of: object)
  }

  /// What is written in these slots.
  private func written(_ slots: [Int], of object: ObjectRef) -> [(slot: Int, text: String)] {
    slots.compactMap { slot in
      switch store.heap.field(slot, of: object) {
      case .date(let date): return (slot, date.iso)
      case .timestamp(let time): return (slot, "\(time)")
      case let value:
        guard let text = store.heap.string(of: value), !text.isEmpty else { return nil }
        return (slot, text)
      }
    }
  }

  private func named(
    _ written: [(slot: Int, text: String)], of object: ObjectRef
  ) -> [(name: String, text: String)] {
    let fields = store.catalog.layouts[Int(object.typeID)].fields
    return written.map { (fields[$0.slot].name, $0.text) }
  }

  private func hash(_ written: [(name: String, text: String)]) -> String? {
    if written.isEmpty { return nil }
    let bytes = written.flatMap { Array("\($0.name)\0\($0.text)\0".utf8) }
    return String(SHA256.hexadecimal(of: bytes).prefix(RecordContent.digits))
  }

  // MARK: Elements

  /// Bytes of a name that stand for themselves; longer ones are hashed.
  private static let longestName = 80

  /// The name of an element of a list, by which it is known again; nil when nothing tells it apart.
  func name(of value: Value, _ evaluator: inout Evaluator) -> String? {
    let name: String
    if case .object(let object) = value {
      guard let found = self.name(of: object) else { return nil }
      name = found
    } else {
      name = evaluator.string(of: value) ?? evaluator.describe(value)
    }
    if name.utf8.count <= Self.longestName { return name }
    return "#" + SHA256.hexadecimal(of: Array(name.utf8)).prefix(RecordContent.digits)
  }

  private func name(of object: ObjectRef) -> String? {
    if store.path(of: object).isEmpty, let index = store.record(of: object) {
      let lasting = reference(index).lasting
      if lasting.content?.isTelling == false { return nil }
      return lasting.type.unescaped + ":" + lasting.id.unescaped
    }
    guard Int(object.typeID) < texts.count else { return nil }
    let parts = written(texts[Int(object.typeID)], of: object).map(\.text)
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}
