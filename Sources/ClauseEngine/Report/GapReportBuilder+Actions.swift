import ClauseAssessment

extension GapReportBuilder {
  /// The actions of the plan, in the register's order.
  func actions() -> [ActionRow] {
    facts.records(ActionView.self).compactMap { record in
      guard let label = record.label else { return nil }
      return ActionRow(
        record: label, kind: record.word(.kind), description: record.text(.description),
        origin: record.label(.origin), responsible: record.label(.responsible),
        dueOn: record.date(.dueOn), doneOn: record.date(.doneOn), status: record.word(.status),
        isOpen: record.isTrue(.open), isOverdue: record.isTrue(.overdue))
    }
  }
}
