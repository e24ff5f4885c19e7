public import ClauseSource

/// A register that rules of the run ask about and no file holds.
public struct NotProvidedRegister: Hashable, Sendable {
  /// The record type.
  public var type: String
  /// What the type is called.
  public var title: LocalizedText
  /// How many rules of the run ask about it.
  public var rules: Int
  /// The clauses those rules cite, edition-qualified, in byte order.
  public var clauses: [String]

  /// Makes an entry.
  public init(type: String, title: LocalizedText, rules: Int, clauses: [String]) {
    self.type = type
    self.title = title
    self.rules = rules
    self.clauses = clauses
  }
}
