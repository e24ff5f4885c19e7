import CEL
import ClauseRecords
import ClauseSource
import Testing

/// What the engine asks of the store: objects, places, paths.
struct RecordStoreTests {
  private func sample() throws -> Sample {
    try Sample([
      SampleFile(
        "b.yaml",
        """
        documents:
          - id: ⟪D-2⟫
            ⟪code⟫: ⟪x1⟫
            criteria:
              - { name: Price, by: ⟪P-1⟫ }
              - ⟪{ name: Delay }⟫
            related: [⟪D-1⟫, D-1]
        people:
          - { id: P-1 }
        """),
      SampleFile("a.yaml", "documents: [{ id: D-1, code: x1 }]"),
    ])
  }

  @Test func recordsAreGroupedByTypeInFileOrder() throws {
    let sample = try sample()
    #expect(sample.problems.isEmpty)
    #expect(sample.store.records.map(\.id.unescaped) == ["D-2", "D-1", "P-1"])
    #expect(sample.store.indices(ofType: 0) == 0..<2)
    #expect(sample.store.indices(ofType: 1) == 2..<3)
    #expect(sample.store.heap.count(ofType: 0) == 2)
    #expect(sample.store.record(ofType: 1, id: "P-1") == 2)
    #expect(sample.store.record(ofType: 0, id: "P-1") == nil)
  }

  @Test func placesOfKeysValuesAndElements() throws {
    let sample = try sample()
    let marks = sample.marks()
    let record = try sample.record("document", "D-2")
    func range(_ span: Span?) -> Range<Int>? { span.map { Int($0.start)..<Int($0.end) } }
    func slot(_ field: String) throws -> Int {
      try #require(sample.catalog.slot(of: field, inType: 0))
    }
    #expect(range(record.anchor) == marks[0])
    let code = try slot("code")
    #expect(range(sample.store.keySpan(of: record.object, slot: code)) == marks[1])
    #expect(range(sample.store.span(of: record.object, slot: code)) == marks[2])
    let criteria = try slot("criteria")
    #expect(
      range(sample.store.elementSpan(of: record.object, slot: criteria, element: 1)) == marks[4])
    #expect(sample.store.elementSpan(of: record.object, slot: criteria, element: 2) == nil)
    let related = try slot("related")
    #expect(
      range(sample.store.elementSpan(of: record.object, slot: related, element: 0)) == marks[5])
    #expect(sample.store.span(of: record.object, slot: try slot("title")) == nil)
    // A derived field, or a slot nobody has, stands nowhere.
    #expect(sample.store.span(of: record.object, slot: 10_000) == nil)
  }

  @Test func structuresKnowTheirRecordAndPath() throws {
    let sample = try sample()
    let criteria = try sample.value("document", "D-2", "criteria")
    let elements = Array(sample.store.heap.elements(of: criteria))
    #expect(elements.count == 2)
    guard case .object(let first) = elements[0], case .object(let second) = elements[1] else {
      Issue.record("no objects")
      return
    }
    #expect(sample.store.record(of: second) == 0)
    #expect(sample.store.path(of: second) == "criteria[1]")
    #expect(sample.store.path(of: first, slot: 2) == "criteria[0].by")
    guard case .object(let person) = sample.store.heap.field(2, of: first) else {
      Issue.record("the reference inside the structure does not resolve")
      return
    }
    #expect(sample.store.record(of: person) == 2)
    let span = try #require(sample.store.span(of: first, slot: 2))
    #expect(Int(span.start)..<Int(span.end) == sample.marks()[3])
  }

  @Test func derivedFieldsCanBeFilledLater() throws {
    let types = """
      task:
        plural: tasks
        fields: { name: string }
        derived: { open: { type: bool, value: "true" } }
      """
    let sample = try Sample(
      types: types, [SampleFile("tasks.yaml", "tasks: [{ id: A }, { id: B }]")])
    var builder = HeapBuilder(sample.store.heap)
    let slot = try #require(sample.catalog.slot(of: "open", inType: 0))
    #expect(slot == 2)
    for record in sample.store.records { builder.set(.bool(true), slot: slot, of: record.object) }
    let heap = builder.finish()
    #expect(sample.store.records.allSatisfy { heap.field(slot, of: $0.object).isTrue })
    #expect(sample.text(heap.field(0, of: sample.store.records[1].object)) == "B")
  }

  @Test func absentListsStayAbsent() throws {
    let sample = try sample()
    guard case .absent = try sample.value("document", "D-1", "related") else {
      Issue.record("an absent list has a value")
      return
    }
  }

  @Test func emptyCatalogTakesNothing() throws {
    let sample = try Sample(types: "{}", [SampleFile("documents.yaml", "[{ id: A }]")])
    #expect(sample.store.records.isEmpty)
    #expect(sample.bound[0].isPassedOver)
  }
}
