/// What the schema of results says of findings and of problems of the data.
extension ResultsSchema {
  /// The members that say what is wrong.
  private static let said = #"""
            "state": {
              "enum": [
                "new", "unchanged", "updated", "derogated"
              ]
            },
            "accepted_until": {
              "type": "string",
              "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
              "description": "Last day, inclusive, of the derogation that accepts the finding."
            },
            "message": {"type": "string"},
            "because": {
              "type": "array",
              "items": {"type": "string"}
            },
            "remedy": {"type": "string"},
    """#

  /// The members that say where, and what tells one from another.
  private static let place = #"""
            "record": {
              "anyOf": [
                {"$ref": "#/$defs/record"}, {"type": "null"}
              ]
            },
            "field": {"type": ["string", "null"]},
            "location": {"$ref": "#/$defs/location"},
            "related": {
              "type": "array",
              "items": {
                "$ref": "#/$defs/related"
              }
            },
            "extent": {
              "type": "array",
              "items": {"type": "string"},
              "description": "The elements that fail; empty when the rule fails as a whole."
            },
            "fingerprint": {
              "type": "string",
              "description": "Identity of the finding across runs."
            }
    """#

  /// The definitions, without a comma at the end.
  static let findings = #"""
        "finding": {
          "type": "object",
          "properties": {
            "rule": {"type": "string"},
            "severity": {
              "enum": [
                "major", "minor", "observation"
              ]
            },
            "basis": {
              "enum": [
                "normative", "own", "practice", "legal"
              ]
            },
    \#(said)
            "clauses": {
              "type": "array",
              "items": {"type": "string"}
            },
    \#(place)
          },
          "required": [
            "rule", "severity", "basis", "state", "message", "because", "remedy", "clauses",
            "record", "field", "location", "related", "extent", "fingerprint"
          ],
          "additionalProperties": false
        },
        "data_problem": {
          "type": "object",
          "properties": {
            "rule": {"type": "string"},
            "level": {
              "enum": ["error", "warning"],
              "description": "An error leaves a value unread or records not told apart."
            },
    \#(said)
    \#(place)
          },
          "required": [
            "rule", "level", "state", "message", "because", "remedy",
            "record", "field", "location", "related", "extent", "fingerprint"
          ],
          "additionalProperties": false
        }
    """#
}
