// ClauseRecords: record types, binding of document trees to records, values as registers write
// them, and the store of all records with their references resolved.

public import ClauseSource

/// The declared type of a field: what its text means.
public indirect enum FieldType: Sendable, Hashable {
  /// One line of text, verbatim.
  case string
  /// Prose.
  case text
  /// A whole number.
  case int
  /// A number.
  case double
  /// An amount of money in the organisation's currency.
  case money
  /// True or false.
  case bool
  /// A civil date.
  case date
  /// A moment; only its civil date as written counts.
  case instant
  /// A length of calendar time.
  case period
  /// One of these words.
  case enumeration([String])
  /// A record of one of these types; of any type when the list is empty.
  case reference([String])
  /// Values of one type in order.
  case list(FieldType)
  /// A path from the organisation's root to a file.
  case file
  /// A web address.
  case url
  /// Free facts under text keys; unquoted numbers, `true` and `false` in it are values.
  case map
  /// Named fields of their own.
  case structure([Field])

  /// The type as a pack writes it: `list<ref<person>>`, `enum{a, b}`.
  public var spelling: String {
    switch self {
    case .string: "string"
    case .text: "text"
    case .int: "int"
    case .double: "double"
    case .money: "money"
    case .bool: "bool"
    case .date: "date"
    case .instant: "instant"
    case .period: "period"
    case .enumeration(let literals): "enum{" + literals.joined(separator: ", ") + "}"
    case .reference(let types):
      "ref<" + (types.isEmpty ? "any" : types.joined(separator: "|")) + ">"
    case .list(let element): "list<" + element.spelling + ">"
    case .file: "file"
    case .url: "url"
    case .map: "map"
    case .structure(let fields):
      "{"
        + fields.map { "\($0.name): \($0.type.spelling)\($0.isRequired ? "!" : "")" }
        .joined(separator: ", ") + "}"
    }
  }

  /// Whether an absent value reads as an empty collection.
  public var isCollection: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }

  /// The fields of a structure, or of the structures in a list; nil for the other types.
  public var structureFields: [Field]? {
    switch self {
    case .structure(let fields): fields
    case .list(let element): element.structureFields
    default: nil
    }
  }

  /// The type of the elements of a list, else the type itself.
  public var elementType: FieldType {
    if case .list(let element) = self { return element }
    return self
  }
}

/// A declared field of a record type or of a structure.
public struct Field: Sendable, Hashable {
  /// Its name in expressions and as a key: lower-case ASCII letters, digits, `_`.
  public var name: String
  /// What its text means.
  public var type: FieldType
  /// Whether a record without it is incomplete.
  public var isRequired: Bool
  /// Headings under which registers hold it, by language.
  public var labels: [Language: [String]]
  /// Headings that mean the field only where the values of their column say so, because the
  /// heading is a label of another field: `Impact` above numbers is the severity of a risk.
  public var otherLabels: [Language: [String]] = [:]
  /// Words of registers by what they stand for: an enumeration's literal, or `true` and `false`.
  public var synonyms: [String: [String]]
  /// What people call the literals of an enumeration, by literal and language.
  public var words: [String: [Language: String]]
  /// Where a pack declares it; nil for the built-in `id`.
  public var span: Span?

  /// Makes a field.
  public init(
    name: String, type: FieldType, isRequired: Bool = false, labels: [Language: [String]] = [:],
    synonyms: [String: [String]] = [:], words: [String: [Language: String]] = [:],
    span: Span? = nil
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.labels = labels
    self.synonyms = synonyms
    self.words = words
    self.span = span
  }

  /// The field every record type has.
  public static let identifier = Field(name: "id", type: .string, isRequired: true)

  /// What people call a literal of the enumeration in `language`; the literal itself where no pack
  /// says it.
  public func word(for literal: String, in language: Language) -> String {
    words[literal]?[language] ?? literal
  }

  /// The first label in `language`, else in English, else in any language, else the name.
  public func label(in language: Language) -> String {
    labels[language]?.first ?? labels[.english]?.first ?? name
  }
}
