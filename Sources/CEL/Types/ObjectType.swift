/// A field of a host's object type.
public struct ObjectField: Sendable, Hashable {
  /// The name after the dot.
  public let name: String
  /// The type of a present value.
  public let type: CELType
  /// Whether an object may lack the field.
  public let isOptional: Bool

  /// Makes a field.
  public init(_ name: String, _ type: CELType, isOptional: Bool) {
    self.name = name
    self.type = type
    self.isOptional = isOptional
  }

  /// Whether reading the field can fail: an absent list or map reads as an empty one.
  var needsGuard: Bool {
    switch type {
    case .list, .map: false
    default: isOptional
    }
  }
}

/// A type of objects that the host declares; a field's slot is its place in `fields`.
public struct ObjectType: Sendable, Hashable {
  /// The name, unique in its environment.
  public let name: String
  /// The fields, in slot order.
  public let fields: [ObjectField]
  /// Whether objects are what their fields are, like a structure inside a record; others are equal
  /// only to themselves.
  public let isValue: Bool
  private let slots: [String: Int]

  /// Makes a type; of two fields with the same name the first counts.
  public init(name: String, fields: [ObjectField], isValue: Bool = false) {
    self.name = name
    self.isValue = isValue
    self.fields = fields
    slots = Dictionary(
      fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The slot of a field, or nil when there is none of this name.
  public func slot(_ name: String) -> Int? { slots[name] }
}

/// A name the host gives a value to; dotted names are allowed.
public struct Variable: Sendable, Hashable {
  /// The name, such as `document` or `params.review`.
  public let name: String
  /// The type of the value.
  public let type: CELType

  /// Makes a variable.
  public init(_ name: String, _ type: CELType) {
    self.name = name
    self.type = type
  }
}
