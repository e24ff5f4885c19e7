import ClauseRecords
import ClauseRules
import ClauseSource

/// JSON Schemas (2020-12) of what an organisation and a pack author write, for editors.
public struct Schemas {
  private let packs: PackSet
  private let language: Language
  private let packIDs: [String]

  /// Schemas of the record types, standards and packs that `workspace` has loaded.
  public init(_ workspace: Workspace) {
    packs = workspace.packs
    language = workspace.options.language
    packIDs = workspace.packs.packs.map(\.id)
  }

  /// Names of the record types.
  public var typeNames: [String] { packs.catalog.types.map(\.name) }

  static let dialect: SchemaValue = "https://json-schema.org/draft/2020-12/schema"

  // MARK: Records

  /// Files that name what they hold: records under plural names, or one record with its `type`.
  public var records: SchemaValue {
    let types = packs.catalog.types
    let sections = types.map { type in
      (
        name: type.plural,
        value: Self.register(type.name, title: type.title[language])
      )
    }
    let declared = types.map { type -> SchemaValue in
      [
        "if": ["properties": ["type": ["const": .text(type.name)]], "required": ["type"]],
        "then": .definition(type.name),
      ]
    }
    return [
      "$schema": Self.dialect, "$id": "urn:clauselint:records:1",
      "title": "clauselint records", "type": "object",
      "if": ["required": ["type"], "properties": ["type": ["type": "string"]]],
      "then": [
        "properties": ["type": ["enum": .texts(types.map(\.name))]], "allOf": .array(declared),
      ],
      "else": ["properties": .object(sections), "additionalProperties": false],
      "$defs": definitions(types),
    ]
  }

  /// Files whose name or folder says the type: one record, a list, or records by id. Nil when
  /// there is no such type.
  public func type(_ name: String) -> SchemaValue? {
    guard let type = packs.catalog.type(named: name) else { return nil }
    let plain = Self.register(type.name, title: type.title[language])
    return SchemaValue.any([
      .definition(type.name), plain,
      ["type": "object", "required": .texts([type.plural]), "properties": [type.plural: plain]],
    ]).with([
      "$schema": Self.dialect, "$id": .text("urn:clauselint:record:\(type.name):1"),
      "title": .text(type.title[language]), "$defs": definitions([type]),
    ])
  }

  /// A list of records, or records by id.
  private static func register(_ type: String, title: String) -> SchemaValue {
    [
      "title": .text(title),
      "anyOf": [
        ["type": "array", "items": .definition(type)],
        ["type": "object", "additionalProperties": .definition(type)], ["type": "null"],
      ],
    ]
  }

  private func definitions(_ types: [RecordType]) -> SchemaValue {
    let fields = FieldSchema(language: language)
    return .object(
      FieldSchema.shared
        + types.map { type in
          let head: SchemaValue = ["title": .text(type.title[language])]
          guard
            case .object(let own) = head,
            case .object(let members) = fields.object(
              type.fields, extra: [("type", ["const": .text(type.name)])])
          else { return (type.name, true) }
          return (type.name, .object(own + members))
        })
  }

  // MARK: Configuration

  /// `clauselint.yaml`.
  public var configuration: SchemaValue {
    let words = SchemaWords.of(language)
    func list(_ items: SchemaValue, _ description: String) -> SchemaValue {
      ["type": "array", "items": items, "description": .text(description)]
    }
    let parameters = packs.parameters.map { parameter in
      (
        name: parameter.name,
        value: SchemaValue.object([
          ("title", .text(parameter.title[language])),
          ("type", ["string", "number", "boolean"]),
        ])
      )
    }
    return [
      "$schema": Self.dialect, "$id": "urn:clauselint:configuration:1",
      "title": "clauselint.yaml", "type": ["object", "null"],
      "properties": [
        "organization": ["type": "string", "description": .text(words.organization)],
        "standards": list(["enum": .texts(packs.standards.map(\.id))], words.standards),
        "packs": list(
          .any([["enum": .texts(packIDs)], ["type": "string", "pattern": "/"]]), words.packs),
        "languages": list(["enum": ["ar", "fr", "en"]], words.languages),
        "time_zone": ["type": "string", "description": .text(words.timeZone)],
        "parameters": [
          "type": "object", "description": .text(words.parameters),
          "properties": .object(parameters), "additionalProperties": false,
        ],
        "sources": list(.definition("source"), words.sources),
        "exclude": list(["type": "string"], words.exclude),
        "complete": ["type": "boolean", "description": .text(words.complete)],
      ],
      "additionalProperties": false, "$defs": ["source": source(words)],
    ]
  }

  private func source(_ words: SchemaWords) -> SchemaValue {
    let text: SchemaValue = ["type": "string"]
    let texts: SchemaValue = [
      "type": "object", "additionalProperties": ["type": ["string", "number", "boolean"]],
    ]
    let members: [(name: String, value: SchemaValue)] = [
      ("files", text), ("type", ["enum": .texts(typeNames)]), ("sheet", text), ("under", text),
      ("table", ["type": "integer", "minimum": .number(1)]),
      ("header_row", ["type": "integer", "minimum": .number(1)]),
      ("skip_rows", ["type": "integer", "minimum": .number(0)]), ("delimiter", text),
      ("encoding", ["enum": ["utf-8", "windows-1252", "windows-1256"]]),
      ("read", ["enum": .texts(Configuration.readings)]), ("fields", texts),
      ("values", ["type": "object", "additionalProperties": ["type": "object"]]),
      ("constants", texts),
      ("default", texts), ("dates", ["enum": .texts(DateOrder.allCases.map(\.rawValue))]),
      ("split_cells", ["type": "boolean"]), ("refer_by_title", ["type": "boolean"]),
    ]
    return [
      "type": "object", "required": ["files", "type"],
      "properties": .object(
        members.map { name, value in
          (name, value.with(["description": .text(words.sourceKeys[name] ?? name)]))
        }), "additionalProperties": false,
    ]
  }
}
