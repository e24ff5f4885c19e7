import ClauseDocuments
import ClauseRecords

/// `matches: { code: "^[A-Z]+$" }`: a text that is present matches the pattern (RE2, unanchored).
struct MatchesCheck: Check {
  let name = "matches"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    let tree = request.tree
    let entries = tree.entries(request.node)
    guard !entries.isEmpty else {
      request.report("`matches` is a mapping of fields to patterns", at: request.node)
      return nil
    }
    var conditions: [(field: String?, text: String)] = []
    for (key, value) in entries {
      guard let field = request.field(key),
        request.require([field], "a text", { $0 == .string || $0 == .text || $0 == .url })
      else { return nil }
      let pattern = CheckRequest.literal(tree.string(value))
      conditions.append(
        (field.path, "\(field.presence) ? \(field.access).matches(\(pattern)) : true"))
    }
    return CheckExpressions(conditions)
  }
}
