/// The ways to change expressions. A new family is one file and one line here.
enum MutationFamilies {
  /// Every family, in the order in which mutants of one node are listed.
  static let all: [any MutationFamily] = [
    DroppedConditionFamily(),
    DroppedBranchFamily(),
    DroppedElementFamily(),
    DroppedNegationFamily(),
    JunctionFamily(),
    QuantifierFamily(),
    EqualityFamily(),
    ComparisonFamily(),
    DateFamily(),
    NumberFamily(),
    ArithmeticFamily(),
  ]
}
