import ClauseRecords

/// `exists: { of: kpi, where: "kpi.process == process" }`: at least one record of that type fits.
struct ExistsCheck: Check {
  let name = "exists"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    guard let reader = request.mapping(keys: ["of", "where"]),
      let others = OtherRecords(reader, &request)
    else { return nil }
    let text =
      others.condition.map { "\(others.type.plural).exists(\(others.variable), \($0))" }
      ?? "\(others.type.plural).size() > 0"
    return CheckExpressions([(nil, text)])
  }
}
