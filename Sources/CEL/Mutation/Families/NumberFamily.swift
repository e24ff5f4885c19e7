/// A number written out is one off.
struct NumberFamily: MutationFamily {
  let name = "number"

  func edits(at node: NodeID, in site: MutationSite) -> [MutationEdit] {
    guard case .literal(let literal) = site.tree[node] else { return [] }
    switch literal {
    case .int(let value):
      return [Int64(-1), 1].compactMap { step in
        let (shifted, overflow) = value.addingReportingOverflow(step)
        return overflow ? nil : site.replacing(node, with: "\(shifted)")
      }
    case .uint(let value):
      let (up, overflow) = value.addingReportingOverflow(1)
      return (value > 0 ? [site.replacing(node, with: "\(value - 1)u")] : [])
        + (overflow ? [] : [site.replacing(node, with: "\(up)u")])
    case .double(let value):
      return [value - 1, value + 1].map { site.replacing(node, with: $0.description) }
    default: return []
    }
  }
}
