/// A loop that an index can answer.
struct JoinCandidate {
  var request: IndexRequest
  var key: NodeID
  var guardedSteps: Int
}

extension Planner {
  /// Recognises `T.exists(x, x.f == e && ...)` and its kin, where `T` is a variable holding
  /// objects and `e` does not depend on `x`.
  ///
  /// For `all` the mirror image is recognised: `T.all(x, x.f != e || ...)`. Rows with another
  /// key decide nothing: the conjunct is false (the disjunct true) whatever the rest gives,
  /// errors included. Rows whose key cannot be read stay candidates.
  func joinCandidate(_ loop: Comprehension, slot: Int) -> JoinCandidate? {
    guard loop.second == nil, let predicate = loop.predicate,
      case .variable(let variable) = expression.references[loop.range],
      case .list(.object) = environment.variables[variable].type
    else { return nil }
    let terms: [NodeID]
    let wantsEquality: Bool
    switch (loop.kind, tree[predicate]) {
    case (.all, .or(let operands)): (terms, wantsEquality) = (operands, false)
    case (.all, _): return nil
    case (.exists, .and(let operands)), (.existsOne, .and(let operands)),
      (.filter, .and(let operands)), (.map, .and(let operands)):
      (terms, wantsEquality) = (operands, true)
    case (.exists, _), (.existsOne, _), (.filter, _), (.map, _):
      (terms, wantsEquality) = ([predicate], true)
    default: return nil
    }
    let guards = wantsEquality ? terms.compactMap { guardedPath($0, slot: slot) } : []
    for term in terms {
      guard let (path, key, byElement) = keyTerm(term, slot: slot, equality: wantsEquality) else {
        continue
      }
      let guarded =
        guards.filter { $0.count <= path.count && path.starts(with: $0) }
        .map(\.count).max() ?? 0
      return JoinCandidate(
        request: IndexRequest(variable: variable, path: path, byElement: byElement), key: key,
        guardedSteps: guarded)
    }
    return nil
  }

  /// The path and key of `x.f.g == e`, `e == x.f.g` or `e in x.fs`.
  private func keyTerm(
    _ term: NodeID, slot: Int, equality: Bool
  ) -> (path: [String], key: NodeID, byElement: Bool)? {
    var node = tree[term]
    var wanted: BinaryOperator = equality ? .equal : .notEqual
    var negated = false
    if !equality, case .not(let inner) = node {
      node = tree[inner]
      wanted = .equal
      negated = true
    }
    guard case .binary(let binaryOperator, let left, let right) = node else { return nil }
    if binaryOperator == wanted {
      if let path = fieldPath(left, slot: slot), isFree(right, of: slot) {
        return (path, right, false)
      }
      if let path = fieldPath(right, slot: slot), isFree(left, of: slot) {
        return (path, left, false)
      }
    }
    if binaryOperator == .isIn, equality || negated, let path = fieldPath(right, slot: slot),
      isFree(left, of: slot), case .list = expression.types[Int(right)]
    {
      return (path, left, true)
    }
    return nil
  }

  /// The fields read from the loop's variable, through objects of known types only.
  private func fieldPath(_ id: NodeID, slot: Int) -> [String]? {
    var steps: [String] = []
    var current = id
    while true {
      switch (tree[current], expression.references[current]) {
      case (.select(let operand, let field, false), .field):
        steps.append(field)
        current = operand
      case (.name, .local(slot)): return steps.isEmpty ? nil : steps.reversed()
      default: return nil
      }
    }
  }

  private func guardedPath(_ term: NodeID, slot: Int) -> [String]? {
    guard case .presence(let operand, let field) = tree[term] else { return nil }
    if case .local(slot) = expression.references[operand] { return [field] }
    return fieldPath(operand, slot: slot).map { $0 + [field] }
  }

  /// Whether a subtree reads neither the loop's variable nor one introduced after it.
  private func isFree(_ id: NodeID, of slot: Int) -> Bool {
    var pending = [id]
    while let node = pending.popLast() {
      if case .local(let used) = expression.references[node], used >= slot { return false }
      switch expression.references[node] {
      case .variable, .type: continue
      default: pending.append(contentsOf: tree.children(node))
      }
    }
    return true
  }
}
