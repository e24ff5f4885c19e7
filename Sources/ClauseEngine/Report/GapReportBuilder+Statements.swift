import ClauseAssessment
import ClauseCalendar
import ClauseSource

extension GapReportBuilder {
  /// Clauses justified as not applicable, and whether the assessment gives effect to it.
  func exclusions(_ exceptions: [ExceptionResult]) -> [ExclusionRow] {
    let effective = exceptions.filter { $0.kind == .exclusion && $0.status == .inForce }
    return facts.records("exclusion").compactMap { record in
      guard let label = record.label, let clause = record.text("clause") else { return nil }
      return ExclusionRow(
        record: label, clause: clause, justification: record.text("justification"),
        affectsConformity: record.flag("impact_on_conformity"),
        approvedBy: record.label("approved_by"), approvedOn: record.date("approved_on"),
        isEffective: effective.contains { $0.id == label.reference.id })
    }
  }

  /// Signed statements, valid on the as-of date or not.
  func attestations() -> [AttestationRow] {
    facts.records("attestation").compactMap { record in
      guard let label = record.label else { return nil }
      let on = record.date("on")
      let until = record.date("valid_until")
      let isValid = on.map { $0 <= facts.asOf } ?? false && until.map { $0 >= facts.asOf } ?? false
      return AttestationRow(
        record: label, clauses: record.texts("clauses"), statement: record.text("statement"),
        by: record.label("by"), on: on, validUntil: until, evidence: record.texts("evidence"),
        isValid: isValid)
    }
  }

  /// Acceptances, each with the findings it accepts.
  func derogations(_ findings: [Finding]) -> [DerogationRow] {
    facts.records("derogation").compactMap { record in
      guard let label = record.label else { return nil }
      var row = DerogationRow(
        record: label, rule: record.text("rule"), fingerprint: record.text("fingerprint"),
        target: record.label("record"), reason: record.text("reason"),
        approvedBy: record.label("approved_by"), approvedOn: record.date("approved_on"),
        expiresOn: record.date("expires_on"), isActive: false)
      row.isActive =
        row.approvedOn.map { $0 <= facts.asOf } ?? false
        && row.expiresOn.map { $0 >= facts.asOf } ?? false
      row.findings = findings.indices.filter { index in
        findings[index].state == .derogated && row.accepts(findings[index])
      }
      return row
    }
  }
}

extension DerogationRow {
  /// Whether it is in force and about `finding`.
  func accepts(_ finding: Finding) -> Bool {
    guard isActive else { return false }
    if let fingerprint { return fingerprint.unescaped.equalsByBytes(finding.fingerprint) }
    guard let rule, rule.unescaped.equalsByBytes(finding.rule) else { return false }
    guard let target else { return true }
    return finding.record.map { $0.id.unescaped.equalsByBytes(target.reference.id.unescaped) }
      ?? false
  }
}
