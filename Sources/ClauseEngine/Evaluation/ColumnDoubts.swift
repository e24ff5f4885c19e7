import CEL
import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

/// Looks again at what failed where registers lack columns.
///
/// A register that has no column for what a rule asks cannot say it in any row. A first evaluation
/// takes such fields for absent; what fails is evaluated once more with values in their place that
/// are not known, as in CEL's partial evaluation, and parts of conditions that rest on them left
/// out. What fails still, fails for what the register does say: a high risk without an action,
/// though no column tells who might have accepted it. All else is not decided, which is said once
/// for the register and not for each of its rows.
struct ColumnDoubts {
  let rules: [CompiledRule]
  let store: RecordStore
  /// The values with unknown ones where a register lacks the column.
  let heap: EvaluationHeap
  let jobs: Int

  /// The results of the shards, without what was not decided for want of a column.
  func settle(_ results: [ShardResult]) -> [ShardResult] {
    let programs = Set(results.flatMap { $0.findings.map(\.rule) + $0.notices.map(\.rule) })
      .sorted().flatMap { rules[$0].programs }
    let indexes = Indexes.build(for: programs, heap: heap.heap, arguments: heap.globals)
    return Parallel.map(results.count, jobs: jobs, chunk: 1) { number in
      var work = Work(doubts: self, evaluator: heap.evaluator(indexes), result: results[number])
      return work.settle()
    }
  }

  /// The work on the result of one shard.
  private struct Work {
    let doubts: ColumnDoubts
    var evaluator: Evaluator
    var result: ShardResult
    /// The columns that tokens stand for, as far as they were met: each is sought once.
    var columns: [UInt32: RecordStore.Column] = [:]

    mutating func settle() -> ShardResult {
      if result.findings.isEmpty, result.notices.isEmpty { return result }
      let findings = result.findings
      result.findings.removeAll()
      for finding in findings {
        // What is left to be filled in stands in a cell.
        if finding.isPlaceholder || !isDoubtful(finding) { result.findings.append(finding) }
      }
      let notices = result.notices
      result.notices.removeAll()
      for notice in notices {
        if notice.cause != .notProvided || !isDoubtful(notice) { result.notices.append(notice) }
      }
      result.cost += evaluator.totalCost
      return result
    }

    /// Whether a failure rests on what no column says; then it is counted as not decided.
    private mutating func isDoubtful(_ finding: RawFinding) -> Bool {
      guard let requirement = doubts.rules[finding.rule].requirement,
        !isBlamedInSight(finding)
      else { return false }
      evaluator.setAside = doubts.store.missingColumns
      let value = evaluator.evaluate(
        requirement, arguments(finding.record, finding.discipline))
      evaluator.setAside = nil
      // What is neither true nor rests on something unknown stays what it was.
      switch value {
      case .bool(true):
        if !noteAnyColumn(finding) { return false }
      case .bool(false): return false
      default:
        if !note(value, finding.rule) { return false }
      }
      result.counts.append((finding.rule, RuleCount(evaluated: -1, failed: -1, skipped: 1)))
      return true
    }

    private mutating func isDoubtful(_ notice: RawNotice) -> Bool {
      let rule = doubts.rules[notice.rule]
      for program in [rule.condition, rule.requirement] {
        guard let program else { continue }
        if note(
          evaluator.evaluate(program, arguments(notice.record, notice.discipline)), notice.rule)
        {
          return true
        }
      }
      return false
    }

    /// Whether the rule points at a field beyond those it reads, and the register has a column for
    /// it: what stands there is what nothing follows.
    private func isBlamedInSight(_ finding: RawFinding) -> Bool {
      let rule = doubts.rules[finding.rule]
      guard let number = finding.record, rule.pointsBeyond, let name = rule.rule.field else {
        return false
      }
      let record = doubts.store.records[number]
      let field = String(name.prefix { $0 != "." && $0 != "[" })
      return doubts.store.type(of: record).slot(of: field).map {
        record.columns?.contains($0) ?? true
      } ?? false
    }

    /// Keeps a column that the record of a failure lacks, where a computed field hides which; false
    /// where it lacks none.
    private mutating func noteAnyColumn(_ finding: RawFinding) -> Bool {
      let store = doubts.store
      let record =
        finding.record.map { store.records[$0] } ?? store.records.first { $0.columns != nil }
      guard let record, let columns = record.columns else { return false }
      let fields = store.catalog.layouts[record.typeIndex].fields
      let missing = fields.indices.filter { $0 > 0 && !columns.contains($0) }
      let asked = missing.first { slot in
        finding.fields.contains { $0.equalsByBytes(fields[slot].name) }
      }
      guard let slot = asked ?? missing.first else { return false }
      result.missingColumns[
        MissingColumn(type: record.typeIndex, file: record.span.file, field: fields[slot].name),
        default: []
      ].insert(finding.rule)
      return true
    }

    private func arguments(_ record: Int?, _ discipline: String?) -> [Value] {
      if let record { return doubts.heap.globals + [.object(doubts.store.records[record].object)] }
      if let discipline, let value = doubts.heap.disciplines[discipline] {
        return doubts.heap.globals + [value]
      }
      return doubts.heap.globals
    }

    /// Keeps which column, or register, an evaluation wanted; false where it wanted none.
    private mutating func note(_ value: Value, _ rule: Int) -> Bool {
      guard value.isFailure, let failure = evaluator.failure(of: value),
        case .malformed(let token) = failure.kind
      else { return false }
      if let type = doubts.store.typeNotProvided(token) {
        result.notProvided[rule, default: []].insert(type)
        return true
      }
      guard let column = columns[token] ?? doubts.store.columnMissing(token) else { return false }
      columns[token] = column
      result.missingColumns[
        MissingColumn(
          type: column.type, file: column.file,
          field: doubts.store.catalog.layouts[column.type].fields[column.slot].name), default: []
      ].insert(rule)
      return true
    }
  }
}
