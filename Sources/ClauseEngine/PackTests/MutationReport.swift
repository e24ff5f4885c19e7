public import ClauseSource

/// A small change of a rule and what the rule's tests said of it.
public struct MutantResult: Sendable {
  /// What became of a mutant.
  public enum Fate: Sendable, Hashable {
    /// A test failed because of it.
    case killed
    /// No test noticed.
    case survived
    /// No test noticed, and the pack says why none need.
    case accepted(reason: String)
  }

  /// The rule.
  public var rule: String
  /// What was changed, in one line.
  public var summary: String
  /// Where the changed part stands.
  public var span: Span
  /// What became of it.
  public var fate: Fate
}

/// An entry of `mutants` in a pack that accepts nothing.
public struct UnusedAcceptance: Sendable {
  /// Id of the rule it names.
  public var rule: String
  /// The mutant it names.
  public var mutant: String
  /// Where it stands.
  public var span: Span
}

/// The mutants of one pack's rules.
public struct PackMutation: Sendable {
  /// Id of the pack.
  public var pack: String
  /// All mutants, in the order of the rule ids.
  public var mutants: [MutantResult] = []
  /// Tests that fail without any change; their rules were not changed.
  public var failedTests: [PackTestResult] = []
  /// Accepted mutants of the pack that are none of the survivors.
  public var unused: [UnusedAcceptance] = []

  /// Number of mutants that a test noticed.
  public var killed: Int { mutants.count { $0.fate == .killed } }
  /// The mutants that no test noticed and the pack does not accept.
  public var survivors: [MutantResult] { mutants.filter { $0.fate == .survived } }
  /// Number of mutants that the pack accepts.
  public var accepted: Int { mutants.count - killed - survivors.count }

  /// Whether at least `percent` of 100 mutants that are not accepted were noticed.
  public func reaches(percent: Int) -> Bool {
    killed * 100 >= percent * (mutants.count - accepted)
  }

  /// The share of mutants noticed, among those not accepted, in tenths of a percent, rounded
  /// down; nil when there is none.
  public var killedPerMille: Int? {
    let counted = mutants.count - accepted
    return counted == 0 ? nil : killed * 1000 / counted
  }
}
