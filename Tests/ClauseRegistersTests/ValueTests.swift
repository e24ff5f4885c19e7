import CEL
import ClauseDocuments
import ClauseRecords
import ClauseRegisters
import ClauseSource
import Testing

/// What becomes of values as registers write them.
@Suite struct ValueTests {
  private static func actions(_ column: String, _ values: [String]) throws -> Reading {
    try Reading(
      Sheet(
        [["N°", "Origine", "Type", "Action", column, "Avancement"]]
          + values.enumerated().map { index, value in
            ["A-\(index)", "x", "Amélioration", "y", value, "Planifiée"]
          }), type: "action")
  }

  /// A date without a day that is still to come is the last day it can mean.
  @Test(arguments: [
    ("T4 2026", "2026-12-31"), ("Q3 2026", "2026-09-30"), ("sept. 2026", "2026-09-30"),
    ("fin 2026", "2026-12-31"), ("S1 2027", "2027-06-30"), ("12/2026", "2026-12-31"),
    ("2026", "2026-12-31"), ("4e trimestre 2026", "2026-12-31"), ("février 2028", "2028-02-29"),
    ("fin juin 2026", "2026-06-30"), ("2026-06", "2026-06-30"), ("end of March 2027", "2027-03-31"),
    ("شتنبر 2026", "2026-09-30"), ("الربع الرابع 2026", "2026-12-31"),
  ])
  func dueDatesWithoutADay(_ text: String, _ day: String) throws {
    let reading = try Self.actions("Échéance", [text, "2026-01-31"])
    #expect(try reading.value("A-0", "due_on") == day)
    #expect(try reading.value("A-1", "due_on") == "2026-01-31")
    #expect(reading.store.problems.isEmpty)
    let note = try #require(reading.bound?.diagnostics.first { $0.code == "date-imprecise" })
    #expect(note.severity == .note)
  }

  /// Of what has happened the day is known, and what is no date is none.
  @Test(arguments: ["S48", "Dès que possible", "T5 2026", "31/06/2026", "2026 ou 2027"])
  func whatIsNoDateStaysAMistake(_ text: String) throws {
    let reading = try Self.actions("Échéance", [text])
    #expect(try reading.value("A-0", "due_on") == "?")
    #expect(reading.store.problems.map(\.kind) == [.fieldType])
  }

  @Test func datesOfThePastNeedADay() throws {
    let reading = try Self.actions("Date de réalisation", ["T4 2025"])
    #expect(try reading.value("A-0", "done_on") == "?")
  }

  @Test(arguments: [
    ("3", "3"), ("3 - Probable", "3"), ("3 (Probable)", "3"), ("4/5", "4"), ("P3", "3"),
    ("3=Probable", "3"), ("3 : Probable", "3"), ("3.0", "3"), ("4,0", "4"),
  ])
  func ratingsWithTheirMeaning(_ text: String, _ number: String) throws {
    let sheet = Sheet([
      ["Réf", "Risque", "Probabilité", "Gravité"], ["R-1", "x", text, "2"], ["R-2", "x", "1", "2"],
    ])
    for file in [sheet.workbook, sheet.csv] {
      #expect(try Reading(file, type: "risk").value("R-1", "likelihood") == number)
    }
  }

  @Test(arguments: ["Probable", "3 x 4", "3 ou 4", "-"])
  func whatIsNoRatingIsNone(_ text: String) throws {
    let reading = try Reading(
      Sheet([["Réf", "Risque", "Probabilité", "Gravité"], ["R-1", "x", text, "2"]]), type: "risk")
    let value = try reading.value("R-1", "likelihood")
    #expect(value == "?" || value == nil)
  }

  /// The unit of a period may stand in the heading.
  @Test(arguments: [
    ("Périodicité (mois)", "6", "6m0d"),
    ("Review interval (years)", "2", "24m0d"), ("Périodicité (jours)", "30", "0m30d"),
    ("Périodicité (mois)", "1 an", "12m0d"), ("Périodicité", "6 mois", "6m0d"),
  ])
  func theHeadingMayNameTheUnit(_ heading: String, _ cell: String, _ period: String) throws {
    let sheet = Sheet([
      ["Réf", "Risque", "Probabilité", "Gravité", heading], ["R-1", "x", "1", "2", cell],
    ])
    for file in [sheet.workbook, sheet.csv] {
      let reading = try Reading(file, type: "risk")
      #expect(reading.fields.last == "review_every")
      #expect(try reading.value("R-1", "review_every") == period)
    }
  }

  /// A register with one column of codes has it for the id and for the code.
  @Test(arguments: ["Code", "Réf", "N°"]) func codeAndIdStandInForEachOther(_ heading: String)
    throws
  {
    let sheet = Sheet([
      [heading, "Intitulé", "Type", "Version", "Date de version"],
      ["PR-01", "Achats", "Procédure", "1", "2026-01-02"],
    ])
    for file in [sheet.workbook, sheet.csv, sheet.markdown(heading: 0)] {
      let reading = try Reading(file, type: "document")
      #expect(try reading.value("PR-01", "code") == "PR-01")
      #expect(try reading.value("PR-01", "id") == "PR-01")
      #expect(reading.store.problems.isEmpty)
      #expect(!reading.codes.contains("column-missing"))
    }
    let both = try Reading(
      Sheet([
        ["N°", "Code", "Type", "Version", "Date de version"],
        ["7", "PR-01", "Procédure", "1", "2026-01-02"],
      ]), type: "document")
    #expect(try both.value("7", "code") == "PR-01")
  }

  /// References in registers may be the titles or names of records.
  @Test func namesAreReferences() throws {
    let persons = try Reading(
      Sheet([["ID", "full_name"], ["SL", "Sara Lamrani"]]), type: "person")
    let actions = try Reading(
      SourceFile(
        id: FileID(1), path: "a.csv",
        bytes: Array("N°;Action;Responsable\nA-1;x;sara lamrani\nA-2;x;SL\nA-3;x;Inconnu\n".utf8)),
      type: "action")
    let store = RecordStore.build(
      files: [persons.bound, actions.bound].compactMap { $0 }, catalog: Reading.catalog,
      asOf: Reading.today
    ) { _ in .missing }
    #expect(store.problems.map(\.kind) == [.refUnresolved])
    #expect(store.problems.first?.recordID?.unescaped == "A-3")
  }
}
