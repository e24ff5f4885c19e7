/// `not_past: [a]`: a date that is present is not before the as-of date. The day itself is in time.
struct NotPastCheck: Check {
  let name = "not_past"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    guard let fields = request.fields(), request.require(fields, "dates", \.isDate) else {
      return nil
    }
    return CheckExpressions(
      fields.map { ($0.path, "\($0.presence) ? \($0.day) >= as_of : true") })
  }
}
