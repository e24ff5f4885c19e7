import CEL
import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

extension WitnessRenderer {
  /// What stands in the register behind a read: the field itself, or of a computed field the
  /// declared ones of its record that it rests on.
  func parts(of access: WitnessAccess, _ evaluator: Evaluator) -> [WitnessAccess] {
    let type = Int(access.object.typeID)
    guard type < renderer.computed.count,
      let expression = renderer.computed[type].expressions.first(where: {
        $0.slot == access.slot
      })
    else { return [access] }
    let parts = expression.restsOn.map { slot in
      let value = evaluator.heap.field(slot, of: access.object)
      return WitnessAccess(
        object: access.object, slot: slot,
        text: renderer.store.path(of: access.object, slot: slot), value: value,
        description: evaluator.describe(value))
    }
    let present = parts.filter { part in
      if case .absent = part.value { return false }
      return true
    }
    if !present.isEmpty { return present }
    return parts.isEmpty ? [access] : Array(parts.prefix(1))
  }

  /// The slots to tell of instead of one that a condition reads: of a truth that is computed, what
  /// it rests on.
  func parts(ofCondition slot: Int, _ object: ObjectRef) -> [Int] {
    let type = Int(object.typeID)
    let layout = renderer.store.catalog.layouts[type]
    guard type < renderer.computed.count, slot >= layout.fields.count,
      layout.derived[slot - layout.fields.count].type == .bool,
      let expression = renderer.computed[type].expressions.first(where: { $0.slot == slot })
    else { return [slot] }
    return expression.restsOn
  }

  /// The reason when nothing was found for an element of a list: that element and where it stands.
  /// What was searched, a whole register as a rule, says nothing.
  func unmatched(
    _ step: WitnessStep, of object: ObjectRef?, _ seen: inout Seen, _ evaluator: inout Evaluator
  ) -> Message? {
    guard step.kind == .loop || step.kind == .membership, case .bool(false) = step.value,
      let innermost = step.elements.last
    else { return nil }
    // A membership is about the element only when that is what is looked for.
    if step.kind == .membership, step.operands.first?.text != innermost.name { return nil }
    var line = Message([])
    for element in step.elements {
      if !line.parts.isEmpty { line.parts.append(.text(Untrusted(": "))) }
      line.parts += name(element, of: object, &seen, &evaluator).parts
    }
    line.parts.append(.text(Untrusted(renderer.phrases.unmatched)))
    return line
  }

  /// An element: a record by its id, another value with the place it stands at.
  private func name(
    _ element: WitnessElement, of object: ObjectRef?, _ seen: inout Seen,
    _ evaluator: inout Evaluator
  ) -> Message {
    let store = renderer.store
    if case .object(let member) = element.value, store.path(of: member).isEmpty,
      let record = store.record(of: member)
    {
      let place = store.records[record]
      if member != object { seen.addRelated(Message([.value(place.id)]), place.anchor) }
      return Message([.value(place.id)])
    }
    guard let access = element.access else {
      guard let text = evaluator.string(of: element.value) else {
        return Message([.value(Untrusted(element.description))])
      }
      let word = renderer.literals.word(for: text)
      return Message([.value(Untrusted(ReadingWords.quoted(word, in: renderer.language)))])
    }
    let path = store.path(of: access.object, slot: access.slot)
    let record = store.record(of: access.object)
    let isOwn = record != nil && record == object.flatMap { store.record(of: $0) }
    if isOwn, !seen.fields.contains(path) { seen.fields.append(path) }
    let span = store.elementSpan(
      of: access.object, slot: access.slot, element: element.position)
    let owner = isOwn ? nil : record.map { store.records[$0].id.unescaped }
    let shown = shown(
      element.value, element.description, field(access.slot, of: access.object), &evaluator)
    if let span { seen.addRelated(Message([.value(Untrusted(shown))]), span) }
    guard let name = name("\(path)[\(element.position)]", of: access.object) else {
      return Message([.value(Untrusted(shown))])
    }
    return fact(
      name: owner.map { "\($0)\(renderer.phrases.separator)\(name)" } ?? name,
      value: element.value, description: shown, span: span)
  }
}
