public import ClauseAssessment
public import ClauseDocuments
public import ClauseRecords
public import ClauseSource

/// What a rule asks.
public enum Requirement: Sendable {
  /// CEL that must be true.
  case expression(ExpressionSource)
  /// A declarative check: its name and the node of its arguments.
  case check(name: String, tree: DocumentTree, node: NodeID)
  /// A built-in check of the record model.
  case integrity(IntegrityKind)
}

/// What a rule ranges over.
public enum RuleSubject: Hashable, Sendable {
  /// The records of one type.
  case records(String)
  /// Once over everything.
  case organization
  /// Once for each discipline of the standards in scope.
  case disciplines
  /// Every record type: built-in checks only.
  case any

  /// The word results use: the record type, `organization` or `any`.
  public var name: String {
    switch self {
    case .records(let type): type
    case .organization, .disciplines: "organization"
    case .any: "any"
    }
  }
}

/// One requirement made checkable, as a pack declares it.
public struct Rule: Sendable {
  /// Id, unique over all packs of a run.
  public var id: String
  /// The pack that declares it.
  public var pack: String
  /// What it asks.
  public var title: LocalizedText
  /// What it ranges over.
  public var subject: RuleSubject
  /// The records it is about; nil for all.
  public var condition: ExpressionSource?
  /// What must hold.
  public var requirement: Requirement
  /// The field to point at, where the author names one.
  public var field: String?
  /// Severity before grading.
  public var severity: Severity
  /// What it rests on.
  public var basis: Basis
  /// Whether a single failure is already major.
  public var isCritical: Bool
  /// Clauses it cites.
  public var clauses: [ClauseCitation]
  /// What is wrong, by language.
  public var message: [(language: Language, source: ExpressionSource)]
  /// How to mend it, by language.
  public var remedy: [(language: Language, source: ExpressionSource)]
  /// What an auditor asks for.
  public var evidence: LocalizedText
  /// Examples that fail and pass.
  public var tests: [RuleTest]
  /// Where its id is written.
  public var span: Span
  /// Where `for` says what it ranges over.
  public var subjectSpan: Span
  /// Where `field` is written, if it is.
  public var fieldSpan: Span?

  /// Makes a rule of parts; packs are read by `PackReader`.
  public init(
    id: String, pack: String, title: LocalizedText, subject: RuleSubject,
    condition: ExpressionSource? = nil, requirement: Requirement, field: String? = nil,
    severity: Severity, basis: Basis, isCritical: Bool = false, clauses: [ClauseCitation] = [],
    message: [(language: Language, source: ExpressionSource)] = [],
    remedy: [(language: Language, source: ExpressionSource)] = [],
    evidence: LocalizedText = LocalizedText(), tests: [RuleTest] = [], span: Span,
    subjectSpan: Span, fieldSpan: Span? = nil
  ) {
    self.id = id
    self.pack = pack
    self.title = title
    self.subject = subject
    self.condition = condition
    self.requirement = requirement
    self.field = field
    self.severity = severity
    self.basis = basis
    self.isCritical = isCritical
    self.clauses = clauses
    self.message = message
    self.remedy = remedy
    self.evidence = evidence
    self.tests = tests
    self.span = span
    self.subjectSpan = subjectSpan
    self.fieldSpan = fieldSpan
  }
}

/// One example beside a rule.
public struct RuleTest: Sendable {
  /// What a test expects.
  public enum Expectation: Sendable, Hashable {
    /// No finding.
    case nothing
    /// A finding, wherever it points.
    case finding
    /// Findings that point at exactly these fields, or that concern these disciplines.
    case at([String])
  }

  /// The tree `given` lies in.
  public var tree: DocumentTree
  /// The mapping of records.
  public var given: NodeID
  /// The date it runs at; nil for the default.
  public var asOf: String?
  /// Parameter values it sets, as text.
  public var parameters: [(name: String, value: String, span: Span)]
  /// Standards it is restricted to; empty for all.
  public var standards: [String]
  /// Paths of files that exist; nil for all.
  public var existingFiles: [String]?
  /// What it expects.
  public var expectation: Expectation
  /// Where it stands.
  public var span: Span
}
