internal import ClauseCalendar

/// Hash indexes over tables of objects; immutable, shared by all evaluators.
public struct Indexes: Sendable {
  private var tables: [IndexRequest: IndexTable] = [:]

  /// No index: every loop scans.
  public static let none = Indexes()

  /// Builds the indexes that the programs ask for.
  ///
  /// - Parameters:
  ///   - programs: programs of one environment.
  ///   - heap: where the objects are.
  ///   - arguments: the values of the environment's variables; only those that hold a list of
  ///     objects count here.
  public static func build(for programs: [Program], heap: Heap, arguments: [Value]) -> Indexes {
    var indexes = Indexes()
    for program in programs {
      for request in program.requiredIndexes where indexes.tables[request] == nil {
        guard request.variable < arguments.count,
          case .list(let list) = arguments[request.variable], list.space == .heap
        else { continue }
        indexes.tables[request] = IndexTable(request, heap: heap, list: list)
      }
    }
    return indexes
  }

  func table(_ request: IndexRequest) -> IndexTable? { tables[request] }

  /// A hash of a scalar that equal values share, across the types of numbers too; nil for
  /// composites and for what is no value.
  static func hash(_ value: Value) -> UInt64? {
    func mixed(_ tag: UInt64, _ payload: UInt64) -> UInt64 {
      var hash = (payload ^ (tag << 56)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      return hash
    }
    switch value {
    case .null: return mixed(1, 0)
    case .bool(let flag): return mixed(2, flag ? 1 : 0)
    // Numbers compare as doubles across types, so they hash as doubles.
    case .int(let number): return mixed(3, Double(number).bitPattern)
    case .uint(let number): return mixed(3, Double(number).bitPattern)
    case .double(let number): return mixed(3, number == 0 ? 0 : number.bitPattern)
    case .date(let date): return mixed(4, UInt64(bitPattern: Int64(date.daysSinceEpoch)))
    case .period(let period):
      return mixed(
        5, UInt64(UInt32(bitPattern: period.months)) << 32 | UInt64(UInt32(bitPattern: period.days))
      )
    case .timestamp(let time):
      return mixed(6, UInt64(bitPattern: time.seconds) &* 31 &+ UInt64(time.nanos))
    case .duration(let nanoseconds): return mixed(7, UInt64(bitPattern: nanoseconds))
    case .object(let object): return mixed(8, UInt64(object.typeID) << 32 | UInt64(object.row))
    case .string, .bytes, .list, .map, .type, .optional, .opaque, .absent, .malformed, .failure:
      return nil
    }
  }
}

/// The rows of one list by the hash of the value at a path.
struct IndexTable: Sendable {
  private let list: ListRef
  private var rows: [UInt64: [Int32]] = [:]
  /// Rows whose value cannot be hashed or read: always candidates.
  private var irregular: [Int32] = []
  /// Rows where the path ends early, by the number of steps that are there.
  private var absent: [[Int32]]

  init(_ request: IndexRequest, heap: Heap, list: ListRef) {
    self.list = list
    absent = Array(repeating: [], count: request.path.count)
    for row in 0..<Int(list.count) {
      add(Int32(row), heap.values[Int(list.offset) + row], request, heap)
    }
  }

  private mutating func add(
    _ row: Int32, _ element: Value, _ request: IndexRequest, _ heap: Heap
  ) {
    var value = element
    for (depth, step) in request.path.enumerated() {
      guard case .object(let object) = value, Int(object.typeID) < heap.types.count,
        let slot = heap.types[Int(object.typeID)].slot(step)
      else {
        irregular.append(row)
        return
      }
      value = heap.field(slot, of: object)
      if case .absent = value {
        // An absent list reads as the empty one, which holds no key.
        if !request.byElement || depth + 1 < request.path.count { absent[depth].append(row) }
        return
      }
    }
    if request.byElement {
      guard case .list = value else {
        irregular.append(row)
        return
      }
      for key in heap.elements(of: value) { insert(row, key, heap) }
    } else {
      insert(row, value, heap)
    }
  }

  private mutating func insert(_ row: Int32, _ value: Value, _ heap: Heap) {
    let hash: UInt64?
    if case .string(let reference) = value, reference.space == .heap {
      hash = InternTable.hash(heap.bytes[reference.range])
    } else if case .object(let object) = value, heap.types[Int(object.typeID)].isValue {
      // Structures are equal by their fields, not by their place.
      hash = nil
    } else {
      hash = Indexes.hash(value)
    }
    guard let hash else {
      if irregular.last != row { irregular.append(row) }
      return
    }
    if rows[hash]?.last != row { rows[hash, default: []].append(row) }
  }

  /// Whether this index is about a list.
  func covers(_ other: ListRef) -> Bool {
    other.space == list.space && other.offset == list.offset && other.count == list.count
  }

  /// The rows that may have the key, in order.
  ///
  /// Where the predicate guards the first steps of the path with `has`, rows that end there are
  /// no candidates: their guard is false.
  func candidates(hash: UInt64, guardedSteps: Int) -> [Int32] {
    var result = rows[hash] ?? []
    var merged = irregular
    for depth in guardedSteps..<max(guardedSteps, absent.count) { merged += absent[depth] }
    if merged.isEmpty { return result }
    result += merged
    result.sort()
    // A row may be both irregular and found by one of its elements.
    var unique: [Int32] = []
    unique.reserveCapacity(result.count)
    for row in result where unique.last != row { unique.append(row) }
    return unique
  }
}
