import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// Answers the questions of the self-check before an audit from the records.
struct Readiness {
  let builder: GapReportBuilder
  let assessment: Assessment
  let legal: LegalCompliance

  private var facts: RecordFacts { builder.facts }
  private var asOf: CivilDate { facts.asOf }

  /// The gates in the order of their questions.
  func gates() -> [ReadinessGate] {
    [
      scopeApproved(), auditCycle(), reviewAfterAudit(), noOpenMajor(), complianceEvaluated(),
      objectivesMeasured(), drillsHeld(), threeMonths(),
    ]
  }

  // MARK: Scope

  private func scopeApproved() -> ReadinessGate {
    let scopes = facts.records(ScopeView.self).map { scope in
      (scope.label, scope.reference(.approvedBy) != nil ? scope.date(.approvedOn) : nil)
    }
    let documents = facts.records(DocumentView.self).filter { document in
      document.word(.kind) == ScopeView.type && document.isTrue(.active)
    }.map { document in
      (document.label, document.reference(.approvedBy) != nil ? document.date(.approvedOn) : nil)
    }
    let all = scopes + documents
    guard let first = all.first else {
      return ReadinessGate(question: .scopeApproved, answer: .notAssessed)
    }
    let approved = all.first { $0.1.map { $0 <= asOf } ?? false }
    return ReadinessGate(
      question: .scopeApproved, answer: approved == nil ? .no : .yes, date: approved?.1,
      records: [(approved ?? first).0].compactMap { $0 })
  }

  // MARK: Audits and review

  /// Internal audits held, with their day.
  private func heldAudits() -> [(day: CivilDate, record: Viewed<AuditView>)] {
    facts.records(AuditView.self).compactMap { audit in
      guard audit.word(.kind) == "internal", audit.isTrue(.held), let day = audit.date(.heldOn)
      else { return nil }
      return (day, audit)
    }
  }

  /// Whether the internal audits within the cycle cover every process and every clause. An audit of
  /// a clause covers what lies below it.
  private func auditCycle() -> ReadinessGate {
    let cycle = builder.period(parameter: "audit_cycle") ?? Period(months: 12)
    let audits = heldAudits().filter { audit in
      audit.day.adding(cycle).map { $0 >= asOf } ?? true
    }
    let processes = facts.records(ProcessView.self)
    let leaves = assessment.standards.flatMap(\.clauses).filter { clause in
      clause.isLeaf && clause.state != .notApplicable
    }
    guard !audits.isEmpty, !processes.isEmpty, !leaves.isEmpty else {
      return ReadinessGate(question: .auditCycle, answer: .notAssessed)
    }
    let audited = Set(
      audits.flatMap { $0.record.elements(.processes, as: ProcessView.self).compactMap(\.index) })
    let missing = processes.filter { process in process.index.map { !audited.contains($0) } ?? true
    }
    let clauses = Set(audits.flatMap { $0.record.texts(.clauses).map(\.unescaped) })
    let open = leaves.map(\.id).filter { id in
      !clauses.contains { id.equalsByBytes($0) || id.startsWithBytes($0 + ".") }
    }
    return ReadinessGate(
      question: .auditCycle, answer: missing.isEmpty && open.isEmpty ? .yes : .no,
      met: processes.count - missing.count, total: processes.count, date: audits.map(\.day).max(),
      records: missing.compactMap(\.label), clauses: open)
  }

  private func reviewAfterAudit() -> ReadinessGate {
    let reviews = facts.records(ReviewView.self).compactMap { review in
      review.date(.heldOn).flatMap { review.isTrue(.held) ? (day: $0, record: review) : nil }
    }
    let audit = heldAudits().max { $0.day < $1.day }
    let review = reviews.max { $0.day < $1.day }
    guard let review, let audit else {
      return ReadinessGate(
        question: .reviewAfterAudit, answer: .notAssessed,
        date: review?.day ?? audit?.day,
        records: [review?.record.label, audit?.record.label].compactMap { $0 })
    }
    return ReadinessGate(
      question: .reviewAfterAudit, answer: review.day >= audit.day ? .yes : .no, date: review.day,
      records: [review.record.label, audit.record.label].compactMap { $0 })
  }

  // MARK: Findings

  private func noOpenMajor() -> ReadinessGate {
    let found = assessment.count(.major)
    let declared = facts.records(NonconformityView.self).filter { record in
      record.word(.grade) == "major" && record.isTrue(.open)
    }
    var answer = ReadinessGate.Answer.yes
    if found + declared.count > 0 {
      answer = .no
    } else if assessment.hasErrors || assessment.rules.allSatisfy({ $0.evaluated == 0 }) {
      answer = .notAssessed
    }
    return ReadinessGate(
      question: .noOpenMajor, answer: answer, total: found,
      records: declared.compactMap(\.label))
  }

  // MARK: Counted gates

  private func complianceEvaluated() -> ReadinessGate {
    counted(.complianceEvaluated, legal.applicable, isMet: { !$0.isStale }, label: { $0.record })
  }

  private func objectivesMeasured() -> ReadinessGate {
    let measured = Set(
      facts.records(MeasurementView.self).compactMap { measurement -> Int? in
        guard let day = measurement.date(.measuredOn), day <= asOf else { return nil }
        return measurement.reference(.kpi)?.index
      })
    let live = facts.records(ObjectiveView.self).filter { $0.word(.status) != "cancelled" }
    return counted(
      .objectivesMeasured, live,
      isMet: { objective in
        objective.reference(.indicator)?.index.map(measured.contains) ?? false
      }, label: { $0.label })
  }

  private func drillsHeld() -> ReadinessGate {
    counted(
      .drillsHeld, facts.records(DrilledScenarioView.self), isMet: { $0.isTrue(.drilled) },
      label: { $0.label })
  }

  private func counted<Thing>(
    _ question: ReadinessGate.Question, _ things: [Thing], isMet: (Thing) -> Bool,
    label: (Thing) -> RecordLabel?
  ) -> ReadinessGate {
    guard !things.isEmpty else { return ReadinessGate(question: question, answer: .notAssessed) }
    let missing = things.filter { !isMet($0) }
    return ReadinessGate(
      question: question, answer: missing.isEmpty ? .yes : .no, met: things.count - missing.count,
      total: things.count, records: missing.compactMap(label))
  }

  // MARK: Three months

  /// Whether each of the three months up to the as-of date left a dated record.
  private func threeMonths() -> ReadinessGate {
    let days = ReportViews.traces.flatMap { type, field in
      facts.records(type).compactMap { $0.date(field) }
    }.filter { $0 <= asOf }
    guard !days.isEmpty else { return ReadinessGate(question: .threeMonths, answer: .notAssessed) }
    let ends = (0...3).compactMap { asOf.adding(months: -$0) }
    let met = zip(ends.dropFirst(), ends).count { start, end in
      days.contains { $0 > start && $0 <= end }
    }
    return ReadinessGate(
      question: .threeMonths, answer: met == 3 ? .yes : .no, met: met, total: 3, date: days.min())
  }
}
