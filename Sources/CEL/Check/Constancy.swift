extension CheckedExpression {
  /// Whether the result is known without any record: no variable decides it, or the logic around
  /// the variables does, such as `true || x`, `x == x` or `size(x) >= 0`.
  ///
  /// - Parameter host: functions whose result the host decides, not their arguments.
  public func isConstant(exceptCalling host: Set<String>) -> Bool {
    let asksHost = tree.nodes.contains { node in
      if case .call(let name, _, _) = node { host.contains(name) } else { false }
    }
    if variables.isEmpty, !asksHost { return true }
    return Constancy(tree).truth[Int(tree.root)] != nil
  }
}

/// What is known of the nodes of a tree without evaluating it, children before their parents.
private struct Constancy {
  private let tree: SyntaxTree
  /// The value of each node that is certainly true or false.
  private(set) var truth: [Bool?]
  /// Nodes with the same text below the same operator have the same number.
  private var shape: [Int32]
  private var numbers: [String: Int32] = [:]

  init(_ tree: SyntaxTree) {
    self.tree = tree
    truth = Array(repeating: nil, count: tree.nodes.count)
    shape = Array(repeating: 0, count: tree.nodes.count)
    for index in tree.nodes.indices {
      shape[index] = number(of: tree.nodes[index])
      truth[index] = value(of: tree.nodes[index])
    }
  }

  private func known(_ id: NodeID) -> Bool? { truth[Int(id)] }

  /// Numbers a node by its operator, its own words and the numbers of its operands.
  private mutating func number(of node: SyntaxNode) -> Int32 {
    var key = head(of: node)
    node.forEachChild { key += ",\(shape[Int($0)])" }
    let next = Int32(numbers.count)
    return numbers[key]
      ?? {
        numbers[key] = next
        return next
      }()
  }

  /// What tells a node from others with the same operands.
  private func head(of node: SyntaxNode) -> String {
    switch node {
    case .literal(let literal): "literal \(literal)"
    case .name(let name, let absolute): "name \(absolute) \(name)"
    case .select(_, let field, let optional): "select \(optional) \(field)"
    case .presence(_, let field): "presence \(field)"
    case .index(_, _, let optional): "index \(optional)"
    case .call(let name, let target, _): "call \(target != nil) \(name)"
    case .not: "not"
    case .negate: "negate"
    case .binary(let sign, _, _): "binary \(sign.rawValue)"
    case .and: "and"
    case .or: "or"
    case .conditional: "conditional"
    case .list(_, let optional): "list \(optional)"
    case .map(let keys, _, let optional): "map \(keys.count) \(optional)"
    case .message(let name): "message \(name)"
    case .comprehension(let loop):
      "loop \(loop.kind) \(loop.first) \(loop.second ?? "") \(loop.predicate != nil)"
    case .bind(let name, _, _): "bind \(name)"
    case .optionalMap(_, let name, _, let flat): "optional \(name) \(flat)"
    }
  }

  private func value(of node: SyntaxNode) -> Bool? {
    switch node {
    case .literal(.bool(let flag)): return flag
    case .not(let operand): return known(operand).map { !$0 }
    case .and(let operands): return joined(operands, stop: false)
    case .or(let operands): return joined(operands, stop: true)
    case .conditional(let condition, let yes, let no):
      switch known(condition) {
      case true: return known(yes)
      case false: return known(no)
      case nil: return known(yes) == known(no) ? known(yes) : nil
      }
    case .bind(_, _, let body): return known(body)
    case .comprehension(let loop):
      let predicate = loop.predicate.flatMap { known($0) }
      switch (loop.kind, predicate) {
      case (.all, true): return true
      case (.exists, false), (.existsOne, false): return false
      default: return nil
      }
    case .binary(let sign, let a, let b): return compared(sign, a, b)
    default: return nil
    }
  }

  /// `&&` stops at false, `||` at true; an operand beside its own negation stops too.
  private func joined(_ operands: [NodeID], stop: Bool) -> Bool? {
    if operands.contains(where: { known($0) == stop }) { return stop }
    if operands.allSatisfy({ known($0) == !stop }) { return !stop }
    let shapes = Set(operands.map { shape[Int($0)] })
    let meetsNegation = operands.contains { operand in
      if case .not(let inner) = tree[operand] { shapes.contains(shape[Int(inner)]) } else { false }
    }
    return meetsNegation ? stop : nil
  }

  private func compared(_ sign: BinaryOperator, _ a: NodeID, _ b: NodeID) -> Bool? {
    if case .literal(let x) = tree[a], case .literal(let y) = tree[b] {
      return compared(sign, x, y)
    }
    if shape[Int(a)] == shape[Int(b)] {
      switch sign {
      case .equal, .lessOrEqual, .greaterOrEqual: return true
      case .notEqual, .less, .greater: return false
      default: return nil
      }
    }
    // A size is never negative.
    if isSize(a), case .literal(.int(let number)) = tree[b] {
      if sign == .greaterOrEqual, number <= 0 { return true }
      if sign == .greater, number < 0 { return true }
      if sign == .less, number <= 0 { return false }
    }
    if isSize(b), case .literal(.int(let number)) = tree[a] {
      if sign == .lessOrEqual, number <= 0 { return true }
      if sign == .less, number < 0 { return true }
    }
    return nil
  }

  private func compared(_ sign: BinaryOperator, _ a: Literal, _ b: Literal) -> Bool? {
    switch (a, b) {
    case (.int(let x), .int(let y)): return order(sign, x, y)
    case (.double(let x), .double(let y)): return order(sign, x, y)
    default:
      if sign == .equal, a == b { return true }
      return sign == .notEqual && a == b ? false : nil
    }
  }

  private func order<Number: Comparable>(
    _ sign: BinaryOperator, _ a: Number, _ b: Number
  ) -> Bool? {
    switch sign {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    default: nil
    }
  }

  private func isSize(_ id: NodeID) -> Bool {
    if case .call("size", _, _) = tree[id] { true } else { false }
  }
}
