import ClauseAssessment

/// How many of a standard's assessed clauses are in each state.
struct ClauseTally: Sendable {
  /// Clauses that carry requirements themselves.
  let clauses: Int
  /// The states that occur, in the order of `ClauseState`.
  let states: [(ClauseState, Int)]

  /// Counts the leaf clauses of `standard`; a parent only repeats what its children say.
  init(_ standard: StandardResult) {
    let leaves = standard.clauses.filter(\.isLeaf)
    clauses = leaves.count
    states = ClauseState.allCases.compactMap { state in
      let count = leaves.count { $0.state == state }
      return count == 0 ? nil : (state, count)
    }
  }

  /// How many are in `state`.
  func count(_ state: ClauseState) -> Int { states.first { $0.0 == state }?.1 ?? 0 }
}
