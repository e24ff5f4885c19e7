internal import ClauseCalendar

/// A date is a day off: the border of a comparison of dates, a date written out, or `as_of`.
///
/// Of the two shifts of an ordered comparison one is what `ComparisonFamily` makes (on dates
/// `a < b` is `a <= b` a day earlier); the other is made here.
struct DateFamily: MutationFamily {
  let name = "date"

  func edits(at node: NodeID, in site: MutationSite) -> [MutationEdit] {
    if let (comparison, left, right) = site.dateComparison(node) {
      return shifts(of: comparison).map { sign in
        let first = site.text(left, within: .relation)
        let second = site.text(right, within: .sum)
        return site.replacing(
          node, with: "\(first) \(comparison.rawValue) \(second) \(sign) period(\"P1D\")")
      }
    }
    guard site.type(node) == .date, !standsInDateComparison(node, site) else { return [] }
    if let date = literal(node, site) {
      return [-1, 1].compactMap { days in
        date.adding(days: days).map { site.replacing(node, with: "date(\"\($0.iso)\")") }
      }
    }
    guard case .name("as_of", _) = site.tree[node] else { return [] }
    return ["-", "+"].map { site.replacing(node, with: "as_of \($0) period(\"P1D\")") }
  }

  private func shifts(of comparison: BinaryOperator) -> [String] {
    switch comparison {
    case .lessOrEqual, .greater: ["+"]
    case .less, .greaterOrEqual: ["-"]
    default: ["-", "+"]
    }
  }

  private func literal(_ node: NodeID, _ site: MutationSite) -> CivilDate? {
    guard case .call("date", target: nil, let arguments) = site.tree[node], arguments.count == 1,
      case .literal(.string(let bytes)) = site.tree[arguments[0]]
    else { return nil }
    return CivilDate(iso: String(decoding: bytes, as: UTF8.self))
  }

  /// Whether a shift of the node is the shift of a comparison around it.
  private func standsInDateComparison(_ node: NodeID, _ site: MutationSite) -> Bool {
    var current = node
    while let parent = site.parent(current) {
      if site.dateComparison(parent) != nil { return true }
      if site.type(parent) == .bool { return false }
      // A length of time is compared as a number, not as a date.
      if case .call = site.tree[parent], site.type(parent) != .date { return false }
      current = parent
    }
    return false
  }
}
