public import ClauseSource

/// A clause of the harmonised structure: one row for the standards in which its number means the
/// same. Where it does not (8.2 is about users in one standard and about emergencies in another),
/// the number has several rows.
public struct ClauseRow: Hashable, Sendable {
  /// Number, `7.5.2`.
  public var number: String
  /// Title in our own words, of the first standard; cells have their own.
  public var title: LocalizedText
  /// What it asks, paraphrased; empty for headings.
  public var intent: LocalizedText
  /// The clause in each standard of the run, in their order; nil where the standard has no such
  /// clause.
  public var cells: [ClauseCell?]

  /// Makes a row.
  public init(number: String, title: LocalizedText, intent: LocalizedText, cells: [ClauseCell?]) {
    self.number = number
    self.title = title
    self.intent = intent
    self.cells = cells
  }

  /// The chapter: the part of the number before the first dot.
  public var chapter: String { String(number.prefix { $0 != "." }) }
  /// How far below its chapter it lies.
  public var depth: Int { number.utf8.count { $0 == UInt8(ascii: ".") } }
  /// Whether a clause of the row carries requirements itself.
  public var isLeaf: Bool { cells.contains { $0?.result.isLeaf ?? false } }
}

/// A clause of one standard with what its state rests on.
public struct ClauseCell: Hashable, Sendable {
  /// State and counts.
  public var result: ClauseResult
  /// Ids of the rules that cite it and ran on at least one record, by bytes.
  public var rules: [String]
  /// Ids of the rules that cite it and met no record.
  public var idleRules: [String]
  /// Record types those rules ran on, as names in the inventory.
  public var recordTypes: [String]
  /// Indices of findings that cite it, accepted ones included.
  public var findings: [Int]
  /// Indices of attestations that cover it.
  public var attestations: [Int]
  /// Indices of exclusions about it.
  public var exclusions: [Int]

  /// Makes a cell.
  public init(
    result: ClauseResult, rules: [String] = [], idleRules: [String] = [],
    recordTypes: [String] = [], findings: [Int] = [], attestations: [Int] = [],
    exclusions: [Int] = []
  ) {
    self.result = result
    self.rules = rules
    self.idleRules = idleRules
    self.recordTypes = recordTypes
    self.findings = findings
    self.attestations = attestations
    self.exclusions = exclusions
  }
}
