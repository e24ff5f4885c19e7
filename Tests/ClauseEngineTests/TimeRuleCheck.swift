import ClauseCalendar
import ClauseDocuments
import ClauseRules

/// What is wrong with the tests of rules that read the date of the run.
///
/// Such a rule is tested on both sides of its border, a day apart, and on a day long before it.
struct TimeRuleCheck {
  /// One test: its day, the dates of its records in the order of the text, its verdict.
  private struct Example {
    var asOf: CivilDate
    var dates: [CivilDate]
    var isSilent: Bool

    init?(_ test: RuleTest) {
      guard let asOf = CivilDate(iso: test.asOf ?? "2026-01-15") else { return nil }
      self.asOf = asOf
      dates = Self.dates(test.tree, test.given)
      isSilent = test.expectation == .nothing
    }

    private static func dates(_ tree: DocumentTree, _ node: NodeID) -> [CivilDate] {
      switch tree.kind(node) {
      case .scalar: CivilDate(iso: tree.string(node)).map { [$0] } ?? []
      case .sequence: tree.children(node).flatMap { dates(tree, $0) }
      case .mapping: tree.entries(node).flatMap { dates(tree, $0.value) }
      }
    }

    /// Whether two examples differ by one day in one place.
    func isNextTo(_ other: Example) -> Bool {
      let days = abs(asOf.days(since: other.asOf))
      guard dates.count == other.dates.count else { return false }
      let moved = zip(dates, other.dates).map { abs($0.days(since: $1)) }.filter { $0 > 0 }
      return days == 1 && moved.isEmpty || days == 0 && moved == [1]
    }
  }

  /// The complaints about one rule; none when it does not read the date of the run.
  static func complaints(about rule: CompiledRule) -> [String] {
    guard rule.globalsRead.contains("as_of") else { return [] }
    let examples = rule.rule.tests.compactMap(Example.init)
    var pairs: [(found: Int, silent: Int)] = []
    for (found, late) in examples.enumerated() where !late.isSilent {
      for (silent, intime) in examples.enumerated() where intime.isSilent {
        if late.isNextTo(intime) { pairs.append((found, silent)) }
      }
    }
    guard !pairs.isEmpty else {
      return ["\(rule.rule.id): no two tests a day apart with different verdicts"]
    }
    let hasFurther = pairs.contains { pair in
      examples.indices.contains { index in
        index != pair.silent && examples[index].isSilent
          && (examples[index].asOf < examples[pair.silent].asOf
            || examples[index].asOf == examples[pair.silent].asOf
              && examples[index].dates != examples[pair.silent].dates)
      }
    }
    return hasFurther ? [] : ["\(rule.rule.id): no silent test on an earlier day"]
  }
}
