/// Type inference: what the type variables of an expression stand for.
///
/// The rules are cel-go's: `dyn` fits everything, and a variable takes the most general of the
/// types it meets.
struct Substitution: Sendable {
  private var bound: [String: CELType] = [:]
  private var counter = 0

  /// A new variable.
  mutating func fresh() -> CELType {
    counter += 1
    return .param("%\(counter)")
  }

  /// A signature's types with new variables for its parameters.
  mutating func instantiate(_ types: [CELType]) -> [CELType] {
    var names: [String: CELType] = [:]
    return types.map { instantiate($0, &names) }
  }

  private mutating func instantiate(_ type: CELType, _ names: inout [String: CELType]) -> CELType {
    switch type {
    case .param(let name):
      if let known = names[name] { return known }
      let variable = fresh()
      names[name] = variable
      return variable
    case .list(let element): return .list(instantiate(element, &names))
    case .map(let key, let value): return .map(instantiate(key, &names), instantiate(value, &names))
    case .type(let inner): return .type(instantiate(inner, &names))
    case .wrapper(let inner): return .wrapper(instantiate(inner, &names))
    case .optional(let inner): return .optional(instantiate(inner, &names))
    case .opaque(let name, let parameters):
      return .opaque(name, parameters.map { instantiate($0, &names) })
    default: return type
    }
  }

  /// The type with its outermost variable replaced.
  func resolve(_ type: CELType) -> CELType {
    var current = type
    while case .param(let name) = current, let next = bound[name] { current = next }
    return current
  }

  /// The type with all variables replaced; what is still open becomes dyn when asked.
  func apply(_ type: CELType, openAsDyn: Bool = false) -> CELType {
    switch resolve(type) {
    case .param(let name): openAsDyn ? .dyn : .param(name)
    case .list(let element): .list(apply(element, openAsDyn: openAsDyn))
    case .map(let key, let value):
      .map(apply(key, openAsDyn: openAsDyn), apply(value, openAsDyn: openAsDyn))
    case .type(let inner): .type(apply(inner, openAsDyn: openAsDyn))
    case .wrapper(let inner): .wrapper(apply(inner, openAsDyn: openAsDyn))
    case .optional(let inner): .optional(apply(inner, openAsDyn: openAsDyn))
    case .opaque(let name, let parameters):
      .opaque(name, parameters.map { apply($0, openAsDyn: openAsDyn) })
    case let other: other
    }
  }

  /// Whether the types fit together pairwise; what that teaches is kept only if they do.
  mutating func unify(_ a: [CELType], _ b: [CELType]) -> Bool {
    guard a.count == b.count else { return false }
    var trial = self
    for (left, right) in zip(a, b) {
      guard trial.assign(left, right) else { return false }
    }
    self = trial
    return true
  }

  /// Whether two types fit together.
  mutating func unify(_ a: CELType, _ b: CELType) -> Bool { a == b || unify([a], [b]) }

  private mutating func assign(_ a: CELType, _ b: CELType) -> Bool {
    if a == b { return true }
    if case .param(let name) = b {
      let (valid, known) = substitute(a, for: name)
      if valid { return true }
      if known { return false }
    }
    if case .param(let name) = a { return substitute(b, for: name).valid }
    if a.isDynamic || b.isDynamic { return true }
    switch (a.underlying, b.underlying) {
    case (.null, let other), (let other, .null): return Self.isNullable(other)
    case (.list(let x), .list(let y)), (.optional(let x), .optional(let y)): return assign(x, y)
    case (.map(let k1, let v1), .map(let k2, let v2)): return assign(k1, k2) && assign(v1, v2)
    case (.type, .type): return true
    case (.wrapper(let x), .wrapper(let y)): return x == y
    case (.wrapper(let x), let y), (let y, .wrapper(let x)): return x == y
    case (.object, .anyObject), (.anyObject, .object): return true
    case (.opaque(let n1, let p1), .opaque(let n2, let p2)):
      guard n1 == n2, p1.count == p2.count else { return false }
      for (x, y) in zip(p1, p2) where !assign(x, y) { return false }
      return true
    case (let x, let y): return x == y
    }
  }

  private static func isNullable(_ type: CELType) -> Bool {
    switch type {
    case .null, .wrapper, .timestamp, .duration, .optional, .opaque: true
    default: false
    }
  }

  private mutating func substitute(_ type: CELType, for name: String) -> (valid: Bool, known: Bool)
  {
    if type == .param(name) { return (true, true) }
    if let current = bound[name] {
      if type == current { return (true, true) }
      guard assign(type, current) else { return (false, true) }
      let general = Self.mostGeneral(type, current)
      if !occurs(name, in: general) { bound[name] = general }
      return (true, true)
    }
    guard !occurs(name, in: type) else { return (false, false) }
    bound[name] = type
    return (true, false)
  }

  private func occurs(_ name: String, in type: CELType) -> Bool {
    switch type {
    case .param(let other):
      if other == name { return true }
      return bound[other].map { occurs(name, in: $0) } ?? false
    case .list(let inner), .type(let inner), .wrapper(let inner), .optional(let inner):
      return occurs(name, in: inner)
    case .map(let key, let value): return occurs(name, in: key) || occurs(name, in: value)
    case .opaque(_, let parameters): return parameters.contains { occurs(name, in: $0) }
    default: return false
    }
  }

  /// The one of two fitting types that the other is a special case of.
  static func mostGeneral(_ a: CELType, _ b: CELType) -> CELType {
    if case .enumeration = a, case .enumeration = b, a != b { return .string }
    if a == .anyObject || b == .anyObject { return .anyObject }
    if a == .null { return b }
    if b == .null { return a }
    return isAsGeneral(a, b) ? a : b
  }

  private static func isAsGeneral(_ a: CELType, _ b: CELType) -> Bool {
    if case .param = a { return true }
    if a.isDynamic { return true }
    if case .param = b { return false }
    if b.isDynamic { return false }
    switch (a, b) {
    case (.list(let x), .list(let y)), (.optional(let x), .optional(let y)):
      return isAsGeneral(x, y)
    case (.map(let k1, let v1), .map(let k2, let v2)):
      return isAsGeneral(k1, k2) && isAsGeneral(v1, v2)
    case (.opaque(let n1, let p1), .opaque(let n2, let p2)):
      return n1 == n2 && zip(p1, p2).allSatisfy { isAsGeneral($0, $1) }
    case (.type, .type), (.wrapper, _), (.string, .enumeration): return true
    default: return a == b
    }
  }
}
