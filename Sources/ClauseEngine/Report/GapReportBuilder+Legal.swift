import ClauseAssessment
import ClauseCalendar
import ClauseRecords
import ClauseRules
import ClauseSource

extension GapReportBuilder {
  /// The register of obligations with what its evaluations say, as packs reckon both.
  func legal(_ findings: [Finding]) -> LegalCompliance {
    let about = findingsByObligation(findings)
    var referred = Set<Int>()
    let rows = facts.records(ObligationView.self).compactMap { record -> ObligationRow? in
      guard let index = record.index, let label = record.label else { return nil }
      if let same = record.reference(.sameAs)?.index { referred.insert(same) }
      var row = obligation(record, label)
      row.findings = about[index] ?? []
      judge(&row, by: record)
      return row
    }
    return LegalCompliance(
      obligations: rows, texts: facts.records(LegalTextView.self).count,
      undeclaredReferences: max(0, packObligations() - referred.count))
  }

  /// Value of a pack parameter that is a period; nil when no loaded pack has it.
  func period(parameter name: String) -> Period? {
    guard
      case .period(let period)? = workspace.packs.parameters.first(where: { $0.name == name })?
        .value
    else { return nil }
    return period
  }

  private func obligation(_ record: Viewed<ObligationView>, _ label: RecordLabel) -> ObligationRow {
    let text = record.reference(.text)
    return ObligationRow(
      record: label, text: text?.label, provision: record.text(.provision),
      requirement: record.text(.requirement), applicability: record.word(.applicability),
      applies: record.flag(.applies) ?? true, criticality: record.word(.criticality),
      confidence: record.word(.confidence)
        ?? text.flatMap { Viewed<LegalTextView>(fields: $0).word(.confidence) },
      owner: facts.owner(of: record.fields),
      nextDue: record.isTrue(.dated) ? record.date(.fallsDue) : nil,
      isOverdue: record.isTrue(.overdue))
  }

  private func judge(_ row: inout ObligationRow, by record: Viewed<ObligationView>) {
    let evaluations = record.elements(.evaluations, as: EvaluationView.self)
    // Of two evaluations on one day, the one further down in the register is the later one.
    let latest = evaluations.last { $0.isTrue(.latest) }
    row.result = latest?.word(.result)
    row.evaluatedOn = latest?.date(.evaluatedOn)
    row.isBreached = latest?.isTrue(.breach) ?? false
    row.isActedUpon = latest?.isTrue(.acted) ?? false
    if !record.isTrue(.evaluated) {
      row.staleness = evaluations.contains { $0.isTrue(.concluded) } ? .tooOld : .never
    } else if latest?.isTrue(.overtaken) == true {
      row.staleness = .amended
    }
  }

  /// Findings about an obligation or one of its evaluations, by the obligation's index.
  private func findingsByObligation(_ findings: [Finding]) -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      guard let record = finding.record.flatMap(facts.record) else { continue }
      let obligation =
        record.type == ObligationView.type
        ? record : Viewed<EvaluationView>(fields: record).reference(.obligation)
      if let key = obligation?.index { result[key, default: []].append(index) }
    }
    return result
  }

  private func packObligations() -> Int {
    guard let type = workspace.store.catalog.index(ofType: ObligationView.type) else { return 0 }
    return workspace.store.indices(ofType: type).count - assessor.own.indices(ofType: type).count
  }
}
