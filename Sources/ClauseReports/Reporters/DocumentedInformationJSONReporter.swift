public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// The matrix of documented information as JSON of the schema `clauselint/documents/1`.
public struct DocumentedInformationJSONReporter: Reporter {
  /// `json`.
  public let name = "json"

  /// Makes the reporter.
  public init() {}

  /// Every row; options have no effect.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    let words = DocumentStrings.of(assessment.language)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "clauselint/documents/1")
      writer.member("as_of", assessment.asOf.iso)
      writer.member("complete", !assessment.hasErrors)
      writer.member("restriction") { RunFactsJSON.write(assessment.restriction, to: &$0) }
      writer.member("statement", RunStatement(assessment).lines)
      writer.objectMember("summary") { summary in
        summary.member("rows", assessment.documentedInformation.count)
        for state in DocumentedInformationState.allCases {
          summary.member(
            state.rawValue, assessment.documentedInformation.count { $0.state == state })
        }
      }
      writer.arrayMember("documents", assessment.documentedInformation) { writer, row in
        writer.object { entry in
          entry.member("id", row.id)
          entry.member("title", row.title[assessment.language])
          entry.member("state", row.state.rawValue)
          entry.member("state_word", words.state(row.state))
          entry.member("records", row.records)
          entry.member("maintain", row.maintained)
          entry.member("retain", row.retained)
          entry.member("as_necessary", row.asNecessary)
          entry.member("record_types", row.recordTypes)
          entry.member("rules", row.rules)
        }
      }
      writer.member("limits", ReporterStrings.of(assessment.language).limits)
    }
    return writer.document
  }
}
