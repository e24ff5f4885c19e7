import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

/// Turns problems of the record model into findings of the rules that ask for them.
struct IntegrityFindings {
  let rules: [CompiledRule]
  let store: RecordStore
  let own: OwnRecords
  let names: FieldNames
  private var language: Language { names.language }

  init(rules: [CompiledRule], store: RecordStore, own: OwnRecords, names: FieldNames) {
    self.rules = rules
    self.store = store
    self.own = own
    self.names = names
  }

  /// Rules for kinds that no loaded pack declares: problems of the data, but for what is said of
  /// exceptions, persons and evidence, which are the organisation's own matter.
  static func defaults(declared rules: [CompiledRule]) -> [CompiledRule] {
    let known = Set(rules.compactMap(\.integrityKind))
    return IntegrityKind.allCases.filter { !known.contains($0) }.map { kind in
      CompiledRule(
        rule: Rule(
          id: kind.rawValue, pack: "", title: kind.title, subject: .any,
          requirement: .integrity(kind), severity: kind.isAboutData ? .data : .minor,
          basis: kind.isAboutData ? .data : .own,
          span: Span(file: FileID(0), start: 0, end: 0),
          subjectSpan: Span(file: FileID(0), start: 0, end: 0)))
    }
  }

  /// The findings of all problems, and how often each built-in rule was evaluated and failed.
  func run(departed: [EvaluationHeap.DepartedPerson]) -> ShardResult {
    var result = ShardResult()
    var failed: [Int: Set<Int>] = [:]
    for problem in store.problems + departed.map(problem) {
      if let record = problem.record, !own.contains(record) {
        // On an earlier as-of date, packs know of texts that are still to come.
        if problem.detail == .afterAsOf { continue }
        result.diagnostics.append(referenceDiagnostic(problem))
        continue
      }
      guard let rule = rules.firstIndex(where: { $0.integrityKind == problem.kind }) else {
        continue
      }
      failed[rule, default: []].insert(problem.record ?? -1)
      result.findings.append(finding(problem, rule))
    }
    for (index, rule) in rules.enumerated() {
      guard let kind = rule.integrityKind, !kind.isAboutExceptions else { continue }
      result.counts.append(
        (index, RuleCount(evaluated: own.count, failed: failed[index]?.count ?? 0)))
    }
    return result
  }

  /// A slip in a pack's reference records is trouble of the tool's input, not of the organisation.
  private func referenceDiagnostic(_ problem: RecordProblem) -> Diagnostic {
    let message = Message(template: problem.kind.message[.english]) { problem.argument($0) }
    let text = message.parts.map { part in
      switch part {
      case .text(let text), .value(let text): text.unescaped
      }
    }.joined()
    return Diagnostic(
      .error, code: "pack-record", english: "a reference record of a pack: \(text)",
      place: .span(problem.span), remedy: "Mend the pack, or report it to its author.")
  }

  func finding(_ problem: RecordProblem, _ rule: Int) -> RawFinding {
    let values = { (name: String) in shown(name, of: problem) }
    var message = Message(template: problem.kind.message[language], values: values)
    if let detail = problem.detail {
      message = message.appending(
        language == .arabic ? "؛ " : "; ", Message(template: detail.text[language], values: values))
    }
    return RawFinding(
      rule: rule, record: problem.record,
      fields: problem.fieldPath.isEmpty ? [] : [problem.fieldPath], span: problem.span,
      valueKey: problem.argument("value")?.unescaped ?? "", message: message,
      remedy: Message(template: problem.kind.remedy[language], values: values),
      related: problem.related.map {
        (Message(template: $0.label.text[language], values: values), $0.span)
      })
  }

  /// An argument of a problem as it is shown: fields by their heading or label, types by their
  /// title, literals of an enumeration in the words of the language, because those are what
  /// registers may hold.
  private func shown(_ name: String, of problem: RecordProblem) -> Untrusted? {
    guard let value = problem.argument(name) else { return nil }
    switch name {
    case "field":
      return Untrusted(field(value.unescaped, of: problem))
    case "type" where problem.kind == .fieldType:
      return ValueKindWords.of(value.unescaped).map { Untrusted($0[language]) } ?? value
    case "type", "other": return Untrusted(registers(value.unescaped))
    case "allowed", "nearest":
      return problem.kind == .enumUnknown ? word(value, of: problem) : value
    default: return value
    }
  }

  private func field(_ path: String, of problem: RecordProblem) -> String {
    let index = problem.recordType.flatMap { store.catalog.index(ofType: $0) }
    let file = problem.record.map { store.records[$0].span.file } ?? problem.span.file
    return index.flatMap { names.quoted(path, type: $0, file: file) }
      ?? path.replacing("_", with: " ")
  }

  /// The titles of the types that a problem names.
  private func registers(_ types: String) -> String {
    let shown = types.replacing(" | ", with: ", ").split(separator: ",").map { part in
      let name = String(part.drop { $0 == " " })
      // A structure inside a record is named after the record's type.
      let type = store.catalog.index(ofType: String(name.prefix { $0 != "." }))
      return type.map(names.register) ?? name
    }
    return shown.joined(separator: language == .arabic ? "، " : ", ")
  }

  private func word(_ value: Untrusted, of problem: RecordProblem) -> Untrusted {
    guard let type = problem.recordType, let index = store.catalog.index(ofType: type),
      let field = store.catalog.types[index].field(at: problem.fieldPath),
      let words = EnumerationWords(of: field, language),
      case .enumeration(let literals) = field.type.elementType
    else { return value }
    if let word = words.word(for: value.unescaped) { return Untrusted(word) }
    let separator = language == .arabic ? "، " : ", "
    return Untrusted(literals.compactMap(words.word).joined(separator: separator))
  }

  private func problem(_ departed: EvaluationHeap.DepartedPerson) -> RecordProblem {
    let record = store.records[departed.record]
    let person = store.records[departed.person]
    let field = store.path(of: record.object, slot: departed.slot)
    return RecordProblem(
      .personLeftOwner, record: departed.record, recordType: store.type(of: record).name,
      recordID: record.id.unescaped, fieldPath: field,
      span: store.span(of: record.object, slot: departed.slot) ?? record.anchor,
      arguments: [
        .init("field", field), .init("value", person.id.unescaped),
        .init("id", record.id.unescaped), .init("type", store.type(of: record).name),
      ])
  }
}

extension CompiledRule {
  /// The built-in check the rule asks for, or nil.
  var integrityKind: IntegrityKind? {
    if case .integrity(let kind) = rule.requirement { return kind }
    return nil
  }
}
