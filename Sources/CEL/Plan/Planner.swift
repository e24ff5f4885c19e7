/// Turns a checked tree into a program: names become slots, constants become values.
struct Planner {
  let environment: Environment
  let expression: CheckedExpression
  var nodes: [PlanNode] = []
  var ranges: [Range<Int32>] = []
  var children: [Int32] = []
  var constants: [Value] = []
  var constantValues: [Value] = []
  var constantBytes: [UInt8] = []
  var names: [[UInt8]] = []
  var loops: [PlanLoop] = []
  var functions: [PlanFunction] = []
  var patterns: [any CompiledPattern] = []
  var indexes: [IndexRequest] = []
  private var nameNumbers: [String: Int32] = [:]
  private var functionNumbers: [String: Int32] = [:]

  init(_ environment: Environment, _ expression: CheckedExpression) {
    self.environment = environment
    self.expression = expression
    nodes.reserveCapacity(expression.tree.nodes.count)
    ranges.reserveCapacity(expression.tree.nodes.count)
  }

  var tree: SyntaxTree { expression.tree }

  mutating func program() -> Program {
    let root = plan(tree.root)
    return Program(code: Code(self, root: root))
  }

  // MARK: Pieces

  private mutating func emit(
    _ operation: Operation, _ id: NodeID, _ a: Int32 = 0, _ b: Int32 = 0, _ c: Int32 = 0,
    _ d: Int32 = 0
  ) -> Int32 {
    nodes.append(PlanNode(operation: operation, a: a, b: b, c: c, d: d))
    ranges.append(tree.ranges[Int(id)])
    return Int32(nodes.count - 1)
  }

  private mutating func constant(_ value: Value, _ id: NodeID) -> Int32 {
    constants.append(value)
    return emit(.constant, id, Int32(constants.count - 1))
  }

  mutating func name(_ text: String) -> Int32 {
    if let known = nameNumbers[text] { return known }
    names.append(Array(text.utf8))
    nameNumbers[text] = Int32(names.count - 1)
    return Int32(names.count - 1)
  }

  private mutating func childList(_ list: [Int32]) -> Int32 {
    let first = Int32(children.count)
    children.append(contentsOf: list)
    return first
  }

  private mutating func bytes(_ text: [UInt8]) -> StringRef {
    let reference = StringRef(offset: constantBytes.count, count: text.count, space: .program)
    constantBytes.append(contentsOf: text)
    return reference
  }

  private mutating func value(_ literal: Literal) -> Value {
    switch literal {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .uint(let value): .uint(value)
    case .double(let value): .double(value)
    case .string(let text): .string(bytes(text))
    case .bytes(let text): .bytes(bytes(text))
    }
  }

  /// The value of a node that is already known, or nil.
  func knownValue(_ node: Int32) -> Value? {
    guard nodes[Int(node)].operation == .constant else { return nil }
    return constants[Int(nodes[Int(node)].a)]
  }

  func frameSlot(_ local: Int) -> Int32 { Int32(environment.variables.count + local) }

  // MARK: Nodes

  mutating func plan(_ id: NodeID) -> Int32 {
    switch tree[id] {
    case .literal(let literal): return constant(value(literal), id)
    case .name, .select: return planAccess(id)
    case .presence(let operand, let field):
      return planPresence(.presence, id, operand, field)
    case .index(let operand, let index, let optional):
      let target = plan(operand)
      let key = plan(index)
      return emit(optional ? .optionalIndex : .index, id, target, key)
    case .call(let function, let target, let arguments):
      return planCall(id, function, target, arguments)
    case .not(let operand):
      let value = plan(operand)
      return emit(.not, id, value)
    case .negate(let operand):
      let value = plan(operand)
      return emit(.negate, id, value)
    case .binary(let binaryOperator, let left, let right):
      let first = plan(left)
      let second = plan(right)
      return emit(Self.operation(binaryOperator), id, first, second)
    case .and(let operands): return planChain(.and, id, operands)
    case .or(let operands): return planChain(.or, id, operands)
    case .conditional(let condition, let yes, let no):
      let test = plan(condition)
      let first = plan(yes)
      let second = plan(no)
      return emit(.conditional, id, test, first, second)
    case .list(let elements, let optional): return planList(id, elements, optional)
    case .map(let keys, let values, let optional):
      var list: [Int32] = []
      for (key, value) in zip(keys, values) {
        list.append(plan(key))
        list.append(plan(value))
      }
      let first = childList(list + optional.map { $0 ? 1 : 0 })
      return emit(.map, id, first, Int32(keys.count), optional.isEmpty ? 0 : 1)
    case .message(let text): return emit(.unknown, id, name(text), 2)
    case .comprehension(let loop): return planLoop(id, loop)
    case .bind(_, let value, let body):
      let planned = plan(value)
      let slot = frameSlot(expression.localSlots[id]?.first ?? 0)
      let result = plan(body)
      return emit(.bind, id, planned, slot, result)
    case .optionalMap(let operand, _, let body, let flat):
      let target = plan(operand)
      let slot = frameSlot(expression.localSlots[id]?.first ?? 0)
      let result = plan(body)
      return emit(.optionalMap, id, target, slot, result, flat ? 1 : 0)
    }
  }

  private static func operation(_ binaryOperator: BinaryOperator) -> Operation {
    switch binaryOperator {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .remainder: .remainder
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .isIn: .isIn
    }
  }

  private mutating func planChain(_ operation: Operation, _ id: NodeID, _ operands: [NodeID])
    -> Int32
  {
    var list: [Int32] = []
    for operand in operands { list.append(plan(operand)) }
    let first = childList(list)
    return emit(operation, id, first, Int32(list.count))
  }

  private mutating func planList(_ id: NodeID, _ elements: [NodeID], _ optional: [Bool]) -> Int32 {
    var list: [Int32] = []
    for element in elements { list.append(plan(element)) }
    if optional.isEmpty {
      // A list of constants is made once.
      let known = list.compactMap { knownValue($0) }
      if known.count == list.count {
        let reference = ListRef(
          offset: constantValues.count, count: known.count, space: .program)
        constantValues.append(contentsOf: known)
        return constant(.list(reference), id)
      }
    }
    let first = childList(list + optional.map { $0 ? 1 : 0 })
    return emit(.list, id, first, Int32(elements.count), optional.isEmpty ? 0 : 1)
  }

  private mutating func planAccess(_ id: NodeID) -> Int32 {
    switch expression.references[id] {
    case .variable(let index): return emit(.variable, id, Int32(index))
    case .local(let slot): return emit(.variable, id, frameSlot(slot))
    case .type(let type): return constant(.type(Self.reference(type)), id)
    default: break
    }
    switch tree[id] {
    case .select(let operand, let field, true):
      return planPresence(.optionalSelect, id, operand, field)
    case .select(let operand, let field, false):
      let target = plan(operand)
      if case .field(let typeID, let slot) = expression.references[id] {
        return emit(.field, id, target, Int32(slot), Int32(typeID), name(field))
      }
      return emit(.select, id, target, name(field))
    case .name(let text, _): return emit(.unknown, id, name(text))
    default: return emit(.unknown, id, name("?"))
    }
  }

  /// A read that asks for the presence; the slot is known where the type is.
  private mutating func planPresence(
    _ operation: Operation, _ id: NodeID, _ operand: NodeID, _ field: String
  ) -> Int32 {
    let target = plan(operand)
    if case .field(let typeID, let slot) = expression.references[id] {
      return emit(operation, id, target, name(field), Int32(typeID), Int32(slot))
    }
    return emit(operation, id, target, name(field), -1, -1)
  }

  static func reference(_ type: CELType) -> TypeRef {
    switch type {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string, .enumeration: .string
    case .bytes: .bytes
    case .timestamp: .timestamp
    case .duration: .duration
    case .date: .date
    case .period: .period
    case .list: .list
    case .map: .map
    case .optional: .optional
    case .opaque("net.IP", _): .ip
    case .opaque("net.CIDR", _): .cidr
    default: .type
    }
  }

  // MARK: Calls

  private mutating func planCall(
    _ id: NodeID, _ function: String, _ target: NodeID?, _ arguments: [NodeID]
  ) -> Int32 {
    var operands = arguments
    var isMember = false
    var fullName = function
    if case .global(let resolved) = expression.references[id] {
      fullName = resolved
    } else if let target {
      isMember = true
      operands.insert(target, at: 0)
    }
    var list: [Int32] = []
    for operand in operands { list.append(plan(operand)) }
    if fullName == "matches", list.count == 2 { return planMatch(id, list) }
    let overloads = (isMember ? environment.members : environment.globals)[fullName] ?? []
    let fitting = overloads.filter { $0.parameters(for: list.count) != nil }
    guard !fitting.isEmpty else { return emit(.unknown, id, name(fullName), 1) }
    if let folded = fold(id, fitting, list) { return folded }
    let key = "\(isMember ? "." : "")\(fullName)/\(list.count)"
    let number: Int32
    if let known = functionNumbers[key] {
      number = known
    } else {
      functions.append(PlanFunction(name: fullName, overloads: fitting))
      number = Int32(functions.count - 1)
      functionNumbers[key] = number
    }
    let first = childList(list)
    return emit(.call, id, number, first, Int32(list.count))
  }

  /// Computes a constant function of one constant argument, such as `date("2026-01-31")`.
  private mutating func fold(
    _ id: NodeID, _ overloads: [FunctionOverload], _ arguments: [Int32]
  ) -> Int32? {
    guard arguments.count == 1, case .literal(let literal) = argumentLiteral(id),
      let overload = overloads.first(where: {
        $0.isConstant && $0.parameters == [Checker.type(of: literal)]
      }), let body = overload.body
    else { return nil }
    var evaluator = Evaluator(heap: .empty)
    switch body([evaluator.value(of: literal)], &evaluator) {
    case .date(let value): return constant(.date(value), id)
    case .period(let value): return constant(.period(value), id)
    case .timestamp(let value): return constant(.timestamp(value), id)
    case .duration(let value): return constant(.duration(value), id)
    default: return nil
    }
  }

  private func argumentLiteral(_ id: NodeID) -> SyntaxNode? {
    guard case .call(_, _, let arguments) = tree[id], arguments.count == 1 else { return nil }
    return tree[arguments[0]]
  }

  /// A regular expression match; a constant pattern is compiled here, once.
  private mutating func planMatch(_ id: NodeID, _ operands: [Int32]) -> Int32 {
    if case .string(let reference)? = knownValue(operands[1]), let compiler = environment.patterns {
      let text = String(decoding: constantBytes[reference.range], as: UTF8.self)
      if text.unicodeScalars.count <= environment.limits.patternCodePoints,
        let pattern = try? compiler.compile(text)
      {
        patterns.append(pattern)
        return emit(.match, id, operands[0], operands[1], Int32(patterns.count))
      }
    }
    return emit(.match, id, operands[0], operands[1], 0)
  }

  // MARK: Loops

  private mutating func planLoop(_ id: NodeID, _ loop: Comprehension) -> Int32 {
    let range = plan(loop.range)
    let slots = expression.localSlots[id] ?? [0]
    let join = joinCandidate(loop, slot: slots[0])
    let predicate = loop.predicate.map { plan($0) } ?? -1
    let transform = loop.transform.map { plan($0) } ?? -1
    var planned = PlanLoop(
      kind: loop.kind, variable: loop.second ?? loop.first, range: range,
      firstSlot: frameSlot(slots[0]),
      secondSlot: slots.count > 1 ? frameSlot(slots[1]) : -1, predicate: predicate,
      transform: transform)
    if let join {
      let request = join.request
      let number = indexes.firstIndex(of: request) ?? indexes.count
      if number == indexes.count { indexes.append(request) }
      planned.join = PlanJoin(
        index: number, key: plan(join.key), guardedSteps: join.guardedSteps)
    }
    loops.append(planned)
    return emit(.loop, id, Int32(loops.count - 1))
  }
}
