import ClauseDocuments
public import ClauseSource

/// A mutant of a rule that no test can kill, or need not, with the reason.
public struct AcceptedMutant: Sendable {
  /// Id of the rule.
  public var rule: String
  /// What was changed, as `clauselint test --mutate` writes it.
  public var mutant: String
  /// Why it may live.
  public var reason: String
  /// Where the entry stands.
  public var span: Span

  /// Reads the `mutants` list of a pack document.
  static func read(_ owner: MappingReader, _ diagnostics: inout [Diagnostic]) -> [AcceptedMutant] {
    owner.list("mutants").compactMap { node in
      guard
        let reader = MappingReader(
          tree: owner.tree, node: node, what: .pack("an accepted mutant"),
          keys: ["rule", "mutant", "reason"], diagnostics: &diagnostics),
        let rule = reader.requiredText("rule", &diagnostics),
        let mutant = reader.requiredText("mutant", &diagnostics),
        let reason = reader.requiredText("reason", &diagnostics)
      else { return nil }
      return AcceptedMutant(
        rule: rule, mutant: mutant, reason: reason, span: owner.tree.span(node))
    }
  }
}
