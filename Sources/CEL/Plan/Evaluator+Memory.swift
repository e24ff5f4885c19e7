extension Evaluator {
  // MARK: Reading

  /// The bytes of a string or of bytes.
  public func bytes(_ reference: StringRef) -> ArraySlice<UInt8> {
    switch reference.space {
    case .heap: heap.bytes[reference.range]
    case .program: code.constantBytes[reference.range]
    case .scratch: scratchBytes[reference.range]
    }
  }

  /// Calls `body` with the bytes of a string, without copying them.
  func withBytes<Result>(
    _ reference: StringRef, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = reference.range
    switch reference.space {
    case .heap: return heap.bytes.withUnsafeBufferPointer { body(.init(rebasing: $0[range])) }
    case .program:
      return code.constantBytes.withUnsafeBufferPointer { body(.init(rebasing: $0[range])) }
    case .scratch:
      return scratchBytes.withUnsafeBufferPointer { body(.init(rebasing: $0[range])) }
    }
  }

  /// The text of a string or of bytes; nil for anything else.
  public func string(of value: Value) -> String? {
    switch value {
    case .string(let reference), .bytes(let reference):
      String(decoding: bytes(reference), as: UTF8.self)
    default: nil
    }
  }

  /// Calls `body` with the bytes of two strings; the evaluator itself is not copied for it.
  func withBytes<Result>(
    _ a: StringRef, _ b: StringRef,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withBytes(a) { first in withBytes(b) { second in body(first, second) } }
  }

  /// The element of a list.
  func element(_ list: ListRef, _ index: Int) -> Value {
    let position = Int(list.offset) + index
    switch list.space {
    case .heap: return heap.values[position]
    case .program: return code.constantValues[position]
    case .scratch: return scratchValues[position]
    }
  }

  /// The elements of a list; none for any other value.
  public func elements(of value: Value) -> [Value] {
    guard case .list(let list) = value else { return [] }
    return (0..<Int(list.count)).map { element(list, $0) }
  }

  /// The key (even places) or value (odd places) of a map.
  func entry(_ map: MapRef, _ index: Int) -> Value {
    element(ListRef(offset: Int(map.offset), count: 0, space: map.space), index)
  }

  /// The entries of a map, in the order they were given; none for any other value.
  public func entries(of value: Value) -> [(key: Value, value: Value)] {
    guard case .map(let map) = value else { return [] }
    return (0..<Int(map.count)).map { (entry(map, 2 * $0), entry(map, 2 * $0 + 1)) }
  }

  /// What an optional holds, or nil.
  public func content(of optional: OptionalRef) -> Value? {
    optional.hasValue ? element(optional.content, 0) : nil
  }

  // MARK: Making

  /// A string with these UTF-8 bytes; charged by length.
  public mutating func makeString(utf8 text: some Collection<UInt8>) -> Value {
    .string(makeBytes(text))
  }

  /// A string; charged by length.
  public mutating func makeString(_ text: String) -> Value { .string(makeBytes(text.utf8)) }

  mutating func makeBytes(_ octets: some Collection<UInt8>) -> StringRef {
    charge((octets.count + 9) / 10)
    guard hasRoom(for: octets.count) else {
      return StringRef(offset: 0, count: 0, space: .scratch)
    }
    let reference = StringRef(offset: scratchBytes.count, count: octets.count, space: .scratch)
    scratchBytes.append(contentsOf: octets)
    return reference
  }

  /// A list; charged by length.
  public mutating func makeList(_ elements: [Value]) -> Value { .list(makeListRef(elements)) }

  mutating func makeListRef(_ elements: [Value]) -> ListRef {
    charge(elements.count)
    let list = ListRef(offset: scratchValues.count, count: elements.count, space: .scratch)
    scratchValues.append(contentsOf: elements)
    return list
  }

  /// A map of keys and values in turn; charged by length.
  mutating func makeMap(_ flat: [Value]) -> Value {
    let list = makeListRef(flat)
    return .map(MapRef(offset: Int(list.offset), count: flat.count / 2, space: .scratch))
  }

  /// An optional with a value, or without one.
  public mutating func makeOptional(_ value: Value?) -> Value {
    .optional(OptionalRef(content: makeListRef(value.map { [$0] } ?? [])))
  }

  /// The value of a literal.
  mutating func value(of literal: Literal) -> Value {
    switch literal {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .uint(let value): .uint(value)
    case .double(let value): .double(value)
    case .string(let text): .string(makeBytes(text))
    case .bytes(let octets): .bytes(makeBytes(octets))
    }
  }

  // MARK: Comparing texts

  /// Byte order, which for UTF-8 is the order of code points: negative, zero or positive.
  func compare(_ a: StringRef, _ b: StringRef) -> Int {
    if a.space == b.space, a.offset == b.offset, a.count == b.count { return 0 }
    return withBytes(a) { left in
      withBytes(b) { right in
        var index = 0
        let shared = min(left.count, right.count)
        while index < shared {
          if left[index] != right[index] { return left[index] < right[index] ? -1 : 1 }
          index += 1
        }
        return left.count - right.count
      }
    }
  }

  func equal(_ a: StringRef, _ b: StringRef) -> Bool {
    guard a.count == b.count else { return false }
    // Equal texts of the heap have one place.
    if a.space == .heap, b.space == .heap { return a.offset == b.offset }
    return compare(a, b) == 0
  }
}
