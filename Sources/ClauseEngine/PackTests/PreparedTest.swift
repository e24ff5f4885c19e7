import CEL
import ClauseAssessment
import ClauseCalendar
import ClauseRecords
import ClauseRules
import ClauseSource

/// One test of a rule with its records bound, ready for the rule and for changed forms of it.
struct PreparedTest {
  /// The test.
  let test: RuleTest
  /// What is wrong with the records given, in sentences.
  let complaints: [String]
  fileprivate let store: RecordStore
  fileprivate var heap: EvaluationHeap
  fileprivate let disciplines: [String]

  /// What is needed of failures to tell whether the test passes.
  var neededDetail: FindingDetail {
    if case .at(let places) = test.expectation, !places.allSatisfy(disciplines.contains) {
      return .fields
    }
    return .verdict
  }

  /// What `rule` finds in the records.
  func evaluate(
    _ rule: CompiledRule, files: SourceFiles, detail: FindingDetail = .full
  ) -> ShardResult {
    let own = OwnRecords(store: store, firstFile: FileID(0))
    if rule.integrityKind != nil {
      return IntegrityFindings(
        rules: [rule], store: store, own: own, names: FieldNames(store.catalog, .english)
      ).run(
        departed: heap.departed)
    }
    let shards = RuleEvaluation(
      rules: [rule], store: store, own: own, heap: heap,
      renderer: MessageRenderer(
        language: .english, store: store, files: files, computed: []),
      disciplines: disciplines, jobs: 1, limits: Limits(), detail: detail
    ).run()
    return shards.reduce(into: ShardResult()) { all, shard in
      all.findings += shard.findings
      all.notices += shard.notices
      all.diagnostics += shard.diagnostics
      all.cost += shard.cost
    }
  }

  /// Holds further evaluations to a small multiple of what the rule itself cost: a changed rule
  /// that goes far beyond it is noticed by that.
  mutating func limit(toMultipleOf cost: Int) {
    heap.evaluationCost = Swift.min(heap.evaluationCost, Swift.max(20_000, 4 * cost))
  }
}

/// Why a test cannot be run at all, in a sentence.
struct TestSlip: Error {
  var text: String
}

extension PackTestRunner {
  /// Binds the records of `test`, or says why it cannot be run.
  func prepare(_ rule: CompiledRule, _ test: RuleTest) -> Result<PreparedTest, TestSlip> {
    guard let asOf = CivilDate(iso: test.asOf ?? Self.defaultDate) else {
      return .failure(
        TestSlip(text: "as_of `\(test.asOf ?? "")` is no date; write YYYY-MM-DD"))
    }
    let loaded = packs.standards.map(\.id)
    for name in test.standards where !loaded.contains(where: { $0.equalsByBytes(name) }) {
      return .failure(TestSlip(text: "no loaded pack declares the standard `\(name)`"))
    }
    var set = packs
    for override in test.parameters {
      guard let position = set.parameters.firstIndex(where: { $0.name == override.name }),
        let value = ParameterValue(override.value, type: set.parameters[position].type)
      else {
        return .failure(
          TestSlip(text: "the parameter `\(override.name)` does not exist or has another type"))
      }
      set.parameters[position].value = value
    }
    guard let file = files[test.span.file] else {
      return .failure(TestSlip(text: "the file of the test is not among those read"))
    }
    var diagnostics: [Diagnostic] = []
    let isIntegrity = rule.integrityKind != nil
    let store = TestRecords(catalog: set.catalog, limits: limits).store(
      test, file: file, asOf: asOf, keepsDangling: isIntegrity, diagnostics: &diagnostics)
    let standards = set.standards.filter { standard in
      test.standards.isEmpty
        ? rule.rule.clauses.isEmpty
          || rule.rule.clauses.contains { $0.standard == standard.id && $0.followed == nil }
        : test.standards.contains(standard.id)
    }
    let heap = EvaluationHeapBuilder(
      packs: set, store: store, asOf: asOf, standards: standards, limits: limits,
      evidence: EvidenceFiles(at: test.existingFiles)
    ).build()
    return .success(
      PreparedTest(
        test: test,
        complaints: (diagnostics + heap.diagnostics).map { $0.message[.english] }
          + (isIntegrity ? [] : unreadable(store)),
        store: store, heap: heap,
        disciplines: Standard.disciplines.filter { name in
          standards.contains { $0.discipline == name }
        }))
  }

  /// A value that cannot be read in an example is a slip of its author, never an example.
  private func unreadable(_ store: RecordStore) -> [String] {
    let slips: [IntegrityKind] = [.fieldType, .enumUnknown, .unknownKey, .dateAmbiguous]
    return store.problems.filter { slips.contains($0.kind) }.map { problem in
      let message = Message(template: problem.kind.message[.english]) { problem.argument($0) }
      return "in the records given: " + Self.plain(message)
    }
  }
}
