import ClauseCalendar
import ClauseDocuments
import ClauseSource

/// Values: what the text of a node means by the declared type of its field.
extension BindingRun {
  /// Whether a node says nothing: null, empty, or only blanks.
  func isBlank(_ node: NodeID) -> Bool {
    guard tree.kind(node) == .scalar else { return false }
    return tree.isNull(node) || ScalarText.trimmed(tree.bytes(node)).isEmpty
  }

  /// Reads the value of a field.
  mutating func read(_ node: NodeID, layout: Int, slot: Int) -> BoundValue {
    if isBlank(node) { return .absent }
    let type = catalog.layouts[layout].fields[slot].type
    switch tree.style(node) {
    case .failed: return unreadable(tree.bytes(node), type, tree.span(node), .cellError)
    case .uncalculated: return unreadable(tree.bytes(node), type, tree.span(node), .notCalculated)
    case .plain, .quoted: break
    }
    let node = isLinked(type.elementType) ? withoutLinkBrackets(node) : node
    switch type {
    case .list(let element): return readList(node, element, layout: layout, slot: slot)
    case .map:
      guard tree.kind(node) == .mapping else { return shapeProblem(node, type, .needsFields) }
      return readFree(node).value
    default: return readOne(node, type, layout: layout, slot: slot)
    }
  }

  /// Reads a value that is no list.
  private mutating func readOne(
    _ node: NodeID, _ type: FieldType, layout: Int, slot: Int
  ) -> BoundValue {
    if case .structure = type, let inner = catalog.layouts[layout].nested[slot] {
      guard tree.kind(node) == .mapping else { return shapeProblem(node, type, .needsFields) }
      return readStructure(node, inner)
    }
    switch tree.kind(node) {
    case .scalar:
      return readText(tree.bytes(node), tree.span(node), type, layout: layout, slot: slot)
    case .mapping where type == .period: return readPeriod(node)
    case .mapping where type == .map: return readFree(node).value
    default: return shapeProblem(node, type, .needsOneValue)
    }
  }

  private mutating func shapeProblem(
    _ node: NodeID, _ type: FieldType, _ detail: ProblemDetail
  ) -> BoundValue {
    let span = tree.span(node)
    let bytes =
      tree.kind(node) == .scalar
      ? tree.bytes(node)
      : ScalarText.trimmed(source.bytes[Int(span.start)..<Int(span.end)].prefix { $0 != 0x0A })
    return unreadable(bytes, type, span, detail)
  }

  private mutating func readStructure(_ node: NodeID, _ layout: Int) -> BoundValue {
    let first = newSlots(ofLayout: layout)
    for (key, value) in tree.entries(node) {
      if let slot = catalog.layouts[layout].slot(ofKey: ScalarText.trimmed(tree.bytes(key))) {
        setSlot(slot, layout: layout, first: first, key, value)
      } else {
        unknownKey(key, layout: layout)
      }
    }
    return .structure(first: Int32(first))
  }

  // MARK: Wiki links

  /// Whether a value of the type may be written as a wiki link.
  private func isLinked(_ type: FieldType) -> Bool {
    switch type {
    case .reference, .string, .file: true
    default: false
    }
  }

  /// The text inside `[[...]]`, which YAML reads as a list in a list; else the node itself.
  private func withoutLinkBrackets(_ node: NodeID) -> NodeID {
    guard tree.kind(node) == .sequence, let inner = tree.children(node).first,
      tree.children(node).count == 1, tree.kind(inner) == .sequence,
      let text = tree.children(inner).first, tree.children(inner).count == 1,
      tree.kind(text) == .scalar
    else { return node }
    return text
  }

  /// The page that a wiki link names: `[[page#heading|words]]` is about `page`.
  private func linked(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.starts(with: Array("[[".utf8)), bytes.suffix(2).elementsEqual("]]".utf8),
      bytes.count > 4
    else { return bytes }
    return ScalarText.trimmed(
      bytes.dropFirst(2).dropLast(2).prefix {
        $0 != UInt8(ascii: "|") && $0 != UInt8(ascii: "#")
      })
  }

  // MARK: Lists

  private mutating func readList(
    _ node: NodeID, _ element: FieldType, layout: Int, slot: Int
  ) -> BoundValue {
    var values: [BoundValue] = []
    var places: [TextPlace] = []
    switch tree.kind(node) {
    case .sequence:
      for child in tree.children(node) where !isBlank(child) {
        let child = isLinked(element) ? withoutLinkBrackets(child) : child
        path.append(.element(values.count))
        values.append(readOne(child, element, layout: layout, slot: slot))
        places.append(TextPlace(tree.span(child)))
        path.removeLast()
      }
    case .mapping:
      values = [readOne(node, element, layout: layout, slot: slot)]
      places = [TextPlace(tree.span(node))]
    case .scalar:
      if case .structure = element { return shapeProblem(node, element, .needsFields) }
      let bytes = tree.bytes(node)
      let pieces = pieces(of: bytes, element)
      let map = pieces.count > 1 ? ScalarMap(source, tree, node) : nil
      for piece in pieces {
        let range = piece.startIndex - bytes.startIndex..<piece.endIndex - bytes.startIndex
        let span = map.flatMap { $0.isExact ? $0.span(of: range) : nil } ?? tree.span(node)
        path.append(.element(values.count))
        values.append(readText(piece, span, element, layout: layout, slot: slot))
        places.append(TextPlace(span))
        path.removeLast()
      }
    }
    return addList(values, places)
  }

  private mutating func addList(_ values: [BoundValue], _ places: [TextPlace]) -> BoundValue {
    let first = result.elements.count
    result.elements.append(contentsOf: values)
    result.elementPlaces.append(contentsOf: places)
    return .list(first: Int32(first), count: Int32(values.count))
  }

  /// The pieces of a text that stands for a list.
  ///
  /// Ids and literals hold no comma, so they are split wherever they stand; other texts only in
  /// tables, where a cell cannot hold a list, and prose never.
  private func pieces(of bytes: ArraySlice<UInt8>, _ element: FieldType) -> [ArraySlice<UInt8>] {
    let atCommas: Bool
    switch element {
    case .reference, .enumeration, .date, .instant, .period, .bool: atCommas = true
    case .string where splitsCells: atCommas = true
    case .file, .url, .int, .double, .money:
      guard splitsCells else { return [bytes] }
      atCommas = false
    default: return [bytes]
    }
    var pieces: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var width = 0
      switch bytes[index] {
      case UInt8(ascii: ";"), 0x0A, 0x0D: width = 1
      case UInt8(ascii: ",") where atCommas: width = 1
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

  // MARK: Texts

  mutating func addText(_ bytes: some Collection<UInt8>) -> TextRange {
    let first = result.text.count
    result.text.append(contentsOf: bytes)
    return TextRange(first: Int32(first), count: Int32(bytes.count))
  }

  /// Reads one text by its type.
  mutating func readText(
    _ bytes: ArraySlice<UInt8>, _ span: Span, _ type: FieldType, layout: Int, slot: Int
  ) -> BoundValue {
    let trimmed = ScalarText.trimmed(bytes)
    if let control = ScalarText.firstControl(in: bytes) {
      return unreadable(
        trimmed, type, span, .controlCharacter, [.init("code", Excerpt.codePoint(control))])
    }
    switch type {
    case .string, .text:
      if slot == 0, path.count == 1, layout < catalog.types.count {
        noteAlteredCode(trimmed, span, isIdentifier: true)
        return readIdentifier(trimmed, span) { .text($0) }
      }
      if catalog.layouts[layout].isCode[slot] {
        noteAlteredCode(trimmed, span, isIdentifier: false)
      }
      notePlaceholder(trimmed, span)
      return .text(addText(bytes))
    case .int, .double, .money: return readNumber(trimmed, span, type)
    case .bool:
      let words = catalog.layouts[layout].words[slot]
      guard let literal = words?.literal(of: trimmed) ?? WordTable.truth.literal(of: trimmed) else {
        return unreadable(trimmed, type, span, nil)
      }
      return .bool(literal == 0)
    case .date, .instant: return readDate(trimmed, span, layout: layout, slot: slot)
    case .period:
      switch PeriodText.read(trimmed) {
      case .period(let period): return .period(period)
      case .failure(let detail): return unreadable(trimmed, type, span, detail)
      }
    case .enumeration(let literals):
      return readLiteral(trimmed, span, literals, layout: layout, slot: slot)
    case .reference: return readIdentifier(linked(trimmed), span) { .reference($0) }
    case .file: return .file(addText(trimmed))
    case .url:
      let isAddress = ["https://", "http://"].contains {
        trimmed.count > $0.utf8.count && trimmed.starts(with: $0.utf8)
      }
      guard isAddress, !trimmed.contains(0x20) else {
        return unreadable(trimmed, type, span, .notAnAddress)
      }
      return .text(addText(trimmed))
    case .list(let element):
      let values = pieces(of: bytes, element).map {
        readText($0, span, element, layout: layout, slot: slot)
      }
      // Of a value that the configuration gives, the whole has a place.
      let place = span.file == source.id ? TextPlace(span) : .none
      return addList(values, values.map { _ in place })
    case .map, .structure: return unreadable(trimmed, type, span, .needsFields)
    }
  }

  private mutating func noteAlteredCode(
    _ trimmed: ArraySlice<UInt8>, _ span: Span, isIdentifier: Bool
  ) {
    if let code = AlteredCode.original(of: trimmed, isIdentifier: isIdentifier) {
      problem(
        .codeAltered, span,
        [
          .init("field", fieldPath), .init("value", excerpt(trimmed)), .init("nearest", code),
        ])
    }
  }

  private mutating func notePlaceholder(_ trimmed: ArraySlice<UInt8>, _ span: Span) {
    if PlaceholderText.isPlaceholder(trimmed) {
      problem(
        .placeholderText, span, [.init("field", fieldPath), .init("value", excerpt(trimmed))])
    }
  }

  private mutating func readNumber(
    _ bytes: ArraySlice<UInt8>, _ span: Span, _ type: FieldType
  ) -> BoundValue {
    let reading =
      type == .int
      ? NumberText.whole(bytes) : NumberText.decimal(bytes, isMoney: type == .money)
    switch reading {
    case .whole(let value): return .int(value)
    case .decimal(let value): return .double(value)
    case .failure(let detail): return unreadable(bytes, type, span, detail)
    case .ambiguous(let first, let second):
      return unreadable(
        bytes, type, span, .ambiguousNumber, [.init("first", first), .init("second", second)])
    }
  }

  private mutating func readLiteral(
    _ bytes: ArraySlice<UInt8>, _ span: Span, _ literals: [String], layout: Int, slot: Int
  ) -> BoundValue {
    if let literal = catalog.layouts[layout].words[slot]?.literal(of: bytes) {
      return .literal(Int32(literal))
    }
    let text = excerpt(bytes)
    var arguments: [RecordProblem.Argument] = [
      .init("field", fieldPath), .init("value", text),
      .init("allowed", literals.joined(separator: ", ")),
    ]
    let near = NearName.nearest(to: text, among: literals)
    if let near { arguments.append(.init("nearest", near)) }
    return .malformed(
      problem: problem(.enumUnknown, span, arguments, detail: near == nil ? nil : .nearest))
  }

  /// Reads an id: nothing nobody sees, and nothing that separates ids in a list.
  private mutating func readIdentifier(
    _ bytes: ArraySlice<UInt8>, _ span: Span, _ value: (TextRange) -> BoundValue
  ) -> BoundValue {
    guard bytes.count <= limits.identifierBytes else {
      return unreadable(bytes, .string, span, .tooLong)
    }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let isClean = scalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
      case .spaceSeparator: scalar == " "
      default:
        !scalar.properties.isDefaultIgnorableCodePoint && !",;،؛|".unicodeScalars.contains(scalar)
      }
    }
    guard isClean else { return unreadable(bytes, .string, span, .invisibleCharacters) }
    return value(addText(bytes))
  }

  /// Reads a period written as a mapping of units: `{month: 6}`.
  private mutating func readPeriod(_ node: NodeID) -> BoundValue {
    var months = 0
    var days = 0
    for (key, value) in tree.entries(node) {
      guard case .whole(let count) = NumberText.whole(tree.bytes(value)),
        let part = Int(exactly: count).flatMap({ number in
          (0...999_999).contains(number)
            ? PeriodText.period(number, unit: ScalarText.trimmed(tree.bytes(key))) : nil
        })
      else { return shapeProblem(node, .period, .unitMissing) }
      months += Int(part.months)
      days += Int(part.days)
    }
    guard let months = Int32(exactly: months), let days = Int32(exactly: days),
      !tree.children(node).isEmpty
    else { return shapeProblem(node, .period, .numberTooLarge) }
    return .period(Period(months: months, days: days))
  }

  // MARK: Free maps

  /// Reads a value inside a map: its type is what JSON would see, because nothing declares it.
  ///
  /// Recursion is bounded by the reader's nesting limit.
  private mutating func readFree(_ node: NodeID) -> (value: BoundValue, place: TextPlace) {
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
