import ClauseCalendar
import Testing

@testable import ClauseRecords

/// What people write in cells and headings beside plain values.
@Suite struct RowTextTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(arguments: [
    ("Janv.", "2026-01-01", "2026-01-31"), ("Févr.", "2026-02-01", "2026-02-28"),
    ("T2", "2026-04-01", "2026-06-30"), ("S2", "2026-07-01", "2026-12-31"),
    ("3e trimestre", "2026-07-01", "2026-09-30"), ("2024", "2024-01-01", "2024-12-31"),
    ("mars 2025", "2025-03-01", "2025-03-31"), ("مارس", "2026-03-01", "2026-03-31"),
  ])
  func headingsNameTimes(_ text: String, _ start: String, _ end: String) {
    let period = ColumnPeriod(ofHeading: bytes(text), year: 2026)
    #expect(period?.start == CivilDate(iso: start))
    #expect(period?.end == CivilDate(iso: end))
  }

  @Test(arguments: ["Cible", "Total", "T5", "S3", "12", "", "Cumul 2026"])
  func otherHeadingsNameNone(_ text: String) {
    #expect(ColumnPeriod(ofHeading: bytes(text), year: 2026) == nil)
  }

  @Test func aMonthWithoutAYearNamesNone() {
    #expect(ColumnPeriod(ofHeading: bytes("Mars"), year: nil) == nil)
    #expect(ColumnPeriod.year(in: bytes("Tableau de bord 2026")) == 2026)
    #expect(ColumnPeriod.year(in: bytes("2025-2026")) == nil)
    // The year of an edition is not that of the table.
    #expect(ColumnPeriod.year(in: bytes("Indicateurs ISO 9001:2015")) == nil)
    #expect(ColumnPeriod.year(in: bytes("ISO 9001:2015, ISO 45001 : 2018, année 2026")) == 2026)
    #expect(ColumnPeriod.year(in: bytes("F-QSE-0012")) == nil)
  }

  @Test(arguments: ["Néant", "néant", "RAS", "Aucune", "Sans objet", "None", "لا شيء"])
  func wordsForNothing(_ text: String) { #expect(NothingText.isNothing(bytes(text)[...])) }

  @Test(arguments: ["", "Aucune formation prévue", "R2", "Rasage"])
  func wordsForSomething(_ text: String) { #expect(!NothingText.isNothing(bytes(text)[...])) }

  @Test(arguments: [("≤ 8", "≤", "8"), (">=95 %", ">=", "95 %"), ("< 0,3", "<", "0,3")])
  func signsBeforeNumbers(_ text: String, _ sign: String, _ rest: String) {
    let text = bytes(text)[...]
    #expect(SignedNumber.sign(of: text).map { String(decoding: $0, as: UTF8.self) } == sign)
    #expect(String(decoding: SignedNumber.withoutSign(text), as: UTF8.self) == rest)
  }

  @Test(arguments: ["8", "≤", "< faible", "->"])
  func noSigns(_ text: String) { #expect(SignedNumber.sign(of: bytes(text)[...]) == nil) }

  private static let words = WordTable(
    literals: ["done", "postponed", "audit", "no"],
    synonyms: [
      "done": ["Fait", "Réalisée"], "postponed": ["Reportée"], "audit": ["Audit interne"],
      "no": ["Non"],
    ])

  @Test(arguments: [
    ("Fait le 12/03", "done"), ("Reportée au T1 2027", "postponed"),
    ("Audit interne AI-02", "audit"),
    ("Réalisées par le prestataire", "done"),
  ])
  func aRemarkBehindAWord(_ text: String, _ literal: String) {
    let index = Self.words.literal(of: bytes(text)[...])
    #expect(index.map { Self.words.literals[$0] } == literal)
  }

  @Test(arguments: ["Fait en partie", "Non au 12/03", "Presque fait le 12/03", "Reportée"])
  func noOtherWordMayTurnTheMeaning(_ text: String) {
    let index = Self.words.literal(of: bytes(text)[...])
    #expect(index.map { Self.words.literals[$0] } == (text == "Reportée" ? "postponed" : nil))
  }

  @Test(arguments: [
    ("certificats/2026.pdf", true), ("rapport.docx", true), ("26-118 / LPEE", false),
    ("LPEE", false), ("v1.2", false), ("Rapport n° 3. Fait", false),
  ])
  func filesEndLikeFiles(_ text: String, _ isFile: Bool) {
    #expect(EvidencePath.looksLikeFile(bytes(text)[...]) == isFile)
  }

  @Test func personsAreFoundByWhatTheyAreCalled() {
    var names = CalledNames()
    names.add(1, name: bytes("EL AMRANI Salma"), offices: [bytes("Responsable QSE")[...]])
    names.add(
      2, name: bytes("BENALI Ahmed"), offices: [bytes("Responsable de la maintenance")[...]])
    names.add(3, name: bytes("BENALI Nadia"), offices: [bytes("Technicienne qualité")[...]])
    func who(_ text: String) -> Int? { names.record(called: bytes(text)[...]) }
    for text in [
      "Salma El Amrani", "El Amrani Salma", "S. El Amrani", "Mme El Amrani", "el-amrani s.", "RQSE",
      "Resp. QSE",
    ] {
      #expect(who(text) == 1, "\(text)")
    }
    #expect(who("A. Benali") == 2)
    #expect(who("Resp. maintenance") == 2)
    #expect(who("N. Benali") == 3)
    for text in ["Benali", "X. Benali", "Karim Amrani", "", "RH", "."] {
      #expect(who(text) == nil, "\(text)")
    }
  }
}
