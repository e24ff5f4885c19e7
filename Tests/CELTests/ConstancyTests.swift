import CEL
import Testing

/// Conditions whose result no record decides.
@Suite struct ConstancyTests {
  static let constant = [
    "true", "false", "1 == 1", "1 > 2", "2.5 <= 2.5", "'a' == 'a'", "size([1]) == 1", "!false",
    "true || person.id == 'a'", "person.id == 'a' || true", "false && person.id == 'a'",
    "!(false && person.id == 'a')", "person.id == 'a' ? true : true", "true ? true : has(kpi.rank)",
    "person.id == person.id", "person.id != person.id", "people.size() >= 0", "0 <= size(people)",
    "people.all(p, true)", "people.exists(p, false)", "people.all(p, p.id == p.id)",
    "has(person.unit) || !has(person.unit)", "cel.bind(x, person.id, x == x)",
    "size(person.id) > -1",
  ]
  static let open = [
    "has(person.unit)", "person.id != ''", "people.size() > 0", "people.size() >= 1",
    "people.all(p, has(p.unit))", "person.id == 'a' || kpi.id == 'a'",
    "has(person.unit) || !has(person.chief)", "as_of > date('2026-01-01')",
    "person.id == kpi.id", "people.exists(p, true)", "person.id == 'a' ? true : has(kpi.rank)",
    "true && has(person.unit)",
  ]

  private func isConstant(_ text: String, except: Set<String> = []) throws -> Bool {
    switch RecordWorld.environment.compile(text) {
    case .success(let checked): return checked.isConstant(exceptCalling: except)
    case .failure(let problems):
      Issue.record("\(text): \(problems.all.map(\.message))")
      return false
    }
  }

  @Test(arguments: constant) func isKnownBeforehand(_ text: String) throws {
    #expect(try isConstant(text))
  }

  @Test(arguments: open) func dependsOnRecords(_ text: String) throws {
    #expect(try !isConstant(text))
  }

  @Test func whatTheHostAnswersIsNotConstant() throws {
    #expect(try isConstant("size('a') == 1"))
    #expect(try !isConstant("size('a') == 1", except: ["size"]))
  }
}
