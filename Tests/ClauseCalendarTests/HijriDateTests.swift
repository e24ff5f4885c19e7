import ClauseCalendar
import Testing

/// The arithmetic Hijri calendar against days that official texts and announcements name.
struct HijriDateTests {
  @Test(arguments: [
    // Days that the arithmetic gives exactly.
    (1444, 8, 15, "2023-03-08", 0), (1, 1, 1, "0622-07-19", 0), (1400, 1, 1, "1979-11-21", 0),
    // Morocco: 1 Muharram 1445, 1 Ramadan 1446, both a day or more after the computed one.
    (1445, 1, 1, "2023-07-20", 2), (1446, 9, 1, "2025-03-02", 2),
    // The constitution: 27 chaabane 1432 (29 juillet 2011); law 28-00: 28 chaoual 1427 (22 November 2006).
    (1432, 8, 27, "2011-07-29", 2), (1427, 10, 28, "2006-11-22", 2),
  ])
  func namesTheDay(_ year: Int, _ month: Int, _ day: Int, _ iso: String, _ tolerance: Int) throws {
    let computed = try #require(HijriDate(year: year, month: month, day: day)?.civilDate)
    let known = try #require(CivilDate(iso: iso))
    #expect(abs(computed.days(since: known)) <= tolerance, "\(computed.iso)")
  }

  @Test func monthsFollowEachOtherWithoutGapOrOverlap() throws {
    for year in 1420...1460 {
      for month in 1...12 {
        let first = try #require(HijriDate(year: year, month: month, day: 1)?.civilDate)
        let next = try #require(
          HijriDate(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)?.civilDate)
        let length = next.days(since: first)
        #expect(length == 29 || length == 30, "\(year)-\(month) has \(length) days")
      }
    }
  }

  @Test(arguments: [(0, 1, 1), (1444, 0, 1), (1444, 13, 1), (1444, 1, 0), (1444, 1, 31)])
  func noSuchDay(_ year: Int, _ month: Int, _ day: Int) {
    #expect(HijriDate(year: year, month: month, day: day) == nil)
  }
}
