/// `+` becomes `-`, `*` becomes `/`, and the reverse.
struct ArithmeticFamily: MutationFamily {
  let name = "arithmetic"

  func edits(at node: NodeID, in site: MutationSite) -> [MutationEdit] {
    guard case .binary(let arithmetic, let left, let right) = site.tree[node] else { return [] }
    let other: BinaryOperator
    switch arithmetic {
    case .add: other = .subtract
    case .subtract: other = .add
    case .multiply: other = .divide
    case .divide: other = .multiply
    default: return []
    }
    let level = ExpressionText.level(of: arithmetic)
    let first = site.text(left, within: level)
    let second = site.text(right, within: level.tighter)
    return [site.replacing(node, with: "\(first) \(other.rawValue) \(second)")]
  }
}
