import CEL
import ClauseCalendar
import ClauseDocuments
import ClauseEngine
import ClausePatterns
import ClauseRecords
import ClauseRegisters
import ClauseRules
import ClauseSource

/// What is fuzzed: one function for each place where bytes of strangers come in.
///
/// Each checks, besides not trapping, what must hold of any answer. The tests run the same
/// functions over the corpus, so this file belongs to both packages.
enum FuzzEntry: String, CaseIterable, Sendable {
  case yaml, json, jsonl, csv, markdown, xlsx, docx
  /// An expression: parsed, checked, evaluated.
  case cel
  /// A file of a pack, joined and compiled.
  case pack
  /// A file of records with a field of every type: dates, periods and numbers as registers have
  /// them.
  case records
  /// Dates and periods in their ISO forms.
  case dates
  /// The configuration of a repository.
  case configuration
  /// Accepted findings.
  case baseline
  /// Results to compare with.
  case results
  /// Patterns and paths.
  case paths
  /// Texts in every report of `check`.
  case outputs

  /// Feeds `bytes` in.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .yaml: Self.read("a.yaml", bytes)
    case .json: Self.read("a.json", bytes)
    case .jsonl: Self.read("a.jsonl", bytes)
    case .csv: Self.read("a.csv", bytes)
    case .markdown: Self.read("a.md", bytes)
    case .xlsx: Self.read("a.xlsx", Self.workbook(bytes))
    case .docx:
      let file = Self.wordFile(bytes)
      Self.read("a.docx", file)
      Self.read("a.docx", file, options: ReadingOptions(part: .metadata))
    case .cel: Self.evaluate(bytes)
    case .pack: Self.load(bytes)
    case .records: Self.bind(bytes)
    case .dates: Self.readDates(bytes)
    case .configuration: Self.configure(bytes)
    case .baseline: Self.accept(bytes)
    case .results: Self.compare(bytes)
    case .paths: Self.match(bytes)
    case .outputs: Self.report(bytes)
    }
  }

  // MARK: Documents

  private static func read(
    _ name: String, _ bytes: [UInt8], options: ReadingOptions = .conventions
  ) {
    // A format that is not read yet has nothing to fuzz.
    guard let reader = DocumentFormats.reader(forFileNamed: name) else { return }
    let file = SourceFile(id: FileID(0), path: name, bytes: bytes)
    let result = reader.read(file, options: options, limits: Limits())
    let hasErrors = result.diagnostics.contains { $0.severity == .error }
    precondition(!(hasErrors && result.tree != nil), "a tree beside an error")
    let text = result.source?.bytes ?? bytes
    for diagnostic in result.diagnostics {
      if case .span(let span) = diagnostic.place { check(span, text) }
    }
    if let grids = result.grids { recognise(grids, in: file, result) }
    guard let tree = result.tree else { return }
    for root in tree.roots { walk(root, tree, text) }
  }

  private static let lexicon = Lexicon(things.catalog)

  /// Recognises the tables, with a type said and without, and binds what is read of them.
  private static func recognise(_ grids: [Grid], in file: SourceFile, _ document: ReadDocument) {
    let recogniser = RegisterRecogniser(lexicon)
    for type in [nil, things.catalog.index(ofType: "thing")] {
      var hints = RegisterHints()
      hints.type = type
      let found = grids.flatMap { grid in
        recogniser.registers(in: grid, hints: hints).map { (grid: grid, register: $0) }
      }
      let tables = RegisterTree(found, of: file, document, limits: Limits()) { _ in true }
      let text = tables.document.source?.bytes ?? file.bytes
      for diagnostic in tables.document.diagnostics {
        if case .span(let span) = diagnostic.place { check(span, text) }
      }
      var plan = BindingPlan()
      plan.tables = tables.tables
      let bound = RecordBinder(catalog: things.catalog, limits: Limits())
        .bind(file, tables.document, plan: plan)
      for problem in bound.problems { check(problem.span, text) }
    }
  }

  private static func walk(_ node: NodeID, _ tree: DocumentTree, _ bytes: [UInt8]) {
    check(tree.span(node), bytes)
    for child in tree.children(node) { walk(child, tree, bytes) }
  }

  static func check(_ span: Span, _ bytes: [UInt8]) {
    precondition(
      span.start >= 0 && span.start <= span.end && Int(span.end) <= bytes.count,
      "a place outside the file")
  }

  // MARK: Expressions

  private static let day = CivilDate(iso: "2024-06-01") ?? .earliest
  // Never changed; an evaluator is no value that threads may share, and so copies are used.
  private nonisolated(unsafe) static let playground = ExpressionPlayground(asOf: day)

  private static func evaluate(_ bytes: [UInt8]) {
    // A copy each time: nothing of one input may matter to the next.
    var playground = playground
    let text = String(decoding: bytes, as: UTF8.self)
    let first = "\(playground.evaluate(text))"
    precondition(first == "\(playground.evaluate(text))", "two evaluations differ")
  }

  // MARK: Packs and records

  private static let header =
    "pack: fuzz\nversion: 1.0.0\nstatus: draft\n---\n"
    + "types:\n  thing:\n    plural: things\n    title: Thing\n    fields:\n"
    + "      { text: string, note: text, count: int, size: double, cost: money, ok: bool, "
    + "on: date, at: instant, every: period, kind: 'enum{low, high}', other: ref<thing>, "
    + "others: list<ref<thing>>, days: list<date>, words: list<string>, site: url, facts: map, "
    + "inner: { on: date, every: period } }\n---\n"

  private static let headerFile = SourceFile(
    id: FileID(0), path: "pack.yaml", bytes: Array(header.utf8))
  private static let headerTree = YAMLReader().read(headerFile, limits: Limits()).tree

  /// The pack of the header and `files`.
  private static func join(_ more: [SourceFile]) -> PackSet {
    var diagnostics: [Diagnostic] = []
    let files = [headerFile] + more
    let inputs: [PackReader.Input] =
      [(headerFile, headerTree)] + more.map { ($0, YAMLReader().read($0, limits: Limits()).tree) }
    let pack = PackReader.read(folder: "fuzz", inputs: inputs, diagnostics: &diagnostics)
    return PackSet.join(
      pack.map { [$0] } ?? [],
      language: .init(
        libraries: FunctionLibrary.standard, patterns: RE2Compiler(), limits: Limits()),
      files: SourceFiles(files), diagnostics: &diagnostics)
  }

  private static func load(_ bytes: [UInt8]) {
    _ = join([SourceFile(id: FileID(1), path: "rules.yaml", bytes: bytes)])
  }

  private static let things = join([])

  private static func bind(_ bytes: [UInt8]) {
    let file = SourceFile(id: FileID(1), path: "things.yaml", bytes: bytes)
    let document = YAMLReader().read(file, limits: Limits())
    let bound = RecordBinder(catalog: things.catalog, limits: Limits()).bind(file, document)
    let store = RecordStore.build(
      files: [bound], catalog: things.catalog, asOf: day, fileFacts: { _ in .missing })
    for problem in store.problems { check(problem.span, bytes) }
  }

  // MARK: Dates

  private static func readDates(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let period = words.last.flatMap { Period(iso: $0) }
    if let period { precondition(Period(iso: period.iso) == period, "a period is not its own") }
    guard let day = words.first.flatMap({ CivilDate(iso: $0) }) else { return }
    precondition(CivilDate(iso: day.iso) == day, "a date is not its own")
    guard let period, let later = day.adding(period) else { return }
    precondition(later >= .earliest && later <= .latest, "a date outside time")
    _ = WorkingCalendar().adding(workingDays: Int(period.days), to: day)
  }
}
