/// A part of a rule as it is explained, in the order in which people read them.
public enum RulePart: String, CaseIterable, Sendable {
  case rule, asks
  /// The type of record the rule is about.
  case subject
  case severity, basis, clauses, pack, declared
  /// When the rule applies.
  case condition
  /// The built-in check it configures.
  case check
  case requirement
  /// When a parameter stands in for the organisation's own interval.
  case practice
  case evidence, message, remedy
}
