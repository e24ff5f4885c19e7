import ClauseAssessment
import ClauseReports
import ClauseSource
import Testing

@Suite struct GoldenTests {
  @Test(arguments: Language.allCases)
  func text(language: Language) throws {
    let bytes = TextReporter().report(AwkwardAssessment.full(language), options: ReportOptions())
    try expectGolden(bytes, "full.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func textWithoutFindings(language: Language) throws {
    let bytes = TextReporter().report(
      AwkwardAssessment.spotless(language), options: ReportOptions())
    try expectGolden(bytes, "spotless.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func textOfDiagnosticsAlone(language: Language) throws {
    let bytes = TextReporter().report(
      AwkwardAssessment.unreadable(language), options: ReportOptions())
    try expectGolden(bytes, "unreadable.\(language.rawValue).txt")
  }

  @Test func colouredText() throws {
    let bytes = TextReporter().report(
      AwkwardAssessment.full(.english), options: ReportOptions(colour: true))
    try expectGolden(bytes, "full.colour.txt")
  }

  @Test func json() throws {
    let options = ReportOptions()
    try expectGolden(
      JSONReporter().report(AwkwardAssessment.full(.english), options: options), "full.json")
    try expectGolden(
      JSONReporter().report(AwkwardAssessment.unreadable(.english), options: options),
      "unreadable.json")
  }

  @Test(arguments: Language.allCases)
  func sarif(language: Language) throws {
    let bytes = SARIFReporter().report(AwkwardAssessment.full(language), options: ReportOptions())
    try expectGolden(bytes, "full.\(language.rawValue).sarif")
  }

  @Test(arguments: Language.allCases)
  func clauseMatrix(language: Language) throws {
    let bytes = ClauseMatrixReporter().report(
      AwkwardAssessment.full(language), options: ReportOptions())
    try expectGolden(bytes, "matrix.\(language.rawValue).txt")
  }

  @Test func clauseMatrixAsJSON() throws {
    let bytes = ClauseMatrixJSONReporter().report(
      AwkwardAssessment.spotless(.french), options: ReportOptions())
    try expectGolden(bytes, "matrix.fr.json")
  }

  @Test(arguments: Language.allCases)
  func ruleTable(language: Language) throws {
    let bytes = RuleTable.text(
      AwkwardAssessment.rules, standards: AwkwardAssessment.standards, language: language)
    try expectGolden(bytes, "rules.\(language.rawValue).txt")
  }

  @Test func ruleTableAsJSON() throws {
    try expectGolden(RuleTable.json(AwkwardAssessment.rules), "rules.json")
  }
}
