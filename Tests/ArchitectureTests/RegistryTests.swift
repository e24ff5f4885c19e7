import Foundation
import Testing

/// A new check, reporter, command or format is one file and one line in a list; a file whose line
/// was forgotten fails here.
@Suite struct RegistryTests {
  /// A folder of things with the list they are registered in.
  struct Registry: Sendable, CustomTestStringConvertible {
    let folder: String
    let list: String
    /// What stands between the type's name and the end of its line in the list.
    let use: String
    /// The end of the name of the types in the folder that must be registered.
    let suffix: String

    var testDescription: String { folder }
  }

  static let registries = [
    Registry(
      folder: "Sources/ClauseRules/Checks", list: "Sources/ClauseRules/Checks/Checks.swift",
      use: "()", suffix: "Check"),
    Registry(
      folder: "Sources/ClauseReports/Reporters", list: "Sources/ClauseReports/Reporters.swift",
      use: "()", suffix: "Reporter"),
    Registry(
      folder: "Sources/ClauseReports/GapReport",
      list: "Sources/ClauseReports/GapReport/GapReporters.swift", use: "()", suffix: "GapReporter"),
    Registry(
      folder: "Sources/ClauseCLI/Commands", list: "Sources/ClauseCLI/CommandLineTool.swift",
      use: ".self", suffix: "Command"),
    Registry(
      folder: "Sources/ClauseDocuments", list: "Sources/ClauseDocuments/DocumentFormats.swift",
      use: "()", suffix: "Reader"),
    Registry(
      folder: "Sources/CEL/Mutation/Families", list: "Sources/CEL/Mutation/MutationFamilies.swift",
      use: "()", suffix: "Family"),
  ]

  @Test(arguments: registries) func everyTypeIsRegistered(_ registry: Registry) throws {
    let list = try #require(Repository.text(registry.list))
    let conformance = try NSRegularExpression(
      pattern: #"struct (\w+"# + registry.suffix + #")\s*:\s*([\w, ]+)\{"#)
    var found: [String] = []
    for file in Repository.sources where file.path.hasPrefix(registry.folder + "/") {
      let text = file.code.joined(separator: "\n")
      for match in conformance.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
        guard let name = Range(match.range(at: 1), in: text) else { continue }
        found.append(String(text[name]))
      }
    }
    #expect(!found.isEmpty, "the pattern finds nothing in \(registry.folder)")
    for name in found {
      #expect(
        list.contains("    \(name)\(registry.use),\n"),
        "\(name) is not registered in \(registry.list)")
    }
  }

  @Test func everyRegisteredTypeHasAFileOfItsName() throws {
    for registry in Self.registries {
      let list = Repository.lines(of: try #require(Repository.text(registry.list)))
      let ending = registry.suffix + registry.use + ","
      let names = list.map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { $0.hasSuffix(ending) }.map { String($0.dropLast(registry.use.count + 1)) }
      #expect(!names.isEmpty)
      for name in names {
        let declares = Repository.sources.contains { file in
          file.path.hasPrefix(registry.folder + "/")
            && file.code.contains {
              $0.contains("struct \(name):") || $0.contains("struct \(name) :")
            }
        }
        #expect(declares, "\(name) of \(registry.list) is not declared below \(registry.folder)")
      }
    }
  }

  /// What a folder of registered things may hold beside them.
  static let others: [String: Set<String>] = [
    "Sources/ClauseRules/Checks": ["Check.swift", "Checks.swift", "OtherRecords.swift"],
    "Sources/ClauseReports/Reporters": [],
    "Sources/ClauseCLI/Commands": [],
    "Sources/CEL/Mutation/Families": [],
  ]

  @Test func foldersOfRegisteredThingsHoldNothingElse() throws {
    for registry in Self.registries {
      guard let allowed = Self.others[registry.folder] else { continue }
      for name in try Repository.names(in: registry.folder) where !allowed.contains(name) {
        #expect(
          name.hasSuffix(registry.suffix + ".swift"),
          "\(registry.folder)/\(name) is no \(registry.suffix)")
      }
    }
  }

  @Test func everyFunctionLibraryIsRegistered() throws {
    let declaration = try NSRegularExpression(
      pattern: #"static let (\w+)\s*(?::\s*FunctionLibrary)?\s*=\s*FunctionLibrary\("#)
    let list = try #require(
      Repository.text("Sources/CEL/Library/FunctionLibrary+Standard.swift"))
    for file in Repository.sources where file.path.hasPrefix("Sources/CEL/Library/") {
      let text = file.code.joined(separator: "\n")
      for match in declaration.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
        guard let name = Range(match.range(at: 1), in: text) else { continue }
        #expect(
          list.contains(text[name]), "\(file.path): the library \(text[name]) is not registered")
      }
    }
  }

  /// The names at the top of the repository.
  static let top: Set<String> = [
    ".ci", ".git", ".githooks", ".gitignore", ".pre-commit-hooks.yaml", ".swift-format", ".build",
    "Benchmarks",
    "CHANGELOG.md", "CONTRIBUTING.md", "Examples", "Fuzz", "LICENSE", "Makefile", "NOTICE",
    "NOTICE.md",
    "Package.resolved", "Package.swift", "README.md", "README.fr.md", "README.ar.md", "Rules",
    "SECURITY.md", "Scripts", "Sources", "Templates", "Tests", "action.yml", "docs", ".github",
    "completions",
    "schemas",
  ]

  @Test func nothingStraysAtTheTop() throws {
    // Further build folders are ignored by git.
    for name in try Repository.names(in: ".") where !name.hasPrefix(".build") {
      #expect(Self.top.contains(name), "\(name) has no place at the top of the repository")
    }
  }

  @Test func nothingStraysAmongSourcesAndTests() throws {
    let targets = Set(try ImportTableTests.manifest().keys)
    for name in try Repository.names(in: "Sources") {
      #expect(targets.contains(name), "Sources/\(name) is no target of Package.swift")
    }
    let manifest = try #require(Repository.text("Package.swift"))
    for name in try Repository.names(in: "Tests") {
      #expect(
        manifest.contains("name: \"\(name)\""), "Tests/\(name) is no target of Package.swift")
    }
    for name in try Repository.names(in: "Rules") {
      let isPack = Repository.paths(below: "Rules/" + name, suffix: ".yaml").contains { path in
        Repository.text(path)?.contains("pack: \(name)\n") == true
      }
      #expect(isPack, "Rules/\(name) declares no pack of that name")
    }
  }

  @Test func noPlaceholderStandsBesideTests() throws {
    for folder in try Repository.names(in: "Tests") {
      let files = Repository.paths(below: "Tests/" + folder, suffix: "Tests.swift")
      let placeholder = files.first { $0.hasSuffix("PlaceholderTests.swift") }
      #expect(placeholder == nil || files.count == 1, "remove \(placeholder ?? "")")
    }
  }
}
