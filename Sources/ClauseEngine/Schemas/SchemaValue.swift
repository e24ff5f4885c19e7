/// A JSON Schema, or a part of one, as a value.
public indirect enum SchemaValue: Sendable, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral
{
  /// An object, its members in order.
  case object([(name: String, value: SchemaValue)])
  /// An array.
  case array([SchemaValue])
  /// A text.
  case text(String)
  /// A number.
  case number(Int)
  /// A truth value.
  case bool(Bool)

  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// An array.
  public init(arrayLiteral elements: SchemaValue...) { self = .array(elements) }
  /// An object.
  public init(dictionaryLiteral elements: (String, SchemaValue)...) {
    self = .object(elements.map { (name: $0.0, value: $0.1) })
  }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// An array of texts.
  static func texts(_ texts: some Sequence<String>) -> SchemaValue {
    .array(texts.map { .text($0) })
  }

  /// The object with `members` after its own.
  func with(_ members: KeyValuePairs<String, SchemaValue>) -> SchemaValue {
    guard case .object(let own) = self else { return self }
    return .object(own + members.map { (name: $0.key, value: $0.value) })
  }

  /// A reference to a definition of the same schema.
  static func definition(_ name: String) -> SchemaValue {
    ["$ref": .text("#/$defs/\(name)")]
  }

  /// One of several.
  static func any(_ choices: [SchemaValue]) -> SchemaValue {
    choices.count == 1 ? choices[0] : ["anyOf": .array(choices)]
  }
}
