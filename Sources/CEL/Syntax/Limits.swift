// CEL: the Common Expression Language, with civil dates and with object types of the host.
// Syntax: text to tree. Everything here is bounded before it allocates.

/// The bounds of one expression: how large it may be, and how much one evaluation may cost.
public struct Limits: Sendable, Hashable {
  /// The longest accepted text, in Unicode code points.
  public var codePoints: Int
  /// How deep parentheses, calls, literals and indexes may stand inside each other.
  public var nesting: Int
  /// The greatest height of the tree, which chains such as `a + b + c` also add to.
  public var height: Int
  /// How deep comprehensions such as `all` and `map` may stand inside each other.
  public var loops: Int
  /// The longest regular expression, in code points.
  public var patternCodePoints: Int
  /// How many problems one compilation reports.
  public var problems: Int
  /// The cost one evaluation may reach, in the units of the Kubernetes model.
  public var evaluationCost: Int

  /// Makes limits; what is left out has the value for the library on its own.
  public init(
    codePoints: Int = 16_384, nesting: Int = 250, height: Int = 500, loops: Int = 16,
    patternCodePoints: Int = 1_000, problems: Int = 20, evaluationCost: Int = 1_000_000
  ) {
    self.codePoints = codePoints
    self.nesting = nesting
    self.height = height
    self.loops = loops
    self.patternCodePoints = patternCodePoints
    self.problems = problems
    self.evaluationCost = evaluationCost
  }
}
