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
    let records =
      facts.records("scope")
      + facts.records("document").filter { $0.word("kind") == "scope" && $0.flag("active") == true }
    guard !records.isEmpty else {
      return ReadinessGate(question: .scopeApproved, answer: .notAssessed)
    }
    let approved = records.first { record in
      record.reference("approved_by") != nil
        && record.date("approved_on").map { $0 <= asOf } ?? false
    }
    return ReadinessGate(
      question: .scopeApproved, answer: approved == nil ? .no : .yes,
      date: approved?.date("approved_on"),
      records: [approved ?? records[0]].compactMap(\.label))
  }

  // MARK: Audits and review

  /// Internal audits held, with their day.
  private func heldAudits() -> [(day: CivilDate, record: RecordFacts.Fields)] {
    facts.records("audit").compactMap { audit in
      guard audit.word("kind") == "internal", let day = audit.date("held_on"), day <= asOf else {
        return nil
      }
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
    let processes = facts.records("process")
    let leaves = assessment.standards.flatMap(\.clauses).filter { clause in
      clause.isLeaf && clause.state != .notApplicable
    }
    guard !audits.isEmpty, !processes.isEmpty, !leaves.isEmpty else {
      return ReadinessGate(question: .auditCycle, answer: .notAssessed)
    }
    let audited = Set(audits.flatMap { $0.record.elements("processes").compactMap(\.index) })
    let missing = processes.filter { process in process.index.map { !audited.contains($0) } ?? true
    }
    let clauses = Set(audits.flatMap { $0.record.texts("clauses").map(\.unescaped) })
    let open = leaves.map(\.id).filter { id in
      !clauses.contains { id.equalsByBytes($0) || id.startsWithBytes($0 + ".") }
    }
    return ReadinessGate(
      question: .auditCycle, answer: missing.isEmpty && open.isEmpty ? .yes : .no,
      met: processes.count - missing.count, total: processes.count, date: audits.map(\.day).max(),
      records: missing.compactMap(\.label), clauses: open)
  }

  private func reviewAfterAudit() -> ReadinessGate {
    let reviews = facts.records("management_review").compactMap { review in
      review.date("held_on").flatMap { $0 <= asOf ? (day: $0, record: review) : nil }
    }
    let audit = heldAudits().max { $0.day < $1.day }
    let review = reviews.max { $0.day < $1.day }
    guard let review, let audit else {
      return ReadinessGate(
        question: .reviewAfterAudit, answer: .notAssessed,
        date: review?.day ?? audit?.day,
        records: [review?.record, audit?.record].compactMap { $0?.label })
    }
    return ReadinessGate(
      question: .reviewAfterAudit, answer: review.day >= audit.day ? .yes : .no, date: review.day,
      records: [review.record, audit.record].compactMap(\.label))
  }

  // MARK: Findings

  private func noOpenMajor() -> ReadinessGate {
    let found = assessment.count(.major)
    let declared = facts.records("nonconformity").filter { record in
      record.word("grade") == "major" && record.word("status") != "closed"
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
      facts.records("measurement").compactMap { measurement -> Int? in
        guard let day = measurement.date("measured_on"), day <= asOf else { return nil }
        return measurement.reference("kpi")?.index
      })
    let live = facts.records("objective").filter { $0.word("status") != "cancelled" }
    return counted(
      .objectivesMeasured, live,
      isMet: { objective in
        objective.reference("indicator")?.index.map(measured.contains) ?? false
      }, label: { $0.label })
  }

  private func drillsHeld() -> ReadinessGate {
    var last: [Int: CivilDate] = [:]
    for drill in facts.records("drill") {
      guard let scenario = drill.reference("scenario")?.index, let day = drill.date("held_on"),
        day <= asOf
      else { continue }
      last[scenario] = last[scenario].map { max($0, day) } ?? day
    }
    return counted(
      .drillsHeld, facts.records("emergency_scenario"),
      isMet: { scenario in
        guard let day = scenario.index.flatMap({ last[$0] }),
          let every = scenario.period("drill_every")
        else { return false }
        return day.adding(every).map { $0 >= asOf } ?? true
      }, label: { $0.label })
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

  /// Dates that show the system at work.
  private static let traces = [
    ("measurement", "measured_on"), ("audit", "held_on"), ("training", "held_on"),
    ("compliance_evaluation", "evaluated_on"), ("nonconformity", "detected_on"),
    ("incident", "occurred_on"), ("complaint", "received_on"), ("drill", "held_on"),
    ("supplier_evaluation", "date"), ("communication", "sent_on"), ("consultation", "held_on"),
    ("action", "done_on"), ("management_review", "held_on"),
  ]

  /// Whether each of the three months up to the as-of date left a dated record.
  private func threeMonths() -> ReadinessGate {
    let days = Self.traces.flatMap { type, field in
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
