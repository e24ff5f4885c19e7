import CEL
import ClauseCalendar
import ClausePatterns

/// Nanoseconds per evaluation of five shapes of expressions, beside cel-go on a like machine.
struct ExpressionBenchmarkCommand: DeveloperCommand {
  let name = "bench-expressions"
  let summary = "measure the evaluation of five shapes of expressions"

  /// A shape with what cel-go takes for it, in nanoseconds.
  private struct Shape {
    var name: String
    var expression: String
    var anchor: Double
  }

  private static let shapes = [
    Shape(
      name: "field compare", expression: #"r.level == 3 && r.status == "approved""#, anchor: 207),
    Shape(name: "date arithmetic", expression: "r.since + r.every <= as_of", anchor: 611),
    Shape(
      name: "constant pattern", expression: #"r.code.matches("^[A-Z]{2,4}-[0-9]{3,5}$")"#,
      anchor: 449),
    Shape(name: "exists over 20", expression: "r.items.exists(x, x == 19)", anchor: 11_389),
    Shape(name: "nested map", expression: #"r.facts["a"]["b"]["c"] == 1"#, anchor: 266),
  ]
  private static let rounds = 7
  private static let evaluations = 100_000

  func run(_ arguments: [String]) throws(DeveloperFailure) {
    let type = ObjectType(
      name: "record",
      fields: [
        ObjectField("level", .int, isOptional: false),
        ObjectField("status", .string, isOptional: false),
        ObjectField("since", .date, isOptional: false),
        ObjectField("every", .period, isOptional: false),
        ObjectField("code", .string, isOptional: false),
        ObjectField("items", .list(.int), isOptional: false),
        ObjectField("facts", .map(.string, .dyn), isOptional: false),
      ])
    let environment = Environment(
      variables: [Variable("r", .object("record")), Variable("as_of", .date)],
      objectTypes: [type], patterns: RE2Compiler())
    let (heap, record) = Self.heap(type)
    DeveloperTool.say("shape               ns/eval    cel-go   ratio")
    for shape in Self.shapes {
      guard case .success(let checked) = environment.compile(shape.expression) else {
        throw DeveloperFailure("the expression \(shape.expression) does not compile")
      }
      let program = environment.plan(checked)
      var evaluator = Evaluator(heap: heap)
      let arguments: [Value] = [record, .date(.latest)]
      guard evaluator.evaluate(program, arguments).isTrue else {
        throw DeveloperFailure("the expression \(shape.expression) is not true")
      }
      let nanoseconds = Self.best { evaluator.evaluate(program, arguments).isTrue }
      let columns = [
        BenchCommand.column(BenchCommand.fixed(nanoseconds, digits: 1), 10),
        BenchCommand.column(BenchCommand.fixed(shape.anchor, digits: 1), 9),
        BenchCommand.column(BenchCommand.fixed(nanoseconds / shape.anchor), 7),
      ]
      let name = shape.name + String(repeating: " ", count: 17 - shape.name.utf8.count)
      DeveloperTool.say(name + columns.joined(separator: " "))
    }
  }

  /// The least time of one evaluation over several rounds, in nanoseconds.
  private static func best(_ evaluate: () -> Bool) -> Double {
    var best = Double.infinity
    var isTrue = true
    for _ in 0..<rounds {
      let start = Measurement.now()
      for _ in 0..<evaluations where !evaluate() { isTrue = false }
      best = min(best, (Measurement.now() - start) * 1e9 / Double(evaluations))
    }
    return isTrue ? best : .nan
  }

  private static func heap(_ type: ObjectType) -> (Heap, Value) {
    var builder = HeapBuilder(types: [type])
    let record = builder.object(ofType: 0)
    let inner = builder.map([(builder.string("c"), .int(1))])
    let middle = builder.map([(builder.string("b"), inner)])
    let values: [Value] = [
      .int(3), builder.string("approved"), .date(.earliest), .period(Period(months: 13)),
      builder.string("PRO-0123"), builder.list((0..<20).map { .int(Int64($0)) }),
      builder.map([(builder.string("a"), middle)]),
    ]
    for (slot, value) in values.enumerated() { builder.set(value, slot: slot, of: record) }
    return (builder.finish(), .object(record))
  }
}
