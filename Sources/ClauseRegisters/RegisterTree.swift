public import ClauseDocuments
public import ClauseRecords
public import ClauseSource

/// A register with what of it was laid down for binding.
public struct ReadRegister: Sendable {
  /// The register.
  public let register: Register
  /// The sheet it stands in.
  public let sheet: String?
  /// The number of the table it is, in a Word file.
  public let table: Int?
  /// The section of a text it stands in.
  public let section: String?
  /// Where its headings stand, in parallel to its columns.
  public let headings: [Span]
  /// Whether its rows were laid down.
  public let isRead: Bool
}

/// Lays down registers as one tree, so that their rows are bound to records.
public struct RegisterTree {
  /// The document; its tree has one root a register that is read.
  public private(set) var document: ReadDocument
  /// What the columns of its roots hold.
  public private(set) var tables: [RecognisedTable] = []
  /// All registers in order.
  public private(set) var registers: [ReadRegister] = []

  /// Lays down `registers` of `file`.
  ///
  /// - Parameters:
  ///   - document: what the format's reader made of the file; its notes stay.
  ///   - isRead: whether a register is to be read, by its index.
  public init(
    _ found: [(grid: Grid, register: Register)], of file: SourceFile, _ document: ReadDocument,
    limits: Limits, isRead: (Register) -> Bool
  ) {
    self.document = document
    let source = document.source ?? file
    guard let notation = found.first?.grid.notation else { return }
    var builder = GridTreeBuilder(file: source, notation: notation, limits: limits)
    var notes = RegisterNotes()
    for (grid, register) in found where !builder.isStopped {
      builder.begin(grid)
      let keys = register.columns.map {
        builder.heading($0.heading, $0.row, $0.number, of: grid)
      }
      let spans = keys.map { builder.tree.span($0) }
      let reads = isRead(register)
      registers.append(
        ReadRegister(
          register: register, sheet: grid.sheet, table: grid.table, section: grid.section,
          headings: spans, isRead: reads))
      guard reads else { continue }
      let columns = register.columns.map(\.number)
      var rows: [NodeID] = []
      rows.reserveCapacity(register.records.count)
      for row in register.records where !builder.isStopped {
        rows.append(builder.row(row, columns: columns, headings: keys, of: grid))
      }
      _ = builder.finish(rows, of: grid)
      tables.append(
        RecognisedTable(
          type: register.type,
          columns: zip(keys, register.columns).map {
            .init(key: $0, slots: $1.slots, second: $1.second, period: $1.period)
          }, impliedDates: register.impliedDateOrder))
      notes.add(register, grid, &builder)
    }
    var faults = builder.found
    if let text = builder.source() {
      self.document.source = text
      faults += ByteScanner.scan(text, limits: limits)
    }
    self.document.diagnostics += notes.diagnostics + faults
    if let first = registers.first {
      self.document.facts.headerRow = first.register.headingRows.lowerBound
      if found.count == 1 { self.document.facts.sheet = first.sheet }
    }
    self.document.tree = tables.isEmpty || !faults.isEmpty ? nil : builder.tree
  }
}

extension RegisterTree {
  /// Adds what is to be said of the file.
  public mutating func add(_ diagnostics: [Diagnostic]) { document.diagnostics += diagnostics }
}

/// What is said of the rows and cells of a register that are not read.
struct RegisterNotes {
  private(set) var diagnostics: [Diagnostic] = []

  mutating func add(_ register: Register, _ grid: Grid, _ builder: inout GridTreeBuilder) {
    let column = register.columns.first?.number ?? 1
    for kind in Register.RowKind.allCases {
      guard let (count, first) = register.passedOver[kind] else { continue }
      let isError = kind == .damaged
      diagnostics.append(
        Diagnostic(
          isError ? .error : .note, code: "table-\(kind)-rows",
          message: RegisterNoteWords.passedOver(kind, count),
          place: .span(builder.place(first, column, of: grid)),
          remedy: isError ? RegisterNoteWords.tooManyCells : LocalizedText()))
    }
    if let (count, row, column) = register.unheaded {
      diagnostics.append(
        Diagnostic(
          .warning, code: "table-no-heading", message: RegisterNoteWords.unheaded(count),
          place: .span(builder.place(row, column, of: grid)),
          remedy: LocalizedText(
            en: "Give the column a heading, or clear it.",
            fr: "Donnez un en-tête à la colonne, ou videz-la.",
            ar: "أعط العمود عنوانا، أو أفرغه.")))
    }
    if grid.hiddenRows > 0 {
      diagnostics.append(
        Diagnostic(
          .note, code: "table-hidden-rows",
          message: .counted(
            grid.hiddenRows,
            en: ("one hidden row was read too", "\(grid.hiddenRows) hidden rows were read too"),
            fr: (
              "une ligne masquée a aussi été lue",
              "\(grid.hiddenRows) lignes masquées ont aussi été lues"
            ), ar: "أسطر مخفية: قرئ منها أيضا \(ArabicNoun.row.counted(grid.hiddenRows))"),
          place: .span(builder.place(1, 1, of: grid))))
    }
  }
}
