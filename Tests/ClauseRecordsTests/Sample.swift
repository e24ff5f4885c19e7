import CEL
import ClauseCalendar
import ClauseDocuments
import ClauseRecords
import ClauseSource
import TestTables
import Testing

/// A text in which `⟪` and `⟫` enclose the places a test expects; the marks are taken out.
struct Marked: ExpressibleByStringLiteral {
  let bytes: [UInt8]
  /// Enclosed byte ranges, in the order of their opening marks.
  let ranges: [Range<Int>]

  init(stringLiteral value: String) { self.init(value) }

  init(_ value: String) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var open: [Int] = []
    for scalar in value.unicodeScalars {
      switch scalar {
      case "⟪":
        open.append(ranges.count)
        ranges.append(bytes.count..<bytes.count)
      case "⟫":
        if let index = open.popLast() { ranges[index] = ranges[index].lowerBound..<bytes.count }
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    self.bytes = bytes
    self.ranges = ranges
  }
}

/// A file of a test.
struct SampleFile {
  let path: String
  let content: Marked
  var plan = BindingPlan.conventions

  init(_ path: String, _ content: Marked, plan: BindingPlan = .conventions) {
    self.path = path
    self.content = content
    self.plan = plan
  }
}

/// Types and files, read by the product's own readers.
struct Sample {
  let catalog: RecordTypeCatalog
  let typeDiagnostics: [Diagnostic]
  let bound: [BoundFile]
  let store: RecordStore
  let readerDiagnostics: [Diagnostic]
  private let files: [SampleFile]

  /// The day tests are made for.
  static let today = CivilDate(year: 2026, month: 1, day: 15) ?? .earliest

  init(
    types: String = Sample.types, _ files: [SampleFile],
    evidence: (String) -> EvidenceState = { _ in .missing }
  ) throws {
    let types = SourceFile(id: FileID(1000), path: "types.yaml", bytes: Array(types.utf8))
    let tree = try #require(YAMLReader().read(types, limits: Limits()).tree)
    let root = try #require(tree.roots.first)
    let declared = RecordTypeReader.read(root, of: tree, in: types, pack: "test")
    let built = RecordTypeCatalog.build(from: declared.declarations)
    catalog = built.catalog
    typeDiagnostics = declared.diagnostics + built.diagnostics
    let binder = RecordBinder(catalog: catalog, limits: Limits())
    var bound: [BoundFile] = []
    var readerDiagnostics: [Diagnostic] = []
    for (index, file) in files.enumerated() {
      let source = SourceFile(
        id: FileID(Int32(index)), path: file.path, bytes: file.content.bytes)
      let reader = try #require(DocumentFormats.reader(forFileNamed: file.path))
      let document = reader.read(source, limits: Limits())
      readerDiagnostics += document.diagnostics
      guard document.grids != nil, document.tree == nil else {
        bound.append(binder.bind(source, document, plan: file.plan))
        continue
      }
      let tables = PlainTables(document, of: source)
      var plan = file.plan
      plan.tables = tables.headings.map {
        built.catalog.tableByHand($0, tables.document, file)
      }
      bound.append(binder.bind(source, tables.document, plan: plan))
    }
    self.files = files
    self.bound = bound
    self.readerDiagnostics = readerDiagnostics
    store = RecordStore.build(
      files: bound, catalog: catalog, asOf: Sample.today, fileFacts: evidence)
  }

  /// One YAML file of the conventions.
  init(_ content: Marked, evidence: (String) -> EvidenceState = { _ in .missing }) throws {
    try self.init([SampleFile("records.yaml", content)], evidence: evidence)
  }

  var problems: [RecordProblem] { store.problems }

  /// Diagnostics of binding.
  var diagnostics: [Diagnostic] { bound.flatMap(\.diagnostics) }

  /// The problems of one kind.
  func problems(_ kind: IntegrityKind) -> [RecordProblem] { problems.filter { $0.kind == kind } }

  /// The value of a field of a record.
  func value(_ type: String, _ id: String, _ field: String) throws -> Value {
    let object = try record(type, id).object
    let slot = try #require(catalog.slot(of: field, inType: Int(object.typeID)))
    return store.heap.field(slot, of: object)
  }

  func record(_ type: String, _ id: String) throws -> Record {
    let index = try #require(catalog.index(ofType: type))
    return store.records[try #require(store.record(ofType: index, id: id))]
  }

  func text(_ value: Value) -> String? { store.heap.string(of: value) }

  /// The byte ranges marked in a file.
  func marks(_ file: Int = 0) -> [Range<Int>] { files[file].content.ranges }

  /// Record types that most tests use.
  static let types = """
    thing:
      abstract: true
      fields: { title: string, owner: ref<person>, evidence: list<file>, notes: text }
      labels: { owner: { fr: [Responsable, Pilote], ar: [المسؤول] } }
    person:
      plural: people
      fields: { full_name: string, left_on: date, active_until: date }
    document:
      plural: documents
      extends: thing
      fields:
        code: string!
        lifecycle: enum{draft, in_review, approved}
        approved_on: date
        applies_from: date
        review_every: period
        score: double
        pages: int
        budget: money
        digital: bool
        replaces: ref<document>
        related: list<ref<document>>
        about: ref<any>
        keeper: ref<person|unit>
        seen_on: list<date>
        tags: list<string>
        kinds: list<enum{a, b, c}>
        link: url
        facts: map
        effectiveness: { checked_on: date, result: "enum{good, bad}!" }
        criteria: "list<{name: string!, weight: double, by: ref<person>}>"
        text: text
      labels:
        approved_on: { fr: [Date d'approbation], ar: [تاريخ المصادقة] }
        id: { fr: [N°, Réf] }
        effectiveness.checked_on: { fr: [Vérifiée le] }
      synonyms:
        lifecycle: { approved: [En vigueur, ساري], draft: [Projet] }
        digital: { "true": [numérique], "false": [papier] }
      integrity: { acyclic: [replaces, related], past: [approved_on, effectiveness.checked_on] }
    unit:
      plural: units
      fields: { name: string }
    """
}

extension RecordTypeCatalog {
  /// What the headings of a table mean, as far as names and labels say it themselves: enough for
  /// tests of what becomes of columns that are understood.
  func tableByHand(
    _ headings: [NodeID], _ document: ReadDocument, _ file: SampleFile
  ) -> RecognisedTable {
    let name = file.path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
    let type = file.plan.type.flatMap { index(ofType: $0) } ?? index(ofPluralNamed: String(name))
    guard let tree = document.tree, let type else {
      return RecognisedTable(type: 0, columns: headings.map { .init(key: $0, slots: nil) })
    }
    var taken: Set<[Int]> = []
    let columns = headings.map { key -> RecognisedTable.Column in
      guard let slots = slots(ofHeading: tree.string(key), inType: type) else {
        return .init(key: key, slots: nil)
      }
      let isFirst = taken.insert(slots).inserted
      return .init(key: key, slots: isFirst ? slots : nil, second: isFirst ? nil : slots)
    }
    return RecognisedTable(type: type, columns: columns)
  }

  private func slots(ofHeading heading: String, inType type: Int) -> [Int]? {
    let wanted = Self.form(heading)
    for (slot, field) in layouts[type].fields.enumerated() {
      let labels = field.labels.values.joined()
      if ([field.name] + labels).contains(where: { Self.form($0) == wanted }) { return [slot] }
      guard let inner = layouts[type].nested[slot] else { continue }
      for (innerSlot, innerField) in layouts[inner].fields.enumerated() {
        let names = [field.name + "." + innerField.name] + innerField.labels.values.joined()
        if names.contains(where: { Self.form($0) == wanted }) { return [slot, innerSlot] }
      }
    }
    return nil
  }

  private static func form(_ text: String) -> [UInt8] {
    Folding.fold(text.replacing("’", with: "'").replacing("_", with: " ").utf8)
  }
}

extension RecordProblem {
  /// The bytes pointed at.
  var range: Range<Int> { Int(span.start)..<Int(span.end) }
}

extension Diagnostic {
  /// The bytes pointed at; nil for a file or run.
  var range: Range<Int>? {
    if case .span(let span) = place { Int(span.start)..<Int(span.end) } else { nil }
  }
}
