public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// All exceptions of an organisation, as JSON of the schema `clauselint/exceptions/1`.
///
/// Keys and their order are fixed. What does not apply is null, never left out; nothing is cut.
public enum ExceptionsJSON {
  /// The value of the key `schema`.
  public static let schema = "clauselint/exceptions/1"

  /// The document, ending with a line break.
  public static func document(_ assessment: Assessment) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", schema)
      writer.member("as_of", assessment.asOf.iso)
      writer.member("incomplete", assessment.hasErrors)
      writer.member("restriction") { RunFactsJSON.write(assessment.restriction, to: &$0) }
      writer.arrayMember("exceptions", assessment.exceptions) { writer, exception in
        writer.object { write(exception, on: assessment.asOf, to: &$0) }
      }
    }
    return writer.document
  }

  private static func write(
    _ exception: ExceptionResult, on day: CivilDate, to entry: inout JSONWriter
  ) {
    entry.member("kind", exception.kind.rawValue)
    entry.member("id", exception.id)
    text("rule", exception.rule?.unescaped, to: &entry)
    text("fingerprint", exception.fingerprint?.unescaped, to: &entry)
    entry.member("record") { writer in
      guard let record = exception.record else { return writer.null() }
      writer.object { target in
        target.member("type", record.type)
        target.member("id", record.id)
      }
    }
    entry.member("clauses", exception.clauses.map(\.unescaped))
    entry.member("reason", exception.reason)
    text("approver", exception.approver?.unescaped, to: &entry)
    text("start", exception.start?.iso, to: &entry)
    text("end", exception.end?.iso, to: &entry)
    number("age_days", exception.ageDays(on: day), to: &entry)
    number("days_left", exception.daysLeft(on: day), to: &entry)
    entry.member("status", exception.status.rawValue)
    entry.member("used", exception.uses > 0)
    entry.member("uses", exception.uses)
    entry.member("comment", exception.isComment)
    entry.objectMember("location") { place in
      place.member("file", exception.location.path)
      place.member("line", exception.location.start.line)
      place.member("column", exception.location.start.column)
      place.member("end_line", exception.location.end.line)
      place.member("end_column", exception.location.end.column)
      if let cell = exception.location.cell { place.member("cell", cell.text) }
    }
  }

  private static func text(_ name: String, _ text: String?, to entry: inout JSONWriter) {
    entry.member(name) { writer in
      if let text { writer.string(text) } else { writer.null() }
    }
  }

  private static func number(_ name: String, _ number: Int?, to entry: inout JSONWriter) {
    entry.member(name) { writer in
      if let number { writer.number(number) } else { writer.null() }
    }
  }
}
