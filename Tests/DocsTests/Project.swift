import Foundation

/// The places of the project that the tests read and run.
enum Project {
  /// The root of the package.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the built programs: the one this test runs from.
  static let programs = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// A folder with a link to the binary named in CLAUSELINT_BINARY, which goes before the one
  /// beside the tests; nil where none is named.
  private static let named: URL? = {
    guard let binary = ProcessInfo.processInfo.environment["CLAUSELINT_BINARY"] else { return nil }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("clauselint-bin-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("clauselint"),
      withDestinationURL: URL(fileURLWithPath: binary))
    return folder
  }()

  /// README and every page below docs/ but those of the rules.
  static let pages: [URL] = {
    var pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"]
      .map { root.appendingPathComponent($0) }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
    let folder = root.appendingPathComponent("docs")
    let below = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    pages += below.filter { $0.hasSuffix(".md") && !$0.hasPrefix("rules/") }.sorted()
      .map(folder.appendingPathComponent)
    return pages
  }()

  /// The generated pages of the rules: hundreds, with nothing in them to run.
  static let rulePages: [URL] = {
    let folder = root.appendingPathComponent("docs/rules")
    let below = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return below.filter { $0.hasSuffix(".md") }.sorted().map(folder.appendingPathComponent)
  }()

  /// The path of a page from the root, for messages.
  static func name(_ page: URL) -> String { String(page.path.dropFirst(root.path.count + 1)) }

  /// Runs a line of the shell in `folder`, the built programs first in its path.
  ///
  /// - Returns: standard output and standard error as a terminal would show them, and the status.
  static func run(_ line: String, in folder: URL) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] =
      ([named, programs].compactMap { $0?.path } + [environment["PATH"] ?? "/usr/bin:/bin"])
      .joined(separator: ":")
    for name in ["CLAUSELINT_PACKS", "LANG", "LC_ALL", "LC_MESSAGES"] { environment[name] = nil }
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }
}
