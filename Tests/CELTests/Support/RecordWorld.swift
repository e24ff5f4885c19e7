import CEL
import ClauseCalendar
import ClausePatterns

/// A small organisation: persons, processes and indicators with fields present, absent, unreadable.
struct RecordWorld {
  static let types = [
    ObjectType(
      name: "person",
      fields: [
        ObjectField("id", .string, isOptional: false),
        ObjectField("unit", .string, isOptional: true),
        ObjectField("chief", .object("person"), isOptional: true),
        ObjectField("born", .date, isOptional: true),
        ObjectField("skills", .list(.string), isOptional: true),
      ]),
    ObjectType(
      name: "kpi",
      fields: [
        ObjectField("id", .string, isOptional: false),
        ObjectField("owner", .object("person"), isOptional: true),
        ObjectField("target", .double, isOptional: true),
        ObjectField("rank", .int, isOptional: true),
        ObjectField("people", .list(.object("person")), isOptional: true),
        ObjectField("labels", .map(.string, .string), isOptional: true),
      ]),
  ]

  static let environment = Environment(
    variables: [
      Variable("person", .object("person")), Variable("kpi", .object("kpi")),
      Variable("people", .list(.object("person"))), Variable("kpis", .list(.object("kpi"))),
      Variable("as_of", .date),
    ], objectTypes: types, patterns: RE2Compiler())

  let heap: Heap
  let arguments: [Value]

  /// A world of `count` rows a type, filled from a seed; one slot in `gaps` is absent.
  init(seed: UInt64, count: Int, gaps: Int = 3, malformed: Int = 0) {
    var random = Generator(state: seed)
    var builder = HeapBuilder(types: Self.types)
    let people = (0..<count).map { _ in builder.object(ofType: 0) }
    let kpis = (0..<count).map { _ in builder.object(ofType: 1) }
    func fill(_ slot: Int, _ object: ObjectRef, _ value: Value) {
      if malformed > 0, random.next(malformed) == 0 {
        builder.set(.malformed(UInt32(slot)), slot: slot, of: object)
      } else if gaps == 0 || random.next(gaps) != 0 {
        builder.set(value, slot: slot, of: object)
      }
    }
    for (row, object) in people.enumerated() {
      builder.set(builder.string("p\(row)"), slot: 0, of: object)
      fill(1, object, builder.string("unit \(random.next(5))"))
      fill(2, object, .object(people[random.next(count)]))
      fill(
        3, object,
        CivilDate(year: 1960 + random.next(40), month: 1 + random.next(12), day: 5)
          .map { .date($0) } ?? .absent)
      fill(4, object, builder.list([builder.string("s\(random.next(4))"), builder.string("s1")]))
    }
    for (row, object) in kpis.enumerated() {
      builder.set(builder.string("k\(row)"), slot: 0, of: object)
      fill(1, object, .object(people[random.next(count)]))
      fill(2, object, .double(Double(random.next(6)) / 2))
      fill(3, object, .int(Int64(random.next(4))))
      fill(
        4, object,
        builder.list([.object(people[random.next(count)]), .object(people[random.next(count)])]))
      fill(5, object, builder.map([(builder.string("a"), builder.string("b"))]))
    }
    heap = builder.finish()
    arguments = [
      .object(people[random.next(count)]), .object(kpis[random.next(count)]),
      heap.allObjects(ofType: 0), heap.allObjects(ofType: 1),
      CivilDate(iso: "2026-01-15").map { .date($0) } ?? .absent,
    ]
  }

  static func program(_ text: String) -> Program? {
    guard case .success(let checked) = environment.compile(text) else { return nil }
    return environment.plan(checked)
  }
}

/// Random numbers that are the same in every run.
struct Generator {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[next(choices.count)] }
}
