import CEL
import ClauseCalendar
import ClausePatterns
import Testing

/// What a host relies on: its objects, its functions, failures as values, the heap.
@Suite struct HostTests {
  private static let types = [
    ObjectType(
      name: "person",
      fields: [
        ObjectField("id", .string, isOptional: false),
        ObjectField("skills", .list(.string), isOptional: true),
        ObjectField("phones", .map(.string, .string), isOptional: true),
        ObjectField(
          "role", .enumeration(name: "role", values: ["lead", "member"]), isOptional: true),
      ]),
    ObjectType(
      name: "unit",
      fields: [
        ObjectField("id", .string, isOptional: false),
        ObjectField("head", .anyObject, isOptional: false),
        ObjectField("staff", .list(.object("person")), isOptional: true),
        ObjectField("size", .int, isOptional: true),
      ]),
  ]

  private struct World {
    var heap: Heap
    var arguments: [Value]
    var unit: ObjectRef
  }

  private static func world() -> World {
    var builder = HeapBuilder(types: types)
    let ann = builder.object(ofType: 0)
    builder.set(builder.string("ann"), slot: 0, of: ann)
    builder.set(builder.string("lead"), slot: 3, of: ann)
    let unit = builder.object(ofType: 1)
    builder.set(builder.string("u1"), slot: 0, of: unit)
    builder.set(.object(ann), slot: 1, of: unit)
    builder.set(builder.list([.object(ann), .malformed(7)]), slot: 2, of: unit)
    let heap = builder.finish()
    return World(
      heap: heap,
      arguments: [
        .object(unit), .object(ann), heap.allObjects(ofType: 0), .period(Period(months: 1)),
      ],
      unit: unit)
  }

  private static let environment = Environment(
    variables: [
      Variable("unit", .object("unit")), Variable("person", .object("person")),
      Variable("people", .list(.object("person"))), Variable("params.review", .period),
    ], objectTypes: types,
    libraries: FunctionLibrary.standard + [
      FunctionLibrary(
        name: "host",
        functions: [
          .global("file_exists", [.string], .bool) { arguments, evaluator in
            .bool(evaluator.string(of: arguments[0])?.hasSuffix(".pdf") ?? false)
          },
          .global("initials", [.object("person")], .string) { arguments, evaluator in
            evaluator.makeString(String(evaluator.describe(arguments[0]).prefix(1)))
          },
          .global("broken", [], .int) { _, evaluator in
            evaluator.fail(.invalidArgument, "it is broken")
          },
        ])
    ], patterns: RE2Compiler())

  private static func evaluate(_ text: String) throws -> String {
    let checked = try environment.compile(text).get()
    let world = world()
    var evaluator = Evaluator(heap: world.heap)
    let value = evaluator.evaluate(environment.plan(checked), world.arguments)
    guard let failure = evaluator.failure(of: value) else { return evaluator.describe(value) }
    return "\(failure.problem.code) at \(failure.range)"
  }

  @Test(arguments: [
    ("unit.head.id", "\"ann\""), ("unit.head == person", "true"), ("unit.head in people", "true"),
    ("person in unit.staff", "true"), ("unit.head != unit", "true"),
    ("has(person.skills)", "false"), ("person.skills.size()", "0"), ("person.phones.size()", "0"),
    ("person.phones == {}", "true"), ("'x' in person.phones", "false"),
    ("file_exists(unit.id + '.pdf')", "true"), ("initials(person)", "\"a\""),
    ("broken() + 1", "invalid-argument at 0..<8"),
    ("false && broken() == 1", "false"), ("broken() == 1 || true", "true"),
    ("has(person.role) && person.role == 'lead'", "true"),
    ("person.?role.orValue('member')", "\"lead\""), ("unit.?size.orValue(3)", "3"),
    ("as(1) || true", "parse"),
    ("unit", "u1"), ("people", "[ann]"), ("params.review", "P1M"),
    ("unit.staff[1].id == 'x'", "malformed at 0..<13"),
    ("unit.staff.exists(p, p.id == 'ann')", "true"),
    ("unit.staff.exists(p, p.id == 'bob')", "malformed at 21..<22"),
    ("unit.staff.all(p, p.id == 'bob')", "false"),
    ("unit.staff.size()", "2"),
    ("people.filter(p, !(p in unit.staff)).size()", "0"),
  ])
  func evaluates(_ text: String, _ expected: String) throws {
    if expected == "parse" {
      #expect(throws: Problems.self) { try Self.environment.compile(text).get() }
    } else {
      #expect(try Self.evaluate(text) == expected, "\(text)")
    }
  }

  @Test func anUnreadableElementMayBeTheOneLookedFor() throws {
    let world = Self.world()
    var builder = HeapBuilder(world.heap)
    let bob = builder.object(ofType: 0)
    builder.set(builder.string("bob"), slot: 0, of: bob)
    let heap = builder.finish()
    #expect(heap.count(ofType: 0) == 2 && heap.typeID(named: "unit") == 1)
    let program = Self.environment.plan(try Self.environment.compile("person in unit.staff").get())
    var arguments = world.arguments
    arguments[1] = .object(bob)
    var evaluator = Evaluator(heap: heap)
    let value = evaluator.evaluate(program, arguments)
    #expect(evaluator.failure(of: value)?.kind == .malformed(7))
  }

  @Test func keepsOneCopyOfEqualTexts() {
    var builder = HeapBuilder(types: [])
    let first = builder.string("é")
    let second = builder.string(utf8: [0xC3, 0xA9])
    let decomposed = builder.string("e\u{301}")
    let heap = builder.finish()
    guard case .string(let a) = first, case .string(let b) = second,
      case .string(let c) = decomposed
    else {
      Issue.record("strings expected")
      return
    }
    #expect(a.offset == b.offset && a.offset != c.offset)
    #expect(heap.string(of: decomposed)?.utf8.count == 3)
    #expect(MemoryLayout<Value>.stride == 16)
  }

  @Test func boundsTheCostOfARun() throws {
    let program = Self.environment.plan(
      try Self.environment.compile("[1, 2, 3].all(x, x > 0)").get())
    let world = Self.world()
    var evaluator = Evaluator(heap: world.heap, runBudget: 100)
    var last = EvaluationFailure.Kind.overflow
    for _ in 0..<20 {
      let value = evaluator.evaluate(program, world.arguments)
      if let failure = evaluator.failure(of: value) { last = failure.kind }
    }
    #expect(last == .costExceeded)
    #expect(evaluator.totalCost > 100 && evaluator.totalCost < 200)
  }

  @Test func reportsWhatTheResultMustBe() {
    let result = Self.environment.compile("unit.id", expecting: .bool)
    guard case .failure(let problems) = result else {
      Issue.record("a text is no truth value")
      return
    }
    #expect(problems.all.map(\.code) == ["wrong-type"])
    #expect(problems.all[0].message == "the expression must be bool, but it is string")
  }
}
