import ClauseAssessment
import ClauseSource

/// Writes the state of every leaf clause as a result: what passed and what was not assessed is as
/// much a part of the answer as what failed.
struct SARIFClauseStates {
  private let clauses: [ClauseResult]
  private let index: SARIFIndex
  private let places: SARIFPlaces
  private let descriptors: SARIFDescriptors
  private let words: ReporterStrings
  private let citations: ClauseCitations
  private let language: Language

  /// The leaf clauses of `assessment` that no result of a finding speaks for.
  init(
    _ assessment: Assessment, index: SARIFIndex, places: SARIFPlaces,
    descriptors: SARIFDescriptors, words: ReporterStrings
  ) {
    clauses = assessment.standards.flatMap(\.clauses)
      .filter { $0.isLeaf && Self.kind($0.state) != nil }
    self.index = index
    self.places = places
    self.descriptors = descriptors
    self.words = words
    citations = ClauseCitations(assessment.standards)
    language = assessment.language
  }

  /// How many there are.
  var count: Int { clauses.count }

  /// Writes the result of clause `number`.
  func write(_ number: Int, to writer: inout JSONWriter) {
    let clause = clauses[number]
    writer.object { result in
      result.member("ruleId", SARIFDescriptors.clauseRule)
      result.member("ruleIndex", index.clauseRule)
      result.member("kind", Self.kind(clause.state) ?? "informational")
      // Only a failure has a level (section 3.27.10).
      result.member("level", "none")
      let cited = citations.short(clause.id).unescaped
      let title = clause.title[language]
      let text = "\(cited) \(title): \(words.clauseState(clause.state))"
      result.objectMember("message") { $0.member("text", SARIFText.words(text)) }
      result.member("locations") { writer in
        writer.array([clause]) { writer, _ in places.writeConfiguration(to: &writer) }
      }
      if let taxon = index.taxon(clause.id) {
        result.arrayMember("taxa", [taxon]) { writer, taxon in
          descriptors.write(taxon, clause: clause.id, to: &writer)
        }
      }
      result.objectMember("properties") { properties in
        properties.member("state", clause.state.rawValue)
        properties.member("clauses", [clause.id])
        properties.member("rules", clause.rules)
        properties.member("records", clause.records)
        properties.member("findings", clause.findings)
      }
    }
  }

  /// SARIF's word for a state; nil for states that failures speak for.
  private static func kind(_ state: ClauseState) -> String? {
    switch state {
    case .conform: "pass"
    case .attested: "review"
    case .notApplicable: "notApplicable"
    case .notAssessed: "open"
    case .nonconform, .derogated: nil
    }
  }
}
