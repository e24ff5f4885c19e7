internal import ClauseSource

/// The cells of one sheet as they show, and what is merged.
struct SheetCells {
  /// One cell that holds something.
  struct Cell {
    let place: CellReference
    /// Its text, as a range of `text`.
    let text: Range<Int>
    let style: ScalarStyle
    /// Whether its text is text rather than a number, date or truth value.
    let isText: Bool
    let hasFormula: Bool
  }

  private(set) var cells: [Cell] = []
  private(set) var text: [UInt8] = []
  private(set) var merged: [MergedRange] = []
  /// Rows that are hidden and hold something.
  private(set) var hiddenRows = 0

  private let parts: WorkbookParts
  private let context: PackageContext

  /// Reads the part of a sheet.
  init(
    _ bytes: [UInt8], part: String, of parts: WorkbookParts, context: PackageContext
  ) throws(PackageFault) {
    self.parts = parts
    self.context = context
    var state = Reading()
    try bytes.withXML(named: part, context) { (xml: inout XMLPart) throws(PackageFault) in
      while let event = try xml.next() {
        switch event {
        case .start(let isEmpty): try begin(&xml, isEmpty: isEmpty, &state)
        case .end: try end(&xml, &state)
        case .text:
          if state.collects == .value { xml.appendText(to: &state.value) }
          if state.collects == .formula { xml.appendText(to: &state.formula) }
        }
      }
    }
    try sort()
  }

  /// Where the reading of the part is.
  private struct Reading {
    enum Collecting {
      case nothing
      case value
      case formula
    }
    var row = 0
    var column = 0
    var isRowHidden = false
    var countedRow = 0
    var isInCell = false
    var type: [UInt8] = []
    var style = 0
    var value: [UInt8] = []
    var formula: [UInt8] = []
    var hasFormula = false
    var phonetic = 0
    var collects = Collecting.nothing
  }

  // MARK: Elements

  private mutating func begin(
    _ xml: inout XMLPart, isEmpty: Bool, _ state: inout Reading
  ) throws(PackageFault) {
    if xml.isNamed("row") {
      state.row = xml.number("r") ?? state.row + 1
      state.column = 0
      state.isRowHidden = xml.flag("hidden")
      guard (1...CellReference.rows).contains(state.row) else {
        throw misplaced(LocalizedText(en: "a row", fr: "une ligne", ar: "سطر"))
      }
    } else if xml.isNamed("c") {
      if let reference = xml.attribute("r") {
        guard let place = CellReference(reference[...]) else {
          throw misplaced(
            LocalizedText(
              en: "the cell \(context.quoted(reference))",
              fr: "la cellule \(context.quoted(reference))",
              ar: "الخلية \(context.quoted(reference))"))
        }
        (state.row, state.column) = (place.row, place.column)
      } else {
        state.column += 1
        guard state.row > 0, state.column <= CellReference.columns else {
          throw misplaced(LocalizedText(en: "a cell", fr: "une cellule", ar: "خلية"))
        }
      }
      state.type = xml.attribute("t") ?? []
      state.style = xml.number("s") ?? 0
      state.value.removeAll(keepingCapacity: true)
      state.formula.removeAll(keepingCapacity: true)
      state.hasFormula = false
      state.isInCell = !isEmpty
    } else if xml.isNamed("mergeCell") {
      if let range = xml.attribute("ref").flatMap({ MergedRange($0[...]) }) {
        merged.append(range)
        if merged.count > context.limits.nodesPerFile {
          throw context.limit(
            .nodesPerFile, met: merged.count,
            LocalizedText(
              en: "merged cells of one sheet", fr: "cellules fusionnées d'une feuille",
              ar: "الخلايا المدمجة في ورقة واحدة"))
        }
      }
    } else if state.isInCell {
      if xml.isNamed("f") {
        state.hasFormula = true
        state.collects = isEmpty ? .nothing : .formula
      } else if xml.isNamed("rPh"), !isEmpty {
        state.phonetic += 1
      } else if xml.isNamed("v") || xml.isNamed("t") {
        state.collects = isEmpty || state.phonetic > 0 ? .nothing : .value
      }
    }
  }

  private mutating func end(
    _ xml: inout XMLPart, _ state: inout Reading
  ) throws(PackageFault) {
    guard state.isInCell else { return }
    if xml.isNamed("c") {
      state.isInCell = false
      try add(state)
      if state.isRowHidden, state.countedRow != state.row, cells.last?.place.row == state.row {
        hiddenRows += 1
        state.countedRow = state.row
      }
    } else if xml.isNamed("rPh") {
      state.phonetic -= 1
    } else if xml.isNamed("v") || xml.isNamed("t") || xml.isNamed("f") {
      state.collects = .nothing
    }
  }

  private func misplaced(_ what: LocalizedText) -> PackageFault {
    context.fault(
      "cells",
      LocalizedText(
        en: "\(what[.english]) lies outside of every sheet",
        fr: "\(what[.french]) se trouve hors de toute feuille",
        ar: "\(what[.arabic]): موضعها خارج كل الأوراق"),
      remedy: context.saveAgain)
  }

  // MARK: Values

  private mutating func add(_ state: Reading) throws(PackageFault) {
    let type = state.type
    func isType(_ word: StaticString) -> Bool {
      word.withUTF8Buffer { type.elementsEqual($0) }
    }
    let start = text.count
    var style = ScalarStyle.plain
    var isText = false
    if isType("s") {
      let index = Int(String(decoding: state.value, as: UTF8.self))
      guard let shared = index.flatMap({ parts.sharedTexts[$0] }) else {
        throw context.fault(
          "cells",
          LocalizedText(
            en: "a cell refers to a text that the workbook does not hold",
            fr: "une cellule renvoie à un texte absent du classeur",
            ar: "تحيل خلية على نص لا يتضمنه المصنف"),
          remedy: context.saveAgain)
      }
      text.append(contentsOf: SharedTexts.unescaped(shared))
      isText = true
    } else if isType("inlineStr") || isType("str") {
      text.append(contentsOf: SharedTexts.unescaped(state.value[...]))
      isText = true
    } else if state.value.isEmpty {
      // A formula without a result was written by a program that does not calculate.
      guard state.hasFormula else { return }
      text.append(UInt8(ascii: "="))
      text.append(contentsOf: state.formula)
      style = .uncalculated
    } else if isType("e") {
      text.append(contentsOf: state.value)
      style = .failed
    } else if isType("b") {
      let isTrue = state.value.elementsEqual("1".utf8)
      text.append(contentsOf: (isTrue ? "true" : "false").utf8)
    } else if isType("d") {
      let isDay = state.value.dropFirst(10).starts(with: "T00:00:00".utf8)
      text.append(contentsOf: isDay ? state.value.prefix(10) : state.value[...])
    } else {
      style = addNumber(state)
    }
    // Text is text: a cell that says `null` or `~` says it.
    if isText, text.count > start { style = .quoted }
    if text.count == start { return }
    let size = text.count - start
    guard size <= context.limits.scalarBytes else {
      throw context.limit(
        .scalarBytes, met: size,
        LocalizedText(en: "bytes of one cell", fr: "octets d'une cellule", ar: "بايتات خلية واحدة"))
    }
    cells.append(
      Cell(
        place: CellReference(row: state.row, column: state.column), text: start..<text.count,
        style: style, isText: isText, hasFormula: state.hasFormula))
    if cells.count > context.limits.nodesPerFile {
      throw context.limit(
        .nodesPerFile, met: cells.count,
        LocalizedText(
          en: "cells of one sheet", fr: "cellules d'une feuille", ar: "خلايا ورقة واحدة"))
    }
    // Cells may share one text, so that few bytes of the file are many of the register.
    if text.count > context.limits.workbookBytes {
      throw context.limit(
        .workbookBytes, met: text.count,
        LocalizedText(
          en: "bytes of the cells of one sheet", fr: "octets des cellules d'une feuille",
          ar: "بايتات خلايا ورقة واحدة"))
    }
  }

  private mutating func addNumber(_ state: Reading) -> ScalarStyle {
    let format = parts.formats.indices.contains(state.style) ? parts.formats[state.style] : .number
    switch CellNumber.text(of: state.value[...], format: format, isFrom1904: parts.isFrom1904) {
    case .text(let bytes):
      text.append(contentsOf: bytes)
      return .plain
    case .failed:
      text.append(contentsOf: state.value)
      return .failed
    }
  }

  /// Puts the cells in order; a cell that stands there twice has two values.
  private mutating func sort() throws(PackageFault) {
    let isSorted = zip(cells, cells.dropFirst()).allSatisfy { $0.place < $1.place }
    if isSorted { return }
    cells.sort { ($0.place, $0.text.lowerBound) < ($1.place, $1.text.lowerBound) }
    for (cell, next) in zip(cells, cells.dropFirst()) where cell.place == next.place {
      let name = CellTable.letters(ofColumn: cell.place.column) + String(cell.place.row)
      throw context.fault(
        "cells",
        LocalizedText(
          en: "the cell \(name) occurs twice in one sheet",
          fr: "la cellule \(name) figure deux fois dans une feuille",
          ar: "الخلية \(name) مكررة في ورقة واحدة"),
        remedy: context.saveAgain)
    }
  }

  /// The cells as a grid.
  func grid(named name: String) -> Grid {
    var parts = GridParts(notation: .cells)
    parts.sheet = name
    parts.hiddenRows = hiddenRows
    parts.merged = merged.map { Grid.Merged(rows: $0.rows, columns: $0.columns) }
    parts.cells.reserveCapacity(cells.count)
    parts.decoded.reserveCapacity(text.count)
    for cell in cells {
      parts.add(
        row: cell.place.row, column: cell.place.column, decoded: text[cell.text],
        style: cell.style, isText: cell.isText, hasFormula: cell.hasFormula)
    }
    return Grid(parts)
  }
}
