import ClauseDocuments
import ClauseSource
import Foundation
import Testing

/// The product against other implementations, on generated input. The seed is fixed, so that a
/// difference can be seen again; CLAUSELINT_SEED and CLAUSELINT_CASES change both.
@Suite struct DifferentialTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["CLAUSELINT_SEED"] ?? "20240601"
  private static func count(_ usual: Int) -> String {
    environment["CLAUSELINT_CASES"] ?? String(usual)
  }

  @Test(.enabled(if: Python.isWanted("cel_expr_python"), "needs python3 with cel-expr-python"))
  func expressionsMeanWhatTheyMeanElsewhere() throws {
    let answer = try Python.run(
      "differential.py", ["cel", Spawn.tool, Self.seed, Self.count(1500)])
    #expect(answer.status == 0, "\(answer.text)")
  }

  @Test(.enabled(if: Python.isWanted("calendar"), "needs python3"))
  func datesAreThoseOfPythonsCalendar() throws {
    let answer = try Python.run(
      "differential.py", ["dates", Spawn.tool, Self.seed, Self.count(3000)])
    #expect(answer.status == 0, "\(answer.text)")
  }

  private struct Document: Decodable {
    let yaml: String
    let value: [String]?
  }

  /// What the product accepts, PyYAML accepts, and reads the same; what PyYAML writes, the product
  /// accepts.
  @Test(.enabled(if: Python.isWanted("yaml"), "needs python3 with PyYAML"))
  func documentsAreReadAsPyYAMLReadsThem() throws {
    let answer = try Python.run("differential.py", ["yaml", "-", Self.seed, Self.count(3000)])
    try #require(answer.status == 0, "\(answer.text)")
    var (accepted, refused) = (0, 0)
    for line in answer.text.split(separator: "\n") {
      let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
      let file = SourceFile(id: FileID(0), path: "a.yaml", bytes: Array(document.yaml.utf8))
      let result = YAMLReader().read(file, limits: Limits())
      guard !result.diagnostics.contains(where: { $0.severity == .error }), let tree = result.tree
      else {
        refused += 1
        continue
      }
      accepted += 1
      let found = tree.roots.map { Self.plain($0, of: tree) }
      #expect(found == document.value, "\(document.yaml)")
    }
    print("\(accepted) documents read as PyYAML reads them, \(refused) refused")
    #expect(accepted > refused)
  }

  /// The value as `differential.py` writes it.
  private static func plain(_ node: NodeID, of tree: DocumentTree) -> String {
    switch tree.kind(node) {
    case .scalar:
      let text = tree.string(node)
      return "s\(text.utf8.count):\(text)"
    case .sequence: return "[" + tree.children(node).map { plain($0, of: tree) }.joined() + "]"
    case .mapping: return "{" + tree.children(node).map { plain($0, of: tree) }.joined() + "}"
    }
  }
}
