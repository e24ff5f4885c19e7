/// `absent: [a, b]`: none of the fields has a value.
struct AbsentCheck: Check {
  let name = "absent"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    request.fields().map { CheckExpressions($0.map { ($0.path, "!(\($0.presence))") }) }
  }
}
