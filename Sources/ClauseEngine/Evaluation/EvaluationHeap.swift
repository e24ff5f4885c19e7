import CEL
import ClauseCalendar
import ClauseRecords
import ClauseRules
import ClauseSource

/// The values of a run, complete: records with their derived fields, and the globals of rules.
struct EvaluationHeap: Sendable {
  /// Objects and values.
  var heap: Heap
  /// The values of `RuleScope.globals`, in their order. A register that nobody provided is not
  /// known there.
  var globals: [Value]
  /// The same as messages show them: what was not provided holds nothing.
  var shownGlobals: [Value]
  /// Types, as indices of the catalog, whose registers nobody provided.
  var notProvided: Set<Int>
  /// The value of each discipline as text, by name.
  var disciplines: [String: Value]
  /// Persons who are accountable although they have left.
  var departed: [DepartedPerson]
  /// Working days, for date functions.
  var calendar: WorkingCalendar
  /// The files that rules ask for.
  var evidence: EvidenceFiles
  /// The highest cost of one evaluation.
  var evaluationCost: Int
  /// The highest cost of the run.
  var runCost: Int
  /// What the values of the records have cost already.
  var spentCost: Int
  /// Values of records that could not be computed.
  var diagnostics: [Diagnostic]

  /// An evaluator over these values, which may spend what is left of the run's cost.
  func evaluator(_ indexes: Indexes) -> Evaluator {
    Evaluator(
      heap: heap, indexes: indexes, calendar: calendar, host: evidence,
      limits: CEL.Limits(evaluationCost: evaluationCost), runBudget: max(0, runCost - spentCost))
  }

  /// A person who has left and is still named by a live record.
  struct DepartedPerson: Sendable {
    var record: Int
    var slot: Int
    var person: Int
  }
}

/// Completes the heap of a record store: serial, before rules are evaluated in parallel.
struct EvaluationHeapBuilder {
  let packs: PackSet
  let store: RecordStore
  let asOf: CivilDate
  let standards: [Standard]
  let limits: ClauseSource.Limits
  let evidence: EvidenceFiles
  /// The id of the organisation's record; nil for the only one.
  var organization: String?
  /// Types, as indices of the catalog, whose registers nobody provided.
  var notProvided: Set<Int> = []
  /// Whether what a register has no column for is not known rather than absent.
  var columnsAreUnknown = false

  func build() -> EvaluationHeap {
    var builder = HeapBuilder(store.heap)
    let parameters = packs.parameters.map { value($0.value, &builder) }
    if columnsAreUnknown { fillColumns(&builder) }
    fillDisciplines(&builder)
    RelationBuilder(
      packs: packs, store: store, notProvided: notProvided, columnsAreUnknown: columnsAreUnknown
    ).fill(&builder)
    var heap = builder.finish()
    var spent = 0
    var diagnostics: [Diagnostic] = []
    var room = Room(texts: heap.textBytes, limits: limits)
    let stages = packs.computed.flatMap(\.expressions).map(\.stage).max() ?? -1
    for stage in stride(from: 0, through: stages, by: 1) {
      heap = derive(stage, heap, parameters, &spent, &room, &diagnostics)
    }
    var filled = HeapBuilder(heap)
    let shown = makeGlobals(parameters, &filled)
    var globals = shown
    for type in notProvided { globals[type] = RecordStore.register(notProvided: type) }
    let disciplines = Dictionary(
      uniqueKeysWithValues: Standard.disciplines.map { ($0, filled.string($0)) })
    heap = filled.finish()
    var looking = computation(over: heap, spent: spent)
    let departed = departed(heap, parameters, &looking)
    return EvaluationHeap(
      heap: heap, globals: globals, shownGlobals: shown, notProvided: notProvided,
      disciplines: disciplines, departed: departed,
      calendar: WorkingCalendar(holidays: Set(packs.packs.flatMap(\.holidays))),
      evidence: evidence,
      evaluationCost: limits.costPerEvaluation, runCost: limits.costPerRun,
      spentCost: spent + looking.evaluator.totalCost,
      diagnostics: diagnostics + room.diagnostics + looking.diagnostics)
  }

  /// What stands in no column of a record's table is not known. The id is not among it: rows are
  /// told apart without one.
  private func fillColumns(_ builder: inout HeapBuilder) {
    for record in store.records {
      guard let columns = record.columns else { continue }
      for slot in 1..<store.catalog.layouts[record.typeIndex].fields.count
      where !columns.contains(slot) {
        guard case .absent = store.heap.field(slot, of: record.object) else { continue }
        builder.set(
          store.missingColumn(slot, ofType: record.typeIndex), slot: slot, of: record.object)
      }
    }
  }

  /// A record that says nothing of disciplines concerns those of the standards in scope.
  private func fillDisciplines(_ builder: inout HeapBuilder) {
    let scope = Standard.disciplines.filter { name in
      standards.contains { $0.discipline == name }
    }
    if scope.isEmpty { return }
    let all = builder.list(scope.map { builder.string($0) })
    for type in store.catalog.types.indices {
      guard let slot = store.catalog.slot(of: "disciplines", inType: type),
        case .list = store.catalog.types[type].field(at: "disciplines")?.type
      else { continue }
      for record in store.records(ofType: type) {
        guard case .absent = store.heap.field(slot, of: record.object) else { continue }
        builder.set(all, slot: slot, of: record.object)
      }
    }
  }

  /// The heap with the derived fields of one stage, which read those before it.
  private func derive(
    _ stage: Int, _ heap: Heap, _ parameters: [Value], _ spent: inout Int,
    _ room: inout Room, _ diagnostics: inout [Diagnostic]
  ) -> Heap {
    var filled = HeapBuilder(heap)
    var computing = computation(over: heap, spent: spent)
    if columnsAreUnknown { computing.evaluator.setAside = store.missingColumns }
    for (typeIndex, computed) in packs.computed.enumerated() {
      let type = store.catalog.types[typeIndex]
      for expression in computed.expressions where expression.stage == stage {
        let slot = expression.slot
        let field = type.derived[slot - type.fields.count]
        computing.forEach(
          of: store.indices(ofType: typeIndex), expression.program,
          .init(name: "the derived field `\(field.name)` of `\(type.name)`", span: field.span),
          arguments: { [.object($0.object), .date(asOf)] + parameters }
        ) { index, value, evaluator in
          guard room.take(filled.textBytes, at: store.records[index].anchor, field.span) else {
            return
          }
          filled.set(
            storable(value, of: &evaluator, into: &filled), slot: slot,
            of: store.records[index].object)
        }
      }
    }
    spent += computing.evaluator.totalCost
    diagnostics += computing.diagnostics
    return filled.finish()
  }

  /// The room for texts of derived fields: as much again as the files may hold.
  private struct Room {
    private let texts: Int
    private let limits: ClauseSource.Limits
    /// What was left out for want of room.
    private(set) var diagnostics: [Diagnostic] = []

    init(texts: Int, limits: ClauseSource.Limits) {
      self.texts = texts
      self.limits = limits
    }

    /// Whether there is room left where the texts now hold `bytes`; the first record for which
    /// there is none is named.
    mutating func take(_ bytes: Int, at record: Span, _ field: Span) -> Bool {
      if bytes - texts <= limits.runBytes { return true }
      if diagnostics.isEmpty {
        var diagnostic = Diagnostic.limitReached(
          .runBytes, met: bytes - texts, limits: limits,
          what: LocalizedText(
            en: "bytes of the texts of derived fields; none was computed for this record and "
              + "those after it",
            fr: "octets des textes calculés ; aucun ne l'a été pour cet enregistrement et les "
              + "suivants",
            ar: "بايتات النصوص المحسوبة؛ لم يحسب شيء لهذا القيد وما بعده"), place: .span(record))
        diagnostic.related = [.init(english: "the expression", place: .span(field))]
        diagnostics.append(diagnostic)
      }
      return false
    }
  }

  private func computation(over heap: Heap, spent: Int) -> RecordComputation {
    RecordComputation(
      evaluator: Evaluator(
        heap: heap, host: evidence,
        limits: CEL.Limits(evaluationCost: limits.costPerEvaluation),
        runBudget: max(0, limits.costPerRun - spent)),
      store: store)
  }

  /// A computed value as it can stand in a slot: text moves from the evaluator to the heap, and a
  /// failure keeps its cause, so that a rule reading it is not evaluated either.
  private func storable(
    _ value: Value, of evaluator: inout Evaluator, into builder: inout HeapBuilder
  ) -> Value {
    if case .failure = value {
      guard let failure = evaluator.failure(of: value) else { return .absent }
      if case .malformed(let token) = failure.kind { return .malformed(token) }
      return .absent
    }
    if let text = evaluator.string(of: value) { return builder.string(text) }
    return value
  }

  private func value(_ parameter: ParameterValue, _ builder: inout HeapBuilder) -> Value {
    switch parameter {
    case .period(let period): .period(period)
    case .int(let number): .int(number)
    case .double(let number): .double(number)
    case .bool(let flag): .bool(flag)
    case .string(let text): builder.string(text)
    }
  }

  private func makeGlobals(_ parameters: [Value], _ builder: inout HeapBuilder) -> [Value] {
    var globals: [Value] = store.catalog.types.indices.map { typeIndex in
      builder.list(store.records(ofType: typeIndex).map { .object($0.object) })
    }
    if let typeIndex = store.catalog.index(ofType: "organization") {
      // Without a declaration, an empty one stands in: reading it is then "absent", not a crash.
      let records = store.records(ofType: typeIndex)
      let declared =
        (records.first { record in
          organization.map { record.id.unescaped.equalsByBytes($0) } ?? false
        } ?? records.first)?.object
      globals.append(.object(declared ?? builder.object(ofType: typeIndex)))
    }
    globals.append(.date(asOf))
    globals.append(builder.list(standards.map { builder.string($0.id) }))
    let disciplines = Standard.disciplines.filter { name in
      standards.contains { $0.discipline == name }
    }
    globals.append(builder.list(disciplines.map { builder.string($0) }))
    return globals + parameters
  }

  private func departed(
    _ heap: Heap, _ parameters: [Value], _ computing: inout RecordComputation
  ) -> [EvaluationHeap.DepartedPerson] {
    var found: [EvaluationHeap.DepartedPerson] = []
    for (typeIndex, type) in store.catalog.types.enumerated() where !type.accountable.isEmpty {
      let slots = type.accountable.compactMap { type.slot(of: $0) }
      let records = store.indices(ofType: typeIndex)
      guard let live = packs.computed[typeIndex].live, let source = type.live else {
        for index in records { found += departed(from: index, slots, heap) }
        continue
      }
      computing.forEach(
        of: records, live, .init(name: "`live` of `\(type.name)`", span: source.span),
        arguments: { [.object($0.object), .date(asOf)] + parameters }
      ) { index, value, _ in
        if value.isTrue { found += departed(from: index, slots, heap) }
      }
    }
    return found
  }

  /// The persons that the record at `index` names in `slots` and who have left.
  private func departed(
    from index: Int, _ slots: [Int], _ heap: Heap
  ) -> [EvaluationHeap.DepartedPerson] {
    slots.flatMap { slot in
      objects(heap.field(slot, of: store.records[index].object), heap)
        .filter { hasLeft($0, heap) }.compactMap { store.record(of: $0) }
        .map { EvaluationHeap.DepartedPerson(record: index, slot: slot, person: $0) }
    }
  }

  private func objects(_ value: Value, _ heap: Heap) -> [ObjectRef] {
    switch value {
    case .object(let object): [object]
    case .list:
      heap.elements(of: value).compactMap {
        if case .object(let object) = $0 { return object }
        return nil
      }
    default: []
    }
  }

  private func hasLeft(_ person: ObjectRef, _ heap: Heap) -> Bool {
    guard let record = store.record(of: person),
      let slot = store.type(of: store.records[record]).slot(of: "active"),
      case .bool(false) = heap.field(slot, of: person)
    else { return false }
    return true
  }
}
