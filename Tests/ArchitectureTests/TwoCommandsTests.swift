import Foundation
import Testing

/// What a newcomer meets first, and what guards it.
@Suite struct TwoCommandsTests {
  @Test func theReadmeHasTwoCommandsAndCIBeginsWithThem() throws {
    let readme = try #require(Repository.text("README.md"))
    let section = try #require(readme.range(of: "## Two commands"))
    let block = readme[section.upperBound...].components(separatedBy: "```")[1]
    let commands = Repository.lines(of: block).dropFirst().map {
      $0.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
    }
    #expect(commands == ["make demo", "make test"])
    let script = try #require(Repository.text(".ci/run"))
    #expect(script.contains("## Two commands"), "CI reads them where the newcomer does")
    let first = try #require(script.range(of: "env -u CI -u CLAUSELINT_SHARED"))
    for later in ["make lint", "swift build", "swift test", "make package", "make docs-check"] {
      if let place = script.range(of: later) { #expect(first.lowerBound < place.lowerBound) }
    }
  }

  /// The first picture is real output, which the tests of the documentation compare.
  @Test func theReadmeBeginsWithWhatItIs() throws {
    let readme = try #require(Repository.text("README.md"))
    let order = [
      "A linter for management systems.", "```console\n$ clauselint check", "## Two commands",
      "## Install", "apt-get install ./", "No licence was chosen yet", "Not read:",
    ]
    var last = readme.startIndex
    for text in order {
      let place = try #require(readme.range(of: text), "\(text)")
      #expect(last <= place.lowerBound, "\(text)")
      last = place.lowerBound
    }
  }

  @Test func thePackageSaysThatNothingIsGranted() throws {
    let script = try #require(Repository.text("Scripts/package.sh"))
    #expect(script.contains("usr/share/doc/clauselint/copyright"))
    #expect(script.contains("No licence has been chosen for clauselint yet."))
  }

  /// Each name that git ignores is one that `make clean` removes.
  @Test func cleaningLeavesNothing() throws {
    let makefile = try #require(Repository.text("Makefile"))
    let clean = try #require(makefile.range(of: "\nclean:\n"))
    let recipe = makefile[clean.upperBound...].components(separatedBy: "\n\n")[0]
    for name in Repository.lines(of: try #require(Repository.text(".gitignore"))) {
      let word = name.hasSuffix("/") ? String(name.dropLast()) : name
      #expect(recipe.contains(word), "make clean leaves \(name)")
    }
  }

  /// A limit on wall time fails on a busy machine and tells nothing.
  @Test func noTestIsTimed() throws {
    let banned = try NSRegularExpression(
      pattern:
        #"\.timeLimit\(|\bContinuousClock\b|\bSuspendingClock\b|timeIntervalSince(?!Reference)"#)
    // Where a program is watched, and where a kill is aimed at a moment: neither judges.
    let allowed: Set = [
      "Tests/HostileTests/Spawn.swift", "Tests/HostileTests/OutputFileTests.swift",
    ]
    for path in Repository.paths(below: "Tests", suffix: ".swift") where !allowed.contains(path) {
      let text = Repository.lines(of: Repository.text(path) ?? "")
      for (number, line) in text.enumerated() where !line.contains("NSRegularExpression") {
        if path.hasSuffix("TwoCommandsTests.swift") { continue }
        let range = NSRange(line.startIndex..., in: line)
        #expect(
          banned.firstMatch(in: line, range: range) == nil, "\(path):\(number + 1) judges by time")
      }
    }
  }
}
