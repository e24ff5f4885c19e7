import CEL
import ClauseCalendar
import ClauseDocuments
import ClauseRecords
import ClauseRegisters
import ClauseSource
import TestTables
import Testing

/// A table as people draw it, to be written in any format.
struct Sheet {
  var rows: [[String]]
  /// Merged ranges, `A1:B2`.
  var merged: [String] = []
  /// The name of the sheet in a workbook, and of the file in others.
  var name = "Feuil1"

  init(_ rows: [[String]], merged: [String] = [], name: String = "Feuil1") {
    self.rows = rows
    self.merged = merged
    self.name = name
  }

  /// Numbers are numbers, all else is text; what is written as XML stays.
  private static func cell(_ text: String) -> String {
    if text.isEmpty || text.hasPrefix("<c ") || Double(text) != nil { return text }
    return #"<c r="@" t="inlineStr"><is><t>\#(escaped(text))</t></is></c>"#
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  /// As a workbook of one sheet.
  var workbook: SourceFile {
    var book = TestWorkbook([])
    let plain = TestWorkbook(
      rows: rows.map { $0.map(Self.cell) },
      after: merged.isEmpty
        ? ""
        : "<mergeCells>" + merged.map { #"<mergeCell ref="\#($0)"/>"# }.joined() + "</mergeCells>")
    book.parts = plain.parts.map { part in
      let text = String(decoding: part.text, as: UTF8.self)
      return (part.name, Array(text.replacing("Feuil1", with: Self.escaped(name)).utf8))
    }
    return SourceFile(id: FileID(0), path: "a.xlsx", bytes: book.bytes)
  }

  /// As a table of a Word file.
  var word: SourceFile {
    TestWord(TestWord.paragraph("*" + name) + TestWord.table(rows)).file
  }

  /// As CSV; a row without cells is an empty line.
  var csv: SourceFile {
    let text = rows.map { row in
      row.map { cell in
        cell.contains { ";\"\n".contains($0) }
          ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: ";") + "\n"
    }
    return SourceFile(id: FileID(0), path: "a.csv", bytes: Array(text.joined().utf8))
  }

  /// As a table of a text, its headings in the row `heading`; what stands above are lines of text.
  func markdown(heading: Int) -> SourceFile {
    var text = "# " + name + "\n\n"
    for row in rows[..<heading] {
      text += row.filter { !$0.isEmpty }.joined(separator: " ") + "\n\n"
    }
    for (index, row) in rows[heading...].enumerated() {
      let cells = row.map { $0.replacing("|", with: "\\|").replacing("\n", with: "<br>") }
      text += "| " + (cells.isEmpty ? " " : cells.joined(separator: " | ")) + " |\n"
      if index == 0 { text += "|" + String(repeating: "---|", count: row.count) + "\n" }
    }
    return SourceFile(id: FileID(0), path: "a.md", bytes: Array(text.utf8))
  }
}

/// A file read as the product reads it: reader, recogniser, tree, binder.
struct Reading {
  static let catalog: RecordTypeCatalog = {
    let file = SourceFile(id: FileID(1000), path: "types.yaml", bytes: Array(Types.text.utf8))
    guard let tree = YAMLReader().read(file, limits: Limits()).tree, let root = tree.roots.first
    else { return .empty }
    let declared = RecordTypeReader.read(root, of: tree, in: file, pack: "test")
    let built = RecordTypeCatalog.build(from: declared.declarations)
    for diagnostic in declared.diagnostics + built.diagnostics {
      Issue.record("the types: \(diagnostic.message[.english])")
    }
    return built.catalog
  }()
  static let lexicon = Lexicon(catalog)

  /// The day tests are made for.
  static let today = CivilDate(year: 2026, month: 1, day: 15) ?? .earliest

  let file: SourceFile
  let grids: [Grid]
  let found: [(grid: Grid, register: Register)]
  let tree: RegisterTree
  let bound: BoundFile?
  let store: RecordStore

  var registers: [Register] { found.map(\.register) }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - type: the type that a source says.
  ///   - names: what the file and its folder are called.
  init(
    _ file: SourceFile, type: String? = nil, names: [String] = [], headingRow: Int? = nil,
    skippedRows: Int = 0, plan: BindingPlan = .conventions
  ) throws {
    let reader = try #require(DocumentFormats.reader(forFileNamed: file.path))
    let document = reader.read(
      file, options: ReadingOptions(part: file.path.hasSuffix(".md") ? .table : nil),
      limits: Limits())
    let catalog = Self.catalog
    grids = document.grids ?? []
    let recogniser = RegisterRecogniser(Self.lexicon)
    var found: [(grid: Grid, register: Register)] = []
    for grid in grids {
      var hints = RegisterHints()
      hints.names = ([grid.sheet].compactMap { $0 } + names).map { (text: $0, weight: 2) }
      hints.type = type.flatMap { catalog.index(ofType: $0) }
      hints.headingRow = headingRow
      hints.skippedRows = skippedRows
      hints.needsName = grid.notation.isProse
      found += recogniser.registers(in: grid, hints: hints).map { (grid, $0) }
    }
    self.file = file
    self.found = found
    tree = RegisterTree(found, of: file, document, limits: Limits()) { $0.ground != .unclear }
    var plan = plan
    plan.tables = tree.tables
    bound =
      tree.document.tree == nil
      ? nil : RecordBinder(catalog: catalog, limits: Limits()).bind(file, tree.document, plan: plan)
    store = RecordStore.build(
      files: [bound].compactMap { $0 }, catalog: catalog, asOf: Self.today
    ) { _ in .missing }
  }

  /// The same of a sheet in a workbook.
  init(_ sheet: Sheet, type: String? = nil, names: [String] = []) throws {
    try self.init(sheet.workbook, type: type, names: names)
  }

  // MARK: What was found

  /// Type and ground of each register.
  var kinds: [String] {
    registers.map { Self.catalog.types[$0.type].name + " " + "\($0.ground)" }
  }

  /// The headings of the first register with the fields they mean: `Réf=id`; `=` alone where they
  /// mean none, `+field` where another column has the field.
  var columns: [String] { registers.first.map { columns(of: $0) } ?? [] }

  func columns(of register: Register) -> [String] {
    register.columns.map { column in
      let heading = String(decoding: column.heading, as: UTF8.self)
      let path = { (slots: [Int]) in Self.catalog.path(of: slots, inType: register.type) }
      return heading
        + (column.slots.map { "=" + path($0) } ?? column.second.map { "+" + path($0) } ?? "=")
    }
  }

  /// The fields that the columns of the first register hold.
  var fields: [String?] {
    registers.first.map { register in
      register.columns.map { column in
        column.slots.map { Self.catalog.path(of: $0, inType: register.type) }
      }
    } ?? []
  }

  /// The first cells of the records of the first register.
  var records: [String] { rows.map { $0.first ?? "" } }

  /// What shows in the headed columns of the records of the first register.
  var rows: [[String]] {
    guard let (grid, register) = found.first else { return [] }
    return register.records.map { row in
      register.columns.map { column in
        grid.shownCell(row, column.number).map {
          String(decoding: Grid.tidied(grid.text($0)), as: UTF8.self)
        } ?? ""
      }
    }
  }

  /// What was passed over in the first register: `total 1@5`.
  var passedOver: [String] {
    guard let register = registers.first else { return [] }
    return Register.RowKind.allCases.compactMap { kind in
      register.passedOver[kind].map { "\(kind) \($0.count)@\($0.first)" }
    }
  }

  /// Codes of what was said of the tables and of binding.
  var codes: [String] {
    (tree.document.diagnostics + (bound?.diagnostics ?? [])).map(\.code)
  }

  // MARK: Records

  /// The value of a field, as text; nil when it is absent, `?` when it cannot be read.
  func value(_ id: String, _ field: String) throws -> String? {
    let record = try #require(
      store.records.first { $0.id.unescaped == id }, "there is no record \(id)")
    let slot = try #require(
      Self.catalog.slot(of: field, inType: Int(record.object.typeID)), "no field \(field)")
    switch store.heap.field(slot, of: record.object) {
    case .absent: return nil
    case .malformed: return "?"
    case .int(let value): return "\(value)"
    case .date(let date): return date.iso
    case .period(let period): return "\(period.months)m\(period.days)d"
    case let value: return store.heap.string(of: value) ?? "\(value)"
    }
  }
}
