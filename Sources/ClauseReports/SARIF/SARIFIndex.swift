import ClauseAssessment
import ClauseBytes
import ClauseSource

/// The numbers by which parts of a SARIF run refer to each other.
struct SARIFIndex: Sendable {
  /// Codes of the diagnostics, in byte order.
  let codes: [String]
  private let rules: [ByteKey: Int]
  private let artifacts: [ByteKey: Int]
  private let taxa: [ByteKey: Taxon]
  private let codeNumbers: [ByteKey: Int]
  private let errorNumbers: [ByteKey: Int]
  /// Codes of the diagnostics that are errors, in byte order.
  let errorCodes: [String]

  /// A clause's place: which standard, and which clause of it.
  struct Taxon: Hashable, Sendable {
    /// Position in the run's taxonomies.
    let standard: Int
    /// Position in the standard's taxa.
    let clause: Int
  }

  /// Whether the run has artifacts, taxonomies and results for clauses.
  let isFull: Bool

  /// Numbers everything of `assessment`; a run that is not full has neither artifacts nor taxa.
  init(_ assessment: Assessment, isFull: Bool) {
    self.isFull = isFull
    rules = Self.numbered(assessment.rules.map(\.id))
    artifacts = isFull ? Self.numbered(assessment.files.map(\.path.unescaped)) : [:]
    codes = Self.distinct(assessment.diagnostics.map(\.code))
    codeNumbers = Self.numbered(codes)
    errorCodes = Self.distinct(
      assessment.diagnostics.filter { $0.severity == .error }.map(\.code))
    errorNumbers = Self.numbered(errorCodes)
    var taxa: [ByteKey: Taxon] = [:]
    for (standard, result) in assessment.standards.enumerated() where isFull {
      for (clause, entry) in result.clauses.enumerated() {
        taxa[ByteKey(entry.id)] = Taxon(standard: standard, clause: clause)
      }
    }
    self.taxa = taxa
  }

  /// Position of a rule's descriptor; rules come first.
  func rule(_ id: String) -> Int? { rules[ByteKey(id)] }

  /// Position of the descriptor that stands for errors with `code`; they follow the rules.
  func errorRule(_ code: String) -> Int? {
    errorNumbers[ByteKey(code)].map { rules.count + $0 }
  }

  /// Position of the descriptor for states of clauses; only a full run has it.
  var clauseRule: Int { rules.count + errorCodes.count }

  /// Position of the descriptor for results left out; it is the last one where it is needed.
  var omissionRule: Int { clauseRule + (isFull ? 1 : 0) }

  /// Position of the notification descriptor of `code`.
  func notification(_ code: String) -> Int? { codeNumbers[ByteKey(code)] }

  /// Position of a file among the artifacts.
  func artifact(_ path: Untrusted) -> Int? { artifacts[ByteKey(path.unescaped)] }

  /// Place of a clause, or nil when its standard is not of the run.
  func taxon(_ clause: String) -> Taxon? { taxa[ByteKey(clause)] }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<ByteKey> = []
    return texts.filter { seen.insert(ByteKey($0)).inserted }.sorted { $0.precedesByBytes($1) }
  }

  private static func numbered(_ texts: [String]) -> [ByteKey: Int] {
    var numbers: [ByteKey: Int] = [:]
    for (index, text) in texts.enumerated() { numbers[ByteKey(text)] = index }
    return numbers
  }
}
