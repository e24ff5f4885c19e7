public import ClauseCalendar
public import ClauseSource

/// What the declarations show of one clause. We check declarations, not reality.
public enum ClauseState: String, Sendable, Hashable, CaseIterable {
  /// At least one rule ran on at least one record and none failed.
  case conform
  /// A rule that cites the clause failed with a major or minor finding.
  case nonconform
  /// Every failure is accepted until a date.
  case derogated
  /// A signed statement stands where no record can prove the clause.
  case attested
  /// Justified as not applicable, where the standard allows it.
  case notApplicable = "not_applicable"
  /// Nothing was met that could show conformity.
  case notAssessed = "not_assessed"
}

/// The state of one clause with what it rests on.
public struct ClauseResult: Hashable, Sendable {
  /// Edition-qualified id, `iso9001:2015/7.5.2`.
  public var id: String
  /// Title in the run's language, in our own words.
  public var title: LocalizedText
  /// Whether the clause carries requirements itself; a parent rolls up its children's worst state.
  public var isLeaf: Bool
  /// The state.
  public var state: ClauseState
  /// Rules that cite it and ran on at least one record.
  public var rules: Int
  /// Records those rules ran on (evaluations, counted per rule).
  public var records: Int
  /// Findings that cite it and that no derogation accepts, observations included.
  public var findings: Int
  /// Those of `rules` that cite another edition and reach the clause by a crosswalk.
  public var rulesByCrosswalk: Int

  /// Makes a result.
  public init(
    id: String, title: LocalizedText, isLeaf: Bool, state: ClauseState, rules: Int, records: Int,
    findings: Int, rulesByCrosswalk: Int = 0
  ) {
    self.id = id
    self.title = title
    self.isLeaf = isLeaf
    self.state = state
    self.rules = rules
    self.records = records
    self.findings = findings
    self.rulesByCrosswalk = rulesByCrosswalk
  }
}

/// A standard of the run with its clauses in the standard's order.
public struct StandardResult: Hashable, Sendable {
  /// Edition-qualified id, `iso9001:2015`.
  public var id: String
  /// Short name for people, `ISO 9001`.
  public var name: String
  /// The clauses, parents before their children.
  public var clauses: [ClauseResult]

  /// Makes a result.
  public init(id: String, name: String, clauses: [ClauseResult]) {
    self.id = id
    self.name = name
    self.clauses = clauses
  }
}

/// A rule as it stands in the run's rule table, with how often it met a record.
public struct RuleResult: Hashable, Sendable {
  /// Rule id.
  public var id: String
  /// Pack that declares it.
  public var pack: String
  /// What it asks, in three languages.
  public var title: LocalizedText
  /// How to mend a failure.
  public var remedy: LocalizedText
  /// Declared severity, before grading.
  public var severity: Severity
  /// What it rests on.
  public var basis: Basis
  /// Record type it ranges over; `organization` for once over the organisation.
  public var recordType: String
  /// Clauses it cites, restricted to the run's standards.
  public var clauses: [String]
  /// Records it was evaluated on.
  public var evaluated: Int
  /// Evaluations that failed.
  public var failed: Int
  /// Records it could not decide on, each with a notice.
  public var skipped: Int
  /// Those of `clauses` that the rule reaches by a crosswalk from another edition.
  public var clausesByCrosswalk: [String]

  /// Makes an entry.
  public init(
    id: String, pack: String, title: LocalizedText, remedy: LocalizedText, severity: Severity,
    basis: Basis, recordType: String, clauses: [String], evaluated: Int, failed: Int, skipped: Int,
    clausesByCrosswalk: [String] = []
  ) {
    self.id = id
    self.pack = pack
    self.title = title
    self.remedy = remedy
    self.severity = severity
    self.basis = basis
    self.recordType = recordType
    self.clauses = clauses
    self.evaluated = evaluated
    self.failed = failed
    self.skipped = skipped
    self.clausesByCrosswalk = clausesByCrosswalk
  }

  /// Whether no record was there to evaluate it on.
  public var isVacuous: Bool { evaluated == 0 && skipped == 0 }
}

/// A rule that could not decide on a record, and why.
public struct RuleNotice: Hashable, Sendable {
  /// What kind of cause it has.
  public enum Cause: String, Sendable, Hashable {
    /// A value is written that cannot be read.
    case unreadable
    /// A value that must be there is not.
    case missing
    /// Nobody declared the organisation that the rule asks about, or the register has no column
    /// for what it asks.
    case notProvided = "not_provided"
  }

  /// Rule id.
  public var rule: String
  /// The record.
  public var record: RecordReference?
  /// Why not, such as the field whose value could not be read.
  public var reason: Message
  /// Path of the field whose value is missed; nil where none is.
  public var field: Untrusted?
  /// What kind of cause it is.
  public var cause: Cause
  /// The place that has to be mended first.
  public var location: Location
  /// Whether the baseline or the revision has it, so that it does not count against the gate.
  public var isKnown: Bool

  /// Makes a notice.
  public init(
    rule: String, record: RecordReference?, reason: Message, field: String? = nil,
    cause: Cause = .unreadable,
    location: Location, isKnown: Bool = false
  ) {
    self.rule = rule
    self.record = record
    self.reason = reason
    self.field = field.map { Untrusted($0) }
    self.cause = cause
    self.location = location
    self.isKnown = isKnown
  }
}

/// A diagnostic with its place resolved, ready for a reporter.
public struct LocatedDiagnostic: Hashable, Sendable {
  /// How much it weighs.
  public var severity: Diagnostic.Severity
  /// Stable kebab-case word for the kind.
  public var code: String
  /// What is wrong.
  public var message: Untrusted
  /// How to mend it; may be empty.
  public var remedy: Untrusted
  /// Where; nil for the run as a whole.
  public var location: Location?
  /// Other places that explain it.
  public var related: [RelatedLocation]
  /// The language of its sentences.
  public var language: Language

  /// Makes a located diagnostic.
  public init(
    severity: Diagnostic.Severity, code: String, message: Untrusted, remedy: Untrusted,
    location: Location?, related: [RelatedLocation] = [], language: Language = .english
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.remedy = remedy
    self.location = location
    self.related = related
    self.language = language
  }
}

/// A pack of the run.
public struct PackResult: Hashable, Sendable {
  /// Pack id.
  public var id: String
  /// Its version text.
  public var version: String
  /// `released` or `draft`.
  public var status: String
  /// SHA-256 of its files in byte order of their paths, hexadecimal.
  public var sha256: String
  /// Whether it is the organisation's own, not one of those that come with the product.
  public var isOwn: Bool
  /// What it holds.
  public var contents: PackContents

  /// Makes an entry.
  public init(
    id: String, version: String, status: String, sha256: String, isOwn: Bool = false,
    contents: PackContents = PackContents()
  ) {
    self.id = id
    self.version = version
    self.status = status
    self.sha256 = sha256
    self.isOwn = isOwn
    self.contents = contents
  }

  /// Whether it is unfinished: its rules find, and prove nothing.
  public var isDraft: Bool { status == "draft" }
}

/// What became of one file of the run.
public struct FileResult: Hashable, Sendable {
  /// What became of a file.
  public enum Fate: String, Sendable, Hashable {
    /// Its records were read.
    case assessed
    /// It should hold records and could not be read: an error diagnostic says why.
    case notAssessed = "not_assessed"
    /// It holds no records; the diagnostics say why it was passed over.
    case passedOver = "passed_over"
  }

  /// Path from the root.
  public var path: Untrusted
  /// What became of it.
  public var fate: Fate
  /// Records read from it.
  public var records: Int

  /// Makes an entry.
  public init(path: String, fate: Fate, records: Int) {
    self.path = Untrusted(path)
    self.fate = fate
    self.records = records
  }
}

/// The records of one type that were read from one file: what a comparison must find again.
public struct RegisterResult: Hashable, Sendable {
  /// Name of the record type.
  public var type: Untrusted
  /// Path from the root.
  public var file: Untrusted
  /// How many records.
  public var records: Int

  /// Makes an entry.
  public init(type: String, file: String, records: Int) {
    self.type = Untrusted(type)
    self.file = Untrusted(file)
    self.records = records
  }
}

/// The organisation under assessment.
public struct OrganizationResult: Hashable, Sendable {
  /// The id of its record.
  public var id: Untrusted
  /// Its name by language, as far as declared.
  public var name: [Language: Untrusted]

  /// Makes an entry.
  public init(id: String, name: [Language: Untrusted]) {
    self.id = Untrusted(id)
    self.name = name
  }
}

/// The result of a run. Everything a reporter needs is here, in its final order.
public struct Assessment: Sendable {
  /// Version of the tool.
  public var toolVersion: String
  /// The civil date the run was made for.
  public var asOf: CivilDate
  /// The language of messages.
  public var language: Language
  /// The organisation; nil when no organisation record was found.
  public var organization: OrganizationResult?
  /// The standards in scope.
  public var standards: [StandardResult]
  /// The packs loaded, in loading order.
  public var packs: [PackResult]
  /// The rule table, in byte order of the ids.
  public var rules: [RuleResult]
  /// Findings by path bytes, line, column, rule.
  public var findings: [Finding]
  /// Rules that could not decide, in the same order.
  public var notices: [RuleNotice]
  /// Trouble with the input, in the same order, the run's own first.
  public var diagnostics: [LocatedDiagnostic]
  /// Every file met, by path bytes.
  public var files: [FileResult]
  /// The files among them from which no record was read: what may be a register first.
  public var unread: [UnreadFile] = []
  /// Registers that rules ask about and nobody provided; what depends on them was not assessed.
  public var notProvided: [NotProvidedRegister] = []
  /// Records of all types.
  public var recordCount: Int
  /// What was read from which file, by the bytes of type and path.
  public var registers: [RegisterResult]
  /// Exclusions, derogations and attestations, by kind, end and place.
  public var exceptions: [ExceptionResult]
  /// What became of the baseline's entries; nil without a baseline.
  public var baseline: BaselineResult?
  /// What changed since a revision; nil when nobody asked.
  public var revision: RevisionResult?
  /// What the standards in scope ask to be written down, in the order of the packs.
  public var documentedInformation: [DocumentedInformationResult]
  /// What the command line restricted the run to.
  public var restriction: RunRestriction
  /// Rules of the packs that did not run, because they cite only standards out of scope.
  public var rulesOutOfScope: Int
  /// Parameters with another value than the pack's, in the order of the packs.
  public var parameters: [ParameterChange]

  /// Makes a result.
  public init(
    toolVersion: String, asOf: CivilDate, language: Language,
    organization: OrganizationResult? = nil, standards: [StandardResult] = [],
    packs: [PackResult] = [], rules: [RuleResult] = [], findings: [Finding] = [],
    notices: [RuleNotice] = [], diagnostics: [LocatedDiagnostic] = [], files: [FileResult] = [],
    recordCount: Int = 0, registers: [RegisterResult] = [], exceptions: [ExceptionResult] = [],
    baseline: BaselineResult? = nil, revision: RevisionResult? = nil,
    documentedInformation: [DocumentedInformationResult] = [],
    restriction: RunRestriction = RunRestriction(), rulesOutOfScope: Int = 0,
    parameters: [ParameterChange] = []
  ) {
    self.toolVersion = toolVersion
    self.asOf = asOf
    self.language = language
    self.organization = organization
    self.standards = standards
    self.packs = packs
    self.rules = rules
    self.findings = findings
    self.notices = notices
    self.diagnostics = diagnostics
    self.files = files
    self.recordCount = recordCount
    self.registers = registers
    self.exceptions = exceptions
    self.baseline = baseline
    self.revision = revision
    self.documentedInformation = documentedInformation
    self.restriction = restriction
    self.rulesOutOfScope = rulesOutOfScope
    self.parameters = parameters
  }

  /// Findings that count, by severity.
  public func count(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity && $0.state == .new }
  }

  /// Findings in `state`.
  public func count(_ state: FindingState) -> Int { findings.count { $0.state == state } }

  /// Rules that met no record.
  public var vacuousRules: [RuleResult] { rules.filter(\.isVacuous) }

  /// Whether something could not be assessed.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Files whose records were read.
  public var assessedFiles: Int { files.count { $0.fate == .assessed } }

  /// How much was read of what is there.
  public var reading: ReadingCounts { ReadingCounts(files) }

  /// Packs of which a reader has to know more than their names: own ones and drafts.
  public var unusualPacks: [PackResult] { packs.filter { $0.isOwn || $0.isDraft } }
}
