public import ClauseAssessment
public import ClauseCalendar
import ClauseSource

/// Findings to come as JSON of the schema `clauselint/forecast/1`.
///
/// Keys and their order are fixed; the findings are in the order of their days.
public enum ForecastJSON {
  /// The value of the key `schema`.
  public static let schema = "clauselint/forecast/1"

  /// The document, ending with a line break.
  public static func document(
    _ coming: [ComingDue], today: Assessment, until last: CivilDate
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", schema)
      writer.member("as_of", today.asOf.iso)
      writer.member("until", last.iso)
      writer.member("incomplete", today.hasErrors)
      writer.member("restriction") { RunFactsJSON.write(today.restriction, to: &$0) }
      writer.arrayMember("findings", coming) { writer, entry in
        writer.object { write(entry, to: &$0) }
      }
    }
    return writer.document
  }

  private static func write(_ entry: ComingDue, to object: inout JSONWriter) {
    let finding = entry.finding
    object.member("begins_on", entry.beginsOn.iso)
    object.member("exact", entry.isExact)
    object.member("end_of_derogation", entry.isEndOfDerogation)
    object.member("rule", finding.rule)
    object.member("severity", finding.severity.rawValue)
    object.member("message", finding.message.plain)
    object.member("remedy", finding.remedy.plain)
    object.member("clauses", finding.clauses)
    object.member("fingerprint", finding.fingerprint)
    object.member("record") { writer in
      guard let record = finding.record else { return writer.null() }
      writer.object { target in
        target.member("type", record.type)
        target.member("id", record.id)
      }
    }
    object.objectMember("location") { place in
      place.member("file", finding.location.path)
      place.member("line", finding.location.start.line)
      place.member("column", finding.location.start.column)
      if let cell = finding.location.cell { place.member("cell", cell.text) }
    }
  }
}
