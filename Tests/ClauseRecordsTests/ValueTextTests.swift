import ClauseCalendar
import ClauseSource
import Testing

@testable import ClauseRecords

/// Values as registers of three languages write them.
struct ValueTextTests {
  private func bytes(_ text: String) -> ArraySlice<UInt8> {
    ScalarText.trimmed(Array(text.utf8)[...])
  }

  // MARK: Numbers

  @Test(
    arguments: [
      ("12", 12), ("-3", -3), ("+3", 3), ("08", 8), ("1 234", 1234), ("1\u{A0}234", 1234),
      ("1\u{202F}234\u{202F}567", 1_234_567), ("١٢٣", 123), ("۱۲", 12), ("85 %", 85), ("٪٨٥", 85),
      ("(12)", -12), ("12,0", 12), ("1,234,567", 1_234_567), ("1.234.567", 1_234_567),
      ("\u{200F}45\u{200E}", 45), ("1٬234", 1234), ("−7", -7), ("9223372036854775807", .max),
    ] as [(String, Int64)])
  func wholeNumbers(_ text: String, _ value: Int64) {
    #expect(NumberText.whole(bytes(text)) == .whole(value))
  }

  @Test(arguments: [
    ("1234,56", 1234.56), ("1 234,56", 1234.56), ("1\u{202F}234,56", 1234.56),
    ("1.234,56", 1234.56), ("1,234.56", 1234.56), ("1.234", 1.234), ("0,123", 0.123),
    ("1234,567", 1234.567), ("12,5", 12.5), ("0.85", 0.85), ("٣٫٥", 3.5), ("1,5 %", 1.5),
    ("1e3", 1000), ("2.5E-1", 0.25), ("(1,5)", -1.5), ("-0,5", -0.5),
  ])
  func numbers(_ text: String, _ value: Double) {
    #expect(NumberText.decimal(bytes(text), isMoney: false) == .decimal(value))
  }

  @Test(arguments: [
    ("1 200 DH", 1200), ("1 200,50 MAD", 1200.5), ("MAD 300", 300), ("٥٠٠ درهم", 500),
    ("12 dhs", 12),
  ])
  func money(_ text: String, _ value: Double) {
    #expect(NumberText.decimal(bytes(text), isMoney: true) == .decimal(value))
    #expect(NumberText.decimal(bytes(text), isMoney: false) == .failure(nil))
  }

  @Test(arguments: [
    "nan", "inf", "infinity", "0x1F", "1_000", "", "-", "1..2", ",5", "5,", "1 23", "12 34 567",
    "1,23,456", "12e", "1e4000x", "--1", "twelve", "1.2.3,4", "１２x", "%",
  ])
  func noNumbers(_ text: String) {
    #expect(NumberText.decimal(bytes(text), isMoney: false) == .failure(nil))
    #expect(NumberText.whole(bytes(text)) == .failure(nil))
  }

  @Test func numbersThatCanBeTwoThings() {
    #expect(NumberText.decimal(bytes("1,234"), isMoney: false) == .ambiguous("1.234", "1234"))
    #expect(NumberText.whole(bytes("1.000")) == .ambiguous("1.000", "1000"))
    #expect(NumberText.whole(bytes("-1,234")) == .ambiguous("-1.234", "-1234"))
    #expect(NumberText.whole(bytes("3,5")) == .failure(.notWhole))
    #expect(NumberText.whole(bytes("9223372036854775808")) == .failure(.numberTooLarge))
    #expect(NumberText.decimal(bytes("1e999"), isMoney: false) == .failure(.numberTooLarge))
  }

  // MARK: Truth

  @Test(arguments: ["true", "Yes", "OUI", "o", "x", "X", "1", "نعم", "✓", "Vrai"])
  func truth(_ text: String) { #expect(WordTable.truth.literal(of: bytes(text)) == 0) }

  @Test(arguments: ["false", "no", "NON", "N", "0", "لا", "faux"])
  func falsehood(_ text: String) { #expect(WordTable.truth.literal(of: bytes(text)) == 1) }

  @Test(arguments: ["", "on", "off", "2", "maybe", "-"])
  func neither(_ text: String) { #expect(WordTable.truth.literal(of: bytes(text)) == nil) }

  // MARK: Dates

  @Test(arguments: [
    "2026-04-03", "2026-4-3", "2026/04/03", "2026.4.3", "٢٠٢٦-٠٤-٠٣", "2026-04-03T00:00:00Z",
    "2026-04-03 23:59", "2026-04-03T23:30:00-05:00", "3 avril 2026", "03 avr. 2026",
    "3 April 2026", "April 3, 2026", "3rd of April 2026", "vendredi 3 avril 2026", "3-avr-2026",
    "٣ أبريل ٢٠٢٦", "3 أبريل 2026", "3 ابريل 2026", "3 نيسان 2026", "الجمعة 3 أبريل 2026",
    "15 chaoual 1447 (3 avril 2026)", "3 avril 2026 (15 chaoual 1447)", "15/10/1447 (2026-04-03)",
    "\u{200F}2026-04-03\u{200E}", "2026 أبريل 3",
  ])
  func thirdOfApril(_ text: String) {
    #expect(DateText.read(bytes(text)) == .date(CivilDate(year: 2026, month: 4, day: 3)!))
  }

  @Test(arguments: [
    ("1er août 2025", 8, 1), ("28 févr. 2025", 2, 28), ("2 fév 2025", 2, 2), ("5 déc. 2025", 12, 5),
    ("10 juil. 2025", 7, 10), ("3 يوليوز 2025", 7, 3), ("3 غشت 2025", 8, 3),
    ("3 شتنبر 2025", 9, 3), ("3 نونبر 2025", 11, 3), ("3 دجنبر 2025", 12, 3), ("3 ماي 2025", 5, 3),
    ("3 كانون الأول 2025", 12, 3), ("3 كانون الثاني 2025", 1, 3), ("3 أيلول 2025", 9, 3),
    ("3 تشرين الأول 2025", 10, 3), ("17 آب 2025", 8, 17), ("3 sept 2025", 9, 3),
    ("3 مارس 2025", 3, 3), ("3 يناير 2025", 1, 3), ("3 فبراير 2025", 2, 3),
    ("3 أكتوبر 2025", 10, 3),
  ])
  func monthsByName(_ text: String, _ month: Int, _ day: Int) {
    #expect(DateText.read(bytes(text)) == .date(CivilDate(year: 2025, month: month, day: day)!))
  }

  @Test func everyMonthNameIsItsOwnMonth() {
    for (index, names) in MonthNames.names.enumerated() {
      for name in names {
        #expect(
          DateText.read(bytes("5 \(name) 2024"))
            == .date(CivilDate(year: 2024, month: index + 1, day: 5)!), "\(name)")
      }
    }
  }

  @Test(arguments: [
    ("03/04/26", ProblemDetail.twoDigitYear), ("3 mars 26", .twoDigitYear),
    ("1444-08-15", .hijriDay), ("15/08/1444", .hijriDay), ("15 chaabane 1444", .hijriDay),
    ("15 شعبان 1444", .hijriDay), ("شعبان 1444", .hijriYear), ("2025-02-30", .noSuchDay),
    ("31 avril 2025", .noSuchDay),
    ("45289", .spreadsheetSerial), ("2025-13-01", nil), ("2025", nil), ("mars 2025", nil),
    ("3 mars 4 2025", nil), ("0000-00-00", nil), ("10000-01-01", nil), ("hier", nil),
    ("12:30", nil), ("1/2", nil), ("3 mars avril 2025", nil), ("2025-01-01 (2025-01-02)", nil),
  ])
  func noDates(_ text: String, _ detail: ProblemDetail?) {
    guard case .failure(let found, _) = DateText.read(bytes(text)) else {
      Issue.record("\(text) is read as a date")
      return
    }
    #expect(found == detail)
  }

  @Test func nearestDays() {
    #expect(
      DateText.read(bytes("2025-02-30"))
        == .failure(.noSuchDay, nearest: CivilDate(year: 2025, month: 2, day: 28)))
    #expect(
      DateText.read(bytes("45289"))
        == .failure(.spreadsheetSerial, nearest: CivilDate(year: 2023, month: 12, day: 29)))
  }

  // MARK: Periods

  @Test(
    arguments: [
      ("P1Y", 12, 0), ("P6M", 6, 0), ("P90D", 0, 90), ("6 months", 6, 0), ("6 month", 6, 0),
      ("191 days", 0, 191), ("1 year", 12, 0), ("6 mois", 6, 0), ("1 an", 12, 0), ("2 ans", 24, 0),
      ("سنة", 12, 0), ("6 أشهر", 6, 0), ("٦ أشهر", 6, 0), ("شهر", 1, 0), ("سنتان", 24, 0),
      ("annual", 12, 0), ("annuelle", 12, 0), ("mensuel", 1, 0), ("trimestriel", 3, 0),
      ("semestrielle", 6, 0), ("2 semaines", 0, 14), ("6mois", 6, 0), ("1 an et 6 mois", 18, 0),
      ("every 6 months", 6, 0), ("tous les 3 ans", 36, 0), ("كل 3 أشهر", 3, 0), ("deux ans", 24, 0),
      ("hebdomadaire", 0, 7), ("نصف سنوي", 6, 0), ("ثلاثة أشهر", 3, 0), ("P0D", 0, 0),
    ] as [(String, Int32, Int32)])
  func periods(_ text: String, _ months: Int32, _ days: Int32) {
    #expect(PeriodText.read(bytes(text)) == .period(Period(months: months, days: days)))
  }

  @Test(arguments: [
    ("6", ProblemDetail.unitMissing), ("-P1Y", .negativePeriod), ("", nil), ("PT1H", nil),
    ("soon", nil), ("6 6 mois", nil), ("every", nil), ("9999999 days", nil),
  ])
  func noPeriods(_ text: String, _ detail: ProblemDetail?) {
    #expect(PeriodText.read(bytes(text)) == .failure(detail))
  }

  // MARK: Folding

  @Test(arguments: [
    ("Date d'approbation", "date dapprobation"), ("ÉCHÉANCE", "echeance"),
    ("N° d'action", "d'action"), ("المســؤول", "المسؤول"), ("due-on", "due_on"),
    ("Responsable\u{200F} ", "responsable"), ("الأجل", "الاجل"), ("N°", "Nº"),
  ])
  func headingsThatAreOne(_ first: String, _ second: String) {
    #expect(
      Fold.heading(Array(first.utf8)[...]) == Fold.heading(Array(second.utf8)[...]))
  }
}
