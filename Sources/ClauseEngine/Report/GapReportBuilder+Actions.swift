import ClauseAssessment
import ClauseCalendar
import ClauseSource

extension GapReportBuilder {
  /// The actions of the plan, in the register's order.
  func actions() -> [ActionRow] {
    facts.records("action").compactMap { record in
      guard let label = record.label else { return nil }
      var row = ActionRow(
        record: label, kind: record.word("kind"), description: record.text("description"),
        origin: record.label("origin"), responsible: record.label("responsible"),
        dueOn: record.date("due_on"), doneOn: record.date("done_on"),
        status: record.word("status"))
      // The last day itself is in time.
      row.isOverdue = row.isOpen && row.dueOn.map { $0 < facts.asOf } ?? false
      return row
    }
  }
}
