public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// The coverage matrix as JSON of the schema `clauselint/clauses/1`.
public struct ClauseMatrixJSONReporter: Reporter {
  /// `json`.
  public let name = "json"

  /// Makes the reporter.
  public init() {}

  /// Every clause, parents included (`leaf` is false), by standard; options have no effect.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    let words = ReporterStrings.of(assessment.language)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "clauselint/clauses/1")
      writer.member("as_of", assessment.asOf.iso)
      writer.member("complete", !assessment.hasErrors)
      writer.member("restriction") { RunFactsJSON.write(assessment.restriction, to: &$0) }
      writer.member("statement", RunStatement(assessment).lines)
      writer.arrayMember("standards", assessment.standards) { writer, standard in
        let tally = ClauseTally(standard)
        writer.object { entry in
          entry.member("id", standard.id)
          entry.member("name", standard.name)
          entry.objectMember("summary") { summary in
            summary.member("clauses", tally.clauses)
            for state in ClauseState.allCases {
              summary.member(state.rawValue, tally.count(state))
            }
          }
          entry.arrayMember("clauses", standard.clauses) { writer, clause in
            writer.object { entry in
              entry.member("id", clause.id)
              entry.member("title", clause.title[assessment.language])
              entry.member("leaf", clause.isLeaf)
              entry.member("state", clause.state.rawValue)
              entry.member("state_word", words.clauseState(clause.state))
              entry.member("rules", clause.rules)
              entry.member("rules_by_crosswalk", clause.rulesByCrosswalk)
              entry.member("records", clause.records)
              entry.member("findings", clause.findings)
            }
          }
        }
      }
      writer.member("limits", words.limits)
    }
    return writer.document
  }
}
