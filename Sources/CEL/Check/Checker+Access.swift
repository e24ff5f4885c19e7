extension Checker {
  // MARK: Names and selections

  /// Checks a name or a selection, the longest dotted name first.
  mutating func checkAccess(_ id: NodeID, _ facts: FactSet) -> CELType {
    if let name = tree.qualifiedName(id), !isLocal(name.parts[0], absolute: name.absolute),
      let type = resolveGlobal(id, name.parts.joined(separator: "."), absolute: name.absolute)
    {
      return type
    }
    switch tree[id] {
    case .name(let name, let absolute):
      if !absolute, let local = locals.last(where: { $0.name == name }) {
        references[id] = .local(local.slot)
        paths[Int(id)] = local.path
        if !local.elementFacts.isEmpty { elementFacts[id] = local.elementFacts }
        return local.type
      }
      if isFull || isUnchecked { return .error }
      let known =
        environment.variables.map(\.name) + locals.map(\.name)
        + environment.typeNames.keys.sorted() + functionGroups
      let nearest = Spelling.nearest(to: name, among: known.filter { !$0.hasPrefix("@") })
      report("unknown-name", "unknown name '\(name)'", id, nearest: nearest)
      return .error
    case .select(let operand, let field, let optional):
      if reportsUnknownMember(id) { return .error }
      return checkSelect(id, operand, field, optional: optional, facts)
    default: return .error
    }
  }

  /// The `math` of `math.abs`: what stands before the dot of functions.
  private var functionGroups: [String] {
    Set(
      environment.globals.keys.compactMap { name in name.firstIndex(of: ".").map { name[..<$0] } }
    )
    .map(String.init).sorted()
  }

  /// Reports `params.revew` as a whole where `params` alone names nothing but a group.
  private mutating func reportsUnknownMember(_ id: NodeID) -> Bool {
    guard let name = tree.qualifiedName(id), name.parts.count > 1,
      !isLocal(name.parts[0], absolute: name.absolute)
    else { return false }
    let group = name.parts.dropLast().joined(separator: ".")
    // A variable with the group's own name has fields instead.
    guard environment.variableGroups.contains(group),
      !environment.candidates(group, absolute: name.absolute)
        .contains(where: { environment.variableIndex[$0] != nil })
    else { return false }
    let members = environment.variables.map(\.name).filter { $0.hasPrefix(group + ".") }
    let text = name.parts.joined(separator: ".")
    report(
      "unknown-name", "unknown name '\(text)'", id,
      nearest: Spelling.nearest(to: text, among: members))
    return true
  }

  func isLocal(_ name: String, absolute: Bool) -> Bool {
    !absolute && locals.contains { $0.name == name }
  }

  private mutating func resolveGlobal(_ id: NodeID, _ name: String, absolute: Bool) -> CELType? {
    for candidate in environment.candidates(name, absolute: absolute) {
      if let index = environment.variableIndex[candidate] {
        references[id] = .variable(index)
        usedVariables.insert(index)
        paths[Int(id)] = AccessPath(root: environment.variables[index].name, steps: [])
        return environment.variables[index].type
      }
      if let type = environment.typeNames[candidate] {
        references[id] = .type(type)
        return .type(type)
      }
    }
    return nil
  }

  private mutating func checkSelect(
    _ id: NodeID, _ operand: NodeID, _ field: String, optional: Bool, _ facts: FactSet
  ) -> CELType {
    var target = substitution.resolve(check(operand, facts))
    var chained = optional
    if case .optional(let inner) = target {
      chained = true
      target = substitution.resolve(inner)
    }
    let result = fieldType(
      id, operand, field, of: target, facts, guarded: chained, isPresenceTest: false)
    if !chained { return result }
    if case .optional = substitution.resolve(result) { return result }
    return .optional(result)
  }

  mutating func checkPresence(
    _ id: NodeID, _ operand: NodeID, _ field: String, _ facts: FactSet
  ) -> CELType {
    var target = substitution.resolve(check(operand, facts))
    if case .optional(let inner) = target { target = substitution.resolve(inner) }
    _ = fieldType(
      id, operand, field, of: target, facts, guarded: true, isPresenceTest: true)
    return .bool
  }

  /// The type of a field; `guarded` when its absence is provided for.
  private mutating func fieldType(
    _ id: NodeID, _ operand: NodeID, _ field: String, of target: CELType, _ facts: FactSet,
    guarded: Bool, isPresenceTest: Bool
  ) -> CELType {
    switch target {
    case .object(let typeName):
      return objectField(
        id, operand, field, typeName, facts, guarded: guarded, isPresenceTest: isPresenceTest)
    case .anyObject:
      paths[Int(id)] = paths[Int(operand)]?.appending(field)
      if field == "id" { return .string }
      report(
        "unknown-field", "only 'id' can be read from a reference to any record", id, atName: true,
        nearest: "id")
      return .error
    case .map(_, let value): return value
    case .dyn, .error: return target
    case .param:
      _ = substitution.unify(target, .dyn)
      return .dyn
    case _ where environment.members[field] != nil:
      report(
        "no-fields", "\(name(of: target)) has no field '\(field)'", id, atName: true,
        hint: "write .\(field)() to call the function")
      return .error
    case .list(.object(let typeName)):
      report(
        "no-fields", "a list has no field '\(field)'", id, atName: true,
        hint: "each \(typeName) of the list has fields: write .map(x, x.\(field)) or "
          + ".exists(x, x.\(field) == ...)")
      return .error
    default:
      report("no-fields", "\(name(of: target)) has no fields", id, atName: true)
      return .error
    }
  }

  private mutating func objectField(
    _ id: NodeID, _ operand: NodeID, _ field: String, _ typeName: String, _ facts: FactSet,
    guarded: Bool, isPresenceTest: Bool
  ) -> CELType {
    guard let typeID = environment.objectIndex[typeName] else { return .dyn }
    let type = environment.objectTypes[typeID]
    guard let slot = type.slot(field) else {
      report(
        "unknown-field", "\(typeName) has no field '\(field)'", id, atName: true,
        nearest: Spelling.nearest(to: field, among: type.fields.map(\.name)))
      return .error
    }
    let declaration = type.fields[slot]
    let path = paths[Int(operand)]?.appending(field)
    paths[Int(id)] = path
    references[id] = .field(typeID: typeID, slot: slot)
    fieldReads.append(
      FieldRead(
        path: path, objectType: typeName, field: field, isPresenceTest: isPresenceTest,
        range: tree.range(id)))
    if declaration.needsGuard, !guarded, environment.nullSafety == .strict {
      let isKnown = path.map(facts.contains) ?? facts.isUnreachable
      if !isKnown {
        let text = source(of: id)
        report(
          "may-be-absent", "'\(text)' may be absent", id,
          hint: path == nil
            ? "give the object a name with cel.bind(x, ..., ...) and guard it with has(x.\(field))"
            : "guard it with has(\(text)) && ...")
      }
    }
    return declaration.type
  }

  /// A short spelling of an access, for messages.
  func source(of id: NodeID) -> String {
    switch tree[id] {
    case .name(let name, _): name
    case .select(let operand, let field, let optional):
      source(of: operand) + (optional ? ".?" : ".") + field
    case .call(let function, let target, _):
      (target.map { source(of: $0) + "." } ?? "") + function + "(...)"
    case .index(let operand, _, _): source(of: operand) + "[...]"
    case .presence(let operand, let field): "has(\(source(of: operand)).\(field))"
    default: "(...)"
    }
  }

  // MARK: Indexes

  mutating func checkIndex(
    _ id: NodeID, _ operand: NodeID, _ index: NodeID, optional: Bool, _ facts: FactSet
  ) -> CELType {
    let target = check(operand, facts)
    let key = check(index, facts)
    var isChained = optional
    var inner = substitution.resolve(target)
    if case .optional(let content) = inner {
      isChained = true
      inner = substitution.resolve(content)
    }
    if case .list = inner, substitution.resolve(key) == .dyn { _ = substitution.fresh() }
    guard let result = resolve("_[_]", [inner, key], nil, []) else {
      if case .list = inner {
        report("index-type", "a list is indexed by int, not by \(name(of: key))", index)
      } else if case .map(let keyType, _) = inner {
        report(
          "index-type",
          "this map has \(name(of: keyType)) keys; \(name(of: key)) cannot be one", index)
      } else {
        report("index-type", "\(name(of: target)) cannot be indexed", operand)
      }
      return .error
    }
    return isChained ? .optional(result) : result
  }
}
