import ClauseDocuments
import ClauseRecords
import ClauseSource

/// Reads the organisation's files into bound records, in parallel.
struct RecordFiles {
  let root: SourceRoot
  let catalog: RecordTypeCatalog
  let limits: Limits
  let jobs: Int

  /// One file of the run.
  struct Entry: Sendable {
    var path: String
    var plan: BindingPlan
    /// Whether a source of the configuration names it, so that reading nothing from it is wrong.
    var isDeclared: Bool
  }

  /// What was made of one file.
  struct Outcome: Sendable {
    var path: String
    var file: SourceFile?
    var bound: BoundFile?
    var diagnostics: [Diagnostic]
    /// Whether it should hold records and could not be read.
    var failed: Bool
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
      if let index = globs.firstIndex(where: { $0.matches(path) }) {
        for other in globs.indices where globs[other].matches(path) { matched[other] = true }
        return Entry(path: path, plan: sources[index].plan, isDeclared: true)
      }
      guard DocumentFormats.reader(forFileNamed: path) != nil else { return nil }
      return Entry(path: path, plan: .conventions, isDeclared: false)
    }
    for (index, source) in sources.enumerated() {
      if let type = source.plan.type, catalog.type(named: type) == nil {
        diagnostics.append(
          Diagnostic(
            .error, code: "unknown-record-type", message: "`\(type)` is no record type",
            place: .span(source.span),
            remedy: catalog.nearestType(to: type).map { "Did you mean `\($0)`?" } ?? ""))
      }
      if !matched[index] {
        diagnostics.append(
          Diagnostic(
            .error, code: "source-empty",
            message: "the source `\(source.files.text)` matches no file",
            place: .span(source.files.span),
            remedy: "Mend the pattern or remove the source; hidden folders are not searched."))
      }
    }
    return entries
  }

  /// Reads `entries`; the file of entry n gets the number `firstFile` + n.
  func read(_ entries: [Entry], firstFile: Int32) -> [Outcome] {
    let binder = RecordBinder(catalog: catalog, limits: limits)
    return Parallel.map(entries.count, jobs: jobs, chunk: 16) { index in
      read(entries[index], id: FileID(firstFile + Int32(index)), binder)
    }
  }

  private func read(_ entry: Entry, id: FileID, _ binder: RecordBinder) -> Outcome {
    var outcome = Outcome(path: entry.path, diagnostics: [], failed: true)
    guard let reader = DocumentFormats.reader(forFileNamed: entry.path) else {
      outcome.diagnostics.append(
        Diagnostic(
          .error, code: "format-unknown", message: "no reader knows this kind of file",
          place: .path(entry.path),
          remedy:
            "Known endings: \(DocumentFormats.all.flatMap(\.extensions).joined(separator: ", "))."))
      return outcome
    }
    switch root.load(entry.path, id: id, limits: limits) {
    case .failure(let refusal):
      outcome.diagnostics.append(refusal.diagnostic)
      return outcome
    case .success(let file):
      outcome.file = file
      let document = reader.read(file, limits: limits)
      outcome.diagnostics = document.diagnostics
      guard !document.diagnostics.contains(where: { $0.severity == .error }) else { return outcome }
      guard document.tree != nil else {
        if entry.isDeclared {
          outcome.diagnostics.append(
            Diagnostic(
              .error, code: "front-matter-missing",
              message: "the file has no front matter, so there is no record to read",
              place: .span(Span(file: id, start: 0, end: 0)),
              remedy: "Begin it with `---`, the fields, `---`; or leave it out of the source."))
        }
        outcome.failed = entry.isDeclared
        return outcome
      }
      if let tree = document.tree, !entry.isDeclared, OwnFiles.isOwn(tree) {
        outcome.diagnostics.append(
          Diagnostic(
            .note, code: "file-own", message: "clauselint wrote the file; it holds no records",
            place: .path(entry.path)))
        outcome.failed = false
        return outcome
      }
      let bound = binder.bind(file, document, plan: entry.plan)
      outcome.diagnostics += bound.diagnostics
      outcome.failed = bound.diagnostics.contains { $0.severity == .error }
      outcome.bound = bound
      outcome.comments = DerogationComments(file: file, document: document, bound: bound)
        .find(by: binder, catalog: catalog)
      return outcome
    }
  }
}
