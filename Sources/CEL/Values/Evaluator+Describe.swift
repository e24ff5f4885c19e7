internal import ClauseCalendar

extension Evaluator {
  /// A value for people: `2026-01-31`, `P1Y`, a string in quotes, an object by its id.
  ///
  /// - Parameter limit: about how many bytes to write; longer values end in `...`.
  public func describe(_ value: Value, limit: Int = 200) -> String {
    var text = ""
    describe(value, into: &text, limit: limit)
    return text
  }

  private func describe(_ value: Value, into text: inout String, limit: Int) {
    guard text.utf8.count < limit else {
      if !text.hasSuffix("...") { text += "..." }
      return
    }
    switch value {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .int(let number): text += "\(number)"
    case .uint(let number): text += "\(number)"
    case .double(let number): text += DoubleText.plain(number)
    case .string(let reference):
      let slice = bytes(reference)
      text += "\"" + String(decoding: slice.prefix(limit), as: UTF8.self)
      text += slice.count > limit ? "...\"" : "\""
    case .bytes(let reference): text += "\(reference.count) bytes"
    case .date(let date): text += date.iso
    case .period(let period): text += period.iso
    case .timestamp(let time): text += TimestampText.text(of: time)
    case .duration(let nanoseconds): text += DurationText.text(of: nanoseconds)
    case .type(let type): text += typeName(type)
    case .object(let object):
      if heap.types[Int(object.typeID)].isValue {
        describeFields(of: object, into: &text, limit: limit)
      } else {
        text += describe(object)
      }
    case .opaque(let reference): text += Network.text(of: reference, bytes(reference.bytes))
    case .optional(let optional):
      guard let content = content(of: optional) else {
        text += "none"
        return
      }
      describe(content, into: &text, limit: limit)
    case .list(let list):
      text += "["
      for position in 0..<Int(list.count) {
        if text.utf8.count >= limit {
          text += ", ..."
          break
        }
        if position > 0 { text += ", " }
        describe(element(list, position), into: &text, limit: limit)
      }
      text += "]"
    case .map(let map):
      text += "{"
      for position in 0..<Int(map.count) {
        if text.utf8.count >= limit {
          text += ", ..."
          break
        }
        if position > 0 { text += ", " }
        describe(entry(map, 2 * position), into: &text, limit: limit)
        text += ": "
        describe(entry(map, 2 * position + 1), into: &text, limit: limit)
      }
      text += "}"
    case .absent: text += "absent"
    case .malformed: text += "unreadable"
    case .failure: text += failure(of: value)?.message ?? "no value"
    }
  }

  /// A structure by the fields it has: `{ref: "1", content: "same"}`.
  private func describeFields(of object: ObjectRef, into text: inout String, limit: Int) {
    text += "{"
    var isFirst = true
    for (slot, field) in heap.types[Int(object.typeID)].fields.enumerated() {
      let value = heap.field(slot, of: object)
      if case .absent = value { continue }
      if !isFirst { text += ", " }
      isFirst = false
      if text.utf8.count >= limit {
        text += "..."
        break
      }
      text += field.name + ": "
      describe(value, into: &text, limit: limit)
    }
    text += "}"
  }

  /// An object by its id, or by its type and row when it has none.
  private func describe(_ object: ObjectRef) -> String {
    let type = heap.types[Int(object.typeID)]
    if let slot = type.slot("id"), let id = heap.string(of: heap.field(slot, of: object)) {
      return id
    }
    return "\(type.name) \(object.row + 1)"
  }
}
