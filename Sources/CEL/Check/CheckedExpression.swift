/// A read of a field of an object, as the checker saw it.
public struct FieldRead: Hashable, Sendable {
  /// The chain of reads from a variable, the field last; nil when it starts elsewhere.
  public let path: AccessPath?
  /// The type of the object.
  public let objectType: String
  /// The field.
  public let field: String
  /// Whether the expression only asks for the presence.
  public let isPresenceTest: Bool
  /// The UTF-8 range of the read in the text.
  public let range: Range<Int>
}

/// An expression that fits its environment.
public struct CheckedExpression: Sendable {
  /// The text.
  public let source: String
  /// The type of the result.
  public let type: CELType
  /// The fields read, in the order of checking.
  public let fieldReads: [FieldRead]
  /// The names of the variables used, in the order of the environment.
  public let variables: [String]

  let tree: SyntaxTree
  let types: [CELType]
  let references: [NodeID: Reference]
  let localCount: Int
  let facts: FactSet
  /// The variables each macro introduces, by their numbers.
  let localSlots: [NodeID: [Int]]

  /// The paths that are present whenever the expression is true.
  public var presentWhenTrue: Set<AccessPath> { facts.present }
}

/// What a node turned out to name.
enum Reference: Sendable {
  /// A variable of the environment, by number.
  case variable(Int)
  /// The variable of a macro, by number.
  case local(Int)
  case type(CELType)
  /// A function called without a receiver, under its full name.
  case global(String)
  /// A slot of an object of a known type.
  case field(typeID: Int, slot: Int)
}
