import Foundation
import Testing

/// Python tools as independent readers of what the reporters write.
///
/// A tool that is missing skips its tests on a developer's machine; with `CI` set it fails them.
enum Python {
  /// Whether tests that need `module` run: it is there, or its absence must fail.
  static func isWanted(_ module: String) -> Bool {
    ProcessInfo.processInfo.environment["CI"] != nil
      || (try? run("import \(module)"))?.status == 0
  }

  /// The folder of the data shared by all checkouts.
  static var shared: URL {
    if let path = ProcessInfo.processInfo.environment["CLAUSELINT_SHARED"] {
      return URL(fileURLWithPath: path)
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared").standardizedFileURL
  }

  /// Whether tests that read it run: it is there, or its absence must fail.
  static var isSharedWanted: Bool {
    ProcessInfo.processInfo.environment["CI"] != nil
      || FileManager.default.fileExists(atPath: shared.path)
  }

  /// The result of a run: exit status and everything it said.
  struct Answer: Sendable {
    let status: Int32
    let text: String
  }

  /// Runs `script` with each of `files` written to a file and named as an argument.
  static func run(_ script: String, files: [(name: String, bytes: [UInt8])] = []) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("clauselint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var arguments = ["python3", "-c", script]
    for file in files {
      let url = folder.appendingPathComponent(file.name)
      try Data(file.bytes).write(to: url)
      arguments.append(url.path)
    }
    // To a file: a full pipe nobody reads would stop both sides.
    let log = folder.appendingPathComponent("output.log")
    try Data().write(to: log)
    let output = try FileHandle(forWritingTo: log)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    try output.close()
    return Answer(
      status: process.terminationStatus, text: try String(contentsOf: log, encoding: .utf8))
  }
}

extension Trait where Self == ConditionTrait {
  /// A test that reads the data shared by all checkouts. It is skipped where there is none; with
  /// `CI` set it runs, and fails.
  static var readsSharedData: Self {
    .enabled(
      if: Python.isSharedWanted,
      "reads the shared test data: name its folder in CLAUSELINT_SHARED")
  }
}
