import CEL
import ClauseCalendar
import ClauseRecords
import ClauseSource
import Testing

/// Where records are found in a file, and what the configuration adds.
struct ConventionTests {
  private func ids(_ sample: Sample, _ type: String) throws -> [String] {
    let index = try #require(sample.catalog.index(ofType: type))
    return sample.store.records(ofType: index).map(\.id.unescaped)
  }

  @Test func pluralKeysHoldListsAndRegisters() throws {
    let sample = try Sample(
      """
      documents:
        - { id: A, code: x1 }
        - { id: B, code: x1 }
      people:
        ali: { full_name: Ali }
        mona: { id: other, full_name: Mona }
      ---
      units:
      """)
    #expect(sample.problems.isEmpty)
    #expect(sample.diagnostics.isEmpty)
    #expect(try ids(sample, "document") == ["A", "B"])
    #expect(try ids(sample, "person") == ["ali", "other"])
    #expect(sample.text(try sample.value("person", "ali", "id")) == "ali")
  }

  @Test func oneRecordNamesItsTypeOrItsFolder() throws {
    let sample = try Sample([
      SampleFile("a/policy.yaml", "type: document\ncode: x1"),
      SampleFile("people/ali.yaml", "full_name: Ali"),
      SampleFile("people/mona.yaml", "{ id: MONA, full_name: Mona }"),
      SampleFile("x/people.yaml", "[{ id: p1 }, { id: p2 }]"),
      SampleFile("x/People.json", "{\"p3\": {\"full_name\": \"C\"}}"),
    ])
    #expect(sample.problems.isEmpty)
    #expect(sample.diagnostics.isEmpty)
    #expect(try ids(sample, "document") == ["a/policy"])
    #expect(try ids(sample, "person") == ["people/ali", "MONA", "p1", "p2", "p3"])
  }

  @Test func frontMatterIsARecordAndItsBodyTheText() throws {
    let sample = try Sample([
      SampleFile(
        "docs/p-1.md", "---\ntype: document\nid: P-1\ncode: x1\n---\n\n# Purchasing\n\nBuy well.\n"),
      SampleFile("docs/readme.md", "---\nlayout: page\n---\nText\n"),
    ])
    #expect(sample.problems.isEmpty)
    #expect(
      sample.text(try sample.value("document", "P-1", "text")) == "# Purchasing\n\nBuy well.")
    #expect(sample.bound[1].isPassedOver)
    #expect(sample.diagnostics.map(\.severity) == [.note])
  }

  @Test func tablesReadHeadingsInThreeLanguages() throws {
    let sample = try Sample([
      SampleFile(
        "documents.csv",
        """
        N°;code;Date d’approbation;المسؤول;Related;effectiveness.result;Vérifiée le;tags
        D-1;A;01/02/2025;P1;;;;a, b
        D-2;B;13/02/2025;;D-1, D-3;good;2025-03-01;
        D-3;C;;;;;;
        """),
      SampleFile("people.csv", "id,full name\nP1,Ali\n"),
    ])
    #expect(sample.readerDiagnostics.isEmpty)
    #expect(sample.problems.isEmpty)
    guard case .date(let date) = try sample.value("document", "D-1", "approved_on") else {
      Issue.record("the column does not prove its order")
      return
    }
    #expect(date.iso == "2025-02-01")
    guard case .object(let inner) = try sample.value("document", "D-2", "effectiveness") else {
      Issue.record("the dotted heading makes no structure")
      return
    }
    #expect(sample.store.path(of: inner, slot: 1) == "effectiveness.result")
    guard case .date = sample.store.heap.field(0, of: inner) else {
      Issue.record("the label of a structure's field is no heading")
      return
    }
    let related = try sample.value("document", "D-2", "related")
    #expect(sample.store.heap.elements(of: related).count == 2)
    let object = try sample.record("document", "D-2").object
    let slot = try #require(sample.catalog.slot(of: "related", inType: 0))
    let second = try #require(sample.store.elementSpan(of: object, slot: slot, element: 1))
    #expect(second.end - second.start == 3)
    if case .absent = try sample.value("document", "D-1", "effectiveness") {
    } else {
      Issue.record("blank cells make a structure")
    }
    let tags = sample.store.heap.elements(of: try sample.value("document", "D-1", "tags"))
    #expect(tags.map { sample.text($0) } == ["a", "b"])
  }

  /// A column that means nothing is no mistake in a table: it is told with the other headings.
  @Test func unknownHeadingsAreColumnsThatAreNotRead() throws {
    let sample = try Sample([
      SampleFile("documents.csv", "id,code,Remarque\nA,x1,1\nB,x1,2\nC,x1,3\n")
    ])
    #expect(sample.problems.isEmpty)
    #expect(sample.store.records.count == 3)
    #expect(sample.bound[0].keys.map(\.field) == ["id", "code", nil])
    let strict = try Sample("documents: [{ id: A, code: x1, ⟪Remarque⟫: 1 }]\n")
    #expect(strict.problems.map(\.kind) == [.unknownKey])
    #expect(strict.problems.map(\.range) == strict.marks())
  }

  /// A required field without a column is said once for the table, not once for each row.
  @Test func missingColumnsAreSaidOnce() throws {
    let sample = try Sample([SampleFile("documents.csv", "⟪id⟫,title\nA,x\nB,y\n")])
    #expect(sample.problems.isEmpty)
    let note = try #require(sample.diagnostics.first)
    #expect(sample.diagnostics.count == 1)
    #expect(note.code == "column-missing" && note.severity == .note)
    #expect(
      note.message[.english] == "the register “document” has no column for “code”")
    #expect(note.range == sample.marks().first)
    // What a constant of the source fills is not missing; an empty table misses nothing.
    let filled = try Sample([
      SampleFile(
        "documents.csv", "id,title\nA,x\n",
        plan: BindingPlan(type: "document", constants: ["code": "z"]))
    ])
    #expect(filled.diagnostics.isEmpty && filled.problems.isEmpty)
    #expect(try Sample([SampleFile("documents.csv", "id,title\n")]).diagnostics.isEmpty)
  }

  @Test func missingCellsOfTablesPointAtTheCell() throws {
    let sample = try Sample([
      SampleFile("documents.csv", "id,code\n⟪⟫,B\nC,⟪⟫\n")
    ])
    #expect(sample.problems.map(\.kind) == [.fieldRequired, .fieldRequired])
    #expect(sample.problems.map(\.range) == sample.marks())
    #expect(sample.problems.map(\.fieldPath) == ["id", "code"])
  }

  @Test func plansMapHeadingsAndFillConstants() throws {
    let plan = BindingPlan(
      type: "document", fields: ["code": "Cote", "effectiveness.checked_on": "Contrôle"],
      constants: ["lifecycle": "En vigueur", "effectiveness.result": "good"], dates: .dayFirst)
    let sample = try Sample([
      SampleFile(
        "registre.csv", "id;Cote;CONTROLE;lifecycle\nA;x1;03/04/2025;draft\nB;x1;05/04/2025;\n",
        plan: plan)
    ])
    #expect(sample.problems.isEmpty)
    #expect(sample.diagnostics.isEmpty)
    #expect(sample.text(try sample.value("document", "A", "lifecycle")) == "draft")
    #expect(sample.text(try sample.value("document", "B", "lifecycle")) == "approved")
    guard case .object(let inner) = try sample.value("document", "A", "effectiveness"),
      case .date(let date) = sample.store.heap.field(0, of: inner)
    else {
      Issue.record("the mapped date is not read")
      return
    }
    #expect(date.iso == "2025-04-03")
  }

  @Test func plansThatFitNothingAreErrors() throws {
    let plan = BindingPlan(
      type: "document", fields: ["codee": "Cote", "owner": "Pilotage"],
      constants: ["lifecicle": "draft"])
    let sample = try Sample([SampleFile("registre.csv", "id,code\nA,x1\n", plan: plan)])
    #expect(
      sample.diagnostics.map(\.message[.english]) == [
        "the register “document” has no field `codee`",
        "the register “document” has no field `lifecicle`",
        "there is no heading “Pilotage”",
      ])
    #expect(
      sample.diagnostics.prefix(2).map(\.remedy[.english]) == [
        "Did you mean `code`?", "Did you mean `lifecycle`?",
      ])
    let wrong = try Sample([
      SampleFile("registre.csv", "id\nA\n", plan: BindingPlan(type: "dokument"))
    ])
    #expect(
      wrong.diagnostics.map(\.message[.english]) == [
        "there is no record type `dokument`"
      ])
    #expect(wrong.diagnostics.first?.remedy[.english] == "Did you mean `document`?")
  }

  @Test(arguments: [
    (
      "⟪documnets⟫: [{ id: A }]", "`documnets` is not the name of a register",
      "Did you mean `documents`?"
    ),
    ("documents: [{ id: A }]\n⟪persons⟫: []", "`persons` is not the name of a register", ""),
    ("type: ⟪documnt⟫", "there is no record type `documnt`", "Did you mean `document`?"),
    ("documents: ⟪none⟫", "a list of records is needed here", ""),
    ("documents: [⟪none⟫]", "a record is a mapping of fields to values", ""),
    (
      "people: { ali: ⟪none⟫ }",
      "below “ali” a record, a mapping of fields to values, is needed", ""
    ),
  ])
  func documentsThatAreNearlyRecordsAreErrors(
    _ text: String, _ message: String, _ remedy: String
  ) throws {
    let sample = try Sample(Marked(text))
    #expect(sample.diagnostics.map(\.message[.english]) == [message])
    #expect(sample.diagnostics.map(\.remedy[.english]) == [remedy])
    #expect(sample.diagnostics.map(\.severity) == [.error])
    #expect(sample.diagnostics.first?.range == sample.marks().first)
    #expect(!sample.bound[0].isPassedOver)
  }

  @Test(arguments: [
    "on: push\njobs: { build: { runs: x } }", "type: object\nproperties: {}", "text",
  ])
  func otherDocumentsArePassedOver(_ text: String) throws {
    let sample = try Sample(Marked(text))
    #expect(sample.bound[0].isPassedOver)
    #expect(sample.diagnostics.map(\.severity) == [.note])
    #expect(sample.store.records.isEmpty)
  }

  @Test func twoHeadingsForOneFieldAreAWarning() throws {
    let sample = try Sample([
      SampleFile("documents.csv", "id,code,Responsable,⟪Pilote⟫\nA,x1,P1,P2\nB,x1,P1,P2\n"),
      SampleFile("people.csv", "id\nP1\nP2\n"),
    ])
    #expect(
      sample.diagnostics.map(\.message[.english]) == [
        "the column “Pilote” is read as “owner”, as another one is; it was not read"
      ])
    #expect(sample.diagnostics.first?.severity == .warning)
    #expect(sample.diagnostics.first?.range == sample.marks().first)
    // The first column is the field's; what stands in the second is not read.
    guard case .object(let owner) = try sample.value("document", "A", "owner") else {
      Issue.record("the first column is not read")
      return
    }
    #expect(owner == (try sample.record("person", "P1").object))
    #expect(sample.problems.isEmpty)
  }

  // MARK: Values that look like something else

  @Test func plainScalarsStayText() throws {
    let sample = try Sample(
      """
      documents:
        - { id: 08, code: no, title: 12:30, notes: 1.10, tags: [on, 1_000, 0x1F, 2025-01-01] }
      """)
    #expect(sample.problems.isEmpty)
    for (field, text) in [("id", "08"), ("code", "no"), ("title", "12:30"), ("notes", "1.10")] {
      #expect(sample.text(try sample.value("document", "08", field)) == text)
    }
    let tags = sample.store.heap.elements(of: try sample.value("document", "08", "tags"))
    #expect(tags.map { sample.text($0) } == ["on", "1_000", "0x1F", "2025-01-01"])
  }

  @Test func mapsHoldWhatJSONWouldSee() throws {
    let sample = try Sample(
      """
      documents:
        - id: A
          code: x1
          facts: { staff: 120, share: 0.5, code: "12", on: yes, old: true, none: , list: [1, a] }
      """)
    let entries = sample.store.heap.entries(of: try sample.value("document", "A", "facts"))
    #expect(
      entries.map { sample.text($0.key) } == [
        "staff", "share", "code", "on", "old", "none", "list",
      ])
    guard case .int(120) = entries[0].value, case .double(0.5) = entries[1].value,
      case .bool(true) = entries[4].value, case .null = entries[5].value
    else {
      Issue.record("the facts are not typed: \(entries)")
      return
    }
    #expect(sample.text(entries[2].value) == "12")
    #expect(sample.text(entries[3].value) == "yes")
    #expect(sample.store.heap.elements(of: entries[6].value).count == 2)
  }

  @Test func periodsMayBeMappings() throws {
    let sample = try Sample(
      "documents: [{ id: A, code: x1, review_every: { month: 6, jours: 2 } }]")
    guard case .period(let period) = try sample.value("document", "A", "review_every") else {
      Issue.record("no period")
      return
    }
    #expect(period == Period(months: 6, days: 2))
  }

  @Test func referencesMayBeTitlesWhereThePlanSaysSo() throws {
    let people = SampleFile(
      "people.csv", "id,full_name\nP1,Ali Él Amrani\nP2,Mona\nP3,Mona\n")
    let rows: Marked = "id,code,owner\nA,x1,ali el amrani\nB,x1,⟪Mona⟫\nC,x1,P2\n"
    let sample = try Sample([
      SampleFile("documents.csv", rows, plan: BindingPlan(type: "document", refersByTitle: true)),
      people,
    ])
    #expect(sample.problems.map(\.detail) == [.severalTitles])
    #expect(sample.problems.map(\.range) == sample.marks())
    // Tables need no such plan, lists of records do.
    let table = try Sample([SampleFile("documents.csv", rows), people])
    #expect(table.problems.map(\.detail) == [.severalTitles])
    let list: Marked = """
      documents:
        - { id: A, code: x1, owner: ali el amrani }
        - { id: B, code: x1, owner: Mona }
        - { id: C, code: x1, owner: P2 }
      """
    let strict = try Sample([SampleFile("records.yaml", list), people])
    #expect(strict.problems.map(\.kind) == [.refUnresolved, .refUnresolved])
  }
}
