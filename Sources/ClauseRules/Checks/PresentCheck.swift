/// `present: [a, b]`: every field has a value; a list has at least one element.
struct PresentCheck: Check {
  let name = "present"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    request.fields().map { CheckExpressions($0.map { ($0.path, $0.presence) }) }
  }
}
