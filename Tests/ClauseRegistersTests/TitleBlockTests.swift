import ClauseDocuments
import ClauseRecords
import ClauseRegisters
import ClauseSource
import Testing

/// What stands above a table: the same headings and rows are found below all of it.
@Suite struct TitleBlockTests {
  private static let head = [
    "Réf", "Risque", "Processus", "Cause", "Conséquence", "P", "G", "Criticité", "Niveau",
    "Traitement", "Pilote", "Date d'évaluation",
  ]
  private static let rows = [
    [
      "R1", "Panne serveur", "SI", "Vétusté", "Arrêt", "3", "4", "12", "Élevé", "Réduire", "SL",
      "2026-01-12",
    ],
    [
      "R2", "Absentéisme", "RH", "Été", "Retard", "2", "3", "6", "Moyen", "Accepter", "YM",
      "2026-01-12",
    ],
  ]
  private static let fields = [
    "id", "title", "process", "cause", "effect", "likelihood", "severity", "score", "level",
    "treatment", "owner", "assessed_on",
  ]

  struct Block: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rows: [[String]]
    var merged: [String] = []
    var title = ""
    /// `field value` of the title block.
    var entries: [String] = []
  }

  private static let gap = [String](repeating: "", count: 11)

  static let blocks = [
    Block(testDescription: "nothing", rows: []),
    Block(
      testDescription: "a title", rows: [["Registre des risques"], []],
      title: "Registre des risques"),
    Block(
      testDescription: "a title over all columns", rows: [["Registre des risques"], []],
      merged: ["A1:L1"], title: "Registre des risques"),
    Block(
      testDescription: "a logo, a title and two labels",
      rows: [
        ["LOGO", "", "Registre des risques"] + Array(gap.prefix(8)) + ["Code : EN-01"],
        gap + ["Version : 02"], [],
      ], merged: ["A1:B2", "C1:K2"], title: "Registre des risques",
      entries: ["code EN-01", "version 02"]),
    Block(
      testDescription: "three cells",
      rows: [
        ["Société X", "Registre des risques", "Code : EN-01"], ["", "", "Version : 02"], [],
      ],
      title: "Registre des risques", entries: ["code EN-01", "version 02"]),
    Block(
      testDescription: "labels with values beside",
      rows: [["Société", "NADAFA"], ["Date de mise à jour", "12/01/2026"], []],
      entries: ["version_date 12/01/2026"]),
    Block(
      testDescription: "words in many cells",
      rows: [["NADAFA", "Registre", "des", "risques"] + Array(gap.prefix(7)) + ["Page 1/1"], []]),
    Block(
      testDescription: "labels over several columns",
      rows: [
        ["ATELIER X", "", "REGISTRE DES RISQUES", "", "Réf :", "F-01"],
        ["", "", "", "", "Version 1", "01/02/2026"], [],
      ], merged: ["A1:B2", "C1:D2"], title: "REGISTRE DES RISQUES",
      entries: ["id F-01", "version 1", "version_date 01/02/2026"]),
    Block(
      testDescription: "two labels in one cell",
      rows: [["Registre des risques", "Code : EN-01\nVersion : 02"]],
      title: "Registre des risques", entries: ["code EN-01", "version 02"]),
  ]

  @Test(arguments: blocks) func theTableBelowIsTheSame(_ block: Block) throws {
    let reading = try Reading(
      Sheet(block.rows + [Self.head] + Self.rows, merged: block.merged, name: "Feuil1"))
    #expect(reading.kinds == ["risk recognised"])
    #expect(reading.fields == Self.fields)
    #expect(reading.records == ["R1", "R2"])
    let register = try #require(reading.registers.first)
    #expect(register.headingRows == (block.rows.count + 1)...(block.rows.count + 1))
    if !block.title.isEmpty {
      #expect(String(decoding: register.title, as: UTF8.self) == block.title)
    }
    #expect(
      register.titleBlock.map { entry in
        Reading.catalog.path(of: [entry.slot], inType: entry.type) + " "
          + String(decoding: entry.value, as: UTF8.self)
      } == block.entries)
    #expect(
      register.titleBlock.allSatisfy {
        Reading.catalog.types[$0.type].describesFiles && $0.row < register.headingRows.lowerBound
      })
  }

  /// CSV has the same block, spread over cells and padded with separators.
  @Test(arguments: blocks) func csvIsRead(_ block: Block) throws {
    let rows = (block.rows + [Self.head] + Self.rows).map { row in
      row + [String](repeating: "", count: 14 - row.count)
    }
    let reading = try Reading(Sheet(rows).csv)
    #expect(reading.kinds == ["risk recognised"])
    #expect(reading.fields == Self.fields)
    #expect(reading.records == ["R1", "R2"])
    #expect(reading.registers.first?.titleBlock.count == block.entries.count)
  }

  /// A title with a stamp beside it, right above headings of which one occurs twice, is no pair of
  /// groups: it does not tell the two apart.
  @Test(arguments: [["Visa", "Visa"], ["Pilote"], ["Cause", "Pilote", "Visa", "Visa"]])
  func aTitleBesideAStampIsNoGroup(_ more: [String]) throws {
    let reading = try Reading(
      Sheet(
        [["Registre des risques"] + Self.gap + ["Page 1/1"], Self.head + more]
          + Self.rows.map { $0 + more }))
    #expect(Array(reading.fields.prefix(12)) == Self.fields)
    #expect(reading.registers.map(\.headingRows) == [2...2])
    #expect(reading.columns.allSatisfy { !$0.hasPrefix("Registre") })
  }

  /// The entry points at where its value stands.
  @Test func entriesHaveAPlace() throws {
    let reading = try Reading(
      Sheet([["Société", "X"], ["Version", "3"], [], Self.head] + Self.rows))
    let entry = try #require(reading.registers.first?.titleBlock.first)
    #expect(entry.row == 2 && entry.column == 2)
  }

  /// A title names the type where the headings alone leave it open.
  @Test func aTitleTellsTypesApart() throws {
    let rows = [["N°", "Intitulé", "Responsable"], ["1", "x", "SL"]]
    let plain = try Reading(Sheet(rows))
    #expect(plain.registers.allSatisfy { $0.ground == .unclear })
    for title in ["Plan d'actions 2026", "SUIVI DES ACTIONS", "Liste des actions QSE"] {
      #expect(try Reading(Sheet([[title], []] + rows)).kinds == ["action recognised"], "\(title)")
    }
    #expect(
      try Reading(Sheet([["سجل الأخطار"], []] + rows)).kinds.first?.hasPrefix("person") != true)
  }
}
