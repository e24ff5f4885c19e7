import ClauseDocuments
import ClauseSource
import Foundation
import Testing

/// The hostile corpus, as far as a reader alone can answer it.
@Suite struct HostileFileTests {
  private struct Entry: Decodable {
    let path: String
    let kind: String
    let attack: String
    let expect: String
    let gen: String?
  }

  /// Attacks that are well-formed for the format: the layers above answer them.
  private static let wellFormed: Set<String> = [
    "wrong-shape", "float", "implicit-type", "date-edge", "arabic-digits", "time-zone",
    "date-arithmetic", "integer-overflow",
  ]
  /// Cases with another attack whose text is well-formed all the same.
  private static let wellFormedPaths: Set<String> = [
    "encoding/utf7.yaml",
    // An escaped control character is a text of the format; the records find it.
    "encoding/nul-escape-in-id.yaml", "paths/nul.yaml", "json/nul-escape.json",
  ]
  /// Cases of the attacks above that the format itself must refuse.
  private static let malformedPaths: Set<String> = ["json/nan.json", "json/1e400.json"]
  /// CSV cases whose fault is the format's, beyond the expectation `located`. What is wrong with
  /// headings, or with the number of cells, is found where registers are.
  private static let locatedByFormat: Set<String> = ["csv-syntax", "nul"]

  @Test(.readsSharedData) func everyFileIsAnswered() throws {
    let data = try SharedData.data("hostile/manifest.json")
    let entries = try JSONDecoder().decode([Entry].self, from: data)
    var read = 0
    for entry in entries where entry.kind == "record" && entry.gen == nil {
      guard let reader = DocumentFormats.reader(forFileNamed: entry.path) else { continue }
      let bytes = try SharedData.data("hostile/" + entry.path)
      read += 1
      let file = SourceFile(id: FileID(0), path: entry.path, bytes: Array(bytes))
      let result = reader.read(file, limits: Limits())
      let errors = result.diagnostics.filter { $0.severity == .error }
      // A table goes on below a row that cannot be read.
      if result.grids == nil {
        #expect((result.tree == nil) == !errors.isEmpty, "\(entry.path)")
      }
      for error in errors {
        guard case .span(let span) = error.place else {
          Issue.record("\(entry.path): an error without a place")
          continue
        }
        #expect(span.start >= 0 && Int(span.end) <= bytes.count, "\(entry.path)")
      }
      check(entry, errors)
    }
    #expect(read > 150)
  }

  private func check(_ entry: Entry, _ errors: [Diagnostic]) {
    let codes = errors.map(\.code)
    switch entry.expect {
    case "ok", "finding":
      #expect(codes.isEmpty, "\(entry.path): \(codes)")
    case "error-with-location":
      let isOurs =
        !Self.wellFormed.contains(entry.attack) && !Self.wellFormedPaths.contains(entry.path)
      if isOurs || Self.malformedPaths.contains(entry.path) {
        #expect(!codes.isEmpty, "\(entry.path)")
      }
    case "limit-error":
      #expect(codes.contains { $0.hasPrefix("limit-") }, "\(entry.path): \(codes)")
      let message = errors.first { $0.code.hasPrefix("limit-") }
      #expect(message?.remedy[.english].contains("--limit ") == true, "\(entry.path)")
    case "located":
      if entry.path.hasPrefix("csv/"), Self.locatedByFormat.contains(entry.attack) {
        #expect(!codes.isEmpty, "\(entry.path)")
      }
    default: break
    }
  }
}
