/// The macros a parser expands, in groups that libraries switch on.
public struct MacroGroups: OptionSet, Sendable, Hashable {
  /// One bit for each group.
  public let rawValue: UInt8

  /// Makes a set of groups from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `has`, `all`, `exists`, `exists_one`, `filter`, `map`.
  public static let standard = MacroGroups(rawValue: 1)
  /// `cel.bind(x, value, body)`.
  public static let bindings = MacroGroups(rawValue: 2)
  /// `o.optMap(x, e)` and `o.optFlatMap(x, e)`.
  public static let optionals = MacroGroups(rawValue: 4)
  /// The two-variable comprehensions and `transformList`, `transformMap`, `transformMapEntry`.
  public static let twoVariables = MacroGroups(rawValue: 8)
  /// `cel.block`, `cel.index` and `cel.iterVar`, which optimisers emit.
  public static let block = MacroGroups(rawValue: 16)
}

extension Parser {
  /// Makes a call, or what the macro of this name and shape stands for.
  mutating func call(
    _ function: String, target: NodeID?, _ arguments: [NodeID], _ range: Range<Int32>,
    name: Range<Int32>
  ) throws(Problem) -> NodeID {
    if let target {
      if let expanded = try receiverMacro(function, target, arguments, range, name: name) {
        return expanded
      }
    } else if function == "has", arguments.count == 1, macros.contains(.standard) {
      guard case .select(let operand, let field, false) = tree[arguments[0]] else {
        throw problem(
          "has-argument", "has() needs a field selection", at: self.range(arguments[0]),
          hint: "write has(document.owner); for a map key write 'key' in m")
      }
      return try add(
        .presence(operand, field: field), range, name: tree.nameRanges[Int(arguments[0])])
    }
    return try add(.call(function, target: target, arguments: arguments), range, name: name)
  }

  private mutating func receiverMacro(
    _ function: String, _ target: NodeID, _ arguments: [NodeID], _ range: Range<Int32>,
    name: Range<Int32>
  ) throws(Problem) -> NodeID? {
    if case .name("cel", _) = tree[target] {
      if let expanded = try celMacro(function, arguments, range) { return expanded }
    }
    if macros.contains(.standard),
      let loop = try oneVariableLoop(function, target, arguments)
    {
      return try add(.comprehension(loop), range, name: name)
    }
    if macros.contains(.twoVariables),
      let loop = try twoVariableLoop(function, target, arguments)
    {
      return try add(.comprehension(loop), range, name: name)
    }
    if macros.contains(.optionals), arguments.count == 2,
      function == "optMap" || function == "optFlatMap"
    {
      let variable = try self.variable(arguments[0], of: function)
      return try add(
        .optionalMap(target, variable, arguments[1], flat: function == "optFlatMap"), range,
        name: name)
    }
    return nil
  }

  private func oneVariableLoop(
    _ function: String, _ target: NodeID, _ arguments: [NodeID]
  ) throws(Problem) -> Comprehension? {
    let kind: ComprehensionKind
    switch (function, arguments.count) {
    case ("all", 2): kind = .all
    case ("exists", 2): kind = .exists
    case ("exists_one", 2), ("existsOne", 2): kind = .existsOne
    case ("filter", 2): kind = .filter
    case ("map", 2), ("map", 3): kind = .map
    default: return nil
    }
    var loop = Comprehension(
      kind: kind, range: target, first: try variable(arguments[0], of: function))
    if kind == .map {
      loop.transform = arguments[arguments.count - 1]
      if arguments.count == 3 { loop.predicate = arguments[1] }
    } else {
      loop.predicate = arguments[1]
    }
    return loop
  }

  private func twoVariableLoop(
    _ function: String, _ target: NodeID, _ arguments: [NodeID]
  ) throws(Problem) -> Comprehension? {
    let kind: ComprehensionKind
    switch (function, arguments.count) {
    case ("all", 3): kind = .all
    case ("exists", 3): kind = .exists
    case ("exists_one", 3), ("existsOne", 3): kind = .existsOne
    case ("transformList", 3), ("transformList", 4): kind = .transformList
    case ("transformMap", 3), ("transformMap", 4): kind = .transformMap
    case ("transformMapEntry", 3), ("transformMapEntry", 4): kind = .transformMapEntry
    default: return nil
    }
    let first = try variable(arguments[0], of: function)
    let second = try variable(arguments[1], of: function)
    guard first != second else {
      throw problem(
        "loop-variable", "the two variables of \(function)() have the same name",
        at: range(arguments[1]))
    }
    var loop = Comprehension(kind: kind, range: target, first: first, second: second)
    switch kind {
    case .all, .exists, .existsOne: loop.predicate = arguments[2]
    default:
      loop.transform = arguments[arguments.count - 1]
      if arguments.count == 4 { loop.predicate = arguments[2] }
    }
    return loop
  }

  private func variable(_ argument: NodeID, of function: String) throws(Problem) -> String {
    guard case .name(let name, false) = tree[argument] else {
      throw problem(
        "loop-variable", "\(function)() needs a plain name for its variable", at: range(argument))
    }
    return name
  }

  private mutating func celMacro(
    _ function: String, _ arguments: [NodeID], _ range: Range<Int32>
  ) throws(Problem) -> NodeID? {
    switch (function, arguments.count) {
    case ("bind", 3) where macros.contains(.bindings):
      let name = try variable(arguments[0], of: "cel.bind")
      return try add(.bind(name, arguments[1], arguments[2]), range)
    case ("index", 1) where macros.contains(.block):
      return try add(.name("@index\(try number(arguments[0]))", absolute: false), range)
    case ("iterVar", 2) where macros.contains(.block):
      let name = "@it:\(try number(arguments[0])):\(try number(arguments[1]))"
      return try add(.name(name, absolute: false), range)
    case ("block", 2) where macros.contains(.block):
      guard case .list(let values, optional: []) = tree[arguments[0]] else {
        throw problem("block", "cel.block() needs a list literal", at: self.range(arguments[0]))
      }
      var body = arguments[1]
      for (index, value) in values.enumerated().reversed() {
        body = try add(.bind("@index\(index)", value, body), range)
      }
      return body
    default: return nil
    }
  }

  private func number(_ argument: NodeID) throws(Problem) -> Int64 {
    guard case .literal(.int(let value)) = tree[argument], value >= 0 else {
      throw problem("block", "the index must be a number from 0", at: range(argument))
    }
    return value
  }
}
