import ClauseDocuments
import ClauseSource

/// Maps, of whose values no type says anything.
extension BindingRun {
  /// Reads a value inside a map: its type is what JSON would see, because nothing declares it.
  ///
  /// Recursion is bounded by the reader's nesting limit.
  mutating func readFree(_ node: NodeID) -> (value: BoundValue, place: TextPlace) {
    let place = TextPlace(tree.span(node))
    switch tree.kind(node) {
    case .scalar: return (readFreeScalar(node), place)
    case .sequence:
      let children = tree.children(node).map { readFree($0) }
      return (addList(children.map(\.value), children.map(\.place)), place)
    case .mapping:
      var values: [BoundValue] = []
      var places: [TextPlace] = []
      for (key, value) in tree.entries(node) {
        let read = readFree(value)
        values += [.text(addText(tree.bytes(key))), read.value]
        places += [TextPlace(tree.span(key)), read.place]
      }
      guard case .list(let first, _) = addList(values, places) else { return (.absent, place) }
      return (.map(first: first, count: Int32(values.count / 2)), place)
    }
  }

  private mutating func readFreeScalar(_ node: NodeID) -> BoundValue {
    let bytes = tree.bytes(node)
    if tree.isNull(node) { return .absent }
    if tree.style(node) == .plain {
      if bytes.elementsEqual("true".utf8) { return .bool(true) }
      if bytes.elementsEqual("false".utf8) { return .bool(false) }
      if isDataNumber(bytes) {
        let text = String(decoding: bytes, as: UTF8.self)
        if let whole = Int64(text) { return .int(whole) }
        if let number = Double(text), number.isFinite { return .double(number) }
      }
    }
    return .text(addText(bytes))
  }

  /// Whether the text is a number of JSON without exponent: no leading zeros, an ASCII point.
  private func isDataNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    let whole = rest.prefix(while: isDigit)
    guard !whole.isEmpty, whole.count <= 18, whole.count == 1 || whole.first != 0x30 else {
      return false
    }
    rest = rest.dropFirst(whole.count)
    if rest.isEmpty { return true }
    guard rest.first == UInt8(ascii: "."), rest.count > 1 else { return false }
    return rest.dropFirst().allSatisfy(isDigit)
  }
}
