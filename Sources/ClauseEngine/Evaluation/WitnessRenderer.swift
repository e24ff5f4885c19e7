import ClauseRules
import CEL
import ClauseAssessment
import ClauseRecords
import ClauseSource

/// Turns what the evaluator saw into reasons: which values made a requirement false, and where
/// they stand.
struct WitnessRenderer: Sendable {
  let renderer: MessageRenderer

  private var store: RecordStore { renderer.store }
  private var phrases: Phrases { renderer.phrases }

  /// What a failing requirement rests on.
  struct Seen {
    /// One line for each deciding part.
    var because: [Message] = []
    /// Fields of the record itself that were read there.
    var fields: [String] = []
    /// Places in other records.
    var related: [(Message, Span)] = []

    mutating func add(_ other: Seen) {
      for reason in other.because { addReason(reason) }
      fields += other.fields.filter { !fields.contains($0) }
      for (message, span) in other.related { addRelated(message, span) }
    }

    /// Adds a reason, unless another one already says it all; one that says more takes the place
    /// of what it repeats.
    mutating func addReason(_ reason: Message) {
      if because.contains(where: { Self.says($0, reason) }) { return }
      because.removeAll { Self.says(reason, $0) }
      because.append(reason)
    }

    /// Whether `whole` holds all of `part`.
    static func says(_ whole: Message, _ part: Message) -> Bool {
      let count = part.parts.count
      guard whole.parts.count >= count else { return false }
      return (0...whole.parts.count - count).contains {
        whole.parts[$0..<$0 + count].elementsEqual(part.parts)
      }
    }

    /// Adds a place, once.
    mutating func addRelated(_ message: Message, _ span: Span) {
      if !related.contains(where: { $0.1 == span }) { related.append((message, span)) }
    }
  }

  /// Code points of a line into which all reasons are joined.
  private static let longestLine = 100
  /// Records of a longer list are counted instead of listed.
  private static let longestList = 4
  /// How many reasons and places are kept of one finding.
  private static let most = 6

  /// The reasons of a witness about the record of `object` (or about everything).
  func seen(_ witness: Witness, of object: ObjectRef?, _ evaluator: inout Evaluator) -> Seen {
    var seen = Seen()
    for step in witness.steps.prefix(Self.most) {
      if let reason = unmatched(step, of: object, &seen, &evaluator) {
        seen.addReason(reason)
        continue
      }
      var line = Message([])
      for element in step.elements {
        // Only another record is worth naming; a row inside the record is named by its path.
        guard case .object(let element) = element.value, store.path(of: element).isEmpty,
          let record = store.record(of: element), element != object
        else { continue }
        let name = Untrusted(renderer.identifier(of: element))
        line.parts += [.value(name), .text(Untrusted(": "))]
        seen.addRelated(Message([.value(name)]), store.records[record].anchor)
      }
      let facts = self.facts(step, of: object, &seen, &evaluator)
      // What has no name for people is not told: the message of the rule says what is asked.
      if facts.isEmpty { line.parts = Array(line.parts.dropLast()) }
      // A record that the facts name themselves is not named before them.
      let isNamed = facts.contains { Self.begins($0, with: line) }
      if !facts.isEmpty { line = joined(facts, after: isNamed ? Message([]) : line) }
      if !line.parts.isEmpty { seen.addReason(line) }
    }
    return seen
  }

  /// Whether a fact says of which record it is, and that is the one in `line`.
  private static func begins(_ fact: Message, with line: Message) -> Bool {
    guard case .value(let id)? = line.parts.first, case .value(let name)? = fact.parts.first
    else { return false }
    return line.parts.count == 2 && name.unescaped.startsWithBytes(id.unescaped + " ")
  }

  /// The reasons in one line, when that line is short enough to be read at a glance.
  func joinedIfShort(_ reasons: [Message]) -> [Message] {
    let line = joined(reasons, after: Message([]))
    let length = line.parts.reduce(0) { sum, part in
      switch part {
      case .text(let text), .value(let text): sum + text.unescaped.unicodeScalars.count
      }
    }
    return reasons.count > 1 && length <= Self.longestLine ? [line] : reasons
  }

  private func joined(_ facts: [Message], after start: Message) -> Message {
    var line = start
    for (index, fact) in facts.enumerated() {
      if index > 0 { line.parts.append(.text(Untrusted(phrases.separator))) }
      line.parts += fact.parts
    }
    return line
  }

  private func facts(
    _ step: WitnessStep, of object: ObjectRef?, _ seen: inout Seen, _ evaluator: inout Evaluator
  ) -> [Message] {
    var facts: [Message] = []
    func add(_ fact: Message) {
      if !facts.contains(fact) { facts.append(fact) }
    }
    for operand in step.operands where !operand.isConstant {
      if operand.access == nil, let fact = fact(operand, &evaluator) { add(fact) }
      for read in operand.access.map({ [$0] }) ?? operand.reads {
        for part in parts(of: read, evaluator) {
          if let fact = fact(part, of: object, &seen, &evaluator) { add(fact) }
        }
      }
    }
    return Array(facts.prefix(Self.most))
  }

  /// A value for people: rows of a record by their number, a long register by its first ids,
  /// values of a field in the words of the language.
  func shown(
    _ value: Value, _ description: String, _ field: Field?, _ evaluator: inout Evaluator
  ) -> String {
    if let field, let words = EnumerationWords(of: field, renderer.language),
      let text = words.quoted(value, &evaluator)
    {
      return text
    }
    switch value {
    case .object(let object) where isRow(object): return phrases.filledIn
    case .list:
      let elements = evaluator.elements(of: value)
      if elements.isEmpty { return phrases.none }
      if case .object(let first)? = elements.first, isRow(first) {
        return phrases.rows(elements.count)
      }
      let first = elements.prefix(Self.longestList).map { renderer.plainText($0, &evaluator) }
      let more =
        elements.count > Self.longestList ? "\(phrases.separator)… (\(elements.count))" : ""
      return first.joined(separator: phrases.separator) + more
    case .bool(let flag): return flag ? phrases.truth.0 : phrases.truth.1
    default: return description
    }
  }

  /// The declared field in a slot; nil for a derived one.
  func field(_ slot: Int, of object: ObjectRef) -> Field? {
    let fields = store.catalog.layouts[Int(object.typeID)].fields
    return slot < fields.count ? fields[slot] : nil
  }

  /// Whether an object is a row inside a record, which has no id of its own.
  private func isRow(_ object: ObjectRef) -> Bool { !store.path(of: object).isEmpty }

  private func value(_ description: String, of text: String) -> Message {
    Message([
      .value(Untrusted(text)), .text(Untrusted(phrases.isValue)), .value(Untrusted(description)),
    ])
  }

  /// An operand that is not a field: of a register how many records it has, of a word of a closed
  /// list what people call it. Anything else is an expression, which says nothing to a reader.
  private func fact(_ operand: WitnessOperand, _ evaluator: inout Evaluator) -> Message? {
    if case .list = operand.value {
      let elements = evaluator.elements(of: operand.value)
      var type = store.catalog.index(ofPlural: operand.text)
      if case .object(let first)? = elements.first, !isRow(first) {
        type = store.record(of: first).map { store.records[$0].typeIndex }
      }
      return type.map { value(phrases.examined(elements.count), of: renderer.names.register($0)) }
    }
    guard operand.reads.isEmpty, let text = evaluator.string(of: operand.value),
      let word = renderer.literals.literal(text)
    else { return nil }
    return Message([.value(Untrusted(ReadingWords.quoted(word, in: renderer.language)))])
  }

  /// What the field is called that a path leads to from the record of `object`; nil for one that
  /// is only computed.
  func name(_ path: String, of object: ObjectRef) -> String? {
    let record = store.record(of: object).map { store.records[$0] }
    let type = record?.typeIndex ?? Int(object.typeID)
    guard store.catalog.types.indices.contains(type) else { return nil }
    return renderer.names.quoted(path, type: type, file: record?.span.file)
  }

  private func fact(
    _ access: WitnessAccess, of subject: ObjectRef?, _ seen: inout Seen,
    _ evaluator: inout Evaluator
  ) -> Message? {
    let record = store.record(of: access.object)
    let path = store.path(of: access.object, slot: access.slot)
    let isOwn = record != nil && record == subject.flatMap { store.record(of: $0) }
    let span = store.span(of: access.object, slot: access.slot)
    if isOwn {
      if !seen.fields.contains(path) { seen.fields.append(path) }
    } else if let record, seen.related.count < Self.most {
      let name = Untrusted(renderer.identifier(of: access.object))
      seen.addRelated(Message([.value(name)]), span ?? store.records[record].anchor)
    }
    guard let field = name(path, of: access.object) else { return nil }
    let owner = isOwn || record == nil ? nil : renderer.identifier(of: access.object)
    return fact(
      name: owner.map { "\($0) \(field)" } ?? field, value: access.value,
      description: shown(
        access.value, access.description, self.field(access.slot, of: access.object), &evaluator),
      span: span, isElsewhere: isElsewhere(span, access.object))
  }

  /// Whether a value of an object stands outside the object's own file.
  private func isElsewhere(_ span: Span?, _ object: ObjectRef) -> Bool {
    guard let span, let record = store.record(of: object) else { return false }
    return span.file != store.records[record].span.file
  }

  func fact(
    name: String, value: Value, description: String, span: Span?, isElsewhere: Bool = false
  ) -> Message {
    if case .absent = value {
      return Message([.value(Untrusted(name)), .text(Untrusted(phrases.isAbsent))])
    }
    var message = self.value(description, of: name)
    if let span, let file = renderer.files[span.file] {
      let place = file.location(of: span)
      if isElsewhere {
        let path = "\(place.path.unescaped):\(place.start.line)"
        message.parts += [.text(Untrusted(" (")), .value(Untrusted(path)), .text(Untrusted(")"))]
        return message
      }
      let words = place.cell == nil ? phrases.line : phrases.cell
      message.parts += [
        .text(Untrusted(words.0)),
        .value(place.cell?.text ?? Untrusted(String(place.start.line))),
        .text(Untrusted(words.1)),
      ]
    }
    return message
  }

  /// The values of `fields` of the record at `object`, for the condition a rule rests on; what
  /// `reasons` say already is left out.
  func facts(
    _ fields: [String], of object: ObjectRef, beside reasons: [Message],
    _ evaluator: inout Evaluator
  ) -> Message {
    let layout = store.catalog.layouts[Int(object.typeID)]
    var slots: [Int] = []
    for slot in fields.compactMap({ layout.slot(of: $0) }).flatMap({
      parts(ofCondition: $0, object)
    })
    where !slots.contains(slot) { slots.append(slot) }
    let facts = slots.compactMap { slot -> Message? in
      let value = evaluator.heap.field(slot, of: object)
      if case .absent = value { return nil }
      guard let name = name(store.path(of: object, slot: slot), of: object) else { return nil }
      let fact = fact(
        name: name, value: value,
        description: shown(
          value, evaluator.describe(value), self.field(slot, of: object), &evaluator),
        span: store.span(of: object, slot: slot),
        isElsewhere: isElsewhere(store.span(of: object, slot: slot), object))
      return reasons.contains { Seen.says($0, fact) } ? nil : fact
    }
    return joined(Array(facts.prefix(Self.most)), after: Message([]))
  }
}
