public import ClauseAssessment
import ClauseCalendar
import ClauseRecords
import ClauseRules
public import ClauseSource

/// Arranges an assessment and the records behind it as a gap report.
public struct GapReportBuilder {
  /// What is asked for beside the assessment.
  public struct Options: Sendable {
    /// Languages of the report, the leading one first; empty for the workspace's own.
    public var languages: [Language] = []
    /// How far ahead to look, in days.
    public var horizons = [30, 60, 90, 180]
    /// Sampling; nil for none.
    public var sample: SampleRequest?
    /// A commit given on the command line instead of the repository's own.
    public var commit: String?

    /// The usual report.
    public init() {}
  }

  let workspace: Workspace
  let options: Options
  let assessor: Assessor
  let facts: RecordFacts

  /// Prepares the report on `workspace`.
  public init(_ workspace: Workspace, options: Options = Options()) {
    self.workspace = workspace
    self.options = options
    assessor = Assessor(workspace)
    let run = workspace.options
    let heap = EvaluationHeapBuilder(
      packs: workspace.packs, store: workspace.store, asOf: run.asOf,
      standards: assessor.standards, limits: run.limits, evidence: workspace.evidence,
      organization: workspace.configuration.organization?.text
    ).build().heap
    facts = RecordFacts(
      store: workspace.store, heap: heap, own: assessor.own, locator: assessor.locator,
      asOf: run.asOf)
  }

  /// Assesses in each language and arranges the result.
  public func build() -> GapReport {
    let languages = options.languages.isEmpty ? [workspace.options.language] : options.languages
    let editions = languages.map { language in
      var workspace = workspace
      workspace.options.language = language
      return Assessor(workspace).assess()
    }
    var report = GapReport(editions: editions)
    report.identification = GapIdentification(
      scope: scope(), commit: (options.commit ?? GitHead.commit(of: workspace)).map(Untrusted.init))
    report.contexts = editions[0].findings.map { context(of: $0) }
    report.exclusions = exclusions(editions[0].exceptions)
    report.attestations = attestations(editions[0].exceptions)
    report.derogations = derogations(editions[0])
    report.actions = actions()
    report.clauses = clauseRows(report)
    report.documents = editions[0].documentedInformation
    report.legal = legal(editions[0].findings)
    report.horizons = options.horizons
    report.comingDue = comingDue(editions, languages)
    report.gates = Readiness(builder: self, assessment: editions[0], legal: report.legal).gates()
    report.indicators = indicators()
    report.projects = projects()
    report.inventory = inventory()
    report.sample = options.sample.map {
      Sampling(facts: facts, request: $0).draw(report.assessment.findings)
    }
    return report
  }

  private func context(of finding: Finding) -> FindingContext {
    guard let record = finding.record, let fields = facts.record(record) else {
      return FindingContext()
    }
    return FindingContext(
      record: fields.label, process: facts.process(of: fields)?.label,
      owner: facts.owner(of: fields))
  }

  private func scope() -> ScopeStatement? {
    guard let record = facts.records(ScopeView.self).first, let label = record.label,
      let text = record.text(.text)
    else { return nil }
    return ScopeStatement(
      record: label, text: text, boundaries: record.text(.boundaries),
      sites: record.fields.elements(ScopeView.sites.rawValue).compactMap(\.label),
      excludedSites: record.elements(.excludedSites, as: ExcludedSiteView.self).compactMap {
        entry in
        entry.label(.site).map { ($0, entry.text(.reason)) }
      },
      approvedBy: record.label(.approvedBy), approvedOn: record.date(.approvedOn))
  }

  private func comingDue(_ editions: [Assessment], _ languages: [Language]) -> [ComingDue] {
    guard let days = options.horizons.max(), let until = workspace.options.asOf.adding(days: days)
    else { return [] }
    let found = Forecast(workspace, today: editions[0], languages: languages).findings(until: until)
    return found.map { entry in
      var entry = entry
      entry.context = context(of: entry.finding)
      return entry
    }
  }

  private func inventory() -> [InventoryRow] {
    let store = workspace.store
    return store.catalog.types.enumerated().map { index, type in
      let records = assessor.own.indices(ofType: index)
      let files = Set(records.map { store.records[$0].span.file })
      let paths = files.compactMap { workspace.files[$0]?.path }
        .sorted { $0.precedesByBytes($1) }
      return InventoryRow(
        type: type.name, title: type.title, records: records.count,
        files: paths.map { Untrusted($0) })
    }
  }
}
