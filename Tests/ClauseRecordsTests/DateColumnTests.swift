import CEL
import ClauseCalendar
import ClauseRecords
import ClauseSource
import Testing

/// Day and month of numeric dates are told apart by what the column of the file proves.
struct DateColumnTests {
  private func sample(_ dates: [String], order: DateOrder? = nil) throws -> Sample {
    var text = "id,code,applies_from\n"
    for (index, date) in dates.enumerated() { text += "D\(index),x1,\(date)\n" }
    return try Sample([
      SampleFile("documents.csv", Marked(text), plan: BindingPlan(type: "document", dates: order))
    ])
  }

  private func iso(_ sample: Sample, _ index: Int) throws -> String? {
    if case .date(let date) = try sample.value("document", "D\(index)", "applies_from") {
      return date.iso
    }
    return nil
  }

  @Test func oneLateDaySettlesTheColumn() throws {
    let dayFirst = try sample(["03/04/2025", "31/01/2025", "2025-06-05"])
    #expect(dayFirst.problems.isEmpty)
    #expect(try iso(dayFirst, 0) == "2025-04-03")
    #expect(try iso(dayFirst, 2) == "2025-06-05")
    let monthFirst = try sample(["03/04/2025", "01/31/2025"])
    #expect(monthFirst.problems.isEmpty)
    #expect(try iso(monthFirst, 0) == "2025-03-04")
  }

  @Test func withoutProofADateIsAmbiguous() throws {
    let found = try sample(["⟪03/04/2025⟫", "05/05/2025"])
    #expect(found.problems.map(\.kind) == [.dateAmbiguous])
    #expect(found.problems.map(\.range) == found.marks())
    let problem = try #require(found.problems.first)
    #expect(problem.detail == .unprovenOrder)
    #expect(problem.argument("first")?.unescaped == "2025-04-03")
    #expect(problem.argument("second")?.unescaped == "2025-03-04")
    #expect(problem.recordID?.unescaped == "D0")
    #expect(try iso(found, 1) == "2025-05-05")
    guard case .malformed = try found.value("document", "D0", "applies_from") else {
      Issue.record("an ambiguous date is read")
      return
    }
  }

  @Test func contradictingProofsLeaveNothingToTrust() throws {
    let found = try sample(["⟪03/04/2025⟫", "31/01/2025", "⟪04/13/2025⟫", "28/02/2025"])
    #expect(found.problems.map(\.kind) == [.dateAmbiguous, .fieldType])
    #expect(found.problems.map(\.detail) == [.contradictoryOrders, .contradictoryOrders])
    #expect(found.problems.map(\.range) == found.marks())
    #expect(found.problems.first?.related.count == 2)
    #expect(try iso(found, 1) == "2025-01-31")
  }

  @Test func eachColumnProvesForItself() throws {
    let sample = try Sample([
      SampleFile(
        "documents.csv",
        "id,code,applies_from,approved_on\nA,x1,31/01/2025,⟪03/04/2025⟫\n")
    ])
    #expect(sample.problems.map(\.kind) == [.dateAmbiguous])
    #expect(sample.problems.map(\.range) == sample.marks())
  }

  @Test func anotherFileProvesNothing() throws {
    let sample = try Sample([
      SampleFile("documents.csv", "id,code,applies_from\nA,x1,⟪03/04/2025⟫\n"),
      SampleFile("b/documents.csv", "id,code,applies_from\nB,x1,31/01/2025\n"),
    ])
    #expect(sample.problems.map(\.kind) == [.dateAmbiguous])
  }

  @Test func declaredOrdersHold() throws {
    let dayFirst = try sample(["03/04/2025", "⟪04/13/2025⟫"], order: .dayFirst)
    #expect(try iso(dayFirst, 0) == "2025-04-03")
    #expect(dayFirst.problems.map(\.detail) == [.otherDateOrder])
    #expect(dayFirst.problems.map(\.range) == dayFirst.marks())
    let iso = try sample(["⟪31/01/2025⟫", "2025-01-31"], order: .iso)
    #expect(iso.problems.map(\.detail) == [.otherDateOrder])
    let monthFirst = try sample(["03/04/2025"], order: .monthFirst)
    #expect(try self.iso(monthFirst, 0) == "2025-03-04")
  }

  @Test func listsOfDatesAreColumnsToo() throws {
    let sample = try Sample(
      "documents: [{ id: A, code: x1, seen_on: [31/01/2025, 03/04/2025] }]")
    #expect(sample.problems.isEmpty)
    let dates = sample.store.heap.elements(of: try sample.value("document", "A", "seen_on"))
    #expect(dates.count == 2)
    guard case .date(let second) = dates[dates.startIndex + 1] else {
      Issue.record("not read")
      return
    }
    #expect(second.iso == "2025-04-03")
  }
}
