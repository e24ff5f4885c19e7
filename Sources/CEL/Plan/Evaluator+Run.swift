extension Evaluator {
  /// The value of a node. Recursion is bounded by the height of the tree.
  mutating func run(_ code: Code, _ index: Int32) -> Value {
    let node = code.nodes[Int(index)]
    if node.operation == .constant { return code.constants[Int(node.a)] }
    cost &+= 1
    if isExhausted { return exhausted(index) }
    switch node.operation {
    case .constant: return code.constants[Int(node.a)]
    case .variable: return usable(frame[Int(node.a)], index)
    case .field:
      let target = run(code, node.a)
      if case .object(let object) = target, Int32(bitPattern: object.typeID) == node.c {
        return slot(Int(node.b), of: object, index)
      }
      return select(target, node.d, index)
    case .select: return select(run(code, node.a), node.b, index)
    case .optionalSelect: return optionalSelect(run(code, node.a), node.b, index)
    case .presence:
      let target = run(code, node.a)
      if case .object(let object) = target, Int32(bitPattern: object.typeID) == node.c {
        switch heap.field(Int(node.d), of: object) {
        case .absent: return .bool(false)
        case .malformed: break
        default: return .bool(true)
        }
      }
      return presence(target, node.b, index)
    case .index, .optionalIndex:
      let target = run(code, node.a)
      if target.isFailure { return target }
      let key = run(code, node.b)
      if key.isFailure { return key }
      return node.operation == .index
        ? self.index(target, key, index) : optionalIndex(target, key, index)
    case .not:
      isNegated.toggle()
      let value = run(code, node.a)
      isNegated.toggle()
      if case .bool(let flag) = value { return .bool(!flag) }
      return value.isFailure ? value : noOverload("!", [value], index)
    case .negate:
      let value = run(code, node.a)
      return value.isFailure ? value : negate(value, index)
    case .add, .subtract, .multiply, .divide, .remainder, .equal, .notEqual, .less, .lessOrEqual,
      .greater, .greaterOrEqual, .isIn:
      let left = run(code, node.a)
      if left.isFailure { return left }
      let right = run(code, node.b)
      if right.isFailure { return right }
      return binary(node.operation, left, right, index)
    case .and: return chain(code, node, stop: false, index)
    case .or: return chain(code, node, stop: true, index)
    case .conditional:
      switch run(code, node.a) {
      case .bool(true): return run(code, node.b)
      case .bool(false): return run(code, node.c)
      case let value where value.isFailure:
        return isSetAside(value) ? withoutCondition(code, node, value) : value
      case let value: return noOverload("?:", [value], index)
      }
    case .list: return makeList(code, node, index)
    case .map: return makeMap(code, node, index)
    case .call: return call(code, node, index)
    case .loop: return runLoop(code, code.loops[Int(node.a)], index)
    case .bind:
      // Strict: the value is computed once and a failure is bound like a value.
      frame[Int(node.b)] = run(code, node.a)
      return run(code, node.c)
    case .optionalMap: return optionalMap(code, node, index)
    case .match: return match(code, node, index)
    case .unknown:
      let name = String(decoding: code.names[Int(node.a)], as: UTF8.self)
      switch node.b {
      case 1: return fail(.unknownName, "unknown function '\(name)'", index)
      case 2: return fail(.unknownName, "unknown message type '\(name)'", index)
      default: return fail(.unknownName, "unknown name '\(name)'", index)
      }
    }
  }

  /// `&&` (stop: false) and `||` (stop: true): one deciding operand outweighs any failure.
  private mutating func chain(
    _ code: Code, _ node: PlanNode, stop: Bool, _ index: Int32
  ) -> Value {
    var failure: Value?
    var isDecided = false
    for position in Int(node.a)..<Int(node.a + node.b) {
      let value = run(code, code.children[position])
      if case .bool(let flag) = value {
        if flag == stop { return value }
        isDecided = true
      } else if failure.map({ isSetAside($0) }) ?? true {
        failure = value.isFailure ? value : noOverload(stop ? "||" : "&&", [value], index)
      }
    }
    if isDecided, stop != isNegated, let left = failure, isSetAside(left) { return .bool(!stop) }
    return failure ?? .bool(!stop)
  }

  /// Whether a failure is one that excuses nothing.
  func isSetAside(_ value: Value) -> Bool {
    guard let setAside, value.isFailure, case .malformed(let token)? = failure(of: value)?.kind
    else { return false }
    return setAside.contains(token)
  }

  /// What a conditional gives whose condition is set aside: a branch that is not, or what both
  /// branches say.
  private mutating func withoutCondition(_ code: Code, _ node: PlanNode, _ failure: Value) -> Value
  {
    let first = run(code, node.b)
    let second = run(code, node.c)
    if isSetAside(first) { return second }
    if isSetAside(second) { return first }
    if case .bool(let a) = first, case .bool(let b) = second, a == b { return first }
    return failure
  }

  // MARK: Literals

  private mutating func makeList(_ code: Code, _ node: PlanNode, _ index: Int32) -> Value {
    cost &+= 9
    var elements: [Value] = []
    let count = Int(node.b)
    elements.reserveCapacity(count)
    for position in 0..<count {
      let value = run(code, code.children[Int(node.a) + position])
      if value.isFailure { return value }
      if node.c == 1, code.children[Int(node.a) + count + position] == 1 {
        guard case .optional(let optional) = value else {
          return noOverload("[?]", [value], index)
        }
        if let content = content(of: optional) { elements.append(content) }
      } else {
        elements.append(value)
      }
    }
    return makeList(elements)
  }

  private mutating func makeMap(_ code: Code, _ node: PlanNode, _ index: Int32) -> Value {
    cost &+= 29
    var entries = MapEntries()
    let count = Int(node.b)
    for position in 0..<count {
      let key = run(code, code.children[Int(node.a) + 2 * position])
      if key.isFailure { return key }
      var value = run(code, code.children[Int(node.a) + 2 * position + 1])
      if value.isFailure { return value }
      if node.c == 1, code.children[Int(node.a) + 2 * count + position] == 1 {
        guard case .optional(let optional) = value else {
          return noOverload("{?}", [value], index)
        }
        guard let content = content(of: optional) else { continue }
        value = content
      }
      if let failure = insert(key, value, into: &entries, index) { return failure }
    }
    return makeMap(entries.flat)
  }

  // MARK: Calls

  private mutating func call(_ code: Code, _ node: PlanNode, _ index: Int32) -> Value {
    var arguments: [Value] = []
    arguments.reserveCapacity(Int(node.c))
    for position in Int(node.b)..<Int(node.b + node.c) {
      let value = run(code, code.children[position])
      if value.isFailure { return value }
      arguments.append(value)
    }
    currentNode = index
    let function = code.functions[Int(node.a)]
    for overload in function.overloads where accepts(overload, arguments) {
      guard let body = overload.body else { break }
      return body(arguments, &self)
    }
    return noOverload(function.name, arguments, index)
  }

  private func accepts(_ overload: FunctionOverload, _ arguments: [Value]) -> Bool {
    let last = overload.parameters.count - 1
    for (position, value) in arguments.enumerated()
    where !accepts(overload.parameters[min(position, last)], value) {
      return false
    }
    return true
  }

  /// Whether a value can be passed where a type is declared, as far as values know their type.
  private func accepts(_ type: CELType, _ value: Value) -> Bool {
    switch (type, value) {
    case (.dyn, _), (.param, _), (.error, _): true
    case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double),
      (.string, .string), (.enumeration, .string), (.bytes, .bytes), (.timestamp, .timestamp),
      (.duration, .duration), (.date, .date), (.period, .period), (.map, .map), (.type, .type),
      (.anyObject, .object), (.wrapper, .null), (.optional, .optional):
      true
    case (.list(.list), .list(let list)):
      list.count == 0 || accepts(.list(.dyn), element(list, 0))
    case (.list(let inner), .list(let list)):
      // Overloads of one function may differ in the element only, as min and join do.
      list.count == 0 || accepts(inner, element(list, 0))
    case (.wrapper(let inner), _): accepts(inner, value)
    case (.object(let name), .object(let object)):
      code.objectTypes[Int(object.typeID)].name == name
    case (.opaque("net.IP", _), .opaque(let opaque)): opaque.kind == .ip
    case (.opaque("net.CIDR", _), .opaque(let opaque)): opaque.kind == .cidr
    default: false
    }
  }

  private mutating func optionalMap(_ code: Code, _ node: PlanNode, _ index: Int32) -> Value {
    let value = run(code, node.a)
    if value.isFailure { return value }
    guard case .optional(let optional) = value else {
      return noOverload(node.d == 1 ? "optFlatMap" : "optMap", [value], index)
    }
    guard let content = content(of: optional) else { return value }
    frame[Int(node.b)] = content
    let result = run(code, node.c)
    if result.isFailure { return result }
    if node.d == 0 { return makeOptional(result) }
    if case .optional = result { return result }
    return noOverload("optFlatMap", [result], index)
  }

  private mutating func match(_ code: Code, _ node: PlanNode, _ index: Int32) -> Value {
    let text = run(code, node.a)
    if text.isFailure { return text }
    let pattern = run(code, node.b)
    if pattern.isFailure { return pattern }
    guard case .string(let textRef) = text, case .string(let patternRef) = pattern else {
      return noOverload("matches", [text, pattern], index)
    }
    charge((Int(textRef.count) + 10) / 10 * ((Int(patternRef.count) + 3) / 4))
    if node.c > 0 {
      let compiled = code.patterns[Int(node.c) - 1]
      return .bool(withBytes(textRef) { compiled.matches($0) })
    }
    guard let compiler = code.compiler else {
      return fail(.invalidArgument, "no regular expressions are available", index)
    }
    let source = String(decoding: bytes(patternRef), as: UTF8.self)
    if lastPattern?.text.utf8.elementsEqual(source.utf8) != true {
      // Compiling costs far more than matching.
      charge(100 + 10 * Int(patternRef.count))
      do throws(PatternError) {
        lastPattern = (source, try compiler.compile(source))
      } catch {
        return fail(.invalidArgument, "not a regular expression: \(error.message)", index)
      }
    }
    guard let compiled = lastPattern?.pattern else { return .bool(false) }
    return .bool(withBytes(textRef) { compiled.matches($0) })
  }
}
