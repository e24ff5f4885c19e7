import CEL
import ClauseRecords
import ClauseSource

/// Evaluates, record by record, what packs declare beside rules: derived fields and conditions.
///
/// What cannot be evaluated is an error, not a value: a field that silently had none would let the
/// rules that read it pass. An expression that fails on several records is given up, so that the
/// time it takes does not grow with the records.
struct RecordComputation {
  /// What an expression is for, as messages name it.
  struct Purpose {
    /// The subject of the message, such as "the derived field `active` of `person`".
    var name: String
    /// Where the expression stands.
    var span: Span
  }

  /// Failures of one expression after which it is given up.
  private static let patience = 3

  var evaluator: Evaluator
  /// What could not be evaluated, and on how many records it was not tried.
  private(set) var diagnostics: [Diagnostic] = []
  private let store: RecordStore
  private var failures = 0

  /// - Parameters:
  ///   - evaluator: evaluates, and has the bounds on cost.
  ///   - store: holds the records.
  init(evaluator: Evaluator, store: RecordStore) {
    self.evaluator = evaluator
    self.store = store
  }

  /// Calls `body` with the value of `program` for each of `records`, until the program has failed
  /// on too many of them.
  ///
  /// - Parameters:
  ///   - arguments: the arguments of the program for a record.
  ///   - body: is given the number of the record in the store, its value, which may be a failure
  ///     for absent or malformed values only, and the evaluator that can read it.
  mutating func forEach(
    of records: Range<Int>, _ program: Program, _ purpose: Purpose,
    arguments: (Record) -> [Value], _ body: (Int, Value, inout Evaluator) -> Void
  ) {
    failures = 0
    for index in records {
      if failures == Self.patience {
        giveUp(purpose, on: index, left: records.upperBound - index)
        return
      }
      let value = evaluator.evaluate(program, arguments(store.records[index]))
      if isError(value, purpose, index) { continue }
      body(index, value, &evaluator)
    }
  }

  /// Whether `value` is a failure that the record's own text does not explain; says so.
  private mutating func isError(_ value: Value, _ purpose: Purpose, _ index: Int) -> Bool {
    guard let failure = evaluator.failure(of: value) else { return false }
    switch failure.kind {
    case .absent, .malformed: return false
    default: break
    }
    failures += 1
    diagnostics.append(
      Diagnostic(
        .error, code: "computation-failed",
        english: "\(purpose.name) could not be computed: \(failure.message)",
        place: .span(store.records[index].anchor), remedy: Self.remedy(failure),
        related: [.init(english: "the expression", place: .span(purpose.span))]))
    return true
  }

  private mutating func giveUp(_ purpose: Purpose, on index: Int, left: Int) {
    diagnostics.append(
      Diagnostic(
        .error, code: "computation-given-up",
        english: "\(purpose.name) failed too often; it was not computed for this record and "
          + "\(left - 1) more",
        place: .span(store.records[index].anchor),
        remedy: "Mend the expression in the pack, or report it to its author.",
        related: [.init(english: "the expression", place: .span(purpose.span))]))
  }

  private static func remedy(_ failure: EvaluationFailure) -> String {
    guard failure.kind == .costExceeded else {
      return "Mend the expression in the pack, or report it to its author."
    }
    return "Simplify the expression, or raise the limit with "
      + "--limit \(LimitName.costPerEvaluation.rawValue)=N or "
      + "--limit \(LimitName.costPerRun.rawValue)=N."
  }
}
