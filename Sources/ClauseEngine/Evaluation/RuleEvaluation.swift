import CEL
import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

/// Evaluates all rules of a run, in parallel over shards whose results join in shard order.
struct RuleEvaluation {
  let rules: [CompiledRule]
  let store: RecordStore
  let own: OwnRecords
  let heap: EvaluationHeap
  let renderer: MessageRenderer
  let disciplines: [String]
  let jobs: Int
  /// What is worked out of each failure.
  var detail = FindingDetail.full

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
    let shards = makeShards()
    let indexes = Indexes.build(
      for: rules.flatMap(\.programs), heap: heap.heap, arguments: heap.globals)
    return Parallel.map(shards.count, jobs: jobs, chunk: 1) { number in
      var work = RuleShard(
        rules: rules, store: store, own: own, heap: heap, indexes: indexes, renderer: renderer,
        detail: detail)
      for rule in shards[number].rules {
        if let records = shards[number].records {
          work.evaluate(rule: rule, records: records)
        } else {
          work.evaluateOnce(rule: rule, disciplines: disciplines)
        }
      }
      work.result.cost = work.evaluator.totalCost
      return work.result
    }
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
