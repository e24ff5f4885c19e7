import ClauseAssessment
import ClauseSource
import Foundation
import Testing

@testable import ClauseEngine

/// Relations that may be written at either end, and derived fields that read one another.
@Suite struct RelationTests {
  private static func pack(_ derived: String, rules: String) -> String {
    """
    pack: test
    version: 0.1.0
    status: draft
    title: { en: Test }
    ---
    types:
      fault:
        plural: faults
        title: { en: Fault }
        fields: { title: string, measures: list<ref<measure>> }
        derived:
    \(derived)
      measure:
        plural: measures
        title: { en: Measure }
        fields: { origin: ref<any>, done: bool }
    ---
    rules:
    \(rules)
    """
  }

  private static let both =
    "      all_measures: { type: list<ref<measure>>, ends: [measures, measure.origin] }"

  private static func rule(_ id: String, _ require: String) -> String {
    """
      - { id: \(id), title: { en: T }, for: fault, require: "\(require)", severity: minor, basis: own, message: { en: "{fault.id}" } }
    """
  }

  private func found(
    _ derived: String, _ rules: String, _ records: String
  ) throws -> (findings: [String], diagnostics: [String]) {
    let organization = try Organization([
      "pack/pack.yaml": Self.pack(derived, rules: rules), "records.yaml": records,
    ])
    let assessment = try organization.assess()
    return (
      assessment.findings.map { "\($0.rule) \($0.record?.id.unescaped ?? "")" }.sorted(),
      assessment.diagnostics.map { $0.code + ": " + $0.message.unescaped }
    )
  }

  @Test func aRelationIsReadFromBothEndsAndCountsEachRecordOnce() throws {
    let records = """
      faults:
        - { id: listed, title: t, measures: [M1] }
        - { id: named, title: t }
        - { id: twice, title: t, measures: [M3, M3] }
        - { id: alone, title: t }
      measures:
        - { id: M1 }
        - { id: M2, origin: named }
        - { id: M3, origin: twice }
        - { id: M4, origin: M1 }
      """
    let rules =
      Self.rule("some", "fault.all_measures.size() > 0") + "\n"
      + Self.rule("one", "fault.all_measures.size() <= 1")
    let (findings, diagnostics) = try found(Self.both, rules, records)
    #expect(findings == ["some alone"])
    #expect(diagnostics.isEmpty)
  }

  @Test func derivedFieldsReadOneAnotherWhateverTheirOrder() throws {
    let derived =
      "      settled: { type: bool, value: \"fault.counted && fault.all_measures.all(m, m.done)\" }\n"
      + "      counted: { type: bool, value: \"fault.all_measures.size() > 0\" }\n" + Self.both
    let records = """
      faults: [{ id: open, title: t }, { id: done, title: t }, { id: none, title: t }]
      measures: [{ id: M1, origin: open, done: false }, { id: M2, origin: done, done: true }]
      """
    let derivedDone = derived.replacingOccurrences(of: "m.done", with: "has(m.done) && m.done")
    let (findings, diagnostics) = try found(
      derivedDone, Self.rule("settled", "fault.settled"), records)
    #expect(findings == ["settled none", "settled open"])
    #expect(diagnostics.isEmpty)
  }

  @Test func aFieldComputedFromItselfIsAnError() throws {
    let derived =
      "      a: { type: bool, value: fault.b }\n      b: { type: bool, value: fault.a }"
    let (_, diagnostics) = try found(
      derived, Self.rule("r", "fault.id != ''"), "faults: [{ id: F, title: t }]")
    #expect(
      diagnostics.sorted() == [
        "derived-cycle: the derived field `a` of `fault` is computed from itself",
        "derived-cycle: the derived field `b` of `fault` is computed from itself",
      ])
  }

  /// What a reason calls the relation is the field people know.
  @Test func aReasonNamesTheOwnEnd() throws {
    let organization = try Organization([
      "pack/pack.yaml": Self.pack(
        Self.both, rules: Self.rule("some", "fault.all_measures.size() > 0")),
      "records.yaml": "faults: [{ id: F, title: t }]",
    ])
    let because = try organization.assess().findings.flatMap(\.because).map(\.plain)
    #expect(!because.isEmpty)
    #expect(because.allSatisfy { !$0.contains("all_measures") })
  }
}
