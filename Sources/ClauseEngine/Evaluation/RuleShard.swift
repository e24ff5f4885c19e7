import CEL
import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

/// Evaluates rules over a range of records with one evaluator.
struct RuleShard {
  let rules: [CompiledRule]
  let store: RecordStore
  let own: OwnRecords
  let heap: EvaluationHeap
  let renderer: MessageRenderer
  let witnesses: WitnessRenderer
  let detail: FindingDetail
  let extents: ExtentFinder?
  /// Types, as indices of the catalog, whose registers nobody provided.
  let notProvided: Set<Int>
  var evaluator: Evaluator
  var result = ShardResult()
  /// How many evaluations of the rule at hand met their cost limit.
  private var excesses = 0
  /// The required fields that are missing where they could have been written, by record.
  private lazy var missed = missedFields()

  init(
    rules: [CompiledRule], store: RecordStore, own: OwnRecords, heap: EvaluationHeap,
    indexes: Indexes, renderer: MessageRenderer, detail: FindingDetail,
    extents: ExtentFinder?
  ) {
    self.rules = rules
    self.store = store
    self.own = own
    self.heap = heap
    self.renderer = renderer
    self.detail = detail
    self.extents = extents
    notProvided = heap.notProvided
    witnesses = WitnessRenderer(renderer: renderer)
    evaluator = heap.evaluator(indexes)
  }

  /// Evaluates the rule at `index` on the records with these indices.
  mutating func evaluate(rule index: Int, records: Range<Int>) {
    var count = RuleCount()
    var arguments = heap.globals + [.null]
    excesses = 0
    for record in records {
      if excesses == Self.patience {
        let left = records.upperBound - record
        count.skipped += left
        giveUp(index, on: record, left: left)
        break
      }
      arguments[heap.globals.count] = .object(store.records[record].object)
      evaluate(index, arguments, record: record, discipline: nil, &count)
    }
    result.counts.append((index, count))
  }

  /// A rule that costs too much on so many records is not tried on the rest of the range.
  private static let patience = 3

  private mutating func giveUp(_ index: Int, on record: Int, left: Int) {
    let rule = rules[index].rule
    result.diagnostics.append(
      Diagnostic(
        .error, code: "rule-given-up",
        english: "the rule `\(rule.id)` costs too much; this record and \(left - 1) more of its "
          + "type were not assessed by it",
        place: .span(store.records[record].anchor), remedy: Self.costRemedy,
        related: [.init(english: "the rule", place: .span(rule.span))]))
  }

  private static let costRemedy =
    "Simplify the rule, or raise the limit with "
    + "--limit \(LimitName.costPerEvaluation.rawValue)=N."

  /// Evaluates the rule at `index` once, or once for each of `disciplines`.
  mutating func evaluateOnce(rule index: Int, disciplines: [String]) {
    var count = RuleCount()
    if rules[index].rule.subject == .disciplines {
      for name in disciplines {
        guard let value = heap.disciplines[name] else { continue }
        evaluate(index, heap.globals + [value], record: nil, discipline: name, &count)
      }
    } else {
      evaluate(index, heap.globals, record: nil, discipline: nil, &count)
    }
    result.counts.append((index, count))
  }

  private mutating func evaluate(
    _ index: Int, _ arguments: [Value], record: Int?, discipline: String?, _ count: inout RuleCount
  ) {
    let rule = rules[index]
    guard let requirement = rule.requirement else { return }
    if let condition = rule.condition {
      let value = evaluator.evaluate(condition, arguments)
      if value.isFailure {
        undecided(index, value, record, discipline, &count)
        return
      }
      guard value.isTrue else { return }
    }
    let value = evaluator.evaluate(requirement, arguments)
    if value.isFailure {
      undecided(index, value, record, discipline, &count)
      return
    }
    let unfilled = record.map { unfilledFields(rule, store.records[$0]) } ?? []
    if value.isTrue, unfilled.isEmpty {
      // What holds of an empty register shows nothing.
      if record == nil, readsEmptyRegister(rule) { return }
      count.evaluated += 1
      return
    }
    count.evaluated += 1
    count.failed += 1
    result.findings.append(
      finding(index, arguments, record: record, discipline: discipline, unfilled: unfilled))
  }

  /// Whether a rule over everything reads a register that is empty. One that nobody provided is
  /// not: what holds whatever it says rests on others.
  private func readsEmptyRegister(_ rule: CompiledRule) -> Bool {
    rule.globalsRead.contains { name in
      guard let type = store.catalog.index(ofPlural: name), !notProvided.contains(type) else {
        return false
      }
      return own.indices(ofType: type).isEmpty
    }
  }

  // MARK: Findings

  private mutating func finding(
    _ index: Int, _ arguments: [Value], record: Int?, discipline: String?, unfilled: [String]
  ) -> RawFinding {
    let rule = rules[index]
    var finding = RawFinding(
      rule: index, record: record, discipline: discipline, fields: [], message: Message([]),
      remedy: Message([]))
    finding.isPlaceholder = !unfilled.isEmpty
    if detail == .verdict { return finding }
    let object = record.map { store.records[$0].object }
    // What fails whatever a register holds that nobody provided is told as if it were empty.
    let arguments = heap.shownGlobals + arguments[heap.globals.count...]
    finding.fields = blamedFields(rule, arguments) + unfilled
    if finding.fields.isEmpty, let field = rule.rule.field { finding.fields = [field] }
    if detail == .fields, !finding.fields.isEmpty { return finding }
    let seen = witness(rule, arguments, object)
    if finding.fields.isEmpty { finding.fields = seen.fields }
    if detail == .fields { return finding }
    if let practiceWhen = rule.practiceWhen {
      finding.isPractice = evaluator.evaluate(practiceWhen, arguments).isTrue
    }
    finding.span = record.map { span(of: finding.fields.first, in: store.records[$0]) }
    finding.because = seen.because
    if let object {
      let placeholders = witnesses.facts(
        unfilled, of: object, beside: finding.because, &evaluator)
      if !placeholders.parts.isEmpty { finding.because.append(placeholders) }
      let facts = witnesses.facts(
        rule.conditionFields, of: object, beside: finding.because, &evaluator)
      if !facts.parts.isEmpty { finding.because.insert(facts, at: 0) }
    }
    finding.because = witnesses.joinedIfShort(finding.because)
    finding.message = renderer.message(rule.message, &evaluator, arguments)
    finding.remedy = renderer.message(rule.remedy, &evaluator, arguments)
    finding.related = seen.related
    if let extents {
      finding.extent = extents.extent(of: rule, arguments, unfilled: unfilled, &evaluator)
    }
    return finding
  }

  /// The fields whose own condition of a declarative check is false.
  private mutating func blamedFields(_ rule: CompiledRule, _ arguments: [Value]) -> [String] {
    var fields: [String] = []
    for condition in rule.conditions {
      guard let field = condition.field else { continue }
      if case .bool(false) = evaluator.evaluate(condition.program, arguments) {
        fields.append(field)
      }
    }
    return fields
  }

  private mutating func witness(
    _ rule: CompiledRule, _ arguments: [Value], _ object: ObjectRef?
  ) -> WitnessRenderer.Seen {
    var seen = WitnessRenderer.Seen()
    let failing: [Program]
    if rule.conditions.isEmpty {
      failing = [rule.requirement].compactMap { $0 }
    } else {
      failing = rule.conditions.map(\.program).filter {
        if case .bool(false) = evaluator.evaluate($0, arguments) { return true }
        return false
      }
    }
    for program in failing {
      seen.add(witnesses.seen(evaluator.explain(program, arguments), of: object, &evaluator))
    }
    return seen
  }

  /// Where a field of a record stands: its value, else its key, else the structure it would stand
  /// in, else the record.
  func span(of path: String?, in record: Record) -> Span {
    guard let path else { return record.anchor }
    var object = record.object
    var best = record.anchor
    let parts = path.split(separator: ".").map { String($0.prefix { $0 != "[" }) }
    for (position, part) in parts.enumerated() {
      guard let slot = store.catalog.layouts[Int(object.typeID)].slot(of: part) else { return best }
      // What the configuration gives stands outside the record, which is what a finding is about.
      if let span = store.span(of: object, slot: slot) ?? store.keySpan(of: object, slot: slot),
        span.file == record.span.file
      {
        best = span
      }
      guard position + 1 < parts.count,
        case .object(let next) = heap.heap.field(slot, of: object)
      else { break }
      object = next
    }
    return best
  }

  // MARK: Notices

  private func missedFields() -> [Int: [String]] {
    var fields: [Int: [String]] = [:]
    for problem in store.problems where problem.kind == .fieldRequired {
      guard let record = problem.record else { continue }
      fields[record, default: []].append(problem.fieldPath)
    }
    return fields
  }

  /// What the field at `path` of a record is called.
  private func name(_ path: String, of record: Int) -> String {
    let record = store.records[record]
    return renderer.names.quoted(path, type: record.typeIndex, file: record.span.file)
      ?? path.replacing("_", with: " ")
  }

  private mutating func undecided(
    _ index: Int, _ value: Value, _ record: Int?, _ discipline: String?, _ count: inout RuleCount
  ) {
    count.skipped += 1
    let rule = rules[index].rule
    guard let failure = evaluator.failure(of: value) else { return }
    let phrases = renderer.phrases
    switch failure.kind {
    case .malformed(let token):
      // What was not provided is said once for its register, not for each case.
      if let type = store.typeNotProvided(token) {
        result.notProvided[index, default: []].insert(type)
        return
      }
      let field = store.malformedValue(token)
      let path = field?.fieldPath ?? ""
      let name = Untrusted(field.map { self.name($0.fieldPath, of: $0.record) } ?? "")
      result.notices.append(
        RawNotice(
          rule: index, record: record, discipline: discipline,
          reason: Message([
            .text(Untrusted(phrases.malformed.0)), .value(name),
            .text(Untrusted(phrases.malformed.1)),
          ]), field: path, span: field?.span))
    case .absent(let object, slot: let slot):
      guard let owner = store.record(of: object) else {
        if notProvided.contains(Int(object.typeID)) {
          result.notProvided[index, default: []].insert(Int(object.typeID))
          return
        }
        result.notices.append(
          RawNotice(
            rule: index, record: record, discipline: discipline,
            reason: Message(text: phrases.undeclared),
            cause: .notProvided))
        return
      }
      let path = store.path(of: object, slot: slot)
      // A column that a register lacks is said once, at its headings; no row can fill it.
      let isMissed = missed[owner, default: []].contains { $0.equalsByBytes(path) }
      result.notices.append(
        RawNotice(
          rule: index, record: record, discipline: discipline,
          reason: Message([
            .text(Untrusted(phrases.missing.0)), .value(Untrusted(self.name(path, of: owner))),
            .text(Untrusted(phrases.missing.1)),
          ]), field: path, cause: isMissed ? .missing : .notProvided,
          span: store.records[owner].anchor))
    default:
      let place = record.map { store.records[$0].anchor }
      let isCostly = failure.kind == .costExceeded
      if isCostly { excesses += 1 }
      result.diagnostics.append(
        Diagnostic(
          .error, code: "rule-evaluation",
          english: "the rule `\(rule.id)` could not be evaluated: \(failure.message)",
          place: .span(place ?? rule.span),
          remedy: isCostly ? Self.costRemedy : "Mend the rule, or report it to its author.",
          related: [.init(english: "the rule", place: .span(rule.span))]))
    }
  }
}
