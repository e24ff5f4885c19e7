import CEL
import ClausePatterns
import Testing

/// Expressions written anew say the same, and each family of mutants changes what it names.
@Suite struct MutationTests {
  private static let environment = Environment(
    variables: [
      Variable("doc", .object("doc")), Variable("docs", .list(.object("doc"))),
      Variable("as_of", .date), Variable("params.review", .period),
    ],
    objectTypes: [
      ObjectType(
        name: "doc",
        fields: [
          ObjectField("due", .date, isOptional: false),
          ObjectField("done", .date, isOptional: true),
          ObjectField("state", .enumeration(name: "state", values: ["a", "b"]), isOptional: false),
          ObjectField("size", .int, isOptional: false),
          ObjectField("share", .double, isOptional: false),
          ObjectField("open", .bool, isOptional: false),
        ])
    ], patterns: RE2Compiler())

  private static func mutants(_ text: String) throws -> [String] {
    try environment.compile(text).get().mutations().map(\.summary)
  }

  // MARK: Text

  @Test(
    .readsSharedData,
    arguments: [
      "basic", "bindings_ext", "lists", "logic", "macros", "macros2", "optionals", "parse",
      "string_ext",
      "timestamps",
    ])
  func conformanceTextsSurviveBeingWrittenAnew(
    _ file: String
  ) throws {
    let environment = Environment(
      variables: [], libraries: FunctionLibrary.all, patterns: RE2Compiler(),
      checksConstants: false)
    var count = 0
    for test in try ConformanceCase.load(file) {
      guard case .success(let first) = environment.compileUnchecked(test.expression) else {
        continue
      }
      let text = first.canonicalText
      let second = try environment.compileUnchecked(text).get()
      #expect(
        environment.plan(first).shape == environment.plan(second).shape,
        "\(test.id): \(test.expression) was written as \(text)")
      #expect(second.canonicalText == text, "\(test.id)")
      count += 1
    }
    #expect(count > 5)
  }

  @Test(arguments: [
    "(1 + 2) * 3", "1 + 2 * 3", "1 - (2 - 3)", "(1 - 2) - 3", "-(-1)", "!(true && false)",
    "(true ? 1 : 2) + 3", "true ? 1 : false ? 2 : 3", "(true || false) && true",
    "[1, 2].all(x, x > 0) && !([3].exists(x, x in [1]))", "{'a': [1u, 2u], 'b': []}",
    "\"a\\\"b\\\\c\\nd\" == 'e'", "b\"\\x00\\xff\"", "1.5e300 + -0.25", "-9223372036854775808",
    "docs.filter(d, d.size > 1).map(d, d.open, d.size).size() == 0",
    "docs[?0].optMap(d, d.size).orValue(3) == 3", "doc.?done.hasValue()",
    "cel.bind(x, doc.size, x + x) > 2", "(-1).abs() == 1",
  ])
  func parenthesesStandWhereTheyAreNeeded(_ text: String) throws {
    let environment = Self.environment
    let first = try environment.compileUnchecked(text).get()
    let second = try environment.compileUnchecked(first.canonicalText).get()
    #expect(environment.plan(first).shape == environment.plan(second).shape)
  }

  @Test func shapesTellProgramsApart() throws {
    let texts = [
      "1 + 2 == 3", "1 + 3 == 3", "1 - 2 == 3", "'a' == 'b'", "'a' == 'c'", "1.0 == 2.0",
      "[1].all(x, x > 0)", "[1].exists(x, x > 0)", "doc.size > 1", "doc.share > 1.0",
      "doc.due <= as_of", "doc.due < as_of", "doc.due <= date('2026-01-01')",
      "doc.due <= date('2026-01-02')", "type(1) == int", "type(1) == string",
    ]
    let shapes = try texts.map {
      Self.environment.plan(try Self.environment.compile($0).get()).shape
    }
    #expect(Set(shapes).count == texts.count)
    let again = Self.environment.plan(try Self.environment.compile("( 1+2 ) == 3").get()).shape
    #expect(again == shapes[0])
  }

  // MARK: Families

  @Test func conditionsAreDropped() throws {
    #expect(
      try Self.mutants("doc.open && has(doc.done) && doc.size > 1").prefix(3) == [
        "`doc.open` dropped", "`has(doc.done)` dropped", "`doc.size > 1` dropped",
      ])
    #expect(try Self.mutants("doc.open") == ["`doc.open` dropped"])
    #expect(
      try Self.mutants("doc.open || has(doc.done)").prefix(3) == [
        "`doc.open` dropped", "`has(doc.done)` dropped", "`doc.open || has(doc.done)` dropped",
      ])
    #expect(
      try Self.mutants("docs.filter(d, d.open).size() == docs.size()").contains("`d.open` dropped"))
  }

  @Test func whatIsDroppedIsGone() throws {
    let mutations = try Self.environment.compile("doc.open && (has(doc.done) || doc.size > 1)")
      .get().mutations()
    let texts = mutations.map(\.text)
    #expect(texts.contains("has(doc.done) || doc.size > 1"))
    #expect(texts.contains("doc.open"))
    #expect(texts.contains("doc.open && (doc.size > 1)"))
    #expect(texts.contains("doc.open || (has(doc.done) || doc.size > 1)"))
    #expect(Set(texts).count == texts.count)
    // The range of the second operand of the inner condition.
    let inner = try #require(mutations.first { $0.text == "doc.open && (has(doc.done))" })
    #expect(inner.range == 30..<42)
    #expect(inner.replacement == nil)
  }

  @Test func operatorsAreChanged() throws {
    let pairs = [
      ("doc.open && has(doc.done)", "`doc.open || has(doc.done)`"),
      ("doc.open || has(doc.done)", "`doc.open && has(doc.done)`"),
      ("docs.all(d, d.open)", "`docs.exists(d, d.open)`"),
      ("docs.exists(d, d.open)", "`docs.all(d, d.open)`"),
      ("docs.exists_one(d, d.open)", "`docs.exists(d, d.open)`"),
      ("doc.state == 'a'", "`doc.state != \"a\"`"), ("doc.state != 'a'", "`doc.state == \"a\"`"),
      ("doc.state in ['a', 'b']", "`!(doc.state in [\"a\", \"b\"])`"),
      ("doc.share < 2.5", "`doc.share <= 2.5`"), ("doc.share >= 2.5", "`doc.share > 2.5`"),
      ("doc.size + 1 > doc.size", "`doc.size - 1`"), ("!doc.open", "`doc.open`"),
      ("doc.open ? has(doc.done) : doc.size > 1", "`has(doc.done)`"),
    ]
    for (text, changed) in pairs {
      let mutants = try Self.mutants(text)
      #expect(mutants.contains { $0.hasSuffix("became \(changed)") }, "\(text): \(mutants)")
    }
  }

  @Test func listsAndNumbersAreChanged() throws {
    #expect(
      try Self.mutants("doc.state in ['a', 'b']").filter { $0.hasPrefix("`[") } == [
        "`[\"a\", \"b\"]` became `[\"b\"]`", "`[\"a\", \"b\"]` became `[\"a\"]`",
      ])
    // A long list is data: three of its elements stand for all.
    let long = "doc.size in [" + (1...40).map { "\($0)" }.joined(separator: ", ") + "]"
    #expect(try Self.mutants(long).filter { $0.hasPrefix("`[") }.count == 3)
    // The border of a comparison with a whole number moves with the number, once.
    #expect(
      try Self.mutants("doc.size > 3") == [
        "`doc.size > 3` dropped", "`3` became `2`", "`3` became `4`",
      ])
  }

  @Test func datesAreADayOff() throws {
    #expect(
      try Self.mutants("doc.due + params.review <= as_of") == [
        "`doc.due + params.review <= as_of` dropped",
        "`doc.due + params.review <= as_of` became `doc.due + params.review < as_of`",
        "`doc.due + params.review <= as_of` became "
          + "`doc.due + params.review <= as_of + period(\"P1D\")`",
        "`doc.due + params.review` became `doc.due - params.review`",
      ])
    #expect(
      try Self.mutants("doc.due in [date('2026-03-01')]").filter { $0.hasPrefix("`date") } == [
        "`date(\"2026-03-01\")` became `date(\"2026-02-28\")`",
        "`date(\"2026-03-01\")` became `date(\"2026-03-02\")`",
      ])
    #expect(
      try Self.mutants("days(doc.due, as_of) > 30").filter { $0.hasPrefix("`as_of") } == [
        "`as_of` became `as_of - period(\"P1D\")`", "`as_of` became `as_of + period(\"P1D\")`",
      ])
    let equal = try Self.mutants("doc.due == as_of").filter { $0.contains("period") }
    #expect(equal.count == 2)
  }

  @Test func mutantsOfDatesAreRealChanges() throws {
    let checked = try Self.environment.compile("doc.due <= as_of && doc.due > date('2026-01-01')")
      .get()
    let shapes = checked.mutations().compactMap { mutation in
      (try? Self.environment.compile(mutation.text).get()).map { Self.environment.plan($0).shape }
    }
    #expect(shapes.count == checked.mutations().count)
    #expect(Set(shapes + [Self.environment.plan(checked).shape]).count == shapes.count + 1)
  }
}
