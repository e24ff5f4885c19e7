import ClauseDocuments
import ClauseEngine
import ClauseRecords
import ClauseRules
import ClauseSource
import Foundation
import Testing

/// One letter too many in a declaration of a record type: refused where it stands.
@Suite struct TypeMisspellingTests {
  static let text = """
    types:
      base:
        abstract: true
        fields: { note: string }
      person:
        plural: persons
        extends: base
        title: { en: Person, fr: Personne, ar: شخص }
        fields:
          name: string!
          left_on: date
          level: enum{junior, senior}
          chief: ref<person>
          skills: "list<{label: string!, seen_on: date}>"
        labels: { name: { fr: [Nom], ar: [الاسم] }, level: { fr: [Niveau] } }
        synonyms: { level: { junior: [Débutant] } }
        derived:
          active: { type: bool, value: "!has(person.left_on) || person.left_on > as_of" }
        integrity: { acyclic: [chief], past: [left_on] }
    """

  private func problems(_ text: String) -> (file: SourceFile, [(offset: Int, text: String)]) {
    let file = SourceFile(id: FileID(1), path: "types.yaml", bytes: Array(text.utf8))
    let document = YAMLReader().read(file, limits: Limits())
    var diagnostics = document.diagnostics
    if let tree = document.tree, let root = tree.roots.first, let types = tree.value(root, "types")
    {
      let read = RecordTypeReader.read(types, of: tree, pack: "own")
      diagnostics += read.diagnostics
      let built = RecordTypeCatalog.build(from: read.declarations)
      diagnostics += built.1
      let scope = RuleScope(
        catalog: built.0, parameters: [], libraries: PackLibraryParts.libraries, patterns: nil,
        limits: Limits())
      let compiler = ExpressionCompiler(files: SourceFiles([file]))
      for type in built.0.types {
        for source in type.derived.compactMap(\.source) {
          _ = compiler.compile(
            source, in: scope.derivedEnvironment(type), diagnostics: &diagnostics)
        }
      }
    }
    let found = diagnostics.map { diagnostic in
      var offset = -1
      if case .span(let span) = diagnostic.place { offset = Int(span.start) }
      return (offset, diagnostic.message[.english] + " " + diagnostic.remedy[.english])
    }
    return (file, found)
  }

  @Test func theDeclarationsThemselvesAreSound() {
    #expect(problems(Self.text).1.isEmpty)
  }

  /// The word with some text before it, to find it by.
  static let words: [(before: String, word: String)] = [
    ("    ", "abstract"), ("    ", "plural"), ("    ", "extends"), ("extends: ", "base"),
    ("title: { ", "en"), ("name: ", "string"), ("left_on: ", "date"), ("level: ", "enum"),
    ("chief: ", "ref"), ("ref<", "person"), ("\"", "list"), ("seen_on: ", "date"),
    ("labels: { ", "name"), ("synonyms: { ", "level"), ("level: { ", "junior"),
    ("active: { ", "type"), ("type: ", "bool"), ("has(person.", "left_on"), ("|| ", "person"),
    ("> ", "as_of"), ("integrity: { ", "acyclic"), ("acyclic: [", "chief"), ("past: [", "left_on"),
  ]

  @Test(arguments: words) func everyMisspeltWordIsRefused(_ before: String, _ word: String) throws {
    let range = try #require(Self.text.firstRange(of: before + word))
    let start =
      Self.text.utf8.distance(
        from: Self.text.startIndex, to: range.lowerBound) + before.utf8.count
    let middle = word.index(word.startIndex, offsetBy: word.count / 2)
    let misspelt = word[..<middle] + "x" + word[middle...]
    let mutant = Self.text.replacingCharacters(in: range, with: before + misspelt)
    let (file, found) = problems(mutant)
    let place = file.position(of: start)
    let said = found.map { "\(file.position(of: $0.offset)): \($0.text)" }
    // Words inside the text of a type are reported where that text or its field begins.
    let isInsideType = ["ref<", "seen_on: ", "\""].contains(before)
    let here = found.filter { problem in
      problem.offset == start
        || isInsideType && problem.offset < start
          && file.position(of: problem.offset).line == place.line
    }
    #expect(!here.isEmpty, "\(misspelt) at \(place.line):\(place.column): \(said)")
    #expect(here.contains { $0.text.contains(word) }, "\(misspelt): \(said)")
  }
}
