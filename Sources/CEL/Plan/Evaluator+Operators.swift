internal import ClauseCalendar

extension Evaluator {
  mutating func negate(_ value: Value, _ node: Int32) -> Value {
    switch value {
    case .int(let number):
      return number == Int64.min ? overflow(node) : .int(-number)
    case .double(let number): return .double(-number)
    case .duration(let nanoseconds):
      return nanoseconds == Int64.min ? overflow(node) : .duration(-nanoseconds)
    case .period(let period): return .period(period.negated)
    default: return noOverload("-", [value], node)
    }
  }

  private mutating func overflow(_ node: Int32) -> Value {
    fail(.overflow, "the result is outside the range of its type", node)
  }

  /// An operator with two values, neither a failure.
  mutating func binary(
    _ operation: Operation, _ left: Value, _ right: Value, _ node: Int32
  ) -> Value {
    switch operation {
    case .equal, .notEqual:
      unreadable = nil
      let same = equal(left, right)
      if isExhausted { return exhausted(node) }
      if !same, let token = unreadable {
        return fail(.malformed(token), "a field of a structure could not be read", node)
      }
      return .bool(same == (operation == .equal))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return order(operation, left, right, node)
    case .isIn: return contains(right, left, node)
    default: return arithmetic(operation, left, right, node)
    }
  }

  // MARK: Arithmetic

  private mutating func arithmetic(
    _ operation: Operation, _ left: Value, _ right: Value, _ node: Int32
  ) -> Value {
    switch (left, right) {
    case (.int(let a), .int(let b)):
      let result: (Int64, Bool)
      switch operation {
      case .add: result = a.addingReportingOverflow(b)
      case .subtract: result = a.subtractingReportingOverflow(b)
      case .multiply: result = a.multipliedReportingOverflow(by: b)
      case .divide:
        if b == 0 { return divisionByZero(node) }
        result = a.dividedReportingOverflow(by: b)
      default:
        if b == 0 { return divisionByZero(node) }
        result = a.remainderReportingOverflow(dividingBy: b)
      }
      return result.1 ? overflow(node) : .int(result.0)
    case (.uint(let a), .uint(let b)):
      let result: (UInt64, Bool)
      switch operation {
      case .add: result = a.addingReportingOverflow(b)
      case .subtract: result = a.subtractingReportingOverflow(b)
      case .multiply: result = a.multipliedReportingOverflow(by: b)
      case .divide:
        if b == 0 { return divisionByZero(node) }
        result = a.dividedReportingOverflow(by: b)
      default:
        if b == 0 { return divisionByZero(node) }
        result = a.remainderReportingOverflow(dividingBy: b)
      }
      return result.1 ? overflow(node) : .uint(result.0)
    case (.double(let a), .double(let b)):
      switch operation {
      case .add: return .double(a + b)
      case .subtract: return .double(a - b)
      case .multiply: return .double(a * b)
      case .divide: return .double(a / b)
      default: return noOverload("%", [left, right], node)
      }
    default: break
    }
    switch operation {
    case .add: return add(left, right, node)
    case .subtract: return subtract(left, right, node)
    case .multiply: return noOverload("*", [left, right], node)
    case .divide: return noOverload("/", [left, right], node)
    default: return noOverload("%", [left, right], node)
    }
  }

  private mutating func divisionByZero(_ node: Int32) -> Value {
    fail(.divisionByZero, "division by zero", node)
  }

  private mutating func add(_ left: Value, _ right: Value, _ node: Int32) -> Value {
    switch (left, right) {
    case (.string(let a), .string(let b)): return .string(concatenate(a, b))
    case (.bytes(let a), .bytes(let b)): return .bytes(concatenate(a, b))
    case (.list(let a), .list(let b)):
      charge(Int(a.count) + Int(b.count))
      if isExhausted { return exhausted(node) }
      let start = scratchValues.count
      for position in 0..<Int(a.count) { scratchValues.append(element(a, position)) }
      for position in 0..<Int(b.count) { scratchValues.append(element(b, position)) }
      return .list(
        ListRef(offset: start, count: Int(a.count) + Int(b.count), space: .scratch))
    case (.date(let date), .period(let period)), (.period(let period), .date(let date)):
      return date.adding(period).map { .date($0) } ?? dateRange(node)
    case (.period(let a), .period(let b)):
      let (months, overflow1) = a.months.addingReportingOverflow(b.months)
      let (days, overflow2) = a.days.addingReportingOverflow(b.days)
      return overflow1 || overflow2 ? overflow(node) : .period(Period(months: months, days: days))
    case (.timestamp(let time), .duration(let nanoseconds)),
      (.duration(let nanoseconds), .timestamp(let time)):
      return time.adding(nanoseconds: nanoseconds).map { .timestamp($0) } ?? overflow(node)
    case (.duration(let a), .duration(let b)):
      let (sum, overflowed) = a.addingReportingOverflow(b)
      return overflowed ? overflow(node) : .duration(sum)
    default: return noOverload("+", [left, right], node)
    }
  }

  private mutating func dateRange(_ node: Int32) -> Value {
    fail(.overflow, "the date is outside the years 1 to 9999", node)
  }

  private mutating func concatenate(_ a: StringRef, _ b: StringRef) -> StringRef {
    charge((Int(a.count) + Int(b.count) + 9) / 10)
    guard hasRoom(for: Int(a.count) + Int(b.count)) else {
      return StringRef(offset: 0, count: 0, space: .scratch)
    }
    // No room is reserved: an exact reservation would copy all of the scratch space each time.
    let start = scratchBytes.count
    scratchBytes.append(contentsOf: Array(bytes(a)))
    scratchBytes.append(contentsOf: Array(bytes(b)))
    return StringRef(offset: start, count: scratchBytes.count - start, space: .scratch)
  }

  private mutating func subtract(_ left: Value, _ right: Value, _ node: Int32) -> Value {
    switch (left, right) {
    case (.date(let date), .period(let period)):
      return date.adding(period.negated).map { .date($0) } ?? dateRange(node)
    case (.period(let a), .period(let b)):
      let (months, overflow1) = a.months.subtractingReportingOverflow(b.months)
      let (days, overflow2) = a.days.subtractingReportingOverflow(b.days)
      return overflow1 || overflow2 ? overflow(node) : .period(Period(months: months, days: days))
    case (.timestamp(let a), .timestamp(let b)):
      return a.nanoseconds(since: b).map { .duration($0) } ?? overflow(node)
    case (.timestamp(let time), .duration(let nanoseconds)):
      guard nanoseconds != Int64.min else { return overflow(node) }
      return time.adding(nanoseconds: -nanoseconds).map { .timestamp($0) } ?? overflow(node)
    case (.duration(let a), .duration(let b)):
      let (difference, overflowed) = a.subtractingReportingOverflow(b)
      return overflowed ? overflow(node) : .duration(difference)
    default: return noOverload("-", [left, right], node)
    }
  }

  // MARK: Order

  private mutating func order(
    _ operation: Operation, _ left: Value, _ right: Value, _ node: Int32
  ) -> Value {
    let result: Int?
    switch (left, right) {
    case (.string(let a), .string(let b)), (.bytes(let a), .bytes(let b)):
      charge(Int(min(a.count, b.count)) / 10)
      result = compare(a, b)
    case (.bool(let a), .bool(let b)): result = (a ? 1 : 0) - (b ? 1 : 0)
    case (.timestamp(let a), .timestamp(let b)): result = a < b ? -1 : (a == b ? 0 : 1)
    case (.duration(let a), .duration(let b)): result = a < b ? -1 : (a == b ? 0 : 1)
    case (.date(let a), .date(let b)): result = a < b ? -1 : (a == b ? 0 : 1)
    default:
      switch Self.compareNumbers(left, right) {
      case .none: return noOverload(Self.symbol(operation), [left, right], node)
      case .some(let known): result = known
      }
    }
    // NaN is in no order with anything.
    guard let result else { return .bool(false) }
    switch operation {
    case .less: return .bool(result < 0)
    case .lessOrEqual: return .bool(result <= 0)
    case .greater: return .bool(result > 0)
    default: return .bool(result >= 0)
    }
  }

  static func symbol(_ operation: Operation) -> String {
    switch operation {
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .equal: "=="
    case .notEqual: "!="
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .remainder: "%"
    case .isIn: "in"
    default: "?"
    }
  }

  /// The order of two numbers: nil when one is none, `.some(nil)` when one is NaN.
  ///
  /// An int meets a double as a double, as the conformance suite demands.
  static func compareNumbers(_ a: Value, _ b: Value) -> Int?? {
    func ordered<Number: Comparable>(_ x: Number, _ y: Number) -> Int? {
      x < y ? -1 : (x > y ? 1 : (x == y ? 0 : nil))
    }
    switch (a, b) {
    case (.int(let x), .int(let y)): return ordered(x, y)
    case (.uint(let x), .uint(let y)): return ordered(x, y)
    case (.double(let x), .double(let y)): return ordered(x, y)
    case (.int(let x), .uint(let y)): return x < 0 ? -1 : ordered(UInt64(x), y)
    case (.uint(let x), .int(let y)): return y < 0 ? 1 : ordered(x, UInt64(y))
    case (.int(let x), .double(let y)): return ordered(Double(x), y)
    case (.double(let x), .int(let y)): return ordered(x, Double(y))
    case (.uint(let x), .double(let y)): return ordered(Double(x), y)
    case (.double(let x), .uint(let y)): return ordered(x, Double(y))
    default: return .none
    }
  }

  // MARK: Equality

  /// Whether two values are equal; values of different types are not. Charged by size.
  mutating func equal(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.null, .null): return true
    case (.bool(let x), .bool(let y)): return x == y
    case (.string(let x), .string(let y)), (.bytes(let x), .bytes(let y)):
      charge(Int(min(x.count, y.count)) / 10)
      return equal(x, y)
    case (.date(let x), .date(let y)): return x == y
    case (.period(let x), .period(let y)): return x == y
    case (.timestamp(let x), .timestamp(let y)): return x == y
    case (.duration(let x), .duration(let y)): return x == y
    case (.type(let x), .type(let y)): return x == y
    case (.object(let x), .object(let y)): return x == y || equalStructures(x, y)
    case (.opaque(let x), .opaque(let y)): return x.kind == y.kind && equal(x.bytes, y.bytes)
    case (.optional(let x), .optional(let y)):
      guard let first = content(of: x), let second = content(of: y) else {
        return x.hasValue == y.hasValue
      }
      return equal(first, second)
    case (.list(let x), .list(let y)): return equalLists(x, y)
    case (.map(let x), .map(let y)): return equalMaps(x, y)
    default:
      if case .some(.some(let order)) = Self.compareNumbers(a, b) { return order == 0 }
      return false
    }
  }

  private mutating func equalLists(_ x: ListRef, _ y: ListRef) -> Bool {
    guard x.count == y.count else { return false }
    for position in 0..<Int(x.count) {
      cost &+= 1
      if isExhausted { return false }
      if !equal(element(x, position), element(y, position)) { return false }
    }
    return true
  }

  /// Whether two structures have equal fields; records are equal only to themselves. A field that
  /// could not be read leaves it open, unless another one differs.
  ///
  /// Recursion follows the declared structures, whose nesting is bounded.
  private mutating func equalStructures(_ x: ObjectRef, _ y: ObjectRef) -> Bool {
    guard x.typeID == y.typeID, Int(x.typeID) < heap.types.count,
      heap.types[Int(x.typeID)].isValue
    else { return false }
    let before = unreadable
    var open: UInt32?
    for slot in heap.types[Int(x.typeID)].fields.indices {
      charge(1)
      if isExhausted { return false }
      let (a, b) = (heap.field(slot, of: x), heap.field(slot, of: y))
      switch (a, b) {
      case (.absent, .absent): continue
      case (.malformed(let token), _), (_, .malformed(let token)): open = open ?? token
      default:
        unreadable = nil
        if equal(a, b) { continue }
        if let token = unreadable {
          open = open ?? token
        } else {
          unreadable = before
          return false
        }
      }
    }
    unreadable = before ?? open
    return open == nil
  }

  private mutating func equalMaps(_ x: MapRef, _ y: MapRef) -> Bool {
    guard x.count == y.count else { return false }
    for position in 0..<Int(x.count) {
      cost &+= 1 + Int(y.count) / 8
      if isExhausted { return false }
      guard let other = lookup(y, entry(x, 2 * position)),
        equal(entry(x, 2 * position + 1), other)
      else { return false }
    }
    return true
  }

  /// `key in container`.
  private mutating func contains(_ container: Value, _ key: Value, _ node: Int32) -> Value {
    switch container {
    case .list(let list):
      unreadable = nil
      for position in 0..<Int(list.count) {
        cost &+= 1
        if isExhausted { return exhausted(node) }
        let element = element(list, position)
        if equal(element, key) { return .bool(true) }
        if case .malformed(let token) = element { unreadable = token }
      }
      // An element that could not be read might have been the one.
      if let unreadable {
        return fail(.malformed(unreadable), "an element of the list could not be read", node)
      }
      return .bool(false)
    case .map(let map):
      guard isKey(key) || isDouble(key) else {
        return noOverload("in", [key, container], node)
      }
      return .bool(lookup(map, key) != nil)
    default: return noOverload("in", [key, container], node)
    }
  }
}
