import ClauseDocuments
import ClauseRecords
import ClauseRegisters
import ClauseSource

/// Decides which tables of a file are read, and as what: the one decision behind `check`,
/// `sources` and `init`.
struct RegisterTables {
  let catalog: RecordTypeCatalog
  let lexicon: Lexicon
  let limits: Limits

  /// The tables of `grids`, those that are read laid down as a tree.
  func read(
    _ grids: [Grid], of file: SourceFile, _ document: ReadDocument, _ reading: RecordFiles.Reading
  ) -> RegisterTree {
    let recogniser = RegisterRecogniser(lexicon)
    var found: [(grid: Grid, register: Register)] = []
    for (grid, hints) in zip(grids, hints(grids, file, reading)) {
      for register in registers(in: grid, hints, recogniser, reading) {
        found.append((grid, register))
      }
    }
    let chosen = choose(found, reading)
    let tree = RegisterTree(chosen.found, of: file, document, limits: limits) {
      !reading.isOnlyNamed && $0.ground != .unclear
    }
    return chosen.note(tree, self, file)
  }

  // MARK: Hints

  private func hints(
    _ grids: [Grid], _ file: SourceFile, _ reading: RecordFiles.Reading
  ) -> [RegisterHints] {
    let planned = reading.plan.type.flatMap { catalog.index(ofType: $0) }
    let parts = file.path.utf8.split(separator: UInt8(ascii: "/")).map {
      String(decoding: $0, as: UTF8.self)
    }
    let stem = String(
      decoding: (parts.last ?? "").utf8.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
    let folder = parts.dropLast().last
    let byPath =
      reading.isOnlyNamed
      ? nil
      : catalog.index(ofPluralNamed: stem) ?? folder.flatMap { catalog.index(ofPluralNamed: $0) }
    return grids.map { grid in
      var hints = RegisterHints()
      let isAlone = grids.count == 1 || grid.sheet == nil
      if let sheet = grid.sheet { hints.names.append((sheet, 2)) }
      hints.names.append((stem, isAlone ? 2 : 1))
      if let folder { hints.names.append((folder, 1)) }
      hints.headingRow = reading.form.headerRow
      hints.skippedRows = reading.form.skipRows
      hints.mapped = reading.plan.fields.values.sorted { $0.precedesByBytes($1) }
      hints.needsName = grid.notation.isProse
      let bySheet = grid.sheet.flatMap { catalog.index(ofPluralNamed: $0) }
      if let planned {
        // Of several sheets the one that is called like the type, or looks like it, is meant.
        hints.type = grids.count == 1 || bySheet == planned || grid.sheet == nil ? planned : nil
      } else if !reading.isOnlyNamed {
        hints.type = bySheet ?? (grids.count == 1 ? byPath : nil)
      }
      return hints
    }
  }

  private func registers(
    in grid: Grid, _ hints: RegisterHints, _ recogniser: RegisterRecogniser,
    _ reading: RecordFiles.Reading
  ) -> [Register] {
    let found = recogniser.registers(in: grid, hints: hints)
    // A name in a path is weaker evidence than headings that plainly are those of another type.
    guard hints.type != nil, reading.plan.type == nil,
      found.allSatisfy({ $0.understood * 4 < $0.columns.count })
    else { return found }
    var open = hints
    open.type = nil
    let free = recogniser.registers(in: grid, hints: open)
    return free.contains { $0.ground == .recognised } ? free : found
  }

  // MARK: Choice

  /// The tables of a file, and what stands against reading it.
  private struct Choice {
    var found: [(grid: Grid, register: Register)]
    var diagnostic: Diagnostic?

    func note(_ tree: RegisterTree, _ tables: RegisterTables, _ file: SourceFile) -> RegisterTree {
      var tree = tree
      tree.add(diagnostic.map { [$0] } ?? [])
      tree.add(tables.unread(tree.registers))
      return tree
    }
  }

  /// Of the tables of a file that a source names, those of the source's type.
  private func choose(
    _ found: [(grid: Grid, register: Register)], _ reading: RecordFiles.Reading
  ) -> Choice {
    guard let planned = reading.plan.type.flatMap({ catalog.index(ofType: $0) }) else {
      return Choice(found: found)
    }
    var found = found
    let mapped = reading.plan.fields.values.map { Array($0.utf8) }
    for index in found.indices where found[index].register.type != planned {
      found[index].register.makeUnclear()
    }
    // Of the tables of a text only those with a mapped heading are meant, where any is mapped.
    let named = found.indices.filter { index in
      found[index].register.columns.contains { column in
        mapped.contains { lexicon.isSameHeading($0, column.heading) }
      }
    }
    let ofType = found.indices.filter { found[$0].register.type == planned }
    if !named.isEmpty, ofType.count > named.count {
      for index in ofType where !named.contains(index) { found[index].register.makeUnclear() }
    }
    // A title block or a history of versions has few headings of the type, the register most.
    let most = found.map(\.register.understood).max() ?? 0
    if named.isEmpty, found.allSatisfy({ $0.grid.notation.isProse }) {
      for index in ofType where found[index].register.understood * 2 <= most && most > 1 {
        found[index].register.makeUnclear()
      }
    }
    let sheets = Set(found.map { $0.grid.sheet ?? "" })
    guard sheets.count > 1, !ofType.contains(where: { found[$0].register.ground == .declared })
    else { return Choice(found: found) }
    if ofType.count == 1 {
      found[ofType[0]].register.makeDeclared()
      return Choice(found: found)
    }
    let names = found.compactMap { $0.grid.sheet.map { "'\($0)'" } }.joined(separator: ", ")
    return Choice(
      found: found,
      diagnostic: Diagnostic(
        .error, code: "sheet-choice",
        message: LocalizedText(
          en: "the workbook has several sheets with tables: \(names)",
          fr: "le classeur a plusieurs feuilles avec des tableaux : \(names)",
          ar: "في المصنف عدة أوراق فيها جداول: \(names)"), place: .run,
        remedy: LocalizedText(
          en: "Name the one that holds the records with sheet: in its "
            + "source.", fr: "Indiquez celle du registre avec sheet: dans sa source.",
          ar: "اذكر الورقة التي فيها السجل بواسطة sheet: في مصدره.")))
  }

  // MARK: What is not read

  /// Names the tables that look like registers and are not read.
  fileprivate func unread(_ registers: [ReadRegister]) -> [Diagnostic] {
    registers.compactMap { read in
      guard !read.isRead, read.register.understood > 2, let place = read.headings.first else {
        return nil
      }
      let type = catalog.types[read.register.type]
      return Diagnostic(
        .warning, code: "register-unread",
        message: RegisterWords.unread(
          type, understood: read.register.understood, of: read.register.columns.count),
        place: .span(place), remedy: RegisterWords.seeSources)
    }
  }
}
