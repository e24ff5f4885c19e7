/// Resolves names, infers types, and proves that optional fields are read only where present.
struct Checker {
  let environment: Environment
  let tree: SyntaxTree
  /// Resolve names only; type problems are left to the evaluation.
  var isUnchecked = false
  var types: [CELType]
  /// The access path of each node that is one.
  var paths: [AccessPath?]
  var references: [NodeID: Reference] = [:]
  var problems: [Problem] = []
  var substitution = Substitution()
  var fieldReads: [FieldRead] = []
  var usedVariables: Set<Int> = []
  var locals: [Local] = []
  var localCount = 0
  /// The variables each macro introduces, by their numbers.
  var localSlots: [NodeID: [Int]] = [:]
  var trueFacts: [NodeID: FactSet] = [:]
  var falseFacts: [NodeID: FactSet] = [:]
  /// The paths present in every element of a list, by the node of the list.
  var elementFacts: [NodeID: Set<[String]>] = [:]
  private var finalFacts = FactSet.none

  /// A variable that a macro introduces.
  struct Local {
    let name: String
    let type: CELType
    let slot: Int
    let path: AccessPath
    /// The paths that are present in every element, when the value is a filtered list.
    let elementFacts: Set<[String]>
  }

  init(_ environment: Environment, _ tree: SyntaxTree) {
    self.environment = environment
    self.tree = tree
    types = Array(repeating: .dyn, count: tree.nodes.count)
    paths = Array(repeating: nil, count: tree.nodes.count)
  }

  /// Checks the whole tree.
  mutating func run(assuming facts: [CheckedExpression], expecting expected: CELType?) {
    let known = facts.reduce(FactSet.none) { $0.and($1.facts) }
    let type = check(tree.root, known.isUnreachable ? .none : known)
    if let expected, !substitution.unify(type, expected) {
      report(
        "wrong-type",
        "the expression must be \(name(of: expected)), but it is \(name(of: type))", tree.root)
    }
    if let expected, problems.isEmpty { types[Int(tree.root)] = merged(type, expected) }
    finalFacts = factsWhenTrue(tree.root)
  }

  private func merged(_ type: CELType, _ expected: CELType) -> CELType {
    let actual = substitution.apply(type)
    if case .param = actual { return expected }
    return actual
  }

  /// The result of a run without problems.
  func finished(_ source: String) -> CheckedExpression {
    CheckedExpression(
      source: source,
      type: substitution.apply(types[Int(tree.root)], openAsDyn: true),
      fieldReads: fieldReads,
      variables: usedVariables.sorted().map { environment.variables[$0].name },
      tree: tree, types: types.map { substitution.apply($0, openAsDyn: true) },
      references: references, localCount: localCount,
      // Facts about the variables of macros mean nothing outside.
      facts: FactSet(
        isUnreachable: finalFacts.isUnreachable,
        present: finalFacts.present.filter { !$0.root.hasPrefix("#") }),
      localSlots: localSlots)
  }

  // MARK: Reporting

  /// Whether no more problems are kept, so that nothing need be looked up for them.
  var isFull: Bool { problems.count >= max(1, environment.limits.problems) }

  mutating func report(
    _ code: String, _ message: String, _ node: NodeID, atName: Bool = false, hint: String? = nil,
    nearest: String? = nil
  ) {
    guard !isUnchecked, !isFull else { return }
    let range = atName ? tree.nameRange(node) : tree.range(node)
    if problems.contains(where: { $0.range == range && $0.code == code }) { return }
    problems.append(
      Problem(
        phase: .check, code: code, message: message, range: range, hint: hint, nearest: nearest))
  }

  /// A type as messages name it.
  func name(of type: CELType) -> String {
    switch substitution.apply(type, openAsDyn: true) {
    case .null: "null"
    case .list(.dyn): "list"
    case .map(.dyn, .dyn): "map"
    case let other: other.description
    }
  }

  // MARK: Nodes

  /// Checks a node where `facts` hold and returns its type.
  mutating func check(_ id: NodeID, _ facts: FactSet) -> CELType {
    let type = infer(id, facts)
    types[Int(id)] = type
    return type
  }

  private mutating func infer(_ id: NodeID, _ facts: FactSet) -> CELType {
    switch tree[id] {
    case .literal(let literal): return Self.type(of: literal)
    case .name, .select: return checkAccess(id, facts)
    case .presence(let operand, let field):
      return checkPresence(id, operand, field, facts)
    case .index(let operand, let index, let optional):
      return checkIndex(id, operand, index, optional: optional, facts)
    case .call(let function, let target, let arguments):
      return checkCall(id, function, target, arguments, facts)
    case .not(let operand):
      _ = boolean(operand, facts, of: "'!'")
      return .bool
    case .negate(let operand):
      let type = check(operand, facts)
      return resolve("-_", [type], id, [operand]) ?? .error
    case .binary(let binaryOperator, let left, let right):
      return checkBinary(id, binaryOperator, left, right, facts)
    case .and(let operands):
      var known = facts
      for operand in operands {
        _ = boolean(operand, known, of: "'&&'")
        known = known.and(factsWhenTrue(operand))
      }
      return .bool
    case .or(let operands):
      var known = facts
      for operand in operands {
        _ = boolean(operand, known, of: "'||'")
        known = known.and(factsWhenFalse(operand))
      }
      return .bool
    case .conditional(let condition, let yes, let no):
      return checkConditional(id, condition, yes, no, facts)
    case .list(let elements, let optional):
      return checkList(elements, optional, facts)
    case .map(let keys, let values, let optional):
      return checkMap(keys, values, optional, facts)
    case .message(let name):
      report(
        "no-messages", "'\(name)' cannot be built in an expression", id,
        hint: "objects come from the records; use a map {'key': value}")
      return .error
    case .comprehension(let loop): return checkLoop(id, loop, facts)
    case .bind(let name, let value, let body):
      let type = check(value, facts)
      let known = elementFacts[value] ?? []
      return withLocal(name, type, path: paths[Int(value)], elementFacts: known, id) { checker in
        let result = checker.check(body, facts)
        checker.paths[Int(id)] = checker.paths[Int(body)]
        return result
      }
    case .optionalMap(let operand, let name, let body, let flat):
      return checkOptionalMap(id, operand, name, body, flat: flat, facts)
    }
  }

  static func type(of literal: Literal) -> CELType {
    switch literal {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    }
  }

  /// Checks an operand that must be a truth value.
  private mutating func boolean(_ id: NodeID, _ facts: FactSet, of place: String) -> CELType {
    let type = check(id, facts)
    if !substitution.unify(type, .bool) {
      var hint: String?
      if case .optional = substitution.resolve(type) { hint = "test it with hasValue()" }
      report(
        "not-bool", "\(place) needs a truth value, not \(name(of: type))", id, hint: hint)
    }
    return .bool
  }

  private mutating func checkConditional(
    _ id: NodeID, _ condition: NodeID, _ yes: NodeID, _ no: NodeID, _ facts: FactSet
  ) -> CELType {
    _ = boolean(condition, facts, of: "'?'")
    let first = check(yes, facts.and(factsWhenTrue(condition)))
    let second = check(no, facts.and(factsWhenFalse(condition)))
    if let result = resolve("_?_:_", [.bool, first, second], nil, []) { return result }
    report(
      "branch-types",
      "the branches of '?:' differ: \(name(of: first)) and \(name(of: second))", id)
    return .error
  }

  // MARK: Literals of lists and maps

  private mutating func checkList(
    _ elements: [NodeID], _ optional: [Bool], _ facts: FactSet
  ) -> CELType {
    var joined: CELType?
    for (index, element) in elements.enumerated() {
      var type = check(element, facts)
      if !optional.isEmpty, optional[index] { type = unwrapped(type, element) }
      joined = join(joined, type)
    }
    return .list(joined ?? substitution.fresh())
  }

  private mutating func checkMap(
    _ keys: [NodeID], _ values: [NodeID], _ optional: [Bool], _ facts: FactSet
  ) -> CELType {
    var keyType: CELType?
    var valueType: CELType?
    for (index, key) in keys.enumerated() {
      let type = check(key, facts)
      switch substitution.resolve(type).underlying {
      case .bool, .int, .uint, .string, .dyn, .error, .param, .wrapper: break
      default:
        report(
          "key-type", "a map key is a bool, int, uint or string, not \(name(of: type))", key)
      }
      keyType = join(keyType, type)
      var value = check(values[index], facts)
      if !optional.isEmpty, optional[index] { value = unwrapped(value, values[index]) }
      valueType = join(valueType, value)
    }
    return .map(keyType ?? substitution.fresh(), valueType ?? substitution.fresh())
  }

  private mutating func unwrapped(_ type: CELType, _ node: NodeID) -> CELType {
    let inner = substitution.fresh()
    if substitution.unify(type, .optional(inner)) { return substitution.resolve(inner) }
    report(
      "not-optional", "an entry with '?' needs an optional value, not \(name(of: type))", node)
    return .error
  }

  private mutating func join(_ previous: CELType?, _ current: CELType) -> CELType {
    guard let previous else { return current }
    if substitution.unify(previous, current) {
      return Substitution.mostGeneral(previous, current)
    }
    return .dyn
  }
}
