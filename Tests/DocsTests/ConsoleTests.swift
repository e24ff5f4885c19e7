import Foundation
import Testing

/// Runs the `console` blocks: `$ command`, then what it prints. A line `...` stands for any lines.
///
/// With CLAUSELINT_UPDATE_DOCS=1 blocks without `...` are rewritten with what is printed today.
@Suite struct ConsoleTests {
  static let blocks = CodeBlock.tagged("console")

  @Test func examplesAreThere() {
    #expect(Self.blocks.count > 5)
  }

  @Test(arguments: blocks) func printsWhatThePageShows(_ block: CodeBlock) throws {
    let folder = try #require(
      block.comment.flatMap { comment in
        comment.hasPrefix("in: ") ? String(comment.dropFirst(4)) : nil
      }, "\(block): a console block follows a comment `<!-- in: FOLDER -->`")
    let place = Project.root.appendingPathComponent(folder)
    var status: Int32 = 0
    var actual: [String] = []
    for step in Self.steps(block.lines) {
      var printed: String
      if step.command == "echo $?" {
        printed = "\(status)\n"
      } else {
        (printed, status) = try Project.run(step.command, in: place)
      }
      if printed.hasSuffix("\n") { printed.removeLast() }
      let lines = printed.isEmpty ? [] : printed.components(separatedBy: "\n")
      actual.append("$ " + step.command)
      actual += lines
      if !Self.isUpdating {
        #expect(
          Self.matches(step.output[...], lines[...]),
          "\(block): `\(step.command)` prints\n\(printed)")
      }
    }
    if Self.isUpdating { try Self.update(block, to: actual) }
  }

  static var isUpdating: Bool {
    ProcessInfo.processInfo.environment["CLAUSELINT_UPDATE_DOCS"] == "1"
  }

  /// The commands with the lines they should print.
  static func steps(_ lines: [String]) -> [(command: String, output: [String])] {
    var steps: [(command: String, output: [String])] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        steps.append((String(line.dropFirst(2)), []))
      } else if !steps.isEmpty {
        steps[steps.count - 1].output.append(line)
      }
    }
    return steps
  }

  /// Whether the lines are those expected, byte for byte.
  static func matches(_ expected: ArraySlice<String>, _ actual: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return actual.isEmpty }
    let rest = expected.dropFirst()
    if first == "..." {
      return (actual.startIndex...actual.endIndex).contains { matches(rest, actual[$0...]) }
    }
    guard let line = actual.first, line.utf8.elementsEqual(first.utf8) else { return false }
    return matches(rest, actual.dropFirst())
  }

  /// Blocks run side by side, but of one page only one may be rewritten at a time.
  private static let pageLock = NSLock()

  private static func update(_ block: CodeBlock, to lines: [String]) throws {
    if block.lines.contains("...") { return }
    pageLock.lock()
    defer { pageLock.unlock() }
    let text = try String(contentsOf: block.page, encoding: .utf8)
    let old = "```console\n" + block.text + "```"
    let new = "```console\n" + lines.joined(separator: "\n") + "\n```"
    try text.replacingOccurrences(of: old, with: new)
      .write(to: block.page, atomically: true, encoding: .utf8)
  }

  @Test func anyLinesMatchDots() {
    #expect(Self.matches(["a", "...", "d"], ["a", "b", "c", "d"]))
    #expect(Self.matches(["..."], []))
    #expect(!Self.matches(["a", "..."], ["b"]))
    #expect(!Self.matches(["a"], ["a", "b"]))
  }
}
