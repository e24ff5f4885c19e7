import ClauseDocuments
import ClauseSource

/// `count: { of: kpi, where: ..., at_least: 1, at_most: 3 }`: so many records fit. Gives `count`.
struct CountCheck: Check {
  let name = "count"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    guard let reader = request.mapping(keys: ["of", "where", "at_least", "at_most"]),
      let others = OtherRecords(reader, &request)
    else { return nil }
    var bounds: [String] = []
    for (key, comparison) in [("at_least", ">="), ("at_most", "<=")] {
      guard let value = reader.value(key) else { continue }
      guard let bound = Int(request.tree.string(value)), bound >= 0 else {
        request.diagnostics.append(
          reader.wrongForm(
            key,
            LocalizedText(
              english: "a whole "
                + "number"), value))
        return nil
      }
      bounds.append("\(others.size) \(comparison) \(bound)")
    }
    guard !bounds.isEmpty else {
      request.report("`count` needs `at_least`, `at_most` or both", at: request.node)
      return nil
    }
    return CheckExpressions(
      [(nil, bounds.joined(separator: " && "))], bindings: [("count", others.size)])
  }
}
