import CEL
import ClausePatterns
import Foundation
import Testing

/// The exact message and place of every problem.
///
/// A golden holds the expression (`⏎` stands for a line feed), a line of carets below the faulty
/// part, and the message with its hint and nearest name. With CEL_GOLDENS=record in the
/// environment the files are written anew; the difference is then for review.
@Suite struct ProblemTests {
  static let environment: Environment = {
    let person = ObjectType(
      name: "person",
      fields: [
        ObjectField("id", .string, isOptional: false),
        ObjectField("unit", .string, isOptional: true),
        ObjectField("chief", .object("person"), isOptional: true),
      ])
    let lifecycle = CELType.enumeration(
      name: "lifecycle", values: ["draft", "in_review", "approved", "obsolete"])
    let document = ObjectType(
      name: "document",
      fields: [
        ObjectField("id", .string, isOptional: false),
        ObjectField("title", .string, isOptional: false),
        ObjectField("lifecycle", lifecycle, isOptional: false),
        ObjectField("kind", .enumeration(name: "kind", values: ["a", "b"]), isOptional: false),
        ObjectField("owner", .object("person"), isOptional: true),
        ObjectField("approved_on", .date, isOptional: true),
        ObjectField("tags", .list(.string), isOptional: true),
        ObjectField("phases", .list(lifecycle), isOptional: true),
        ObjectField("related", .list(.object("document")), isOptional: true),
      ])
    return Environment(
      variables: [
        Variable("document", .object("document")),
        Variable("documents", .list(.object("document"))),
        Variable("person", .object("person")), Variable("people", .list(.object("person"))),
        Variable("anything", .anyObject), Variable("as_of", .date),
        Variable("params.review", .period),
      ], objectTypes: [person, document], patterns: RE2Compiler())
  }()

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  @Test(arguments: [("parse", Problem.Phase.parse), ("check", .check)])
  func matchGoldens(_ name: String, _ phase: Problem.Phase) throws {
    let url = Self.folder.appendingPathComponent("\(name)-problems.txt")
    let recorded = try String(contentsOf: url, encoding: .utf8)
    let blocks = recorded.components(separatedBy: "\n\n").filter { !$0.isEmpty }
    #expect(blocks.count >= 60)
    var written: [String] = []
    for block in blocks {
      let first = block.split(separator: "\n", omittingEmptySubsequences: false)[0]
      let golden = try Self.golden(String(first), phase)
      #expect(golden == block)
      written.append(golden)
    }
    if ProcessInfo.processInfo.environment["CEL_GOLDENS"] == "record" {
      try (written.joined(separator: "\n\n") + "\n\n").write(
        to: url, atomically: true, encoding: .utf8)
    }
  }

  static func golden(_ line: String, _ phase: Problem.Phase) throws -> String {
    let source = line.replacingOccurrences(of: "⏎", with: "\n")
    guard case .failure(let problems) = environment.compile(source) else {
      return line + "\ncompiles"
    }
    var lines = [line]
    for problem in problems.all {
      #expect(problem.phase == phase, "\(line)")
      let bytes = Array(source.utf8)
      let before = String(decoding: bytes[..<problem.range.lowerBound], as: UTF8.self)
      let inside = String(decoding: bytes[problem.range], as: UTF8.self)
      lines.append(
        String(repeating: " ", count: before.unicodeScalars.count)
          + String(repeating: "^", count: max(1, inside.unicodeScalars.count)))
      var text = "\(problem.code): \(problem.message)"
      if let nearest = problem.nearest { text += " | nearest: \(nearest)" }
      if let hint = problem.hint { text += " | hint: \(hint)" }
      lines.append(text)
    }
    return lines.joined(separator: "\n")
  }
}
