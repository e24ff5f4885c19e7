import CEL
import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

/// Counts the records that evidence what the standards ask to be written down.
struct DocumentedInformationCheck {
  let rows: [DocumentedInformation]
  let store: RecordStore
  let own: OwnRecords
  let heap: EvaluationHeap
  /// Ids of the standards in scope.
  let standards: Set<String>
  /// Clauses justified as not applicable, edition-qualified.
  let excluded: Set<String>
  /// Ids of the rules of the run.
  let rules: Set<String>

  /// The rows that a standard in scope asks for, in the order in which packs declare them.
  func results() -> [DocumentedInformationResult] {
    var evaluator = heap.evaluator(.none)
    return rows.compactMap { row in
      let maintained = inScope(row.maintained)
      let retained = inScope(row.retained)
      let clauses = maintained + retained
      if clauses.isEmpty { return nil }
      let asNecessary = inScope(row.asNecessary)
      let records = row.evidence.reduce(0) { $0 + count($1, &evaluator) }
      let isRequired = clauses.contains { clause in
        !excluded.contains(clause) && !asNecessary.contains(clause)
      }
      return DocumentedInformationResult(
        id: row.id, title: row.title, maintained: maintained, retained: retained,
        asNecessary: asNecessary, recordTypes: row.evidence.map(\.type).uniqued,
        state: records > 0 ? .present : isRequired ? .missing : .notAssessed, records: records,
        rules: row.rules.filter(rules.contains))
    }
  }

  private func inScope(_ citations: [ClauseCitation]) -> [String] {
    citations.filter { standards.contains($0.standard) }.map(\.clauseID)
  }

  /// The organisation's own records that fit. A record whose condition cannot be decided, such
  /// as one with an unreadable value, evidences nothing.
  private func count(
    _ evidence: DocumentedInformation.Evidence, _ evaluator: inout Evaluator
  ) -> Int {
    guard let type = store.catalog.index(ofType: evidence.type) else { return 0 }
    let records = own.indices(ofType: type)
    guard let program = evidence.program else { return records.count }
    var arguments = heap.shownGlobals + [.null]
    return records.count { record in
      arguments[heap.globals.count] = .object(store.records[record].object)
      return evaluator.evaluate(program, arguments).isTrue
    }
  }
}

extension [String] {
  /// The texts in order, each once.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
