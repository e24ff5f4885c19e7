public import CEL
public import ClauseRecords
public import ClauseSource

/// What the names in a rule's expressions mean, and in which order their values are passed.
///
/// The arguments of every program of a rule are: the globals of the run, which therefore have the
/// same numbers in all rules; the subject (the record, or the discipline, or none); and in messages
/// the values a check gives.
public struct RuleScope: Sendable {
  /// The globals: variables that have one value for the whole run.
  public let globals: [Variable]
  /// The parameters as variables, `params.review`.
  public let parameters: [Variable]
  /// Types and functions, shared by all environments.
  private let base: Environment
  private let catalog: RecordTypeCatalog
  /// The environments of rules over the records of each type of the catalog, made once.
  private let ofTypes: [Environment]
  private let ofOrganization: Environment

  /// A scope over the record types of `catalog` and `parameters`.
  public init(
    catalog: RecordTypeCatalog, parameters: [Parameter], libraries: [FunctionLibrary],
    patterns: (any PatternCompiler)?, limits: ClauseSource.Limits
  ) {
    var globals = catalog.types.map { Variable($0.plural, .list(.object($0.name))) }
    if catalog.type(named: "organization") != nil {
      globals.append(Variable("organization", .object("organization")))
    }
    globals += [
      Variable("as_of", .date), Variable("standards", .list(.string)),
      Variable("disciplines", .list(.string)),
    ]
    self.parameters = parameters.map { Variable("params.\($0.name)", $0.value.celType) }
    self.globals = globals + self.parameters
    base = Environment(
      variables: [], objectTypes: catalog.objectTypes, libraries: libraries,
      limits: CEL.Limits(
        codePoints: limits.expressionLength, nesting: limits.expressionDepth,
        loops: limits.expressionLoops,
        evaluationCost: limits.costPerEvaluation), patterns: patterns)
    self.catalog = catalog
    let ofOrganization = base.with(variables: self.globals, nullSafety: .strict)
    self.ofOrganization = ofOrganization
    ofTypes = catalog.types.map {
      ofOrganization.with(further: [Variable($0.name, .object($0.name))])
    }
  }

  /// The subject of a rule as a variable; nil for rules over the organisation.
  public func subject(_ subject: RuleSubject) -> Variable? {
    switch subject {
    case .records(let type): Variable(type, .object(type))
    case .disciplines:
      Variable("discipline", .enumeration(name: "discipline", values: Standard.disciplines))
    case .organization, .any: nil
    }
  }

  /// The environment of a rule's expressions.
  public func environment(
    _ subject: RuleSubject, further: [Variable] = [], nullSafety: NullSafety = .strict
  ) -> Environment {
    about(subject).with(further: further).with(nullSafety: nullSafety)
  }

  private func about(_ subject: RuleSubject) -> Environment {
    if case .records(let name) = subject, let type = catalog.index(ofType: name) {
      return ofTypes[type]
    }
    return ofOrganization.with(further: self.subject(subject).map { [$0] } ?? [])
  }

  /// The environment of a record type's derived fields: the record, `as_of` and `params`.
  public func derivedEnvironment(_ type: RecordType) -> Environment {
    base.with(
      variables: [Variable(type.name, .object(type.name)), Variable("as_of", .date)] + parameters,
      nullSafety: .strict)
  }
}

extension ParameterValue {
  /// The type of the value in expressions.
  public var celType: CELType {
    switch self {
    case .period: .period
    case .int: .int
    case .double: .double
    case .bool: .bool
    case .string: .string
    }
  }
}
