/// An element is taken out of a list that the expression writes out.
///
/// A long list is data, whose elements are alike to the rule: of more than `longest` elements only
/// the first, the middle and the last are taken out, one at a time.
struct DroppedElementFamily: MutationFamily {
  let name = "dropped-element"

  private static let longest = 16

  func edits(at node: NodeID, in site: MutationSite) -> [MutationEdit] {
    guard case .list(let elements, optional: []) = site.tree[node] else { return [] }
    let texts = elements.map { site.text($0) }
    let dropped =
      elements.count > Self.longest
      ? [0, elements.count / 2, elements.count - 1] : Array(elements.indices)
    return dropped.map { position in
      var rest = texts
      rest.remove(at: position)
      let shorter = "[\(rest.joined(separator: ", "))]"
      return MutationEdit(
        text: shorter, range: site.tree.range(elements[position]), original: site.text(node),
        replacement: shorter)
    }
  }
}
