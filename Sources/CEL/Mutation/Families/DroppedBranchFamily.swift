/// A choice is taken away: of `a ? b : c` only `b` or only `c` is left.
struct DroppedBranchFamily: MutationFamily {
  let name = "dropped-branch"

  func edits(at node: NodeID, in site: MutationSite) -> [MutationEdit] {
    guard case .conditional(_, let yes, let no) = site.tree[node] else { return [] }
    return [yes, no].map { site.replacing(node, with: site.text($0)) }
  }
}
