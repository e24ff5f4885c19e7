/// An element is taken out of a list that the expression writes out.
struct DroppedElementFamily: MutationFamily {
  let name = "dropped-element"

  func edits(at node: NodeID, in site: MutationSite) -> [MutationEdit] {
    guard case .list(let elements, optional: []) = site.tree[node] else { return [] }
    let texts = elements.map { site.text($0) }
    return elements.indices.map { position in
      var rest = texts
      rest.remove(at: position)
      let shorter = "[\(rest.joined(separator: ", "))]"
      return MutationEdit(
        text: shorter, range: site.tree.range(elements[position]), original: site.text(node),
        replacement: shorter)
    }
  }
}
