import CEL
import Testing

/// An expression that checks never fails for want of a field.
@Suite struct NullSafetyTests {
  /// Builds random expressions that read optional fields, with and without guards.
  private struct Author {
    var random: Generator
    var depth = 0
    /// Names in scope with the type of what they stand for.
    var scope: [(name: String, type: String)] = [("person", "person"), ("kpi", "kpi")]

    mutating func truth(_ level: Int) -> String {
      if level <= 0 { return atom() }
      switch random.next(11) {
      case 0, 1, 2: return "(\(truth(level - 1)) && \(truth(level - 1)))"
      case 3: return "(\(truth(level - 1)) || \(truth(level - 1)))"
      case 4: return "!\(truth(level - 1))"
      case 5: return "(\(truth(level - 1)) ? \(truth(level - 1)) : \(truth(level - 1)))"
      case 6: return loop(level)
      case 7:
        let name = "b\(depth)"
        depth += 1
        let (path, type) = object()
        scope.append((name, type))
        defer { scope.removeLast() }
        return "cel.bind(\(name), \(path), \(truth(level - 1)))"
      default:
        // The usual shape: a guard and what it guards.
        let (path, field, _) = self.field()
        return "(has(\(path).\(field)) && \(use(path, field)) && \(truth(level - 1)))"
      }
    }

    private mutating func loop(_ level: Int) -> String {
      let type = random.pick(["person", "kpi"])
      let range =
        type == "person" ? random.pick(["people", "people.filter(f, has(f.unit))"]) : "kpis"
      let name = "v\(depth)"
      depth += 1
      scope.append((name, type))
      defer { scope.removeLast() }
      return
        "\(range).\(random.pick(["all", "exists", "exists_one"]))(\(name), \(truth(level - 1)))"
    }

    private mutating func object() -> (path: String, type: String) {
      let start = random.pick(scope)
      if start.type == "kpi", random.next(2) == 0 { return (start.name + ".owner", "person") }
      if start.type == "person", random.next(2) == 0 { return (start.name + ".chief", "person") }
      return (start.name, start.type)
    }

    private mutating func field() -> (path: String, field: String, type: String) {
      let (path, type) = object()
      let fields = type == "person" ? ["unit", "chief", "born"] : ["owner", "target", "rank"]
      return (path, random.pick(fields), type)
    }

    private mutating func use(_ path: String, _ field: String) -> String {
      switch field {
      case "unit": "\(path).unit == 'unit 1'"
      case "chief": "\(path).chief == person"
      case "born": "\(path).born < as_of"
      case "owner": "\(path).owner.id == 'p1'"
      case "target": "\(path).target > 1.0"
      default: "\(path).rank + 1 > 1"
      }
    }

    private mutating func atom() -> String {
      let (path, field, type) = self.field()
      switch random.next(7) {
      case 0, 1: return "has(\(path).\(field))"
      case 2: return use(path, field)
      case 3: return "\(path).?\(field).hasValue()"
      case 4: return type == "person" ? "\(path).skills.size() > 0" : "\(path).people.size() > 1"
      case 5: return "\(path).id == 'p1'"
      default: return random.pick(["true", "false"])
      }
    }
  }

  @Test func checkedExpressionsNeverMissAField() {
    var accepted = 0
    var refused = 0
    let worlds = (0..<6).map { RecordWorld(seed: $0, count: 4, gaps: 2) }
    var evaluators = worlds.map { Evaluator(heap: $0.heap) }
    for seed in 0..<UInt64(4_000) {
      var author = Author(random: Generator(state: seed))
      let text = author.truth(3)
      guard let program = RecordWorld.program(text) else {
        refused += 1
        continue
      }
      accepted += 1
      for (index, world) in worlds.enumerated() {
        let value = evaluators[index].evaluate(program, world.arguments)
        if let failure = evaluators[index].failure(of: value) {
          Issue.record("\(text): \(failure.message)")
        }
      }
    }
    #expect(accepted > 300 && refused > 300, "\(accepted) accepted, \(refused) refused")
  }

  @Test(arguments: [
    "has(kpi.owner) && has(kpi.owner.chief) && kpi.owner.chief.id == 'a'",
    "!has(kpi.owner) || kpi.owner.id == 'a'",
    "has(kpi.owner) ? kpi.owner.id == 'a' : false",
    "!has(kpi.owner) ? true : kpi.owner.id == 'a'",
    "!(has(kpi.rank) && kpi.rank > 1)",
    "!(!has(kpi.rank) || kpi.rank > 1)",
    "kpis.exists(k, has(k.rank) && k.rank > 1)",
    "kpis.filter(k, has(k.rank)).all(k, k.rank > 1)",
    "kpis.filter(k, has(k.rank) && has(k.owner)).map(k, k.owner.id).size() > 0",
    "kpis.map(k, has(k.rank), k.rank).exists(r, r > 1)",
    "cel.bind(o, kpi, has(o.rank) && o.rank > 1)",
    "has(kpi.owner) && cel.bind(o, kpi.owner, has(o.unit) && kpi.owner.unit == 'a')",
    "cel.bind(l, kpis.filter(k, has(k.rank)), l.all(k, k.rank > 0))",
    "kpi.?rank.orValue(0) > 1",
    "kpi.?owner.unit.orValue('') == 'a'",
    "kpi.?owner.hasValue() && kpi.owner.id == 'a'",
    "kpi.?owner.optMap(o, o.id).orValue('') == 'a'",
    "(has(kpi.rank) || false) && kpi.rank > 1",
    "(has(kpi.rank) ? true : false) && kpi.rank > 1",
    "kpi.people.all(p, p.skills.size() > 0) && kpi.labels.size() == 0",
  ])
  func understandsGuards(_ text: String) {
    #expect(RecordWorld.program(text) != nil, "\(text) must check")
  }

  @Test func usesEarlierConditions() throws {
    let environment = RecordWorld.environment
    let guards = try environment.compile("has(kpi.owner) && has(kpi.rank)").get()
    let expression = try environment.compile(
      "kpi.owner.id == 'a' && kpi.rank > 0", assuming: [guards]
    ).get()
    #expect(expression.fieldReads.map(\.field) == ["owner", "id", "rank"])
    #expect(guards.presentWhenTrue.map(\.text).sorted() == ["kpi.owner", "kpi.rank"])
    #expect(expression.variables == ["kpi"])
    guard case .failure = environment.compile("kpi.owner.id == 'a'") else {
      Issue.record("the guard must be needed")
      return
    }
  }

  @Test func lenientReadsFailAsValues() throws {
    let environment = Environment(
      variables: [Variable("kpi", .object("kpi"))], objectTypes: RecordWorld.types,
      nullSafety: .lenient)
    let program = environment.plan(try environment.compile("kpi.rank").get())
    var builder = HeapBuilder(types: RecordWorld.types)
    let object = builder.object(ofType: 1)
    builder.set(.malformed(9), slot: 2, of: object)
    var evaluator = Evaluator(heap: builder.finish())
    let value = evaluator.evaluate(program, [.object(object)])
    #expect(evaluator.failure(of: value)?.kind == .absent(object, slot: 3))
    let malformed = environment.plan(try environment.compile("has(kpi.target)").get())
    let other = evaluator.evaluate(malformed, [.object(object)])
    #expect(evaluator.failure(of: other)?.kind == .malformed(9))
  }
}
