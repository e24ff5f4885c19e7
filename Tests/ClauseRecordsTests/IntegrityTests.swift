import CEL
import ClauseCalendar
import ClauseRecords
import ClauseSource
import Testing

/// Each built-in check: a record that fails it, the exact place, and the twin that passes.
struct IntegrityTests {
  private func only(
    _ kind: IntegrityKind, _ sample: Sample, _ field: String, detail: ProblemDetail? = nil,
    at mark: Int = 0, _ location: SourceLocation = #_sourceLocation
  ) throws -> RecordProblem {
    #expect(sample.readerDiagnostics.isEmpty, sourceLocation: location)
    #expect(sample.diagnostics.isEmpty, sourceLocation: location)
    #expect(sample.problems.map(\.kind) == [kind], sourceLocation: location)
    let problem = try #require(sample.problems.first, sourceLocation: location)
    #expect(problem.fieldPath == field, sourceLocation: location)
    #expect(problem.detail == detail, sourceLocation: location)
    #expect(problem.range == sample.marks()[mark], sourceLocation: location)
    return problem
  }

  @Test func requiredFieldThatIsAbsentPointsAtTheId() throws {
    let sample = try Sample(
      """
      documents:
        - id: ⟪P-1⟫
          title: Purchasing
      """)
    let problem = try only(.fieldRequired, sample, "code")
    #expect(problem.recordType == "document")
    #expect(problem.recordID?.unescaped == "P-1")
    #expect(problem.argument("field")?.unescaped == "code")
  }

  @Test(arguments: ["", "  ", "\"   \"", "null", "~"])
  func requiredFieldThatIsBlankPointsAtItsKey(_ blank: String) throws {
    let sample = try Sample(Marked("documents:\n  - id: P-1\n    ⟪code⟫: \(blank)\n"))
    _ = try only(.fieldRequired, sample, "code")
  }

  @Test func requiredFieldsOfStructuresAreAskedFor() throws {
    let sample = try Sample(
      """
      documents:
        - id: P-1
          code: A
          criteria:
            - name: Price
            - ⟪⟫weight: 2
      """)
    _ = try only(.fieldRequired, sample, "criteria[1].name")
    let structure = try Sample(
      """
      documents:
        - id: P-1
          code: A
          ⟪effectiveness⟫: { checked_on: 2025-01-01 }
      """)
    _ = try only(.fieldRequired, structure, "effectiveness.result")
  }

  @Test func recordWithoutIdKeepsAMadeUpOne() throws {
    let sample = try Sample(
      """
      documents:
        - ⟪code⟫: A
      """)
    let problem = try only(.fieldRequired, sample, "id")
    #expect(problem.recordID?.unescaped == "records.yaml:1")
    #expect(sample.store.records.map(\.hasMadeUpID) == [true])
  }

  @Test(
    arguments: [
      ("approved_on: ⟪2025-02-30⟫", "approved_on", ProblemDetail.noSuchDay),
      ("approved_on: ⟪45289⟫", "approved_on", .spreadsheetSerial),
      ("approved_on: ⟪03/04/26⟫", "approved_on", .twoDigitYear),
      ("approved_on: ⟪soon⟫", "approved_on", nil),
      ("score: ⟪1,234⟫", "score", .ambiguousNumber), ("score: ⟪nan⟫", "score", nil),
      ("pages: ⟪3.5⟫", "pages", .notWhole),
      ("pages: ⟪99999999999999999999⟫", "pages", .numberTooLarge),
      ("digital: ⟪maybe⟫", "digital", nil), ("review_every: ⟪6⟫", "review_every", .unitMissing),
      ("review_every: ⟪-P1M⟫", "review_every", .negativePeriod),
      ("link: ⟪www.example.org⟫", "link", .notAnAddress),
      ("facts: ⟪a⟫", "facts", .needsFields),
      ("effectiveness: ⟪good⟫", "effectiveness", .needsFields),
      ("criteria: [⟪a⟫]", "criteria[0]", .needsFields),
      ("title: ⟪[a, b]⟫", "title", .needsOneValue),
      ("title: ⟪\"a\\u0000b\"⟫", "title", .controlCharacter),
      ("notes: ⟪\"a\\x07b\"⟫", "notes", .controlCharacter),
      ("notes: ⟪\"a\\u009Bb\"⟫", "notes", .controlCharacter),
      ("owner: ⟪\"P\\u200B1\"⟫", "owner", .invisibleCharacters),
      ("seen_on: [2025-01-01, ⟪never⟫]", "seen_on[1]", nil),
    ] as [(String, String, ProblemDetail?)])
  func unreadableValues(_ line: String, _ field: String, _ detail: ProblemDetail?) throws {
    let sample = try Sample(Marked("documents:\n  - id: P-1\n    code: A\n    \(line)\n"))
    let problem = try only(.fieldType, sample, field, detail: detail)
    #expect(problem.arguments.map(\.name).prefix(3) == ["field", "value", "type"])
    let name = String(field.prefix { $0 != "[" && $0 != "." })
    guard case .malformed(let token) = try sample.value("document", "P-1", name) else {
      if detail != .needsFields { Issue.record("the slot of \(name) is not malformed") }
      return
    }
    let malformed = try #require(sample.store.malformedValue(token))
    #expect(malformed.span == problem.span)
    #expect(malformed.fieldPath == field)
    #expect(malformed.record == problem.record)
  }

  @Test func enumerationKnowsLiteralsAndSynonyms() throws {
    let sample = try Sample(
      """
      documents:
        - { id: P-1, code: A, lifecycle: approved }
        - { id: P-2, code: B, lifecycle: "EN  VIGUEUR " }
        - { id: P-3, code: C, lifecycle: ساري }
        - { id: P-4, code: D, lifecycle: In review }
        - { id: P-5, code: E, lifecycle: ⟪aproved⟫ }
      """)
    let problem = try only(.enumUnknown, sample, "lifecycle", detail: .nearest)
    #expect(problem.argument("nearest")?.unescaped == "approved")
    #expect(problem.argument("allowed")?.unescaped == "draft, in_review, approved")
    for (id, literal) in [("P-1", "approved"), ("P-2", "approved"), ("P-3", "approved")] {
      #expect(sample.text(try sample.value("document", id, "lifecycle")) == literal)
    }
    #expect(sample.text(try sample.value("document", "P-4", "lifecycle")) == "in_review")
  }

  @Test func unknownKeySuggestsFieldOrLabel() throws {
    let sample = try Sample(
      """
      documents:
        - { id: P-1, code: A, ⟪titel⟫: x y }
      """)
    let problem = try only(.unknownKey, sample, "", detail: .nearest)
    #expect(problem.argument("nearest")?.unescaped == "title")
    let nested = try Sample(
      """
      documents:
        - { id: P-1, code: A, effectiveness: { result: good, ⟪by⟫: P-2 } }
      """)
    let inner = try only(.unknownKey, nested, "effectiveness")
    #expect(inner.argument("type")?.unescaped == "document.effectiveness")
  }

  /// The nearest field is sought once for a key, and for no more than 200 different keys of a file.
  @Test func aFileOfUnknownKeysIsAnsweredCheaply() throws {
    let same = (0..<300).map { "  - { id: P-\($0), code: A, titel: x }" }
    let different = (0..<300).map { "  - { id: Q-\($0), code: A, titel\($0): x }" }
    let repeated = try Sample([
      SampleFile("a.yaml", Marked("documents:\n" + same.joined(separator: "\n") + "\n"))
    ])
    let near = repeated.store.problems.filter { $0.kind == .unknownKey }
    #expect(near.count == 300)
    #expect(near.allSatisfy { $0.argument("nearest")?.unescaped == "title" })
    let many = try Sample([
      SampleFile("a.yaml", Marked("documents:\n" + different.joined(separator: "\n") + "\n"))
    ])
    let all = many.store.problems.filter { $0.kind == .unknownKey }
    #expect(all.count == 300)
    #expect(all.dropFirst(200).allSatisfy { $0.argument("nearest") == nil })
    #expect(all.prefix(200).contains { $0.argument("nearest") != nil })
  }

  @Test func duplicateIdsNameBothPlaces() throws {
    let sample = try Sample(
      """
      documents:
        - { id: ⟪PR-01⟫, code: A }
        - { id: ⟪pr-٠١⟫, code: B }
      people:
        - { id: PR-01 }
      """)
    let problem = try only(.idDuplicate, sample, "id", detail: .equalAfterFolding, at: 1)
    #expect(problem.argument("nearest")?.unescaped == "PR-01")
    #expect(problem.related.map { Int($0.span.start)..<Int($0.span.end) } == [sample.marks()[0]])
    #expect(problem.related.map(\.label) == [.firstRecord])
  }

  @Test func equalIdsKeepTheFirstAsTarget() throws {
    let sample = try Sample(
      """
      documents:
        - { id: A, code: first }
        - { id: ⟪A⟫, code: second }
        - { id: B, code: x1, replaces: A }
      """)
    _ = try only(.idDuplicate, sample, "id")
    guard case .object(let target) = try sample.value("document", "B", "replaces") else {
      Issue.record("the reference does not resolve")
      return
    }
    #expect(sample.store.record(of: target) == 0)
  }

  @Test func unresolvedReferencesSayWhy() throws {
    let sample = try Sample(
      """
      documents:
        - { id: D-1, code: A, owner: ⟪ali⟫ }
        - { id: D-2, code: A, owner: ⟪ALY⟫ }
        - { id: D-3, code: A, owner: ⟪D-1⟫ }
        - { id: D-4, code: A, keeper: ⟪X⟫ }
        - { id: D-5, code: A, keeper: "unit:X" }
        - { id: D-6, code: A, owner: ⟪nobody at all⟫ }
        - { id: D-7, code: A, related: [D-1, ⟪D-99⟫] }
      people:
        - { id: Ali }
        - { id: X }
      units:
        - { id: X }
      """)
    let problems = sample.problems
    #expect(problems.allSatisfy { $0.kind == .refUnresolved })
    #expect(problems.map(\.range) == sample.marks())
    #expect(
      problems.map(\.detail) == [
        .equalAfterFolding, .nearest, .otherType, .severalTypes, nil, nil,
      ])
    #expect(problems[2].argument("other")?.unescaped == "document")
    #expect(problems[3].argument("other")?.unescaped == "person, unit")
    #expect(problems[4].argument("type")?.unescaped == "person")
    #expect(problems[5].fieldPath == "related[1]")
    // A list with a reference that leads nowhere cannot be reasoned about.
    guard case .malformed = try sample.value("document", "D-7", "related") else {
      Issue.record("the list is not malformed")
      return
    }
    guard case .object = try sample.value("document", "D-5", "keeper") else {
      Issue.record("the qualified reference does not resolve")
      return
    }
  }

  @Test func circlesAreReportedOnceWithTheirPath() throws {
    let sample = try Sample(
      """
      documents:
        - { id: B, code: x1, replaces: ⟪C⟫ }
        - { id: C, code: x1, replaces: ⟪A⟫ }
        - { id: A, code: x1, replaces: ⟪B⟫ }
        - { id: D, code: x1, replaces: A }
      """)
    let problem = try only(.refCycle, sample, "replaces", at: 2)
    #expect(problem.argument("path")?.unescaped == "A → B → C → A")
    #expect(problem.recordID?.unescaped == "A")
    #expect(
      problem.related.map { Int($0.span.start)..<Int($0.span.end) } == [
        sample.marks()[0], sample.marks()[1],
      ])
    let own = try Sample(
      """
      documents:
        - { id: A, code: x1, related: [B, ⟪A⟫] }
        - { id: B, code: x1 }
      """)
    #expect(try only(.refCycle, own, "related").argument("path")?.unescaped == "A → A")
  }

  @Test func evidenceIsLookedUpUnderTheRootOnly() throws {
    var asked: [String] = []
    let sample = try Sample(
      """
      documents:
        - id: P-1
          code: A
          evidence:
            - files/present.pdf
            - ⟪files/empty.pdf⟫
            - ⟪files/missing.pdf⟫
            - ⟪../secret⟫
            - ⟪/etc/passwd⟫
            - ⟪"file:///etc/passwd"⟫
            - ⟪files/../../x⟫
            - files/present.pdf
      """,
      evidence: { path in
        asked.append(path)
        return path.contains("present") ? .present : path.contains("empty") ? .empty : .missing
      })
    #expect(sample.problems.allSatisfy { $0.kind == .evidenceMissing })
    #expect(sample.problems.map(\.range) == sample.marks())
    #expect(
      sample.problems.map(\.detail) == [
        .fileEmpty, .fileMissing, .fileOutside, .fileOutside, .fileOutside, .fileOutside,
      ])
    #expect(sample.problems.first?.fieldPath == "evidence[1]")
    #expect(asked == ["files/present.pdf", "files/empty.pdf", "files/missing.pdf"])
  }

  @Test func datesOfFactsAreNotInTheFuture() throws {
    let sample = try Sample(
      """
      documents:
        - { id: P-1, code: A, approved_on: ⟪2026-01-16⟫, applies_from: 2027-01-01 }
        - { id: P-2, code: A, approved_on: 2026-01-15 }
        - { id: P-3, code: A, effectiveness: { result: good, checked_on: ⟪2026-02-01⟫ } }
        - { id: P-4, code: A, applies_from: ⟪1901-01-01⟫ }
      """)
    #expect(sample.problems.map(\.kind) == Array(repeating: .dateImplausible, count: 3))
    #expect(sample.problems.map(\.range) == sample.marks())
    #expect(sample.problems.map(\.detail) == [.afterAsOf, .afterAsOf, .yearOutOfRange])
    #expect(sample.problems[1].fieldPath == "effectiveness.checked_on")
  }

  @Test(arguments: [
    "TBD", "xxx", "à compléter", "A COMPLETER", "à définir", "قيد الإنجاز", "للتتميم",
    "Lorem ipsum dolor sit amet", "'-'", "...", "N/A", "n.a.",
  ])
  func placeholdersAreFound(_ text: String) throws {
    let sample = try Sample(
      Marked("documents:\n  - id: P-1\n    code: A\n    notes: ⟪\(text)⟫\n"))
    _ = try only(.placeholderText, sample, "notes")
  }

  @Test(arguments: [
    "x", "Achats", "N/A for suppliers abroad", "قيد", "1-2", "<a href=x>", "</style><style>",
  ])
  func ordinaryTextsAreNoPlaceholders(_ text: String) throws {
    let sample = try Sample(
      Marked("documents:\n  - id: P-1\n    code: A\n    notes: \(text)\n"))
    #expect(sample.problems.isEmpty)
  }

  @Test func placeholderWordsMayBeLiterals() throws {
    let types = "task: { plural: tasks, fields: { state: \"enum{tbd, done}\" } }"
    let sample = try Sample(
      types: types, [SampleFile("tasks.yaml", "tasks: [{ id: T, state: TBD }]")])
    #expect(sample.problems.isEmpty)
  }
}
