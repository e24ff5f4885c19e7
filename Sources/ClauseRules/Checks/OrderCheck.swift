/// `order: [a, b, c]`: the dates that are present never go back. Gaps are ignored, so every pair
/// is compared; the later field of a pair is blamed. Instants are compared to the moment.
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
          // Of an instant and a date only the days can be compared.
          let isMixed = earlier.type != fields[later].type
          let before = isMixed ? earlier.day : earlier.access
          let after = isMixed ? fields[later].day : fields[later].access
          return "(\(earlier.presence) && \(fields[later].presence)"
            + " ? \(before) <= \(after) : true)"
        }
        return (fields[later].path, pairs.joined(separator: " && "))
      })
  }
}
