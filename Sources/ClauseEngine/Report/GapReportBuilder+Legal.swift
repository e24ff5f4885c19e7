import ClauseAssessment
import ClauseCalendar
import ClauseRecords
import ClauseRules
import ClauseSource

extension GapReportBuilder {
  /// The register of obligations with what its evaluations say.
  func legal(_ findings: [Finding]) -> LegalCompliance {
    var evaluations: [Int: [RecordFacts.Fields]] = [:]
    for evaluation in facts.records("compliance_evaluation") {
      guard let obligation = evaluation.reference("obligation")?.index else { continue }
      evaluations[obligation, default: []].append(evaluation)
    }
    let about = findingsByObligation(findings)
    let interval = period(parameter: "legal_eval")
    var referred = Set<Int>()
    let rows = facts.records("obligation").compactMap { record -> ObligationRow? in
      guard let index = record.index, let label = record.label else { return nil }
      if let same = record.reference("same_as")?.index { referred.insert(same) }
      var row = obligation(record, label)
      row.findings = about[index] ?? []
      judge(&row, by: evaluations[index] ?? [], of: record, interval)
      return row
    }
    return LegalCompliance(
      obligations: rows, texts: facts.records("legal_text").count,
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

  private func obligation(_ record: RecordFacts.Fields, _ label: RecordLabel) -> ObligationRow {
    let text = record.reference("text")
    let next = nextDue(record)
    let applies = record.flag("applies") ?? (record.word("applicability") != "not_applicable")
    return ObligationRow(
      record: label, text: text?.label, provision: record.text("provision"),
      requirement: record.text("requirement"), applicability: record.word("applicability"),
      applies: applies && (record.flag("in_force") ?? true),
      criticality: record.word("criticality"),
      confidence: record.word("confidence") ?? text?.word("confidence"),
      owner: facts.owner(of: record), nextDue: next,
      isOverdue: next.map { $0 < facts.asOf } ?? false)
  }

  /// The date by which an obligation has to be met next, as the rules on obligations reckon it.
  private func nextDue(_ record: RecordFacts.Fields) -> CivilDate? {
    let last = record.date("last_done_on")
    if record.word("trigger") == "once", last != nil { return nil }
    if let next = record.date("next_due_on") { return next }
    guard let period = record.period("period"), let from = last ?? record.date("anchor") else {
      return nil
    }
    return from.adding(period)
  }

  private func judge(
    _ row: inout ObligationRow, by evaluations: [RecordFacts.Fields],
    of record: RecordFacts.Fields, _ interval: Period?
  ) {
    let past = evaluations.compactMap { evaluation in
      evaluation.date("evaluated_on").map { (date: $0, record: evaluation) }
    }.filter { $0.date <= facts.asOf }
    // Of two evaluations on one day, the one further down in the register is the later one.
    let latest = past.max { $0.date < $1.date || $0.date == $1.date && precedes($0.1, $1.1) }
    row.result = latest?.record.word("result")
    row.evaluatedOn = latest?.date
    if let latest {
      row.isActedUpon =
        latest.record.reference("nonconformity") != nil
        || latest.record.elements("actions").contains { $0.word("status") != "cancelled" }
    }
    let concluded = past.filter { $0.record.word("result") != "to_verify" }.map(\.date).max()
    guard let concluded else {
      row.staleness = .never
      return
    }
    let amended = record.reference("text")?.elements("amended_by").compactMap { $0.date("on") }
      .contains { $0 > concluded && $0 <= facts.asOf }
    if let interval, let end = concluded.adding(interval), end < facts.asOf {
      row.staleness = .tooOld
    } else if amended == true {
      row.staleness = .amended
    }
  }

  private func precedes(_ a: RecordFacts.Fields, _ b: RecordFacts.Fields) -> Bool {
    (a.index ?? 0) < (b.index ?? 0)
  }

  /// Findings about an obligation or one of its evaluations, by the obligation's index.
  private func findingsByObligation(_ findings: [Finding]) -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      guard let record = finding.record.flatMap(facts.record) else { continue }
      let obligation = record.type == "obligation" ? record : record.reference("obligation")
      if let key = obligation?.index { result[key, default: []].append(index) }
    }
    return result
  }

  private func packObligations() -> Int {
    guard let type = workspace.store.catalog.index(ofType: "obligation") else { return 0 }
    return workspace.store.indices(ofType: type).count - assessor.own.indices(ofType: type).count
  }
}
