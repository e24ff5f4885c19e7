public import ClauseSource

/// Reads workbooks (Office Open XML, ISO/IEC 29500): a table of a sheet, one record a row.
///
/// Cells become the texts they show: dates in ISO form, numbers with all their digits. Macros,
/// links to other workbooks and embedded files are never followed, only named.
public struct XLSXReader: DocumentReader {
  /// Makes the reader.
  public init() {}

  /// The format's name.
  public let name = "XLSX"
  /// The file name endings it reads.
  public let extensions = [".xlsx", ".xlsm"]

  /// Reads a whole workbook. The sheet of the options, or the only visible one, gives one sequence
  /// of mappings; several visible ones give a mapping of their names to such sequences.
  public func read(_ file: SourceFile, options: ReadingOptions, limits: Limits) -> ReadDocument {
    let context = WorkbookContext(path: file.path, limits: limits)
    return file.bytes.withUnsafeBufferPointer { bytes in
      do throws(WorkbookFault) {
        var run = WorkbookRun(file: file, context: context, options: options)
        return try run.read(bytes)
      } catch {
        return ReadDocument(tree: nil, diagnostics: [error.diagnostic])
      }
    }
  }
}

/// The reading of one workbook.
private struct WorkbookRun {
  let file: SourceFile
  let context: WorkbookContext
  let options: ReadingOptions
  var output: SheetTable.Output
  var diagnostics: [Diagnostic] = []
  var facts = DocumentFacts()

  init(file: SourceFile, context: WorkbookContext, options: ReadingOptions) {
    self.file = file
    self.context = context
    self.options = options
    output = SheetTable.Output(file: file.id)
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) -> ReadDocument {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw context.fault(
        "workbook-encrypted",
        "the workbook is protected by a password, or in the old form .xls",
        remedy: "Save it as .xlsx without a password.")
    }
    var archive = try ZipArchive(bytes, context: context)
    let parts = try WorkbookParts(&archive, context: context)
    noteWhatIsIgnored(archive, parts)
    let chosen = try choose(parts.sheets)
    var tables: [(name: NodeID, rows: NodeID)] = []
    for sheet in chosen {
      guard let table = try read(sheet, isOnly: chosen.count == 1, parts, &archive) else {
        continue
      }
      tables.append(table)
    }
    return finish(tables, isOne: chosen.count == 1)
  }

  // MARK: Sheets

  private func choose(
    _ sheets: [WorkbookParts.Sheet]
  ) throws(WorkbookFault) -> [WorkbookParts.Sheet] {
    let names = sheets.map { context.quoted($0.name.utf8) }.joined(separator: ", ")
    guard let wanted = options.sheet else {
      let visible = sheets.filter { $0.isVisible && $0.part != nil }
      if visible.isEmpty {
        throw context.fault(
          "sheet-unknown", "the workbook has no visible sheet of cells", remedy: "Show one.")
      }
      return visible
    }
    let named = sheets.filter { $0.name.equalsByBytes(wanted) }
    let tidy = SheetGrid.tidied(Array(wanted.utf8)[...])
    let near = sheets.filter {
      $0.name.isSameName(as: wanted) || SheetGrid.tidied(Array($0.name.utf8)[...]) == tidy
    }
    guard let sheet = named.first ?? (near.count == 1 ? near.first : nil), sheet.part != nil else {
      throw context.fault(
        "sheet-unknown", "there is no sheet \(context.quoted(wanted.utf8)); there are \(names)",
        remedy: "Name one of them with sheet: in the source.")
    }
    return [sheet]
  }

  private mutating func read(
    _ sheet: WorkbookParts.Sheet, isOnly: Bool, _ parts: WorkbookParts, _ archive: inout ZipArchive
  ) throws(WorkbookFault) -> (name: NodeID, rows: NodeID)? {
    guard let part = sheet.part, let bytes = try archive.read(part) else {
      throw context.fault(
        "workbook-parts", "the sheet \(context.quoted(sheet.name.utf8)) is missing in the workbook",
        remedy: "Save it again as .xlsx.")
    }
    let cells = try SheetCells(bytes, part: part, of: parts, context: context)
    let number = output.cells.addSheet(sheet.name)
    let place = output.add(sheet.name.utf8, sheet: number, at: CellReference(row: 1, column: 1))
    let name = output.tree.addScalar(sheet.name.utf8, style: .quoted, span: place)
    var table = SheetTable(
      SheetGrid(cells), sheet: number, options: options, limits: context.limits)
    let rows = table.run(&output)
    diagnostics += table.found + table.notes
    if isOnly { facts = DocumentFacts(sheet: sheet.name, headerRow: table.headerRow) }
    guard let rows else {
      let isEmpty = cells.cells.isEmpty
      diagnostics.append(
        Diagnostic(
          isOnly ? .error : .note, code: "sheet-headings",
          message: isEmpty
            ? "the sheet is empty" : "the sheet has no row of headings, so no records",
          place: .span(place),
          remedy: isOnly
            ? "Write a row of headings, or name its number with header_row: in the source." : ""))
      return nil
    }
    return (name, rows)
  }

  private mutating func finish(
    _ tables: [(name: NodeID, rows: NodeID)], isOne: Bool
  ) -> ReadDocument {
    let source = SourceFile(id: file.id, path: file.path, bytes: output.text, cells: output.cells)
    diagnostics += ByteScanner.scan(source, limits: context.limits)
    if diagnostics.contains(where: { $0.severity == .error }) {
      return ReadDocument(tree: nil, diagnostics: diagnostics, source: source)
    }
    if isOne, let table = tables.first {
      output.tree.addRoot(table.rows)
    } else {
      let links = tables.flatMap { [$0.name, $0.rows] }
      output.tree.addRoot(
        output.tree.addMapping(links, span: Span(file: file.id, start: 0, end: output.text.count)))
    }
    var document = ReadDocument(tree: output.tree, diagnostics: diagnostics, source: source)
    document.facts = facts
    return document
  }

  // MARK: What is not read

  private mutating func noteWhatIsIgnored(
    _ archive: borrowing ZipArchive, _ parts: WorkbookParts
  ) {
    let kinds = [
      ("xl/vbaproject", "macros"), ("xl/externallinks/", "links to other workbooks"),
      ("xl/embeddings/", "embedded files"), ("xl/macrosheets/", "sheets of macros"),
    ]
    var ignored = kinds.filter { archive.hasPart(below: $0.0) }.map(\.1)
    let hidden = parts.sheets.count { !$0.isVisible }
    if hidden > 0, options.sheet == nil {
      ignored.append(hidden == 1 ? "one hidden sheet" : "\(hidden) hidden sheets")
    }
    guard !ignored.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .note, code: "workbook-ignored",
        message: "not read in this workbook: \(ignored.joined(separator: ", "))",
        place: .path(file.path)))
  }
}
