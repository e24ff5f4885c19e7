/// `differ: [a, b]`: two fields that are both present are not equal.
struct DifferCheck: Check {
  let name = "differ"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    guard let fields = request.fields() else { return nil }
    guard fields.count == 2, fields[0].type == fields[1].type else {
      request.report("`differ` names two fields of the same type", at: request.node)
      return nil
    }
    let (a, b) = (fields[0], fields[1])
    return CheckExpressions([
      (b.path, "\(a.presence) && \(b.presence) ? \(a.access) != \(b.access) : true")
    ])
  }
}
