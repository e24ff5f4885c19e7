extension Evaluator {
  /// The failure of an operator or function that takes no such values.
  mutating func noOverload(_ name: String, _ values: [Value], _ node: Int32) -> Value {
    let types = values.map { typeName($0) }.joined(separator: ", ")
    return fail(.noSuchOverload, "'\(name)' has no meaning for (\(types))", node)
  }

  /// The name of a value's type.
  func typeName(_ value: Value) -> String { value.type.map { typeName($0) } ?? "nothing" }

  func typeName(_ type: TypeRef) -> String {
    switch type {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .list: "list"
    case .map: "map"
    case .type: "type"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .date: "date"
    case .period: "period"
    case .optional: "optional_type"
    case .ip: "net.IP"
    case .cidr: "net.CIDR"
    case .object(let number):
      Int(number) < heap.types.count ? heap.types[Int(number)].name : "object"
    }
  }

  /// The value, or the failure that an unreadable element or an unset variable stands for.
  @inline(__always)
  mutating func usable(_ value: Value, _ node: Int32) -> Value {
    switch value {
    case .absent, .malformed: unusable(value, node)
    default: value
    }
  }

  private mutating func unusable(_ value: Value, _ node: Int32) -> Value {
    if case .malformed(let token) = value {
      return fail(.malformed(token), "'\(code.text(node))' could not be read", node)
    }
    return fail(.unknownName, "'\(code.text(node))' has no value", node)
  }

  // MARK: Fields

  /// What a slot of an object reads as.
  mutating func slot(_ slot: Int, of object: ObjectRef, _ node: Int32) -> Value {
    let value = heap.field(slot, of: object)
    switch value {
    case .absent:
      let field = heap.types[Int(object.typeID)].fields[slot]
      switch field.type {
      case .list: return .list(ListRef(offset: 0, count: 0, space: .heap))
      case .map: return .map(MapRef(offset: 0, count: 0, space: .heap))
      default:
        return fail(.absent(object, slot: slot), "'\(field.name)' is absent", node)
      }
    case .malformed(let token):
      let field = heap.types[Int(object.typeID)].fields[slot]
      return fail(.malformed(token), "'\(field.name)' could not be read", node)
    default: return value
    }
  }

  private func name(_ number: Int32) -> String {
    String(decoding: code.names[Int(number)], as: UTF8.self)
  }

  /// `target.name` where the type is only known now.
  mutating func select(_ target: Value, _ number: Int32, _ node: Int32) -> Value {
    switch target {
    case .failure: return target
    case .object(let object):
      guard let slot = heap.types[Int(object.typeID)].slot(name(number)) else {
        return fail(.noSuchField, "no field '\(name(number))'", node)
      }
      return self.slot(slot, of: object, node)
    case .map(let map):
      if let value = lookup(map, utf8: code.names[Int(number)]) { return value }
      return fail(.noSuchKey, "no key '\(name(number))'", node)
    case .optional(let optional):
      guard let content = content(of: optional) else { return target }
      return optionalSelect(content, number, node)
    default: return noOverload("." + name(number), [target], node)
    }
  }

  /// `target.?name`: no value where the field or key is absent.
  mutating func optionalSelect(_ target: Value, _ number: Int32, _ node: Int32) -> Value {
    switch target {
    case .failure: return target
    case .object(let object):
      guard let slot = heap.types[Int(object.typeID)].slot(name(number)) else {
        return fail(.noSuchField, "no field '\(name(number))'", node)
      }
      if case .absent = heap.field(slot, of: object) { return makeOptional(nil) }
      let value = self.slot(slot, of: object, node)
      return value.isFailure ? value : makeOptional(value)
    case .map(let map): return makeOptional(lookup(map, utf8: code.names[Int(number)]))
    case .optional(let optional):
      guard let content = content(of: optional) else { return target }
      return optionalSelect(content, number, node)
    default: return noOverload(".?" + name(number), [target], node)
    }
  }

  /// `has(target.name)`.
  mutating func presence(_ target: Value, _ number: Int32, _ node: Int32) -> Value {
    switch target {
    case .failure: return target
    case .object(let object):
      guard let slot = heap.types[Int(object.typeID)].slot(name(number)) else {
        return fail(.noSuchField, "no field '\(name(number))'", node)
      }
      switch heap.field(slot, of: object) {
      case .absent: return .bool(false)
      case .malformed(let token):
        return fail(.malformed(token), "'\(name(number))' could not be read", node)
      default: return .bool(true)
      }
    case .map(let map): return .bool(lookup(map, utf8: code.names[Int(number)]) != nil)
    case .optional(let optional):
      guard let content = content(of: optional) else { return .bool(false) }
      return presence(content, number, node)
    default: return noOverload("has", [target], node)
    }
  }

  // MARK: Indexes

  mutating func index(_ target: Value, _ key: Value, _ node: Int32) -> Value {
    switch target {
    case .list(let list):
      guard let position = listPosition(key) else { return noOverload("[]", [target, key], node) }
      guard position >= 0, position < Int64(list.count) else {
        return fail(
          .indexOutOfRange, "index \(position) is outside the list of \(list.count)", node)
      }
      return usable(element(list, Int(position)), node)
    case .map(let map):
      if !isKey(key), !isDouble(key) { return noOverload("[]", [target, key], node) }
      if let value = lookup(map, key) { return usable(value, node) }
      return fail(.noSuchKey, "no key \(describe(key))", node)
    case .optional(let optional):
      guard let content = content(of: optional) else { return target }
      return optionalIndex(content, key, node)
    default: return noOverload("[]", [target, key], node)
    }
  }

  mutating func optionalIndex(_ target: Value, _ key: Value, _ node: Int32) -> Value {
    switch target {
    case .list(let list):
      guard let position = listPosition(key) else { return noOverload("[?]", [target, key], node) }
      guard position >= 0, position < Int64(list.count) else { return makeOptional(nil) }
      return makeOptional(element(list, Int(position)))
    case .map(let map):
      if !isKey(key), !isDouble(key) { return noOverload("[?]", [target, key], node) }
      return makeOptional(lookup(map, key))
    case .optional(let optional):
      guard let content = content(of: optional) else { return target }
      return optionalIndex(content, key, node)
    default: return noOverload("[?]", [target, key], node)
    }
  }

  /// An integral number, whatever its type.
  private func listPosition(_ key: Value) -> Int64? {
    switch key {
    case .int(let value): value
    case .uint(let value): Int64(exactly: value) ?? Int64.max
    case .double(let value): Int64(exactly: value)
    default: nil
    }
  }

  func isDouble(_ value: Value) -> Bool {
    if case .double = value { return true }
    return false
  }

  func isKey(_ value: Value) -> Bool {
    switch value {
    case .bool, .int, .uint, .string: true
    default: false
    }
  }

  // MARK: Maps

  func lookup(_ map: MapRef, utf8 name: [UInt8]) -> Value? {
    for position in 0..<Int(map.count) {
      if case .string(let key) = entry(map, 2 * position), Int(key.count) == name.count,
        withBytes(key, { $0.elementsEqual(name) })
      {
        return entry(map, 2 * position + 1)
      }
    }
    return nil
  }

  mutating func lookup(_ map: MapRef, _ key: Value) -> Value? {
    cost &+= Int(map.count) / 8
    for position in 0..<Int(map.count) where equalKeys(entry(map, 2 * position), key) {
      return entry(map, 2 * position + 1)
    }
    return nil
  }

  /// Whether two keys are the same: numbers across types, but only when exactly equal.
  func equalKeys(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.string(let x), .string(let y)): equal(x, y)
    case (.bool(let x), .bool(let y)): x == y
    default: exactNumber(a).map { $0 == exactNumber(b) } ?? false
    }
  }

  /// A number as sign and magnitude, when it is integral.
  private func exactNumber(_ value: Value) -> ExactInteger? {
    switch value {
    case .int(let number): ExactInteger(isNegative: number < 0, magnitude: number.magnitude)
    case .uint(let number): ExactInteger(isNegative: false, magnitude: number)
    case .double(let number):
      if let int = Int64(exactly: number) {
        ExactInteger(isNegative: int < 0, magnitude: int.magnitude)
      } else if let uint = UInt64(exactly: number) {
        ExactInteger(isNegative: false, magnitude: uint)
      } else {
        nil
      }
    default: nil
    }
  }

  /// Adds an entry to a map under construction, or tells why it cannot be added.
  mutating func insert(
    _ key: Value, _ value: Value, into entries: inout MapEntries, _ node: Int32
  ) -> Value? {
    guard isKey(key) else { return noOverload("{}", [key], node) }
    let hash = joinHash(key) ?? 0
    for position in entries.positions[hash] ?? []
    where equalKeys(entries.flat[2 * position], key) {
      return fail(.duplicateKey, "the key \(describe(key)) is given twice", node)
    }
    entries.positions[hash, default: []].append(entries.flat.count / 2)
    entries.flat.append(key)
    entries.flat.append(value)
    return nil
  }
}

/// An integer of any of the number types.
private struct ExactInteger: Hashable {
  var isNegative: Bool
  var magnitude: UInt64
}

/// The entries of a map under construction.
struct MapEntries {
  /// Keys and values in turn.
  var flat: [Value] = []
  /// The entries by the hash of their key.
  var positions: [UInt64: [Int]] = [:]
}
