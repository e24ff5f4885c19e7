import CEL
import ClauseCalendar
import Testing

/// The example of docs/cel-module.md.
@Suite struct ModuleExampleTests {
  @Test func textBecomesAValue() throws {
    let audit = ObjectType(
      name: "audit",
      fields: [
        ObjectField("lead", .string, isOptional: false),
        ObjectField("held_on", .date, isOptional: true),
      ])
    let environment = Environment(
      variables: [Variable("audit", .object("audit")), Variable("as_of", .date)],
      objectTypes: [audit])
    let checked = try environment.compile("has(audit.held_on) && audit.held_on <= as_of").get()
    let program = environment.plan(checked)

    var builder = HeapBuilder(types: [audit])
    let record = builder.object(ofType: 0)
    builder.set(builder.string("Amal"), slot: 0, of: record)
    var evaluator = Evaluator(heap: builder.finish())
    let value = evaluator.evaluate(program, [.object(record), .date(.latest)])
    #expect(value.type == .bool)
    #expect(!value.isTrue)
    #expect(throws: Problems.self) {
      try environment.compile("audit.held_on <= as_of").get()
    }
  }
}
