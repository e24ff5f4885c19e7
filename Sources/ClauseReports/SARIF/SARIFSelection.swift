import ClauseAssessment
import ClauseSource

/// Which results a SARIF file holds.
///
/// Code scanning services refuse a file with more than 25,000 results as a whole. The weightiest
/// are kept, in their order, and one more result says how many are missing.
struct SARIFSelection: Sendable {
  /// One result to be.
  enum Entry: Sendable {
    /// Something was not assessed.
    case error(LocatedDiagnostic)
    /// A rule failed.
    case finding(Finding)

    /// What goes first when not all can stay: lower stays longer.
    var rank: Int {
      switch self {
      case .error: 0
      case .finding(let finding):
        switch (finding.state, finding.severity) {
        case (.new, .major): 1
        case (.new, .minor): 2
        case (.new, .observation): 3
        case (.new, .data): finding.isDataError ? 2 : 4
        case (.baseline, _), (.derogated, _): 5
        }
      }
    }
  }

  /// The results, errors first, then findings in the assessment's order.
  let entries: [Entry]
  /// How many results were left out.
  let omitted: Int

  /// Keeps at most `limit` results, the one about omissions included; accepted findings only where
  /// they are wanted.
  init(_ assessment: Assessment, includesAccepted: Bool, limit: Int) {
    var all = assessment.diagnostics.filter { $0.severity == .error }.map(Entry.error)
    all += assessment.findings.filter { includesAccepted || $0.state == .new }
      .map(Entry.finding)
    guard all.count > limit else {
      entries = all
      omitted = 0
      return
    }
    let kept = all.indices.sorted { (all[$0].rank, $0) < (all[$1].rank, $1) }
      .prefix(Swift.max(0, limit - 1)).sorted()
    entries = kept.map { all[$0] }
    omitted = all.count - kept.count
  }
}
