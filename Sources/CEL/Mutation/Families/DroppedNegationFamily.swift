/// A `!` is taken away.
struct DroppedNegationFamily: MutationFamily {
  let name = "dropped-negation"

  func edits(at node: NodeID, in site: MutationSite) -> [MutationEdit] {
    guard case .not(let operand) = site.tree[node] else { return [] }
    return [site.replacing(node, with: site.text(operand))]
  }
}
