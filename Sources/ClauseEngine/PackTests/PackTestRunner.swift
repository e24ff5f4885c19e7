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
    switch prepare(rule, test) {
    case .failure(let slip): result.complaints.append(slip.text)
    case .success(let prepared):
      result.complaints += prepared.complaints
      result.complaints += complaints(about: rule, prepared)
    }
    return result
  }

  /// What goes otherwise than `prepared` expects when `rule` meets its records.
  func complaints(about rule: CompiledRule, _ prepared: PreparedTest) -> [String] {
    complaints(about: rule, in: prepared.evaluate(rule, files: files), prepared)
  }

  /// What goes otherwise than `prepared` expects in `outcome`.
  func complaints(
    about rule: CompiledRule, in outcome: ShardResult, _ prepared: PreparedTest
  ) -> [String] {
    outcome.diagnostics.map { $0.message[.english] }
      + compare(outcome, prepared.test.expectation, rule)
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

  static func plain(_ message: Message) -> String {
    message.parts.map { part in
      switch part {
      case .text(let text), .value(let text): text.unescaped
      }
    }.joined()
  }
}
