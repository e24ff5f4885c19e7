import ClauseDocuments
import ClauseRecords
import ClauseSource

/// `one_of: { kind: [a, b] }`: a value that is present is one of these.
struct OneOfCheck: Check {
  let name = "one_of"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    let tree = request.tree
    let entries = tree.entries(request.node)
    guard !entries.isEmpty else {
      request.report("`one_of` is a mapping of fields to lists of values", at: request.node)
      return nil
    }
    var conditions: [(field: String?, text: String)] = []
    for (key, value) in entries {
      guard let field = request.field(key) else { return nil }
      let nodes = tree.kind(value) == .sequence ? Array(tree.children(value)) : [value]
      var literals: [String] = []
      for node in nodes {
        guard let literal = literal(node, for: field, &request) else { return nil }
        literals.append(literal)
      }
      conditions.append(
        (
          field.path,
          "\(field.presence) ? \(field.access) in [\(literals.joined(separator: ", "))] : true"
        ))
    }
    return CheckExpressions(conditions)
  }

  private func literal(
    _ node: NodeID, for field: FieldPath, _ request: inout CheckRequest
  ) -> String? {
    let text = request.tree.string(node)
    switch field.type {
    case .enumeration(let literals) where !literals.contains(where: { $0.equalsByBytes(text) }):
      request.diagnostics.append(
        MappingReader.unknown(
          text, kind: .pack("value of \(field.path)"), among: literals, code: "unknown-literal",
          place: request.tree.span(node)))
      return nil
    case .enumeration, .string, .text: return CheckRequest.literal(text)
    case .int:
      guard let number = Int64(text) else {
        request.report("`\(text)` is no int", at: node)
        return nil
      }
      return String(number)
    default:
      request.report("`one_of` compares words and whole numbers", at: request.node)
      return nil
    }
  }
}
