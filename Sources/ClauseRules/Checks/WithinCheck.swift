import ClauseRecords

/// `within: { since: a, every: b, or: parameter }`: the as-of date is not after since + interval.
///
/// `since` may list fields: the first present one counts, none present fails. The interval is the
/// record's own `every`, else the parameter `or`, which makes the finding one of practice; with
/// neither the check holds. The due day is in time unless `due_day: late`.
struct WithinCheck: Check {
  let name = "within"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    guard let reader = request.mapping(keys: ["since", "every", "or", "due_day"]),
      let since = request.fields(reader, "since"),
      request.require(since, "dates under `since`", \.isDate),
      let interval = interval(reader, &request)
    else { return nil }
    let late = reader.choice("due_day", ["in_time", "late"], &request.diagnostics) == "late"
    let comparison = late ? "as_of <" : "as_of <="
    let anyPresent = since.map { "(\($0.presence))" }.joined(separator: " || ")
    func inTime(_ field: FieldPath) -> String {
      "\(comparison) \(field.day) + \(interval.value)"
    }
    func guarded(_ text: String) -> String {
      interval.presence.map { "\($0) ? (\(text)) : true" } ?? text
    }
    var conditions: [(field: String?, text: String)] = []
    for (index, field) in since.enumerated() {
      let earlier = since[..<index].map { "!(\($0.presence)) && " }.joined()
      let otherwise = index == 0 ? anyPresent : "true"
      conditions.append(
        (field.path, guarded("(\(earlier)\(field.presence)) ? \(inTime(field)) : (\(otherwise))")))
    }
    let due = since.reversed().reduce("null") { rest, field in
      rest == "null"
        ? "\(field.day) + \(interval.value)"
        : "(\(field.presence)) ? \(field.day) + \(interval.value) : (\(rest))"
    }
    return CheckExpressions(
      conditions, bindings: [("due", due)], practiceWhen: interval.practiceWhen,
      blamesEachField: false)
  }

  private struct Interval {
    /// CEL of the period.
    var value: String
    /// CEL that is true when there is one; nil when there always is.
    var presence: String?
    var practiceWhen: String?
  }

  private func interval(_ reader: MappingReader, _ request: inout CheckRequest) -> Interval? {
    let every = reader.value("every").flatMap { request.field($0) }
    if reader.value("every") != nil, every == nil { return nil }
    if let every, !request.require([every], "a period under `every`", { $0 == .period }) {
      return nil
    }
    let parameter = reader.text("or", &request.diagnostics)
    if let parameter {
      guard let declared = request.parameters[parameter] else {
        request.diagnostics.append(
          MappingReader.unknown(
            parameter, kind: .pack("parameter"), among: Array(request.parameters.keys),
            code: "unknown-parameter", place: reader.span("or")))
        return nil
      }
      guard declared.type == "period" else {
        request.report("`or` names a parameter that is a period", at: request.node)
        return nil
      }
    }
    switch (every, parameter) {
    case (let every?, let parameter?):
      return Interval(
        value: "((\(every.presence)) ? \(every.access) : params.\(parameter))", presence: nil,
        practiceWhen: "!(\(every.presence))")
    case (let every?, nil):
      return Interval(value: every.access, presence: "(\(every.presence))", practiceWhen: nil)
    case (nil, let parameter?):
      return Interval(value: "params.\(parameter)", presence: nil, practiceWhen: "true")
    case (nil, nil):
      request.report(
        "`within` needs an interval", at: request.node,
        remedy: "Give `every: FIELD`, `or: PARAMETER`, or both.")
      return nil
    }
  }
}
