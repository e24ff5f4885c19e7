extension Evaluator {
  /// The rows a loop visits: all elements, or the candidates that an index gives.
  private enum Rows {
    case all(Int)
    case candidates([Int32])

    var count: Int {
      switch self {
      case .all(let count): count
      case .candidates(let rows): rows.count
      }
    }

    subscript(position: Int) -> Int {
      switch self {
      case .all: position
      case .candidates(let rows): Int(rows[position])
      }
    }
  }

  mutating func runLoop(_ code: Code, _ loop: PlanLoop, _ index: Int32) -> Value {
    let range = run(code, loop.range)
    var rows: Rows
    switch range {
    case .list(let list):
      rows = .all(Int(list.count))
      if let join = loop.join, let candidates = candidates(code, join, list) {
        rows = .candidates(candidates)
      }
    case .map(let map):
      rows = .all(Int(map.count))
    case .failure: return range
    default: return noOverload(loop.kind.rawValue, [range], index)
    }
    switch loop.kind {
    case .all: return fold(code, loop, range, rows, stop: false, index)
    case .exists: return fold(code, loop, range, rows, stop: true, index)
    case .existsOne:
      var found = 0
      for position in 0..<rows.count {
        bind(loop, range, rows[position])
        switch run(code, loop.predicate) {
        case .bool(true): found += 1
        case .bool(false): break
        case let value: return value.isFailure ? value : notBool(loop, value, index)
        }
      }
      return .bool(found == 1)
    case .filter, .map, .transformList:
      return collect(code, loop, range, rows, index)
    case .transformMap, .transformMapEntry:
      return collectMap(code, loop, range, rows, index)
    }
  }

  private mutating func notBool(_ loop: PlanLoop, _ value: Value, _ index: Int32) -> Value {
    noOverload(loop.kind.rawValue, [value], index)
  }

  /// Gives the loop's variables the values of one row of `range`, a list or a map.
  mutating func bind(_ loop: PlanLoop, _ range: Value, _ row: Int) {
    switch range {
    case .list(let list):
      if loop.secondSlot < 0 {
        frame[Int(loop.firstSlot)] = element(list, row)
      } else {
        frame[Int(loop.firstSlot)] = .int(Int64(row))
        frame[Int(loop.secondSlot)] = element(list, row)
      }
    case .map(let map):
      frame[Int(loop.firstSlot)] = entry(map, 2 * row)
      if loop.secondSlot >= 0 { frame[Int(loop.secondSlot)] = entry(map, 2 * row + 1) }
    default: break
    }
  }

  /// `all` and `exists`: one deciding element outweighs any failure.
  private mutating func fold(
    _ code: Code, _ loop: PlanLoop, _ range: Value, _ rows: Rows, stop: Bool, _ index: Int32
  ) -> Value {
    var failure: Value?
    for position in 0..<rows.count {
      bind(loop, range, rows[position])
      let value = run(code, loop.predicate)
      if case .bool(let flag) = value {
        if flag == stop { return value }
      } else if failure == nil {
        failure = value.isFailure ? value : notBool(loop, value, index)
      }
      if isExhausted { return exhausted(index) }
    }
    return failure ?? .bool(!stop)
  }

  private mutating func collect(
    _ code: Code, _ loop: PlanLoop, _ range: Value, _ rows: Rows, _ index: Int32
  ) -> Value {
    var result: [Value] = []
    for position in 0..<rows.count {
      bind(loop, range, rows[position])
      // Nested loops may use the same frame slots only for their own variables.
      let element = frame[Int(loop.firstSlot)]
      if loop.predicate >= 0 {
        switch run(code, loop.predicate) {
        case .bool(true): break
        case .bool(false): continue
        case let value: return value.isFailure ? value : notBool(loop, value, index)
        }
      }
      if loop.transform >= 0 {
        let value = run(code, loop.transform)
        if value.isFailure { return value }
        result.append(value)
      } else {
        result.append(element)
      }
    }
    return makeList(result)
  }

  private mutating func collectMap(
    _ code: Code, _ loop: PlanLoop, _ range: Value, _ rows: Rows, _ index: Int32
  ) -> Value {
    var result = MapEntries()
    for position in 0..<rows.count {
      bind(loop, range, rows[position])
      let key = frame[Int(loop.firstSlot)]
      if loop.predicate >= 0 {
        switch run(code, loop.predicate) {
        case .bool(true): break
        case .bool(false): continue
        case let value: return value.isFailure ? value : notBool(loop, value, index)
        }
      }
      let value = run(code, loop.transform)
      if value.isFailure { return value }
      if loop.kind == .transformMap {
        if let failure = insert(key, value, into: &result, index) { return failure }
      } else {
        guard case .map(let map) = value else {
          return noOverload("transformMapEntry", [value], index)
        }
        for entry in 0..<Int(map.count) {
          if let failure = insert(
            self.entry(map, 2 * entry), self.entry(map, 2 * entry + 1), into: &result, index)
          {
            return failure
          }
        }
      }
    }
    return makeMap(result.flat)
  }

  // MARK: Joins

  /// The rows that can have the key of a join, or nil when the index does not apply.
  private mutating func candidates(_ code: Code, _ join: PlanJoin, _ list: ListRef) -> [Int32]? {
    let request = code.indexes[join.index]
    guard let table = indexes.table(request), table.covers(list) else { return nil }
    let key = run(code, join.key)
    guard let hash = joinHash(key) else { return nil }
    let rows = table.candidates(hash: hash, guardedSteps: join.guardedSteps)
    cost &+= 1
    return rows
  }

  /// The hash of a scalar, equal for equal values; nil for what no index can find.
  func joinHash(_ value: Value) -> UInt64? {
    switch value {
    case .string(let reference): InternTable.hash(bytes(reference))
    case .object(let object) where heap.types[Int(object.typeID)].isValue: nil
    default: Indexes.hash(value)
    }
  }
}
