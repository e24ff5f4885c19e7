import CEL
import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

/// Evaluates all rules of a run, in parallel over shards whose results join in shard order.
///
/// Cost and findings of the run are counted in that order too. Where one passes its limit, that
/// shard and all behind it are not assessed and an error says so: what is left out depends on the
/// records and rules alone, never on how many threads were at work.
struct RuleEvaluation {
  let rules: [CompiledRule]
  let store: RecordStore
  let own: OwnRecords
  let heap: EvaluationHeap
  let renderer: MessageRenderer
  let disciplines: [String]
  let jobs: Int
  let limits: ClauseSource.Limits
  /// What is worked out of each failure.
  var detail = FindingDetail.full
  /// Finds how much of a rule fails; nil where nobody asks.
  var extents: ExtentFinder?
  /// Makes the values in which what a register has no column for is not known; nil where all is as
  /// it is written.
  var unknownColumns: EvaluationHeapBuilder?

  /// Records of one shard: large enough to pay for an evaluator, small enough to spread.
  private static let shardSize = 512

  private struct Shard: Sendable {
    /// Rules by index.
    var rules: [Int]
    /// The records; nil for rules over everything.
    var records: Range<Int>?
  }

  /// The results of all shards in their order.
  func run() -> [ShardResult] {
    let results = evaluate()
    guard let unknownColumns,
      results.contains(where: { !$0.findings.isEmpty || !$0.notices.isEmpty })
    else { return results }
    return ColumnDoubts(rules: rules, store: store, heap: unknownColumns.build(), jobs: jobs)
      .settle(results)
  }

  private func evaluate() -> [ShardResult] {
    let shards = makeShards()
    let indexes = Indexes.build(
      for: rules.flatMap(\.programs), heap: heap.heap, arguments: heap.globals)
    var results: [ShardResult] = []
    var tally = Tally(cost: heap.spentCost)
    while results.count < shards.count {
      let first = results.count
      let wave = Parallel.map(
        min(max(Self.wave, jobs), shards.count - first), jobs: jobs, chunk: 1
      ) { number in evaluate(shards[first + number], indexes) }
      for result in wave {
        tally.add(result)
        if let (limit, met, what) = tally.excess(limits) {
          return results + [left(shards[results.count...], limit, met: met, what)]
        }
        results.append(result)
      }
    }
    return results
  }

  /// Shards between two looks at the limits of the run.
  private static let wave = 64

  /// What counts against the limits of the run.
  private struct Tally {
    var cost: Int
    var findings = 0

    mutating func add(_ result: ShardResult) {
      let (sum, overflow) = cost.addingReportingOverflow(result.cost)
      cost = overflow ? Int.max : sum
      findings += result.findings.count
    }

    func excess(_ limits: ClauseSource.Limits) -> (limit: LimitName, met: Int, what: LocalizedText)?
    {
      if cost > limits.costPerRun {
        return (
          .costPerRun, cost,
          LocalizedText(
            en: "cost of all "
              + "rules of the run", fr: "coût de toutes les règles", ar: "كلفة كل القواعد")
        )
      }
      if findings > limits.findings {
        return (
          .findings, findings,
          LocalizedText(
            en: "findings of the run", fr: "constats de la vérification", ar: "معاينات الفحص")
        )
      }
      return nil
    }
  }

  private func evaluate(_ shard: Shard, _ indexes: Indexes) -> ShardResult {
    var work = RuleShard(
      rules: rules, store: store, own: own, heap: heap, indexes: indexes, renderer: renderer,
      detail: detail, extents: extents)
    for rule in shard.rules {
      if let records = shard.records {
        work.evaluate(rule: rule, records: records)
      } else {
        work.evaluateOnce(rule: rule, disciplines: disciplines)
      }
    }
    work.result.cost = work.evaluator.totalCost
    return work.result
  }

  /// The result of shards that are not assessed: their records are skipped by their rules.
  private func left(
    _ shards: ArraySlice<Shard>, _ limit: LimitName, met: Int, _ what: LocalizedText
  ) -> ShardResult {
    var result = ShardResult()
    for shard in shards {
      for rule in shard.rules {
        var count = RuleCount()
        count.skipped = shard.records?.count ?? 1
        result.counts.append((rule, count))
      }
    }
    let cases = result.counts.reduce(0) { $0 + $1.count.skipped }
    var diagnostic = Diagnostic.limitReached(
      limit, met: met, limits: limits, what: what, place: .run)
    diagnostic.message =
      diagnostic.message
      + LocalizedText(
        en: "; \(cases) evaluations of rules were left out",
        fr: " ; \(cases) vérifications n'ont pas été faites",
        ar: "؛ لم تنجز \(cases) عملية تحقق")
    result.diagnostics = [diagnostic]
    return result
  }

  private func makeShards() -> [Shard] {
    var byType: [[Int]] = Array(repeating: [], count: store.catalog.types.count)
    var overall: [Int] = []
    for (index, rule) in rules.enumerated() where rule.requirement != nil {
      switch rule.rule.subject {
      case .records(let name):
        if let type = store.catalog.index(ofType: name) { byType[type].append(index) }
      case .organization, .disciplines: overall.append(index)
      case .any: break
      }
    }
    var shards = overall.map { Shard(rules: [$0], records: nil) }
    for (type, rules) in byType.enumerated() where !rules.isEmpty {
      let records = own.indices(ofType: type)
      var start = records.lowerBound
      while start < records.upperBound {
        let end = min(start + Self.shardSize, records.upperBound)
        shards.append(Shard(rules: rules, records: start..<end))
        start = end
      }
    }
    return shards
  }
}
