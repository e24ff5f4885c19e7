/// The JSON Schema of what `JSONReporter` writes.
///
/// It is strict, so that a key it does not know is a defect of the writer; readers should ignore
/// keys they do not know. Removing a key or changing its meaning needs `clauselint/results/2`.
public enum ResultsSchema {
  /// The value of the key `schema`.
  public static let name = "clauselint/results/1"

  /// The schema (JSON Schema 2020-12), ending with a line break.
  public static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:clauselint:results:1",
      "title": "clauselint/results/1",
      "description": "Lines and columns count from 1, columns in code points; ends are exclusive.",
      "type": "object",
      "properties": {
        "schema": {"const": "clauselint/results/1"},
        "tool": {
          "type": "object",
          "properties": {
            "name": {"const": "clauselint"},
            "version": {"type": "string"}
          },
          "required": ["name", "version"],
          "additionalProperties": false
        },
        "as_of": {
          "type": "string",
          "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
          "description": "The civil date the run was made for."
        },
        "organization": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "id": {"type": "string"},
                "name": {
                  "type": "object",
                  "properties": {
                    "ar": {"type": "string"},
                    "en": {"type": "string"},
                    "fr": {"type": "string"}
                  },
                  "required": [],
                  "additionalProperties": false
                }
              },
              "required": ["id", "name"],
              "additionalProperties": false
            },
            {"type": "null"}
          ]
        },
    \#(run)
        "findings": {
          "type": "array",
          "items": {"$ref": "#/$defs/finding"},
          "description": "By file, line, column, rule."
        },
        "data_problems": {
          "type": "array",
          "items": {"$ref": "#/$defs/data_problem"},
          "description": "What cannot be read, joined or trusted, in the same order: no findings, and of no clause."
        },
        "clauses": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {"type": "string"},
              "state": {
                "enum": [
                  "conform", "nonconform", "derogated", "attested", "not_applicable",
                  "not_assessed"
                ]
              },
              "rules": {"type": "integer", "minimum": 0},
              "records": {"type": "integer", "minimum": 0},
              "findings": {"type": "integer", "minimum": 0}
            },
            "required": [
              "id", "state", "rules", "records", "findings"
            ],
            "additionalProperties": false
          },
          "description": "The clauses that carry requirements themselves."
        },
        "rules": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {"type": "string"},
              "evaluated": {"type": "integer", "minimum": 0},
              "failed": {"type": "integer", "minimum": 0},
              "skipped": {"type": "integer", "minimum": 0}
            },
            "required": [
              "id", "evaluated", "failed", "skipped"
            ],
            "additionalProperties": false
          }
        },
        "notices": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "rule": {"type": "string"},
              "record": {
                "anyOf": [
                  {"$ref": "#/$defs/record"}, {"type": "null"}
                ]
              },
              "reason": {"type": "string"},
              "cause": {"enum": ["unreadable", "missing", "not_provided"]},
              "state": {"enum": ["new", "unchanged"]},
              "location": {
                "$ref": "#/$defs/location"
              }
            },
            "required": [
              "rule", "record", "reason", "cause", "state", "location"
            ],
            "additionalProperties": false
          },
          "description": "Rules that could not decide on a record, and why."
        },
        "diagnostics": {
          "type": "array",
          "items": {"$ref": "#/$defs/diagnostic"},
          "description": "Trouble with the input; an error means that something was not assessed."
        },
        "files": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "path": {"type": "string"},
              "fate": {
                "enum": [
                  "assessed", "not_assessed", "passed_over"
                ]
              },
              "records": {"type": "integer", "minimum": 0},
              "unread": {
                "enum": [
                  "failed", "unrecognised", "empty", "spreadsheet", "database", "document",
                  "pages", "slides", "mail", "archive", "prose", "other", "picture", "recording"
                ],
                "description": "Why no record was read from it; absent where some were."
              }
            },
            "required": ["path", "fate", "records"],
            "additionalProperties": false
          }
        },
        "registers": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "type": {"type": "string"},
              "file": {"type": "string"},
              "records": {"type": "integer", "minimum": 1}
            },
            "required": ["type", "file", "records"],
            "additionalProperties": false
          },
          "description": "How many records of which type were read from which file."
        },
        "not_provided": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "type": {"type": "string"},
              "rules": {"type": "integer", "minimum": 1},
              "clauses": {"type": "array", "items": {"type": "string"}}
            },
            "required": ["type", "rules", "clauses"],
            "additionalProperties": false
          },
          "description": "Registers that rules ask about and nobody provided; what depends on them was not assessed."
        },
        "baseline": {
          "anyOf": [{"$ref": "#/$defs/baseline"}, {"type": "null"}],
          "description": "What became of the entries of the baseline; null without one."
        },
        "revision": {
          "anyOf": [{"$ref": "#/$defs/revision"}, {"type": "null"}],
          "description": "What changed since a revision; findings are then only what it has not."
        }
      },
      "required": [
        "schema", "tool", "as_of", "organization", "standards", "restriction", "packs",
        "parameters", "summary",
        "findings", "data_problems", "clauses", "rules", "notices", "diagnostics", "files", "registers",
        "not_provided", "baseline", "revision"
      ],
      "additionalProperties": false,
      "$defs": {
        "identity": {
          "type": "object",
          "properties": {
            "rule": {"type": "string"},
            "record": {"anyOf": [{"$ref": "#/$defs/record"}, {"type": "null"}]},
            "fingerprint": {"type": "string"}
          },
          "required": ["rule", "record", "fingerprint"],
          "additionalProperties": false
        },
        "baseline": {
          "type": "object",
          "properties": {
            "file": {"type": "string"},
            "entries": {"type": "integer", "minimum": 0},
            "found": {"type": "integer", "minimum": 0},
            "updated": {"type": "integer", "minimum": 0},
            "stale": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "rule": {"type": "string"},
                  "record": {"anyOf": [{"$ref": "#/$defs/record"}, {"type": "null"}]},
                  "fingerprint": {"type": "string"},
                  "state": {"enum": ["fixed", "absent", "undecided", "unknown"]},
                  "line": {"type": "integer", "minimum": 1}
                },
                "required": ["rule", "record", "fingerprint", "state", "line"],
                "additionalProperties": false
              }
            }
          },
          "required": ["file", "entries", "found", "updated", "stale"],
          "additionalProperties": false
        },
        "revision": {
          "type": "object",
          "properties": {
            "reference": {"type": "string"},
            "commit": {"type": "string"},
            "new": {"type": "integer", "minimum": 0},
            "updated": {"type": "integer", "minimum": 0},
            "fixed": {"type": "array", "items": {"$ref": "#/$defs/identity"}},
            "absent": {"type": "array", "items": {"$ref": "#/$defs/identity"}}
          },
          "required": ["reference", "commit", "new", "updated", "fixed", "absent"],
          "additionalProperties": false
        },
        "location": {
          "type": "object",
          "properties": {
            "file": {"type": "string"},
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1},
            "end_line": {"type": "integer", "minimum": 1},
            "end_column": {"type": "integer", "minimum": 1},
            "cell": {"type": "string"}
          },
          "required": [
            "file", "line", "column", "end_line", "end_column"
          ],
          "additionalProperties": false
        },
        "record": {
          "type": "object",
          "properties": {
            "type": {"type": "string"},
            "id": {"type": "string"},
            "content": {
              "type": ["string", "null"],
              "description": "What tells a record without an id apart; null for one with an id."
            }
          },
          "required": ["type", "id", "content"],
          "additionalProperties": false
        },
        "related": {
          "type": "object",
          "properties": {
            "message": {"type": "string"},
            "location": {"$ref": "#/$defs/location"}
          },
          "required": ["message", "location"],
          "additionalProperties": false
        },
    \#(findings),
        "diagnostic": {
          "type": "object",
          "properties": {
            "severity": {
              "enum": [
                "error", "warning", "note"
              ]
            },
            "code": {"type": "string"},
            "message": {"type": "string"},
            "remedy": {"type": "string"},
            "location": {
              "anyOf": [
                {"$ref": "#/$defs/location"}, {"type": "null"}
              ]
            },
            "related": {
              "type": "array",
              "items": {
                "$ref": "#/$defs/related"
              }
            }
          },
          "required": [
            "severity", "code", "message", "remedy", "location", "related"
          ],
          "additionalProperties": false
        }
      }
    }

    """#
}
