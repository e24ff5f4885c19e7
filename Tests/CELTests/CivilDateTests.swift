import CEL
import ClauseCalendar
import Testing

/// Civil dates, periods, working days and clocks in expressions; how numbers print.
@Suite struct CivilDateTests {
  private static func evaluate(_ text: String, holidays: Set<CivilDate> = []) -> String {
    let environment = Environment(variables: [])
    switch environment.compile(text) {
    case .failure(let problems): return "\(problems.all[0].code)"
    case .success(let checked):
      var evaluator = Evaluator(heap: .empty, calendar: WorkingCalendar(holidays: holidays))
      let program = environment.plan(checked)
      let value = evaluator.evaluate(program, [])
      return evaluator.failure(of: value)?.problem.code ?? evaluator.describe(value)
    }
  }

  @Test(arguments: [
    ("date('2026-01-31') + period('P1M')", "2026-02-28"),
    ("date('2024-01-31') + period('P1M')", "2024-02-29"),
    ("date('2024-02-29') + period('P1Y')", "2025-02-28"),
    ("period('P1M1D') + date('2026-01-31')", "2026-03-01"),
    ("date('2026-03-31') - period('P1M')", "2026-02-28"),
    ("date('2026-01-01') + -period('P1D')", "2025-12-31"),
    ("period('P1Y') + period('P6M') == period('P18M')", "true"),
    ("period('P1Y') == period('P12M')", "true"),
    ("period('P1M') == period('P30D')", "false"),
    ("date('2026-01-01') < date('2026-01-02')", "true"),
    ("date('2026-01-01') == date(2026, 1, 1)", "true"),
    ("date(2026, 2, 29)", "invalid-argument"),
    ("days(date('2026-01-01'), date('2026-03-01'))", "59"),
    ("days(date('2026-03-01'), date('2026-01-01'))", "-59"),
    ("date('9999-12-31') + period('P1D')", "overflow"),
    ("date('0001-01-01') - period('P1D')", "overflow"),
    ("period('P999999Y') + period('P999999Y') + date('2026-01-01')", "overflow"),
    ("string(date('2026-01-01')) + string(period('P1Y6M'))", "\"2026-01-01P1Y6M\""),
    ("date(timestamp('2026-01-01T23:59:59Z'))", "2026-01-01"),
    ("date(timestamp('1969-12-31T23:59:59Z'))", "1969-12-31"),
    (
      "[date('2026-05-17').getFullYear(), date('2026-05-17').getMonth(), date('2026-05-17').getDate(), date('2026-05-17').getDayOfWeek(), date('2026-05-17').getDayOfYear()]",
      "[2026, 4, 17, 0, 136]"
    ),
    ("working_days(date('2026-01-02'), date('2026-01-09'))", "5"),
    ("add_working_days(date('2026-01-02'), 3)", "2026-01-07"),
    ("add_working_days(date('2026-01-02'), 9223372036854775807)", "cost-exceeded"),
    ("add_working_days(date('2026-01-02'), 200000)", "overflow"),
    ("type(date('2026-01-01')) == date && type(period('P1D')) == period", "true"),
    ("date('2026-13-01')", "bad-constant"),
    ("date('2026-' + '13-01')", "invalid-argument"),
    ("date('٢٠٢٦-٠١-٠١')", "bad-constant"),
    ("[date('2026-01-01'), date('2025-01-01')].exists(d, d == date('2025-01-01'))", "true"),
    ("dyn(date('2026-01-01')) == '2026-01-01'", "false"),
  ])
  func computes(_ text: String, _ expected: String) {
    #expect(Self.evaluate(text) == expected, "\(text)")
  }

  @Test func countsHolidays() throws {
    let holiday = try #require(CivilDate(iso: "2026-01-05"))
    #expect(
      Self.evaluate("working_days(date('2026-01-02'), date('2026-01-09'))", holidays: [holiday])
        == "4")
    #expect(
      Self.evaluate("add_working_days(date('2026-01-02'), 1)", holidays: [holiday]) == "2026-01-06")
  }

  @Test(arguments: [
    ("string(1.0) + ' ' + string(100000.0) + ' ' + string(1000000.0)", "\"1 100000 1e+06\""),
    ("string(123456789.0)", "\"1.23456789e+08\""),
    ("string(1e21) + ' ' + string(-4.5e-3)", "\"1e+21 -0.0045\""),
    ("string(0.00001) + ' ' + string(-0.0)", "\"1e-05 -0\""),
    ("[1e15, 1e14, 1000000.5, 0.1, 5e-324]", "[1e+15, 100000000000000, 1000000.5, 0.1, 5e-324]"),
    ("timestamp('2024-03-20T12:00:00Z').getHours('Africa/Casablanca')", "12"),
    ("timestamp('2024-07-01T12:00:00Z').getHours('Africa/Casablanca')", "13"),
    ("timestamp('2400-07-01T12:00:00Z').getHours('Europe/Paris')", "14"),
    ("timestamp('2400-01-01T12:00:00Z').getHours('Europe/Paris')", "13"),
    ("timestamp('2400-01-01T12:00:00Z').getHours('Australia/Sydney')", "23"),
    ("timestamp('1850-01-01T12:00:00Z').getMinutes('Europe/Paris')", "9"),
    ("timestamp('2024-07-01T12:00:00Z').getHours('../../../etc/passwd')", "invalid-argument"),
    ("timestamp('2024-07-01T12:00:00Z').getHours('/etc/localtime')", "invalid-argument"),
    ("timestamp('2024-07-01T12:00:00Z').getHours('Europe')", "invalid-argument"),
    ("timestamp('2024-07-01T12:00:00Z').getHours('Europe//Paris')", "invalid-argument"),
    ("timestamp('2024-07-01T12:00:00Z').getHours('Local')", "invalid-argument"),
    ("timestamp('2024-07-01T12:00:00Z').getHours('tzdata.zi')", "invalid-argument"),
    ("timestamp('2024-07-01T12:00:00Z').getHours('-23:59')", "12"),
    ("timestamp('2024-07-01T12:00:00Z').getHours('+24:00')", "invalid-argument"),
  ])
  func printsNumbersAndReadsClocks(_ text: String, _ expected: String) {
    #expect(Self.evaluate(text) == expected, "\(text)")
  }
}
