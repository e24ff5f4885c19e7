import CEL
import ClauseBytes
public import ClauseCalendar
import ClauseSource

extension RecordStore {
  /// Joins the records of all files: numbers them, resolves references, checks what needs more
  /// than one file to see.
  ///
  /// - Parameters:
  ///   - files: the bound files in the order of the run.
  ///   - catalog: the types they were bound with.
  ///   - asOf: the day the run is made for.
  ///   - fileFacts: what is known about a path from the root that does not lead out of it; asked
  ///     once for each path.
  public static func build(
    files: [BoundFile], catalog: RecordTypeCatalog, asOf: CivilDate,
    fileFacts: (String) -> EvidenceState
  ) -> RecordStore {
    withoutActuallyEscaping(fileFacts) { facts in
      var builder = StoreBuilder(files: files, catalog: catalog, asOf: asOf, fileFacts: facts)
      return builder.build()
    }
  }
}

/// Fills a record store. The parts of the work are in extensions.
struct StoreBuilder {
  let files: [BoundFile]
  let catalog: RecordTypeCatalog
  let asOf: CivilDate
  let fileFacts: (String) -> EvidenceState

  var heap: HeapBuilder
  var records: [Record] = []
  var typeStarts: [Int] = []
  var problems: [RecordProblem] = []
  var malformedValues: [MalformedValue] = []
  var origins: [[RecordStore.ObjectOrigin]]
  var places: [[SlotPlace]]
  var elementPlaces: [TextPlace] = []
  var elsewhere: [Span] = []
  var elementStarts: [[Int32]]

  /// By type: exact id to record, the first of equal ones.
  var identifiers: [ByteTable]
  /// By type: folded id to record.
  var foldedIdentifiers: [ByteTable]
  /// By type: ids as `Fold.lookalike` to record, the first of those that look alike.
  var lookalikeIdentifiers: [ByteTable]
  /// By type: folded titles to record, or to `severalRecords`; made when somebody asks.
  var titles: [ByteTable?]
  /// Persons by what people call them, by type; made when somebody asks.
  var called: [Int: CalledNames] = [:]
  /// By type: objects that stand for mere names, by the folded name.
  var namedObjects: [Int: ByteTable] = [:]
  /// Types of which nothing was given and which references name.
  var unprovided: [Int: UnprovidedType] = [:]
  /// What is known about paths, by their bytes.
  var evidence = ByteTable()
  /// How many more ids may be compared in search of a near one.
  var nearSearchBudget = 50_000

  /// Stands in `titles` for a title that several records have.
  static let severalRecords: Int32 = -1

  /// Which bound record became which record.
  private struct Source {
    let file: Int
    let record: Int
  }
  private var sources: [Source] = []
  /// Parts of rows that a register of their own holds too.
  private var twins = PartTwins()
  /// By type: whether records of it were given other than as parts of rows of other registers.
  private(set) var isGiven: [Bool]
  /// By file: its records' numbers in the store.
  private var numbers: [[Int32]] = []

  init(
    files: [BoundFile], catalog: RecordTypeCatalog, asOf: CivilDate,
    fileFacts: @escaping (String) -> EvidenceState
  ) {
    self.files = files
    self.catalog = catalog
    self.asOf = asOf
    self.fileFacts = fileFacts
    heap = HeapBuilder(types: catalog.objectTypes)
    isGiven = Array(repeating: false, count: catalog.types.count)
    origins = Array(repeating: [], count: catalog.layouts.count)
    places = Array(repeating: [], count: catalog.layouts.count)
    elementStarts = Array(repeating: [], count: catalog.layouts.count)
    identifiers = Array(repeating: ByteTable(), count: catalog.types.count)
    foldedIdentifiers = Array(repeating: ByteTable(), count: catalog.types.count)
    lookalikeIdentifiers = Array(repeating: ByteTable(), count: catalog.types.count)
    titles = Array(repeating: nil, count: catalog.types.count)
  }

  mutating func build() -> RecordStore {
    number()
    takeProblems()
    for index in records.indices { indexIdentifier(index) }
    for index in records.indices {
      let source = sources[index]
      let first = files[source.file].records[source.record].firstValue
      fill(records[index].object, from: first, ofFile: source.file, record: index)
    }
    checkLinks()
    let finished = heap.finish()
    var cycles = CycleSearch(catalog: catalog, records: records, heap: finished)
    problems += cycles.problems(typeStarts: typeStarts) { object, slot, element in
      span(of: object, slot: slot, element: element)
    }
    problems.sort(by: RecordProblem.precedes)
    return RecordStore(
      catalog: catalog, records: records, heap: finished, problems: problems,
      malformedValues: malformedValues, typeStarts: typeStarts, identifiers: identifiers,
      origins: origins, places: places, elsewhere: elsewhere, elementPlaces: elementPlaces,
      elementStarts: elementStarts,
      unprovided: unprovided.values.sorted { $0.type < $1.type },
      slotStarts: catalog.types.indices.reduce(into: [0]) {
        $0.append(($0.last ?? 0) + catalog.layouts[$1].fields.count)
      })
  }

  // MARK: Numbering

  /// Groups the records by type and gives each an object.
  private mutating func number() {
    twins = PartTwins(files, catalog)
    var counts = Array(repeating: 0, count: catalog.types.count)
    for (fileIndex, file) in files.enumerated() {
      for (index, record) in file.records.enumerated()
      where twins.twin(ofRecord: index, inFile: fileIndex) == nil {
        counts[record.typeIndex] += 1
        if record.carried?.isWholeRegister ?? true { isGiven[record.typeIndex] = true }
      }
    }
    typeStarts = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    var next = typeStarts
    var order: [Source?] = Array(repeating: nil, count: typeStarts.last ?? 0)
    numbers = files.map { Array(repeating: 0, count: $0.records.count) }
    for (fileIndex, file) in files.enumerated() {
      for (recordIndex, record) in file.records.enumerated()
      where twins.twin(ofRecord: recordIndex, inFile: fileIndex) == nil {
        numbers[fileIndex][recordIndex] = Int32(next[record.typeIndex])
        order[next[record.typeIndex]] = Source(file: fileIndex, record: recordIndex)
        next[record.typeIndex] += 1
      }
    }
    for (file, record, twin) in twins.all {
      numbers[file][record] = numbers[twin.file][twin.record]
    }
    sources = order.compactMap { $0 }
    records.reserveCapacity(sources.count)
    for source in sources {
      let bound = files[source.file].records[source.record]
      let object = newObject(
        ofLayout: bound.typeIndex,
        RecordStore.ObjectOrigin(
          record: Int32(records.count), slot: -1, element: -1,
          parent: ObjectRef(typeID: bound.typeIndex, row: origins[bound.typeIndex].count)))
      records.append(
        Record(
          typeIndex: bound.typeIndex, id: Untrusted(bound.id), hasMadeUpID: bound.hasMadeUpID,
          object: object, span: bound.span, anchor: bound.anchor, columns: bound.columns,
          isPart: bound.carried.map { !$0.isWholeRegister } ?? false,
          carrier: bound.carried.map { Int(numbers[source.file][$0.record]) }))
    }
  }

  /// Makes an object with absent slots and room for their places.
  mutating func newObject(ofLayout layout: Int, _ origin: RecordStore.ObjectOrigin) -> ObjectRef {
    let width = catalog.layouts[layout].fields.count
    origins[layout].append(origin)
    places[layout].append(contentsOf: repeatElement(SlotPlace(), count: width))
    elementStarts[layout].append(contentsOf: repeatElement(-1, count: width))
    return heap.object(ofType: layout)
  }

  /// Takes over the problems of the files; their malformed values get tokens in the same order.
  private mutating func takeProblems() {
    for (fileIndex, file) in files.enumerated() {
      for problem in file.problems {
        // What is wrong with a part that another register tells better is of no interest.
        if let record = problem.record,
          twins.twin(ofRecord: record, inFile: fileIndex) != nil
        {
          continue
        }
        var problem = problem
        problem.record = problem.record.map { Int(numbers[fileIndex][$0]) }
        problems.append(problem)
      }
    }
  }

  /// The number in the store of a record of a file.
  func record(_ record: Int, ofFile file: Int) -> Int { Int(numbers[file][record]) }

  // MARK: Problems

  /// Adds a problem of a record.
  mutating func add(
    _ kind: IntegrityKind, _ record: Int, _ fieldPath: String, _ span: Span,
    _ arguments: [RecordProblem.Argument], detail: ProblemDetail? = nil,
    related: [RecordProblem.Related] = []
  ) {
    problems.append(
      RecordProblem(
        kind, record: record, recordType: catalog.types[records[record].typeIndex].name,
        recordID: records[record].id.unescaped, fieldPath: fieldPath, span: span,
        arguments: arguments, detail: detail, related: related))
  }

  /// A malformed value with a token of its own.
  mutating func malformed(_ record: Int, _ fieldPath: String, _ span: Span) -> Value {
    malformedValues.append(MalformedValue(record: record, fieldPath: fieldPath, span: span))
    return .malformed(UInt32(malformedValues.count - 1))
  }

  /// The text a record holds in a slot, before the heap is filled; nil when it holds none.
  func boundText(record: Int, slot: Int) -> ArraySlice<UInt8>? {
    let source = sources[record]
    let file = files[source.file]
    let value = file.values[file.records[source.record].firstValue + slot]
    switch value {
    case .text(let range), .reference(let range): return file.text[range.range]
    default: return nil
    }
  }

  /// Where a slot, or an element of the list in it, stands.
  private func span(of object: ObjectRef, slot: Int, element: Int?) -> Span? {
    let layout = Int(object.typeID)
    let index = Int(object.row) * catalog.layouts[layout].fields.count + slot
    let file = records[Int(origins[layout][Int(object.row)].record)].span.file
    if let element, elementStarts[layout][index] >= 0 {
      return elementPlaces[Int(elementStarts[layout][index]) + element].span(in: file)
    }
    let place = places[layout][index].value
    return place.elsewhere.map { elsewhere[$0] } ?? place.span(in: file)
  }
}
