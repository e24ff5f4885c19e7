import Foundation
import Testing

/// Which target may import which: stated in docs/architecture.md, held by the manifest and by every
/// file.
@Suite struct ImportTableTests {
  /// The table. C targets stand only where their Swift face is.
  static let allowed: [String: Set<String>] = [
    "ClauseBytes": [],
    "ClauseSource": ["ClauseBytes"],
    "ClauseCalendar": [],
    "CEL": ["ClauseBytes", "ClauseCalendar"],
    "ClauseDocuments": [
      "CLibCMarkGFM", "CLibXML2", "CLibYAML", "CLibZip", "ClauseBytes", "ClauseCalendar",
      "ClauseSource",
    ],
    "ClausePatterns": ["CRE2", "CEL"],
    "ClauseRecords": ["CEL", "ClauseBytes", "ClauseCalendar", "ClauseDocuments", "ClauseSource"],
    "ClauseRegisters": ["CEL", "ClauseBytes", "ClauseDocuments", "ClauseRecords", "ClauseSource"],
    "ClauseRules": [
      "CEL", "ClauseAssessment", "ClauseBytes", "ClauseCalendar", "ClauseDocuments",
      "ClauseRecords", "ClauseSource",
    ],
    "ClauseAssessment": ["ClauseBytes", "ClauseCalendar", "ClauseSource"],
    "ClauseEngine": [
      "CEL", "ClauseAssessment", "ClauseBytes", "ClauseCalendar", "ClauseDocuments",
      "ClausePatterns", "ClauseRecords", "ClauseRegisters", "ClauseRules", "ClauseSource",
    ],
    "ClauseReports": [
      "CLibXLSXWriter", "ClauseAssessment", "ClauseBytes", "ClauseCalendar", "ClauseSource",
    ],
    "ClauseCLI": [
      "ArgumentParser", "ClauseAssessment", "ClauseBytes", "ClauseCalendar", "ClauseEngine",
      "ClauseReports", "ClauseSource",
    ],
    "clauselint": ["CArguments", "ClauseCLI"],
  ]

  /// Modules of the system that a target may import beside the standard library.
  static let system: [String: Set<String>] = [
    "ClauseSource": ["Glibc"],
    "ClauseCLI": ["Glibc"],
    "clauselint": ["Glibc"],
    // The database of time zones.
    "CEL": ["Glibc"],
    "ClauseEngine": ["Dispatch", "Synchronization"],
    "clauselint-dev": ["Glibc", "Dispatch"],
  ]

  /// Generators and benchmarks stand above everything and ship with nothing.
  static let unbounded: Set<String> = ["clauselint-dev"]

  @Test func everyTargetOfTheManifestIsInTheTable() throws {
    let targets = try Self.manifest()
    for (name, dependencies) in targets {
      if Self.unbounded.contains(name) || name.hasPrefix("CLib")
        || ["CArguments", "CRE2"].contains(name)
      {
        continue
      }
      let allowed = try #require(Self.allowed[name], "\(name) is not in the import table")
      let excess = Set(dependencies).subtracting(allowed)
      #expect(excess.isEmpty, "Package.swift lets \(name) depend on \(excess.sorted())")
    }
    #expect(Set(Self.allowed.keys).isSubset(of: Set(targets.keys)))
  }

  @Test func noFileImportsWhatItsTargetMayNot() throws {
    let importLine = try NSRegularExpression(
      pattern:
        #"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public |package |internal |fileprivate |private )?"#
        + #"import (?:struct |enum |class |func |protocol |var |let |typealias )?(\w+)"#)
    var checked = 0
    for file in Repository.sources {
      let allowed = Self.allowed[file.target, default: []].union(
        Self.system[file.target, default: []])
      for (number, line) in file.code.enumerated() {
        let range = NSRange(line.startIndex..., in: line)
        guard let match = importLine.firstMatch(in: line, range: range),
          let name = Range(match.range(at: 1), in: line)
        else { continue }
        checked += 1
        let module = String(line[name])
        if Self.unbounded.contains(file.target), !module.hasPrefix("Foundation") { continue }
        #expect(
          allowed.contains(module), "\(file.path):\(number + 1) imports \(module)")
      }
    }
    #expect(checked > 200, "the pattern no longer finds the imports")
  }

  /// An import of a target needs the dependency in the manifest: the build would find the module
  /// by luck otherwise.
  @Test func everyImportIsADependency() throws {
    let targets = try Self.manifest()
    for file in Repository.sources where Self.allowed[file.target] != nil {
      let dependencies = Set(targets[file.target] ?? [])
      for line in file.code where line.contains("import ") {
        guard let module = line.split(separator: " ").last.map(String.init),
          Self.allowed[module] != nil
        else { continue }
        #expect(
          dependencies.contains(module), "\(file.path) imports \(module) without a dependency")
      }
    }
  }

  @Test func cTargetsStayInsideTheirSwiftFace() {
    for file in Repository.sources {
      for (number, line) in file.code.enumerated()
      where line.contains("import CLib") || line.contains("import CRE2") {
        #expect(!line.contains("public"), "\(file.path):\(number + 1) exports a C module")
      }
    }
  }

  @Test func theDocumentStatesTheTable() throws {
    let text = try #require(Repository.text("docs/architecture.md"))
    let rows = Repository.lines(of: text).map {
      $0.split(separator: "|", omittingEmptySubsequences: false)
    }
    let header = try #require(rows.first { $0.count > 2 && $0.contains(" may import ") })
    let column = try #require(header.firstIndex(of: " may import "))
    for (target, allowed) in Self.allowed {
      let row = try #require(
        rows.first { $0.count == header.count && Self.quoted($0[1]) == [target] },
        "docs/architecture.md has no row for \(target)")
      #expect(
        Self.quoted(row[column]) == allowed.union(Self.system[target, default: []]),
        "docs/architecture.md and the import table differ about \(target)")
    }
  }

  /// The words in backquotes.
  private static func quoted(_ text: some StringProtocol) -> Set<String> {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    return Set(pieces.indices.filter { $0 % 2 == 1 }.map { String(pieces[$0]) })
  }

  /// Name and dependencies of every target that is not a test, read from the manifest's text.
  static func manifest() throws -> [String: [String]] {
    let text = try #require(Repository.text("Package.swift"))
    let declaration = try NSRegularExpression(
      pattern: #"\.(target|executableTarget|systemLibrary|testTarget)\(\s*name:\s*"([^"]+)""#)
    let matches = declaration.matches(in: text, range: NSRange(text.startIndex..., in: text))
    var targets: [String: [String]] = [:]
    for (index, match) in matches.enumerated() {
      guard let kind = Range(match.range(at: 1), in: text),
        let name = Range(match.range(at: 2), in: text)
      else { continue }
      let end =
        index + 1 < matches.count
        ? Range(matches[index + 1].range, in: text)?.lowerBound ?? text.endIndex : text.endIndex
      // What stands below Tests/ serves tests and ships with nothing.
      if text[kind] == "testTarget" || text[name.upperBound..<end].contains("path: \"Tests/") {
        continue
      }
      targets[String(text[name])] = try dependencies(String(text[name.upperBound..<end]))
    }
    #expect(targets.count >= 14, "the pattern no longer finds the targets")
    return targets
  }

  private static func dependencies(_ declaration: String) throws -> [String] {
    guard let start = declaration.range(of: "dependencies: [") else { return [] }
    var depth = 1
    var list = ""
    for character in declaration[start.upperBound...] {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if depth == 0 { break }
      list.append(character)
    }
    let word = try NSRegularExpression(pattern: #"package:\s*"[^"]*"|"([^"]+)""#)
    return word.matches(in: list, range: NSRange(list.startIndex..., in: list)).compactMap {
      Range($0.range(at: 1), in: list).map { String(list[$0]) }
    }
  }
}
