import ClauseRecords
import ClauseSource
import Testing

/// The texts of the integrity checks exist in every language and ask for the same values.
struct IntegrityTextsTests {
  private func placeholders(_ text: String) -> Set<Substring> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        .map { $0.prefix { $0 != "}" } })
  }

  private func check(_ text: LocalizedText, _ what: String) {
    let english = placeholders(text[.english])
    for language in Language.allCases {
      let words = text.texts[language] ?? ""
      #expect(!words.isEmpty, "\(what) has no \(language)")
      #expect(placeholders(words) == english, "\(what) in \(language)")
    }
  }

  @Test(arguments: IntegrityKind.allCases)
  func kindsSpeakAllLanguages(_ kind: IntegrityKind) {
    check(kind.title, kind.rawValue)
    check(kind.message, kind.rawValue)
    check(kind.remedy, kind.rawValue)
    #expect(placeholders(kind.title[.english]).isEmpty)
    #expect(placeholders(kind.remedy[.english]).isEmpty)
  }

  @Test(arguments: ProblemDetail.allCases)
  func detailsSpeakAllLanguages(_ detail: ProblemDetail) { check(detail.text, detail.rawValue) }

  @Test(arguments: ProblemLabel.allCases)
  func labelsSpeakAllLanguages(_ label: ProblemLabel) { check(label.text, label.rawValue) }

  /// Every problem of a file full of mistakes carries the values its texts ask for.
  @Test func problemsCarryTheValuesTheirTextsAskFor() throws {
    let sample = try Sample([
      SampleFile(
        "documents.yaml",
        """
        - { id: A, code: , owner: P1, replaces: B, approved_on: 2027-01-01, titel: x }
        - { id: B, code: TBD, owner: P9, replaces: A, lifecycle: aproved, score: "1,234" }
        - { id: a, code: x1, pages: x, evidence: [no.pdf], applies_from: 03/04/2025 }
        - { id: C, code: x1, seen_on: [2025-02-30, 45289, 1444-01-01], keeper: X, owner: A }
        - { id: O1, code: x1, seen_on: [15 chaabane 1444, 1444-08-15 (2024-01-01)] }
        - { id: "01", code: "a\\u0007b" }
        - { id: 12-mars, code: x1 }
        - { id: D, code: x1, applies_from: 1980-01-01, review_every: 6, owner: p1, zz: 1 }
        """),
      SampleFile("people.yaml", "[{ id: P1 }, { id: X }]"),
      SampleFile("units.yaml", "[{ id: X }]"),
    ])
    let kinds = Set(sample.problems.map(\.kind))
    #expect(
      kinds
        == Set(IntegrityKind.allCases.filter { !$0.isAboutExceptions }).subtracting([
          .personLeftOwner
        ]))
    for problem in sample.problems {
      let names = Set(problem.arguments.map { Substring($0.name) })
      let wanted = placeholders(problem.kind.message[.english])
        .union(problem.detail.map { placeholders($0.text[.english]) } ?? [])
      #expect(wanted.isSubset(of: names), "\(problem.kind) \(problem.fieldPath): \(names)")
    }
  }
}
