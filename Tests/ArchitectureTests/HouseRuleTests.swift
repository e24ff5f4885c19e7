import Foundation
import Testing

/// Rules of the house that no compiler checks.
@Suite struct HouseRuleTests {
  /// A name nobody uses, with what to use instead.
  struct Ban: Sendable, CustomTestStringConvertible {
    let pattern: String
    let instead: String
    /// Files that may, because they are the one place for it.
    var exceptIn: Set<String> = []
    /// Whether tools of maintainers may: they print, and measure time.
    var exceptTools = false

    var testDescription: String { pattern }
  }

  static let bans: [Ban] = [
    Ban(pattern: #"\bimport Foundation"#, instead: "Glibc where the import table has it"),
    Ban(pattern: #"\bfatalError\("#, instead: "a diagnostic, or precondition with a sentence"),
    Ban(pattern: #"\btry!"#, instead: "do and catch, or try?"),
    Ban(pattern: #"\bas!"#, instead: "as? with an else"),
    Ban(pattern: #"[A-Za-z0-9_)\]>]!(?!=)"#, instead: "guard let, or ??"),
    Ban(
      pattern: #"(?<![.\w])(?<!func )(?:print|debugPrint|dump)\("#, instead: "Output",
      exceptTools: true),
    Ban(pattern: #"String\(format"#, instead: "interpolation and the writers of ClauseReports"),
    Ban(pattern: #"\bDate\(\)"#, instead: "RunOptions.asOf"),
    Ban(pattern: #"\b(?:Regex|NSRegularExpression)\b"#, instead: "ClausePatterns"),
    Ban(
      pattern: #"\b(?:getenv|setenv|isatty|gmtime_r|localtime_r|getcwd)\(|\btime\(nil\)"#,
      instead: "options made by HostEnvironment",
      exceptIn: ["Sources/ClauseCLI/HostEnvironment.swift"], exceptTools: true),
    Ban(
      pattern: #"@unchecked Sendable|nonisolated\(unsafe\)"#, instead: "immutable values",
      exceptIn: [
        // A pointer whose places are written by one worker each.
        "Sources/ClauseEngine/Parallel.swift",
        // RE2 objects are immutable once made.
        "Sources/ClausePatterns/RE2Compiler.swift",
      ]),
    Ban(
      pattern: #"\b(?:Task|TaskGroup|withTaskGroup|actor|Mutex|DispatchQueue|async|await)\b"#,
      instead: "Parallel of ClauseEngine", exceptIn: ["Sources/ClauseEngine/Parallel.swift"]),
  ]

  /// What compares or cuts a text by characters, where two spellings of é are one and a slash before
  /// a mark is none. CEL has its own strings, and tools of maintainers read nothing of strangers.
  static let byteBans: [Ban] = [
    Ban(
      pattern: #"\b(?:hasPrefix|hasSuffix)\b"#,
      instead: "startsWithBytes, endsWithBytes, afterBytes or PathText"),
    Ban(
      pattern: #"\.unescaped (?:==|!=|<|>) |(?:==|!=) [\w.$]*\.unescaped\b"#,
      instead: "Untrusted, which compares bytes"),
    Ban(
      pattern: #"\bSet<String>|\[String: "#, instead: "ByteKey, ByteTable or NameKey",
      exceptIn: [
        // Canonical equivalents are what it looks for.
        "Sources/ClauseDocuments/Tree/KeyCheck.swift"
      ]),
  ]

  /// The targets where every text may be a stranger's. Above them keys of sets are ids that packs
  /// declare, which are checked to be plain words, and fingerprints, which are hexadecimal.
  static let outsideTargets: Set = ["ClauseSource", "ClauseDocuments", "ClauseCLI"]

  @Test(arguments: byteBans) func textsFromOutsideAreComparedByBytes(_ ban: Ban) throws {
    for file in Repository.sources where !ban.exceptIn.contains(file.path) {
      if ["CEL", "clauselint-dev"].contains(file.target) { continue }
      if ban.pattern.contains("Set<"), !Self.outsideTargets.contains(file.target) { continue }
      let places = try file.places(of: ban.pattern)
      #expect(places.isEmpty, "\(places.joined(separator: " ")): use \(ban.instead)")
    }
  }

  /// String literals are blanked before patterns are looked for, so slashes are looked for here.
  @Test func pathsAreCutByBytes() {
    let cuts = [#"split(separator: "/""#, #"Index(of: "/")"#, #"components(separatedBy: "/")"#]
    let allowed: Set = [
      // Parts of a date.
      "Sources/ClauseRecords/Values/AlteredCode.swift"
    ]
    for file in Repository.sources
    where !allowed.contains(file.path) && !["CEL", "clauselint-dev"].contains(file.target) {
      for (number, line) in file.lines.enumerated() {
        for cut in cuts {
          #expect(!line.contains(cut), "\(file.path):\(number + 1): use PathText")
        }
      }
    }
  }

  @Test(arguments: bans) func bannedNamesAreAbsent(_ ban: Ban) throws {
    for file in Repository.sources where !ban.exceptIn.contains(file.path) {
      if ban.exceptTools, file.target == "clauselint-dev" { continue }
      let places = try file.places(of: ban.pattern)
      #expect(places.isEmpty, "\(places.joined(separator: " ")): use \(ban.instead)")
    }
  }

  @Test func exceptionsOfBansAreStillNeeded() throws {
    for ban in Self.bans + Self.byteBans {
      for path in ban.exceptIn {
        guard let file = Repository.sources.first(where: { $0.path == path }) else {
          Issue.record("\(path) is an exception of a ban and does not exist")
          continue
        }
        let uses = try file.places(of: ban.pattern)
        #expect(!uses.isEmpty, "\(path) no longer needs to be an exception of \(ban.pattern)")
      }
    }
  }

  /// Files of more than 400 lines, each with the reason why it is not two.
  static let longFiles: [String: String] = [:]

  @Test func filesAreShort() {
    for file in Repository.sources
    where file.lines.count > 400 && !file.path.hasSuffix("+Generated.swift") {
      #expect(
        Self.longFiles[file.path] != nil,
        "\(file.path) has \(file.lines.count) lines: give each job a file of its own")
      #expect(file.lines.count <= 500, "\(file.path) has \(file.lines.count) lines")
    }
    for path in Self.longFiles.keys {
      #expect(Repository.text(path) != nil, "\(path) is excused for its length and is gone")
    }
  }

  /// A text of users is not broken in two for the sake of a column; comments and code are.
  @Test func linesFitIntoAHundredColumns() {
    for file in Repository.sources where !file.path.hasSuffix("+Generated.swift") {
      // A style sheet or a script is set as its own language has it.
      var isInsideText = false
      for (number, line) in file.lines.enumerated() {
        let marks = line.ranges(of: "\"\"\"").count
        if marks == 1 { isInsideText.toggle() }
        if isInsideText || line.contains("\"") { continue }
        #expect(line.count <= 100, "\(file.path):\(number + 1) has \(line.count) columns")
      }
    }
  }

  @Test func nothingIsLeftForLater() {
    let words = ["TO" + "DO", "FIX" + "ME", "HA" + "CK"]
    for path in Repository.paths(below: "Sources", suffix: ".swift")
      + Repository.paths(below: "Tests", suffix: ".swift")
    {
      for (number, line) in Repository.lines(of: Repository.text(path) ?? "").enumerated() {
        guard let comment = line.range(of: "//") else { continue }
        let said = line[comment.upperBound...]
        for word in words {
          #expect(!said.contains(word), "\(path):\(number + 1) leaves something for later")
        }
      }
    }
  }

  @Test func everyModuleSaysWhatItIs() throws {
    let targets = Set(Repository.sources.map(\.target)).subtracting(["clauselint"])
    for target in targets {
      let isSaid = Repository.sources.contains { file in
        file.target == target && file.lines.first?.hasPrefix("// \(target): ") == true
      }
      #expect(isSaid, "no file of \(target) begins with `// \(target): what it is`")
    }
  }

  @Test func publicDeclarationsAreDocumented() throws {
    let declaration = try NSRegularExpression(
      pattern:
        #"^\s*public (?:static |mutating |final |indirect )*(?:let|var|func|struct|enum|class|protocol|init|typealias|subscript)\b"#
    )
    for file in Repository.sources {
      for (index, line) in file.lines.enumerated() {
        let range = NSRange(line.startIndex..., in: line)
        guard declaration.firstMatch(in: line, range: range) != nil else { continue }
        var above = index - 1
        while above >= 0, file.lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("@") {
          above -= 1
        }
        let said = above >= 0 ? file.lines[above].trimmingCharacters(in: .whitespaces) : ""
        #expect(
          said.hasPrefix("///") || line.contains("///"),
          "\(file.path):\(index + 1) says nothing of what it is for")
      }
    }
  }
}
