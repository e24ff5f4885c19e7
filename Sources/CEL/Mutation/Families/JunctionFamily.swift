/// One `&&` becomes `||`, or the reverse.
struct JunctionFamily: MutationFamily {
  let name = "junction"

  func edits(at node: NodeID, in site: MutationSite) -> [MutationEdit] {
    switch site.tree[node] {
    case .and(let operands): exchanged(operands, "&&", "||", site)
    case .or(let operands): exchanged(operands, "||", "&&", site)
    default: []
    }
  }

  private func exchanged(
    _ operands: [NodeID], _ sign: String, _ other: String, _ site: MutationSite
  ) -> [MutationEdit] {
    let texts = operands.map { site.text($0, within: .relation) }
    return operands.indices.dropFirst().map { position in
      var text = texts[0]
      for index in operands.indices.dropFirst() {
        text += " \(index == position ? other : sign) \(texts[index])"
      }
      let first = site.tree.range(operands[position - 1])
      let second = site.tree.range(operands[position])
      let pair = (texts[position - 1], texts[position])
      return MutationEdit(
        text: text, range: first.lowerBound..<second.upperBound,
        original: "\(pair.0) \(sign) \(pair.1)", replacement: "\(pair.0) \(other) \(pair.1)")
    }
  }
}
