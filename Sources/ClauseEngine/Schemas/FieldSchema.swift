import ClauseRecords
import ClauseSource

/// JSON Schemas of fields: what a YAML or JSON file may hold for them.
///
/// An empty value is allowed everywhere: it reads as absent, and what must not be absent is a
/// finding that says so better than an editor can.
struct FieldSchema {
  let language: Language

  /// An object with these fields under their names and labels.
  func object(_ fields: [Field], extra: [(name: String, value: SchemaValue)] = []) -> SchemaValue {
    var members: [(name: String, value: SchemaValue)] = []
    var taken: Set<String> = []
    func add(_ name: String, _ value: SchemaValue) {
      if taken.insert(name).inserted { members.append((name, value)) }
    }
    for (name, value) in extra { add(name, value) }
    for field in fields { add(field.name, described(field)) }
    for field in fields {
      for label in labels(of: field) {
        add(label, ["$comment": .text(field.name)])
      }
    }
    let required = fields.filter { $0.isRequired && !$0.name.equalsByBytes("id") }
    var object: [(name: String, value: SchemaValue)] = [
      ("type", "object"), ("properties", .object(members)), ("additionalProperties", false),
    ]
    if !required.isEmpty {
      object.append(
        (
          "allOf",
          .array(
            required.map { field in
              .any(([field.name] + labels(of: field)).map { ["required": .texts([$0])] })
            })
        ))
    }
    return .object(object)
  }

  private func labels(of field: Field) -> [String] {
    Language.allCases.sorted().flatMap { field.labels[$0] ?? [] }
  }

  private func described(_ field: Field) -> SchemaValue {
    guard case .object(let members) = schema(of: field.type, synonyms: field.synonyms) else {
      return true
    }
    var head: [(name: String, value: SchemaValue)] = [
      ("title", .text(field.label(in: language)))
    ]
    let others = labels(of: field).filter { !$0.equalsByBytes(field.label(in: language)) }
    let description = ([field.type.spelling.prefix(200)].map(String.init) + others)
      .joined(separator: " · ")
    head.append(("description", .text(description)))
    return .object(head + members)
  }

  private func schema(of type: FieldType, synonyms: [String: [String]]) -> SchemaValue {
    switch type {
    case .list(let element):
      let one = schema(of: element, synonyms: synonyms)
      // A scalar may stand for a list; of texts that are split the parts cannot be checked here.
      return .any([
        ["type": "array", "items": one], Self.splits(element) ? ["type": "string"] : one,
      ])
    case .structure(let fields): return .any([object(fields), Self.null])
    case .map: return ["type": ["object", "null"]]
    case .string, .text: return ["type": ["string", "number", "boolean", "null"]]
    case .reference: return .definition("reference")
    case .file: return ["type": ["string", "null"]]
    case .url: return .definition("url")
    case .int: return .definition("int")
    case .double, .money: return .definition("number")
    case .bool where synonyms.isEmpty: return .definition("truth")
    case .bool:
      let words = Self.truth + (synonyms["true"] ?? []) + (synonyms["false"] ?? [])
      return .any([["type": "boolean"], ["enum": Self.unique(words, more: [0, 1])], Self.null])
    case .date: return .definition("date")
    case .instant: return .definition("instant")
    case .period: return .definition("period")
    case .enumeration(let literals):
      let words = literals + literals.flatMap { synonyms[$0] ?? [] }
      return .any([["enum": Self.unique(words, more: [])], Self.null])
    }
  }

  private static func splits(_ element: FieldType) -> Bool {
    switch element {
    case .reference, .enumeration, .date, .instant, .period, .bool: true
    default: false
    }
  }

  private static func unique(_ words: [String], more numbers: [Int]) -> SchemaValue {
    var taken: Set<String> = []
    return .array(
      words.filter { taken.insert($0).inserted }.map { .text($0) } + numbers.map { .number($0) })
  }

  /// Definitions that the fields of all types refer to.
  static let shared: [(name: String, value: SchemaValue)] = [
    ("reference", reference),
    ("url", .any([["type": "string", "pattern": "^\\s*https?://\\S+\\s*$"], null])),
    ("int", .any([["type": "integer"], number, null])),
    ("number", .any([["type": "number"], number, null])),
    ("truth", .any([["type": "boolean"], ["enum": unique(truth, more: [0, 1])], null])),
    ("date", .any([["type": "string", "pattern": .text(date)], null])),
    ("instant", .any([["type": "string", "pattern": .text(instant)], null])),
    (
      "period",
      .any([
        ["type": "string", "pattern": .text(period)],
        ["type": "object", "additionalProperties": ["type": "integer"]], null,
      ])
    ),
  ]

  private static let null: SchemaValue = ["type": "null"]
  /// An id; in brackets, which YAML takes for lists, a wiki link.
  private static let reference: SchemaValue = [
    "anyOf": [
      ["type": ["string", "integer", "null"]],
      [
        "type": "array", "maxItems": .number(1),
        "items": ["type": "array", "items": ["type": "string"], "maxItems": .number(1)],
      ],
    ]
  ]
  private static let digit = "[0-9٠-٩۰-۹]"
  private static let number: SchemaValue = ["type": "string", "pattern": .text(digit)]
  private static let truth = [
    "yes", "no", "y", "n", "oui", "non", "o", "x", "vrai", "faux", "نعم", "لا", "صحيح", "خطأ", "✓",
    "✗",
  ]
  /// ISO, numeric in any order, or with the name of a month.
  static let date =
    "^\\s*([0-9]{4}-(0?[1-9]|1[0-2])-(0?[1-9]|[12][0-9]|3[01])([T ].*)?"
    + "|\(digit){4}[-/.]\(digit){1,2}[-/.]\(digit){1,2}"
    + "|\(digit){1,2}[-/. ]\(digit){1,2}[-/. ]\(digit){4}"
    + "|.*[^0-9 ./:-].*\(digit){4}.*|.*\(digit){4}.*[^0-9 ./:-].*)\\s*$"
  /// A date of any form with a time of day behind it.
  static let instant = "^.*\(digit){4}.*[T ]\(digit){1,2}[:h].*$"
  /// ISO 8601, or words.
  static let period =
    "^\\s*(P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?|[^P0-9].*|\(digit)+\\s*[^0-9\\s].*)\\s*$"
}
