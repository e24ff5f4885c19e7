import ClauseDocuments
import ClauseRecords
import ClauseRegisters
import ClauseSource
import Testing

/// Which rows below the headings are records.
@Suite struct RowTests {
  static let head = [
    "N°", "Origine", "Type", "Action", "Responsable", "Échéance", "Date de réalisation",
    "Avancement",
  ]
  static let first = [
    "A-1", "AI-1", "Action corrective", "Former", "SL", "2026-09-30", "", "En cours",
  ]
  static let second = [
    "A-2", "AI-1", "Amélioration", "Refaire", "YM", "2026-12-31", "", "Planifiée",
  ]
  static let third = [
    "A-3", "AI-1", "Action corrective", "Réparer", "SL", "2026-05-29", "2026-05-20", "Réalisé",
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rows: [[String]]
    var passedOver: [String] = []
    var merged: [String] = []
    /// Whether CSV and Markdown can say it too.
    var isForAll = true
    var records = ["A-1", "A-2", "A-3"]

    init(
      _ name: String, _ rows: [[String]], _ passedOver: [String] = [], merged: [String] = [],
      isForAll: Bool = true, records: [String] = ["A-1", "A-2", "A-3"]
    ) {
      testDescription = name
      self.rows = rows
      self.passedOver = passedOver
      self.merged = merged
      self.isForAll = isForAll
      self.records = records
    }
  }

  static let all = [first, second, third]

  static let cases = [
    Case("nothing else", all),
    Case(
      "sections", [["PROCESSUS ACHATS"], first, ["PROCESSUS PRODUCTION"], second, third],
      ["section 2@2"]),
    Case(
      "merged sections", [["Achats"], first, ["Production"], second, third], ["section 2@2"],
      merged: ["A2:H2", "A4:H4"], isForAll: false),
    Case(
      "sections in the middle", [first, ["", "", "", "Atelier 2"], second, third], ["section 1@3"]),
    Case("a total", all + [["Total", "", "", "3", "", "", "", "1/3"]], ["total 1@5"]),
    Case(
      "a total of each section",
      [
        first, ["Sous-total", "", "", "1"], second, third,
        ["TOTAL GÉNÉRAL", "", "", "3"],
      ], ["total 2@3"]),
    Case("an average", all + [["Moyenne", "", "", "", "", "", "", "45"]], ["total 1@5"]),
    Case("an Arabic total", all + [["المجموع", "", "", "3"]], ["total 1@5"]),
    Case(
      "a footnote behind a gap", all + [[""], ["* échéance révisée par le comité"]],
      ["blank 1@5", "note 1@6"]),
    Case("a footnote without a gap", all + [["* échéance révisée par le comité"]], ["note 1@5"]),
    Case(
      "a remark below", all + [[""], ["NB : les dates sont celles du comité"]],
      ["blank 1@5", "note 1@6"]),
    Case(
      "a remark in the second column", all + [[""], ["", "Document interne"]],
      ["blank 1@5", "note 1@6"]),
    Case(
      "a legend",
      all + [
        [""], ["Légende"], ["Planifiée", "Action non commencée"], ["En cours", "Action engagée"],
        ["Réalisé", "Action finie"],
      ], ["blank 1@5", "note 4@6"]),
    Case(
      "a signature", all + [[""], ["", "", "", "", "Fait à Rabat, le 12/03/2026"]],
      ["blank 1@5", "signature 1@6"]),
    Case(
      "two stamps beside each other",
      all + [[""], ["Rédigé par :", "", "", "", "Approuvé par :"], ["SL", "", "", "", "YM"]],
      ["blank 1@5", "note 1@7", "signature 1@6"]),
    Case("a stamp", all + [["", "", "", "", "", "", "Visa :"]], ["signature 1@5"]),
    Case("the headings once more", [first, head, second, third], ["heading 1@3"]),
    Case("blank rows between", [first, [""], ["", "", ""], second, third], ["blank 2@3"]),
    Case(
      "a row of numbers only that is not filled in",
      all + [["A-4"], ["A-5"]], [], records: ["A-1", "A-2", "A-3", "A-4", "A-5"]),
    // What looks like one of them and is a record.
    Case(
      "a record about totals",
      [
        first,
        ["A-2", "Total", "Amélioration", "Total des heures", "YM", "2026-12-31", "", "Planifiée"],
        third,
      ]),
    Case(
      "a record about a signature",
      [
        first,
        ["A-2", "Visa", "Amélioration", "Signature du plan", "YM", "2026-12-31", "", "Planifiée"],
        third,
      ]),
    Case("a sparse record", [first, ["A-2", "", "", "Refaire"], third]),
    Case("a sparse record at the end", [first, second, ["A-3", "", "", "Réparer"]]),
  ]

  @Test(arguments: cases) func rowsOfWorkbooks(_ test: Case) throws {
    let reading = try Reading(Sheet([Self.head] + test.rows, merged: test.merged))
    #expect(reading.kinds == ["action recognised"])
    #expect(reading.records == test.records)
    #expect(reading.passedOver == test.passedOver)
  }

  @Test(arguments: cases) func rowsOfText(_ test: Case) throws {
    if !test.isForAll { return }
    let sheet = Sheet([Self.head] + test.rows, name: "Plan d'actions")
    for file in [sheet.csv, sheet.markdown(heading: 0)] {
      let reading = try Reading(file, names: ["actions"])
      #expect(reading.kinds == ["action recognised"], "\(file.path)")
      #expect(reading.records == test.records, "\(file.path)")
      let kinds = { (passed: [String]) in passed.map { $0.prefix { $0 != "@" } } }
      #expect(kinds(reading.passedOver) == kinds(test.passedOver), "\(file.path)")
    }
  }

  /// What is passed over is said, with how much and where it begins.
  @Test func whatIsPassedOverIsSaid() throws {
    let reading = try Reading(
      Sheet([Self.head] + Self.all + [["Total", "", "", "3"], [""], ["* note"], ["* note"]]))
    let notes = reading.tree.document.diagnostics
    #expect(notes.map(\.code) == ["table-blank-rows", "table-total-rows", "table-note-rows"])
    #expect(notes.allSatisfy { $0.severity == .note })
    #expect(notes.last?.message[.english] == "2 rows of notes or of a legend were passed over")
    guard case .span(let span) = notes[1].place, let source = reading.tree.document.source else {
      Issue.record("the note has no place")
      return
    }
    #expect(source.location(of: span).cell?.text.unescaped == "Feuil1!A5")
  }

  /// A register without a record stays empty, whatever is written below.
  @Test func anEmptyRegisterWithASignatureIsEmpty() throws {
    let head = [
      "N°", "Unité de travail", "Activité", "Famille de danger", "Gravité", "Probabilité",
      "Date d'évaluation",
    ]
    for below in [
      [["", "", "Fait à Rabat, le 12/03/2026"]], [[""], ["", "", "Fait à Rabat, le 12/03/2026"]],
      [[""], ["Rédigé par :", "", "Approuvé par :"]], [["Néant"]], [],
    ] {
      let sheet = Sheet([head] + below, name: "Dangers")
      for file in [sheet.workbook, sheet.csv, sheet.markdown(heading: 0)] {
        let reading = try Reading(file, names: ["hazards"])
        #expect(reading.kinds == ["hazard recognised"], "\(file.path) \(below)")
        #expect(reading.records == [], "\(file.path) \(below)")
        #expect(reading.store.records.isEmpty)
      }
    }
  }

  /// Rows that wait for somebody to fill them in hold nothing but formulas and running numbers.
  @Test func preparedRowsAreNoRecords() throws {
    let formula = #"<c r="@" t="str"><f>IF(A5="","",1)</f><v></v></c>"#
    let rows = [
      ["1", "AI-1", "Amélioration", "x", "SL", "2026-01-01", "", "En cours"],
      ["2", "AI-1", "Amélioration", "y", "SL", "2026-01-01", "", "En cours"],
      ["3", "", "", "", "", "", "", formula], ["4", "", "", "", "", "", "", formula],
    ]
    let reading = try Reading(Sheet([Self.head] + rows))
    #expect(reading.records == ["1", "2"])
    #expect(reading.passedOver == ["template 2@4"])
  }

  /// A merged cell is the value of all rows it reaches into.
  @Test func mergedCellsAreTheValueOfEachRow() throws {
    let reading = try Reading(
      Sheet(
        [
          Self.head, Self.first,
          ["A-2", "", "Amélioration", "Refaire", "YM", "2026-12-31", "", "Planifiée"], Self.third,
        ], merged: ["B2:B3"]))
    #expect(reading.records == ["A-1", "A-2", "A-3"])
    #expect(try reading.value("A-2", "origin") == "AI-1")
  }

  // MARK: Cells

  /// Cells that show nothing never matter: too many, too few, or columns of nothing.
  @Test func blankCellsDoNotMatter() throws {
    let plain = try Reading(Sheet([Self.head] + Self.all).csv)
    #expect(plain.records == ["A-1", "A-2", "A-3"])
    let trailing = [""] + ["", ""]
    for rows in [
      [Self.head] + Self.all.map { $0 + [""] },
      ([Self.head] + Self.all).map { $0 + trailing } + [[String](repeating: "", count: 11)],
      [Self.head + [""]] + Self.all.map { $0 + [" "] },
      [Self.head, Self.first, Self.second, Self.third],
    ] {
      for file in [Sheet(rows).csv, Sheet(rows, name: "Actions").markdown(heading: 0)] {
        let reading = try Reading(file, names: ["actions"])
        #expect(reading.fields == plain.fields)
        #expect(reading.rows == plain.rows)
        #expect(reading.codes.filter { $0 != "table-blank-rows" } == [])
      }
    }
    let short = try Reading(
      Sheet([Self.head, Array(Self.first.prefix(6)), Self.second]).csv)
    #expect(short.records == ["A-1", "A-2"])
    #expect(try short.value("A-1", "due_on") == "2026-09-30")
    #expect(try short.value("A-1", "status") == nil)
  }

  /// In text a value too many may have moved all others: the row is not read and said; the rest is.
  @Test func aValueTooManyCostsTheRow() throws {
    let broken = [
      "A-2", "AI-1", "Amélioration", "Refaire", "le plan", "YM", "2026-12-31", "", "Planifiée",
    ]
    let sheet = Sheet([Self.head, Self.first, broken, Self.third], name: "Actions")
    for file in [sheet.csv, sheet.markdown(heading: 0)] {
      let reading = try Reading(file, names: ["actions"])
      #expect(reading.records == ["A-1", "A-3"])
      let error = try #require(reading.tree.document.diagnostics.first)
      #expect(error.severity == .error && error.code == "table-damaged-rows")
      guard case .span(let span) = error.place else {
        Issue.record("the error has no place")
        continue
      }
      #expect(file.location(of: span).start.line == (file.path == "a.csv" ? 3 : 6))
      #expect(reading.store.records.count == 2)
    }
    // In a workbook it stands in a column of its own, which lacks a heading.
    let book = try Reading(sheet.workbook)
    #expect(book.records == ["A-1", "A-2", "A-3"])
    #expect(book.codes.contains("table-no-heading"))
  }

  @Test func aRowThatCannotBeReadCostsTheRow() throws {
    let text =
      "N°;Action;Échéance;Origine\nA-1;x;2026-01-01;y\nA-2;x\"y;2026-01-01;z\nA-3;x;2026-01-01;y\n"
    let file = SourceFile(id: FileID(0), path: "a.csv", bytes: Array(text.utf8))
    let reading = try Reading(file, type: "action")
    #expect(reading.records == ["A-1", "A-3"])
    #expect(reading.codes.contains("csv-quote"))
  }

  // MARK: Several tables

  @Test func twoTablesInOneSheetAreTwoRegisters() throws {
    let risks = [
      ["Réf", "Risque", "Probabilité", "Gravité"], ["R-1", "x", "2", "3"], ["R-2", "y", "1", "1"],
    ]
    let sheet = Sheet(
      [["Plan d'actions"], Self.head] + Self.all + [[""], ["Registre des risques"]] + risks)
    for file in [sheet.workbook, sheet.csv] {
      let reading = try Reading(file)
      #expect(reading.kinds == ["action recognised", "risk recognised"], "\(file.path)")
      #expect(reading.registers.map(\.records.count) == [3, 2])
      #expect(
        reading.registers.map { String(decoding: $0.title, as: UTF8.self) } == [
          "Plan d'actions", "Registre des risques",
        ])
      #expect(reading.store.records.count == 5)
      #expect(reading.tree.tables.map(\.type).count == 2)
    }
  }

  /// The same headings once more, behind a title, go on with the same register.
  @Test func theSameHeadingsFurtherDownGoOn() throws {
    let sheet = Sheet([
      Self.head, Self.first, [""], ["Production"], Self.head, Self.second, Self.third,
    ])
    for file in [sheet.workbook, sheet.csv] {
      let reading = try Reading(file)
      #expect(reading.kinds == ["action recognised"], "\(file.path)")
      #expect(reading.records == ["A-1", "A-2", "A-3"])
    }
  }

  /// A text with a title block, the register and the history of its versions has one register.
  @Test func theHistoryBesideARegisterIsNotRead() throws {
    let text = """
      # RQ 03 - Registre des non-conformités

      | ENREGISTREMENT | RQ 03 |
      | :--- | :--- |
      | **REGISTRE DES NC** | **Rév. 02** |
      | **Date d'émission :** 13/01/2026 | **Responsable :** SL |

      | N° | Date de détection | Écart | Classement | Processus | Correction | Statut |
      |---|---|---|---|---|---|---|
      | NC-1 | 2026-01-28 | Plan périmé | Mineure | PR-1 | Plan retiré | Soldée | |
      | NC-2 | 2026-02-02 | Cote | Majeure | PR-1 | Pièce triée | Ouverte |

      ## Historique

      | Date | Rév. | Description | Responsable |
      |---|---|---|---|
      | 09/08/2025 | 00 | Création | SL |
      | 13/01/2026 | 02 | Nouvelle mise en page | SL |
      """
    let file = SourceFile(id: FileID(0), path: "nc.md", bytes: Array(text.utf8))
    let reading = try Reading(file)
    let read = reading.tree.registers.filter(\.isRead)
    #expect(read.map { Reading.catalog.types[$0.register.type].name } == ["nonconformity"])
    #expect(reading.store.records.map(\.id.unescaped) == ["NC-1", "NC-2"])
    #expect(reading.store.problems.isEmpty)
  }

  /// A table of other things in a text is no register, even if a word of it is known.
  @Test(arguments: [
    "| Date | Rév. | Description |\n|--|--|--|\n| 2026-01-01 | 0 | Création |\n",
    "| Sigle | Signification |\n|--|--|\n| SMI | Système |\n",
    "| Étape | Responsable | Document |\n|--|--|--|\n| 1 | SL | PR-1 |\n",
  ])
  func tablesOfOtherThingsAreNotRead(_ table: String) throws {
    let file = SourceFile(
      id: FileID(0), path: "a.md", bytes: Array(("# Procédure achats\n\n" + table).utf8))
    let reading = try Reading(file, names: ["procédure achats"])
    #expect(reading.tree.document.tree == nil)
    #expect(reading.store.records.isEmpty)
  }
}
