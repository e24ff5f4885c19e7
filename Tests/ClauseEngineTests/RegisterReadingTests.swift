import ClauseAssessment
import ClauseEngine
import ClauseSource
import Testing

/// Registers as people keep them, read without a line of configuration.
@Suite struct RegisterReadingTests {
  private static func assess(_ files: KeyValuePairs<String, String>) throws -> Assessment {
    try Organization(files).assess { options in
      options.packs = []
      options.packFolders = [Folders.rules]
    }
  }

  /// No record, no judgement: the run says what lies there and ends in an error.
  @Test func whereNothingWasReadNothingIsJudged() throws {
    let assessment = try Self.assess(["LISEZMOI.md": "# Dossier\n"])
    #expect(assessment.findings.isEmpty)
    #expect(assessment.diagnostics.contains { $0.code == "nothing-to-check" })
    #expect(
      assessment.standards.flatMap(\.clauses).allSatisfy { $0.state == .notAssessed })
  }

  /// A register under another name, with a title and the words of an office.
  private static let register = """
    Plan d'actions 2026;;;;;
    ;;;;;
    N° action;Origine;Action à mener;Pilote;Échéance;Statut de l'action
    A-1;Audit interne;Former les accueillants;Sara Alami;31/01/2026;À faire
    A-2;Revue de direction;Afficher les délais;Sara Alami;T2 2027;En cours
    """

  @Test func aRegisterIsReadByItsHeadings() throws {
    let assessment = try Self.assess(["suivi.csv": Self.register])
    #expect(assessment.recordCount == 2)
    #expect(!assessment.hasErrors)
    let late = assessment.findings.filter { $0.rule == "action-overdue" }
    #expect(late.map(\.record?.id.unescaped) == ["A-1"])
  }

  /// Names of persons are names where no register of persons was given: none dangles, and what
  /// rules ask beyond the name is said once to be undecided.
  @Test func namesStandForRecordsThatWereNotGiven() throws {
    let alone = try Self.assess(["suivi.csv": Self.register])
    #expect(!alone.findings.contains { $0.rule == "ref-unresolved" })
    #expect(
      alone.diagnostics.count { $0.code == "names-only" && $0.severity == .note } == 1)
    let beside = try Self.assess([
      "suivi.csv": Self.register, "persons.yaml": "persons: { sara: { full_name: Rim Idrissi } }\n",
    ])
    #expect(beside.findings.count { $0.rule == "ref-unresolved" } == 2)
  }
}
