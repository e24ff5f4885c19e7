import CEL
public import ClauseAssessment
import ClauseBytes
import ClauseCalendar
public import ClauseDocuments
import ClausePatterns
public import ClauseRecords
public import ClauseRegisters
public import ClauseRules
public import ClauseSource

/// Everything a run knows before a rule is evaluated: files, packs, records, diagnostics.
public struct Workspace: Sendable {
  /// What became of one of the organisation's files.
  public struct FileFate: Sendable {
    /// Path from the root.
    public var path: String
    /// Whether it should hold records and could not be read.
    public var failed: Bool
    /// Records read from it.
    public var records: Int
    /// How it was read, part by part; empty when no format reads such files or nothing was read.
    public var readings: [Reading] = []
  }

  /// How a file, or a part of it, was read.
  public struct Reading: Sendable {
    /// What its source, if any, says of its form.
    public var form: ReadingOptions
    /// What the reader found out about its form.
    public var facts: DocumentFacts
    /// The source that names it, as an index of the configuration's sources; nil for conventions.
    public var source: Int?
    /// What its keys and headings were taken for.
    public var keys: [BoundKey]
    /// Records by type, as an index of the catalog.
    public var records: [Int: Int]
    /// Types of which it has a table or list without a record, as indices of the catalog.
    public var emptyTypes: Set<Int>
    /// Its tables that are registers or look like ones.
    public var registers: [ReadRegister]
    /// Whether it holds no records that concern us.
    public var isPassedOver: Bool
    /// Whether it should hold records and could not be read.
    public var failed: Bool
  }

  /// The options it was loaded with.
  public var options: RunOptions
  /// The configuration.
  public var configuration: Configuration
  /// The packs, checked.
  public var packs: PackSet
  /// The records with their references resolved: the packs' reference records and, of each type
  /// after them, the organisation's.
  public var store: RecordStore
  /// The organisation's files begin with this number; lower ones are the packs'.
  public var firstRecordFile: FileID
  /// All files by number.
  public var files: SourceFiles
  /// The organisation's files in byte order of their paths.
  public var fates: [FileFate]
  /// Trouble met while loading.
  public var diagnostics: [Diagnostic]
  /// Ids of the standards in scope, in the order of the packs.
  public var standards: [String]
  /// The clauses that the command line asks for, edition-qualified and without subclauses; empty
  /// for all, and where none of those named is known.
  public var clauses: [String]
  /// Derogations in comments: where they stand, and what is wrong with them.
  var comments: DerogationComments.Found
  /// What headings mean.
  public let lexicon: Lexicon
  /// The files that rules ask for.
  let evidence: EvidenceFiles

  /// Trouble met while loading, with its places.
  public var locatedDiagnostics: [LocatedDiagnostic] {
    Assessor(self).located(diagnostics)
  }

  /// Loads the organisation at `options.root`.
  ///
  /// - Throws: when the root itself cannot be read; everything else becomes a diagnostic.
  public static func load(_ options: RunOptions) throws(FileTrouble) -> Workspace {
    let root = try SourceRoot(path: options.root)
    var loader = WorkspaceLoader(root: root, options: options)
    return loader.load(nil)
  }

  /// Loads the organisation at `options.root` with packs that were read and compiled before,
  /// whatever packs its configuration and the options name: for many organisations, or many
  /// states of one, under the same rules.
  ///
  /// - Throws: when the root itself cannot be read; everything else becomes a diagnostic.
  public static func load(
    _ options: RunOptions, packs: PackLibrary
  ) throws(FileTrouble) -> Workspace {
    let root = try SourceRoot(path: options.root)
    var loader = WorkspaceLoader(root: root, options: options)
    return loader.load(packs)
  }
}

/// The steps of loading, in order.
private struct WorkspaceLoader {
  let root: SourceRoot
  let options: RunOptions
  var files = SourceFiles()
  /// Files that were read and hold no record.
  var passedOver: [FileID] = []
  var diagnostics: [Diagnostic] = []
  var comments = DerogationComments.Found()

  init(root: SourceRoot, options: RunOptions) {
    self.root = root
    self.options = options
  }

  /// Loads everything, with the packs of `library` or those that are configured.
  mutating func load(_ library: PackLibrary?) -> Workspace {
    let discovery = root.discover(
      limits: options.limits, bounds: FileSelection.bounds,
      wouldRead: { DocumentFormats.reader(forFileNamed: $0) != nil })
    let configuration = readConfiguration(discovery)
    let selection = FileSelection(discovery, configuration, options)
    diagnostics += selection.diagnostics
    let (set, firstFile) =
      library.map { take($0, configuration) } ?? joinPacks(configuration)
    let (bound, fates) = readRecords(selection, configuration, set, firstFile: firstFile)
    let reference = bindReferenceRecords(set)
    let root = self.root
    let names = SpelledPaths(discovery.files)
    let store = RecordStore.build(
      files: reference + bound, catalog: set.catalog, asOf: options.asOf,
      fileFacts: { Evidence.state(of: $0, in: root, names) })
    checkAmount(store, selection, firstFile: firstFile)
    noteMereNames(store)
    let scope = ScopeCheck(set: set, configuration: configuration, options: options)
    scope.checkTimeZone(&diagnostics)
    scope.checkOrganization(store, &diagnostics)
    let standards = scope.standards(&diagnostics)
    let clauses = scope.clauses(standards, &diagnostics)
    scope.checkRules(standards, &diagnostics)
    return Workspace(
      options: options, configuration: configuration, packs: set, store: store,
      firstRecordFile: FileID(firstFile), files: files, fates: fates,
      diagnostics: diagnostics,
      standards: standards, clauses: clauses, comments: comments, lexicon: Lexicon(set.catalog),
      evidence: EvidenceFiles(in: root, names))
  }

  // MARK: Configuration

  private mutating func readConfiguration(_ discovery: Discovery) -> Configuration {
    let id = FileID(0)
    let result: Result<SourceFile, FileRefusal>
    if let given = options.configuration {
      result = GivenFile.load(given, id: id, limits: options.limits, limit: .packFileBytes)
    } else if options.readsConfiguration,
      discovery.files.contains(where: { $0.path.equalsByBytes(Configuration.fileName) })
    {
      result = root.load(
        Configuration.fileName, id: id, limits: options.limits, limit: .packFileBytes)
    } else {
      return Configuration()
    }
    switch result {
    case .failure(let refusal):
      diagnostics.append(refusal.diagnostic)
      return Configuration()
    case .success(let file):
      files.add(file)
      let document = YAMLReader().read(file, limits: options.limits)
      diagnostics += document.diagnostics
      guard let tree = document.tree else { return Configuration() }
      return Configuration.read(file, tree, diagnostics: &diagnostics)
    }
  }

  /// The configured time zone; where it names none that there is, an error and UTC.
  private mutating func zone(_ configuration: Configuration) -> ClockZone {
    guard let word = configuration.timeZone else { return .utc }
    if let zone = ClockZone(named: word.text) { return zone }
    let near = ClockZone.nearest(to: word.text)
    diagnostics.append(
      ClockZone.hasDatabase
        ? ScopeCheck.unknownTimeZone(word, near: near)
        : Diagnostic(
          .error, code: "time-zone-database", message: ScopeCheck.noTimeZones(word.text),
          place: .span(word.span),
          remedy: LocalizedText(
            en: "Install it: apt-get install tzdata", fr: "Installez-la : apt-get install tzdata",
            ar: "ثبتها: apt-get install tzdata")))
    return .utc
  }

  // MARK: Packs

  /// The configured packs joined, and the number of the next file.
  private mutating func joinPacks(_ configuration: Configuration) -> (PackSet, Int32) {
    var loader = PackLoader(folders: options.packFolders, limits: options.limits, nextFile: 1)
    findPacks(configuration, &loader)
    let packs = loader.packs(jobs: options.jobs)
    for file in loader.files { files.add(file) }
    diagnostics += loader.diagnostics
    let set = PackSet.join(
      packs, overrides: configuration.parameters,
      language: .init(
        libraries: EngineFunctions.libraries, patterns: RE2Compiler(), limits: options.limits),
      files: files, spreading: Threads(jobs: options.jobs), diagnostics: &diagnostics)
    return (set, loader.nextFile)
  }

  /// The packs of `library` with the parameters of this organisation, and the number of the next
  /// file.
  private mutating func take(
    _ library: PackLibrary, _ configuration: Configuration
  ) -> (PackSet, Int32) {
    files.add(library.files)
    diagnostics += library.diagnostics
    var set = library.packs
    set.override(configuration.parameters, diagnostics: &diagnostics)
    return (set, library.nextFile)
  }

  private mutating func findPacks(_ configuration: Configuration, _ loader: inout PackLoader) {
    if !options.packs.isEmpty {
      let place = Span(file: FileID(0), start: 0, end: 0)
      for path in options.packs {
        // A word that is no folder is the id of a shipped pack, or a misspelt one.
        if path.utf8.contains(UInt8(ascii: "/")) || (try? SourceRoot(path: path)) != nil {
          loader.findGiven(path)
        } else {
          loader.findShipped(path, place: place)
        }
      }
      return
    }
    if configuration.packs.isEmpty {
      let ids = loader.shippedIDs()
      if ids.isEmpty {
        diagnostics.append(
          Diagnostic(
            .error, code: "pack-none",
            message: LocalizedText(
              en: "no rule pack was found", fr: "aucun référentiel n'a été trouvé",
              ar: "لم يعثر على أي مرجع للقواعد"), place: .run,
            remedy: LocalizedText(
              en: "Name packs in clauselint.yaml, with --pack, or set CLAUSELINT_PACKS.",
              fr:
                "Indiquez des référentiels dans clauselint.yaml ou avec --pack, ou définissez "
                + "CLAUSELINT_PACKS.",
              ar: "اذكر المراجع في clauselint.yaml أو بواسطة ‎--pack، أو حدد CLAUSELINT_PACKS.")))
      } else if configuration.span != nil {
        diagnostics.append(
          Diagnostic(
            .note, code: "pack-default",
            message: LocalizedText(
              en: "no packs are named; all shipped ones are used",
              fr: "aucun référentiel n'est indiqué ; tous ceux fournis sont utilisés",
              ar: "لم يذكر أي مرجع؛ استعملت كل المراجع المرفقة"),
            place: .path(Configuration.fileName)))
      }
      let none = Span(file: FileID(0), start: 0, end: 0)
      for id in ids { loader.findShipped(id, place: none) }
      return
    }
    for word in configuration.packs {
      guard word.text.contains("/") else {
        loader.findShipped(word.text, place: word.span)
        continue
      }
      let path = PathText.withoutDot(word.text)
      if let refusal = RelativePath.refusal(of: path) {
        diagnostics.append(
          Diagnostic(
            .error, code: "pack-path",
            message: refusal.following(
              en: "the pack lies outside the repository: ",
              fr: "le référentiel se trouve hors du dépôt : ", ar: "يوجد المرجع خارج المستودع: "),
            place: .span(word.span),
            remedy: LocalizedText(
              en: "Own packs lie in the repository, such as ./packs/own.",
              fr: "Vos propres référentiels se trouvent dans le dépôt, par exemple ./packs/own.",
              ar: "المراجع الخاصة تكون داخل المستودع، مثل ‎./packs/own.")
          ))
        continue
      }
      loader.findOwn(path, in: root)
    }
  }

  // MARK: Records

  private mutating func readRecords(
    _ selection: FileSelection, _ configuration: Configuration, _ set: PackSet, firstFile: Int32
  ) -> ([BoundFile], [Workspace.FileFate]) {
    let paths = selection.paths
    let entries = RecordFiles.entries(
      paths, sources: configuration.sources, catalog: set.catalog, diagnostics: &diagnostics)
    let outcomes = RecordFiles(
      root: root, catalog: set.catalog, lexicon: Lexicon(set.catalog), limits: options.limits,
      zone: zone(configuration),
      jobs: options.jobs
    ).read(entries, firstFile: firstFile)
    var bound: [BoundFile] = []
    // By bytes: two names may differ only in how they write an accent.
    var fates: [ByteKey: Workspace.FileFate] = [:]
    for outcome in outcomes {
      for file in outcome.files { files.add(file) }
      if outcome.records == 0, !outcome.failed, let file = outcome.files.first {
        passedOver.append(file.id)
      }
      diagnostics += outcome.diagnostics
      bound += outcome.readings.compactMap(\.bound)
      if let records = outcome.comments.records { bound.append(records) }
      comments.spans.formUnion(outcome.comments.spans)
      comments.problems += outcome.comments.problems
      fates[ByteKey(outcome.path)] = .init(
        path: outcome.path, failed: outcome.failed, records: outcome.records,
        readings: outcome.readings.map(\.summary))
    }
    let all = paths.map { fates[ByteKey($0)] ?? .init(path: $0, failed: false, records: 0) }
    diagnostics += selection.unassessed(all) + selection.emptyRegisters(set.catalog)
    let unnamed = all.filter(\.readings.isEmpty).map(\.path)
    diagnostics += UnreadFormat.registers(
      among: unnamed, catalog: set.catalog)
    return (bound, all)
  }

  private mutating func bindReferenceRecords(_ set: PackSet) -> [BoundFile] {
    let binder = RecordBinder(catalog: set.catalog, limits: options.limits)
    return set.packs.flatMap(\.records).map { reference in
      let bound = binder.bind(
        reference.file, ReadDocument(tree: reference.tree), plan: .conventions)
      // Where a key is unknown the join of the packs has said what is wrong.
      if reference.hasUnknownKeys(set.catalog) { return bound }
      diagnostics += bound.diagnostics
      if bound.records.isEmpty,
        !bound.diagnostics.contains(where: { $0.severity == .error })
      {
        diagnostics.append(
          Diagnostic(
            .error, code: "pack-form", english: "the file declares nothing a pack can hold",
            place: .span(Span(file: reference.file.id, start: 0, end: 0)),
            remedy: "Top-level keys are types, rules, standard, holidays or plural type names."))
      }
      return bound
    }
  }

  /// Says once for each type whose register was not given that names stand for its records.
  private mutating func noteMereNames(_ store: RecordStore) {
    for names in store.unprovided {
      let type = store.catalog.types[names.type]
      diagnostics.append(
        Diagnostic(
          .note, code: "names-only", message: RegisterWords.namesOnly(type, names.references),
          place: .span(names.first), remedy: RegisterWords.addRegister(type)))
    }
  }

  private mutating func checkAmount(
    _ store: RecordStore, _ selection: FileSelection, firstFile: Int32
  ) {
    if store.records.count > options.limits.records {
      diagnostics.append(
        .limitReached(
          .records, met: store.records.count, limits: options.limits,
          what: LocalizedText(
            en: "records of the run", fr: "enregistrements lus", ar: "القيود المقروءة"),
          place: .run))
    }
    // Reference records of packs do not make an organisation.
    let hasOwn = store.records.contains { $0.span.file.index >= firstFile }
    let below = selection.ownRoots
    if !hasOwn, !options.allowsEmpty, !below.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, code: "nothing-to-check",
          message: SelectionWords.text { $0.onlyOwnRoots(below.count) }, place: .run,
          remedy: SelectionWords.text { $0.ownRootRemedy(below[0]) }))
    } else if !hasOwn, !options.allowsEmpty {
      diagnostics.append(
        Diagnostic(
          .error, code: "nothing-to-check",
          message: RegisterWords.nothing, place: .run, remedy: RegisterWords.checkSources,
          related: passedOver.prefix(5).map {
            .init(
              message: RegisterWords.empty,
              place: .span(Span(file: $0, start: 0, end: 0)))
          }))
    }
  }
}
