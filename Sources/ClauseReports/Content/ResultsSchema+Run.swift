extension ResultsSchema {
  /// The members that say what a run rests on: scope, packs, parameters and counts.
  static let run = #"""
        "standards": {"type": "array", "items": {"type": "string"}},
        "restriction": {
          "type": "object",
          "properties": {
            "standards": {"type": "array", "items": {"type": "string"}},
            "clauses": {"type": "array", "items": {"type": "string"}},
            "rules": {"type": "array", "items": {"type": "string"}},
            "paths": {"type": "array", "items": {"type": "string"}}
          },
          "required": ["standards", "clauses", "rules", "paths"],
          "additionalProperties": false,
          "description": "What the command line restricted the run to; empty lists restrict nothing."
        },
        "packs": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {"type": "string"},
              "version": {
                "type": "string"
              },
              "status": {"enum": ["released", "draft"]},
              "own": {
                "type": "boolean",
                "description": "Whether it does not come with the product."
              },
              "rules": {"type": "integer", "minimum": 0},
              "reference_records": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "type": {"type": "string"},
                    "records": {"type": "integer", "minimum": 1}
                  },
                  "required": ["type", "records"],
                  "additionalProperties": false
                },
                "description": "Records that others may refer to and no rule checks."
              },
              "holidays": {"type": "integer", "minimum": 0},
              "sha256": {
                "type": "string"
              }
            },
            "required": [
              "id", "version", "status", "own", "rules", "reference_records", "holidays", "sha256"
            ],
            "additionalProperties": false
          }
        },
        "parameters": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {"type": "string"},
              "pack": {"type": "string"},
              "default": {"type": "string"},
              "value": {"type": "string"}
            },
            "required": ["name", "pack", "default", "value"],
            "additionalProperties": false
          },
          "description": "Parameters with another value than their pack's."
        },
        "summary": {
          "type": "object",
          "properties": {
            "major": {"type": "integer", "minimum": 0},
            "minor": {"type": "integer", "minimum": 0},
            "observation": {"type": "integer", "minimum": 0},
            "data_problems": {"type": "integer", "minimum": 0},
            "derogated": {"type": "integer", "minimum": 0},
            "unchanged": {"type": "integer", "minimum": 0},
            "updated": {"type": "integer", "minimum": 0},
            "records": {"type": "integer", "minimum": 0},
            "rules": {"type": "integer", "minimum": 0},
            "vacuous_rules": {"type": "integer", "minimum": 0},
            "rules_out_of_scope": {"type": "integer", "minimum": 0},
            "undecided": {"type": "integer", "minimum": 0},
            "parameters_changed": {"type": "integer", "minimum": 0},
            "files": {"type": "integer", "minimum": 0},
            "files_expected": {"type": "integer", "minimum": 0},
            "files_passed_over": {"type": "integer", "minimum": 0}
          },
          "required": [
            "major", "minor", "observation", "data_problems", "derogated", "unchanged", "updated", "records", "rules",
            "vacuous_rules", "rules_out_of_scope", "undecided", "parameters_changed", "files",
            "files_expected", "files_passed_over"
          ],
          "additionalProperties": false
        },
    """#
}
