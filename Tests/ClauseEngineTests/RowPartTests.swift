import ClauseAssessment
import ClauseEngine
import ClauseSource
import Testing

/// Rows that hold more than the record they are about, as people keep their registers: the shipped
/// packs find the action, the evaluation and the results as if they stood alone.
@Suite struct RowPartTests {
  private func assess(
    _ files: KeyValuePairs<String, String>, on day: String = "2026-11-23"
  ) throws -> Assessment {
    try Organization(files).assess(on: day, in: .french) {
      $0.packFolders = [Folders.rules]
      $0.packs = []
    }
  }

  private func found(_ assessment: Assessment, _ rule: String) -> [String] {
    assessment.findings.filter { $0.rule == rule }
      .map { "\($0.location.start.line):\($0.field?.unescaped ?? "")" }
  }

  /// The kinds of what is wrong with the data.
  private func problems(_ assessment: Assessment) -> [String] {
    assessment.findings.filter { $0.severity == .data }.map(\.rule)
  }

  private static let risks = """
    Réf;Risque;Conséquence;P;G;Criticité;Action;Pilote;Délai;État
    R1;Rupture de stock;Arrêt;4;4;16;Qualifier un second fournisseur;S. Amrani;30/06/2026;En cours
    R2;Panne de la presse;Retard;4;3;12;;;;
    R3;Départ d'un soudeur;Retard;4;4;16;Néant;;;
    R4;Fuite d'huile;Pollution;2;2;4;A-12;;;

    """

  private static let plan = """
    N°;Action;Origine;Type;Responsable;Échéance;Statut
    A1;Former les caristes;Besoin;Amélioration;S. Amrani;31/12/2026;En cours

    """
  private static let nonconformities = """
    N°;Date;Description;Origine;Correction;Statut
    NC1;02/03/2026;Lot hors cote;Interne;Tri;En cours

    """

  @Test func theActionInTheRowOfARiskIsAnAction() throws {
    let assessment = try assess(["registre des risques.csv": Self.risks])
    #expect(assessment.errors == [])
    #expect(found(assessment, "action-overdue") == ["2:due_on"])
    // A blank cell and a word for nothing are no action; a code refers to one.
    #expect(found(assessment, "risk-treated").map { $0.prefix(2) } == ["3:", "4:"])
    #expect(problems(assessment) == [])
  }

  /// The columns right of the text are the part's; without a text there is no part.
  @Test func noTextNoPart() throws {
    let assessment = try assess([
      "registre des risques.csv": """
      Réf;Risque;Conséquence;P;G;Criticité;Pilote;Délai
      R1;Rupture de stock;Arrêt;2;2;4;S. Amrani;30/06/2026

      """
    ])
    #expect(found(assessment, "action-overdue") == [])
    #expect(assessment.rule("action-overdue")?.evaluated == 0)
  }

  /// An action that the plan has too is one action, and the plan's word counts.
  @Test func theActionOfThePlanIsNotToldTwice() throws {
    let plan = """
      N°;Action;Origine;Type;Responsable;Échéance;Statut
      A1;Qualifier un second fournisseur;R1;Risque;S. Amrani;31/12/2026;En cours

      """
    let assessment = try assess([
      "plan d'actions.csv": plan, "registre des risques.csv": Self.risks,
    ])
    #expect(found(assessment, "action-overdue") == [])
    #expect(found(assessment, "risk-treated").map { $0.prefix(2) } == ["3:", "4:"])
    #expect(assessment.rule("action-overdue")?.evaluated == 1)
  }

  @Test func theEvaluationInTheRowOfADutyIsAnEvaluation() throws {
    let assessment = try assess([
      "veille réglementaire.csv": """
      N°;Texte;Article;Exigence;Applicable (O/N);Conformité (C/NC);Date d'évaluation;Action;Responsable;Délai
      1;Texte A, art. 4;4;Tenir un registre des déchets;O;C;10/01/2026;;;
      2;Texte B;281;Vérifier les appareils de levage;O;NC;10/01/2026;Faire vérifier le pont;RH;31/12/2026
      3;Texte C;3;Demander l'autorisation;O;NC;10/01/2026;;;

      """,
      "plan d'actions.csv": Self.plan, "non-conformités.csv": Self.nonconformities,
    ])
    #expect(assessment.errors == [])
    #expect(found(assessment, "evaluation-nonconform-acted").map { $0.prefix(2) } == ["4:"])
  }

  /// Months as columns are measurements of the indicator, with the year of the title.
  @Test func theMonthsOfAnIndicatorAreMeasurements() throws {
    let table = """
      Tableau de bord 2026

      Processus;Indicateur;Unité;Fréquence;Cible;Resp.;Janv.;Févr.;Mars;Avr.
      Production;Taux de rebut;%;mensuelle;≤ 2,5;RQ;2,1;3,4;;-

      """
    let assessment = try assess(["tableau de bord.csv": table, "plan d'actions.csv": Self.plan])
    #expect(assessment.errors == [])
    #expect(found(assessment, "kpi-target-missed-acted") == ["4:value"])
    #expect(assessment.rule("kpi-target-missed-acted")?.evaluated == 1)
    #expect(!assessment.notProvided.contains { $0.type == "measurement" })
    // A record without an id is called by its title, and only once.
    let messages = assessment.findings(of: "kpi-measured").map { finding in
      finding.message.parts.map { part in
        switch part {
        case .text(let text), .value(let text): text.unescaped
        }
      }.joined()
    }
    #expect(messages.allSatisfy { $0.contains("« Taux de rebut »") })
    #expect(messages.count == 1 && !messages[0].contains("» «"))
    // Without a year nobody knows which March it is.
    let undated = try assess([
      "tableau de bord.csv": table.replacing(" 2026", with: ""), "plan d'actions.csv": Self.plan,
    ])
    #expect(found(undated, "kpi-target-missed-acted") == [])
  }

  /// The auditor who leads the process he audits, whatever way his name is written.
  @Test(arguments: [
    ("TAZI Omar", true), ("O. Tazi", true), ("Tazi O.", true), ("M. Tazi", true), ("DG", true),
    ("Directeur général", true), ("Benali Ahmed", false), ("A. Benali", false),
    ("Resp. maintenance", false),
  ])
  func personsAreKnownByName(_ auditor: String, _ isPilot: Bool) throws {
    let assessment = try assess([
      "liste du personnel.csv": """
      Matricule;Nom;Prénom;Fonction
      001;BENALI;Ahmed;Responsable maintenance
      003;TAZI;Omar;Directeur général

      """,
      "cartographie des processus.csv": """
      Processus;Type;Pilote
      Achats;Support;Omar TAZI

      """,
      "programme d'audit.csv": """
      N°;Processus audité;Auditeur;Date prévue;Date réalisée;Statut
      A1;Achats;\(auditor);10/03/2026;12/03/2026;Réalisé

      """,
    ])
    #expect(assessment.errors == [])
    #expect(assessment.findings(of: "audit-impartial").count == (isPilot ? 1 : 0))
    #expect(!problems(assessment).contains("ref-unresolved"))
    // What has no column is taken for what such plans hold, and said.
    #expect(assessment.diagnostics.contains { $0.code == "column-assumed" })
  }

  /// A name that two persons may have is nobody's.
  @Test func anAmbiguousNameIsNoPerson() throws {
    let assessment = try assess([
      "liste du personnel.csv": """
      Matricule;Nom;Prénom;Fonction
      001;TAZI;Ahmed;Technicien
      003;TAZI;Omar;Directeur général

      """,
      "cartographie des processus.csv": "Processus;Type;Pilote\nAchats;Support;Tazi\n",
    ])
    #expect(problems(assessment) == ["ref-unresolved"])
  }

  /// The status of a row is that of its own action, whatever rows without one stand above it.
  @Test func aRowLendsItsCellsToItsOwnPartAlone() throws {
    let assessment = try assess([
      "non-conformités.csv": """
      N°;Date;Description;Origine;Correction;Statut;Action corrective;Responsable;Délai
      NC1;02/03/2026;Lot hors cote;Interne;Tri;Soldée
      NC2;02/03/2026;Étiquette absente;Interne;Tri;En cours;Revoir le poste;RQ;30/06/2026

      """
    ])
    #expect(found(assessment, "action-overdue") == ["3:due_on"])
  }

  /// Cells of a part in a row that names none are said, not lost.
  @Test func cellsWithoutATextAreSaid() throws {
    let assessment = try assess([
      "registre des risques.csv": """
      Réf;Risque;Conséquence;P;G;Criticité;Action;Pilote;Délai
      R1;Rupture de stock;Arrêt;2;2;4;;;30/06/2026
      R2;Panne;Arrêt;2;2;4;A-12;;30/06/2026
      R3;Fuite;Arrêt;2;2;4;;;

      """
    ])
    let notes = assessment.diagnostics.filter { $0.code == "part-unnamed" }
    #expect(notes.count == 1)
    #expect(notes.first?.location?.start.line == 2)
    #expect(notes.first?.message.unescaped.contains("2 cellules") == true)
  }

  private func configured(_ entry: String, _ path: String, _ text: String) throws -> Assessment {
    try assess([
      "clauselint.yaml": "sources:\n  - files: \(path)\n    type: risk\n    \(entry)\n", path: text,
    ])
  }

  /// A configuration maps headings to fields of a part, and nothing else of it.
  @Test func aConfigurationNamesFieldsOfParts() throws {
    let table =
      "Réf;Risque;Conséquence;P;G;Quoi;Pour quand\nR1;Panne;Arrêt;2;2;Réparer;30/06/2026\n"
    let mapped = try configured(
      "fields: { actions: Quoi, actions.due_on: Pour quand }", "r.csv", table)
    #expect(mapped.errors == [])
    #expect(found(mapped, "action-overdue") == ["2:due_on"])
    for entry in ["constants: { actions.status: ongoing }", "default: { actions.status: ongoing }"]
    {
      let refused = try configured(entry, "r.csv", table)
      #expect(refused.errors.contains { $0.contains("source-field") }, "\(entry)")
    }
    let yaml = "risks:\n  - { id: R1, quand: 2026-01-01 }\n"
    let tree = try configured("fields: { actions.due_on: quand }", "r.yaml", yaml)
    #expect(tree.errors.contains { $0.contains("source-field") })
  }

  /// What two records without ids carry under the same heading is told apart by them.
  @Test func partsAreKnownByWhoCarriesThem() throws {
    let assessment = try assess([
      "tableau de bord 2026.csv": """
      Processus;Indicateur;Unité;Fréquence;Cible;Resp.;Janv.;Févr.
      Production;Taux de rebut;%;mensuelle;≤ 2,5;RQ;3,4;
      Achats;Taux de retard;%;mensuelle;≤ 2,5;RQ;3,4;2,1

      """,
      "plan d'actions.csv": Self.plan,
    ])
    let missed = assessment.findings(of: "kpi-target-missed-acted")
    #expect(missed.count == 2)
    #expect(Set(missed.compactMap { $0.record?.content }).count == 2)
    #expect(Set(missed.map(\.fingerprint)).count == 2)
  }
}
