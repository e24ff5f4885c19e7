import ClauseDocuments
import ClauseRecords
import ClauseRegisters
import ClauseSource
import Foundation
import TestTables
import Testing

/// Headings that were collected from real registers, with the field each was judged to mean.
@Suite struct CollectedHeadingsTests {
  private static let file: URL? = {
    let named = ProcessInfo.processInfo.environment["CLAUSELINT_SHARED"]
    let folder =
      named.map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
    let file = folder.appendingPathComponent("lexicon/headings.tsv")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }()

  private static let isWanted = file != nil || ProcessInfo.processInfo.environment["CI"] != nil

  /// What headings mean by the record types that come with the product.
  private static func shippedLexicon() throws -> Lexicon {
    let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Rules/qse-core/types")
    var declarations: [RecordTypeDeclaration] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: rules.path).sorted() {
      let bytes = Array(try Data(contentsOf: rules.appendingPathComponent(name)))
      let file = SourceFile(id: FileID(Int32(declarations.count)), path: name, bytes: bytes)
      let tree = try #require(YAMLReader().read(file, limits: Limits()).tree)
      for root in tree.roots {
        guard let types = tree.value(root, "types") else { continue }
        declarations +=
          RecordTypeReader.read(types, of: tree, in: file, pack: "qse-core").declarations
      }
    }
    return Lexicon(RecordTypeCatalog.build(from: declarations).catalog)
  }

  /// A heading with its register and the path of the field.
  private static func headings() throws -> [(type: String, heading: String, field: String)] {
    let file = try #require(file, "the shared test data is missing")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count > 3, let open = cells[3].lastIndex(of: "["), cells[3].hasSuffix("]") else {
        return nil
      }
      let path = cells[3][cells[3].index(after: open)...].dropLast()
      guard let dot = path.firstIndex(of: "."), path[..<dot] == cells[0] else { return nil }
      return (
        String(cells[0]), String(cells[2]), String(path[path.index(after: dot)...])
      )
    }
  }

  /// Nearly all headings whose record type has the field are understood as it. What is missing is
  /// listed by the failure; no single reader's judgement is sure enough to ask for every one.
  @Test(
    .enabled(
      if: isWanted, "reads the shared test data: name its folder in CLAUSELINT_SHARED"))
  func theyAreUnderstoodUnderTheirType() throws {
    let lexicon = try Self.shippedLexicon()
    var known = 0
    var missed: [String] = []
    for (type, heading, field) in try Self.headings() {
      guard let index = lexicon.types.index(ofType: type),
        let outer = field.split(separator: ".").first,
        lexicon.types.slot(of: String(outer), inType: index) != nil
      else { continue }
      let fields = lexicon.fields(ofHeading: heading, type: index)
      if fields.contains(where: { $0 == field || $0.hasPrefix(field + ".") }) {
        known += 1
      } else {
        missed.append("\(type) '\(heading)' \(field) (\(fields.joined(separator: ", ")))")
      }
    }
    let share = Double(known) / Double(max(1, known + missed.count))
    #expect(known > 4000)
    #expect(share >= 0.95, "\(known) understood, missed:\n\(missed.joined(separator: "\n"))")
  }
}
