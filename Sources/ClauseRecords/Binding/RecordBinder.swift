public import CEL
import ClauseBytes
public import ClauseDocuments
public import ClauseSource

/// Turns the tree of a file into records of declared types.
///
/// Pure: what it makes of a file depends on nothing but the file, the plan and the types.
public struct RecordBinder: Sendable {
  let catalog: RecordTypeCatalog
  private let limits: ClauseSource.Limits
  private let zone: ClockZone

  /// A binder for these types.
  ///
  /// - Parameter zone: where times of day without an offset were written.
  public init(catalog: RecordTypeCatalog, limits: ClauseSource.Limits, zone: ClockZone = .utc) {
    self.catalog = catalog
    self.limits = limits
    self.zone = zone
  }

  /// Binds the records of a file.
  ///
  /// - Parameters:
  ///   - file: the file with its bytes.
  ///   - document: what its reader made of it; a document without a tree has no records.
  ///   - plan: what the configuration says of the file.
  public func bind(
    _ file: SourceFile, _ document: ReadDocument, plan: BindingPlan = .conventions
  ) -> BoundFile {
    let file = document.source ?? file
    guard let tree = document.tree else { return BoundFile(file: file.id, path: file.path) }
    var run = BindingRun(
      catalog: catalog, limits: limits, zone: zone, plan: plan, source: file, tree: tree,
      bodyStart: document.bodyStart)
    if let outline = document.outline { run.take(outline) }
    run.bindRoots()
    run.settleDates()
    run.reportImpliedDates()
    run.reportImpreciseDates()
    return run.result
  }
}

/// The state of binding one file. The parts of the work are in extensions.
struct BindingRun {
  let catalog: RecordTypeCatalog
  let limits: ClauseSource.Limits
  let zone: ClockZone
  let plan: BindingPlan
  let source: SourceFile
  let tree: DocumentTree
  /// Where the body of a document with front matter begins.
  let bodyStart: Int?
  /// Whether the records are rows of a table.
  let isTable: Bool
  /// The headings of the text, for a field that holds them.
  var headings: [MarkdownOutline.Heading] = []
  /// Whether texts are split into lists.
  let splitsCells: Bool
  /// The type the plan names, as an index.
  let plannedType: Int?

  var result: BoundFile
  /// Where the value being read stands: fields and numbers of list elements.
  var path: [PathStep] = []
  /// Fields for which the record being read has a key.
  var written: Set<[Int]> = []
  /// What keys of each type mean, as far as they have been met.
  var keys: [Int: ByteTable] = [:]
  /// In tables: which heading holds a field of a type, by the type and the slots of the field.
  var headingOf: [[Int]: Span] = [:]
  /// Documents and items of lists beside records in which nothing names a type.
  var strangers: [NodeID] = []
  /// Rows that say nothing: how many, and where the first begins.
  var blankRows: (count: Int, first: Span?) = (0, nil)
  /// In recognised tables: what the heading of each column means, by the index of its node.
  var columnMeanings: [Int32: KeyMeaning] = [:]
  /// The fields that the table being read has a column for; nil outside of recognised tables.
  var columnSlots: Set<[Int]>?
  /// Their first slots, with those that the configuration fills; nil outside tables.
  var rowColumns: Set<Int>?
  /// The fields of each part of its rows that the table being read has a column for.
  var partFields: [Set<[Int]>] = []
  /// What is assumed of the rows of the table being read, for want of a column.
  var assumed: [(slot: Int, text: String)] = []
  /// The times that columns are for, by the index of their headings' nodes.
  var columnPeriods: [Int32: ColumnPeriod] = [:]
  /// Cells of the row being read that belong to records it carries.
  var partCells: [PartCell] = []
  /// Cells of parts that no row names: how many, and the first.
  var unnamedCells: (count: Int, first: Span?) = (0, nil)
  /// Cells of the row's own record that may fill fields of those too.
  var rowCells: [PartCell] = []
  /// Dates that are no day, read as the last one: how many, and the first.
  var impreciseDates: (count: Int, first: Span?) = (0, nil)
  /// Structures made of a mere text, which lack what a text does not say; by their first slot.
  var freeStructures: Set<Int> = []
  /// The order of day and month that the headings' language has, and the dates read by it.
  var impliedDates: DateOrder?
  var impliedCount: (count: Int, first: Span?) = (0, nil)
  /// The unit that the heading of the cell being read names: `Périodicité (mois)`.
  var unit: [UInt8]?
  /// The units that headings name, by the index of their nodes.
  var columnUnits: [Int32: [UInt8]] = [:]
  /// The meanings that `keys` refers to.
  var meanings: [KeyMeaning] = []
  /// Headings of the plan: exact and folded, to the slots of the field.
  var planned = PlannedFields()
  /// Keys that have been reported, by where they begin.
  var reportedKeys: Set<Int32> = []
  /// What keys that are no field are near to; the first of many different ones only.
  var nearestKeys: [UnknownKey: String?] = [:]
  /// Numeric dates whose column has to prove the order.
  var undecidedDates: [UndecidedDate] = []

  /// A part of a field path.
  enum PathStep {
    case field(layout: Int, slot: Int)
    case element(Int)
  }

  /// What a key of a record means.
  enum KeyMeaning {
    /// The slots that lead to a field.
    case field([Int])
    /// The slots of several fields that one heading holds.
    case fields([[Int]])
    /// Nothing for the record, such as `type`.
    case ignored
    case unknown
  }

  init(
    catalog: RecordTypeCatalog, limits: ClauseSource.Limits, zone: ClockZone, plan: BindingPlan,
    source: SourceFile, tree: DocumentTree, bodyStart: Int?
  ) {
    self.catalog = catalog
    self.limits = limits
    self.zone = zone
    self.plan = plan
    self.source = source
    self.tree = tree
    self.bodyStart = bodyStart
    isTable = plan.isTable || tree.notation.isTable
    splitsCells = plan.splitsCells ?? isTable
    let orders = Set(plan.tables.map(\.impliedDates))
    impliedDates = orders.count == 1 ? plan.tables.first?.impliedDates : nil
    plannedType = plan.type.flatMap { catalog.index(ofType: $0) }
    result = BoundFile(file: source.id, path: source.path)
    // In registers people write what things are called.
    result.refersByTitle = plan.refersByTitle || !plan.tables.isEmpty
  }

  // MARK: Problems

  /// The path of the value being read: `effectiveness.checked_on`, `criteria[1].weight`.
  var fieldPath: String {
    var text = ""
    for step in path {
      switch step {
      case .field(let layout, let slot):
        if !text.isEmpty { text += "." }
        text += catalog.layouts[layout].fields[slot].name
      case .element(let index): text += "[\(index)]"
      }
    }
    return text
  }

  /// Adds a problem with the value being read; `endRecord` says whose it is.
  @discardableResult
  mutating func problem(
    _ kind: IntegrityKind, _ span: Span, _ arguments: [RecordProblem.Argument],
    detail: ProblemDetail? = nil, related: [RecordProblem.Related] = []
  ) -> Int32 {
    result.problems.append(
      RecordProblem(
        kind, record: nil, recordType: nil, recordID: nil, fieldPath: fieldPath, span: span,
        arguments: arguments, detail: detail, related: related))
    return Int32(result.problems.count - 1)
  }

  /// Adds the problem of a value that is not of its type.
  mutating func unreadable(
    _ bytes: ArraySlice<UInt8>, _ type: FieldType, _ span: Span, _ detail: ProblemDetail?,
    _ more: [RecordProblem.Argument] = []
  ) -> BoundValue {
    .malformed(
      problem: problem(
        .fieldType, span,
        [
          .init("field", fieldPath), .init("value", excerpt(bytes)),
          .init("type", type.elementType.spelling),
        ] + more, detail: detail))
  }

  /// The text of a value, cut to the length of an excerpt.
  func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    // Four bytes hold any code point, so the cut is exact without decoding a megabyte.
    let text = String(decoding: bytes.prefix(limits.excerptLength * 4 + 4), as: UTF8.self)
    guard text.unicodeScalars.count > limits.excerptLength || bytes.count > text.utf8.count else {
      return text
    }
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: text.unicodeScalars.prefix(limits.excerptLength))
    return String(cut) + "…"
  }

  mutating func diagnose(
    _ severity: Diagnostic.Severity, _ code: String, _ message: LocalizedText, _ span: Span,
    remedy: LocalizedText = LocalizedText()
  ) {
    result.diagnostics.append(
      Diagnostic(severity, code: code, message: message, place: .span(span), remedy: remedy))
  }
}
