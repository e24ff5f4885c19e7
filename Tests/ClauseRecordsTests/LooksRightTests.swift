import CEL
import ClauseCalendar
import ClauseSource
import Testing

@testable import ClauseRecords

/// Values that look right and are not: twins of two calendars, ids that look alike, codes that a
/// spreadsheet turned into dates.
struct LooksRightTests {
  private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

  @Test(arguments: [
    ("15 chaabane 1444 (8 mars 2023)", "2023-03-08"),
    ("8 mars 2023 (15 chaâbane 1444)", "2023-03-08"),
    ("15 شعبان 1444 (8 مارس 2023)", "2023-03-08"), ("١٥ شعبان ١٤٤٤ (08/03/2023)", "2023-03-08"),
    ("1444-08-15 (2023-03-10)", "2023-03-10"), ("15/08/1444 (2023-03-06)", "2023-03-06"),
    // The twin shows that the day comes first here and the month there.
    ("15 chaabane 1444 (03/08/2023)", "2023-03-08"),
    // Two months whose names have the same letters in another order of words.
    ("11 rabi II 1444 (6 novembre 2022)", "2022-11-06"),
    ("11 rabii I 1444 (7 octobre 2022)", "2022-10-07"),
    ("28 chaoual 1427 (22 novembre 2006)", "2006-11-22"),
    ("14 من ربيع الأول 1435 هـ (16 يناير 2014)", "2014-01-16"),
    ("20 dou al hijja 1436 (4 octobre 2015)", "2015-10-04"),
    ("5 joumada I 1444 (30 novembre 2022)", "2022-11-30"),
    // A month whose name is not known proves nothing against the Gregorian date.
    ("15 rabii 1444 (8 octobre 2022)", "2022-10-08"),
  ])
  func twinsOfOneDayAreRead(_ text: String, _ iso: String) throws {
    #expect(try DateText.read(bytes(text)) == .date(day(iso)))
  }

  @Test(arguments: [
    ("15 chaabane 1444 (11 mars 2023)", "2023-03-08"), ("1444-08-15 (2023-03-05)", "2023-03-08"),
    ("15 chaabane 1444 (8 mars 2024)", "2023-03-08"),
  ])
  func twinsOfTwoDaysAreRefused(_ text: String, _ iso: String) throws {
    #expect(try DateText.read(bytes(text)) == .failure(.hijriTwins, nearest: day(iso)))
  }

  @Test(arguments: [
    ("PR-O1", "PR-01"), ("pr-oo7", "PR-007"), ("KPI-O", "KPI-0"), ("PR-001", "PR-1"),
    ("PR-٠١", "PR-1"), ("00012", "12"), ("P1O-2", "P10-02"), ("A-0", "A-00"),
  ])
  func idsThatLookAlike(_ one: String, _ other: String) {
    #expect(Fold.lookalike(bytes(one)) == Fold.lookalike(bytes(other)))
  }

  @Test(arguments: [
    ("PRO-1", "PR0-1"), ("PR-10", "PR-1"), ("PR-100", "PR-1"), ("DOC", "D0C"), ("A-0", "A"),
    ("2026-01", "2026-10"),
  ])
  func idsThatDiffer(_ one: String, _ other: String) {
    #expect(Fold.lookalike(bytes(one)) != Fold.lookalike(bytes(other)))
  }

  @Test(arguments: [
    ("12-mars", "12-03"), ("1-févr", "01-02"), ("1-Feb", "01-02"), ("9 août", "09-08"),
    ("9-غشت", "09-08"), ("mars-12", "03-12"), ("1-févr.-26", "01-02"), ("01/02/2026", "01-02"),
    ("12/03/2026", "12-03"), ("2026-02-01 00:00:00", "01-02"), ("2026-02-01T00:00:00Z", "01-02"),
  ])
  func codesTurnedIntoDates(_ text: String, _ code: String) {
    #expect(AlteredCode.original(of: bytes(text), isIdentifier: true) == code)
  }

  @Test(arguments: [
    "12-03", "28-00", "PR-01", "DEC-12", "MAR-01", "2026-03-12", "01/2026", "12", "00012",
    "loi 12-03", "31/31/2026", "mars", "12-mars-achats", "1-2", "A/B/2026",
  ])
  func codesThatAreCodes(_ text: String) {
    #expect(AlteredCode.original(of: bytes(text), isIdentifier: true) == nil)
  }

  /// A record of an event may be named by its day; the number of a law may not.
  @Test func aDayIsNoCodeButAnId() {
    #expect(AlteredCode.original(of: bytes("2012-03-12"), isIdentifier: true) == nil)
    #expect(AlteredCode.original(of: bytes("2012-03-12"), isIdentifier: false) == "12-03")
  }

  @Test func lookalikesAreToldApartFromDuplicates() throws {
    let sample = try Sample(
      """
      documents:
        - { id: PR-01, code: A }
        - { id: ⟪PR-O1⟫, code: B }
        - { id: ⟪pr-01⟫, code: C }
        - { id: PR-10, code: D, replaces: ⟪PR-1⟫ }
      """)
    #expect(sample.problems.map(\.kind) == [.idLookalike, .idDuplicate, .refUnresolved])
    #expect(sample.problems.map(\.range) == sample.marks())
    #expect(sample.problems.map(\.detail) == [.lookalike, .equalAfterFolding, .lookalike])
    #expect(
      sample.problems.map { $0.argument("nearest")?.unescaped } == ["PR-01", "PR-01", "PR-01"])
  }

  @Test func codesOfATypeAreChecked() throws {
    let types = """
      text: { plural: texts, fields: { reference: string!, theme: string }, integrity: { codes: [reference] } }
      """
    let sample = try Sample(
      types: types,
      [
        SampleFile(
          "texts.yaml",
          "texts: [{ id: 1-févr, reference: 12-mars, theme: 9-août }, { id: A, reference: 28-00 }]")
      ])
    #expect(sample.problems.map(\.kind) == [.codeAltered, .codeAltered])
    #expect(sample.problems.map(\.fieldPath) == ["id", "reference"])
  }

  @Test func theLoneHijriDateIsAFindingOfItsOwn() throws {
    let sample = try Sample(
      """
      documents:
        - { id: P-1, code: A, approved_on: ⟪15 chaabane 1444⟫ }
        - { id: P-2, code: A, approved_on: ⟪15 chaabane 1444 (18 mars 2023)⟫ }
        - { id: P-3, code: A, approved_on: 15 chaabane 1444 (8 mars 2023) }
      """)
    #expect(sample.problems.map(\.kind) == [.dateHijri, .dateHijri])
    #expect(sample.problems.map(\.detail) == [.hijriDay, .hijriTwins])
    #expect(
      sample.problems.map { $0.argument("nearest")?.unescaped } == ["2023-03-08", "2023-03-08"])
    #expect(sample.problems.map(\.range) == sample.marks())
    guard case .malformed = try sample.value("document", "P-1", "approved_on") else {
      Issue.record("a Hijri date is taken for a Gregorian one")
      return
    }
  }

  // MARK: Declarations

  private func codes(_ types: String) throws -> [String] {
    try Sample(types: types, []).typeDiagnostics.map(\.code)
  }

  @Test(arguments: [
    ("labels: { a: { fr: [Échéance] }, b: { fr: [Echeance] } }", true),
    ("labels: { a: { fr: [B] } }", true), ("labels: { a: { fr: [A, a], ar: [أ] } }", false),
    ("labels: { a: { fr: [Échéance] }, b: { fr: [Délai] } }", false),
    ("labels: { a: { fr: [Délai] }, s: { fr: [Suite] }, s.c: { fr: [Délai] } }", false),
  ])
  func aHeadingMeansOneField(_ labels: String, _ isRefused: Bool) throws {
    let types = """
      thing: { plural: things, fields: { a: string, b: string, s: { c: string } }, \(labels) }
      """
    #expect(try codes(types) == (isRefused ? ["record-type-label"] : []))
  }

  @Test func synonymsByLanguageGiveTheWordsOfALanguage() throws {
    let types = """
      thing:
        plural: things
        fields: { state: "enum{open, shut}" }
        synonyms: { state: { open: { fr: [Ouvert, O], ar: [مفتوح] }, shut: [Fermé] } }
      """
    let sample = try Sample(
      types: types,
      [SampleFile("things.yaml", "things: [{ id: A, state: o }, { id: B, state: FERME }]")])
    #expect(sample.problems.isEmpty)
    let state = try #require(sample.catalog.type(named: "thing")?.field(at: "state"))
    #expect(state.word(for: "open", in: .french) == "Ouvert")
    #expect(state.word(for: "open", in: .arabic) == "مفتوح")
    #expect(state.word(for: "open", in: .english) == "open")
    #expect(state.word(for: "shut", in: .french) == "shut")
  }
}
