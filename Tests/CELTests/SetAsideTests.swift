import CEL
import Testing

/// Values that excuse nothing: what rests on them is left out where something else decides.
@Suite struct SetAsideTests {
  private static let token: UInt32 = 7

  /// The value of an expression over a person whose unit is not known and whose name is `p0`.
  private func value(_ text: String, setAside: ClosedRange<UInt32>?) throws -> Value {
    var builder = HeapBuilder(types: RecordWorld.types)
    let person = builder.object(ofType: 0)
    let kpi = builder.object(ofType: 1)
    builder.set(builder.string("p0"), slot: 0, of: person)
    builder.set(.malformed(Self.token), slot: 1, of: person)
    let heap = builder.finish()
    var evaluator = Evaluator(heap: heap)
    evaluator.setAside = setAside
    let program = try #require(RecordWorld.program(text), "\(text) must compile")
    return evaluator.evaluate(
      program,
      [
        .object(person), .object(kpi), heap.allObjects(ofType: 0), heap.allObjects(ofType: 1),
        .null,
      ])
  }

  private static let unknown = "has(person.unit)"
  private static let yes = "person.id == 'p0'"
  private static let no = "person.id == 'p1'"

  @Test(arguments: [
    // An alternative that nobody can see is none beside one that is false.
    ("\(no) || \(unknown)", false), ("\(unknown) || \(no) || \(unknown)", false),
    ("\(yes) || \(unknown)", true), ("\(no) && \(unknown)", false),
    // Below a `!` it is the parts of `&&` that excuse.
    ("!(\(yes) && \(unknown))", false), ("!(\(no) && \(unknown))", true),
    ("!(\(yes) && !(\(unknown) && \(yes)))", false),
    ("\(unknown) ? \(yes) : \(yes)", true),
  ])
  func whatIsSeenDecides(_ text: String, _ expected: Bool) throws {
    guard case .bool(let flag) = try value(text, setAside: Self.token...Self.token) else {
      Issue.record("\(text) is not decided")
      return
    }
    #expect(flag == expected, "\(text)")
  }

  @Test(arguments: [
    "\(unknown)", "\(unknown) || \(unknown)", "\(unknown) && \(yes)", "!(\(unknown) || \(no))",
    "!\(unknown)", "\(unknown) ? \(yes) : \(no)",
    // One record among others that nobody can see may be the one.
    "people.exists(p, has(p.unit) && p.id == 'p0')",
  ])
  func allElseStaysOpen(_ text: String) throws {
    #expect(try value(text, setAside: Self.token...Self.token).isFailure, "\(text)")
  }

  /// The language as it is specified knows no such values.
  @Test(arguments: ["\(no) || \(unknown)", "!(\(yes) && \(unknown))"])
  func otherFailuresAreFailures(_ text: String) throws {
    #expect(try value(text, setAside: nil).isFailure, "\(text)")
    #expect(try value(text, setAside: 8...9).isFailure, "\(text)")
  }
}
