public import ClauseSource

/// What the records show of one kind of documented information that standards ask for.
public enum DocumentedInformationState: String, Sendable, Hashable, CaseIterable {
  /// At least one record evidences it.
  case present
  /// A standard in scope asks for it and no record evidences it.
  case missing
  /// No record evidences it, and the standards ask for it only as far as necessary, or every
  /// clause that asks for it is justified as not applicable: nobody but an auditor can tell.
  case notAssessed = "not_assessed"
}

/// One row of the matrix of documented information: what the standards in scope ask to be
/// written down, and what the records hold of it.
///
/// A missing row is no finding of its own: the rules named in it say what is wrong and where.
public struct DocumentedInformationResult: Hashable, Sendable {
  /// Id, stable over versions of the pack.
  public var id: String
  /// What is to be written down, in our own words.
  public var title: LocalizedText
  /// Clauses in scope that ask for a document to be kept up to date.
  public var maintained: [String]
  /// Clauses in scope that ask for a record to be kept as proof.
  public var retained: [String]
  /// Those of both that ask for it only to the extent necessary.
  public var asNecessary: [String]
  /// Record types that evidence it.
  public var recordTypes: [String]
  /// Whether it is there.
  public var state: DocumentedInformationState
  /// Number of records that evidence it.
  public var records: Int
  /// Rules of the run that find what is missing or wrong in it.
  public var rules: [String]

  /// Makes a row.
  public init(
    id: String, title: LocalizedText, maintained: [String], retained: [String],
    asNecessary: [String], recordTypes: [String], state: DocumentedInformationState, records: Int,
    rules: [String]
  ) {
    self.id = id
    self.title = title
    self.maintained = maintained
    self.retained = retained
    self.asNecessary = asNecessary
    self.recordTypes = recordTypes
    self.state = state
    self.records = records
    self.rules = rules
  }
}
