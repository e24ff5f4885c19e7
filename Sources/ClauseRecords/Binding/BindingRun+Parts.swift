import ClauseDocuments
import ClauseSource

/// A cell of a row that belongs to a record which the row carries.
struct PartCell {
  /// The part, by its position among those of the type.
  let part: Int
  /// The slots, in the part's layout, of the field it holds.
  let slots: [Int]
  let key: NodeID
  let value: NodeID
  /// The time it is for; nil for what is not of one time.
  var period: ColumnPeriod?
}

/// A record that a row carries, with its cells.
struct WrittenPart {
  /// The part, by its position among those of the type.
  let position: Int
  /// Its cells; the one of its text among them.
  let cells: [PartCell]
}

/// Records that rows carry beside their own: the action in the row of a risk.
extension BindingRun {
  // MARK: Columns

  /// Lets columns of a part fill the fields of the row's record that have no column of their own.
  /// They stay fields without a column: where the cell is blank, nothing is known of them.
  mutating func shareColumns(_ table: RecognisedTable, _ slots: [[Int]]) {
    var taken = Set(slots.compactMap(\.first))
    for column in table.columns {
      guard case .field(let path) = columnMeanings[column.key.index],
        let part = catalog.part(at: path, inType: table.type)
      else { continue }
      for shared in part.shared where shared.part.elementsEqual(path.dropFirst()) {
        guard taken.insert(shared.own).inserted else { continue }
        columnMeanings[column.key.index] = .fields([path, [shared.own]])
      }
    }
  }

  /// The fields of each part of a type that a table with these columns has a column for.
  func partColumns(_ slots: [[Int]], ofType type: Int) -> [Set<[Int]>] {
    guard type < catalog.parts.count else { return [] }
    let base = catalog.layouts[type].slotCount
    return catalog.parts[type].enumerated().map { position, part in
      var columns = Set(
        slots.compactMap { $0.first == base + position ? Array($0.dropFirst()) : nil })
      if let link = part.link, slots.contains([link]) { columns.insert([part.text]) }
      return columns
    }
  }

  // MARK: Cells

  /// Keeps a cell that belongs to a part of the row, or a free text that stands where a reference
  /// to one would; false for a cell of the row's own record.
  mutating func keepForPart(
    _ slots: [Int], inType type: Int, _ key: NodeID, _ value: NodeID
  ) -> Bool {
    guard columnSlots != nil, type < catalog.parts.count, !catalog.parts[type].isEmpty else {
      return false
    }
    let position = slots[0] - catalog.layouts[type].slotCount
    if position < 0, slots.count == 1 { keepForFields(slots[0], type, key, value) }
    if position >= 0 {
      partCells.append(
        PartCell(
          part: position, slots: Array(slots.dropFirst()), key: key, value: value,
          period: columnPeriods.isEmpty ? nil : columnPeriods[key.index]))
      return true
    }
    guard slots.count == 1,
      let linked = catalog.parts[type].firstIndex(where: { $0.link == slots[0] }),
      tree.kind(value) == .scalar, isFreeText(tree.bytes(value))
    else { return false }
    partCells.append(
      PartCell(
        part: linked, slots: [catalog.parts[type][linked].text], key: key, value: value))
    return true
  }

  /// Keeps the cell of a field of the row's record that may fill one of a part.
  private mutating func keepForFields(_ slot: Int, _ type: Int, _ key: NodeID, _ value: NodeID) {
    for (position, part) in catalog.parts[type].enumerated() {
      for pair in part.fromRow where pair.own == slot {
        rowCells.append(PartCell(part: position, slots: pair.part, key: key, value: value))
      }
    }
  }

  /// Whether a text is prose rather than a list of codes: `Former le personnel`, not `A-12, A-13`.
  private func isFreeText(_ bytes: ArraySlice<UInt8>) -> Bool {
    let pieces = pieces(of: bytes, .reference([]))
    return !pieces.isEmpty && !pieces.allSatisfy(Self.isCode)
  }

  private static func isCode(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= 32 && text.contains { (0x30...0x39).contains($0) }
      && text.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// Takes the parts of the row whose text is written.
  mutating func takeParts(ofType type: Int) -> [WrittenPart] {
    let cells = partCells
    let lent = rowCells
    // What one row lends is not the next one's, even where it carries nothing.
    partCells.removeAll(keepingCapacity: true)
    rowCells.removeAll(keepingCapacity: true)
    if cells.isEmpty { return [] }
    var written: [WrittenPart] = []
    for (position, part) in catalog.parts[type].enumerated() {
      let own = cells.filter { $0.part == position }
      let texts = own.filter { cell in
        cell.slots == [part.text] && !isBlank(cell.value) && !isUnsaid(cell.value)
      }
      if texts.isEmpty {
        noteUnnamed(own, type)
        continue
      }
      if part.period != nil {
        // Each cell is a record of its own.
        written += texts.filter { $0.period != nil }.map {
          WrittenPart(position: position, cells: [$0])
        }
        continue
      }
      let more = lent.filter { cell in
        cell.part == position && !own.contains { $0.slots == cell.slots } && says(cell, part)
      }
      written.append(WrittenPart(position: position, cells: own + more))
    }
    return written
  }

  /// Counts cells of a part in a row that names none: they are read for nothing but fields that
  /// the row's own record shares.
  private mutating func noteUnnamed(_ cells: [PartCell], _ type: Int) {
    for cell in cells where !isBlank(cell.value) && !isUnsaid(cell.value) {
      if case .fields = columnMeanings[cell.key.index] { continue }
      unnamedCells = (unnamedCells.count + 1, unnamedCells.first ?? tree.span(cell.value))
    }
  }

  /// Says once which cells belong to parts that no row names.
  mutating func reportUnnamedParts() {
    guard let first = unnamedCells.first else { return }
    diagnose(
      .note, "part-unnamed", ReadingWords.unnamedParts(unnamedCells.count), first,
      remedy: LocalizedText(
        en: "Write what is to be done in the same row, or clear the cell.",
        fr: "Écrivez sur la même ligne ce qui est à faire, ou videz la cellule.",
        ar: "اكتب في السطر نفسه ما يجب القيام به، أو أفرغ الخلية."))
    unnamedCells = (0, nil)
  }

  private func isUnsaid(_ node: NodeID) -> Bool {
    guard tree.kind(node) == .scalar else { return false }
    let text = ScalarText.trimmed(tree.bytes(node))
    return NothingText.isNothing(text) || PlaceholderText.isPlaceholder(text)
  }

  /// Lets the record whose slots begin at `first` refer to its parts, which will follow it.
  mutating func link(_ written: [WrittenPart], ofType type: Int, first: Int) {
    for (number, part) in written.enumerated() {
      let declared = catalog.parts[type][part.position]
      guard let link = declared.link, case .absent = result.values[first + link] else { continue }
      let record = BoundValue.record(Int32(result.records.count + 1 + number))
      let cell = part.cells.first { $0.slots == [declared.text] }
      let key = cell.map { TextPlace(tree.span($0.key)) } ?? .none
      let value = cell.map { TextPlace(tree.span($0.value)) } ?? .none
      if case .list = catalog.layouts[type].fields[link].type {
        result.values[first + link] = addList([record], [value])
      } else {
        result.values[first + link] = record
      }
      result.places[first + link] = SlotPlace(key: key, value: value)
    }
  }

  // MARK: Records

  /// Binds the parts of the row whose record was bound last.
  mutating func bindParts(_ written: [WrittenPart], ofType type: Int, _ row: NodeID) {
    let carrier = result.records.count - 1
    for part in written {
      bindPart(
        catalog.parts[type][part.position], part.cells, carrier,
        columns: partFields.indices.contains(part.position) ? partFields[part.position] : [], row)
    }
  }

  /// Whether a cell of the row's record says something in a field of a part.
  private func says(_ cell: PartCell, _ part: RecordPart) -> Bool {
    guard tree.kind(cell.value) == .scalar else { return false }
    return catalog.fit(
      of: tree.bytes(cell.value), isNumber: false, slots: cell.slots, inType: part.type) == .fits
  }

  private mutating func bindPart(
    _ part: RecordPart, _ cells: [PartCell], _ carrier: Int, columns: Set<[Int]>, _ row: NodeID
  ) {
    let firstProblem = result.problems.count
    let first = newSlots(ofLayout: part.type)
    for cell in cells {
      set(cell.slots, inType: part.type, first: first, cell.key, cell.value)
    }
    let anchor =
      cells.first { $0.slots == [part.text] }.map { tree.span($0.value) } ?? tree.span(row)
    fillPeriod(part, cells, first)
    for (slots, text) in part.constants {
      fill(slots, with: text, part.type, first, nil, anchor)
      path.removeAll(keepingCapacity: true)
    }
    if let back = part.back, case .absent = result.values[first + back] {
      let isList =
        if case .list = catalog.layouts[part.type].fields[back].type { true } else { false }
      let record = BoundValue.record(Int32(carrier))
      let place = TextPlace(result.records[carrier].anchor)
      result.values[first + back] = isList ? addList([record], [place]) : record
      result.places[first + back].value = place
    }
    // What the table has no column for no row can say.
    let rowSlots = columnSlots
    columnSlots = columns
    requireFields(layout: part.type, first: first, within: tree.span(row), anchor)
    columnSlots = rowSlots
    let known =
      columns.compactMap(\.first) + (part.period.map { [$0.start, $0.end] } ?? [])
      + cells.compactMap(\.slots.first) + part.constants.compactMap(\.slots.first)
      + [part.text] + (part.back.map { [$0] } ?? [])
    let record = result.records.count
    result.records.append(
      BoundRecord(
        typeIndex: part.type, id: "\(result.records[carrier].id)/\(part.name)", hasMadeUpID: true,
        span: tree.span(row), anchor: anchor, firstValue: first, columns: Set(known),
        carried: .init(
          record: carrier, text: part.text, isWholeRegister: part.isWholeRegister)))
    own(problemsFrom: firstProblem, record, part.type)
  }

  /// The days of the time that the heading of a part's column names.
  private mutating func fillPeriod(_ part: RecordPart, _ cells: [PartCell], _ first: Int) {
    guard let slots = part.period, let cell = cells.first(where: { $0.period != nil }),
      let period = cell.period
    else { return }
    for (slot, date) in [(slots.start, period.start), (slots.end, period.end)] {
      result.values[first + slot] = .date(date)
      result.places[first + slot].value = TextPlace(tree.span(cell.key))
    }
  }
}
