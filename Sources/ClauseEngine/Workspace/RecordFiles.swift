import CEL
import ClauseDocuments
import ClauseRecords
import ClauseRegisters
import ClauseSource

/// Reads the organisation's files into bound records, in parallel.
struct RecordFiles {
  let root: SourceRoot
  let catalog: RecordTypeCatalog
  let lexicon: Lexicon
  let limits: ClauseSource.Limits
  /// Where times of day without an offset were written.
  let zone: ClockZone
  let jobs: Int

  /// One way in which a file is read: a workbook with three registers has three.
  struct Reading: Sendable {
    var plan: BindingPlan
    var form: ReadingOptions
    /// The source of the configuration that asks for it, as an index; nil for the conventions.
    var source: Int?
    /// Whether its tables are only named, because sources read other parts of the file.
    var isOnlyNamed = false
  }

  /// One file of the run.
  struct Entry: Sendable {
    var path: String
    /// At least one.
    var readings: [Reading]
    /// Whether a source of the configuration names it, so that reading nothing from it is wrong.
    var isDeclared: Bool { readings.contains { $0.source != nil } }
  }

  /// What came of one reading of a file.
  struct ReadingOutcome: Sendable {
    var reading: Reading
    var facts: DocumentFacts
    var bound: BoundFile?
    /// The tables that are registers or look like ones.
    var registers: [ReadRegister] = []
    /// Whether it should hold records and could not be read.
    var failed: Bool

    /// What is kept of it when its records have gone to the store.
    var summary: Workspace.Reading {
      let records = (bound?.records ?? []).reduce(into: [Int: Int]()) {
        $0[$1.typeIndex, default: 0] += 1
      }
      let types = registers.filter(\.isRead).map(\.register.type) + (bound?.emptyLists ?? [])
      return Workspace.Reading(
        form: reading.form, facts: facts, source: reading.source, keys: bound?.keys ?? [],
        records: records, emptyTypes: Set(types.filter { records[$0] == nil }),
        registers: registers, isPassedOver: bound?.isPassedOver ?? !failed, failed: failed)
    }
  }

  /// What was made of one file.
  struct Outcome: Sendable {
    var path: String
    /// The texts that the readings' positions refer to, each with a number of its own.
    var files: [SourceFile] = []
    var readings: [ReadingOutcome] = []
    var diagnostics: [Diagnostic] = []
    /// Whether it should hold records and could not be read.
    var failed: Bool {
      !isForeign && readings.isEmpty || readings.contains(where: \.failed)
    }
    /// About how many bytes it holds in memory.
    var byteCount: Int {
      files.reduce(0) { $0 + $1.bytes.count }
        + readings.reduce(0) { $0 + ($1.bound?.byteCount ?? 0) }
    }
    var records: Int { readings.reduce(0) { $0 + ($1.bound?.records.count ?? 0) } }
    /// Whether nothing says that the file is ours, so that what is wrong with it does not matter.
    var isForeign = false

    /// Takes what is wrong with a file that nothing says is ours: worth a note, and a warning where
    /// nobody could look into it, for a workbook or Word file may well be one.
    mutating func passOver(_ found: [Diagnostic]) {
      isForeign = true
      diagnostics += found.map { diagnostic in
        var said = diagnostic
        if said.severity == .error {
          let isClosed =
            said.code.startsWithBytes("workbook-") || said.code.startsWithBytes("word-")
            || said.code.startsWithBytes("limit-")
          said.severity = isClosed ? .warning : .note
        }
        return said
      }
    }
    /// The derogations in its comments.
    var comments = DerogationComments.Found()
  }

  /// The files to read: what the conventions read, and what sources name.
  static func entries(
    _ paths: [String], sources: [Configuration.SourceEntry], catalog: RecordTypeCatalog,
    diagnostics: inout [Diagnostic]
  ) -> [Entry] {
    let globs = sources.map { Glob($0.files.text) }
    var matched = [Bool](repeating: false, count: sources.count)
    let entries = paths.compactMap { path -> Entry? in
      let naming = globs.indices.filter { globs[$0].matches(path) }
      for index in naming { matched[index] = true }
      if !naming.isEmpty { return Entry(path: path, readings: readings(naming, sources)) }
      guard DocumentFormats.reader(forFileNamed: path) != nil else { return nil }
      return Entry(
        path: path, readings: [Reading(plan: .conventions, form: .conventions, source: nil)])
    }
    for (index, source) in sources.enumerated() {
      if let type = source.plan.type, catalog.type(named: type) == nil {
        diagnostics.append(
          Diagnostic(
            .error, code: "unknown-record-type", message: ReadingWords.unknownType(type),
            place: .span(source.span),
            remedy: catalog.nearestType(to: type).map(LocalizedText.didYouMean)
              ?? LocalizedText()))
      }
      if !matched[index] {
        diagnostics.append(
          Diagnostic(
            .error, code: "source-empty",
            message: LocalizedText(
              en: "the source `\(source.files.text)` matches no file",
              fr: "la source `\(source.files.text)` ne désigne aucun fichier",
              ar: "المصدر `\(source.files.text)` لا يطابق أي ملف"),
            place: .span(source.files.span),
            remedy: LocalizedText(
              en: "Correct the pattern or remove the source; hidden folders are not searched.",
              fr:
                "Corrigez le motif ou supprimez la source ; les dossiers cachés ne sont pas "
                + "parcourus.",
              ar: "صحح النمط أو احذف المصدر؛ المجلدات المخفية لا يبحث فيها.")))
      }
    }
    return entries
  }

  /// The readings of a file that several sources name: the first counts, and after it those that
  /// name another part of the file, such as another sheet. A source that names no part is about
  /// the whole file and does not follow one that does.
  private static func readings(
    _ naming: [Int], _ sources: [Configuration.SourceEntry]
  ) -> [Reading] {
    var result: [Reading] = []
    for index in naming {
      let form = sources[index].form
      if let first = result.first, !first.form.namesPart || !form.namesPart { continue }
      if result.contains(where: { $0.form.isSamePart(as: form) }) { continue }
      result.append(Reading(plan: sources[index].plan, form: form, source: index))
    }
    // Sheets that no source names are not forgotten.
    let sheets = result.compactMap(\.form.sheet)
    if !sheets.isEmpty, sheets.count == result.count {
      var rest = ReadingOptions()
      rest.exceptSheets = sheets
      result.append(
        Reading(plan: .conventions, form: rest, source: nil, isOnlyNamed: true))
    }
    return result
  }

  /// Reads `entries`; their readings are numbered from `firstFile` on, in order.
  func read(_ entries: [Entry], firstFile: Int32) -> [Outcome] {
    let binder = RecordBinder(catalog: catalog, limits: limits, zone: zone)
    var ids: [Int32] = []
    var next = firstFile
    for entry in entries {
      ids.append(next)
      next += Int32(entry.readings.count)
    }
    var outcomes: [Outcome] = []
    var bytes = 0
    while outcomes.count < entries.count {
      let first = outcomes.count
      let wave = Parallel.map(
        min(max(Self.wave, jobs * 16), entries.count - first), jobs: jobs, chunk: 8
      ) { [ids] number in read(entries[first + number], firstID: ids[first + number], binder) }
      for outcome in wave {
        bytes += outcome.byteCount
        if bytes > limits.runBytes { return outcomes + left(entries, from: outcomes.count, bytes) }
        outcomes.append(outcome)
      }
    }
    return outcomes
  }

  /// Files between two looks at the limit of the run.
  private static let wave = 64

  /// What becomes of the entries from `first` on, where the files before it and the one there hold
  /// too much: none of them is assessed, and the first one says why.
  private func left(_ entries: [Entry], from first: Int, _ bytes: Int) -> [Outcome] {
    var outcomes = entries[first...].map { Outcome(path: $0.path) }
    outcomes[0].diagnostics = [
      .limitReached(
        .runBytes, met: bytes, limits: limits,
        what: LocalizedText(
          en: "bytes of this file and those before it; it and \(outcomes.count - 1) more were "
            + "not assessed",
          fr: "octets de ce fichier et des précédents ; il n'a pas été évalué, ni "
            + "\(outcomes.count - 1) autres",
          ar: "بايتات هذا الملف وما قبله؛ لم يقيم هو ولا \(outcomes.count - 1) "
            + "بعده"), place: .path(entries[first].path))
    ]
    return outcomes
  }

  private func read(_ entry: Entry, firstID: Int32, _ binder: RecordBinder) -> Outcome {
    var outcome = Outcome(path: entry.path)
    guard let reader = DocumentFormats.reader(forFileNamed: entry.path) else {
      outcome.diagnostics.append(
        Diagnostic(
          .error, code: "format-unknown",
          message: LocalizedText(
            en: "no reader knows this kind "
              + "of file", fr: "ce format de fichier n'est pas lu",
            ar: "هذا النوع من الملفات لا يقرأ"),
          place: .path(entry.path),
          remedy: LocalizedText { language in
            let known = DocumentFormats.all.flatMap(\.extensions).joined(separator: ", ")
            return switch language {
            case .english: "Known endings: \(known)."
            case .french: "Extensions lues : \(known)."
            case .arabic: "الامتدادات المقروءة: \(known)."
            }
          }))
      return outcome
    }
    switch root.load(entry.path, id: FileID(firstID), limits: limits) {
    case .failure(let refusal):
      // A content that nobody could see may be a register, whatever the file is called.
      outcome.diagnostics.append(refusal.diagnostic)
    case .success(let file):
      for (index, reading) in entry.readings.enumerated() {
        // What a reader takes out of a file, such as one sheet, has its own text and so its own
        // number, or the positions of two parts would be mixed up.
        let id = FileID(firstID + Int32(index))
        let part = index == 0 ? file : SourceFile(id: id, path: file.path, bytes: file.bytes)
        read(reading, of: part, reader, binder, &outcome)
      }
    }
    return outcome
  }

  private func read(
    _ reading: Reading, of file: SourceFile, _ reader: any DocumentReader, _ binder: RecordBinder,
    _ outcome: inout Outcome
  ) {
    var document = reader.read(file, options: reading.form, limits: limits)
    var result = ReadingOutcome(
      reading: reading, facts: document.facts, bound: nil, failed: true)
    var plan = reading.plan
    if document.tree == nil, let grids = document.grids {
      // What a format says of its own form comes first; what is wrong with one row costs the row.
      let tables = RegisterTables(catalog: catalog, lexicon: lexicon, limits: limits)
        .read(grids, of: file, document, reading)
      document = tables.document
      result.facts = document.facts
      result.registers = tables.registers
      plan.tables = tables.tables
    }
    outcome.files.append(document.source ?? file)
    defer { outcome.readings.append(result) }
    let hasErrors = document.diagnostics.contains { $0.severity == .error }
    guard let tree = document.tree, !hasErrors || !plan.tables.isEmpty else {
      result.failed =
        reading.source != nil || hasErrors && binder.claims(document.source ?? file)
      // Of an empty text nothing was left unread.
      let isEmpty = document.grids?.allSatisfy { $0.sheet == nil && $0.rows.isEmpty } ?? false
      if reading.isOnlyNamed || isEmpty { result.failed = hasErrors }
      if hasErrors, !result.failed {
        outcome.passOver(document.diagnostics)
        return
      }
      // How a text that holds no register was read does not matter.
      let isText = reader.name == "Word" && !result.failed && result.registers.isEmpty
      outcome.diagnostics += document.diagnostics.filter { !isText || $0.severity != .note }
      if result.failed, !hasErrors {
        outcome.diagnostics.append(.nothingRead(reading.form, file))
      }
      return
    }
    outcome.diagnostics += document.diagnostics
    if reading.source == nil, OwnFiles.isOwn(tree) {
      outcome.diagnostics.append(
        Diagnostic(
          .note, code: "file-own",
          message: LocalizedText(
            en: "clauselint wrote the file; it holds no records",
            fr: "clauselint a écrit ce fichier ; il ne contient pas d'enregistrement",
            ar: "كتب clauselint هذا الملف؛ لا يتضمن قيودا"),
          place: .path(file.path)))
      result.failed = false
      return
    }
    let bound = binder.bind(file, document, plan: plan)
    outcome.diagnostics += bound.diagnostics
    result.failed = hasErrors || bound.diagnostics.contains { $0.severity == .error }
    result.bound = bound
    if outcome.readings.isEmpty, !bound.records.isEmpty,
      reader.name == "YAML" || reader.name == "Markdown",
      let warning = HiddenDirections.warning(document.source ?? file, document)
    {
      outcome.diagnostics.append(warning)
    }
    // Several readings see the same comments; the first one speaks for the file.
    if outcome.readings.isEmpty {
      outcome.comments = DerogationComments(
        file: document.source ?? file, document: document, bound: bound
      ).find(by: binder, catalog: catalog)
    }
  }
}

extension ReadingOptions {
  /// Whether they are about a part of a file, so that other sources may read others.
  fileprivate var namesPart: Bool {
    sheet != nil || under != nil || table != nil || part != nil || headerRow != nil
  }

  /// Whether they are about the same part.
  fileprivate func isSamePart(as other: ReadingOptions) -> Bool {
    func same(_ a: String?, _ b: String?) -> Bool {
      a.map { Array($0.utf8) } == b.map { Array($0.utf8) }
    }
    return same(sheet, other.sheet) && same(under, other.under) && part == other.part
      && table == other.table && headerRow == other.headerRow
  }
}
