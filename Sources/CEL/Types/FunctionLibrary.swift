/// The code of a function: arguments in order (the receiver first) to a result.
///
/// A failure is returned as a value, made with `Evaluator.fail`.
public typealias FunctionBody = @Sendable ([Value], inout Evaluator) -> Value

/// One signature of a function and its code.
public struct FunctionOverload: Sendable {
  /// The name, dotted when the function lives in a namespace (`math.greatest`).
  public let name: String
  /// Whether the first parameter stands before the dot.
  public let isMember: Bool
  /// The parameters, the receiver first.
  public let parameters: [CELType]
  /// Whether the last parameter may be repeated.
  public let isVariadic: Bool
  /// The type of the result.
  public let result: CELType
  /// The code, or nil for a signature that is only checked.
  public let body: FunctionBody?
  /// Whether equal arguments always give equal results, so that a constant call is computed when
  /// the expression is compiled.
  public let isConstant: Bool
  /// Whether the signature has type parameters.
  let isGeneric: Bool

  private init(
    _ name: String, _ parameters: [CELType], _ result: CELType, isMember: Bool, isVariadic: Bool,
    isConstant: Bool, body: FunctionBody?
  ) {
    self.name = name
    self.isMember = isMember
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.result = result
    self.body = body
    self.isConstant = isConstant
    isGeneric = result.hasParameter || parameters.contains(where: \.hasParameter)
  }

  /// Makes a function called as `name(a, b)`.
  public static func global(
    _ name: String, _ parameters: [CELType], _ result: CELType, variadic: Bool = false,
    constant: Bool = false, _ body: FunctionBody?
  ) -> FunctionOverload {
    FunctionOverload(
      name, parameters, result, isMember: false, isVariadic: variadic, isConstant: constant,
      body: body)
  }

  /// Makes a function called as `a.name(b)`.
  public static func member(
    _ name: String, _ parameters: [CELType], _ result: CELType, _ body: FunctionBody?
  ) -> FunctionOverload {
    FunctionOverload(
      name, parameters, result, isMember: true, isVariadic: false, isConstant: false, body: body)
  }

  /// The usual notation, such as `string.contains(string) -> bool`.
  public var signature: String {
    var shown = parameters.map(\.description)
    if isVariadic, let last = shown.popLast() { shown.append(last + "...") }
    let receiver = isMember && !shown.isEmpty ? shown.removeFirst() + "." : ""
    return "\(receiver)\(name)(\(shown.joined(separator: ", "))) -> \(result.description)"
  }
}

/// A group of functions, macros and type names that an environment can include.
public struct FunctionLibrary: Sendable {
  /// The name of the group.
  public let name: String
  /// The signatures, with their code.
  public let functions: [FunctionOverload]
  /// The macros that come with the group.
  public let macros: MacroGroups
  /// Names of types that the group makes readable as values.
  public let typeNames: [String: CELType]

  /// Makes a library.
  public init(
    name: String, functions: [FunctionOverload] = [], macros: MacroGroups = [],
    typeNames: [String: CELType] = [:]
  ) {
    self.name = name
    self.functions = functions
    self.macros = macros
    self.typeNames = typeNames
  }
}
