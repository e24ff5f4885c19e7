import ClauseRecords
import ClauseSource

/// `refers_to_active: [owner]`: a reference that is present leads to a record whose derived field
/// `active` is true; of a list, every element does.
struct RefersToActiveCheck: Check {
  let name = "refers_to_active"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    guard let fields = request.fields() else { return nil }
    var conditions: [(field: String?, text: String)] = []
    for field in fields {
      guard case .reference(let types) = field.type.elementType, types.count == 1,
        let target = request.catalog.type(named: types[0]),
        target.derived.contains(where: { $0.name.equalsByBytes("active") })
      else {
        request.report(
          "`\(field.path)` does not refer to records of one type that have a derived field "
            + "`active`",
          at: request.node)
        return nil
      }
      conditions.append(
        (
          field.path,
          field.type.isCollection
            ? "\(field.access).all(element, element.active)"
            : "\(field.presence) ? \(field.access).active : true"
        ))
    }
    return CheckExpressions(conditions)
  }
}
