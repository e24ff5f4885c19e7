import ClauseRecords
import CEL
import ClauseDocuments
import ClauseSource

/// `covers: { set: <CEL list>, required: [a, b] }`: every required element is in the set. Gives
/// `missing`, the elements that are not.
struct CoversCheck: Check {
  let name = "covers"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    guard let reader = request.mapping(keys: ["set", "required"]) else { return nil }
    guard reader.value("set") != nil else {
      request.diagnostics.append(reader.missing("set"))
      return nil
    }
    guard let set = request.expression(reader, "set", variables: [], expecting: nil),
      let required = required(reader, &request)
    else { return nil }
    // A set that is one field of the record names the field to blame.
    let field = set.afterBytes(request.variable + ".")
    let isField = field.flatMap { request.recordType?.field(at: $0) } != nil
    return CheckExpressions(
      [(isField ? field : nil, "(\(required)).all(element, element in (\(set)))")],
      bindings: [("missing", "(\(required)).filter(element, !(element in (\(set))))")])
  }

  private func required(_ reader: MappingReader, _ request: inout CheckRequest) -> String? {
    guard let value = reader.value("required") else {
      request.diagnostics.append(reader.missing("required"))
      return nil
    }
    if request.tree.kind(value) == .scalar {
      return request.expression(reader, "required", variables: [], expecting: nil)
    }
    let literals = reader.texts("required", &request.diagnostics).map {
      CheckRequest.literal($0.text)
    }
    return "[\(literals.joined(separator: ", "))]"
  }
}
