public import ClauseCalendar

/// Evaluates programs over one heap. Not shared: every task has its own.
public struct Evaluator {
  /// The objects and texts the arguments refer to.
  public let heap: Heap
  /// The indexes for joins.
  public let indexes: Indexes
  /// The working days that date functions count.
  public let calendar: WorkingCalendar
  /// What functions of the embedding program look up; the language itself never reads it.
  public let host: (any Sendable)?
  /// The highest cost of one evaluation.
  public let evaluationCost: Int
  /// The cost of the current or last evaluation.
  public internal(set) var cost = 0
  /// The cost of all finished evaluations.
  public private(set) var totalCost = 0

  // The arena of the current evaluation.
  var scratchBytes: [UInt8] = []
  var scratchValues: [Value] = []
  var failures: [EvaluationFailure] = []
  var code: Code
  var frame: [Value] = []
  /// The node whose function is being called; failures of functions are located there.
  var currentNode: Int32 = 0
  /// Something unreadable that the comparison going on met, so that `false` may be wrong.
  var unreadable: UInt32?
  /// Tokens of unreadable values that excuse nothing: an alternative of `||` that fails with one of
  /// them counts for nothing beside others that are false, and so does, below a `!`, a part of `&&`
  /// beside others that are true. Where all fail so, the condition fails. Nil in the language as it
  /// is specified.
  public var setAside: ClosedRange<UInt32>?
  /// Whether what is being evaluated stands below an odd number of `!`.
  var isNegated = false
  /// The last dynamic pattern, which loops usually repeat.
  var lastPattern: (text: String, pattern: any CompiledPattern)?
  /// The time zones already read.
  var zones: [String: ZoneRules] = [:]
  private let runBudget: Int

  /// Makes an evaluator.
  ///
  /// - Parameters:
  ///   - heap: the objects and texts the arguments refer to.
  ///   - indexes: what `Indexes.build` made for the programs to evaluate.
  ///   - calendar: the working days that date functions count.
  ///   - host: what functions of the embedding program look up.
  ///   - limits: the bound on the cost of one evaluation.
  ///   - runBudget: the bound on the cost of all evaluations of this evaluator.
  public init(
    heap: Heap, indexes: Indexes = .none, calendar: WorkingCalendar = WorkingCalendar(),
    host: (any Sendable)? = nil, limits: Limits = .init(), runBudget: Int = Int.max
  ) {
    self.heap = heap
    self.indexes = indexes
    self.calendar = calendar
    self.host = host
    evaluationCost = limits.evaluationCost
    self.runBudget = runBudget
    code = Code.empty
  }

  /// The value of a program for these arguments, one for each variable of its environment.
  ///
  /// The result is good until the next evaluation. A failure is a value as well, see
  /// `failure(of:)`.
  public mutating func evaluate(_ program: Program, _ arguments: [Value]) -> Value {
    precondition(
      arguments.count == program.code.variableCount, "one argument for each variable is needed")
    start(program.code, arguments)
    let result = run(code, code.root)
    return finish(result)
  }

  mutating func start(_ code: Code, _ arguments: [Value]) {
    self.code = code
    // Most evaluations leave nothing behind; emptying empty arrays would cost more than they do.
    if !scratchBytes.isEmpty { scratchBytes.removeAll(keepingCapacity: true) }
    if !scratchValues.isEmpty { scratchValues.removeAll(keepingCapacity: true) }
    if !failures.isEmpty { failures.removeAll(keepingCapacity: true) }
    cost = 0
    frame.removeAll(keepingCapacity: true)
    frame.append(contentsOf: arguments)
    for _ in arguments.count..<max(arguments.count, code.frameSize) { frame.append(.absent) }
  }

  mutating func finish(_ result: Value) -> Value {
    let (sum, overflow) = totalCost.addingReportingOverflow(cost)
    totalCost = overflow ? Int.max : sum
    return isExhausted ? exhausted(code.root) : result
  }

  // MARK: Failures

  /// Why a value is none, or nil when it is one.
  public func failure(of value: Value) -> EvaluationFailure? {
    guard case .failure(let number) = value, Int(number) < failures.count else { return nil }
    return failures[Int(number)]
  }

  /// A failure of the function being called.
  public mutating func fail(_ kind: EvaluationFailure.Kind, _ message: String) -> Value {
    fail(kind, message, currentNode)
  }

  mutating func fail(_ kind: EvaluationFailure.Kind, _ message: String, _ node: Int32) -> Value {
    let range = Int(node) < code.ranges.count ? code.ranges[Int(node)] : 0..<0
    failures.append(
      EvaluationFailure(
        kind: kind, message: message, range: Int(range.lowerBound)..<Int(range.upperBound)))
    return .failure(UInt32(failures.count - 1))
  }

  // MARK: Cost

  /// Adds to the cost of the evaluation; functions charge for what they read and make.
  public mutating func charge(_ units: Int) {
    let (sum, overflow) = cost.addingReportingOverflow(max(0, units))
    cost = overflow ? Self.mostCost : min(sum, Self.mostCost)
  }

  /// More than any limit allows, and far from where sums over a run would overflow.
  private static let mostCost = 1 << 52

  /// Whether the scratch space has room for `count` more bytes: their place is a 32-bit number,
  /// so an evaluation that made more would read other bytes than its own. It ends instead.
  mutating func hasRoom(for count: Int) -> Bool {
    if scratchBytes.count + count <= Int(UInt32.max) { return true }
    charge(Self.mostCost)
    return false
  }

  /// Whether the evaluation has reached its limit; long loops stop when it has.
  public var isExhausted: Bool { cost > evaluationCost || totalCost > runBudget }

  mutating func exhausted(_ node: Int32) -> Value {
    if case .costExceeded? = failures.last?.kind { return .failure(UInt32(failures.count - 1)) }
    return fail(
      .costExceeded,
      cost > evaluationCost
        ? "the evaluation costs more than \(evaluationCost) units"
        : "the evaluations of this run cost more than \(runBudget) units", node)
  }
}

extension Code {
  /// A program that is never run; evaluators start with it.
  static let empty: Code = {
    let environment = Environment(variables: [], libraries: [])
    let expression = CheckedExpression(
      source: "", type: .null, fieldReads: [], variables: [], tree: SyntaxTree(), types: [],
      references: [:], localCount: 0, facts: .none, localSlots: [:])
    return Code(Planner(environment, expression), root: 0)
  }()
}
