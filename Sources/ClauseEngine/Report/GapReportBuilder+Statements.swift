import ClauseAssessment
import ClauseSource

extension GapReportBuilder {
  /// Clauses justified as not applicable, with what the register of exceptions says of each.
  func exclusions(_ exceptions: [ExceptionResult]) -> [ExclusionRow] {
    let known = Exceptions(exceptions, .exclusion)
    return facts.records(ExclusionView.self).compactMap { record in
      guard let label = record.label, let clause = record.text(.clause) else { return nil }
      return ExclusionRow(
        record: label, clause: clause, justification: record.text(.justification),
        affectsConformity: record.flag(.affectsConformity),
        approvedBy: record.label(.approvedBy), approvedOn: record.date(.approvedOn),
        status: known.status(of: label))
    }
  }

  /// Signed statements, in force or not.
  func attestations(_ exceptions: [ExceptionResult]) -> [AttestationRow] {
    let known = Exceptions(exceptions, .attestation)
    return facts.records(AttestationView.self).compactMap { record in
      guard let label = record.label else { return nil }
      return AttestationRow(
        record: label, clauses: record.texts(.clauses), statement: record.text(.statement),
        by: record.label(.by), on: record.date(.on), validUntil: record.date(.validUntil),
        evidence: record.texts(.evidence), status: known.status(of: label))
    }
  }

  /// Acceptances, each with the findings it accepts.
  func derogations(_ assessment: Assessment) -> [DerogationRow] {
    let known = Exceptions(assessment.exceptions, .derogation)
    return facts.records(DerogationView.self).compactMap { record in
      guard let label = record.label else { return nil }
      let accepted = known.entry(label)?.accepted ?? []
      return DerogationRow(
        record: label, rule: record.text(.rule), fingerprint: record.text(.fingerprint),
        target: record.label(.record), reason: record.text(.reason),
        approvedBy: record.label(.approvedBy), approvedOn: record.date(.approvedOn),
        expiresOn: record.date(.expiresOn), status: known.status(of: label),
        findings: assessment.findings.indices.filter {
          assessment.findings[$0].state == .derogated
            && accepted.contains(assessment.findings[$0].fingerprint)
        })
    }
  }
}

/// The exceptions of one kind as the assessment decided on them, by record.
private struct Exceptions {
  private var byPlace: [Place: ExceptionResult] = [:]

  /// Two records of one id are told apart by where they stand.
  private struct Place: Hashable {
    var id: Untrusted
    var location: Location?
  }

  init(_ results: [ExceptionResult], _ kind: ExceptionResult.Kind) {
    for result in results where result.kind == kind {
      byPlace[Place(id: result.id, location: result.location)] = result
    }
  }

  func entry(_ label: RecordLabel) -> ExceptionResult? {
    byPlace[Place(id: label.reference.id, location: label.location)]
  }

  /// Without a decision a record has no effect.
  func status(of label: RecordLabel) -> ExceptionResult.Status { entry(label)?.status ?? .void }
}
