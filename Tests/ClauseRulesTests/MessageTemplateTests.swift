import CEL
import ClauseRules
import ClauseSource
import Testing

/// Messages with CEL in braces: how they are split, and where their errors stand.
@Suite struct MessageTemplateTests {
  private func message(_ text: String) -> PackText {
    let header =
      PackText.header + """
          - id: r
            title: T
            for: sheet
            severity: minor
            basis: own
            require: { within: { since: opened_on, or: review } }
            message: \(text)

        """
    return PackText(header)
  }

  /// The parts of the English message: words as they are, programs in angle brackets.
  private func parts(_ text: String) throws -> [String] {
    let pack = message(text)
    #expect(pack.complaints == [])
    let template = try #require(pack.rule("r")?.message[.english])
    return template.parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let program, _): "<\(program.source)>"
      }
    }
  }

  @Test func bracesHoldExpressions() throws {
    #expect(try parts("plain words") == ["plain words"])
    #expect(try parts("\"{sheet.code} is late\"") == ["<sheet.code>", " is late"])
    #expect(
      try parts("\"a {sheet.id}{sheet.code} b\"") == ["a ", "<sheet.id>", "<sheet.code>", " b"])
    #expect(try parts("\"{{ and }} are braces\"") == ["{ and } are braces"])
    #expect(try parts("\"{{{sheet.id}}}\"") == ["{", "<sheet.id>", "}"])
  }

  @Test func bracesInsideExpressionsAreCounted() throws {
    #expect(try parts("'{ {\"a\": sheet.id}[\"a\"] }'") == ["< {\"a\": sheet.id}[\"a\"] >"])
    #expect(try parts("'{\"}\" + sheet.id}'") == ["<\"}\" + sheet.id>"])
    #expect(try parts("'{\"a\\\"}\" + sheet.id}'") == ["<\"a\\\"}\" + sheet.id>"])
  }

  @Test func valuesOfTheCheckAreBound() throws {
    #expect(
      try parts("\"due on {due}\"") == [
        "due on ",
        "<cel.bind(due, sheet.opened_on + params.review, due)>",
      ])
  }

  @Test func absentFieldsNeedNoGuard() throws {
    #expect(try parts("\"{sheet.weight + 1}\"") == ["<sheet.weight + 1>"])
  }

  @Test(arguments: [
    (
      "\"{sheet.cod}\"",
      "22 expression-unknown-field: sheet has no field 'cod' | Did you mean `code`?"
    ),
    (
      "'it''s {sheet.cod}'",
      "28 expression-unknown-field: sheet has no field 'cod' | Did you mean `code`?"
    ),
    (
      "\"é\\u00e9 {sheet.cod}\"",
      "30 expression-unknown-field: sheet has no field 'cod' | Did you mean `code`?"
    ),
    (
      "\"{sheet.id\"",
      "15 message-brace: this brace has no counterpart | "
        + "Write {{ and }} for braces that are meant as such."
    ),
    (
      "\"sheet.id}\"",
      "23 message-brace: this brace has no counterpart | "
        + "Write {{ and }} for braces that are meant as such."
    ),
  ])
  func errorsStandWhereTheyAreWritten(_ text: String, _ expected: String) {
    let line = PackText.firstRuleLine + 6
    #expect(message(text).complaints == ["\(line):\(expected)"])
  }

  @Test func errorsInsideBlockScalarsAreLocated() {
    let line = PackText.firstRuleLine + 6
    let literal = message("|\n        first line\n        then {sheet.cod} and")
    #expect(
      literal.complaints == [
        "\(line + 2):21 expression-unknown-field: sheet has no field 'cod' | Did you mean `code`?"
      ])
    let folded = message(">-\n        first line\n        {sheet.id} then\n        {sheet.cod}")
    #expect(
      folded.complaints == [
        "\(line + 3):16 expression-unknown-field: sheet has no field 'cod' | Did you mean `code`?"
      ])
  }

  @Test func placeholdersAreFoundForComparison() {
    #expect(MessageTemplate.placeholders(of: "{a} {{b}} {c.d} {\"}\"}") == ["a", "c.d", "\"}\""])
    #expect(MessageTemplate.placeholders(of: "none") == [])
  }

  @Test func expressionsInBlockScalarsAreLocated() {
    let pack = PackText.rule("require: >-\n  has(sheet.code) &&\n  has(sheet.ownr)")
    #expect(
      pack.relative == [
        "3:17 expression-unknown-field: sheet has no field 'ownr' | Did you mean `owner`?"
      ])
  }
}
