import CEL
import ClauseDocuments
import ClauseRecords
public import ClauseSource

/// A rule with one small change that its tests should notice.
public struct RuleMutant: Sendable {
  /// What was changed, in one line: `where: a < b became a <= b`. No two mutants of a rule have
  /// the same.
  public var summary: String
  /// Where the changed part stands; for a declarative check, where its arguments do.
  public var span: Span
  /// The changed rule.
  public var rule: CompiledRule
}

/// Makes the mutants of rules.
///
/// A change that does not compile is none, and of changes that compile to one program only the
/// first counts; one that compiles to the rule's own program changes nothing.
public struct RuleMutator {
  private let compiler: RuleCompiler

  /// A mutator that compiles as `compiler` does.
  public init(compiler: RuleCompiler) { self.compiler = compiler }

  /// The mutants of `rule`, those of its condition first.
  public func mutants(of rule: CompiledRule) -> [RuleMutant] {
    guard let text = compiler.text(of: rule.rule) else { return [] }
    let texts = RuleTextCompiler(environment: compiler.scope.environment(rule.rule.subject))
    guard let (facts, whole) = texts.check(text) else { return [] }
    var changes: [Change] = []
    if let condition = facts.first {
      changes += self.changes(of: condition, "where", rule.rule.condition) { changed in
        var other = text
        other.condition = changed
        return other
      }
    }
    switch (text.requirement, rule.rule.requirement) {
    case (.expression, .expression(let source)):
      changes += self.changes(of: whole, "require", source) { changed in
        var other = text
        other.requirement = .expression(changed)
        return other
      }
    case (.conditions(let conditions), .check(_, let tree, let node)):
      for (position, condition) in conditions.enumerated() {
        guard
          case .success(let checked) = texts.environment.compile(condition.text, assuming: facts)
        else { continue }
        changes += checked.mutations().map { mutation in
          var changed = conditions
          changed[position].text = mutation.text
          return Change(
            part: "require", mutation: mutation, span: tree.span(node),
            text: RuleText(condition: text.condition, requirement: .conditions(changed)))
        }
      }
    default: break
    }
    return distinct(changes, of: rule, texts)
  }

  private struct Change {
    var part: String
    var mutation: Mutation
    var span: Span
    var text: RuleText
  }

  private func changes(
    of expression: CheckedExpression, _ part: String, _ source: ExpressionSource?,
    _ apply: (String) -> RuleText
  ) -> [Change] {
    guard let source else { return [] }
    return expression.mutations().map { mutation in
      Change(
        part: part, mutation: mutation,
        span: compiler.expressions.span(of: mutation.range, in: source),
        text: apply(mutation.text))
    }
  }

  private func distinct(
    _ changes: [Change], of rule: CompiledRule, _ texts: RuleTextCompiler
  ) -> [RuleMutant] {
    var shapes: Set<[ProgramShape]> = [rule.shapes]
    var summaries: [String: Int] = [:]
    var mutants: [RuleMutant] = []
    for change in changes {
      guard let compiled = texts.compile(change.text, as: rule),
        shapes.insert(compiled.shapes).inserted
      else { continue }
      var summary = "\(change.part): \(change.mutation.summary)"
      let count = summaries[summary, default: 0] + 1
      summaries[summary] = count
      if count > 1 { summary += " (\(count))" }
      mutants.append(RuleMutant(summary: summary, span: change.span, rule: compiled))
    }
    return mutants
  }
}

extension CompiledRule {
  /// What decides whether and where a record fails.
  fileprivate var shapes: [ProgramShape] {
    let condition = self.condition.map { [$0.shape] } ?? []
    return condition + [requirement].compactMap { $0?.shape } + conditions.map(\.program.shape)
  }
}
