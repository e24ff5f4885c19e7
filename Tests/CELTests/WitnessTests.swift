import CEL
import ClauseCalendar
import Testing

/// What `explain` keeps of an evaluation.
@Suite struct WitnessTests {
  /// Three persons and two indicators with known values.
  private static func world() throws -> (heap: Heap, arguments: [Value], kpis: [ObjectRef]) {
    var builder = HeapBuilder(types: RecordWorld.types)
    let people = (0..<3).map { _ in builder.object(ofType: 0) }
    let kpis = (0..<5).map { _ in builder.object(ofType: 1) }
    for (row, person) in people.enumerated() {
      builder.set(builder.string("p\(row)"), slot: 0, of: person)
    }
    builder.set(builder.string("north"), slot: 1, of: people[0])
    builder.set(.date(try #require(CivilDate(iso: "1980-02-29"))), slot: 3, of: people[0])
    for (row, kpi) in kpis.enumerated() {
      builder.set(builder.string("k\(row)"), slot: 0, of: kpi)
      builder.set(.int(Int64(row)), slot: 3, of: kpi)
    }
    builder.set(.object(people[0]), slot: 1, of: kpis[0])
    builder.set(builder.list([.object(people[0]), .object(people[1])]), slot: 4, of: kpis[0])
    let heap = builder.finish()
    let asOf = Value.date(try #require(CivilDate(iso: "2026-01-15")))
    return (
      heap,
      [
        .object(people[0]), .object(kpis[0]), heap.allObjects(ofType: 0),
        heap.allObjects(ofType: 1), asOf,
      ],
      kpis
    )
  }

  /// The steps of a text, one line each: kind, text, then the operands with their values.
  private static func lines(_ text: String) throws -> [String] {
    let world = try world()
    let program = try #require(RecordWorld.program(text), "\(text) must compile")
    var evaluator = Evaluator(heap: world.heap)
    return evaluator.explain(program, world.arguments).steps.map { step in
      let elements = step.elements.map { "\($0.name)=\($0.description) of \($0.rangeText): " }
        .joined()
      let operands = step.operands.map { "\($0.text)=\($0.description)" }.joined(separator: ", ")
      return "\(elements)\(step.kind) \(step.text) is \(step.description) [\(operands)]"
    }
  }

  @Test(arguments: [
    (
      "person.id == 'x' && has(person.chief)",
      [
        "comparison person.id == 'x' is false [person.id=\"p0\", 'x'=\"x\"]",
        "presence has(person.chief) is false [person.chief=absent]",
      ]
    ),
    (
      "person.id == 'p0' && has(person.chief)",
      ["presence has(person.chief) is false [person.chief=absent]"]
    ),
    (
      "person.id == 'x' || has(person.chief)",
      [
        "comparison person.id == 'x' is false [person.id=\"p0\", 'x'=\"x\"]",
        "presence has(person.chief) is false [person.chief=absent]",
      ]
    ),
    (
      "!(person.id == 'p0')",
      ["comparison person.id == 'p0' is true [person.id=\"p0\", 'p0'=\"p0\"]"]
    ),
    (
      "has(person.born) && person.born + period('P1Y') > as_of",
      [
        "comparison person.born + period('P1Y') > as_of is false "
          + "[person.born + period('P1Y')=1981-02-28, as_of=2026-01-15]"
      ]
    ),
    (
      "kpis.all(k, has(k.rank) && k.rank < 1)",
      (1...3).map {
        "k=k\($0) of kpis: comparison k.rank < 1 is false [k.rank=\($0), 1=1]"
      }
    ),
    (
      "kpis.exists(k, k.id == 'none')",
      ["loop kpis.exists(k, k.id == 'none') is false [kpis=[k0, k1, k2, k3, k4]]"]
    ),
    (
      "kpi.people.all(p, has(p.unit) && p.unit == 'north')",
      ["p=p1 of kpi.people: presence has(p.unit) is false [p.unit=absent]"]
    ),
    (
      "kpis.exists_one(k, has(k.rank) && k.rank > 2)",
      [
        "loop kpis.exists_one(k, has(k.rank) && k.rank > 2) is false "
          + "[kpis=[k0, k1, k2, k3, k4], kpis[3]=k3, kpis[4]=k4]"
      ]
    ),
    (
      "person in kpi.people.filter(p, p.id == 'p1')",
      [
        "membership person in kpi.people.filter(p, p.id == 'p1') is false "
          + "[person=p0, kpi.people.filter(p, p.id == 'p1')=[p1]]"
      ]
    ),
    (
      "person.id.startsWith('q')",
      ["call person.id.startsWith('q') is false [person.id=\"p0\", 'q'=\"q\"]"]
    ),
    (
      "person.id.matches('^q')",
      ["call person.id.matches('^q') is false [person.id=\"p0\", '^q'=\"^q\"]"]
    ),
    (
      "kpi.people[7].id == 'x'",
      [
        "failure kpi.people[7].id == 'x' is index 7 is outside the list of 2 "
          + "[kpi.people[7].id=index 7 is outside the list of 2, 'x'=\"x\"]"
      ]
    ),
    (
      "has(kpi.owner) ? has(kpi.owner.chief) : false",
      [
        "presence has(kpi.owner) is true [kpi.owner=p0]",
        "presence has(kpi.owner.chief) is false [kpi.owner.chief=absent]",
      ]
    ),
    ("cel.bind(o, person, has(o.chief))", ["presence has(o.chief) is false [o.chief=absent]"]),
  ])
  func keepsWhatDecided(_ text: String, _ expected: [String]) throws {
    #expect(try Self.lines(text) == expected)
  }

  @Test func tellsWhichSlotAValueCameFrom() throws {
    let world = try Self.world()
    let program = try #require(RecordWorld.program("kpis.all(k, has(k.rank) && k.rank + 1 < 2)"))
    var evaluator = Evaluator(heap: world.heap)
    let witness = evaluator.explain(program, world.arguments)
    #expect(witness.isTruncated, "a fourth element fails too")
    let step = try #require(witness.steps.first)
    #expect(step.elements.map(\.position) == [1])
    let read = try #require(step.operands.first?.reads.first)
    #expect(read.object == world.kpis[1] && read.slot == 3 && read.text == "k.rank")
    #expect(step.operands[0].access == nil && step.operands[1].isConstant)
    let direct = evaluator.explain(
      try #require(RecordWorld.program("kpi.id == 'x'")), world.arguments)
    #expect(direct.steps.first?.operands.first?.access?.object == world.kpis[0])
    #expect(direct.steps.first?.operands.first?.access?.slot == 0)
    #expect(program.source.utf8.count == step.range.upperBound + 1)
  }
}
