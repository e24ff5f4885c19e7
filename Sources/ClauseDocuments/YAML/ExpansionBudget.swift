internal import ClauseSource

/// Counts what a file holds once its aliases are expanded.
///
/// An alias is charged before it counts: nothing is copied, but every walk over the tree visits
/// the anchored node again, so that a few hundred bytes could stand for millions of nodes.
struct ExpansionBudget {
  private var nodes = 0
  private var bytes = 0

  /// Counts `nodes` and `bytes` more, and answers the error when that is too much for one file.
  mutating func charge(
    nodes added: Int, bytes addedBytes: Int, limits: Limits, place: Span
  ) -> Diagnostic? {
    nodes += added
    bytes += addedBytes
    if nodes > limits.nodesPerFile {
      return .limitReached(
        .nodesPerFile, met: nodes, limits: limits, what: "nodes in one file, aliases expanded",
        place: .span(place))
    }
    if bytes > limits.expandedBytesPerFile {
      return .limitReached(
        .expandedBytesPerFile, met: bytes, limits: limits,
        what: "bytes of text in one file, aliases expanded", place: .span(place))
    }
    return nil
  }

  /// The error when an alias to `added` nodes would bring in too much beside the nodes `written`.
  func refusal(
    ofAliasAdding added: Int, written: Int, limits: Limits, place: Span
  ) -> Diagnostic? {
    let brought = nodes + added - written
    let bound = limits.aliasExpansionBase + 10 * written
    guard brought > bound else { return nil }
    let name = LimitName.aliasExpansionBase.rawValue
    return Diagnostic(
      .error, code: "limit-" + name,
      message:
        "aliases add \(brought) nodes; the limit \(name) is \(limits.aliasExpansionBase) and "
        + "ten for each node written, here \(bound)",
      place: .span(place),
      remedy: "If this is intended, raise the limit with --limit \(name)=N.")
  }
}
