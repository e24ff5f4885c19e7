import CEL
import ClauseRecords
import ClauseSource
import Testing

/// How headings become fields, and what is said of those that do not.
@Suite struct MappingTests {
  private func table(
    _ text: Marked, plan: BindingPlan = BindingPlan(type: "document"), path: String = "register.csv"
  ) throws -> Sample {
    try Sample([SampleFile(path, text, plan: plan)])
  }

  @Test func everyHeadingIsAccountedFor() throws {
    let sample = try table("id;Code;Date d’approbation;VÉRIFIÉE LE;Pillote;xyz\nA;1;;;;\n")
    let keys = sample.bound[0].keys
    #expect(
      keys.map(\.field) == [
        "id", "code", "approved_on", "effectiveness.checked_on", nil, nil,
      ])
    #expect(keys[4].nearest == sample.catalog.nearestHeading(to: "Pilote", inType: 0))
    #expect(keys[4].nearest?.field == "owner")
    #expect(keys[4].nearest?.heading == "Pilote")
    #expect(keys[5].nearest == nil)
  }

  /// `Date prévue` and `Date de réalisation` share a word and are opposites.
  @Test func aHeadingThatSharesWordsIsNotNear() throws {
    let sample = try table("id;code;Date d'approbation par la direction\nA;1;\n")
    #expect(sample.bound[0].keys[2].nearest == nil)
    let spelt = try table("id;code;Date d'aprobation\nA;1;\n")
    #expect(spelt.bound[0].keys[2].nearest?.field == "approved_on")
  }

  @Test func twoHeadingsOfOneFieldAreSaid() throws {
    let sample = try table("id;code;⟪Responsable⟫;⟪Pilote⟫\nA;1;;\n")
    let warning = try #require(sample.diagnostics.first { $0.code == "heading-twice" })
    #expect(sample.diagnostics.count == 1)
    #expect(warning.severity == .warning)
    #expect(warning.range == sample.marks()[1])
    #expect(sample.bound[0].keys.map(\.isSecond) == [false, false, false, true])
  }

  @Test func defaultsFillEmptyCellsAndConstantsAllThatIsMissing() throws {
    let plan = BindingPlan(
      type: "document", constants: ["lifecycle": "draft"], defaults: ["pages": "7"])
    let sample = try table("id;code;pages\nA;1;⟪⟫\nB;1;3\n", plan: plan)
    #expect(sample.problems.isEmpty)
    #expect(sample.diagnostics.isEmpty)
    for (id, pages) in [("A", Int64(7)), ("B", 3)] {
      guard case .int(let value) = try sample.value("document", id, "pages") else {
        Issue.record("\(id) has no pages")
        continue
      }
      #expect(value == pages)
    }
    #expect(sample.text(try sample.value("document", "A", "lifecycle")) == "draft")
  }

  @Test func aDefaultThatCannotBeReadPointsAtTheCell() throws {
    let plan = BindingPlan(type: "document", defaults: ["pages": "many"])
    let sample = try table("id;code;pages\nA;1;⟪⟫\n", plan: plan)
    #expect(sample.problems.map(\.kind) == [.fieldType])
    #expect(sample.problems.map(\.range) == sample.marks())
  }

  @Test func aDefaultWithoutAHeadingIsAnError() throws {
    let plan = BindingPlan(type: "document", defaults: ["pages": "7", "pagges": "1"])
    let sample = try table("id;code\nA;1\n", plan: plan)
    #expect(sample.diagnostics.map(\.code) == ["source-field", "source-default"])
    guard case .absent = try sample.value("document", "A", "pages") else {
      Issue.record("a field without a heading has the value of a default")
      return
    }
  }

  @Test func rowsOfBlankCellsArePassedOverAndSaid() throws {
    let sample = try table("id;code\nA;1\n\"\";\" \"\n;\nB;2\n")
    #expect(sample.store.records.map(\.id.unescaped) == ["A", "B"])
    #expect(sample.problems.isEmpty)
    #expect(sample.diagnostics.map(\.code) == ["blank-rows"])
  }

  @Test func formsThatNobodyFilledInArePassedOver() throws {
    let form: Marked = """
      documents:
        - { id: "DOC-XX", code: à compléter, approved_on: "AAAA-MM-JJ", title: "<intitulé>" }
      """
    for path in ["modèle.yaml", "fiches/template-document.yaml", "نموذج.yaml"] {
      let sample = try Sample([SampleFile(path, form)])
      #expect(sample.store.records.isEmpty, "\(path)")
      #expect(sample.diagnostics.map(\.code) == ["file-template"])
      #expect(sample.bound[0].isPassedOver)
    }
    // A name alone hides nothing, and neither do placeholders alone.
    let filled = try Sample([
      SampleFile("modèle.yaml", "documents: [{ id: D-1, code: A, notes: TBD }]\n")
    ])
    #expect(filled.store.records.count == 1)
    let unnamed = try Sample([SampleFile("fiche.yaml", form)])
    #expect(unnamed.store.records.count == 1)
    #expect(!unnamed.problems.isEmpty)
  }

  @Test func wikiLinksAreReferences() throws {
    let sample = try Sample(
      """
      documents:
        - { id: D-1, code: A, owner: [[Ali]], related: [[[D-2]], "[[D-2#part|this one]]"] }
        - { id: D-2, code: B, owner: "[[Ali|the boss]]", title: [[Some page]] }
      people:
        - { id: Ali }
      """)
    #expect(sample.problems.isEmpty)
    let ali = try sample.record("person", "Ali").object
    for id in ["D-1", "D-2"] {
      guard case .object(let owner) = try sample.value("document", id, "owner") else {
        Issue.record("\(id): the link does not resolve")
        continue
      }
      #expect(owner == ali)
    }
    #expect(sample.text(try sample.value("document", "D-2", "title")) == "Some page")
  }

  @Test func listsThatAreNoLinksStayMistakes() throws {
    let sample = try Sample("documents: [{ id: D-1, code: A, owner: ⟪[Ali, Sara]⟫ }]\n")
    #expect(sample.problems.map(\.kind) == [.fieldType])
    #expect(sample.problems.map(\.range) == sample.marks())
  }
}
