import ClauseRules

/// The JSON Schema of the YAML documents of a pack.
public enum PackSchema {
  /// The schema.
  public static let value: SchemaValue = [
    "$schema": Schemas.dialect, "$id": "urn:clauselint:pack:1", "title": "clauselint pack",
    "type": "object",
    "if": ["required": ["pack"]], "then": .definition("pack"),
    "else": [
      "if": ["required": ["standard"]], "then": .definition("standard"),
      "else": [
        "if": [
          "anyOf": [
            ["required": ["types"]], ["required": ["rules"]], ["required": ["holidays"]],
            ["required": ["mutants"]], ["required": ["documented_information"]],
          ]
        ],
        "then": .definition("declarations"),
        "else": ["if": ["required": ["crosswalk"]], "then": .definition("crosswalk")],
      ],
    ],
    "$defs": [
      "text": text, "texts": texts, "pack": pack, "standard": standard,
      "declarations": declarations, "type": type, "rule": rule, "check": check, "test": test,
      "crosswalk": crosswalk,
    ],
  ]

  private static let string: SchemaValue = ["type": "string"]
  private static let scalar: SchemaValue = ["type": ["string", "number", "boolean"]]
  private static let textRef = SchemaValue.definition("text")

  /// One English text, or texts by language.
  private static let text = SchemaValue.any([
    string, strict(["en": string, "fr": string, "ar": string]),
  ])
  /// One text or a list of them.
  private static let texts = SchemaValue.any([
    scalar, ["type": "array", "items": scalar],
  ])

  private static func strict(
    _ properties: SchemaValue, required: [String] = []
  ) -> SchemaValue {
    [
      "type": "object", "properties": properties, "required": .texts(required),
      "additionalProperties": false,
    ]
  }

  private static func map(_ values: SchemaValue) -> SchemaValue {
    ["type": "object", "additionalProperties": values]
  }

  private static let pack = strict(
    [
      "pack": string, "version": scalar, "status": ["enum": ["released", "draft"]],
      "requires": .definition("texts"), "cites": .definition("texts"), "title": textRef,
      "description": textRef,
      "parameters": map(
        strict([
          "type": ["enum": ["period", "int", "double", "bool", "string"]], "default": scalar,
          "title": textRef,
        ])),
    ], required: ["pack", "version", "status"])

  private static let standard = strict(
    [
      "standard": string, "name": string,
      "discipline": ["enum": ["quality", "environment", "ohs"]],
      "exclusions": ["enum": ["allowed", "forbidden"]],
      "clauses": map(
        strict(["title": textRef, "intent": textRef, "only": ["const": "attestation"]])),
    ], required: ["standard", "name", "discipline", "clauses"])

  private static let declarations = strict([
    "types": map(.definition("type")),
    "rules": ["type": "array", "items": .definition("rule")],
    "holidays": ["type": "array", "items": string],
    "mutants": [
      "type": "array",
      "items": strict(
        ["rule": string, "mutant": string, "reason": string],
        required: ["rule", "mutant", "reason"]),
    ],
    "documented_information": ["type": "array", "items": documentedInformation],
  ])

  private static let documentedInformation = strict(
    [
      "id": string, "title": textRef, "maintain": .definition("texts"),
      "retain": .definition("texts"), "as_necessary": .definition("texts"),
      "evidence": ["type": "array", "items": ["type": ["string", "object"]]],
      "rules": .definition("texts"),
    ], required: ["id", "title", "evidence"])

  private static let crosswalk = strict(
    [
      "crosswalk": strict(["from": string, "to": string], required: ["from", "to"]),
      "map": map(
        .any([
          .definition("texts"), strict(["to": .definition("texts"), "relation": string]),
        ])),
    ], required: ["crosswalk", "map"])

  /// Words by language, or a list of words of no particular one.
  private static let labels = SchemaValue.any([
    .definition("texts"),
    strict(["en": .definition("texts"), "fr": .definition("texts"), "ar": .definition("texts")]),
  ])

  private static let type = strict([
    "abstract": ["type": "boolean"], "plural": string, "extends": string, "title": textRef,
    "names": labels, "fields": map(.any([string, ["type": "object"]])), "labels": map(labels),
    "also": map(labels), "twins": map(string), "describes_files": ["type": "boolean"],
    "synonyms": map(map(labels)),
    "carries": map(
      strict(
        [
          "type": string, "back": string, "text": string, "fields": .definition("texts"),
          "also": .definition("texts"), "shared": map(string), "from_row": map(string),
          "constants": map(string), "register": ["type": "boolean"],
          "period": .definition("texts"),
        ],
        required: ["type", "text"])),
    "derived": map(
      .any([
        strict(
          [
            "type": ["enum": ["bool", "date", "int", "double", "string"]],
            "value": ["type": ["string", "boolean"]],
          ],
          required: ["type", "value"]),
        strict(
          [
            "type": ["type": "string", "pattern": "^list<ref<.+>>$"], "ends": .definition("texts"),
          ],
          required: ["type", "ends"]),
      ])),
    "integrity": strict([
      "acyclic": .definition("texts"), "identifier": string, "past": .definition("texts"),
      "historic": .definition("texts"), "accountable": .definition("texts"), "live": string,
      "codes": .definition("texts"), "called": .definition("texts"),
      "assumed": map(string), "prose": .definition("texts"), "signs": map(string),
      "office": .definition("texts"),
    ]),
  ])

  private static let rule = strict(
    [
      "id": ["type": "string", "pattern": "^[a-z][a-z0-9-]*$"], "title": textRef, "for": string,
      "per": ["const": "discipline"], "where": ["type": ["string", "boolean"]],
      "require": .any([["type": ["string", "boolean"]], .definition("check")]), "field": string,
      "severity": ["enum": ["major", "minor", "observation"]],
      "basis": ["enum": ["normative", "own", "practice", "legal", "data"]],
      "critical": ["type": "boolean"], "clauses": .definition("texts"), "message": textRef,
      "remedy": textRef, "evidence": textRef,
      "tests": ["type": "array", "items": .definition("test")],
    ], required: ["id", "title", "for", "require", "basis"]
  ).with([
    // Problems of the data have no grade and no clause; everything else has a grade.
    "if": ["properties": ["basis": ["const": "data"]]],
    "then": ["properties": ["severity": false, "clauses": false, "critical": false]],
    "else": ["required": ["severity"]],
  ])

  /// The declarative checks, each under its name.
  private static let check: SchemaValue = [
    "type": "object",
    "properties": .object(
      Checks.all.map { ($0.name, true) } + [("integrity", ["type": "string"])]),
    "additionalProperties": false, "minProperties": .number(1), "maxProperties": .number(1),
  ]

  private static let test = strict(
    [
      "given": ["type": "object"], "finds": .definition("texts"), "as_of": string,
      "parameters": map(scalar), "standards": .definition("texts"), "files": .definition("texts"),
    ], required: ["given", "finds"])
}
