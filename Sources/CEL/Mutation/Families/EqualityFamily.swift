/// `==` becomes `!=` and the reverse, and `in` becomes its negation.
struct EqualityFamily: MutationFamily {
  let name = "equality"

  func edits(at node: NodeID, in site: MutationSite) -> [MutationEdit] {
    guard case .binary(let comparison, let left, let right) = site.tree[node] else { return [] }
    let operands = (
      site.text(left, within: .relation), site.text(right, within: ExpressionText.Level.sum)
    )
    switch comparison {
    case .equal: return [site.replacing(node, with: "\(operands.0) != \(operands.1)")]
    case .notEqual: return [site.replacing(node, with: "\(operands.0) == \(operands.1)")]
    case .isIn: return [site.replacing(node, with: "!(\(operands.0) in \(operands.1))")]
    default: return []
    }
  }
}
