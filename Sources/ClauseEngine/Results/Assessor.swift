import CEL
public import ClauseAssessment
import ClauseCalendar
import ClauseRecords
import ClauseRules
import ClauseSource

/// Evaluates a workspace: records and rules in, an assessment out.
public struct Assessor {
  let workspace: Workspace
  let standards: [Standard]
  let rules: [CompiledRule]
  let rulesOutOfScope: Int
  let places: Places
  let own: OwnRecords
  let locator: Locator
  private let contents: RecordContents
  private let rows: RowExcerpts

  /// Prepares the assessment of `workspace`.
  public init(_ workspace: Workspace) { self.init(workspace, rules: nil) }

  /// Prepares the assessment by the rules with these ids; nil for all.
  init(_ workspace: Workspace, rules wanted: Set<String>?) {
    self.workspace = workspace
    standards = workspace.packs.standards.filter { workspace.standards.contains($0.id) }
    let scope = standards.map(\.id)
    let declared = workspace.packs.rules.filter { $0.rule.isInScope(scope) }
    rulesOutOfScope = workspace.packs.rules.count - declared.count
    let builtIn = IntegrityFindings.defaults(declared: workspace.packs.rules).filter {
      // Where nothing is excepted there is nothing to ask of exceptions.
      $0.integrityKind?.isAboutExceptions != true || ExceptionRegister.hasAny(in: workspace)
    }
    rules = (declared + builtIn)
      .filter { wanted?.contains($0.rule.id) ?? true }
      .sorted { $0.rule.id.precedesByBytes($1.rule.id) }
    own = OwnRecords(store: workspace.store, firstFile: workspace.firstRecordFile)
    places = Places(workspace: workspace, own: own)
    locator = Locator(files: workspace.files)
    contents = RecordContents(workspace.store)
    rows = RowExcerpts(workspace)
  }

  /// Runs all rules; `gate` says which of the findings are known already.
  public func assess(_ gate: Gate = Gate()) -> Assessment {
    let options = workspace.options
    let values = EvaluationHeapBuilder(
      packs: workspace.packs, store: workspace.store, asOf: options.asOf, standards: standards,
      limits: options.limits, evidence: workspace.evidence,
      organization: workspace.configuration.organization?.text,
      notProvided: workspace.typesNotProvided)
    let heap = values.build()
    var unknownColumns: EvaluationHeapBuilder?
    if workspace.store.lacksColumns {
      unknownColumns = values
      unknownColumns?.columnsAreUnknown = true
    }
    let disciplines = Standard.disciplines.filter { name in
      standards.contains { $0.discipline == name }
    }
    // Where nothing was read nothing is judged; the error says what lies there.
    let isJudged = !workspace.diagnostics.contains { $0.code == "nothing-to-check" }
    let shards = RuleEvaluation(
      rules: isJudged ? rules : [], store: workspace.store, own: own, heap: heap,
      renderer: MessageRenderer(
        language: options.language, store: workspace.store, files: workspace.files,
        computed: workspace.packs.computed, keys: keys, limits: options.limits),
      disciplines: disciplines, jobs: options.jobs, limits: options.limits,
      extents: ExtentFinder(contents: contents), unknownColumns: unknownColumns
    ).run()
    var integrity = IntegrityFindings(
      rules: rules, store: workspace.store, own: own, names: names
    ).run(departed: heap.departed)
    limitFindings(of: &integrity, beside: shards)
    return assemble(
      shards + [integrity], heap, gate, diagnostics: workspace.diagnostics + heap.diagnostics)
  }

  /// What the headings of the registers were taken for.
  private var keys: [BoundKey] { workspace.fates.flatMap(\.readings).flatMap(\.keys) }

  private var names: FieldNames {
    FieldNames(workspace.store.catalog, workspace.options.language, keys: keys)
  }

  /// Leaves out what passes the limit of findings together with those of `shards`.
  private func limitFindings(of integrity: inout ShardResult, beside shards: [ShardResult]) {
    let limits = workspace.options.limits
    let room = max(0, limits.findings - shards.reduce(0) { $0 + $1.findings.count })
    let excess = integrity.findings.count - room
    guard excess > 0 else { return }
    // What is left out was seen and is not told: no clause may look better for it.
    integrity.counts += integrity.findings.suffix(excess).map { ($0.rule, RuleCount(skipped: 1)) }
    integrity.findings.removeLast(excess)
    integrity.diagnostics.append(
      .limitReached(
        .findings, met: limits.findings + excess, limits: limits,
        what: LocalizedText(
          en: "findings of the run with those of the built-in checks",
          fr: "constats de la vérification, contrôles intégrés compris",
          ar: "المعاينات بما فيها نتائج المراقبات المدمجة"), place: .run))
  }

  private func assemble(
    _ shards: [ShardResult], _ heap: EvaluationHeap, _ gate: Gate, diagnostics: [Diagnostic]
  ) -> Assessment {
    let options = workspace.options
    var counts = [RuleCount](repeating: RuleCount(), count: rules.count)
    for shard in shards {
      for (rule, count) in shard.counts { counts[rule] += count }
    }
    var grading = Grading(rules: rules, counts: counts)
    var findings = shards.flatMap(\.findings).map { finding($0, grading) }
    findings.sort(by: Self.precedes)
    Fingerprint.separateTwins(&findings)
    var exceptions = ExceptionRegister(workspace: workspace, values: heap.heap)
    exceptions.accept(&findings)
    exceptions.refuteExclusions(by: findings)
    let about = ExceptionFindings(
      register: exceptions, workspace: workspace, findings: findings,
      integrity: IntegrityFindings(
        rules: rules, store: workspace.store, own: own, names: names)
    ).run()
    for (rule, count) in about.counts { counts[rule] += count }
    grading = Grading(rules: rules, counts: counts)
    findings += about.findings.map { raw, related in
      var found = finding(raw, grading)
      found.related += related
      return found
    }
    findings.sort(by: Self.precedes)
    var notices = shards.flatMap(\.notices).map { notice($0) }
    notices.sort { ($0.location, $0.rule) < ($1.location, $1.rule) }
    let clauses = ClauseStates(
      exceptions: exceptions, standards: standards, rules: rules, counts: counts,
      findings: findings,
      drafts: Set(workspace.packs.packs.filter { $0.status == .draft }.map(\.id))
    ).results()
    exceptions.countUses(in: clauses)
    let documents = DocumentedInformationCheck(
      rows: workspace.packs.documentedInformation, store: workspace.store, own: own, heap: heap,
      standards: Set(standards.map(\.id)), excluded: exceptions.excluded(in: standards),
      rules: Set(rules.map(\.rule.id)))
    var assessment = Assessment(
      toolVersion: options.toolVersion, asOf: options.asOf, language: options.language,
      organization: organization(), standards: clauses,
      packs: workspace.packResults, rules: ruleTable(counts), findings: findings, notices: notices,
      diagnostics: located(
        diagnostics + shards.flatMap(\.diagnostics)
          + MissingColumnWarnings(catalog: workspace.store.catalog)
          .diagnostics(shards.map(\.missingColumns))), files: fileResults(),
      recordCount: own.count, registers: registers(), exceptions: exceptions.results(locator),
      documentedInformation: documents.results(), restriction: workspace.restriction,
      rulesOutOfScope: rulesOutOfScope, parameters: workspace.changedParameters)
    assessment.unread = UnreadFiles(workspace: workspace).list()
    assessment.notProvided = NotProvided(
      types: workspace.typesNotProvided, catalog: workspace.store.catalog, rules: rules,
      wanted: shards.map(\.notProvided), citations: { citations($0, discipline: nil) }
    ).registers()
    gate.apply(to: &assessment, context(gate))
    assessment.findings.removeAll { !isAsked($0) }
    assessment.notices.removeAll { !isAsked(rule: $0.rule) }
    return assessment
  }

  private static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    if a.location != b.location { return a.location < b.location }
    if a.rule != b.rule { return a.rule.precedesByBytes(b.rule) }
    return a.fingerprint.precedesByBytes(b.fingerprint)
  }

  /// Whether the command line asks for a rule.
  private func isAsked(rule id: String) -> Bool {
    let asked = workspace.options.rules
    return asked.isEmpty || asked.contains { $0.equalsByBytes(id) }
  }

  /// Whether the command line asks for a finding: its path, its clause and its rule.
  private func isAsked(_ finding: Finding) -> Bool {
    let options = workspace.options
    let path = finding.location.path.unescaped
    let hasPath =
      options.paths.isEmpty
      || options.paths.contains { PathText.isPath(path, in: $0) }
    let hasClause =
      options.clauses.isEmpty
      || finding.clauses.contains { clause in
        workspace.clauses.contains { clause.equalsByBytes($0) }
      }
    return hasPath && hasClause && isAsked(rule: finding.rule)
  }

  // MARK: Findings

  private func finding(_ raw: RawFinding, _ grading: Grading) -> Finding {
    let rule = rules[raw.rule].rule
    let record = raw.record.map { reference($0) }
    let basis: Basis = raw.isPractice ? .practice : rule.basis
    let span = raw.span ?? places.span(ofRuleReading: rules[raw.rule].globalsRead)
    let related = raw.related.map {
      RelatedLocation(message: $0.0, location: locator.location($0.1))
    }
    // Rules are evaluated once for a record; of what the built-in checks find there may be several.
    let isOneOfSeveral = rules[raw.rule].integrityKind != nil
    var finding = Finding(
      rule: rule.id, severity: grading.severity(of: raw.rule, basis: basis), basis: basis,
      message: raw.message, because: raw.because, remedy: raw.remedy,
      clauses: citations(rule, discipline: raw.discipline), record: record,
      field: raw.fields.first.map { Untrusted($0) }, location: locator.location(span),
      related: related,
      fingerprint: Fingerprint.of(
        rule: rule.id, record: record, field: isOneOfSeveral ? raw.fields.first : nil,
        discipline: raw.discipline, value: raw.valueKey), extent: raw.extent,
      isDataError: basis == .data && rules[raw.rule].integrityKind?.isDataError == true)
    // Of a problem of the data the message quotes the cell.
    if basis != .data, let record = raw.record {
      finding.row = rows.excerpt(of: workspace.store.records[record], at: span)
    }
    return finding
  }

  private func notice(_ raw: RawNotice) -> RuleNotice {
    let fallback = raw.record.map { workspace.store.records[$0].anchor }
    return RuleNotice(
      rule: rules[raw.rule].rule.id, record: raw.record.map { reference($0) }, reason: raw.reason,
      field: raw.field, cause: raw.cause,
      location: locator.location(
        raw.span ?? fallback ?? places.span(ofRuleReading: rules[raw.rule].globalsRead)))
  }

  private func reference(_ index: Int) -> RecordReference { contents.reference(index) }

  /// What comparisons with earlier runs ask; nothing when there are none.
  private func context(_ gate: Gate) -> GateContext {
    let options = workspace.options
    var context = GateContext(
      isWhole: !options.readsOnlyPaths && options.standards.isEmpty, records: [],
      registersRead: [:])
    guard gate.baseline != nil || gate.revision != nil else { return context }
    let catalog = workspace.store.catalog
    for type in catalog.types.indices {
      for index in own.indices(ofType: type) {
        context.records.insert(GateContext.key(reference(index)))
      }
    }
    for rule in rules {
      context.registersRead[rule.rule.id] = Set(
        rule.globalsRead.compactMap { catalog.index(ofPlural: $0) }.map { catalog.types[$0].name })
    }
    return context
  }

  /// What was read from which file.
  private func registers() -> [RegisterResult] {
    let catalog = workspace.store.catalog
    var found: [RegisterResult] = []
    for fate in workspace.fates {
      var counts: [Int: Int] = [:]
      for reading in fate.readings { counts.merge(reading.records, uniquingKeysWith: +) }
      found += counts.filter { $0.value > 0 }.map { type, records in
        RegisterResult(type: catalog.types[type].name, file: fate.path, records: records)
      }
    }
    return found.sorted { a, b in
      a.type.unescaped.equalsByBytes(b.type.unescaped)
        ? a.file.unescaped.precedesByBytes(b.file.unescaped)
        : a.type.unescaped.precedesByBytes(b.type.unescaped)
    }
  }

  /// The clauses a finding cites: those of the standards in scope, of one discipline where the
  /// rule is about one.
  private func citations(_ rule: Rule, discipline: String?) -> [String] {
    rule.clauses.filter { citation in
      standards.contains {
        $0.id == citation.standard && (discipline == nil || $0.discipline == discipline)
      }
    }.map(\.clauseID)
  }

  // MARK: Tables

  private func ruleTable(_ counts: [RuleCount]) -> [RuleResult] {
    rules.enumerated().map { index, compiled in
      let rule = compiled.rule
      var remedy = LocalizedText()
      for (language, source) in rule.remedy { remedy.texts[language] = source.text }
      if let kind = compiled.integrityKind, remedy.isEmpty { remedy = kind.remedy }
      let cited = citations(rule, discipline: nil)
      return RuleResult(
        id: rule.id, pack: rule.pack, title: rule.title, remedy: remedy,
        severity: rule.basis == .data
          ? .data : rule.basis == .practice ? .observation : rule.severity,
        basis: rule.basis,
        recordType: rule.subject.name, clauses: cited,
        evaluated: counts[index].evaluated, failed: counts[index].failed,
        skipped: counts[index].skipped,
        clausesByCrosswalk: cited.filter { rule.follows($0) })
    }
  }

  private func organization() -> OrganizationResult? {
    let store = workspace.store
    guard let type = store.catalog.index(ofType: "organization") else { return nil }
    let declared = store.records(ofType: type)
    let wanted = workspace.configuration.organization?.text
    guard
      let record = declared.first(where: { record in
        wanted.map { record.id.unescaped.equalsByBytes($0) } ?? false
      }) ?? declared.first
    else {
      return nil
    }
    var name: [Language: Untrusted] = [:]
    for (language, fields) in [
      (Language.english, ["name", "title"]), (.french, ["name_fr", "title_fr"]),
      (.arabic, ["name_ar", "title_ar"]),
    ] {
      for field in fields where name[language] == nil {
        guard let slot = store.catalog.slot(of: field, inType: type),
          let text = store.heap.string(of: store.heap.field(slot, of: record.object))
        else { continue }
        name[language] = Untrusted(text)
      }
    }
    return OrganizationResult(id: record.id.unescaped, name: name)
  }

  private func fileResults() -> [FileResult] {
    workspace.fates.map { fate in
      FileResult(
        path: fate.path,
        fate: fate.failed ? .notAssessed : fate.records > 0 ? .assessed : .passedOver,
        records: fate.records)
    }
  }

  /// Diagnostics with their places, in the order of the run, each once.
  func located(_ diagnostics: [Diagnostic]) -> [LocatedDiagnostic] {
    // By the English sentence where all else is equal: the order is the same in every language.
    var sorted = diagnostics.map {
      (said: locator.located($0, in: workspace.options.language), order: $0.message[.english])
    }
    sorted.sort { a, b in
      let byText = (a.said.code, a.order) < (b.said.code, b.order)
      switch (a.said.location, b.said.location) {
      case (nil, nil): return byText
      case (nil, _): return true
      case (_, nil): return false
      case (let x?, let y?): return x != y ? x < y : byText
      }
    }
    var unique: [LocatedDiagnostic] = []
    for (diagnostic, _) in sorted where unique.last != diagnostic { unique.append(diagnostic) }
    return unique
  }
}
