/// Whether an optional field may be read where it may be absent.
public enum NullSafety: Sendable, Hashable {
  /// Only behind a guard; anything else is a check problem.
  case strict
  /// Everywhere; reading an absent field fails when the expression is evaluated.
  case lenient
}

/// What expressions may name: variables, object types, functions.
public struct Environment: Sendable {
  /// The namespace that names are looked up in first, such as `com.example`.
  public let container: String
  /// The variables, in the order of the arguments of an evaluation.
  public private(set) var variables: [Variable]
  /// The object types, in the order of their numbers.
  public let objectTypes: [ObjectType]
  /// The bounds of expressions.
  public let limits: Limits
  /// Whether optional fields need guards.
  public private(set) var nullSafety: NullSafety
  /// The regular expressions of `matches`, or nil when there are none.
  public let patterns: (any PatternCompiler)?
  /// Whether a bad constant (`date("2026-02-30")`, a broken pattern) is a check problem.
  ///
  /// Standard CEL leaves it to the evaluation.
  public let checksConstants: Bool

  let macros: MacroGroups
  let globals: [String: [FunctionOverload]]
  let members: [String: [FunctionOverload]]
  let typeNames: [String: CELType]
  private(set) var variableIndex: [String: Int]
  /// What stands before a dot in the names of variables: the `params` of `params.review`.
  private(set) var variableGroups: Set<String>
  /// What stands before a dot in the names of functions: the `math` of `math.abs`.
  let functionGroups: Set<String>
  let objectIndex: [String: Int]

  /// Makes an environment; of two variables or types with one name the first counts.
  public init(
    container: String = "", variables: [Variable], objectTypes: [ObjectType] = [],
    libraries: [FunctionLibrary] = FunctionLibrary.standard, limits: Limits = .init(),
    nullSafety: NullSafety = .strict, patterns: (any PatternCompiler)? = nil,
    checksConstants: Bool = true
  ) {
    self.container = container
    self.variables = variables
    self.objectTypes = objectTypes
    self.limits = limits
    self.nullSafety = nullSafety
    self.patterns = patterns
    self.checksConstants = checksConstants
    var macros: MacroGroups = []
    var globals: [String: [FunctionOverload]] = [:]
    var members: [String: [FunctionOverload]] = [:]
    var typeNames: [String: CELType] = [:]
    for library in libraries {
      macros.formUnion(library.macros)
      for function in library.functions {
        if function.isMember {
          members[function.name, default: []].append(function)
        } else {
          globals[function.name, default: []].append(function)
        }
      }
      typeNames.merge(library.typeNames) { first, _ in first }
    }
    self.macros = macros
    self.globals = globals
    self.members = members
    self.typeNames = typeNames
    functionGroups = Set(globals.keys.flatMap(Self.groups))
    variableGroups = Set(variables.flatMap { Self.groups(of: $0.name) })
    variableIndex = Dictionary(
      variables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    objectIndex = Dictionary(
      objectTypes.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same types and functions with other variables; cheap, since the tables are shared.
  public func with(variables: [Variable], nullSafety: NullSafety) -> Environment {
    var other = self
    other.variables = variables
    other.nullSafety = nullSafety
    other.variableGroups = Set(variables.flatMap { Self.groups(of: $0.name) })
    other.variableIndex = Dictionary(
      variables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    return other
  }

  /// The same with `further` variables after its own.
  public func with(further: [Variable]) -> Environment {
    var other = self
    for variable in further {
      if other.variableIndex[variable.name] == nil {
        other.variableIndex[variable.name] = other.variables.count
      }
      other.variables.append(variable)
      other.variableGroups.formUnion(Self.groups(of: variable.name))
    }
    return other
  }

  /// The same with another null safety.
  public func with(nullSafety: NullSafety) -> Environment {
    var other = self
    other.nullSafety = nullSafety
    return other
  }

  /// The object type of this name.
  public func objectType(_ name: String) -> ObjectType? {
    objectIndex[name].map { objectTypes[$0] }
  }

  /// The names to try for `name`, the most deeply qualified first.
  func candidates(_ name: String, absolute: Bool) -> [String] {
    if absolute || container.isEmpty { return [name] }
    var result: [String] = []
    var prefix = container[...]
    while true {
      result.append("\(prefix).\(name)")
      guard let dot = prefix.lastIndex(of: ".") else { break }
      prefix = prefix[..<dot]
    }
    result.append(name)
    return result
  }

  /// Parses and checks an expression.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - facts: conditions known to be true where this expression is evaluated; their guards hold.
  ///   - expected: the type the result must have, if any.
  public func compile(
    _ source: String, assuming facts: [CheckedExpression] = [], expecting expected: CELType? = nil
  ) -> Result<CheckedExpression, Problems> {
    do throws(Problem) {
      let tree = try Parser.parse(source, limits: limits, macros: macros)
      var checker = Checker(self, tree)
      checker.run(assuming: facts, expecting: expected)
      if !checker.problems.isEmpty {
        let sorted = checker.problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
        return .failure(Problems(Array(sorted.prefix(max(1, limits.problems)))))
      }
      return .success(checker.finished(source))
    } catch {
      return .failure(Problems([error]))
    }
  }

  /// Parses an expression and resolves its names, but reports no type problems: what does not
  /// fit fails when it is evaluated.
  public func compileUnchecked(_ source: String) -> Result<CheckedExpression, Problems> {
    do throws(Problem) {
      let tree = try Parser.parse(source, limits: limits, macros: macros)
      var checker = Checker(self, tree)
      checker.isUnchecked = true
      checker.run(assuming: [], expecting: nil)
      return .success(checker.finished(source))
    } catch {
      return .failure(Problems([error]))
    }
  }

  /// Turns a checked expression of this environment into a program.
  public func plan(_ expression: CheckedExpression) -> Program {
    var planner = Planner(self, expression)
    return planner.program()
  }

  /// What stands before each dot of a name.
  private static func groups(of name: String) -> [String] {
    var groups: [String] = []
    for index in name.utf8.indices where name.utf8[index] == UInt8(ascii: ".") {
      groups.append(String(name[..<index]))
    }
    return groups
  }
}
