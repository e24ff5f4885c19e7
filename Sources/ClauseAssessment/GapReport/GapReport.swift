public import ClauseCalendar
public import ClauseSource

/// What an auditor reads of a run: the assessment arranged by clause, obligation and deadline, with
/// what the records say of the organisation. Pure values in their final order; writers only set
/// them in type.
///
/// It reports what is declared. It holds no score, and no verdict on certification.
public struct GapReport: Sendable {
  /// The same result with its messages in each language asked for, the leading one first. All of
  /// them have the same findings at the same indices.
  public var editions: [Assessment]
  /// What was assessed, when, with what.
  public var identification: GapIdentification
  /// The clauses of all standards by number.
  public var clauses: [ClauseRow]
  /// What is known about each finding beside the finding, at the same index.
  public var contexts: [FindingContext]
  /// The mandatory documented information and what was found of it.
  public var documents: [DocumentedInformationResult]
  /// Compliance with legal and other obligations.
  public var legal: LegalCompliance
  /// Findings that begin after the as-of date, by that day.
  public var comingDue: [ComingDue]
  /// How far ahead `comingDue` looks, in days: the bands of the report.
  public var horizons: [Int]
  /// Clauses justified as not applicable.
  public var exclusions: [ExclusionRow]
  /// Signed statements where no record can prove a clause.
  public var attestations: [AttestationRow]
  /// Findings accepted until a date.
  public var derogations: [DerogationRow]
  /// The organisation's plan of action.
  public var actions: [ActionRow]
  /// The self-check before an audit.
  public var gates: [ReadinessGate]
  /// Indicators with their measured values.
  public var indicators: [IndicatorSeries]
  /// Projects of the development programme.
  public var projects: [ProjectRow]
  /// What was read, by record type; registers without a record too.
  public var inventory: [InventoryRow]
  /// Records drawn for the auditor; nil when none were asked for.
  public var sample: SampleList?

  /// Makes a report of one or more editions of an assessment; the sections are empty.
  ///
  /// - Precondition: there is at least one edition.
  public init(editions: [Assessment], identification: GapIdentification = GapIdentification()) {
    precondition(!editions.isEmpty, "a report has at least one edition")
    self.editions = editions
    self.identification = identification
    clauses = []
    contexts = editions[0].findings.map { _ in FindingContext() }
    documents = []
    legal = LegalCompliance()
    comingDue = []
    horizons = [30, 60, 90, 180]
    exclusions = []
    attestations = []
    derogations = []
    actions = []
    gates = []
    indicators = []
    projects = []
    inventory = []
  }

  /// The leading edition.
  public var assessment: Assessment { editions[0] }
  /// The languages in the order asked for.
  public var languages: [Language] { editions.map(\.language) }

  /// Indices of findings in `state` with one of `severities`, in the report's order.
  public func findings(_ severities: Set<Severity>, state: FindingState = .new) -> [Int] {
    assessment.findings.indices.filter {
      severities.contains(assessment.findings[$0].severity)
        && assessment.findings[$0].state == state
    }
  }
}

/// A record as a report names it.
public struct RecordLabel: Hashable, Sendable {
  /// Its type and id.
  public var reference: RecordReference
  /// Its titles, as far as it has any; under English the title whose language is not declared.
  public var titles: [Language: Untrusted]
  /// Where it is declared; nil for a record of a pack.
  public var location: Location?

  /// Names a record.
  public init(
    reference: RecordReference, titles: [Language: Untrusted] = [:], location: Location? = nil
  ) {
    self.reference = reference
    self.titles = titles
    self.location = location
  }

  /// The title in `language`, else the one whose language is not declared, else any.
  public func title(in language: Language) -> Untrusted? {
    titles[language] ?? titles[.english] ?? titles[.french] ?? titles[.arabic]
  }
}

/// What was assessed.
public struct GapIdentification: Hashable, Sendable {
  /// The declared scope of the system; nil when no scope record was read.
  public var scope: ScopeStatement?
  /// Commit of the organisation's repository: the hash at HEAD, or one given on the command line.
  /// Whether files differ from it is not known.
  public var commit: Untrusted?

  /// Makes an identification.
  public init(scope: ScopeStatement? = nil, commit: Untrusted? = nil) {
    self.scope = scope
    self.commit = commit
  }
}

/// The scope of the system as the organisation states it.
public struct ScopeStatement: Hashable, Sendable {
  /// The record.
  public var record: RecordLabel
  /// The statement itself.
  public var text: Untrusted
  /// Boundaries; nil when not declared.
  public var boundaries: Untrusted?
  /// Sites covered.
  public var sites: [RecordLabel]
  /// Sites left out, each with its reason.
  public var excludedSites: [(RecordLabel, Untrusted?)] {
    zip(excluded, excludedReasons).map { ($0, $1) }
  }
  private var excluded: [RecordLabel]
  private var excludedReasons: [Untrusted?]
  /// Who approved it.
  public var approvedBy: RecordLabel?
  /// When it was approved.
  public var approvedOn: CivilDate?

  /// Makes a statement.
  public init(
    record: RecordLabel, text: Untrusted, boundaries: Untrusted? = nil, sites: [RecordLabel] = [],
    excludedSites: [(RecordLabel, Untrusted?)] = [], approvedBy: RecordLabel? = nil,
    approvedOn: CivilDate? = nil
  ) {
    self.record = record
    self.text = text
    self.boundaries = boundaries
    self.sites = sites
    excluded = excludedSites.map(\.0)
    excludedReasons = excludedSites.map(\.1)
    self.approvedBy = approvedBy
    self.approvedOn = approvedOn
  }
}

/// What is known about a finding beside the finding itself.
public struct FindingContext: Hashable, Sendable {
  /// The record it is about; nil for the organisation as a whole.
  public var record: RecordLabel?
  /// The process it concerns, as the record says.
  public var process: RecordLabel?
  /// Who answers for the record: a proposal, not an assignment.
  public var owner: RecordLabel?

  /// Makes a context.
  public init(
    record: RecordLabel? = nil, process: RecordLabel? = nil, owner: RecordLabel? = nil
  ) {
    self.record = record
    self.process = process
    self.owner = owner
  }
}

/// Records of one type that were read.
public struct InventoryRow: Hashable, Sendable {
  /// Name of the record type.
  public var type: String
  /// Its title.
  public var title: LocalizedText
  /// How many; 0 for a register nobody keeps.
  public var records: Int
  /// The files they come from, by path bytes.
  public var files: [Untrusted]

  /// Makes a row.
  public init(type: String, title: LocalizedText, records: Int, files: [Untrusted]) {
    self.type = type
    self.title = title
    self.records = records
    self.files = files
  }
}
