import Foundation
import Testing

/// The same bytes in give the same bytes out, whatever the machine does.
@Suite struct DeterminismTests {
  @Test func fiftyRunsAreOne() throws {
    let runs = ProcessInfo.processInfo.environment["CLAUSELINT_RUNS"].flatMap(Int.init) ?? 50
    let files = (0..<60).map { index in
      (
        name: "n\(index % 7)/é\(index)\(index % 2 == 0 ? "e\u{301}" : "x").yaml",
        text:
          "type: process\nid: P-\(index % 50)\ntitle: T \(index)\nrefs: [P-\(index + 1), P-99]\n"
          + "review_due: 2024-0\(index % 9 + 1)-31\nkey\(index): 1\n"
      )
    }
    let zones = ["UTC", "Africa/Casablanca", "Pacific/Kiritimati", "America/St_Johns"]
    let locales = ["C", "fr_FR.UTF-8", "ar_MA.UTF-8", "tr_TR.UTF-8", ""]
    var first: [String: Data] = [:]
    for run in 0..<runs {
      let scratch = try Scratch()
      for (name, text) in Translation.probe(for: "", echoes: true) {
        try scratch.write(text, to: "probe/" + name)
      }
      // The order in which files are made is the order in which some systems list them.
      for (name, text) in files.shuffled() { try scratch.write(text, to: "org/" + name) }
      let outputs = ["text", "json", "sarif", "csv", "junit"]
      var arguments = [
        "check", "org", "--lang", "en", "--pack", "probe", "--as-of", "2024-06-01", "--jobs",
        String(run % 8 + 1),
      ]
      for format in outputs { arguments += ["--format", format, "--output", "out." + format] }
      let locale = locales[run % locales.count]
      let outcome = try Spawn.run(
        "bash",
        ["-c", "umask \(["022", "077", "002"][run % 3]); exec \"$0\" \"$@\"", Spawn.tool]
          + arguments,
        in: scratch.path,
        environment: [
          "TZ": zones[run % zones.count], "LANG": locale, "LC_ALL": locale,
          "SWIFT_DETERMINISTIC_HASHING": run % 2 == 0 ? "1" : nil, "COLUMNS": String(40 + run),
        ])
      try #require(outcome.status == 1, "\(String(decoding: outcome.output, as: UTF8.self))")
      for format in outputs {
        let bytes = try #require(
          FileManager.default.contents(atPath: scratch.path + "/out." + format))
        #expect(!String(decoding: bytes, as: UTF8.self).contains(scratch.path))
        if let known = first[format] {
          #expect(bytes == known, "run \(run), \(format)")
        } else {
          first[format] = bytes
        }
      }
    }
  }
}
