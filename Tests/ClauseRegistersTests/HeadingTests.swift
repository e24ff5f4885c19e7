import ClauseDocuments
import ClauseRecords
import ClauseRegisters
import ClauseSource
import TestTables
import Testing

/// What headings mean.
@Suite struct HeadingTests {
  private static func field(_ heading: String, _ type: String) throws -> String? {
    let index = try #require(Reading.catalog.index(ofType: type))
    return Reading.lexicon.field(ofHeading: heading, type: index)
  }

  @Test(arguments: [
    // Labels and names as they stand, in any spelling.
    ("Échéance", "due_on"), ("ECHEANCE", "due_on"), ("due_on", "due_on"), ("Due date", "due_on"),
    ("الأجل", "due_on"), ("Responsables", "responsible"), ("  Date de  réalisation ", "done_on"),
    // Brackets, stars and remarks do not matter.
    ("N° *", "id"), ("Échéance (JJ/MM/AAAA)", "due_on"), ("Type d'action", "kind"),
    ("Type d’action", "kind"), ("Action (verbe à l'infinitif)", "description"),
    ("Origine (audit, NC, ...)", "origin"), ("Date de réalisation effective", "done_on"),
    ("Avancement (%)", "status"), ("[Statut]", "status"), ("Statut :", "status"),
    // The name of the type in a heading says no more than the heading without it.
    ("N° action", "id"), ("No. action", "id"), ("Réf. action", "id"), ("# action", "id"),
    ("Statut de l'action", "status"), ("Responsable de l’action", "responsible"),
    ("Action", "description"), ("Actions", "description"),
    // Two names, two languages.
    ("Pilote / Resp.", "responsible"), ("Échéance - Due date", "due_on"),
    ("Statut | الحالة", "status"), ("Date de\nréalisation", "done_on"),
    // Fields of structures.
    ("effectiveness.checked_on", "effectiveness.checked_on"),
    ("Vérifiée le", "effectiveness.checked_on"),
    ("Résultat de l'efficacité", "effectiveness.result"),
    ("Visa", nil), ("", nil), ("%", nil), ("Coût", nil),
  ])
  func headingsOfActions(_ heading: String, _ field: String?) throws {
    #expect(try Self.field(heading, "action") == field)
  }

  @Test(arguments: [
    ("Probabilité (P)", "likelihood"), ("Gravité (G) *", "severity"),
    ("Criticité (P x G)", "score"), ("P", "likelihood"), ("Risk ID", "id"), ("Risk Owner", "owner"),
    ("Risk Description", "title"), ("Risk Score", "score"), ("N° risque", "id"),
    ("Risque", "title"), ("Risque identifié", "title"), ("Gravité résiduelle", "residual_severity"),
    // It is a label of the effect; only numbers below it make it the severity.
    ("Impact", "effect"),
  ])
  func headingsOfRisks(_ heading: String, _ field: String?) throws {
    #expect(try Self.field(heading, "risk") == field)
  }

  @Test func sameHeadings() {
    let lexicon = Reading.lexicon
    for (a, b) in [
      ("Échéance", "echeances"), ("N° de l'action", "No action"),
      ("Non-conformité", "Non conformités"),
    ] {
      #expect(lexicon.isSameHeading(Array(a.utf8), Array(b.utf8)), "\(a) and \(b)")
    }
    #expect(!lexicon.isSameHeading(Array("Date".utf8), Array("Date de version".utf8)))
  }

  // MARK: Columns

  @Test func everyColumnIsAccountedFor() throws {
    let reading = try Reading(
      Sheet([
        [
          "N° action", "Origine", "Type", "Action", "Responsable", "Échéance", "Pilote", "Visa",
          "Visa",
        ],
        ["A-1", "x", "Amélioration", "y", "SL", "2026-09-30", "YM", "ok", "ok"],
      ]))
    #expect(reading.kinds == ["action recognised"])
    #expect(
      reading.columns == [
        "N° action=id", "Origine=origin", "Type=kind", "Action=description",
        "Responsable=responsible", "Échéance=due_on", "Pilote=owner", "Visa=", "Visa=",
      ])
    #expect(reading.records == ["A-1"])
    #expect(!reading.codes.contains { $0.contains("duplicate") || $0 == "field-twice" })
    let keys = try #require(reading.bound?.keys)
    #expect(keys.map(\.field).suffix(3) == ["owner", nil, nil])
  }

  /// The first column holds the field; a second one that means the same is said and not read.
  @Test func aSecondHeadingForAFieldIsNotRead() throws {
    for sheet in [
      ["N°", "Action", "Échéance", "Origine", "Échéance"],
      ["N°", "Action", "Échéance", "Origine", "Due date"],
    ] {
      let reading = try Reading(
        Sheet([sheet, ["A-1", "x", "2026-09-30", "y", "2026-10-31"]]), type: "action")
      #expect(reading.fields == ["id", "description", "due_on", "origin", nil])
      #expect(reading.columns.last == sheet[4] + "+due_on")
      #expect(try reading.value("A-1", "due_on") == "2026-09-30")
      let warning = try #require(reading.bound?.diagnostics.first { $0.code == "heading-twice" })
      #expect(warning.severity == .warning)
    }
  }

  // MARK: Values as evidence

  /// `Impact` is the severity above numbers and the effect above words.
  @Test func numbersBelowAHeadingSayWhatItMeans() throws {
    let head = [
      "Risk ID", "Risk Description", "Probability", "Impact", "Score", "Mitigation", "Risk Owner",
    ]
    let numbers = try Reading(
      Sheet([
        head, ["R-1", "Power cut", "3", "5", "15", "Reduce", "SL"],
        ["R-2", "Late", "2", "4", "8", "Accept", "YM"],
      ]))
    #expect(
      numbers.fields == ["id", "title", "likelihood", "severity", "score", "treatment", "owner"])
    #expect(numbers.kinds == ["risk recognised"])
    #expect(try numbers.value("R-1", "severity") == "5")
    let words = try Reading(
      Sheet([
        head, ["R-1", "Power cut", "3", "Loss of data", "15", "Reduce", "SL"],
        ["R-2", "Late", "2", "Fines", "8", "Accept", "YM"],
      ]))
    #expect(
      words.fields == ["id", "title", "likelihood", "effect", "score", "treatment", "owner"])
  }

  /// In text as in workbooks, though text knows no numbers.
  @Test func digitsOfTextAreNumbersToo() throws {
    let sheet = Sheet([
      ["Réf", "Risque", "Probabilité", "Impact"], ["R-1", "x", "3", "5"], ["R-2", "y", "2", "4"],
    ])
    for file in [sheet.csv, sheet.workbook, sheet.markdown(heading: 0)] {
      #expect(
        try Reading(file, type: "risk").fields == ["id", "title", "likelihood", "severity"])
    }
  }

  // MARK: Groups

  private static let rated = [
    ["R-1", "Panne", "3", "4", "12", "Réduire", "2", "2", "4"],
    ["R-2", "Retard", "2", "4", "8", "Réduire", "1", "4", "4"],
  ]
  private static let ratings = [
    "id", "title", "likelihood", "severity", "score", "treatment", "residual_likelihood",
    "residual_severity", "residual_score",
  ]

  @Test(arguments: [
    // Merged over its columns, the other headings merged over both rows.
    ["C1:E1", "G1:I1", "A1:A2", "B1:B2", "F1:F2"],
    // Merged over its columns only.
    ["C1:E1", "G1:I1"],
    // Not merged at all: a group reaches to the next heading.
    [],
  ])
  func groupsTellTwinsApart(_ merged: [String]) throws {
    let isTall = merged.count != 2
    let first =
      isTall
      ? ["Réf", "Risque", "Risque brut", "", "", "Traitement", "Risque résiduel"]
      : ["", "", "Risque brut", "", "", "", "Risque résiduel"]
    let second =
      isTall
      ? ["", "", "P", "G", "C", "", "P", "G", "C"]
      : ["Réf", "Risque", "P", "G", "C", "Traitement", "P", "G", "C"]
    let reading = try Reading(Sheet([first, second] + Self.rated, merged: merged))
    #expect(reading.kinds == ["risk recognised"])
    #expect(reading.fields == Self.ratings)
    #expect(reading.records == ["R-1", "R-2"])
    #expect(reading.columns[6] == "Risque résiduel / P=residual_likelihood")
    #expect(reading.registers[0].headingRows == 1...2)
    #expect(try reading.value("R-1", "severity") == "4")
    #expect(try reading.value("R-1", "residual_severity") == "2")
  }

  @Test(arguments: [
    ("Évaluation initiale", "Évaluation finale"), ("Avant maîtrise", "Après maîtrise"),
    ("Gross risk", "Net risk"), ("الخطر الخام", "الخطر المتبقي"),
    ("Cotation", "Cotation après mesures"),
  ])
  func groupsAreNamedInManyWays(_ before: String, _ after: String) throws {
    let reading = try Reading(
      Sheet(
        [
          ["Réf", "Risque", before, "", "", "Traitement", after],
          ["", "", "P", "G", "C", "", "P", "G", "C"],
        ] + Self.rated, merged: ["C1:E1", "G1:I1"]))
    #expect(reading.fields == Self.ratings)
  }

  /// Without groups only the order tells the second from the first.
  @Test func theSecondOfTwoEqualRatingsIsTheResidualOne() throws {
    let head = ["Réf", "Risque", "P", "G", "C", "Traitement", "P", "G", "C"]
    let sheet = Sheet([head] + Self.rated)
    for file in [sheet.workbook, sheet.csv, sheet.markdown(heading: 0)] {
      #expect(try Reading(file, type: "risk").fields == Self.ratings)
    }
  }

  /// Groups over all columns, of which none says more than its name.
  @Test func groupsThatSayNothingAreNoPartOfTheMeaning() throws {
    let reading = try Reading(
      Sheet(
        [
          ["IDENTIFICATION", "", "", "EVALUATION"],
          ["Réf", "Risque", "Cause", "Probabilité", "Gravité", "Criticité"],
          ["R1", "Panne", "Usure", "2", "3", "6"],
        ], merged: ["A1:C1", "D1:F1"]))
    #expect(reading.kinds == ["risk recognised"])
    #expect(reading.fields == ["id", "title", "cause", "likelihood", "severity", "score"])
    #expect(reading.records == ["R1"])
  }

  /// A title, groups, and the headings.
  @Test func threeRowsAboveTheRecords() throws {
    let reading = try Reading(
      Sheet(
        [
          ["REGISTRE DES RISQUES"],
          ["", "", "Risque brut", "", "", "", "Risque résiduel"],
          ["Réf", "Risque", "P", "G", "C", "Traitement", "P", "G", "C"],
        ] + Self.rated, merged: ["A1:I1", "C2:E2", "G2:I2"]))
    #expect(reading.fields == Self.ratings)
    #expect(reading.registers.map(\.headingRows) == [2...3])
    #expect(reading.records == ["R-1", "R-2"])
  }

  /// A row of values below one wide heading is no second row of headings.
  @Test func valuesBelowAWideHeadingAreValues() throws {
    let reading = try Reading(
      Sheet(
        [
          ["N°", "Action", "", "Échéance"], ["A-1", "Former", "l'équipe", "2026-01-01"],
          ["A-2", "Refaire", "le plan", "2026-01-01"],
        ], merged: ["B1:C1"]), type: "action")
    #expect(reading.registers[0].headingRows == 1...1)
    #expect(reading.records == ["A-1", "A-2"])
  }

  @Test func theGroupOfAStructureNamesItsFields() throws {
    let reading = try Reading(
      Sheet(
        [
          ["N°", "Action", "Échéance", "Efficacité", ""], ["", "", "", "Vérifiée le", "Résultat"],
          ["A-1", "x", "2026-01-01", "2026-02-01", "effective"],
        ], merged: ["D1:E1", "A1:A2", "B1:B2", "C1:C2"]), type: "action")
    #expect(reading.fields[3] == "effectiveness.checked_on")
    #expect(reading.records == ["A-1"])
  }

  /// A source may name the row, whatever stands in it, and rows below that are no records.
  @Test func theSourceNamesTheRowOfHeadings() throws {
    let sheet = Sheet([
      ["x", "y"], ["N°", "Titre"], ["unité", "unité"], ["1", "2"],
    ])
    for file in [sheet.workbook, sheet.csv] {
      let reading = try Reading(file, type: "action", headingRow: 2, skippedRows: 1)
      #expect(reading.registers.map(\.headingRows) == [2...2])
      #expect(reading.records == ["1"])
      #expect(try Reading(file, type: "action", headingRow: 9).registers.isEmpty)
    }
  }

  /// Headings that nobody knows are headings all the same where the source says the type.
  @Test func unknownHeadingsOfADeclaredTypeAreFound() throws {
    let reading = try Reading(
      Sheet([
        ["Titre de la feuille"], [], ["Colonne 1", "Colonne 2", "Colonne 3"], ["a", "b", "c"],
      ]),
      type: "action")
    #expect(reading.columns == ["Colonne 1=", "Colonne 2=", "Colonne 3="])
    #expect(reading.records == ["a"])
  }
}
