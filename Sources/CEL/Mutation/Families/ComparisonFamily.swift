/// The border of a comparison changes sides: `<` becomes `<=`, `>` becomes `>=`, and the reverse.
///
/// Beside a whole number written out the border is moved by `NumberFamily` already.
struct ComparisonFamily: MutationFamily {
  let name = "comparison"

  func edits(at node: NodeID, in site: MutationSite) -> [MutationEdit] {
    guard case .binary(let comparison, let left, let right) = site.tree[node],
      !isWholeNumber(left, site), !isWholeNumber(right, site)
    else { return [] }
    let other: BinaryOperator
    switch comparison {
    case .less: other = .lessOrEqual
    case .lessOrEqual: other = .less
    case .greater: other = .greaterOrEqual
    case .greaterOrEqual: other = .greater
    default: return []
    }
    let first = site.text(left, within: .relation)
    let second = site.text(right, within: .sum)
    return [site.replacing(node, with: "\(first) \(other.rawValue) \(second)")]
  }

  private func isWholeNumber(_ node: NodeID, _ site: MutationSite) -> Bool {
    switch site.tree[node] {
    case .literal(.int), .literal(.uint): true
    default: false
    }
  }
}
