import CEL
import ClauseSource

/// Finds references that run in circles where a type forbids it.
///
/// One problem per strongly connected group of records, at the record with the least id, with a
/// shortest circle through it: what is reported does not depend on the order of the records.
struct CycleSearch {
  private let catalog: RecordTypeCatalog
  private let records: [Record]
  private let heap: Heap

  init(catalog: RecordTypeCatalog, records: [Record], heap: Heap) {
    self.catalog = catalog
    self.records = records
    self.heap = heap
  }

  /// The place of a slot or of an element of the list in it.
  typealias Place = (ObjectRef, Int, Int?) -> Span?

  mutating func problems(typeStarts: [Int], place: Place) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    for (typeIndex, type) in catalog.types.enumerated() {
      let first = typeStarts[typeIndex]
      let count = typeStarts[typeIndex + 1] - first
      for field in type.acyclic where count > 0 {
        guard let slot = type.slot(of: field) else { continue }
        let edges = (0..<count).map { self.edges(of: first + $0, typeIndex, slot) }
        for group in Self.groups(edges) {
          problems.append(problem(group, edges, first: first, slot: slot, field, place))
        }
      }
    }
    return problems
  }

  /// A reference to another record of the type.
  private struct Edge {
    /// Number of the record among those of its type.
    let target: Int
    /// Number in a list; nil for a single reference.
    let element: Int?
  }

  private func edges(of record: Int, _ typeIndex: Int, _ slot: Int) -> [Edge] {
    let value = heap.field(slot, of: records[record].object)
    switch value {
    case .object(let target) where Int(target.typeID) == typeIndex:
      return [Edge(target: Int(target.row), element: nil)]
    case .list:
      return heap.elements(of: value).enumerated().compactMap { number, element in
        guard case .object(let target) = element, Int(target.typeID) == typeIndex else {
          return nil
        }
        return Edge(target: Int(target.row), element: number)
      }
    default: return []
    }
  }

  // MARK: Groups

  /// The strongly connected groups with a circle in them, after Tarjan, without recursion.
  private static func groups(_ edges: [[Edge]]) -> [[Int]] {
    var groups: [[Int]] = []
    var order = Array(repeating: -1, count: edges.count)
    var low = Array(repeating: 0, count: edges.count)
    var isOpen = Array(repeating: false, count: edges.count)
    var open: [Int] = []
    var counter = 0
    // A node on the way down, and the number of the edge to follow next.
    var work: [(node: Int, next: Int)] = []
    for start in edges.indices where order[start] < 0 {
      work.append((start, 0))
      while let (node, next) = work.last {
        if next == 0 {
          order[node] = counter
          low[node] = counter
          counter += 1
          open.append(node)
          isOpen[node] = true
        }
        if next < edges[node].count {
          work[work.count - 1].next += 1
          let target = edges[node][next].target
          if order[target] < 0 {
            work.append((target, 0))
          } else if isOpen[target] {
            low[node] = min(low[node], order[target])
          }
          continue
        }
        work.removeLast()
        if let parent = work.last?.node { low[parent] = min(low[parent], low[node]) }
        guard low[node] == order[node] else { continue }
        var group: [Int] = []
        while let member = open.popLast() {
          isOpen[member] = false
          group.append(member)
          if member == node { break }
        }
        let isCircle = group.count > 1 || edges[node].contains { $0.target == node }
        if isCircle { groups.append(group) }
      }
    }
    return groups
  }

  // MARK: Report

  private func problem(
    _ group: [Int], _ edges: [[Edge]], first: Int, slot: Int, _ field: String, _ place: Place
  ) -> RecordProblem {
    let sorted = group.sorted {
      records[first + $0].id.unescaped.precedesByBytes(records[first + $1].id.unescaped)
    }
    let start = sorted[0]
    let circle = circle(from: start, Set(group), edges, first)
    let steps = circle.map { step in
      place(records[first + step.node].object, slot, step.edge.element)
        ?? records[first + step.node].anchor
    }
    let names = (circle.map(\.node) + [start]).map { records[first + $0].id.unescaped }
    let record = records[first + start]
    return RecordProblem(
      .refCycle, record: first + start, recordType: catalog.types[record.typeIndex].name,
      recordID: record.id.unescaped, fieldPath: field, span: steps.first ?? record.anchor,
      arguments: [
        .init("field", field), .init("path", names.joined(separator: " → ")),
      ],
      related: steps.dropFirst().map { .init($0, .nextReference) })
  }

  /// A shortest circle through `start` within a group, as the nodes and the edges that leave them.
  private func circle(
    from start: Int, _ group: Set<Int>, _ edges: [[Edge]], _ first: Int
  ) -> [(node: Int, edge: Edge)] {
    var arrivals: [Int: (from: Int, edge: Edge)] = [:]
    var queue = [start]
    var head = 0
    search: while head < queue.count {
      let node = queue[head]
      head += 1
      // Neighbours by id, so that the circle does not depend on the order of the records.
      let next = edges[node].filter { group.contains($0.target) }.sorted {
        records[first + $0.target].id.unescaped.precedesByBytes(
          records[first + $1.target].id.unescaped)
      }
      for edge in next where arrivals[edge.target] == nil {
        arrivals[edge.target] = (node, edge)
        if edge.target == start { break search }
        queue.append(edge.target)
      }
    }
    var steps: [(node: Int, edge: Edge)] = []
    var current = start
    repeat {
      guard let arrival = arrivals[current] else { break }
      steps.append((arrival.from, arrival.edge))
      current = arrival.from
    } while current != start
    return steps.reversed()
  }
}
