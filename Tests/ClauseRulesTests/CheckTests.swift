import CEL
import ClauseRules
import Testing

/// Each declarative check: the expression it stands for, and what is wrong with wrong arguments.
@Suite struct CheckTests {
  /// A check with the CEL it compiles to and the fields its conditions blame.
  struct Translation: Sendable, CustomTestStringConvertible {
    let check: String
    let expression: String
    var blames: [String?]

    init(_ check: String, _ expression: String, _ blames: [String?]) {
      self.check = check
      self.expression = expression
      self.blames = blames
    }

    var testDescription: String { check }
  }

  static let translations = [
    Translation("{ present: [code] }", "(has(sheet.code))", ["code"]),
    Translation(
      "{ present: [owner, team] }", "(has(sheet.owner)) && (size(sheet.team) > 0)",
      ["owner", "team"]),
    Translation("{ present: owner }", "(has(sheet.owner))", ["owner"]),
    Translation(
      "{ present: [result.checked_on] }", "(has(sheet.result) && has(sheet.result.checked_on))",
      ["result.checked_on"]),
    Translation("{ absent: [owner] }", "(!(has(sheet.owner)))", ["owner"]),
    Translation(
      "{ order: [opened_on, closed_on] }",
      "((has(sheet.opened_on) && has(sheet.closed_on)"
        + " ? sheet.opened_on <= sheet.closed_on : true))",
      ["closed_on"]),
    Translation(
      "{ not_future: [opened_on] }", "(has(sheet.opened_on) ? sheet.opened_on <= as_of : true)",
      ["opened_on"]),
    Translation(
      "{ not_past: [opened_on] }", "(has(sheet.opened_on) ? sheet.opened_on >= as_of : true)",
      ["opened_on"]),
    Translation(
      "{ within: { since: opened_on, or: review } }",
      "((has(sheet.opened_on)) ? as_of <= sheet.opened_on + params.review"
        + " : ((has(sheet.opened_on))))",
      ["opened_on"]),
    Translation(
      "{ within: { since: opened_on, every: every, due_day: late } }",
      "((has(sheet.every)) ? ((has(sheet.opened_on)) ? as_of < sheet.opened_on + sheet.every"
        + " : ((has(sheet.opened_on)))) : true)",
      ["opened_on"]),
    Translation(
      #"{ matches: { code: "^[A-Z]\\d+$" } }"#,
      #"(has(sheet.code) ? sheet.code.matches("^[A-Z]\\d+$") : true)"#, ["code"]),
    Translation(
      "{ one_of: { kind: [form] } }", #"(has(sheet.kind) ? sheet.kind in ["form"] : true)"#,
      ["kind"]),
    Translation(
      "{ one_of: { weight: [1, 2] } }", "(has(sheet.weight) ? sheet.weight in [1, 2] : true)",
      ["weight"]),
    Translation(
      "{ differ: [opened_on, closed_on] }",
      "(has(sheet.opened_on) && has(sheet.closed_on)"
        + " ? sheet.opened_on != sheet.closed_on : true)",
      ["closed_on"]),
    Translation(
      "{ unique: [code] }",
      "(has(sheet.code) ? sheets.filter(other, has(other.code)"
        + " && other.code == sheet.code).size() <= 1 : true)",
      ["code"]),
    Translation("{ exists: { of: person } }", "(persons.size() > 0)", [nil]),
    Translation(
      "{ exists: { of: person, where: person == sheet.?owner.orValue(person) } }",
      "(persons.exists(person, person == sheet.?owner.orValue(person)))", [nil]),
    Translation(
      "{ exists: { of: sheet, where: other.id != sheet.id } }",
      "(sheets.exists(other, other.id != sheet.id))", [nil]),
    Translation(
      "{ count: { of: person, at_least: 1, at_most: 3 } }",
      "(persons.size() >= 1 && persons.size() <= 3)", [nil]),
    Translation(
      #"{ covers: { set: "[sheet.id]", required: [a, b] } }"#,
      #"((["a", "b"]).all(element, element in ([sheet.id])))"#, [nil]),
    Translation(
      "{ covers: { set: sheet.team, required: persons } }",
      "((persons).all(element, element in (sheet.team)))", ["team"]),
    Translation(
      "{ refers_to_active: [owner, team] }",
      "(has(sheet.owner) ? sheet.owner.active : true)"
        + " && (sheet.team.all(element, element.active))",
      ["owner", "team"]),
    Translation(
      "{ file_exists: [proof, proofs] }",
      "(has(sheet.proof) ? file_exists(sheet.proof) : true)"
        + " && (sheet.proofs.all(element, file_exists(element)))",
      ["proof", "proofs"]),
  ]

  @Test(arguments: translations) func checksStandForExpressions(_ case: Translation) throws {
    let pack = PackText.rule("require: " + `case`.check)
    #expect(pack.complaints == [])
    let rule = try #require(pack.rule("r"))
    #expect(rule.requirement?.source == `case`.expression)
    #expect(rule.conditions.map(\.field) == `case`.blames)
  }

  @Test func everyCheckIsTranslatedHere() {
    for check in Checks.all {
      #expect(
        Self.translations.contains { $0.check.hasPrefix("{ \(check.name):") },
        "\(check.name) has no example")
    }
  }

  @Test func aRepeatedTypeNameIsNotReplacedInsideWords() throws {
    // `sheet` also begins the plural and stands in the text of the code.
    let pack = PackText.rule("require: { unique: [code, result.checked_on] }")
    #expect(pack.complaints == [])
    let source = try #require(pack.rule("r")?.requirement?.source)
    #expect(
      source == "(has(sheet.code) && has(sheet.result) && has(sheet.result.checked_on) ? "
        + "sheets.filter(other, has(other.code) && other.code == sheet.code"
        + " && has(other.result) && has(other.result.checked_on)"
        + " && other.result.checked_on == sheet.result.checked_on).size() <= 1 : true)")
  }

  @Test func practiceIsWhereAParameterStandsIn() throws {
    let own = PackText.rule("require: { within: { since: opened_on, every: every } }")
    #expect(own.rule("r")?.practiceWhen == nil)
    let either = PackText.rule(
      "require: { within: { since: opened_on, every: every, or: review } }")
    #expect(either.rule("r")?.practiceWhen?.source == "!(has(sheet.every))")
    let parameter = PackText.rule("require: { within: { since: opened_on, or: review } }")
    #expect(parameter.rule("r")?.practiceWhen?.source == "true")
  }

  /// Wrong arguments with `line:column code: message | remedy`, lines counted from `require`.
  static let errors: [(String, [String])] = [
    (
      "{ present: [ownr] }",
      ["1:26 unknown-field: `ownr` is no field of sheet | Did you mean `owner`?"]
    ),
    (
      "{ present: [result.checkd_on] }",
      ["1:26 unknown-field: `checkd_on` is no field of sheet | Did you mean `checked_on`?"]
    ),
    (
      "{ present: [code.length] }",
      ["1:26 check-arguments: `code` has no fields of its own"]
    ),
    ("{ present: [[code]] }", ["1:26 check-arguments: `present` names fields"]),
    (
      "{ presnt: [code] }",
      ["1:16 unknown-check: `presnt` is no check | Did you mean `present`?"]
    ),
    (
      "{ present: [code], absent: [owner] }",
      [
        "1:14 rule-require: `require` holds exactly one check | "
          + "Make one rule of each, or write an expression that joins them with &&."
      ]
    ),
    (
      "[code]",
      [
        "1:14 pack-form: `require` of a rule is a check (a mapping) or an expression (a text)"
      ]
    ),
    (
      "{ order: [opened_on, code] }",
      ["1:23 check-arguments: `order` needs dates; `code` is string"]
    ),
    ("{ order: [opened_on] }", ["1:23 check-arguments: `order` needs at least two dates"]),
    (
      "{ not_future: [code] }",
      ["1:28 check-arguments: `not_future` needs dates; `code` is string"]
    ),
    (
      "{ not_past: [every] }",
      ["1:26 check-arguments: `not_past` needs dates; `every` is period"]
    ),
    (
      "{ within: { or: review } }",
      ["1:24 missing-key: `within` needs `since` | Add `since:` to it."]
    ),
    (
      "{ within: { since: opened_on } }",
      [
        "1:24 check-arguments: `within` needs an interval | "
          + "Give `every: FIELD`, `or: PARAMETER`, or both."
      ]
    ),
    (
      "{ within: { since: opened_on, or: reviw } }",
      ["1:48 unknown-parameter: `reviw` is no parameter | Did you mean `review`?"]
    ),
    (
      "{ within: { since: opened_on, or: limit } }",
      ["1:24 check-arguments: `or` names a parameter that is a period"]
    ),
    (
      "{ within: { since: opened_on, every: code } }",
      ["1:24 check-arguments: `within` needs a period under `every`; `code` is string"]
    ),
    (
      "{ within: { since: opened_on, or: review, due_day: soon } }",
      ["1:65 unknown-due_day: `soon` is no due_day of `within` | Known here: in_time, late."]
    ),
    (
      "{ within: { sinc: opened_on, since: opened_on, or: review } }",
      ["1:26 unknown-key: `sinc` is no key of `within` | Did you mean `since`?"]
    ),
    ("{ matches: code }", ["1:25 check-arguments: `matches` is a mapping of fields to patterns"]),
    (
      #"{ matches: { weight: "1" } }"#,
      ["1:25 check-arguments: `matches` needs a text; `weight` is int"]
    ),
    (
      "{ one_of: { kind: [form, guid] } }",
      ["1:39 unknown-literal: `guid` is no value of kind | Did you mean `guide`?"]
    ),
    ("{ one_of: { weight: [x] } }", ["1:35 check-arguments: `x` is no int"]),
    (
      "{ one_of: { opened_on: [2026-01-01] } }",
      ["1:24 check-arguments: `one_of` compares words and whole numbers"]
    ),
    (
      "{ differ: [code, weight] }",
      ["1:24 check-arguments: `differ` names two fields of the same type"]
    ),
    ("{ unique: [team] }", ["1:24 check-arguments: `unique` compares single values"]),
    (
      "{ exists: { of: persn } }",
      ["1:30 unknown-record-type: `persn` is no record type | Did you mean `person`?"]
    ),
    ("{ exists: {} }", ["1:24 missing-key: `exists` needs `of` | Add `of:` to it."]),
    (
      "{ count: { of: person } }",
      ["1:23 check-arguments: `count` needs `at_least`, `at_most` or both"]
    ),
    (
      "{ count: { of: person, at_least: few } }",
      ["1:47 pack-form: `at_least` of `count` is a whole number"]
    ),
    (
      "{ covers: { required: [a] } }",
      ["1:24 missing-key: `covers` needs `set` | Add `set:` to it."]
    ),
    (
      "{ covers: { set: sheet.team } }",
      ["1:24 missing-key: `covers` needs `required` | Add `required:` to it."]
    ),
    (
      "{ refers_to_active: [code] }",
      [
        "1:34 check-arguments: `code` does not refer to records of one type that have a derived "
          + "field `active`"
      ]
    ),
    (
      "{ file_exists: [code] }",
      ["1:29 check-arguments: `file_exists` needs files; `code` is string"]
    ),
    (
      "{ integrity: field-required }",
      ["1:27 rule-require: a built-in check goes with `for: any`"]
    ),
  ]

  @Test(arguments: errors) func wrongArgumentsAreLocated(_ check: String, _ expected: [String]) {
    let pack = PackText.rule("require: " + check)
    #expect(pack.relative == expected)
  }

  @Test func aWrongPatternIsAnErrorOfThePack() {
    let pack = PackText.rule(#"require: { matches: { code: "(" } }"#)
    #expect(pack.complaints.count == 1)
    #expect(
      pack.relative.first?.hasPrefix("1:25 check-arguments: `matches` does not fit here") == true)
    #expect(pack.rule("r") == nil)
  }

  @Test func expressionsInsideChecksAreLocatedExactly() {
    let pack = PackText.rule(#"require: { exists: { of: person, where: "person.nme == 'x'" } }"#)
    #expect(pack.relative.count == 1)
    #expect(
      pack.relative.first?.hasPrefix("1:53 expression-unknown-field: person has no field 'nme'")
        == true, "\(pack.relative)")
  }
}
