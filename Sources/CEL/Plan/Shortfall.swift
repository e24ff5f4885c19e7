/// A part of a requirement that does not hold, such as one element of a list that all must meet.
public struct Shortfall: Sendable, Hashable {
  /// One step from the whole requirement to the part.
  public enum Step: Sendable, Hashable {
    /// The part of a connective that is written so.
    case part(String)
    /// The element of a loop that goes by this name.
    case element(String)
  }

  /// The way from the whole requirement; empty when nothing smaller than it is to blame.
  public var steps: [Step]
  /// By how much, where the part compares a number of things, or how many elements without a name
  /// there are; nil where there is nothing to count.
  public var amount: Int64?
  /// Whether the part is not known to fail: it cannot be evaluated behind one that does, or holds
  /// only because there is nothing to look at yet.
  public var isOpen = false
}

/// How shortfalls are looked for.
public struct ShortfallSearch: Sendable {
  /// Whether the operands of connectives are parts of their own.
  public var splits: Bool
  /// Shortfalls that are kept.
  public var limit: Int

  /// - Parameters:
  ///   - splits: whether the operands of connectives are parts of their own.
  ///   - limit: shortfalls that are kept.
  public init(splits: Bool, limit: Int) {
    self.splits = splits
    self.limit = limit
  }
}

extension Evaluator {
  /// What of `program`, which is false, does not hold, each part once; nil when there is more than
  /// the search keeps or than may be spent.
  ///
  /// With it come the parts behind it that are open, so that fixing one never brings up another.
  ///
  /// - Parameters:
  ///   - search: how to look.
  ///   - naming: the name of an element of a loop, by which it is known again in another run; nil
  ///     for elements that nothing tells apart, which are then counted.
  public mutating func shortfalls(
    of program: Program, _ arguments: [Value], _ search: ShortfallSearch,
    naming: (Value, inout Evaluator) -> String?
  ) -> [Shortfall]? {
    precondition(
      arguments.count == program.code.variableCount, "one argument for each variable is needed")
    start(program.code, arguments)
    var tracer = ShortfallTracer(code: code, limit: search.limit)
    tracer.trace(code.root, wanted: true, splits: search.splits, &self, naming)
    return tracer.isTruncated || isExhausted ? nil : tracer.found
  }
}

/// Walks a program along the parts that do not have the value they should.
private struct ShortfallTracer {
  let code: Code
  let limit: Int
  var found: [Shortfall] = []
  var isTruncated = false
  private var steps: [Shortfall.Step] = []
  private var seen: Set<Shortfall> = []

  typealias Naming = (Value, inout Evaluator) -> String?

  init(code: Code, limit: Int) {
    self.code = code
    self.limit = limit
  }

  mutating func trace(
    _ index: Int32, wanted: Bool, splits: Bool, _ evaluator: inout Evaluator, _ naming: Naming
  ) {
    guard !isTruncated, !evaluator.isExhausted else { return }
    let node = code.nodes[Int(index)]
    switch node.operation {
    case .and, .or: chain(node, wanted, splits, &evaluator, naming)
    case .not: trace(node.a, wanted: !wanted, splits: splits, &evaluator, naming)
    case .conditional:
      // Which branch counts may change with what is fixed, so that its parts are not told apart.
      guard case .bool(let flag) = evaluator.run(code, node.a) else { return add() }
      trace(flag ? node.b : node.c, wanted: wanted, splits: false, &evaluator, naming)
    case .bind:
      evaluator.frame[Int(node.b)] = evaluator.run(code, node.a)
      trace(node.c, wanted: wanted, splits: splits, &evaluator, naming)
    case .loop: loop(code.loops[Int(node.a)], wanted, splits, &evaluator, naming)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      comparison(node, splits, &evaluator, naming)
    default: add()
    }
  }

  /// All operands that do not have the value wanted, and those that are open.
  private mutating func chain(
    _ node: PlanNode, _ wanted: Bool, _ splits: Bool, _ evaluator: inout Evaluator,
    _ naming: Naming
  ) {
    for child in node.a..<(node.a + node.b) {
      let operand = code.children[Int(child)]
      let value = evaluator.run(code, operand)
      if splits { steps.append(.part(code.text(operand))) }
      switch value {
      case .bool(wanted):
        if splits, isAboutNothing(operand, wanted, &evaluator) { add(isOpen: true) }
      case .bool: trace(operand, wanted: wanted, splits: splits, &evaluator, naming)
      default: if splits { add(isOpen: true) }
      }
      if splits { steps.removeLast() }
    }
  }

  /// Whether a loop holds because its range is empty.
  private func isAboutNothing(
    _ index: Int32, _ wanted: Bool, _ evaluator: inout Evaluator
  ) -> Bool {
    var (index, wanted) = (index, wanted)
    while code.nodes[Int(index)].operation == .not {
      index = code.nodes[Int(index)].a
      wanted.toggle()
    }
    let node = code.nodes[Int(index)]
    guard node.operation == .loop else { return false }
    let loop = code.loops[Int(node.a)]
    guard loop.kind == (wanted ? .all : .exists) else { return false }
    return count(evaluator.run(code, loop.range)) == 0
  }

  private func count(_ range: Value) -> Int? {
    switch range {
    case .list(let list): Int(list.count)
    case .map(let map): Int(map.count)
    default: nil
    }
  }

  // MARK: Loops

  private mutating func loop(
    _ loop: PlanLoop, _ wanted: Bool, _ splits: Bool, _ evaluator: inout Evaluator,
    _ naming: Naming
  ) {
    let range = evaluator.run(code, loop.range)
    guard loop.kind == (wanted ? .all : .exists), let count = count(range) else { return add() }
    elements(loop, range, count, &evaluator, naming) { tracer, evaluator in
      if case .bool(wanted) = evaluator.run(tracer.code, loop.predicate) { return false }
      return true
    } descend: { tracer, evaluator in
      tracer.trace(loop.predicate, wanted: wanted, splits: splits, &evaluator, naming)
    }
  }

  /// Adds what `descend` finds at each element that `counts`; elements without a name as a number.
  private mutating func elements(
    _ loop: PlanLoop, _ range: Value, _ count: Int, _ evaluator: inout Evaluator,
    _ naming: Naming, counts: (Self, inout Evaluator) -> Bool,
    descend: (inout Self, inout Evaluator) -> Void
  ) {
    var unnamed: Int64 = 0
    for position in 0..<count where !isTruncated && !evaluator.isExhausted {
      evaluator.bind(loop, range, position)
      guard counts(self, &evaluator) else { continue }
      let slot = loop.secondSlot < 0 ? loop.firstSlot : loop.secondSlot
      guard let name = naming(evaluator.frame[Int(slot)], &evaluator) else {
        unnamed += 1
        continue
      }
      steps.append(.element(name))
      descend(&self, &evaluator)
      steps.removeLast()
    }
    if unnamed > 0 { add(unnamed) }
  }

  // MARK: Comparisons

  /// A number of things that is too small or too large: by how much. Other values say nothing: a
  /// date that lies further back every day is the same shortfall.
  private mutating func comparison(
    _ node: PlanNode, _ splits: Bool, _ evaluator: inout Evaluator, _ naming: Naming
  ) {
    guard isSize(node.a) || isSize(node.b),
      case .int(let left) = evaluator.run(code, node.a),
      case .int(let right) = evaluator.run(code, node.b)
    else { return add() }
    // Where there may be none, those that are there are the shortfall.
    if right == 0, left > 0, let loop = filter(node.a) {
      let range = evaluator.run(code, loop.range)
      if let count = count(range) {
        elements(loop, range, count, &evaluator, naming) { tracer, evaluator in
          if case .bool(true) = evaluator.run(tracer.code, loop.predicate) { return true }
          return false
        } descend: { tracer, _ in
          tracer.add()
        }
        return
      }
    }
    let (gap, overflow) = left.subtractingReportingOverflow(right)
    add(overflow || gap == .min ? .max : max(1, abs(gap)))
  }

  private func isSize(_ index: Int32) -> Bool { sized(index) != nil }

  /// The operand of a call of `size`, or nil.
  private func sized(_ index: Int32) -> Int32? {
    let node = code.nodes[Int(index)]
    guard node.operation == .call, node.c == 1,
      code.functions[Int(node.a)].name.utf8.elementsEqual("size".utf8)
    else { return nil }
    return code.children[Int(node.b)]
  }

  /// The filter whose results a call of `size` counts, or nil.
  private func filter(_ index: Int32) -> PlanLoop? {
    guard let operand = sized(index), code.nodes[Int(operand)].operation == .loop else {
      return nil
    }
    let loop = code.loops[Int(code.nodes[Int(operand)].a)]
    return loop.kind == .filter ? loop : nil
  }

  private mutating func add(_ amount: Int64? = nil, isOpen: Bool = false) {
    let shortfall = Shortfall(steps: steps, amount: amount, isOpen: isOpen)
    guard seen.insert(shortfall).inserted else { return }
    if found.count == limit {
      isTruncated = true
    } else {
      found.append(shortfall)
    }
  }
}
