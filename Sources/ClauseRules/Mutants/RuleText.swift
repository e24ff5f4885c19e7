import CEL

/// The expressions of a rule as text.
struct RuleText: Sendable {
  /// What must hold.
  enum Requirement: Sendable {
    /// One expression.
    case expression(String)
    /// The conditions of a declarative check, each with the field it blames.
    case conditions([(field: String?, text: String)])
  }

  /// The records the rule is about; nil for all.
  var condition: String?
  /// What must hold.
  var requirement: Requirement

  /// The requirement as one expression.
  var whole: String {
    switch requirement {
    case .expression(let text): text
    case .conditions(let conditions): CheckExpressions(conditions).requirement
    }
  }
}

/// Compiles rules whose expressions were changed, in the environment of the rule.
struct RuleTextCompiler {
  let environment: Environment

  /// The checked condition and requirement of `text`, or nil when they do not fit.
  func check(_ text: RuleText) -> (facts: [CheckedExpression], whole: CheckedExpression)? {
    var facts: [CheckedExpression] = []
    if let condition = text.condition {
      guard case .success(let checked) = environment.compile(condition, expecting: .bool) else {
        return nil
      }
      facts = [checked]
    }
    guard
      case .success(let whole) = environment.compile(
        text.whole, assuming: facts, expecting: .bool)
    else { return nil }
    return (facts, whole)
  }

  /// `rule` with the expressions of `text`, or nil when they do not fit.
  func compile(_ text: RuleText, as rule: CompiledRule) -> CompiledRule? {
    guard let (facts, whole) = check(text) else { return nil }
    var compiled = rule
    compiled.condition = facts.first.map(environment.plan)
    compiled.requirement = environment.plan(whole)
    guard case .conditions(let conditions) = text.requirement else { return compiled }
    compiled.conditions = []
    for condition in conditions {
      guard case .success(let checked) = environment.compile(condition.text, assuming: facts)
      else { return nil }
      compiled.conditions.append(.init(field: condition.field, program: environment.plan(checked)))
    }
    return compiled
  }
}
