import ClauseAssessment
import ClauseSource
import Testing

@testable import ClauseReports

@Suite struct StringsTests {
  @Test func arabicHasSixForms() {
    let strings = ReporterStrings.arabic
    let forms = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111, 200].map {
      strings.severityCount(.major, $0)
    }
    #expect(
      forms == [
        "لا معاينات كبرى", "معاينة كبرى واحدة", "معاينتان كبريان", "3 معاينات كبرى",
        "10 معاينات كبرى", "11 معاينة كبرى", "99 معاينة كبرى", "100 معاينة كبرى",
        "102 معاينة كبرى", "103 معاينات كبرى", "111 معاينة كبرى", "200 معاينة كبرى",
      ])
    #expect(
      strings.derogated(3, 3, 30)
        == "3 معاينات مقبولة إلى أجل، ينتهي أجل 3 منها خلال 30 يوما")
  }

  @Test func frenchTakesTheSingularForNoughtAndOne() {
    let strings = ReporterStrings.french
    #expect(strings.severityCount(.major, 0) == "0 majeur")
    #expect(strings.severityCount(.minor, 1) == "1 mineur")
    #expect(strings.severityCount(.observation, 2) == "2 observations")
    #expect(
      strings.clauseCounts(65, [(.conform, 41), (.notApplicable, 1)])
        == "65 articles : 41 conformes, 1 non applicable")
  }

  @Test func englishAsTheDocumentationShowsIt() {
    let strings = ReporterStrings.english
    #expect(strings.derogated(2, 1, 30) == "2 derogated, 1 lapses within 30 days")
    #expect(strings.derogated(2, 2, 30) == "2 derogated, 2 lapse within 30 days")
    #expect(
      strings.clauseCounts(
        65,
        [(.conform, 41), (.nonconform, 6), (.attested, 3), (.notApplicable, 1), (.notAssessed, 14)])
        == "65 clauses: 41 conform, 6 nonconform, 3 attested, 1 not applicable, 14 not assessed")
  }

  @Test func noPhraseIsEmpty() {
    for language in Language.allCases {
      let strings = ReporterStrings.of(language)
      let counts = [0, 1, 2, 3, 11, 100, 1_000]
      var phrases = strings.labels + [strings.limits, strings.matrixTitle, strings.undecided]
      phrases += counts.flatMap { count in
        [
          strings.baseline(count), strings.passedOver(count), strings.incomplete(count),
          strings.incompleteMatrix(count), strings.undecidedCases(count),
          strings.attestedNote(count), strings.notAssessedNote(count), strings.omitted(count),
          strings.derogated(count, count, 30),
        ]
      }
      phrases += ClauseState.allCases.map(strings.clauseState)
      phrases += Severity.allCases.map(strings.severity)
      phrases += Basis.allCases.map(strings.basis)
      #expect(phrases.allSatisfy { !$0.isEmpty && !$0.contains("  ") && !$0.hasSuffix(" ") })
      // What we say ourselves needs no escape.
      #expect(phrases.allSatisfy { TerminalText.inert($0, limit: 10_000) == $0 })
    }
  }
}
