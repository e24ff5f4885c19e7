import Foundation
import Testing

/// Python tools that write or read files independently of the product.
///
/// A tool that is missing skips its tests on a developer's machine; with `CI` set it fails them.
enum Python {
  /// Whether tests that need `module` run: it is there, or its absence must fail.
  static func isWanted(_ module: String) -> Bool {
    ProcessInfo.processInfo.environment["CI"] != nil
      || (try? run("import \(module)", arguments: []))?.status == 0
  }

  /// The result of a run: exit status and everything it said.
  struct Answer: Sendable {
    let status: Int32
    let text: String
  }

  /// Runs `script`.
  static func run(_ script: String, arguments: [String]) throws -> Answer {
    let folder = try Folder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    let log = folder.path + "/log"
    try Data().write(to: URL(fileURLWithPath: log))
    let handle = try #require(FileHandle(forWritingAtPath: log))
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    return Answer(status: process.terminationStatus, text: folder.text("log") ?? "")
  }
}
