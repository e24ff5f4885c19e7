import Foundation
import Testing

/// The conformance suite of the language, every test of it that needs no protobuf message.
@Suite struct ConformanceTests {
  static let files = [
    "basic", "bindings_ext", "block_ext", "comparisons", "conversions", "encoders_ext", "fields",
    "fp_math", "integer_math", "lists", "logic", "macros", "macros2", "math_ext", "namespace",
    "network_ext", "optionals", "parse", "plumbing", "string", "string_ext", "timestamps",
    "type_deduction",
  ]

  /// Tests that are known to fail, by id, with the reason. One that passes must leave the list.
  static let skipped: [String: String] = [:]

  @Test(.readsSharedData, arguments: files)
  func passes(_ file: String) throws {
    for test in try ConformanceCase.load(file) {
      let failure = test.failure()
      if Self.skipped[test.id] != nil {
        #expect(failure != nil, "\(test.id) passes and must leave the skip list")
      } else {
        #expect(failure == nil, "\(test.id): \(test.expression)")
      }
    }
  }

  /// A suite that is not read, or only in part, must not look like one that passes.
  @Test(.readsSharedData) func readsEveryTest() throws {
    var values: [String: Int] = [:]
    var errors: [String: Int] = [:]
    for file in Self.files {
      for test in try ConformanceCase.load(file) {
        if test.expectsError {
          errors[test.group, default: 0] += 1
        } else {
          values[test.group, default: 0] += 1
        }
      }
    }
    #expect(
      values == [
        "core": 989, "typecheck": 26, "ext:strings": 163, "ext:math": 182, "ext:network": 60,
        "ext:optionals": 56, "ext:two_var": 38, "ext:block": 25, "ext:bindings": 8,
        "ext:encoders": 4,
      ])
    #expect(
      errors == [
        "core": 105, "ext:strings": 50, "ext:math": 17, "ext:network": 9, "ext:optionals": 3,
        "ext:two_var": 8,
      ])
  }
}
