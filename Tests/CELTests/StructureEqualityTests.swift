import CEL
import Testing

/// Structures are what their fields are; records are equal only to themselves.
@Suite struct StructureEqualityTests {
  private static let types = [
    ObjectType(
      name: "law",
      fields: [
        ObjectField("id", .string, isOptional: false),
        ObjectField("one", .object("law.one"), isOptional: true),
        ObjectField("parts", .list(.object("law.one")), isOptional: true),
      ]),
    ObjectType(
      name: "law.one",
      fields: [
        ObjectField("ref", .string, isOptional: true),
        ObjectField("inner", .object("law.one.inner"), isOptional: true),
        ObjectField("law", .object("law"), isOptional: true),
      ], isValue: true),
    ObjectType(
      name: "law.one.inner", fields: [ObjectField("count", .int, isOptional: true)], isValue: true),
  ]

  /// What a structure of a test holds.
  private struct Shape: Equatable {
    var ref: String?
    var count: Int64?
    var hasInner = false
    var law: Int?
    var isBroken = false
  }

  private struct World {
    var heap: Heap
    var laws: [Value]
  }

  private static func world(_ shapes: [[Shape]]) throws -> World {
    var builder = HeapBuilder(types: types)
    let objects = shapes.map { _ in builder.object(ofType: 0) }
    for (index, object) in objects.enumerated() {
      builder.set(builder.string("law \(index)"), slot: 0, of: object)
      let made = shapes[index].map { shape -> Value in
        let structure = builder.object(ofType: 1)
        if let ref = shape.ref { builder.set(builder.string(ref), slot: 0, of: structure) }
        if shape.isBroken { builder.set(.malformed(7), slot: 0, of: structure) }
        if shape.hasInner {
          let inner = builder.object(ofType: 2)
          if let count = shape.count { builder.set(.int(count), slot: 0, of: inner) }
          builder.set(.object(inner), slot: 1, of: structure)
        }
        if let law = shape.law { builder.set(.object(objects[law]), slot: 2, of: structure) }
        return .object(structure)
      }
      if let first = made.first { builder.set(first, slot: 1, of: object) }
      builder.set(builder.list(made), slot: 2, of: object)
    }
    return World(heap: builder.finish(), laws: objects.map { .object($0) })
  }

  private static func answer(_ text: String, _ world: World, _ a: Int, _ b: Int) throws -> String {
    let environment = Environment(
      variables: [Variable("a", .object("law")), Variable("b", .object("law"))],
      objectTypes: types, libraries: FunctionLibrary.all
    ).with(nullSafety: .lenient)
    let checked = try environment.compile(text).get()
    var evaluator = Evaluator(heap: world.heap)
    let value = evaluator.evaluate(environment.plan(checked), [world.laws[a], world.laws[b]])
    return evaluator.describe(value)
  }

  @Test func structuresWithEqualFieldsAreEqual() throws {
    let same = Shape(ref: "1", count: 2, hasInner: true, law: 0)
    let world = try Self.world([
      [same], [same], [Shape(ref: "1", count: 3, hasInner: true, law: 0)],
      [Shape(ref: "1", count: 2, hasInner: true, law: 1)],
      [Shape(ref: "1", hasInner: true, law: 0)],
    ])
    #expect(try Self.answer("a.one == b.one", world, 0, 1) == "true")
    #expect(try Self.answer("a.one != b.one", world, 0, 1) == "false")
    #expect(try Self.answer("a.parts == b.parts", world, 0, 1) == "true")
    #expect(try Self.answer("a.one in b.parts", world, 0, 1) == "true")
    #expect(try Self.answer("sets.equivalent(a.parts, b.parts)", world, 0, 1) == "true")
    #expect(try Self.answer("{'k': a.one} == {'k': b.one}", world, 0, 1) == "true")
    for other in 2...4 {
      #expect(try Self.answer("a.one == b.one", world, 0, other) == "false")
      #expect(try Self.answer("a.one in b.parts", world, 0, other) == "false")
    }
    // Records are not, whatever they hold.
    #expect(try Self.answer("a == b", world, 0, 1) == "false")
    #expect(try Self.answer("a == b", world, 1, 1) == "true")
  }

  @Test func whatCannotBeReadLeavesEqualityOpen() throws {
    let world = try Self.world([
      [Shape(count: 1, hasInner: true, isBroken: true)],
      [Shape(ref: "1", count: 1, hasInner: true)],
      [Shape(ref: "1", count: 2, hasInner: true)],
    ])
    #expect(try Self.answer("a.one == b.one", world, 0, 1).contains("could not be read"))
    #expect(try Self.answer("a.one != b.one", world, 0, 1).contains("could not be read"))
    #expect(try Self.answer("a.one in b.parts", world, 1, 0).contains("could not be read"))
    // Another field differs, so nothing is open.
    #expect(try Self.answer("a.one == b.one", world, 0, 2) == "false")
  }

  /// Random structures: equal exactly when their descriptions are, for every operator.
  @Test func equalityIsThatOfTheFields() throws {
    var state: UInt64 = 9001
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    let shapes = (0..<24).map { _ in
      (0...next(2)).map { _ -> Shape in
        var shape = Shape()
        shape.ref = [nil, "1", "2"][next(3)]
        shape.hasInner = next(2) == 0
        if shape.hasInner { shape.count = [nil, 1][next(2)] }
        shape.law = [nil, 0, 1][next(3)]
        return shape
      }
    }
    let world = try Self.world(shapes)
    var equal = 0
    for a in shapes.indices {
      for b in shapes.indices {
        let one = shapes[a][0] == shapes[b][0]
        if one { equal += 1 }
        #expect(try Self.answer("a.one == b.one", world, a, b) == "\(one)")
        #expect(try Self.answer("a.parts == b.parts", world, a, b) == "\(shapes[a] == shapes[b])")
        let isIn = shapes[b].contains(shapes[a][0])
        #expect(try Self.answer("a.one in b.parts", world, a, b) == "\(isIn)")
      }
    }
    #expect(equal > 24 && equal < 24 * 24)
  }

  @Test func aStructureIsShownByItsFields() throws {
    let world = try Self.world([[Shape(ref: "1", count: 2, hasInner: true, law: 0)]])
    #expect(
      try Self.answer("a.one", world, 0, 0) == "{ref: \"1\", inner: {count: 2}, law: law 0}")
  }
}
