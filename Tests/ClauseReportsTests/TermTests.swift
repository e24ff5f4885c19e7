import ClauseCalendar
import ClauseSource
import Testing

@testable import ClauseReports

/// Words, dates and numbers of the report.
@Suite struct TermTests {
  @Test(arguments: [
    ("2026-01-01", "1 January 2026", "1er janvier 2026", "فاتح يناير 2026"),
    ("2026-05-15", "15 May 2026", "15 mai 2026", "15 ماي 2026"),
    ("2026-07-02", "2 July 2026", "2 juillet 2026", "2 يوليوز 2026"),
    ("2026-08-20", "20 August 2026", "20 août 2026", "20 غشت 2026"),
    ("2026-09-30", "30 September 2026", "30 septembre 2026", "30 شتنبر 2026"),
    ("2026-11-23", "23 November 2026", "23 novembre 2026", "23 نونبر 2026"),
    ("2026-12-31", "31 December 2026", "31 décembre 2026", "31 دجنبر 2026"),
  ])
  func datesAreWrittenAsPeopleWriteThem(iso: String, en: String, fr: String, ar: String) throws {
    let date = try #require(CivilDate(iso: iso))
    #expect(DateWords.text(date, in: .english) == en)
    #expect(DateWords.text(date, in: .french) == fr)
    #expect(DateWords.text(date, in: .arabic) == ar)
  }

  @Test func arabicCountsInSixForms() {
    let forms = [0, 1, 2, 3, 11, 100, 103].map { Term.obligationCount($0).ar.plain }
    #expect(
      forms == [
        "لا واجبات", "واجب واحد", "واجبان", "3 واجبات", "11 واجبا", "100 واجب", "103 واجبات",
      ])
    #expect(Term.findingCount(1).en.plain == "1 finding")
    #expect(Term.findingCount(0).fr.plain == "0 constat")
    #expect(Term.findingCount(2).fr.plain == "2 constats")
  }

  @Test(arguments: [
    (1_234_567.5, "1,234,567.5", "1\u{A0}234\u{A0}567,5"), (0, "0", "0"), (-0.25, "-0.25", "-0,25"),
    (999, "999", "999"), (1000, "1,000", "1\u{A0}000"), (99.999, "100", "100"),
    (7.05, "7.05", "7,05"),
  ])
  func numbersAreGrouped(value: Double, english: String, french: String) {
    #expect(DecimalText.grouped(value, in: .english) == english)
    #expect(DecimalText.grouped(value, in: .french) == french)
    #expect(DecimalText.grouped(value, in: .arabic) == french)
  }

  @Test func valuesAreIsolatedFromWords() {
    let phrase: Phrase = "from \("a") to \(3)"
    #expect(
      phrase.parts == [.words("from "), .value("a"), .words(" to "), .value("3")])
    #expect(phrase.plain == "from a to 3")
  }

  @Test func anchorsAreStableAndSafe() {
    #expect(HTMLAnchor.clause("iso9001:2015/7.5.2").text == "c-iso9001:2015/7.5.2")
    #expect(HTMLAnchor.rule("a b\"<").text == "r-a~20b~22~3c")
    #expect(HTMLAnchor.rule("a~b").text != HTMLAnchor.rule("a~7eb").text)
    #expect(HTMLAnchor.rule(String(repeating: "x", count: 10_000)).text.utf8.count < 100)
    #expect(HTMLAnchor.finding("0123456789abcdef0123").text == "f-0123456789abcdef")
  }

  @Test func aStyleSheetHoldsTextsByNumberOnly() {
    var sheet = CSSText("a{content:")
    sheet.addString("</style>\"}\u{202E}")
    #expect(sheet.text.hasPrefix("a{content:\"\\3c \\2f \\73 "))
    #expect(!sheet.text.contains("</style>"))
    #expect(sheet.text.filter { $0 == "\"" }.count == 2)
  }

  @Test func base64HasItsPadding() {
    #expect(Base64.text([]) == "")
    #expect(Base64.text(Array("f".utf8)) == "Zg==")
    #expect(Base64.text(Array("fo".utf8)) == "Zm8=")
    #expect(Base64.text(Array("foobar".utf8)) == "Zm9vYmFy")
  }
}
