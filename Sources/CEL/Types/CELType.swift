/// The type of an expression.
public indirect enum CELType: Hashable, Sendable {
  /// Anything; decided when the expression is evaluated.
  case dyn
  case null
  case bool
  case int
  case uint
  case double
  case string
  case bytes
  case timestamp
  case duration
  /// A civil date, without a time of day.
  case date
  /// A length of calendar time in months and days.
  case period
  /// An expression that is already reported; fits everywhere.
  case error
  case list(CELType)
  case map(CELType, CELType)
  /// A type as a value.
  case type(CELType)
  /// The type or null.
  case wrapper(CELType)
  /// A value that may be missing, with `orValue` and its kin.
  case optional(CELType)
  /// A string limited to declared literals.
  case enumeration(name: String, values: [String])
  /// An object of a host type, by the type's name.
  case object(String)
  /// An object of any host type; only its `id` is readable.
  case anyObject
  /// A type of a library, such as `net.IP`.
  case opaque(String, [CELType])
  /// A type parameter of a function signature, or a variable of the inference.
  case param(String)

  /// The usual notation, such as `list(map(string, int))`.
  public var description: String {
    switch self {
    case .dyn: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .date: "date"
    case .period: "period"
    case .error: "error"
    case .list(let element): "list(\(element.description))"
    case .map(let key, let value): "map(\(key.description), \(value.description))"
    case .type(let inner): "type(\(inner.description))"
    case .wrapper(let inner): "wrapper(\(inner.description))"
    case .optional(let inner): "optional_type(\(inner.description))"
    case .enumeration(let name, _): name
    case .object(let name): name
    case .anyObject: "any record"
    case .opaque(let name, let parameters):
      parameters.isEmpty
        ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
    case .param(let name): name
    }
  }

  /// Whether a value of this type may be anything.
  var isDynamic: Bool { self == .dyn || self == .error }

  /// Whether a type parameter stands in it.
  var hasParameter: Bool {
    switch self {
    case .param: true
    case .list(let inner), .type(let inner), .wrapper(let inner), .optional(let inner):
      inner.hasParameter
    case .map(let key, let value): key.hasParameter || value.hasParameter
    case .opaque(_, let parameters): parameters.contains(where: \.hasParameter)
    default: false
    }
  }

  /// The type as far as operators see it: an enumeration is a string.
  var underlying: CELType {
    if case .enumeration = self { return .string }
    return self
  }
}
