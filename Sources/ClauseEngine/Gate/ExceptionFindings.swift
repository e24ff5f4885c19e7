import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

/// What no rule of a pack can express about exceptions: a derogation nobody needs, an attestation
/// that a rule contradicts, an exclusion of a clause that is none, a comment that is no derogation.
struct ExceptionFindings {
  let register: ExceptionRegister
  let workspace: Workspace
  /// The findings of all rules, accepted ones marked.
  let findings: [Finding]
  let integrity: IntegrityFindings

  /// The findings with places that explain them, and how often each check was made and failed.
  func run() -> (findings: [(RawFinding, [RelatedLocation])], counts: [(Int, RuleCount)]) {
    var found: [(RawFinding, [RelatedLocation])] = []
    var counts: [(Int, RuleCount)] = []
    let items = register.items
    let comments = workspace.comments
    for (index, rule) in integrity.rules.enumerated() {
      guard let kind = rule.integrityKind, kind.isAboutExceptions else { continue }
      let problems: [(RecordProblem, [RelatedLocation])]
      let checked: Int
      switch kind {
      case .derogationUnused:
        problems = items.compactMap(unused).map { ($0, []) }
        checked = items.count { $0.kind == .derogation && $0.status == .inForce }
      case .attestationContradicted:
        problems = items.flatMap(contradicted)
        checked = items.count { $0.kind == .attestation && $0.status == .inForce }
      case .exclusionUnknown:
        problems = items.compactMap(unknown).map { ($0, []) }
        checked = items.count { $0.kind == .exclusion }
      default:
        problems = comments.problems.map { ($0, []) }
        checked = comments.spans.count + comments.problems.count
      }
      found += problems.map { (integrity.finding($0.0, index), $0.1) }
      counts.append((index, RuleCount(evaluated: checked, failed: problems.count)))
    }
    return (found, counts)
  }

  private func unused(_ item: ExceptionRegister.Item) -> RecordProblem? {
    guard item.kind == .derogation, item.status == .inForce, item.uses == 0 else { return nil }
    let target = item.target.map { $0.type.unescaped + ":" + $0.id.unescaped }
    return problem(
      .derogationUnused, item, field: item.rule == nil ? "fingerprint" : "rule",
      [
        .init("rule", item.rule ?? item.fingerprint ?? ""),
        .init("record", target ?? workspace.configuration.organization?.text ?? "organization"),
      ])
  }

  private func contradicted(
    _ item: ExceptionRegister.Item
  ) -> [(RecordProblem, [RelatedLocation])] {
    guard item.kind == .attestation, item.status == .inForce else { return [] }
    return item.clauses.enumerated().compactMap { number, clause in
      let against = findings.filter {
        $0.state != .derogated && $0.severity > .observation && $0.clauses.contains(clause)
      }
      guard let first = against.first else { return nil }
      var found = problem(
        .attestationContradicted, item, field: "clauses",
        [.init("clause", clause), .init("rule", first.rule), .init("value", clause)])
      found.fieldPath = "clauses[\(number)]"
      let store = workspace.store
      let record = store.records[item.record]
      if let slot = store.catalog.slot(of: "clauses", inType: record.typeIndex),
        let span = store.elementSpan(of: record.object, slot: slot, element: number)
      {
        found.span = span
      }
      return (
        found, against.prefix(5).map { RelatedLocation(message: $0.message, location: $0.location) }
      )
    }
  }

  /// A misspelt clause would be set aside in silence. That a standard allows no exclusions is said
  /// by rules; `#a` behind a clause names one item of it.
  private func unknown(_ item: ExceptionRegister.Item) -> RecordProblem? {
    guard item.kind == .exclusion, let clause = item.clauses.first else { return nil }
    let number = String(decoding: clause.utf8.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
    let isKnown = workspace.packs.standards.contains { standard in
      standard.clauses.contains { (standard.id + "/" + $0.number).equalsByBytes(number) }
    }
    return isKnown
      ? nil : problem(.exclusionUnknown, item, field: "clause", [.init("clause", clause)])
  }

  private func problem(
    _ kind: IntegrityKind, _ item: ExceptionRegister.Item, field: String,
    _ arguments: [RecordProblem.Argument]
  ) -> RecordProblem {
    let store = workspace.store
    let record = store.records[item.record]
    let slot = store.catalog.slot(of: field, inType: record.typeIndex)
    return RecordProblem(
      kind, record: item.record, recordType: store.type(of: record).name,
      recordID: record.id.unescaped, fieldPath: field,
      span: slot.flatMap { store.span(of: record.object, slot: $0) } ?? record.anchor,
      arguments: [.init("id", record.id.unescaped)] + arguments)
  }
}
