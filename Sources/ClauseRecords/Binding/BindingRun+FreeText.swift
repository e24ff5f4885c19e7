import ClauseDocuments
import ClauseSource

/// Free text where a structure is wanted, as registers have it: the cell `Gants, lunettes` of
/// measures, the word `Efficace` of a check of effectiveness.
extension BindingRun {
  /// A structure that holds just this text: in the field of closed words or dates that it fits,
  /// else in the first field of text. Nil where the structure has none.
  mutating func readFreeStructure(
    _ bytes: ArraySlice<UInt8>, _ span: Span, _ layout: Int
  ) -> BoundValue? {
    let text = ScalarText.trimmed(bytes)
    guard let slot = freeSlot(of: text, layout) else { return nil }
    let first = newSlots(ofLayout: layout)
    path.append(.field(layout: layout, slot: slot))
    let value = readText(
      text, span, catalog.layouts[layout].fields[slot].type, layout: layout, slot: slot)
    path.removeLast()
    result.values[first + slot] = value
    result.places[first + slot].value = TextPlace(span)
    freeStructures.insert(first)
    return .structure(first: Int32(first))
  }

  /// What the source says that a word stands for; absent where it says nothing for it.
  mutating func declaredValue(_ node: NodeID, layout: Int, slot: Int) -> BoundValue? {
    guard tree.kind(node) == .scalar, let words = plan.values[fieldPath] else { return nil }
    let form = Fold.heading(ScalarText.trimmed(tree.bytes(node)))
    guard
      let said = words.first(where: { Fold.heading(Array($0.key.utf8)[...]) == form })?.value
    else { return nil }
    if said.isEmpty { return .absent }
    let type = catalog.layouts[layout].fields[slot].type
    return readText(
      Array(said.utf8)[...], tree.span(node), type, layout: layout, slot: slot)
  }

  private func freeSlot(of text: ArraySlice<UInt8>, _ layout: Int) -> Int? {
    let fields = catalog.layouts[layout].fields
    for (slot, field) in fields.enumerated() {
      switch field.type {
      case .enumeration, .bool:
        if catalog.layouts[layout].words[slot]?.literal(of: text) != nil { return slot }
      case .date, .instant:
        switch DateText.read(text) {
        case .date, .dayAndMonth: return slot
        case .failure: continue
        }
      default: continue
      }
    }
    let texts = fields.indices.filter { index in
      switch fields[index].type {
      case .text, .string, .reference: true
      default: false
      }
    }
    return texts.first { fields[$0].isRequired } ?? texts.first
  }
}

/// Lists in one text.
extension BindingRun {
  /// The pieces of a text that stands for a list.
  ///
  /// Ids and literals hold no comma, so they are split wherever they stand; other texts only in
  /// tables, where a cell cannot hold a list, and prose never.
  func pieces(of bytes: ArraySlice<UInt8>, _ element: FieldType) -> [ArraySlice<UInt8>] {
    let atCommas: Bool
    switch element {
    case .reference, .enumeration, .date, .instant, .period, .bool: atCommas = true
    case .string where splitsCells: atCommas = true
    case .file, .url, .int, .double, .money:
      guard splitsCells else { return [bytes] }
      atCommas = false
    default: return [bytes]
    }
    // Ids and words of closed lists hold no bar, and no slash between blanks.
    var isListed = false
    switch element {
    case .reference, .enumeration: isListed = true
    default: break
    }
    var pieces: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var width = 0
      switch bytes[index] {
      case UInt8(ascii: ";"), 0x0A, 0x0D: width = 1
      case UInt8(ascii: ",") where atCommas: width = 1
      case UInt8(ascii: "|") where isTable && isListed: width = 1
      case UInt8(ascii: "/") where isTable && isListed && isApart(bytes, index): width = 1
      // U+060C and U+061B, the Arabic comma and semicolon.
      case 0xD8 where index + 1 < bytes.endIndex:
        let next = bytes[index + 1]
        if next == 0x9B || next == 0x8C && atCommas { width = 2 }
      default: break
      }
      if width > 0 {
        pieces.append(bytes[start..<index])
        index += width
        start = index
      } else {
        index += 1
      }
    }
    pieces.append(bytes[start...])
    return pieces.map(ScalarText.trimmed).filter { !$0.isEmpty }
  }

  private func isApart(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
    index > bytes.startIndex && index + 1 < bytes.endIndex && bytes[index - 1] == 0x20
      && bytes[index + 1] == 0x20
  }
}

/// Lists in one cell.
enum ListText {
  /// The parts of a text at line breaks and semicolons, without bullets before them.
  static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split { $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: ";") }.map { line in
      var text = ScalarText.trimmed(line)
      while let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "*") {
        text = ScalarText.trimmed(text.dropFirst())
      }
      if text.starts(with: [0xE2, 0x80, 0xA2]) { text = ScalarText.trimmed(text.dropFirst(3)) }
      return text
    }.filter { !$0.isEmpty }
  }
}
