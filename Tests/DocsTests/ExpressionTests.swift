import CEL
import ClauseCalendar
import ClauseEngine
import ClausePatterns
import ClauseRules
import ClauseSource
import Foundation
import Testing

/// `cel` blocks: one expression a line, its value after `// =>` or its error after `// error:`.
/// `cel TYPE` blocks: expressions in a rule for that record type, checked but not evaluated; the
/// type of the result stands after `// :`.
@Suite struct ExpressionTests {
  static let library = PackLibrary.load(folders: [PackBlockTests.packFolder])

  @Test func examplesAreThere() {
    #expect(CodeBlock.tagged("cel").count > 2)
    #expect(!Self.recordBlocks.isEmpty)
  }

  @Test(arguments: CodeBlock.tagged("cel")) func valuesAreThoseShown(_ block: CodeBlock) throws {
    let environment = Environment(
      variables: [Variable("as_of", .date)], libraries: FunctionLibrary.all,
      patterns: RE2Compiler())
    let asOf = Value.date(try #require(CivilDate(iso: "2026-11-23")))
    for line in block.lines where !line.isEmpty {
      let example = try #require(Example(line), "\(block): `\(line)` says no result")
      switch environment.compile(example.expression) {
      case .failure(let problems):
        #expect(example.expects(error: problems), "\(block): \(line): \(problems.all)")
      case .success(let checked):
        var evaluator = Evaluator(heap: .empty, indexes: Indexes.none)
        let value = evaluator.evaluate(environment.plan(checked), [asOf])
        #expect(
          example.expects(value: evaluator.describe(value)),
          "\(block): \(line): \(evaluator.describe(value))")
      }
    }
  }

  static let recordBlocks = Project.pages.flatMap(CodeBlock.of).filter {
    $0.info.hasPrefix("cel ")
  }

  @Test(arguments: recordBlocks) func rulesCheckAsShown(_ block: CodeBlock) throws {
    let type = String(block.info.dropFirst(4))
    let environment = Self.library.packs.scope.environment(.records(type))
    for line in block.lines where !line.isEmpty {
      let example = try #require(Example(line), "\(block): `\(line)` says no result")
      switch environment.compile(example.expression) {
      case .failure(let problems):
        #expect(example.expects(error: problems), "\(block): \(line): \(problems.all)")
      case .success(let checked):
        #expect(
          example.expects(type: checked.type.description), "\(block): \(line): \(checked.type)")
      }
    }
  }
}

/// An expression with what the page says of it.
struct Example {
  enum Result {
    case value(String)
    case type(String)
    case error(String)
  }

  let expression: String
  let result: Result

  init?(_ line: String) {
    for (mark, make) in [
      ("// => ", Result.value), ("// : ", Result.type), ("// error: ", Result.error),
    ] {
      guard let range = line.range(of: mark) else { continue }
      expression = String(line[..<range.lowerBound]).trimmingCharacters(in: .whitespaces)
      result = make(String(line[range.upperBound...]))
      return
    }
    return nil
  }

  func expects(value: String) -> Bool {
    switch result {
    case .value(let shown), .error(let shown): value == shown
    case .type: false
    }
  }

  func expects(type: String) -> Bool {
    if case .type(let shown) = result { return type == shown }
    return false
  }

  func expects(error: Problems) -> Bool {
    guard case .error(let shown) = result, let first = error.all.first else { return false }
    return first.message == shown
  }
}
