/// A chain of field reads that starts at a variable, such as `audit.lead.position`.
public struct AccessPath: Hashable, Sendable {
  /// The name of the variable, or `#n` for the variable of a macro.
  public let root: String
  /// The fields read from there, in order.
  public let steps: [String]

  func appending(_ step: String) -> AccessPath { AccessPath(root: root, steps: steps + [step]) }

  /// The path as it is written.
  public var text: String { ([root] + steps).joined(separator: ".") }
}

/// Paths known to be present at a point of the expression.
struct FactSet: Sendable, Hashable {
  /// The point is never reached, so anything may be said of it.
  var isUnreachable = false
  var present: Set<AccessPath> = []

  static let none = FactSet()
  static let unreachable = FactSet(isUnreachable: true)

  func contains(_ path: AccessPath) -> Bool { isUnreachable || present.contains(path) }

  /// What holds when both hold.
  func and(_ other: FactSet) -> FactSet {
    if isUnreachable || other.isUnreachable { return .unreachable }
    if other.present.isEmpty { return self }
    if present.isEmpty { return other }
    return FactSet(present: present.union(other.present))
  }

  /// What holds when one of the two holds.
  func or(_ other: FactSet) -> FactSet {
    if isUnreachable { return other }
    if other.isUnreachable { return self }
    return FactSet(present: present.intersection(other.present))
  }

  /// The facts that a present path stands for: itself and all that lies on the way.
  static func presence(of path: AccessPath) -> FactSet {
    var present: Set<AccessPath> = []
    for length in stride(from: path.steps.count, to: 0, by: -1) {
      present.insert(AccessPath(root: path.root, steps: Array(path.steps.prefix(length))))
    }
    return FactSet(present: present)
  }
}

extension Checker {
  /// What is known when the expression is true. Kept, since nested conditions ask repeatedly.
  mutating func factsWhenTrue(_ id: NodeID) -> FactSet {
    if let known = trueFacts[id] { return known }
    let facts = deriveWhenTrue(id)
    trueFacts[id] = facts
    return facts
  }

  /// What is known when the expression is false.
  mutating func factsWhenFalse(_ id: NodeID) -> FactSet {
    if let known = falseFacts[id] { return known }
    let facts = deriveWhenFalse(id)
    falseFacts[id] = facts
    return facts
  }

  private mutating func deriveWhenTrue(_ id: NodeID) -> FactSet {
    switch tree[id] {
    case .literal(.bool(false)): return .unreachable
    case .presence: return paths[Int(id)].map(FactSet.presence) ?? .none
    case .call("hasValue", .some(let target), arguments: _):
      return paths[Int(target)].map(FactSet.presence) ?? .none
    case .not(let operand): return factsWhenFalse(operand)
    case .and(let operands): return all(operands, whenTrue: true)
    case .or(let operands): return common(operands, whenTrue: true)
    case .conditional(let condition, let yes, let no):
      return factsWhenTrue(condition).and(factsWhenTrue(yes))
        .or(factsWhenFalse(condition).and(factsWhenTrue(no)))
    case .bind(_, _, let body): return factsWhenTrue(body)
    default: return .none
    }
  }

  private mutating func deriveWhenFalse(_ id: NodeID) -> FactSet {
    switch tree[id] {
    case .literal(.bool(true)): return .unreachable
    case .not(let operand): return factsWhenTrue(operand)
    case .and(let operands): return common(operands, whenTrue: false)
    case .or(let operands): return all(operands, whenTrue: false)
    case .conditional(let condition, let yes, let no):
      return factsWhenTrue(condition).and(factsWhenFalse(yes))
        .or(factsWhenFalse(condition).and(factsWhenFalse(no)))
    case .bind(_, _, let body): return factsWhenFalse(body)
    default: return .none
    }
  }

  /// The facts of every operand.
  private mutating func all(_ operands: [NodeID], whenTrue: Bool) -> FactSet {
    var result = FactSet.none
    for operand in operands {
      result = result.and(whenTrue ? factsWhenTrue(operand) : factsWhenFalse(operand))
    }
    return result
  }

  /// The facts that the operands have in common.
  private mutating func common(_ operands: [NodeID], whenTrue: Bool) -> FactSet {
    var result = FactSet.unreachable
    for operand in operands {
      result = result.or(whenTrue ? factsWhenTrue(operand) : factsWhenFalse(operand))
    }
    return result
  }
}
