import CEL
import Testing

/// A join gives what the loop it stands for gives, and is faster.
@Suite struct JoinTests {
  static let joined = [
    "kpis.exists(k, has(k.owner) && k.owner == person)",
    "kpis.exists(k, k.?owner.hasValue() && has(k.owner) && k.owner == person && has(k.rank) && k.rank > 1)",
    "kpis.filter(k, has(k.owner) && k.owner == person).size()",
    "kpis.filter(k, has(k.owner) && person == k.owner).map(k, k.id)",
    "kpis.exists_one(k, k.id == kpi.id)",
    "kpis.exists(k, k.id == 'k1')",
    "kpis.all(k, k.id != 'k1' || has(k.owner))",
    "kpis.all(k, !(k.id == kpi.id) || k.id == 'k2')",
    "people.exists(p, person in p.id.split(',').map(x, person))",
    "kpis.filter(k, person in k.people).map(k, k.id)",
    "kpis.exists(k, person in k.people && has(k.target))",
    "people.filter(p, 's1' in p.skills).size()",
    "people.all(p, kpis.exists(k, has(k.owner) && k.owner == p))",
    "people.filter(p, kpis.exists(k, has(k.owner) && has(k.owner.chief) && k.owner.chief == p)).size()",
    "kpis.filter(k, has(k.target) && k.target == 1.5).size()",
    "kpis.filter(k, has(k.rank) && dyn(k.rank) == dyn(2.0)).size()",
    "kpis.map(k, has(k.rank) && k.rank == 2, k.id)",
    "people.filter(p, has(p.unit) && p.unit == 'unit ' + '3').size()",
    "people.filter(p, has(p.born) && p.born == date('1970-05-05')).map(p, p.id)",
    "kpis.filter(k, k.id == kpis[1000].id).size()",
  ]

  @Test(arguments: joined)
  func equalsTheLoop(_ text: String) throws {
    let program = try #require(RecordWorld.program(text), "\(text) must compile")
    for seed in 0..<UInt64(60) {
      let malformed = seed % 3 == 0 ? 7 : 0
      let world = RecordWorld(seed: seed, count: 12, malformed: malformed)
      let indexes = Indexes.build(for: [program], heap: world.heap, arguments: world.arguments)
      var plain = Evaluator(heap: world.heap)
      var fast = Evaluator(heap: world.heap, indexes: indexes)
      let expected = plain.evaluate(program, world.arguments)
      let value = fast.evaluate(program, world.arguments)
      #expect(value.isFailure == expected.isFailure, "\(text) seed \(seed)")
      if !expected.isFailure {
        #expect(fast.describe(value) == plain.describe(expected), "\(text) seed \(seed)")
      }
    }
  }

  @Test(arguments: joined.filter { !$0.contains("split") && !$0.contains("dyn(") })
  func asksForAnIndex(_ text: String) throws {
    let program = try #require(RecordWorld.program(text))
    #expect(!program.requiredIndexes.isEmpty, "\(text)")
  }

  /// The cost of a join over all rows grows with the rows, not with their square.
  @Test func isLinear() throws {
    let program = try #require(
      RecordWorld.program("people.all(p, kpis.filter(k, has(k.owner) && k.owner == p).size() >= 0)")
    )
    var costs: [Int] = []
    for count in [500, 1_000] {
      let world = RecordWorld(seed: 1, count: count)
      let indexes = Indexes.build(for: [program], heap: world.heap, arguments: world.arguments)
      var evaluator = Evaluator(heap: world.heap, indexes: indexes)
      #expect(evaluator.evaluate(program, world.arguments).isTrue)
      costs.append(evaluator.cost)
    }
    #expect(costs[1] < costs[0] * 5 / 2)
    #expect(costs[1] < 40_000)
  }

  /// 100,000 records looked up in 100,000 records: counted in units of cost, never in seconds.
  @Test func aHundredThousandMeetAHundredThousand() throws {
    let program = try #require(
      RecordWorld.program("people.all(p, kpis.filter(k, has(k.owner) && k.owner == p).size() >= 0)")
    )
    let count = 100_000
    let world = RecordWorld(seed: 1, count: count)
    let indexes = Indexes.build(for: [program], heap: world.heap, arguments: world.arguments)
    var evaluator = Evaluator(
      heap: world.heap, indexes: indexes, limits: Limits(evaluationCost: count * 100))
    #expect(evaluator.evaluate(program, world.arguments).isTrue)
    #expect(evaluator.cost < count * 40)
  }

  /// An index over another list than the one at hand is not used.
  @Test func ignoresAnIndexOfAnotherList() throws {
    let program = try #require(RecordWorld.program("kpis.exists(k, k.id == 'k3')"))
    let world = RecordWorld(seed: 5, count: 6)
    let indexes = Indexes.build(for: [program], heap: world.heap, arguments: world.arguments)
    var builder = HeapBuilder(world.heap)
    let short = builder.list([])
    var arguments = world.arguments
    arguments[3] = short
    var evaluator = Evaluator(heap: builder.finish(), indexes: indexes)
    #expect(!evaluator.evaluate(program, arguments).isTrue)
  }
}
