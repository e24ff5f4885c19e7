/// A condition is taken away: an operand of `&&` or `||`, the whole condition of an expression, or
/// what a list is filtered by.
struct DroppedConditionFamily: MutationFamily {
  let name = "dropped-condition"

  func edits(at node: NodeID, in site: MutationSite) -> [MutationEdit] {
    switch site.tree[node] {
    case .and(let operands):
      return without(operands, joinedBy: "&&", at: .relation, site)
    case .or(let operands):
      return without(operands, joinedBy: "||", at: .and, site) + whole(node, site)
    case .comprehension(let loop) where loop.kind == .filter:
      guard let predicate = loop.predicate else { return [] }
      return [site.dropping(predicate, from: site.text(loop.range))]
    default:
      return whole(node, site)
    }
  }

  private func without(
    _ operands: [NodeID], joinedBy sign: String, at level: ExpressionText.Level,
    _ site: MutationSite
  ) -> [MutationEdit] {
    operands.map { dropped in
      let rest = operands.filter { $0 != dropped }
      let texts = rest.map { rest.count == 1 ? site.text($0) : site.text($0, within: level) }
      return site.dropping(dropped, from: texts.joined(separator: " \(sign) "))
    }
  }

  private func whole(_ node: NodeID, _ site: MutationSite) -> [MutationEdit] {
    guard node == site.tree.root, site.type(node) == .bool else { return [] }
    if case .literal = site.tree[node] { return [] }
    return [site.dropping(node, from: "true")]
  }
}
