/// `order: [a, b, c]`: the dates that are present never go back. Gaps are ignored, so every pair
/// is compared; the later field of a pair is blamed.
struct OrderCheck: Check {
  let name = "order"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    guard let fields = request.fields(), request.require(fields, "dates", \.isDate) else {
      return nil
    }
    guard fields.count > 1 else {
      request.report("`order` needs at least two dates", at: request.node)
      return nil
    }
    return CheckExpressions(
      fields.indices.dropFirst().map { later in
        let pairs = fields[..<later].map { earlier in
          "(\(earlier.presence) && \(fields[later].presence)"
            + " ? \(earlier.access) <= \(fields[later].access) : true)"
        }
        return (fields[later].path, pairs.joined(separator: " && "))
      })
  }
}
