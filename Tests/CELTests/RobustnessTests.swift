import CEL
import ClausePatterns
import Testing

/// No text crashes the parser, the checker or the evaluator.
@Suite struct RobustnessTests {
  private static let wide = Limits(
    codePoints: 10_000_000, nesting: 250, height: 500, evaluationCost: 100_000)

  private static let wideEnvironment = environment(wide)

  private static func environment(_ limits: Limits) -> Environment {
    Environment(
      variables: [Variable("x", .int), Variable("a", .bool), Variable("d", .dyn)], limits: limits,
      patterns: RE2Compiler())
  }

  /// Compiles and evaluates a text; the kind of the end it comes to.
  private static func outcome(_ text: String, limits: Limits = wide) -> String {
    let environment = limits == wide ? wideEnvironment : environment(limits)
    switch environment.compile(text) {
    case .failure(let problems): return problems.all[0].code
    case .success(let checked):
      let program = environment.plan(checked)
      var evaluator = Evaluator(heap: .empty, limits: limits)
      let value = evaluator.evaluate(program, [.int(1), .bool(true), .int(2)])
      let witness = evaluator.explain(program, [.int(1), .bool(true), .int(2)])
      #expect(witness.failure == nil || value.isFailure)
      return evaluator.failure(of: value)?.problem.code ?? "value"
    }
  }

  @Test(arguments: [
    ("(", ")"), ("[", "]"), ("!(", ")"), ("-(", ")"), ("x + (", ")"), ("a && (", ")"),
    ("a || (", ")"), ("a ? a : (", ")"), ("[1][", "]"), ("{1: ", "}"), ("size([", "])"),
    ("[1].map(y, ", ")"), ("cel.bind(y, 1, ", ")"), ("optional.of(", ")"), ("has(d.", ")"),
    ("d.f(", ")"), ("a ? (", ") : a"), ("(", ") ? a : a"), ("(", " ? a : a) ? a : a"), ("[[", "]]"),
  ])
  func nestsWithoutCrashing(_ open: String, _ close: String) {
    for depth in [10, 30, 240, 10_000] {
      for middle in ["a", ""] {
        let text =
          String(repeating: open, count: depth) + middle + String(repeating: close, count: depth)
        _ = Self.outcome(text)
        // Unclosed and overclosed as well.
        _ = Self.outcome(String(repeating: open, count: depth) + middle)
        _ = Self.outcome(middle + String(repeating: close, count: depth))
      }
    }
  }

  @Test(arguments: [
    "+", "-", "*", "/", "%", "==", "<", ">=", " in ", " && ", " || ", "? x :", ", ", ".", ".y.",
    "[x]", "(x)", ".?y", "[?x]", "!", "-", "~", "\u{301}", "\"", "'''", "\\", "`", "//", "\n", "@",
  ])
  func chainsWithoutCrashing(_ joint: String) {
    for count in [24, 400, 20_000] {
      _ = Self.outcome("x" + String(repeating: joint + "x", count: count))
      _ = Self.outcome(String(repeating: joint, count: count) + "x")
      _ = Self.outcome(String(repeating: joint, count: count))
    }
  }

  @Test func takesWhatTheLanguageAsksFor() {
    let strict = Limits(nesting: 32, height: 250)
    #expect(
      Self.outcome(
        String(repeating: "(", count: 32) + "x" + String(repeating: ")", count: 32), limits: strict)
        == "value")
    #expect(Self.outcome("a" + String(repeating: " && a", count: 10_000)) == "value")
    #expect(Self.outcome("x" + String(repeating: " + x", count: 200), limits: strict) == "value")
    #expect(Self.outcome("a" + String(repeating: " ? a : a", count: 24), limits: strict) == "value")
    #expect(Self.outcome(String(repeating: "!", count: 32) + "a", limits: strict) == "value")
  }

  @Test func refusesWhatIsTooLarge() {
    #expect(Self.outcome("x" + String(repeating: " + x", count: 100_000)) == "too-deep")
    #expect(Self.outcome(String(repeating: "(", count: 10_000)) == "too-deep")
    #expect(
      Self.outcome(String(repeating: "é", count: 10_001), limits: Limits(codePoints: 10_000))
        == "too-long")
    let loops = String(repeating: "[1].all(y, ", count: 4) + "a" + String(repeating: ")", count: 4)
    #expect(Self.outcome(loops, limits: Limits(loops: 3)) == "too-many-loops")
    #expect(Self.outcome(loops, limits: Limits(loops: 4)) == "value")
  }

  /// Expressions whose work or size grows exponentially stop at the cost limit.
  @Test(arguments: [
    "cel.bind(l, [0,1,2,3,4,5,6,7,8,9], l.all(a, l.all(b, l.all(c, l.all(e, l.all(f, l.all(g, l.all(h, h >= 0))))))))",
    "['0123456789'].map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).size() > 0",
    "[[1]].map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).map(s, s+s+s+s+s+s+s+s).size() > 0",
  ])
  func stopsAtTheCostLimit(_ text: String) {
    #expect(Self.outcome(text) == "cost-exceeded")
  }

  /// Equality and printing of values that share their parts are charged by what they visit.
  @Test func chargesForSharedParts() {
    var text = "dyn([1])"
    for _ in 0..<40 { text = "cel.bind(v, \(text), [v, v])" }
    #expect(Self.outcome("cel.bind(w, \(text), w == w)") == "cost-exceeded")
    #expect(Self.outcome("cel.bind(w, \(text), '%s'.format([w]).size() > 0)") == "cost-exceeded")
    #expect(Self.outcome("cel.bind(w, \(text), w in [w])") == "cost-exceeded")
  }

  /// Random bytes and random tokens, with a fixed seed.
  @Test func survivesNoise() {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let tokens = [
      "x", "a", "d", "1", "1u", "1.5", "'s'", "b'b'", "true", "null", "(", ")", "[", "]", "{", "}",
      ",", ":", "?", ".", "+", "-", "*", "/", "%", "!", "&&", "||", "==", "<", "in", "has(", "all(",
      ".map(y,", ".exists(y,", "size(", "date(", "\"", "`", ".?", "[?", "cel.bind(y,",
      "9223372036854775808",
      "timestamp(", "duration('1h')", "optional.of(", "r'\\'", "\\u", "é", "\u{0}",
    ]
    var values = 0
    for _ in 0..<3_000 {
      let text = (0..<(1 + random(12))).map { _ in tokens[random(tokens.count)] }.joined(
        separator: random(2) == 0 ? " " : "")
      if Self.outcome(text) == "value" { values += 1 }
    }
    #expect(values > 50, "the noise must reach the evaluator")
  }
}
