extension Checker {
  /// Checks `body` where `name` stands for a value of `type`.
  ///
  /// With a `path` the name is an alias: what is known of the path is known of the name.
  mutating func withLocal<Result>(
    _ name: String, _ type: CELType, path: AccessPath? = nil,
    elementFacts: Set<[String]> = [], _ node: NodeID, _ body: (inout Checker) -> Result
  ) -> Result {
    let slot = localCount
    localCount += 1
    let local = Local(
      name: name, type: type, slot: slot, path: path ?? AccessPath(root: "#\(slot)", steps: []),
      elementFacts: elementFacts)
    locals.append(local)
    localSlots[node, default: []].append(slot)
    defer { locals.removeLast() }
    return body(&self)
  }

  mutating func checkLoop(_ id: NodeID, _ loop: Comprehension, _ facts: FactSet) -> CELType {
    let rangeType = substitution.resolve(check(loop.range, facts))
    let first: CELType
    let second: CELType
    switch rangeType {
    case .list(let element):
      (first, second) = loop.second == nil ? (element, .dyn) : (.int, element)
    case .map(let key, let value): (first, second) = (key, value)
    case .dyn, .error: (first, second) = (rangeType, rangeType)
    case .param:
      _ = substitution.unify(rangeType, .dyn)
      (first, second) = (.dyn, .dyn)
    default:
      report(
        "loop-range",
        "\(loop.kind.rawValue)() ranges over a list or a map, not \(name(of: rangeType))",
        loop.range)
      (first, second) = (.error, .error)
    }
    // What a filter has seen to of each element still holds in the next loop.
    let inherited = elementFacts[loop.range] ?? []
    return withLocal(loop.first, first, id) { checker in
      guard let name = loop.second else {
        let root = "#\(checker.localCount - 1)"
        let known = FactSet(present: Set(inherited.map { AccessPath(root: root, steps: $0) }))
        let result = checker.checkLoopBody(id, loop, rangeType, facts.and(known))
        if loop.kind == .filter, let predicate = loop.predicate {
          let paths = checker.factsWhenTrue(predicate).present.filter { $0.root == root }
          checker.elementFacts[id] = inherited.union(paths.map(\.steps))
        }
        return result
      }
      return checker.withLocal(name, second, id) { inner in
        inner.checkLoopBody(id, loop, rangeType, facts)
      }
    }
  }

  private mutating func checkLoopBody(
    _ id: NodeID, _ loop: Comprehension, _ rangeType: CELType, _ facts: FactSet
  ) -> CELType {
    var known = facts
    if let predicate = loop.predicate {
      let type = check(predicate, facts)
      if !substitution.unify(type, .bool) {
        report(
          "not-bool", "\(loop.kind.rawValue)() needs a truth value, not \(name(of: type))",
          predicate)
      }
      known = facts.and(factsWhenTrue(predicate))
    }
    let transformed = loop.transform.map { check($0, known) }
    switch loop.kind {
    case .all, .exists, .existsOne: return .bool
    case .filter:
      switch rangeType {
      case .list: return rangeType
      case .map(let key, _): return .list(key)
      default: return .list(.dyn)
      }
    case .map, .transformList: return .list(transformed ?? .dyn)
    case .transformMap:
      let key: CELType
      switch rangeType {
      case .map(let keyType, _): key = keyType
      case .list: key = .int
      default: key = .dyn
      }
      return .map(key, transformed ?? .dyn)
    case .transformMapEntry:
      let result = transformed ?? .dyn
      if !substitution.unify(result, .map(substitution.fresh(), substitution.fresh())),
        let transform = loop.transform
      {
        report(
          "entry-type", "transformMapEntry() needs a map of one entry, not \(name(of: result))",
          transform)
        return .error
      }
      return result
    }
  }

  mutating func checkOptionalMap(
    _ id: NodeID, _ operand: NodeID, _ name: String, _ body: NodeID, flat: Bool, _ facts: FactSet
  ) -> CELType {
    let type = check(operand, facts)
    let inner = substitution.fresh()
    if !substitution.unify(type, .optional(inner)) {
      report(
        "not-optional",
        "\(flat ? "optFlatMap" : "optMap")() needs an optional value, not "
          + self.name(of: type), operand)
    }
    // Inside the body the value is there, so its path counts as present.
    let path = paths[Int(operand)]
    let known = path.map { facts.and(FactSet.presence(of: $0)) } ?? facts
    return withLocal(name, substitution.resolve(inner), path: path, id) { checker in
      let result = checker.check(body, known)
      guard flat else { return .optional(result) }
      if !checker.substitution.unify(result, .optional(checker.substitution.fresh())) {
        checker.report(
          "not-optional",
          "optFlatMap() needs an optional result, not "
            + checker.name(of: result), body)
        return .error
      }
      return result
    }
  }
}
