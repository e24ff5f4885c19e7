import Foundation
import Testing

@testable import ClauseSource

/// `.gitignore`, with git itself as the judge.
@Suite struct IgnoreFileTests {
  private func ignores(_ text: String, _ path: String, isFolder: Bool = false) -> Bool {
    IgnoreFile(Array(text.utf8)).ignores(Array(path.utf8)[...], isFolder: isFolder) ?? false
  }

  @Test func patternsMeanWhatTheManualSays() {
    #expect(ignores("*.log", "a/b.log"))
    #expect(!ignores("/*.log", "a/b.log"))
    #expect(ignores("build/", "a/build", isFolder: true))
    #expect(!ignores("build/", "a/build"))
    #expect(ignores("**/x/y", "x/y") && ignores("**/x/y", "a/b/x/y"))
    #expect(ignores("a/**", "a/b/c") && !ignores("a/**", "a"))
    #expect(ignores("a/**/b", "a/b") && ignores("a/**/b", "a/x/y/b") && !ignores("a/**/b", "axb"))
    #expect(!ignores("*.log\n!keep.log", "keep.log"))
    #expect(ignores("[a-c]?.md", "bx.md") && !ignores("[!a-c]?.md", "bx.md"))
    #expect(ignores("\\#a", "#a") && !ignores("#a", "#a"))
    #expect(ignores("a\\ ", "a ") && ignores("a  ", "a"))
    #expect(ignores("a\r\nb\r\n", "b"))
    #expect(ignores("\u{FEFF}a\n", "a"))
  }

  /// Hostile patterns: each star could stand for anything, which takes a naive matcher for ever.
  @Test func matchingIsBounded() {
    let pattern = String(repeating: "*a", count: 100) + "b"
    #expect(!ignores(pattern, String(repeating: "a", count: 250)))
    let folders = "x/" + String(repeating: "**/a/", count: 60) + "b"
    #expect(!ignores(folders, "x/" + String(repeating: "a/", count: 120) + "c"))
  }

  /// Random patterns and paths: git check-ignore and the walk agree on every file.
  @Test func theWalkLeavesOutWhatGitIgnores() throws {
    guard let git = Git() else { return }
    var random = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 1...UInt64.max, using: &random)
    var numbers = Numbers(state: seed)
    let names = ["a", "b", "ab", "a.b", "b.log", "[a]", "a b", "é", "-"]
    let pieces = [
      "a", "b", "ab", "*", "**", "?", "[ab]", "[!a]", "[a-b]", "[^b]", "[[:alpha:]]", ".log", ".b",
      "/", "/", "\\*", "\\a", "é", " ", "[]a]", "[a", "-", "[a-", "!",
    ]
    for round in 0..<20 {
      let folder = try TemporaryFolder()
      for _ in 0..<25 {
        let depth = Int(numbers.next() % 3) + 1
        let parts = (0..<depth).map { level in
          // A folder and a file of one name cannot be.
          names[Int(numbers.next() % UInt64(names.count))] + (level == depth - 1 ? "" : "d")
        }
        try folder.write(parts.joined(separator: "/"))
      }
      for place in ["", "ad/", "bd/"] where place.isEmpty || numbers.next() % 3 == 0 {
        let lines = (0..<4).map { _ -> String in
          let head = numbers.next() % 5 == 0 ? "!" : ""
          return head
            + (0..<(1 + numbers.next() % 4)).map { _ in
              pieces[Int(numbers.next() % UInt64(pieces.count))]
            }.joined() + (numbers.next() % 6 == 0 ? "d/" : "")
        }
        try folder.write(place + ".gitignore", lines.joined(separator: "\n") + "\n")
      }
      let root = try SourceRoot(path: folder.path)
      let all = root.discover(limits: Limits()).files.map(\.path)
      let found = root.discover(limits: Limits(), bounds: WalkBounds(leavesOutForeign: true))
      let ignored = try git.ignored(all, in: folder.path)
      #expect(
        all.filter { !ignored.contains(Array($0.utf8)) } == found.files.map(\.path),
        "seed \(seed), round \(round): \((try? String(contentsOfFile: folder.path + "/.gitignore", encoding: .utf8)) ?? "")"
      )
    }
  }

  @Test func theWalkLeavesOutLockFilesAndOtherRoots() throws {
    let folder = try TemporaryFolder()
    for name in [
      "a.xlsx", "~$a.xlsx", ".~lock.a.ods#", "in/own.yaml", "in/x.yaml", "in/deep/y.yaml",
      "own.yaml",
    ] {
      try folder.write(name)
    }
    let root = try SourceRoot(path: folder.path)
    let found = root.discover(
      limits: Limits(), bounds: WalkBounds(rootMark: "own.yaml", leavesOutForeign: true))
    #expect(found.files.map(\.path) == ["a.xlsx", "own.yaml"])
    #expect(found.locks == [".~lock.a.ods#", "~$a.xlsx"])
    #expect(found.ownRoots == ["in"])
    #expect(root.discover(limits: Limits()).files.count == 6)
  }

  @Test func tooManyPatternsAreSaidAndNotHeeded() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml")
    try folder.write(".gitignore", (0..<2_100).map { "x\($0)\n" }.joined() + "a.yaml\n")
    let found = try SourceRoot(path: folder.path).discover(
      limits: Limits(), bounds: WalkBounds(leavesOutForeign: true))
    #expect(found.files.map(\.path) == ["a.yaml"])
    #expect(found.diagnostics.map(\.code) == ["ignore-file"])
  }
}

/// The git of this machine, asked what it ignores.
private struct Git {
  private let program = "/usr/bin/git"

  init?() {
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
  }

  /// Those of `paths` that git ignores in a new repository in `folder`.
  func ignored(_ paths: [String], in folder: String) throws -> Set<[UInt8]> {
    try run(["init", "-q", folder], in: folder, input: Data())
    let input = Data(paths.joined(separator: "\0").utf8)
    let output = try run(["check-ignore", "-z", "--stdin"], in: folder, input: input)
    return Set(output.split(separator: 0).map { Array($0) })
  }

  @discardableResult
  private func run(_ arguments: [String], in folder: String, input: Data) throws -> Data {
    let scratch = folder + "/.scratch"
    try input.write(to: URL(fileURLWithPath: scratch))
    _ = FileManager.default.createFile(atPath: scratch + ".out", contents: nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = ProcessInfo.processInfo.environment
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    process.environment = environment
    process.standardInput = FileHandle(forReadingAtPath: scratch)
    process.standardOutput = FileHandle(forWritingAtPath: scratch + ".out")
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return FileManager.default.contents(atPath: scratch + ".out") ?? Data()
  }
}

/// Numbers that can be had again from their seed.
private struct Numbers {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
