import ClauseDocuments
import ClauseEngine
import ClauseRecords
import ClauseRules
import ClauseSource
import Foundation
import Testing

/// One letter too many in any word of any rule of any shipped pack: the pack is refused, at that
/// word, with the word that was meant.
@Suite struct MisspellingTests {
  static let library = PackLibrary.load(folders: [Folders.rules])

  /// The rule files of the shipped packs, by path.
  static let ruleFiles: [String] = {
    guard let walk = FileManager.default.enumerator(atPath: Folders.rules) else { return [] }
    return walk.compactMap { $0 as? String }.filter { path in
      guard path.hasSuffix(".yaml") else { return false }
      let text = (try? String(contentsOfFile: Folders.rules + "/" + path, encoding: .utf8)) ?? ""
      return text.contains("\nrules:") || text.hasPrefix("rules:")
    }.sorted()
  }()

  private static let header: PackReader.Input = {
    let cites = library.packs.standards.map { "\"\($0.id)\"" }.joined(separator: ", ")
    let text = "pack: mutant\nversion: 1.0.0\nstatus: draft\ncites: [\(cites)]\n"
    let file = SourceFile(id: FileID(1), path: "pack.yaml", bytes: Array(text.utf8))
    return (file, YAMLReader().read(file, limits: Limits()).tree)
  }()

  /// Names of fields that are enumerations in every type that has them.
  private static let enumerations: Set<String> = {
    var enumerated: Set<String> = []
    var others: Set<String> = []
    func add(_ fields: [Field]) {
      for field in fields {
        if case .enumeration = field.type {
          enumerated.insert(field.name)
        } else {
          others.insert(field.name)
        }
        if let nested = field.type.structureFields { add(nested) }
      }
    }
    for type in library.packs.catalog.types { add(type.fields) }
    return enumerated.subtracting(others)
  }()

  /// The rules of a file, each as a document of its own.
  private static func rules(of path: String) throws -> [String] {
    let text = try String(contentsOfFile: Folders.rules + "/" + path, encoding: .utf8)
    var rules: [String] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  - ") {
        rules.append("rules:\n")
        isInside = true
      } else if !line.isEmpty, !line.hasPrefix(" ") {
        isInside = false
      }
      if isInside { rules[rules.count - 1] += line + "\n" }
    }
    return rules
  }

  private static func load(_ bytes: [UInt8]) -> (file: SourceFile, diagnostics: [Diagnostic]) {
    let file = SourceFile(id: FileID(2), path: "rules.yaml", bytes: bytes)
    let document = YAMLReader().read(file, limits: Limits())
    var diagnostics = document.diagnostics
    let pack = PackReader.read(
      folder: "mutant", inputs: [header, (file, document.tree)], diagnostics: &diagnostics)
    let compiler = RuleCompiler(
      catalog: library.packs.catalog, parameters: library.packs.parameters,
      scope: library.packs.scope, files: SourceFiles([file]))
    for rule in pack?.rules ?? [] {
      _ = compiler.compile(rule, diagnostics: &diagnostics)
    }
    return (file, diagnostics.filter { $0.severity == .error })
  }

  /// What is wrong with the way a misspelt word is refused; nil when nothing is.
  private static func complaint(_ word: RuleWord, in original: SourceFile) -> String? {
    var bytes = original.bytes
    let range = word.offset..<word.offset + word.word.utf8.count
    bytes.replaceSubrange(range, with: word.misspelt.utf8)
    let (file, diagnostics) = load(bytes)
    let place = file.position(of: word.reported)
    let where_ = "\(word) at \(place.line):\(place.column)"
    if diagnostics.isEmpty { return "\(where_) is accepted when it is misspelt" }
    let here = diagnostics.filter { diagnostic in
      guard case .span(let span) = diagnostic.place else { return false }
      return span.file == file.id && Int(span.start) == word.reported
    }
    let said = diagnostics.map { diagnostic in
      guard case .span(let span) = diagnostic.place else { return diagnostic.message[.english] }
      let start = file.position(of: Int(span.start))
      return "\(start.line):\(start.column) \(diagnostic.message[.english])"
    }.joined(separator: "; ")
    if here.isEmpty { return "\(where_) is refused elsewhere: \(said)" }
    let isNamed = here.contains { diagnostic in
      (diagnostic.message[.english] + diagnostic.remedy[.english]).contains(word.word)
    }
    return isNamed ? nil : "\(where_) is refused without its right spelling: \(said)"
  }

  @Test(arguments: ruleFiles) func everyMisspeltWordIsRefused(_ path: String) throws {
    var complaints: [String] = []
    var count = 0
    for text in try Self.rules(of: path) {
      let (file, diagnostics) = Self.load(Array(text.utf8))
      #expect(diagnostics.isEmpty, "\(path): \(diagnostics.map(\.message[.english]))")
      let tree = try #require(YAMLReader().read(file, limits: Limits()).tree)
      let rules = tree.roots.first.flatMap { tree.value($0, "rules") }
      let rule = try #require(rules.flatMap { tree.children($0).first })
      let id = tree.value(rule, "id").map { tree.string($0) } ?? ""
      // The first of equal words: the same word is read the same way further on.
      var seen: Set<String> = []
      let words = RuleWords(file, tree, rule: rule, enumerations: Self.enumerations).words
        .filter { seen.insert($0.description).inserted }
      count += words.count
      complaints += words.compactMap { word in
        Self.complaint(word, in: file).map { "\(id): \($0)" }
      }
    }
    #expect(count > 10)
    #expect(
      complaints.isEmpty,
      "\(complaints.count) of \(count):\n\(complaints.prefix(12).joined(separator: "\n"))")
  }
}
