import ClauseDocuments
import ClauseSource

/// What a document's text gives besides its words: its links and its headings.
extension BindingRun {
  /// Keeps what later steps ask of the outline.
  mutating func take(_ outline: MarkdownOutline) {
    headings = outline.headings
    result.hasOutline = true
    result.links = outline.links.map { BoundFile.Link(target: $0.target, span: $0.span) }
    result.anchors = LinkTarget.slugs(outline.headings.map(\.text))
    result.anchors.formUnion(outline.anchors.map(LinkTarget.slug))
  }

  /// Fills the field `sections`, where the type has it as a list of texts, with the headings of
  /// the text, so that a rule can ask for one.
  mutating func fillSections(_ node: NodeID, _ type: Int, _ first: Int) {
    let layout = catalog.layouts[type]
    guard !headings.isEmpty, tree.roots.first == node,
      let slot = layout.slot(of: "sections"), slot < layout.fields.count,
      layout.fields[slot].type == .list(.string), case .absent = result.values[first + slot]
    else { return }
    let start = result.elements.count
    for heading in headings {
      result.elements.append(.text(addText(Array(heading.text.utf8)[...])))
      result.elementPlaces.append(TextPlace(heading.span))
    }
    result.values[first + slot] = .list(first: Int32(start), count: Int32(headings.count))
    if let place = headings.first?.span { result.places[first + slot].value = TextPlace(place) }
  }
}
