import CEL
import ClauseAssessment
import ClauseCalendar
import ClauseRecords
import ClauseRules
import ClauseSource

/// The records of a run by name of type and field, for what a report says of them.
///
/// A type or a field that the loaded packs do not declare reads as absent: a report on an
/// organisation with other record types has fewer lines, not an error.
struct RecordFacts {
  let store: RecordStore
  let heap: Heap
  let own: OwnRecords
  let locator: Locator
  let asOf: CivilDate

  /// One record, or a structure inside one.
  struct Fields {
    let facts: RecordFacts
    let object: ObjectRef

    /// The value of a field; absent where the type has none of this name.
    func value(_ name: String) -> Value {
      let layouts = facts.store.catalog.layouts
      guard Int(object.typeID) < layouts.count,
        let slot = layouts[Int(object.typeID)].slot(of: name)
      else { return .absent }
      return facts.heap.field(slot, of: object)
    }

    /// A text that is not empty.
    func text(_ name: String) -> Untrusted? {
      facts.heap.string(of: value(name)).flatMap { $0.isEmpty ? nil : Untrusted($0) }
    }

    /// The literal of an enumeration.
    func word(_ name: String) -> String? { facts.heap.string(of: value(name)) }

    /// A date.
    func date(_ name: String) -> CivilDate? {
      if case .date(let date) = value(name) { return date }
      return nil
    }

    /// A period.
    func period(_ name: String) -> Period? {
      if case .period(let period) = value(name) { return period }
      return nil
    }

    /// A finite number.
    func number(_ name: String) -> Double? {
      switch value(name) {
      case .int(let number): Double(number)
      case .uint(let number): Double(number)
      case .double(let number): number.isFinite ? number : nil
      default: nil
      }
    }

    /// A truth value.
    func flag(_ name: String) -> Bool? {
      if case .bool(let flag) = value(name) { return flag }
      return nil
    }

    /// The record a reference leads to.
    func reference(_ name: String) -> Fields? {
      if case .object(let object) = value(name) { return Fields(facts: facts, object: object) }
      return nil
    }

    /// The records or structures of a list, in its order.
    func elements(_ name: String) -> [Fields] {
      facts.heap.elements(of: value(name)).compactMap { element in
        if case .object(let object) = element { return Fields(facts: facts, object: object) }
        return nil
      }
    }

    /// The texts of a list, in its order.
    func texts(_ name: String) -> [Untrusted] {
      facts.heap.elements(of: value(name)).compactMap { element in
        facts.heap.string(of: element).map { Untrusted($0) }
      }
    }

    /// Index in the store of the record it is or belongs to.
    var index: Int? { facts.store.record(of: object) }

    /// Name of its record type.
    var type: String { facts.store.catalog.layouts[Int(object.typeID)].name }

    /// The record as reports name it.
    var label: RecordLabel? { index.map { facts.label(ofRecord: $0) } }

    /// The label of the record a reference leads to.
    func label(_ name: String) -> RecordLabel? { reference(name)?.label }
  }

  /// The organisation's own records of a type, in file order.
  func records(_ type: String) -> [Fields] {
    guard let index = store.catalog.index(ofType: type) else { return [] }
    return own.indices(ofType: index).map { Fields(facts: self, object: store.records[$0].object) }
  }

  /// The fields of the record at an index of the store.
  func fields(ofRecord index: Int) -> Fields {
    Fields(facts: self, object: store.records[index].object)
  }

  /// The record that a finding names.
  func record(_ reference: RecordReference) -> Fields? {
    guard let type = store.catalog.index(ofType: reference.type.unescaped),
      let index = store.record(ofType: type, id: reference.id.unescaped)
    else { return nil }
    return fields(ofRecord: index)
  }

  /// The record as reports name it.
  func label(ofRecord index: Int) -> RecordLabel {
    let record = store.records[index]
    let fields = fields(ofRecord: index)
    var titles: [Language: Untrusted] = [:]
    func first(_ names: [String]) -> Untrusted? {
      names.lazy.compactMap { fields.text($0) }.first
    }
    titles[.english] = first(ReportViews.titles)
    titles[.french] = first(ReportViews.frenchTitles)
    titles[.arabic] = first(ReportViews.arabicTitles)
    return RecordLabel(
      reference: RecordReference(
        type: store.type(of: record).name, id: record.id.unescaped),
      titles: titles, location: own.contains(index) ? locator.location(record.anchor) : nil)
  }

  // MARK: What a record says of process and responsibility

  /// The process a record concerns: itself, the one it names, or that of what it belongs to.
  func process(of fields: Fields, steps: Int = 3) -> Fields? {
    if fields.type == ProcessView.type { return fields }
    if let process = fields.reference(ReportViews.process) { return process }
    for name in ReportViews.processes {
      if let process = fields.elements(name).first { return process }
    }
    guard steps > 0 else { return nil }
    for way in ReportViews.ways {
      if let next = fields.reference(way), let found = process(of: next, steps: steps - 1) {
        return found
      }
    }
    return nil
  }

  /// Who answers for a record, else for its process.
  func owner(of fields: Fields) -> RecordLabel? {
    for name in ReportViews.owners {
      if let label = fields.label(name) { return label }
    }
    return process(of: fields)?.label(ProcessView.owner.rawValue)
  }
}
