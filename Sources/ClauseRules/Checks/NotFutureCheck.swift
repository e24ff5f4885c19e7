/// `not_future: [a]`: a date that is present is not after the as-of date.
struct NotFutureCheck: Check {
  let name = "not_future"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    guard let fields = request.fields(), request.require(fields, "dates", \.isDate) else {
      return nil
    }
    return CheckExpressions(
      fields.map { ($0.path, "\($0.presence) ? \($0.day) <= as_of : true") })
  }
}
