/// `all` becomes `exists`, `exists` becomes `all`, and `exists_one` becomes `exists`.
struct QuantifierFamily: MutationFamily {
  let name = "quantifier"

  func edits(at node: NodeID, in site: MutationSite) -> [MutationEdit] {
    guard case .comprehension(let loop) = site.tree[node], let predicate = loop.predicate else {
      return []
    }
    let other: ComprehensionKind
    switch loop.kind {
    case .all, .existsOne: other = .exists
    case .exists: other = .all
    default: return []
    }
    let names = [loop.first] + (loop.second.map { [$0] } ?? [])
    let arguments = (names + [site.text(predicate)]).joined(separator: ", ")
    let range = site.text(loop.range, within: .postfix)
    return [site.replacing(node, with: "\(range).\(other.rawValue)(\(arguments))")]
  }
}
