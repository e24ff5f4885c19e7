import ClauseDocuments
import ClauseSource

/// Tables whose headings were recognised: each root of the tree is one.
extension BindingRun {
  /// Binds the rows of all tables.
  mutating func bindTables() {
    for (root, table) in zip(tree.roots, plan.tables) {
      let slots = takeColumns(table)
      shareColumns(table, slots)
      assumed = assumedValues(table.type, slots)
      partFields = partColumns(slots, ofType: table.type)
      columnSlots = Set(slots)
      let filled =
        table.type == plannedType ? Array(plan.constants.keys) + Array(plan.defaults.keys) : []
      rowColumns = Set(
        slots.compactMap(\.first)
          + filled.compactMap { catalog.layouts[table.type].slot(of: $0) }
          + assumed.map(\.slot))
      noteAssumed(table, root)
      noteMissingColumns(table, slots, root)
      bindList(root, table.type)
      reportUnnamedParts()
    }
    columnSlots = nil
    rowColumns = nil
    partFields = []
    assumed = []
    reportBlankRows()
    reportUnusedHeadings()
  }

  /// Takes what the columns of a table mean; the fields they hold.
  private mutating func takeColumns(_ table: RecognisedTable) -> [[Int]] {
    headingOf.removeAll(keepingCapacity: true)
    var slots: [[Int]] = []
    // What the configuration maps goes before what was recognised.
    let mapped = table.columns.map { column -> [Int] in
      guard table.type == plannedType else { return [] }
      return planned.indices(of: ScalarText.trimmed(tree.bytes(column.key)))
    }
    for index in mapped.joined() { planned.isUsed[index] = true }
    for (column, indices) in zip(table.columns, mapped) {
      let meaning: KeyMeaning
      if let first = indices.first {
        meaning =
          indices.count == 1
          ? .field(planned.paths[first]) : .fields(indices.map { planned.paths[$0] })
      } else if let own = column.slots,
        !(table.type == plannedType && planned.paths.contains(own))
      {
        meaning = .field(own)
      } else {
        meaning = .unknown
      }
      if let period = column.period, indices.isEmpty, let own = column.slots {
        columnPeriods[column.key.index] = period
        columnMeanings[column.key.index] = meaning
        slots.append(own)
        notePeriod(column.key, own, inType: table.type)
        continue
      }
      if case .field(let path) = meaning, slots.contains(path) {
        columnMeanings[column.key.index] = .unknown
        note(column.key, .field(path), inType: table.type)
        continue
      }
      columnMeanings[column.key.index] = meaning
      if let unit = PeriodText.unit(in: tree.bytes(column.key)) {
        columnUnits[column.key.index] = unit
      }
      switch meaning {
      case .field(let path): slots.append(path)
      case .fields(let paths): slots += paths
      default: break
      }
      if case .unknown = meaning, let second = column.second {
        note(column.key, .field(second), inType: table.type)
      } else {
        note(column.key, meaning, inType: table.type)
      }
    }
    return slots
  }

  /// What the type says that rows are whose table has no column for it.
  private func assumedValues(_ type: Int, _ slots: [[Int]]) -> [(slot: Int, text: String)] {
    let given = Set(slots.compactMap(\.first))
    let filled = type == plannedType ? Set(plan.constants.keys) : []
    return catalog.types[type].assumed.compactMap { name, text in
      guard let slot = catalog.layouts[type].slot(of: name), !given.contains(slot),
        !filled.contains(name)
      else { return nil }
      return (slot, text)
    }
  }

  /// Says once what is assumed of the rows of a table.
  private mutating func noteAssumed(_ table: RecognisedTable, _ root: NodeID) {
    guard !tree.children(root).isEmpty else { return }
    for (slot, text) in assumed {
      let field = catalog.layouts[table.type].fields[slot]
      diagnose(
        .note, "column-assumed",
        ReadingWords.assumed(text, in: field, of: catalog.types[table.type]),
        tree.span(table.columns.first?.key ?? root),
        remedy: ReadingWords.otherThanAssumed(field, text))
    }
  }

  /// Says once which required fields have no column.
  private mutating func noteMissingColumns(
    _ table: RecognisedTable, _ slots: [[Int]], _ root: NodeID
  ) {
    let type = table.type
    let fields = catalog.layouts[type].fields
    let given = Set(slots.compactMap(\.first) + assumed.map(\.slot))
    let filled = type == plannedType ? Set(plan.constants.keys) : []
    // The code of a document and its id stand in for each other.
    let identifier = catalog.types[type].identifier.flatMap { catalog.layouts[type].slot(of: $0) }
    let missing = fields.indices.filter {
      fields[$0].isRequired && $0 > 0 && !given.contains($0) && !filled.contains(fields[$0].name)
        && !($0 == identifier && given.contains(0))
    }
    guard !missing.isEmpty, !tree.children(root).isEmpty else { return }
    diagnose(
      .note, "column-missing",
      ReadingWords.missingColumns(missing.map { fields[$0] }, of: catalog.types[type]),
      tree.span(table.columns.first?.key ?? root),
      remedy: ReadingWords.addColumn { _ in fields[missing[0]] })
  }

  /// Whether a required field that is absent is missed in each row, or only once as a column.
  func isMissedByRow(_ slot: Int) -> Bool {
    guard let columnSlots, path.count == 1 else { return true }
    return columnSlots.contains { $0.first == slot }
  }
}
