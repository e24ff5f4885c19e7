extension Checker {
  // MARK: Overloads

  /// The result of an operator for these types, reported as a problem at `node` when none fits.
  mutating func resolve(
    _ operatorName: String, _ arguments: [CELType], _ node: NodeID?, _ operands: [NodeID]
  ) -> CELType? {
    let overloads = OperatorSignatures.table[operatorName] ?? []
    if let result = resolve(overloads, arguments) { return result }
    if let node {
      report(
        "no-operator", "'-' has no meaning for \(name(of: arguments[0]))", node, atName: false)
    }
    return nil
  }

  /// The result of the first fitting signature; dyn when several fit with different results.
  mutating func resolve(_ overloads: [FunctionOverload], _ arguments: [CELType]) -> CELType? {
    var result: CELType?
    for overload in overloads {
      guard let candidate = resolve(overload, arguments) else { continue }
      if let known = result {
        if known != candidate { result = .dyn }
      } else {
        result = candidate
        // With nothing left open the first fitting signature is the one.
        if arguments.allSatisfy({ isSettled(substitution.apply($0)) }) { return candidate }
      }
    }
    return result
  }

  /// The result of a signature, or nil when the arguments do not fit.
  private mutating func resolve(
    _ overload: FunctionOverload, _ arguments: [CELType]
  ) -> CELType? {
    guard var parameters = overload.parameters(for: arguments.count) else { return nil }
    guard overload.isGeneric else {
      return substitution.unify(arguments, parameters) ? overload.result : nil
    }
    parameters.append(overload.result)
    var types = substitution.instantiate(parameters)
    guard let result = types.popLast(), substitution.unify(arguments, types) else { return nil }
    return substitution.apply(result)
  }

  /// Whether a type has neither dyn nor an open variable in it.
  private func isSettled(_ type: CELType) -> Bool {
    switch type {
    case .dyn, .error, .param: false
    case .list(let inner), .type(let inner), .wrapper(let inner), .optional(let inner):
      isSettled(inner)
    case .map(let key, let value): isSettled(key) && isSettled(value)
    case .opaque(_, let parameters): parameters.allSatisfy { isSettled($0) }
    default: true
    }
  }

  // MARK: Operators

  mutating func checkBinary(
    _ id: NodeID, _ binaryOperator: BinaryOperator, _ left: NodeID, _ right: NodeID,
    _ facts: FactSet
  ) -> CELType {
    let leftType = check(left, facts)
    let rightType = check(right, facts)
    switch binaryOperator {
    case .equal, .notEqual: checkEnumerations(leftType, left, rightType, right)
    case .isIn: checkMembership(leftType, left, rightType, right)
    default: break
    }
    if let result = comparison(binaryOperator, leftType, rightType) { return result }
    if let result = resolve(binaryOperator.functionName, [leftType, rightType], nil, []) {
      return result
    }
    let (message, hint) = mismatch(
      binaryOperator, substitution.apply(leftType), left, substitution.apply(rightType), right)
    report("operand-types", message, id, atName: true, hint: hint)
    switch binaryOperator {
    case .add, .subtract, .multiply, .divide, .remainder: return .error
    default: return .bool
    }
  }

  /// Equality with objects, which are compared by identity.
  private mutating func comparison(
    _ binaryOperator: BinaryOperator, _ left: CELType, _ right: CELType
  ) -> CELType? {
    switch (binaryOperator, substitution.resolve(left), substitution.resolve(right)) {
    case (.equal, .anyObject, .object), (.equal, .object, .anyObject),
      (.notEqual, .anyObject, .object), (.notEqual, .object, .anyObject):
      return .bool
    case (.isIn, .object, .list(let element)), (.isIn, .anyObject, .list(let element)):
      switch substitution.resolve(element) {
      case .anyObject: return .bool
      case .object: return substitution.resolve(left) == .anyObject ? .bool : nil
      default: return nil
      }
    default: return nil
    }
  }

  private func mismatch(
    _ binaryOperator: BinaryOperator, _ left: CELType, _ leftNode: NodeID, _ right: CELType,
    _ rightNode: NodeID
  ) -> (message: String, hint: String?) {
    let names = (name(of: left), name(of: right))
    switch binaryOperator {
    case .isIn:
      switch right {
      case .list(let element):
        return ("\(names.0) cannot be in a list of \(name(of: element))", nil)
      case .map(let key, _):
        return ("\(names.0) cannot be a key of a map with \(name(of: key)) keys", nil)
      default:
        return (
          "'in' needs a list or a map on its right, not \(names.1)",
          right.underlying == .string ? "use .contains() for a part of a text" : nil
        )
      }
    case .add, .subtract, .multiply, .divide, .remainder:
      var hint: String?
      if left == .date, right == .date, binaryOperator == .subtract {
        hint = "write days(from, to) for the number of days"
      } else if left == .date || right == .date, left == .int || right == .int {
        hint = "write a period such as period(\"P30D\")"
      } else if [left, right].contains(.int), [left, right].contains(.double) {
        hint = "convert with double()"
      }
      return ("'\(binaryOperator.rawValue)' has no meaning for \(names.0) and \(names.1)", hint)
    default:
      var hint: String?
      if left == .null || right == .null {
        hint = "a field is never null; ask has(...) whether it is there"
      } else if left == .date || right == .date, left == .string || right == .string {
        hint = "write date(\"2026-01-31\") for a date"
      } else if left == .date || right == .date, left == .timestamp || right == .timestamp {
        hint = "write date(...) for the day of an instant"
      } else if left == .period || right == .period, left == .period, right == .period {
        hint = "periods of months have no fixed length; add them to a date and compare dates"
      } else if [left, right].contains(.int), [left, right].contains(.double) {
        hint = "convert with double()"
      } else if case .object = left, right.underlying == .string {
        hint = "compare the id: \(source(of: leftNode)).id"
      } else if case .object = right, left.underlying == .string {
        hint = "compare the id: \(source(of: rightNode)).id"
      } else if case .optional = left {
        hint = "give a value for its absence with orValue(...)"
      }
      return (
        names.0 == names.1
          ? "\(names.0) values have no order" : "cannot compare \(names.0) with \(names.1)", hint
      )
    }
  }

  // MARK: Enumerations

  private mutating func checkEnumerations(
    _ leftType: CELType, _ left: NodeID, _ rightType: CELType, _ right: NodeID
  ) {
    let first = substitution.resolve(leftType)
    let second = substitution.resolve(rightType)
    if case .enumeration = first { checkLiteral(right, against: first) }
    if case .enumeration = second { checkLiteral(left, against: second) }
    if case .enumeration(let name, let values) = first,
      case .enumeration(let otherName, let others) = second, Set(values).isDisjoint(with: others)
    {
      report(
        "enum-mismatch", "\(name) and \(otherName) have no value in common", right)
    }
  }

  private mutating func checkMembership(
    _ leftType: CELType, _ left: NodeID, _ rightType: CELType, _ right: NodeID
  ) {
    let element = substitution.resolve(leftType)
    if case .enumeration = element, case .list(let items, _) = tree[right] {
      for item in items { checkLiteral(item, against: element) }
    }
    if case .list(let inner) = substitution.resolve(rightType),
      case .enumeration = substitution.resolve(inner)
    {
      checkLiteral(left, against: substitution.resolve(inner))
    }
  }

  /// Reports a literal that the enumeration does not declare.
  private mutating func checkLiteral(_ node: NodeID, against type: CELType) {
    guard case .enumeration(let name, let values) = type else { return }
    if case .conditional(_, let yes, let no) = tree[node] {
      checkLiteral(yes, against: type)
      checkLiteral(no, against: type)
    }
    guard case .literal(.string(let bytes)) = tree[node] else { return }
    if values.contains(where: { $0.utf8.elementsEqual(bytes) }) { return }
    let text = String(decoding: bytes, as: UTF8.self)
    report(
      "enum-unknown", "\(name) has no value \"\(text)\"", node,
      hint: "its values are \(values.joined(separator: ", "))",
      nearest: Spelling.nearest(to: text, among: values))
  }

  // MARK: Calls

  mutating func checkCall(
    _ id: NodeID, _ function: String, _ target: NodeID?, _ arguments: [NodeID], _ facts: FactSet
  ) -> CELType {
    if let target {
      if let name = tree.qualifiedName(target), !isLocal(name.parts[0], absolute: name.absolute) {
        let full = (name.parts + [function]).joined(separator: ".")
        for candidate in environment.candidates(full, absolute: name.absolute) {
          if let overloads = environment.globals[candidate] {
            references[id] = .global(candidate)
            return checkArguments(id, candidate, overloads, arguments, facts)
          }
        }
        if reportsUnknownFunction(id, full, arguments, facts) { return .error }
      }
      return checkMember(id, function, target, arguments, facts)
    }
    let absolute = function.hasPrefix(".")
    let plain = absolute ? String(function.dropFirst()) : function
    for candidate in environment.candidates(plain, absolute: absolute) {
      if let overloads = environment.globals[candidate] {
        references[id] = .global(candidate)
        return checkArguments(id, candidate, overloads, arguments, facts)
      }
    }
    if !isFull, !isUnchecked {
      let isMember = environment.members[plain] != nil
      report(
        "unknown-function", "unknown function '\(plain)'", id, atName: true,
        hint: isMember ? "write it behind a value: x.\(plain)(...)" : nil,
        nearest: isMember
          ? nil : Spelling.nearest(to: plain, among: ["has"] + environment.globals.keys.sorted()))
    }
    for argument in arguments { _ = check(argument, facts) }
    return .error
  }

  /// Reports `math.greatset(1)` as a whole where `math` is only a group of functions.
  private mutating func reportsUnknownFunction(
    _ id: NodeID, _ name: String, _ arguments: [NodeID], _ facts: FactSet
  ) -> Bool {
    guard let dot = name.lastIndex(of: "."), !isFull, !isUnchecked else { return false }
    let group = name[...dot]
    guard
      environment.functionGroups.contains(String(name[..<dot]))
        || Self.groupedMacros.contains(where: { $0.hasPrefix(group) })
    else { return false }
    let members =
      environment.globals.keys.filter { $0.hasPrefix(group) }.sorted()
      + Self.groupedMacros.filter { $0.hasPrefix(group) }
    let isValue = environment.variables.contains {
      $0.name == group.dropLast() || $0.name.hasPrefix(group)
    }
    guard !isValue else { return false }
    let nearest = Spelling.nearest(to: name, among: members)
    report(
      "unknown-function", "unknown function '\(name)'", id, atName: true, nearest: nearest)
    // The name that a misspelt macro would have made is no second mistake.
    if let nearest, Self.groupedMacros.contains(nearest) { return true }
    for argument in arguments { _ = check(argument, facts) }
    return true
  }

  /// What people of other languages write, and what it is called here.
  private static let habits: [String: String] = [
    "count": "size()", "length": "size()", "len": "size()", "any": "exists(x, ...)",
    "some": "exists(x, ...)", "every": "all(x, ...)", "where": "filter(x, ...)",
    "find": "filter(x, ...)", "select": "map(x, ...)", "match": "matches(pattern)",
    "includes": "contains(text), or 'x in list'", "lower": "lowerAscii(), or fold(text)",
    "upper": "upperAscii()", "isEmpty": "size() == 0", "empty": "size() == 0",
    "notEmpty": "size() > 0", "first": "[0]",
  ]

  private mutating func checkArguments(
    _ id: NodeID, _ name: String, _ overloads: [FunctionOverload], _ arguments: [NodeID],
    _ facts: FactSet
  ) -> CELType {
    let types = arguments.map { check($0, facts) }
    guard let result = resolve(overloads, types) else {
      reportArguments(id, name, overloads, types)
      return overloads.count == 1 ? overloads[0].result : .error
    }
    checkConstants(id, name, overloads, arguments)
    return result
  }

  private mutating func checkMember(
    _ id: NodeID, _ function: String, _ target: NodeID, _ arguments: [NodeID], _ facts: FactSet
  ) -> CELType {
    let targetType = check(target, facts)
    guard let overloads = environment.members[function] else {
      reportUnknownMember(id, function, arguments, facts)
      return .error
    }
    let types = [targetType] + arguments.map { check($0, facts) }
    guard let result = resolve(overloads, types) else {
      reportArguments(id, function, overloads, types)
      return overloads.count == 1 ? overloads[0].result : .error
    }
    checkConstants(id, function, overloads, [target] + arguments)
    return result
  }

  /// Reports `list.exsits(x, x > 1)`; the name that a misspelt macro would have made is no second
  /// mistake.
  private mutating func reportUnknownMember(
    _ id: NodeID, _ function: String, _ arguments: [NodeID], _ facts: FactSet
  ) {
    let isGlobal = environment.globals[function] != nil
    let nearest =
      isGlobal || Self.habits[function] != nil
      ? nil
      : Spelling.nearest(
        to: function, among: environment.members.keys.sorted() + Self.macroNames)
    if !isFull, !isUnchecked {
      report(
        "unknown-function", "unknown function '\(function)'", id, atName: true,
        hint: isGlobal
          ? "write \(function)(x)" : Self.habits[function].map { "the language has \($0)" },
        nearest: nearest)
      if let nearest, Self.macroNames.contains(nearest) { return }
    }
    for argument in arguments { _ = check(argument, facts) }
  }

  /// Macros whose names look like those of functions in a group.
  private static let groupedMacros = ["cel.bind"]
  private static let macroNames = [
    "all", "exists", "exists_one", "filter", "map", "optMap", "optFlatMap", "transformList",
    "transformMap", "transformMapEntry",
  ]

  private mutating func reportArguments(
    _ id: NodeID, _ function: String, _ overloads: [FunctionOverload], _ types: [CELType]
  ) {
    // A type that is already reported explains the mismatch.
    if types.contains(where: { substitution.resolve($0) == .error }) { return }
    let isMember = overloads[0].isMember
    var shown = types.map { name(of: $0) }
    let receiver = isMember ? shown.removeFirst() + "." : ""
    let known = overloads.prefix(4).map(\.signature).joined(separator: "; ")
    report(
      "arguments", "no function \(receiver)\(function)(\(shown.joined(separator: ", ")))", id,
      atName: true, hint: "there is \(known)\(overloads.count > 4 ? "; ..." : "")")
  }

  // MARK: Constants

  /// Computes a call of a constant function on literals, so that a bad text is found here.
  private mutating func checkConstants(
    _ id: NodeID, _ name: String, _ overloads: [FunctionOverload], _ arguments: [NodeID]
  ) {
    guard environment.checksConstants, !isUnchecked else { return }
    if name == "matches", arguments.count == 2,
      case .literal(.string(let bytes)) = tree[arguments[1]]
    {
      checkPattern(bytes, arguments[1])
      return
    }
    guard arguments.count == 1, case .literal(let literal) = tree[arguments[0]],
      let overload = overloads.first(where: {
        $0.isConstant && $0.parameters == [Self.type(of: literal)]
      }), let body = overload.body
    else { return }
    var evaluator = Evaluator(heap: .empty)
    let result = body([evaluator.value(of: literal)], &evaluator)
    if let failure = evaluator.failure(of: result) {
      report("bad-constant", failure.message, arguments[0])
    }
  }

  private mutating func checkPattern(_ bytes: [UInt8], _ node: NodeID) {
    let pattern = String(decoding: bytes, as: UTF8.self)
    guard pattern.unicodeScalars.count <= environment.limits.patternCodePoints else {
      report(
        "bad-pattern",
        "the pattern has more than \(environment.limits.patternCodePoints) "
          + "characters", node)
      return
    }
    do throws(PatternError) {
      _ = try environment.patterns?.compile(pattern)
    } catch {
      report("bad-pattern", "not a regular expression: \(error.message)", node)
    }
  }
}

extension FunctionOverload {
  /// The parameters for a number of arguments, or nil when it does not fit.
  func parameters(for count: Int) -> [CELType]? {
    if count == parameters.count { return parameters }
    guard isVariadic, count > parameters.count, let last = parameters.last else { return nil }
    return parameters + Array(repeating: last, count: count - parameters.count)
  }
}
