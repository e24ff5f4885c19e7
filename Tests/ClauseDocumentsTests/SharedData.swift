import ClauseDocuments
import ClauseSource
import Foundation
import Testing

/// The test data kept beside the package, or named by CLAUSELINT_SHARED.
enum SharedData {
  static let root: URL? = {
    let named = ProcessInfo.processInfo.environment["CLAUSELINT_SHARED"]
    let folder =
      named.map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// Whether tests that read it run: it is there, or its absence must fail.
  static let isWanted = root != nil || ProcessInfo.processInfo.environment["CI"] != nil

  /// A file of the shared data.
  static func data(_ path: String) throws -> Data {
    let root = try #require(root, "the shared test data is missing")
    return try #require(
      FileManager.default.contents(atPath: root.path + "/" + path),
      "the shared test data \(path) is missing")
  }
}

extension Trait where Self == ConditionTrait {
  /// A test that reads the data shared by all checkouts. It is skipped where there is none; with
  /// `CI` set it runs, and fails.
  static var readsSharedData: Self {
    .enabled(
      if: SharedData.isWanted,
      "reads the shared test data: name its folder in CLAUSELINT_SHARED")
  }
}

/// Short forms for tests.
enum Sample {
  static func file(_ text: String, path: String = "a.yaml") -> SourceFile {
    SourceFile(id: FileID(0), path: path, bytes: Array(text.utf8))
  }

  /// `line:column` of a diagnostic's place, or the kind of place.
  static func place(_ diagnostic: Diagnostic, in file: SourceFile) -> String {
    place(diagnostic.place, in: file)
  }

  static func place(_ place: DiagnosticPlace, in file: SourceFile) -> String {
    guard case .span(let span) = place else { return "\(place)" }
    let start = file.location(of: span).start
    return "\(start.line):\(start.column)"
  }

  /// `code line:column` of every diagnostic.
  static func summary(_ result: ReadDocument, in file: SourceFile) -> [String] {
    result.diagnostics.map { "\($0.code) \(place($0, in: file))" }
  }
}

extension DocumentTree {
  /// The tree written compactly, for comparison in tests.
  func outline(_ node: NodeID) -> String {
    switch kind(node) {
    case .scalar:
      style(node) == .quoted ? "'\(string(node))'" : string(node)
    case .sequence:
      "[" + children(node).map { outline($0) }.joined(separator: ", ") + "]"
    case .mapping:
      "{"
        + entries(node).map { outline($0.key) + ": " + outline($0.value) }.joined(separator: ", ")
        + "}"
    }
  }

  /// The children of the first root.
  var rows: [NodeID] { roots.first.map { Array(children($0)) } ?? [] }

  /// All roots written compactly.
  var outline: [String] { roots.map { outline($0) } }
}
