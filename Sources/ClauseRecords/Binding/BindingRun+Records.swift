import ClauseDocuments
import ClauseSource

/// Records: their slots, their ids, and what they lack.
extension BindingRun {
  /// Where the id of a record comes from that has none.
  enum FallbackID {
    /// The record is a whole document: the path of the file names it.
    case path
    /// The key the record stands under.
    case key(NodeID)
    /// Nothing names it.
    case row
  }

  /// Binds one record.
  mutating func bindRecord(_ node: NodeID, _ type: Int, fallback: FallbackID) {
    let firstProblem = result.problems.count
    let first = newSlots(ofLayout: type)
    let entries = tree.entries(node)
    let fillsGaps = type == plannedType && !(plan.defaults.isEmpty && plan.constants.isEmpty)
    written.removeAll(keepingCapacity: true)
    for (key, value) in entries {
      switch meaning(ofKey: key, inType: type) {
      case .ignored: break
      case .unknown:
        // A heading that means nothing is said once for its table, as a column that is not read.
        if columnSlots == nil { unknownKey(key, layout: type) }
      case .fields(let paths):
        for slots in paths where !keepForPart(slots, inType: type, key, value) {
          if fillsGaps { written.insert(slots) }
          set(slots, inType: type, first: first, key, value)
        }
      case .field(let slots):
        if keepForPart(slots, inType: type, key, value) { continue }
        if fillsGaps { written.insert(slots) }
        set(slots, inType: type, first: first, key, value)
      }
    }
    let anchor = anchor(of: node, firstKey: entries.first?.key, fallback, idSlot: first)
    if fillsGaps {
      fill(plan.defaults, type, first, anchor, onlyWritten: true)
      fill(plan.constants, type, first, anchor, onlyWritten: false)
    }
    if columnSlots != nil {
      fillSigns(type, first)
      for (slot, text) in assumed { fill([slot], with: text, type, first, nil, anchor) }
      path.removeAll(keepingCapacity: true)
    }
    fillIdentity(type, first)
    fillBody(node, type, first)
    fillSections(node, type, first)
    let (id, isMadeUp) = identifier(first: first, fallback, anchor)
    let carried = takeParts(ofType: type)
    link(carried, ofType: type, first: first)
    requireFields(layout: type, first: first, within: tree.span(node), anchor)
    let record = result.records.count
    result.records.append(
      BoundRecord(
        typeIndex: type, id: id, hasMadeUpID: isMadeUp, span: tree.span(node), anchor: anchor,
        firstValue: first, columns: rowColumns))
    own(problemsFrom: firstProblem, record, type)
    bindParts(carried, ofType: type, node)
  }

  /// Says of the problems from an index on that they are those of a record.
  mutating func own(problemsFrom firstProblem: Int, _ record: Int, _ type: Int) {
    for index in firstProblem..<result.problems.count {
      result.problems[index].record = record
      result.problems[index].recordType = catalog.types[type].name
      result.problems[index].recordID = Untrusted(result.records[record].id)
    }
  }

  /// A run of absent slots for an object; its first index.
  mutating func newSlots(ofLayout layout: Int) -> Int {
    let first = result.values.count
    let count = catalog.layouts[layout].fields.count
    result.values.append(contentsOf: repeatElement(.absent, count: count))
    result.places.append(contentsOf: repeatElement(SlotPlace(), count: count))
    return first
  }

  /// Reads a value into the slot that a path of slots leads to.
  mutating func set(
    _ slots: [Int], inType type: Int, first: Int, _ key: NodeID, _ value: NodeID
  ) {
    var layout = type
    var base = first
    path.removeAll(keepingCapacity: true)
    for slot in slots.dropLast() {
      path.append(.field(layout: layout, slot: slot))
      guard let inner = catalog.layouts[layout].nested[slot] else { return }
      if case .structure(let start) = result.values[base + slot] {
        base = Int(start)
      } else {
        // A structure of which every cell is blank is absent.
        if isBlank(value) {
          path.removeAll(keepingCapacity: true)
          return
        }
        let start = newSlots(ofLayout: inner)
        result.values[base + slot] = .structure(first: Int32(start))
        result.places[base + slot].key = TextPlace(tree.span(key))
        result.places[base + slot].value = TextPlace(tree.span(value))
        base = start
      }
      layout = inner
    }
    guard let slot = slots.last else { return }
    setSlot(slot, layout: layout, first: base, key, value)
    path.removeAll(keepingCapacity: true)
  }

  /// Reads a value into a slot of an object.
  mutating func setSlot(_ slot: Int, layout: Int, first: Int, _ key: NodeID, _ value: NodeID) {
    if case .absent = result.values[first + slot] {
      path.append(.field(layout: layout, slot: slot))
      unit = columnUnits.isEmpty ? nil : columnUnits[key.index]
      let bound = read(value, layout: layout, slot: slot)
      unit = nil
      path.removeLast()
      result.values[first + slot] = bound
      result.places[first + slot].key = TextPlace(tree.span(key))
      result.places[first + slot].value = TextPlace(tree.span(value))
    } else if !isBlank(value) {
      twice(key, catalog.layouts[layout].fields[slot].name)
    }
  }

  // MARK: What the document does not say itself

  /// What to point at for a record: its id, the key it stands under, else its first key.
  private func anchor(
    of node: NodeID, firstKey: NodeID?, _ fallback: FallbackID, idSlot: Int
  ) -> Span {
    if case .text = result.values[idSlot],
      let span = result.places[idSlot].value.span(in: source.id)
    {
      return span
    }
    if case .key(let key) = fallback { return tree.span(key) }
    let whole = tree.span(node)
    // The first key of a table's row is the heading above the table.
    if let key = firstKey.map({ tree.span($0) }), key.start >= whole.start, key.end <= whole.end {
      return key
    }
    return Span(file: whole.file, start: Int(whole.start), end: Int(whole.start))
  }

  /// Gives absent fields the values of the plan: its defaults to those for which the record has a
  /// key or cell, then its constants to all.
  private mutating func fill(
    _ values: [String: String], _ type: Int, _ first: Int, _ anchor: Span, onlyWritten: Bool
  ) {
    for (name, text) in values.sorted(by: { $0.key.precedesByBytes($1.key) }) {
      guard let slots = ownPath(name, type),
        !onlyWritten || written.contains(slots)
      else { continue }
      // A constant stands in the configuration; a default is for a cell, which is there.
      let place = onlyWritten ? nil : plan.places[name]
      fill(slots, with: text, type, first, place, anchor)
      path.removeAll(keepingCapacity: true)
    }
  }

  mutating func fill(
    _ slots: [Int], with text: String, _ type: Int, _ first: Int, _ given: Span?, _ anchor: Span
  ) {
    var layout = type
    var base = first
    for slot in slots.dropLast() {
      guard let inner = catalog.layouts[layout].nested[slot] else { return }
      path.append(.field(layout: layout, slot: slot))
      if case .structure(let start) = result.values[base + slot] {
        base = Int(start)
      } else {
        let start = newSlots(ofLayout: inner)
        result.values[base + slot] = .structure(first: Int32(start))
        base = start
      }
      layout = inner
    }
    guard let slot = slots.last, case .absent = result.values[base + slot] else { return }
    path.append(.field(layout: layout, slot: slot))
    let place = given ?? result.places[base + slot].value.span(in: source.id) ?? anchor
    result.values[base + slot] = readText(
      Array(text.utf8)[...], place, catalog.layouts[layout].fields[slot].type,
      layout: layout, slot: slot)
    if place.file == source.id {
      result.places[base + slot].value = TextPlace(place)
    } else {
      result.places[base + slot].value = TextPlace(elsewhere: result.elsewhere.count)
      result.elsewhere.append(place)
    }
  }

  /// The sign before a number says how to compare with it.
  private mutating func fillSigns(_ type: Int, _ first: Int) {
    for (field, comparator) in catalog.types[type].signs {
      let layout = catalog.layouts[type]
      guard let slot = layout.slot(of: field), let wanted = layout.slot(of: comparator),
        case .absent = result.values[first + wanted],
        let place = result.places[first + slot].value.span(in: source.id),
        let sign = SignedNumber.sign(
          of: ScalarText.trimmed(source.bytes[Int(place.start)..<Int(place.end)])),
        let literal = layout.words[wanted]?.literal(of: sign)
      else { continue }
      result.values[first + wanted] = .literal(Int32(literal))
      result.places[first + wanted].value = TextPlace(place)
    }
  }

  /// A register with one column of codes has it for the id and for the code: each stands in for
  /// the other where it is absent.
  private mutating func fillIdentity(_ type: Int, _ first: Int) {
    guard columnSlots != nil || plan.shape == .oneRecord else { return }
    let layout = catalog.layouts[type]
    guard let name = catalog.types[type].identifier, let code = layout.slot(of: name) else {
      return
    }
    for (given, missing) in [(first, first + code), (first + code, first)] {
      guard case .text = result.values[given], case .absent = result.values[missing]
      else { continue }
      result.values[missing] = result.values[given]
      result.places[missing] = result.places[given]
    }
  }

  /// The body of a document with front matter is the record's text.
  private mutating func fillBody(_ node: NodeID, _ type: Int, _ first: Int) {
    guard let bodyStart, tree.roots.first == node, bodyStart < source.bytes.count else { return }
    let layout = catalog.layouts[type]
    for name in ["text", "body"] {
      guard let slot = layout.slot(of: name), slot < layout.fields.count,
        layout.fields[slot].type == .text || layout.fields[slot].type == .string,
        case .absent = result.values[first + slot]
      else { continue }
      let body = ScalarText.trimmed(source.bytes[bodyStart...])
      if body.isEmpty { return }
      result.values[first + slot] = .text(addText(body))
      result.places[first + slot].value = TextPlace(
        Span(file: source.id, start: body.startIndex, end: body.endIndex))
      return
    }
  }

  // MARK: Ids

  /// The record's id, and whether it had to be made up.
  private mutating func identifier(
    first: Int, _ fallback: FallbackID, _ anchor: Span
  ) -> (id: String, isMadeUp: Bool) {
    switch result.values[first] {
    case .text(let range):
      return (String(decoding: result.text[range.range], as: UTF8.self), false)
    case .malformed(let problem):
      let written = result.problems[Int(problem)].argument("value")?.unescaped ?? ""
      return written.isEmpty ? (rowID, true) : (written, false)
    default: break
    }
    switch fallback {
    case .key(let key):
      path = [.field(layout: result.records.isEmpty ? 0 : 0, slot: 0)]
      let bytes = ScalarText.trimmed(tree.bytes(key))
      path.removeAll(keepingCapacity: true)
      result.values[first] = .text(addText(bytes))
      result.places[first].value = TextPlace(tree.span(key))
      return (String(decoding: bytes, as: UTF8.self), false)
    case .path:
      // A key `id` without a value is no id; a file that has none is called like its path.
      if let key = result.places[first].key.span(in: source.id) {
        path = [.field(layout: catalog.layouts.startIndex, slot: 0)]
        problem(.fieldRequired, key, [.init("field", fieldPath)])
        path.removeAll(keepingCapacity: true)
      }
      let id = result.records.isEmpty ? pathAsID : rowID
      result.values[first] = .text(addText(Array(id.utf8)[...]))
      result.places[first].value = TextPlace(anchor)
      return (id, result.records.isEmpty ? false : true)
    case .row:
      return (rowID, true)
    }
  }

  private var rowID: String { "\(source.path):\(result.records.count + 1)" }

  // MARK: Required fields

  /// Reports required fields that are absent, in structures too.
  ///
  /// Recursion follows the declared structures, whose nesting is bounded.
  mutating func requireFields(layout: Int, first: Int, within record: Span, _ anchor: Span) {
    if !freeStructures.isEmpty, freeStructures.contains(first) { return }
    let fields = catalog.layouts[layout].fields
    for (slot, field) in fields.enumerated() {
      path.append(.field(layout: layout, slot: slot))
      switch result.values[first + slot] {
      case .absent:
        if field.isRequired, isMissedByRow(slot) {
          problem(
            .fieldRequired, place(ofMissing: first + slot, within: record, anchor),
            [.init("field", fieldPath)])
        }
      case .text(let range):
        // What stands for a text that is still to be written does not fill a field in.
        if field.isRequired, slot > 0 || layout >= catalog.types.count,
          field.type == .string || field.type == .text,
          PlaceholderText.isPlaceholder(ScalarText.trimmed(result.text[range.range]))
        {
          problem(
            .fieldRequired, place(ofMissing: first + slot, within: record, anchor),
            [.init("field", fieldPath)])
        }
      case .list(_, 0):
        if field.isRequired {
          problem(
            .fieldRequired, place(ofMissing: first + slot, within: record, anchor),
            [.init("field", fieldPath)])
        }
      case .structure(let start):
        if let inner = catalog.layouts[layout].nested[slot] {
          requireFields(
            layout: inner, first: Int(start), within: record,
            result.places[first + slot].key.span(in: source.id) ?? anchor)
        }
      case .list(let start, let count):
        if let inner = catalog.layouts[layout].nested[slot] {
          requireElements(layout: inner, Int(start), Int(count), within: record)
        }
      default: break
      }
      path.removeLast()
    }
  }

  private mutating func requireElements(
    layout: Int, _ start: Int, _ count: Int, within record: Span
  ) {
    for index in 0..<count {
      guard case .structure(let first) = result.elements[start + index],
        let span = result.elementPlaces[start + index].span(in: source.id)
      else { continue }
      path.append(.element(index))
      requireFields(
        layout: layout, first: Int(first), within: record,
        Span(file: span.file, start: Int(span.start), end: Int(span.start)))
      path.removeLast()
    }
  }

  /// Where a missing value should stand: its key inside the record, else its blank cell, else
  /// what stands for the record.
  private func place(ofMissing index: Int, within record: Span, _ anchor: Span) -> Span {
    let place = result.places[index]
    if let key = place.key.span(in: source.id), key.start >= record.start, key.end <= record.end {
      return key
    }
    return place.value.span(in: source.id) ?? anchor
  }
}
