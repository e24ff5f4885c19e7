import ClauseCalendar
import Testing

@Suite struct CivilDateTests {
  /// Walks the calendar by its rules alone, day by day, and compares every day.
  @Test func everyDayRoundTrips() throws {
    var year = 1
    var month = 1
    var day = 1
    // 0001-01-01 of the proleptic Gregorian calendar was a Monday.
    var weekday = 1
    var failures = 0
    for number in Int(CivilDate.earliest.daysSinceEpoch)...Int(CivilDate.latest.daysSinceEpoch) {
      guard let date = CivilDate(daysSinceEpoch: number) else {
        Issue.record("no day \(number)")
        return
      }
      let parts = date.components
      if parts.year != year || parts.month != month || parts.day != day
        || date.weekday != weekday
        || CivilDate(year: year, month: month, day: day) != date
      {
        failures += 1
        if failures < 5 {
          Issue.record("day \(number): \(parts), expected \(year)-\(month)-\(day)")
        }
      }
      weekday = weekday % 7 + 1
      day += 1
      let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      if day > lengths[month - 1] {
        day = 1
        month += 1
      }
      if month > 12 {
        month = 1
        year += 1
      }
    }
    #expect(failures == 0)
    #expect(year == 10_000 && month == 1 && day == 1)
  }

  @Test func isoTextRoundTrips() {
    for number in stride(from: Int(CivilDate.earliest.daysSinceEpoch), through: 2_932_896, by: 97) {
      guard let date = CivilDate(daysSinceEpoch: number) else {
        Issue.record("no day \(number)")
        continue
      }
      #expect(CivilDate(iso: date.iso) == date)
      #expect(date.iso.utf8.count == 10)
    }
    #expect(CivilDate.earliest.iso == "0001-01-01")
    #expect(CivilDate.latest.iso == "9999-12-31")
    #expect(CivilDate(iso: "1970-01-01")?.daysSinceEpoch == 0)
    #expect(CivilDate(iso: "2026-11-23")?.weekday == 1)
  }

  @Test(arguments: [
    "", "2023-1-05", "2023-02-29", "2023-02-30", "2023-04-31", "2023-00-10", "2023-13-01",
    "2023-01-00", "2023-01-32", "0000-01-01", "0000-00-00", "10000-01-01", "-001-01-01",
    "2023/01/05", "23-01-05", " 2023-01-05", "2023-01-05 ", "2023-01-05T00:00:00Z", "2023-W01-1",
    "2023-001", "20230105", "٢٠٢٣-٠١-٠٥", "２０２３-０１-０５", "2023‐01‐05", "2023-01-0a", "+023-01-05",
    "1900-02-29", "2100-02-29",
  ])
  func textThatIsNoDateIsRefused(_ text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test func leapDaysFollowTheCenturyRule() {
    #expect(CivilDate(iso: "2000-02-29") != nil)
    #expect(CivilDate(iso: "2024-02-29") != nil)
    #expect(CivilDate(year: 2_000, month: 2, day: 30) == nil)
    #expect(CivilDate(daysSinceEpoch: Int.max) == nil)
    #expect(CivilDate(daysSinceEpoch: Int.min) == nil)
  }

  /// One month at a time by hand, then the day clamped once at the end.
  private static func naiveAdd(_ date: CivilDate, months: Int) -> CivilDate? {
    var (year, month, day) = date.components
    for _ in 0..<abs(months) {
      month += months < 0 ? -1 : 1
      if month == 0 {
        month = 12
        year -= 1
      } else if month == 13 {
        month = 1
        year += 1
      }
    }
    guard (1...9_999).contains(year) else { return nil }
    while day > 28, CivilDate(year: year, month: month, day: day) == nil { day -= 1 }
    return CivilDate(year: year, month: month, day: day)
  }

  @Test func addingMonthsAgreesWithTheNaiveModel() {
    var random = SplitMix(seed: 42)
    for _ in 0..<60_000 {
      let number = random.between(
        Int(CivilDate.earliest.daysSinceEpoch), Int(CivilDate.latest.daysSinceEpoch))
      let months = random.between(-400, 400)
      guard let date = CivilDate(daysSinceEpoch: number) else {
        Issue.record("no day \(number)")
        continue
      }
      #expect(date.adding(months: months) == Self.naiveAdd(date, months: months))
    }
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
    ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", 48, "2028-02-29"), ("2024-03-31", -1, "2024-02-29"),
    ("2024-12-31", 2, "2025-02-28"),
    ("2024-01-15", -1, "2023-12-15"), ("0001-01-31", 0, "0001-01-31"),
  ])
  func monthsClampToTheLastDay(_ start: String, _ months: Int, _ end: String) {
    #expect(CivilDate(iso: start)?.adding(months: months)?.iso == end)
  }

  @Test func arithmeticLeavesTheRangeAsNil() {
    #expect(CivilDate.latest.adding(days: 1) == nil)
    #expect(CivilDate.earliest.adding(days: -1) == nil)
    #expect(CivilDate.latest.adding(days: Int.max) == nil)
    #expect(CivilDate.earliest.adding(days: Int.min) == nil)
    #expect(CivilDate.latest.adding(months: 1) == nil)
    #expect(CivilDate.earliest.adding(months: -1) == nil)
    #expect(CivilDate.latest.adding(months: Int.max) == nil)
    #expect(CivilDate.earliest.adding(months: Int.min) == nil)
    #expect(CivilDate.latest.days(since: .earliest) == 3_652_058)
    #expect(CivilDate.earliest < CivilDate.latest)
  }
}

@Suite struct PeriodTests {
  @Test func textRoundTrips() {
    for months in Int32(0)...40 {
      for days in [0, 1, 6, 7, 13, 14, 30, 365, 999_999] as [Int32] {
        let period = Period(months: months, days: days)
        #expect(Period(iso: period.iso) == period)
        #expect(Period(iso: period.negated.iso) == period.negated)
      }
    }
  }

  @Test(
    arguments: [
      ("P1Y", 12, 0), ("P1Y6M", 18, 0), ("P90D", 0, 90), ("P2W", 0, 14), ("P1Y2M3W4D", 14, 25),
      ("-P1M", -1, 0), ("P0D", 0, 0), ("P999999D", 0, 999_999), ("P007D", 0, 7),
    ] as [(String, Int32, Int32)])
  func readsText(_ text: String, _ months: Int32, _ days: Int32) {
    #expect(Period(iso: text) == Period(months: months, days: days))
  }

  @Test(arguments: [
    "", "P", "-P", "1Y", "P1", "PY", "P1M1Y", "P1D1D", "PT1H", "P1DT1H", "P1.5M", "P-1M", "P1 M",
    "p1m",
    "P1234567D", "P٣M", "P1Y ", "+P1M", "P99999999999999999999D", "P142858W", "P999999Y12M",
  ])
  func refusesOtherText(_ text: String) {
    #expect(Period(iso: text) == nil)
  }

  @Test func monthsAreAddedBeforeDays() {
    let start = CivilDate(iso: "2024-01-31")
    #expect(start?.adding(Period(months: 1, days: 1))?.iso == "2024-03-01")
    #expect(start?.adding(Period(months: -11, days: -1))?.iso == "2023-02-27")
    #expect(CivilDate.latest.adding(Period(months: 0, days: 1)) == nil)
    #expect(Period(months: .min, days: .min).negated == Period(months: .max, days: .max))
    #expect(Period(months: .min, days: .min).iso == "-P178956970Y8M2147483648D")
  }
}

@Suite struct WorkingCalendarTests {
  private static func calendar(_ random: inout SplitMix) -> WorkingCalendar {
    var holidays: Set<CivilDate> = []
    for _ in 0..<30 {
      if let day = CivilDate(daysSinceEpoch: 20_000 + random.between(0, 400)) {
        holidays.insert(day)
      }
    }
    return WorkingCalendar(holidays: holidays)
  }

  @Test func agreesWithCountingDayByDay() {
    var random = SplitMix(seed: 5)
    for _ in 0..<300 {
      let calendar = Self.calendar(&random)
      let first = 20_000 + random.between(0, 400)
      let last = 20_000 + random.between(0, 400)
      guard let start = CivilDate(daysSinceEpoch: first), let end = CivilDate(daysSinceEpoch: last)
      else {
        Issue.record("no such day")
        continue
      }
      var count = 0
      for number in (min(first, last) + 1)..<(max(first, last) + 1) {
        if let day = CivilDate(daysSinceEpoch: number), calendar.isWorkingDay(day) { count += 1 }
      }
      #expect(calendar.workingDays(from: start, to: end) == (last < first ? -count : count))

      let wanted = random.between(-60, 60)
      var day = start
      var left = abs(wanted)
      while left > 0, let next = day.adding(days: wanted < 0 ? -1 : 1) {
        day = next
        if day.weekday < 6, !calendar.holidays.contains(day) { left -= 1 }
      }
      #expect(calendar.adding(workingDays: wanted, to: start) == day)
    }
  }

  @Test func weekendsAndHolidaysAreFree() throws {
    let friday = try #require(CivilDate(iso: "2026-11-20"))
    let monday = try #require(CivilDate(iso: "2026-11-23"))
    let calendar = WorkingCalendar(holidays: [monday])
    #expect(WorkingCalendar().adding(workingDays: 1, to: friday) == monday)
    #expect(calendar.adding(workingDays: 1, to: friday)?.iso == "2026-11-24")
    #expect(calendar.adding(workingDays: 0, to: friday) == friday)
    #expect(calendar.workingDays(from: friday, to: monday) == 0)
    #expect(!calendar.isWorkingDay(monday))
  }

  @Test func farCountsAreBounded() {
    #expect(WorkingCalendar().adding(workingDays: Int.max, to: .earliest) == nil)
    #expect(WorkingCalendar().adding(workingDays: Int.min, to: .latest) == nil)
    #expect(WorkingCalendar().adding(workingDays: 1, to: .latest) == nil)
    #expect(WorkingCalendar().workingDays(from: .earliest, to: .latest) == 2_608_614)
  }
}

/// A small seeded generator, so that a failure can be repeated.
struct SplitMix {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
  mutating func between(_ low: Int, _ high: Int) -> Int {
    low + Int(next() % UInt64(high - low + 1))
  }
}
