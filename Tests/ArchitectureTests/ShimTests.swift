import Foundation
import Testing

/// What the system's C libraries bring along.
@Suite struct ShimTests {
  /// The headers that a module of the system's library reads, by the preprocessor beside Swift.
  private static func headers(of module: String) throws -> [String] {
    let shim = Repository.root + "/Sources/\(module)/shim.h"
    let flags = try run(["pkg-config", "--cflags", try pkgConfigName(of: module)]).text
      .split(whereSeparator: \.isWhitespace).map(String.init)
    let answer = try run(["clang", "-E", "-H", "-x", "c"] + flags + [shim])
    try #require(answer.status == 0, "\(answer.errors)")
    return answer.errors.split(separator: "\n").filter { $0.hasPrefix(".") }.map(String.init)
  }

  private static func pkgConfigName(of module: String) throws -> String {
    let manifest = try #require(Repository.text("Package.swift"))
    let declaration = try #require(manifest.range(of: "name: \"\(module)\""))
    let rest = manifest[declaration.upperBound...]
    let key = try #require(rest.range(of: "pkgConfig: \""))
    return String(rest[key.upperBound...].prefix { $0 != "\"" })
  }

  private static func run(
    _ words: [String]
  ) throws -> (status: Int32, text: String, errors: String) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shim-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // To files: a full pipe nobody reads would stop both sides.
    let logs = ["output", "errors"].map { folder.appendingPathComponent($0) }
    for log in logs { try Data().write(to: log) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = try FileHandle(forWritingTo: logs[0])
    process.standardError = try FileHandle(forWritingTo: logs[1])
    try process.run()
    process.waitUntilExit()
    let texts = try logs.map { try String(contentsOf: $0, encoding: .utf8) }
    return (process.terminationStatus, texts[0], texts[1])
  }

  /// Foundation has an ICU of its own; a file that sees the headers of both does not compile, and
  /// whether it sees both depends on what was built first.
  @Test(arguments: ["CLibXML2", "CLibYAML", "CLibZip", "CLibXLSXWriter", "CLibCMarkGFM"])
  func noHeaderOfICUReachesAModule(_ module: String) throws {
    let headers = try Self.headers(of: module)
    #expect(headers.count > 1, "the preprocessor names no header: \(headers)")
    let foreign = headers.filter { $0.contains("/unicode/") }
    #expect(foreign.isEmpty, "\(foreign.prefix(3))")
  }
}
