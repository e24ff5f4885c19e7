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
    if !plan.values.isEmpty, let said = declaredValue(node, layout: layout, slot: slot) {
      return said
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
      if isTable, tree.kind(node) == .scalar {
        return readFreeStructure(tree.bytes(node), tree.span(node), inner)
          ?? shapeProblem(node, type, .needsFields)
      }
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
        let value = readOne(child, element, layout: layout, slot: slot)
        path.removeLast()
        if case .absent = value { continue }
        values.append(value)
        places.append(TextPlace(tree.span(child)))
      }
    case .mapping:
      values = [readOne(node, element, layout: layout, slot: slot)]
      places = [TextPlace(tree.span(node))]
    case .scalar:
      let bytes = tree.bytes(node)
      if case .structure = element {
        guard isTable, let inner = catalog.layouts[layout].nested[slot] else {
          return shapeProblem(node, element, .needsFields)
        }
        for piece in ListText.lines(of: bytes) {
          guard let value = readFreeStructure(piece, tree.span(node), inner) else {
            return shapeProblem(node, element, .needsFields)
          }
          values.append(value)
          places.append(TextPlace(tree.span(node)))
        }
        return addList(values, places)
      }
      let pieces = pieces(of: bytes, element)
      let map = pieces.count > 1 ? ScalarMap(source, tree, node) : nil
      for piece in pieces {
        let range = piece.startIndex - bytes.startIndex..<piece.endIndex - bytes.startIndex
        let span = map.flatMap { $0.isExact ? $0.span(of: range) : nil } ?? tree.span(node)
        path.append(.element(values.count))
        let value = readText(piece, span, element, layout: layout, slot: slot)
        path.removeLast()
        if case .absent = value { continue }
        values.append(value)
        places.append(TextPlace(span))
      }
    }
    return addList(values, places)
  }

  mutating func addList(_ values: [BoundValue], _ places: [TextPlace]) -> BoundValue {
    let first = result.elements.count
    result.elements.append(contentsOf: values)
    result.elementPlaces.append(contentsOf: places)
    return .list(first: Int32(first), count: Int32(values.count))
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
    if ScalarText.isUnseen(trimmed) {
      return unreadable(trimmed, type, span, .invisibleCharacters)
    }
    // A dash in a cell that need not be filled in is how people leave it blank.
    if isTable, !catalog.layouts[layout].fields[slot].isRequired, PlaceholderText.isDash(trimmed) {
      return .absent
    }
    if Self.isAwaited(trimmed, type) {
      // Nobody has written the value yet: that is all there is to say of it.
      notePlaceholder(trimmed, span)
      return .absent
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
    case .int, .double, .money:
      return readNumber(
        isSigned(layout, slot) ? SignedNumber.withoutSign(trimmed) : trimmed, span, type)
    case .bool:
      let words = catalog.layouts[layout].words[slot]
      guard let literal = words?.literal(of: trimmed) ?? WordTable.truth.literal(of: trimmed) else {
        return unreadable(trimmed, type, span, nil)
      }
      return .bool(literal == 0)
    case .date: return readDate(trimmed, span, layout: layout, slot: slot)
    case .instant: return readInstant(trimmed, span, layout: layout, slot: slot)
    case .period:
      switch PeriodText.read(trimmed) {
      case .period(let period): return .period(period)
      case .failure(let detail):
        // The heading may say the unit: `Périodicité (mois)`.
        if let unit, case .whole(let count) = NumberText.whole(trimmed),
          let number = Int(exactly: count), (0...9_999).contains(number),
          let period = PeriodText.period(number, unit: unit[...])
        {
          return .period(period)
        }
        return unreadable(trimmed, type, span, detail)
      }
    case .enumeration(let literals):
      return readLiteral(trimmed, span, literals, layout: layout, slot: slot)
    case .reference:
      if isTable, NothingText.isNothing(trimmed) { return .absent }
      return readIdentifier(linked(trimmed), span, mayBeTitle: isTable) { .reference($0) }
    case .file:
      // `26-118 / LPEE` in a column of certificates names a paper, not a file.
      if isTable, !EvidencePath.looksLikeFile(trimmed) { return .text(addText(trimmed)) }
      return .file(addText(trimmed))
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
      }.filter { if case .absent = $0 { false } else { true } }
      // Of a value that the configuration gives, the whole has a place.
      let place = span.file == source.id ? TextPlace(span) : .none
      return addList(values, values.map { _ in place })
    case .map, .structure: return unreadable(trimmed, type, span, .needsFields)
    }
  }

  /// Whether a placeholder stands where a value of a type other than text should.
  private static func isAwaited(_ text: ArraySlice<UInt8>, _ type: FieldType) -> Bool {
    switch type {
    case .int, .double, .money, .date, .instant, .period, .url:
      PlaceholderText.isPlaceholder(text)
    // `XX` may be the initials of a person.
    case .reference:
      PlaceholderText.isPlaceholder(text) && !text.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") }
    default: false
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

  /// Whether a sign before the number in a field of a record says how to compare with it.
  private func isSigned(_ layout: Int, _ slot: Int) -> Bool {
    guard isTable, layout < catalog.types.count else { return false }
    let name = catalog.layouts[layout].fields[slot].name
    return catalog.types[layout].signs.contains { $0.field.equalsByBytes(name) }
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
    case .failure(let detail):
      if isTable, let rating = RatingText.read(bytes) {
        return type == .int ? .int(rating) : .double(Double(rating))
      }
      return unreadable(bytes, type, span, detail)
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
  ///
  /// - Parameter mayBeTitle: whether it may be what a record is called: `Loi 65-99, art. 4`.
  private mutating func readIdentifier(
    _ bytes: ArraySlice<UInt8>, _ span: Span, mayBeTitle: Bool = false,
    _ value: (TextRange) -> BoundValue
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
        !scalar.properties.isDefaultIgnorableCodePoint
          && (mayBeTitle || !",;،؛|".unicodeScalars.contains(scalar))
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
}
