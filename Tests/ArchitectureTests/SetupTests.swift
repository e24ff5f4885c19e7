import Foundation
import Testing

/// The script that `make` begins with, on machines that lack something: one sentence, with the
/// command an administrator would run.
@Suite struct SetupTests {
  /// Runs the script with nothing on the path but `tools`: names with the shell script they are,
  /// or with nil for the system's own.
  private static func run(_ tools: [String: String?]) throws -> (status: Int32, text: String) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("setup-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let all = ["bash": nil, "uname": nil, "env": nil].merging(tools) { $1 }
    for (name, script) in all {
      let path = folder.appendingPathComponent(name)
      if let script {
        try Data("#!/bin/bash\n\(script)\n".utf8).write(to: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path.path)
      } else {
        let own = try #require(
          ["/usr/bin/", "/bin/"].map { $0 + name }
            .first { FileManager.default.isExecutableFile(atPath: $0) })
        try FileManager.default.createSymbolicLink(atPath: path.path, withDestinationPath: own)
      }
    }
    let log = folder.appendingPathComponent("the.log")
    try Data().write(to: log)
    let handle = try FileHandle(forWritingTo: log)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [Repository.root + "/Scripts/setup.sh"]
    process.environment = ["PATH": folder.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    return (process.terminationStatus, try String(contentsOf: log, encoding: .utf8))
  }

  private static let user = "echo 1000"
  private static let root = "echo 0"
  /// Of every package it says that it is not there.
  private static let absent = "exit 1"
  private static let present = "echo 'install ok installed'"

  private static func isOneSentence(_ text: String) -> Bool {
    text.hasSuffix("\n") && text.split(separator: "\n").count == 1
  }

  @Test func withoutSwiftItSaysHowToInstallIt() throws {
    let (status, text) = try Self.run(["id": Self.user, "dpkg-query": Self.absent])
    #expect(status == 1)
    #expect(Self.isOneSentence(text), "\(text)")
    #expect(text.contains("Swift toolchain (6.2 or later)"), "\(text)")
    #expect(text.contains("with Swift's own installer: swiftly init"), "\(text)")
  }

  @Test func withoutRootAndSudoItNamesTheCommand() throws {
    let (status, text) = try Self.run([
      "swift": "", "id": Self.user, "dpkg-query": Self.absent, "apt-get": "",
    ])
    #expect(status == 1)
    #expect(Self.isOneSentence(text), "\(text)")
    #expect(text.contains("only root can install them"), "\(text)")
    #expect(
      text.contains("an administrator runs: apt-get update && apt-get install -y libyaml-dev"))
  }

  @Test func withoutAptItNamesTheLibraries() throws {
    for tools in [
      ["swift": "", "id": Self.root],
      ["swift": "", "id": Self.root, "pkg-config": "exit 1"],
      ["swift": "", "id": Self.root, "dpkg-query": Self.absent, "pkg-config": "exit 1"],
    ] {
      let (status, text) = try Self.run(tools)
      #expect(status == 1)
      #expect(Self.isOneSentence(text), "\(text)")
      #expect(text.contains("no apt-get"), "\(text)")
      #expect(text.contains("apt-get install -y libyaml-dev"), "\(text)")
    }
    // Another system's own packages will do.
    let (status, text) = try Self.run(["swift": "", "id": Self.user, "pkg-config": "exit 0"])
    #expect(status == 0 && text.isEmpty, "\(text)")
  }

  @Test func whereSudoRefusesItNamesTheCommand() throws {
    let (status, text) = try Self.run([
      "swift": "", "id": Self.user, "dpkg-query": Self.absent, "apt-get": "", "sudo": "exit 1",
    ])
    #expect(status == 1)
    let last = text.split(separator: "\n").last ?? ""
    #expect(last.contains("an administrator runs: apt-get update && apt-get install -y"), "\(text)")
  }

  @Test func rootInstallsWhatIsMissingAndNothingElse() throws {
    let (status, text) = try Self.run([
      "swift": "", "id": Self.root, "apt-get": "echo \"$@\"",
      "dpkg-query": "case \"$*\" in *libzip-dev*) exit 1 ;; *) \(Self.present) ;; esac",
    ])
    #expect(status == 0)
    #expect(text == "installing: libzip-dev\nupdate -qq\ninstall -y -qq libzip-dev\n", "\(text)")
  }

  @Test func nothingIsSaidWhereAllIsThere() throws {
    let (status, text) = try Self.run([
      "swift": "", "id": Self.user, "dpkg-query": Self.present, "apt-get": "exit 1",
    ])
    #expect(status == 0 && text.isEmpty, "\(text)")
  }
}
