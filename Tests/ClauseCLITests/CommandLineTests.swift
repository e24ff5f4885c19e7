import Foundation
import Testing

/// What a shell and a bare sandbox see of the command line.
@Suite struct CommandLineTests {
  private static func bash(_ script: String, _ arguments: [String]) throws -> (Int32, String) {
    let folder = try Folder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["bash", "-c", script] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let log = folder.path + "/log"
    try Data().write(to: URL(fileURLWithPath: log))
    let handle = try #require(FileHandle(forWritingAtPath: log))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    return (process.terminationStatus, folder.text("log") ?? "")
  }

  /// What bash offers at the end of `words`.
  private static func offered(_ words: [String]) throws -> [String] {
    let script = """
      mkdir registers; touch registers/risks.csv own.yaml results.json other.txt
      source <("$0" --generate-completion-script bash)
      COMP_WORDS=(clauselint "$@"); COMP_CWORD=$#
      COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
      function=$(complete -p clauselint | sed -E 's/.*-F ([^ ]+) .*/\\1/')
      "$function" clauselint "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}" 2>/dev/null
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let (_, text) = try bash(script, [Tool.path] + words)
    return text.split(separator: "\n").map { String($0).trimmingCharacters(in: .whitespaces) }
  }

  @Test(arguments: [
    (["check", "--fail-on", ""], ["major", "minor", "observation", "never"]),
    (["check", "--format", ""], ["text", "sarif-github", "github-summary", "junit"]),
    (["check", "--lang", ""], ["ar", "fr", "en"]),
    (["check", "--limit", ""], ["run-bytes=", "excerpt-length="]),
    (["check", "--standard", ""], ["iso9001:2015"]),
    (["check", ""], ["registers", "own.yaml", "other.txt"]),
    (["check", "--config", ""], ["own.yaml"]),
    (["check", "--pack", ""], ["registers"]),
    (["report", "--format", ""], ["html", "oscal-plan", "xlsx"]),
    (["report", "--output", ""], ["own.yaml", "other.txt"]),
    (["rules", "--format", ""], ["text", "json"]),
    (["sources", "--format", ""], ["text", "json"]),
    (["clauses", "--format", ""], ["text", "json"]),
    (["exceptions", "--format", ""], ["text", "json"]),
    (["forecast", "--format", ""], ["text", "json", "ics"]),
    (["diff", ""], ["results.json"]),
    (["schema", ""], ["records", "configuration", "pack", "results"]),
    (["init", "--lang", ""], ["ar", "fr", "en"]),
    (["baseline", "write", "--baseline", ""], ["own.yaml"]),
    (["test", ""], ["registers"]),
    ([""], ["check", "report", "baseline"]),
  ])
  func aShellOffersWhatMayStandThere(_ words: [String], _ wanted: [String]) throws {
    let offered = try Self.offered(words)
    for word in wanted { #expect(offered.contains(word), "\(words): \(offered)") }
  }

  @Test func everyShellHasTheValues() throws {
    let folder = try Folder()
    for shell in ["bash", "zsh", "fish"] {
      let script = try folder.run("--generate-completion-script", shell)
      #expect(script.status == 0)
      for value in ["sarif-github", "observation", "oscal-plan", "run-bytes="] {
        #expect(script.output.contains(value), "\(shell) does not offer \(value)")
      }
    }
  }

  @Test(arguments: [
    (["chekc", "."], "Did you mean `check`?"), (["rport"], "Did you mean `report`?"),
    (["Check"], "Did you mean `check`?"), (["baseline", "wriet"], "Did you mean `write`?"),
    (["nonsense"], "The commands are baseline, check,"),
  ])
  func aMisspeltCommandGetsItsName(_ words: [String], _ remedy: String) throws {
    let folder = try Folder()
    let outcome = try Tool.run(words, in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("is not a command"), "\(outcome.errors)")
    #expect(outcome.errors.contains(remedy), "\(outcome.errors)")
  }

  @Test func whatIsACommandStillIsOne() throws {
    let folder = try Folder()
    for words in [["help"], ["help", "check"], ["baseline", "--help"], ["baseline", "help"]] {
      let outcome = try Tool.run(words, in: folder.path)
      #expect(words == ["baseline", "help"] || outcome.status == 0, "\(words): \(outcome.errors)")
    }
    // Behind an option a word may be its value.
    #expect(try Tool.run(["--version"], in: folder.path).status == 0)
  }

  /// The name and the words of a program are the kernel's to give, not those of /proc.
  @Test(arguments: [(["--version"], "0.1.0"), (["--help"], "SUBCOMMANDS"), (["chekc"], "check")])
  func aSandboxWithoutProcIsEnough(_ words: [String], _ expected: String) throws {
    let script = "mount -t tmpfs none /proc || exit 99; exec \"$0\" \"$@\""
    let folder = try Folder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["unshare", "-rm", "bash", "-c", script, Tool.path] + words
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let log = folder.path + "/log"
    try Data().write(to: URL(fileURLWithPath: log))
    let handle = try #require(FileHandle(forWritingAtPath: log))
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    let text = folder.text("log") ?? ""
    if process.terminationStatus == 99 || text.contains("unshare:") || text.contains("mount:") {
      // Here nothing can be mounted: the test has no sandbox to look at.
      print("skipped: a sandbox without /proc cannot be made here: \(text)")
      return
    }
    #expect(process.terminationStatus == (words == ["chekc"] ? 2 : 0), "\(text)")
    #expect(text.contains(expected), "\(text)")
  }
}
