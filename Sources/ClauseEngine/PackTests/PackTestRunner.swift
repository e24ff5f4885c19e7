import CEL
import ClauseAssessment
import ClauseCalendar
import ClausePatterns
import ClauseRecords
public import ClauseRules
public import ClauseSource

/// What became of one test of a rule.
public struct PackTestResult: Sendable {
  /// The rule.
  public var rule: String
  /// The pack that declares it.
  public var pack: String
  /// Number of the test within the rule, from 1.
  public var number: Int
  /// Where the test stands.
  public var span: Span
  /// What went otherwise than expected, in sentences; empty when the test passed.
  public var complaints: [String]

  /// Whether the test found what it expects.
  public var passed: Bool { complaints.isEmpty }
}

/// Runs the tests that stand beside rules.
public struct PackTestRunner: Sendable {
  let packs: PackSet
  let files: SourceFiles
  let limits: ClauseSource.Limits
  let jobs: Int

  /// The date of a test that names none.
  public static let defaultDate = "2026-01-15"

  /// Makes a runner over loaded packs.
  public init(packs: PackSet, files: SourceFiles, limits: ClauseSource.Limits, jobs: Int) {
    self.packs = packs
    self.files = files
    self.limits = limits
    self.jobs = jobs
  }

  /// Runs all tests of the packs called `ids` (of all when empty), in the order of the rule ids.
  public func run(packs ids: [String] = []) -> [PackTestResult] {
    let rules = packs.rules.filter { ids.isEmpty || ids.contains($0.rule.pack) }
    let cases = rules.flatMap { rule in rule.rule.tests.indices.map { (rule, $0) } }
    return Parallel.map(cases.count, jobs: jobs, chunk: 8) { index in
      run(cases[index].0, cases[index].1)
    }
  }

  private func run(_ rule: CompiledRule, _ index: Int) -> PackTestResult {
    let test = rule.rule.tests[index]
    var result = PackTestResult(
      rule: rule.rule.id, pack: rule.rule.pack, number: index + 1, span: test.span, complaints: [])
    guard let asOf = CivilDate(iso: test.asOf ?? Self.defaultDate) else {
      result.complaints.append("as_of `\(test.asOf ?? "")` is no date; write YYYY-MM-DD")
      return result
    }
    var set = packs
    for override in test.parameters {
      guard let position = set.parameters.firstIndex(where: { $0.name == override.name }),
        let value = ParameterValue(override.value, type: set.parameters[position].type)
      else {
        result.complaints.append(
          "the parameter `\(override.name)` does not exist or has another type")
        return result
      }
      set.parameters[position].value = value
    }
    guard let file = files[test.span.file] else { return result }
    var diagnostics: [Diagnostic] = []
    let isIntegrity = rule.integrityKind != nil
    let store = TestRecords(catalog: set.catalog, limits: limits).store(
      test, file: file, asOf: asOf, keepsDangling: isIntegrity, diagnostics: &diagnostics)
    result.complaints += diagnostics.map { $0.message.unescaped }
    if !isIntegrity { result.complaints += unreadable(store) }
    let outcome = evaluate(rule, test, set, store, asOf)
    result.complaints += outcome.diagnostics.map { $0.message.unescaped }
    result.complaints += compare(outcome, test.expectation, rule)
    return result
  }

  /// A value that cannot be read in an example is a slip of its author, never an example.
  private func unreadable(_ store: RecordStore) -> [String] {
    let slips: [IntegrityKind] = [.fieldType, .enumUnknown, .unknownKey, .dateAmbiguous]
    return store.problems.filter { slips.contains($0.kind) }.map { problem in
      let message = Message(template: problem.kind.message[.english]) { problem.argument($0) }
      return "in the records given: " + Self.plain(message)
    }
  }

  private func evaluate(
    _ rule: CompiledRule, _ test: RuleTest, _ set: PackSet, _ store: RecordStore,
    _ asOf: CivilDate
  ) -> ShardResult {
    let standards = set.standards.filter { standard in
      test.standards.isEmpty
        ? rule.rule.clauses.isEmpty || rule.rule.clauses.contains { $0.standard == standard.id }
        : test.standards.contains(standard.id)
    }
    let heap = EvaluationHeapBuilder(
      packs: set, store: store, asOf: asOf, standards: standards, limits: limits
    ).build()
    let own = OwnRecords(store: store, firstFile: FileID(0))
    if rule.integrityKind != nil {
      return IntegrityFindings(rules: [rule], store: store, own: own, language: .english).run(
        departed: heap.departed)
    }
    var compiled = rule
    if let existing = test.existingFiles {
      compiled = recompiled(rule, set) { path in existing.contains { $0.equalsByBytes(path) } }
    }
    let disciplines = Standard.disciplines.filter { name in
      standards.contains { $0.discipline == name }
    }
    let shards = RuleEvaluation(
      rules: [compiled], store: store, own: own, heap: heap,
      renderer: MessageRenderer(language: .english, store: store, files: files),
      disciplines: disciplines, jobs: 1
    ).run()
    return shards.reduce(into: ShardResult()) { all, shard in
      all.findings += shard.findings
      all.notices += shard.notices
      all.diagnostics += shard.diagnostics
    }
  }

  /// The rule with another answer to `file_exists`, which is bound when a rule is compiled.
  private func recompiled(
    _ rule: CompiledRule, _ set: PackSet, evidence: @escaping @Sendable (String) -> Bool
  ) -> CompiledRule {
    let scope = RuleScope(
      catalog: set.catalog, parameters: set.parameters,
      libraries: EngineFunctions.libraries(evidence: evidence),
      patterns: RE2Compiler(), limits: limits)
    var diagnostics: [Diagnostic] = []
    return RuleCompiler(
      catalog: set.catalog, parameters: set.parameters, scope: scope, files: files
    ).compile(rule.rule, diagnostics: &diagnostics) ?? rule
  }

  private func compare(
    _ outcome: ShardResult, _ expected: RuleTest.Expectation, _ rule: CompiledRule
  ) -> [String] {
    let undecided = outcome.notices.map { "could not decide: " + Self.plain($0.reason) }
    let found = Set(
      outcome.findings.flatMap { finding -> [String] in
        finding.discipline.map { [$0] } ?? finding.fields
      })
    let reasons = outcome.findings.flatMap { finding in
      ["found: " + Self.plain(finding.message)]
        + finding.because.map { "  because " + Self.plain($0) }
    }
    switch expected {
    case .nothing:
      return undecided + reasons
    case .finding:
      return outcome.findings.isEmpty ? ["expected a finding, found nothing"] + undecided : []
    case .at(let fields):
      if outcome.findings.isEmpty { return ["expected a finding, found nothing"] + undecided }
      let paths = Set(found.map(Fingerprint.withoutIndexes))
      if paths == Set(fields) || found == Set(fields) { return [] }
      return [
        "expected findings at \(fields.joined(separator: ", ")), found them at "
          + (found.isEmpty ? "no field" : found.sorted().joined(separator: ", "))
      ] + reasons
    }
  }

  private static func plain(_ message: Message) -> String {
    message.parts.map { part in
      switch part {
      case .text(let text), .value(let text): text.unescaped
      }
    }.joined()
  }
}
