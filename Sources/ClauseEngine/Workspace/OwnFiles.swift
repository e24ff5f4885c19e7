import ClauseDocuments
import ClauseSource

/// Files that the product itself wrote into the organisation's folder: no registers.
enum OwnFiles {
  /// What the key `schema` of such a file says.
  static let schemas = [
    ResultFile.schema, Baseline.schema, "clauselint/clauses/1", "clauselint/diff/1",
    "clauselint/exceptions/1",
  ]

  /// Whether a file of this tree is one.
  static func isOwn(_ tree: DocumentTree) -> Bool {
    guard tree.roots.count == 1, let root = tree.roots.first,
      let schema = tree.value(root, "schema")
    else { return false }
    let name = tree.string(schema)
    return schemas.contains { $0.equalsByBytes(name) }
  }
}
