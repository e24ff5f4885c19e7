import CEL
import ClauseAssessment
import ClauseRules
import ClauseSource

/// Finds out how much of a rule fails: the fields of a declarative check, the elements of its
/// lists, the parts of an expression, the number that is lacking.
struct ExtentFinder: Sendable {
  let contents: RecordContents

  /// Elements of one finding that are looked at; beyond `Extent.most` they are counted.
  private static let limit = 20_000

  /// The extent of a failure of `rule`; `unfilled` are the fields in which a placeholder stands.
  func extent(
    of rule: CompiledRule, _ arguments: [Value], unfilled: [String], _ evaluator: inout Evaluator
  ) -> Extent {
    guard !rule.conditions.isEmpty else {
      guard let requirement = rule.requirement,
        let elements = elements(of: requirement, arguments, below: [], splits: true, &evaluator)
      else { return .whole }
      return Extent(elements)
    }
    var all: [String] = []
    for condition in rule.conditions {
      let isTrue = evaluator.evaluate(condition.program, arguments).isTrue
      let isUnfilled = condition.field.map { field in
        unfilled.contains { $0.equalsByBytes(field) }
      }
      if isTrue, isUnfilled != true { continue }
      // The conditions of a check that asks one thing take turns as that thing is fixed.
      let name = rule.conditions.count > 1 && rule.blamesEachField ? condition.field : nil
      if isTrue {
        guard let name else { return .whole }
        all.append(Extent.element([name], amount: nil, isOpen: false))
        continue
      }
      guard
        let elements = elements(
          of: condition.program, arguments, below: name.map { [$0] } ?? [], splits: false,
          &evaluator)
      else { return .whole }
      all += elements
    }
    return Extent(all)
  }

  /// The elements of one program; nil when it fails as a whole.
  private func elements(
    of program: Program, _ arguments: [Value], below names: [String], splits: Bool,
    _ evaluator: inout Evaluator
  ) -> [String]? {
    let search = ShortfallSearch(splits: splits, limit: Self.limit)
    let found = evaluator.shortfalls(of: program, arguments, search) { value, evaluator in
      contents.name(of: value, &evaluator)
    }
    guard let found else { return nil }
    let elements = found.map { shortfall in
      Extent.element(
        names + shortfall.steps.map(Self.name), amount: shortfall.amount,
        isOpen: shortfall.isOpen)
    }
    return elements.contains { $0.isEmpty } ? nil : elements
  }

  /// A part of an expression goes by a hash of its text: its place may change.
  private static func name(_ step: Shortfall.Step) -> String {
    switch step {
    case .element(let name): name
    case .part(let text): "#" + SHA256.hexadecimal(of: Array(text.utf8)).prefix(8)
    }
  }
}
