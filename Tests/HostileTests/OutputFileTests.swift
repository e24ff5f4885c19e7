import Foundation
import Glibc
import Testing

/// Output files are whole or absent, whatever happens to the process or the disk.
@Suite struct OutputFileTests {
  /// A small organisation whose report is long enough to be torn.
  private static func organization() throws -> Scratch {
    let scratch = try Scratch()
    for (name, text) in Translation.probe(for: "", echoes: true) {
      try scratch.write(text, to: "probe/" + name)
    }
    let records = (1...400).map { "  - { id: P-\($0), title: T\($0), owner: O }\n" }.joined()
    try scratch.write("processes:\n" + records, to: "org/processes.yaml")
    return scratch
  }

  private static let arguments = [
    "check", "org", "--pack", "probe", "--as-of", "2024-06-01", "--format", "json", "--output",
  ]

  /// Kills at random moments; more of them with CLAUSELINT_KILLS=1000.
  @Test func aKillLeavesTheOldOrTheNewFile() throws {
    let environment = ProcessInfo.processInfo.environment
    let kills = environment["CLAUSELINT_KILLS"].flatMap(Int.init) ?? 100
    let scratch = try Self.organization()
    let report = scratch.path + "/report.json"
    let clock = ContinuousClock()
    let begin = clock.now
    let whole = try Spawn.run(Spawn.tool, Self.arguments + [report], in: scratch.path)
    // When the report is written; corrected after each kill, for the machine may be busy.
    var moment = (clock.now - begin) / .seconds(1)
    #expect(whole.status == 1)
    let new = try #require(FileManager.default.contents(atPath: report))
    #expect(new.count > 100_000)
    let old = Data("{\"old\": true}\n".utf8)
    var random = SystemRandomNumberGenerator()
    var (kept, replaced, torn) = (0, 0, 0)
    for _ in 0..<kills {
      try old.write(to: URL(fileURLWithPath: report))
      let delay = Double.random(in: 0.8...1.2, using: &random) * moment
      _ = try Spawn.run(
        Spawn.tool, Self.arguments + [report], in: scratch.path,
        signal: (SIGKILL, after: delay))
      let found = FileManager.default.contents(atPath: report)
      if found == old {
        kept += 1
        moment *= 1.05
      } else if found == new {
        replaced += 1
        moment *= 0.95
      } else {
        torn += 1
      }
    }
    print("\(kills) kills: \(kept) kept the old file, \(replaced) had the new one, \(torn) torn")
    #expect(torn == 0)
    // What unfinished files are left is not read as records.
    let again = try Spawn.run(
      Spawn.tool, ["check", ".", "--pack", "probe", "--as-of", "2024-06-01"], in: scratch.path)
    #expect(!String(decoding: again.output, as: UTF8.self).contains("clauselint-tmp"))
  }

  @Test func aSignalEndsItWithItsStatus() throws {
    let scratch = try Self.organization()
    // A pipe that nobody opens holds the run where a signal reaches it.
    _ = try Spawn.run("mkfifo", [scratch.path + "/report.pipe"], in: "/")
    for (name, number) in [("INT", Int32(2)), ("TERM", 15), ("HUP", 1)] {
      let outcome = try Spawn.run(
        Spawn.tool,
        [
          "check", "org", "--pack", "probe", "--as-of", "2024-06-01", "--format", "text",
          "--output", "report.pipe",
        ],
        in: scratch.path, signal: (number, after: 2))
      #expect(outcome.status == 128 + number, "\(name): \(outcome.status)")
    }
  }

  @Test func aFullDiskKeepsTheOldFile() throws {
    let scratch = try Self.organization()
    let old = "old\n"
    let script = """
      mount -t tmpfs -o size=64k tmpfs disk && printf 'old\\n' > disk/report.json || exit 99
      "$0" check org --pack probe --as-of 2024-06-01 --format json --output disk/report.json
      status=$?
      cat disk/report.json; ls -A disk
      umount disk
      exit $status
      """
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/disk", withIntermediateDirectories: true)
    let outcome = try Spawn.run(
      "unshare", ["-rm", "bash", "-c", script, Spawn.tool], in: scratch.path)
    let text = String(decoding: outcome.output, as: UTF8.self)
    if outcome.status == 99 || text.contains("unshare") || text.contains("mount:") {
      print("skipped: a file system of our own cannot be mounted here: \(text)")
      return
    }
    #expect(outcome.status == 2, "\(text)")
    #expect(text.contains("the output is lost"), "\(text)")
    #expect(text.contains("No space left on device"), "\(text)")
    #expect(text.hasSuffix(old + "report.json\n"), "\(text)")
  }

  @Test func aFolderWithoutTheRightToWriteIsTwo() throws {
    let scratch = try Self.organization()
    try scratch.write("old\n", to: "locked/report.json")
    let asUser = geteuid() == 0
    _ = try Spawn.run("chmod", ["-R", "a+rX", scratch.path], in: "/")
    _ = try Spawn.run("chmod", ["555", scratch.path + "/locked"], in: "/")
    let command = Self.arguments + ["locked/report.json"]
    let outcome =
      asUser
      ? try Spawn.run(
        "setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", Spawn.tool] + command,
        in: scratch.path)
      : try Spawn.run(Spawn.tool, command, in: scratch.path)
    let text = String(decoding: outcome.output, as: UTF8.self)
    #expect(outcome.status == 2, "\(text)")
    #expect(text.contains("Permission denied"), "\(text)")
    #expect(
      try String(contentsOfFile: scratch.path + "/locked/report.json", encoding: .utf8) == "old\n")
  }

  @Test func aClosedPipeOrDeviceNeverPasses() throws {
    let scratch = try Self.organization()
    for (redirect, status) in [(">/dev/full", 2), (">&-", 2)] {
      let outcome = try Spawn.run(
        "bash", ["-c", "\"$0\" check org --pack probe --as-of 2024-06-01 \(redirect)", Spawn.tool],
        in: scratch.path)
      #expect(outcome.status == status, "\(redirect)")
    }
    let piped = try Spawn.run(
      "bash",
      [
        "-c",
        "\"$0\" check org --pack probe --as-of 2024-06-01 | head -c 10 > /dev/null; exit ${PIPESTATUS[0]}",
        Spawn.tool,
      ], in: scratch.path)
    #expect(piped.status == 1)
    #expect(piped.output.isEmpty)
  }
}
