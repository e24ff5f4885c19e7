import CEL
import ClauseRecords
public import ClauseRules
public import ClauseSource

/// Changes rules a little, one change at a time, to see whether their tests notice.
public struct MutationRunner: Sendable {
  private let tests: PackTestRunner

  /// Makes a runner over loaded packs.
  public init(packs: PackSet, files: SourceFiles, limits: ClauseSource.Limits, jobs: Int) {
    tests = PackTestRunner(packs: packs, files: files, limits: limits, jobs: jobs)
  }

  private struct RuleOutcome: Sendable {
    var mutants: [MutantResult] = []
    var failedTests: [PackTestResult] = []
  }

  /// What the tests of the packs called `ids` (of all when empty) say, pack by pack in loading
  /// order; packs without rules are left out.
  public func run(packs ids: [String] = []) -> [PackMutation] {
    let rules = tests.packs.rules.filter { ids.isEmpty || ids.contains($0.rule.pack) }
    let outcomes = Parallel.map(rules.count, jobs: tests.jobs, chunk: 1) { outcome(of: rules[$0]) }
    return tests.packs.packs.compactMap { pack in
      let own = rules.indices.filter { rules[$0].rule.pack.equalsByBytes(pack.id) }
      guard !own.isEmpty || !pack.acceptedMutants.isEmpty, ids.isEmpty || ids.contains(pack.id)
      else { return nil }
      var result = PackMutation(
        pack: pack.id, mutants: own.flatMap { outcomes[$0].mutants },
        failedTests: own.flatMap { outcomes[$0].failedTests })
      result.accept(pack.acceptedMutants)
      return result
    }
  }

  private func outcome(of rule: CompiledRule) -> RuleOutcome {
    var outcome = RuleOutcome()
    var prepared: [(test: PreparedTest, cost: Int)] = []
    for (index, test) in rule.rule.tests.enumerated() {
      var result = PackTestResult(
        rule: rule.rule.id, pack: rule.rule.pack, number: index + 1, span: test.span,
        complaints: [])
      switch tests.prepare(rule, test) {
      case .failure(let slip): result.complaints = [slip.text]
      case .success(var ready):
        let own = ready.compiled(rule)
        let unchanged = ready.evaluate(own, files: tests.files)
        result.complaints =
          ready.complaints + tests.complaints(about: own, in: unchanged, ready)
        ready.limit(toMultipleOf: unchanged.cost)
        prepared.append((ready, unchanged.cost))
      }
      if !result.passed { outcome.failedTests.append(result) }
    }
    guard outcome.failedTests.isEmpty else { return outcome }
    let compiler = RuleCompiler(
      catalog: tests.packs.catalog, parameters: tests.packs.parameters, scope: tests.packs.scope,
      files: tests.files)
    // One test that notices is enough: the cheap ones go first.
    prepared.sort { $0.cost < $1.cost }
    outcome.mutants = RuleMutator(compiler: compiler).mutants(of: rule).map { mutant in
      let isKilled = prepared.contains { notices(mutant, $0.test) }
      return MutantResult(
        rule: rule.rule.id, summary: mutant.summary, span: mutant.span,
        fate: isKilled ? .killed : .survived)
    }
    return outcome
  }

  private func notices(_ mutant: RuleMutant, _ test: PreparedTest) -> Bool {
    var changed = mutant.rule
    if let compiler = test.ownCompiler,
      let own = RuleMutator(compiler: compiler).compile(mutant.text, as: mutant.rule)
    {
      changed = own
    }
    let outcome = test.evaluate(changed, files: tests.files, detail: test.neededDetail)
    return !tests.complaints(about: changed, in: outcome, test).isEmpty
  }
}

extension PackMutation {
  /// Marks the survivors that `entries` accept and keeps the entries that accept nothing.
  fileprivate mutating func accept(_ entries: [AcceptedMutant]) {
    for entry in entries {
      let index = mutants.firstIndex { mutant in
        mutant.fate == .survived && mutant.rule.equalsByBytes(entry.rule)
          && mutant.summary.equalsByBytes(entry.mutant)
      }
      if let index {
        mutants[index].fate = .accepted(reason: entry.reason)
      } else {
        unused.append(.init(rule: entry.rule, mutant: entry.mutant, span: entry.span))
      }
    }
  }
}
