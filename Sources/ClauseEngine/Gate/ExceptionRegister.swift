import CEL
import ClauseAssessment
import ClauseCalendar
import ClauseRecords
import ClauseRules
import ClauseSource

/// The exceptions on record and what they do to findings and clauses.
///
/// The record types `exclusion`, `derogation` and `attestation` are known by name, as the
/// vocabulary of the product has them. One has effect only when it is whole: with a reason, an
/// approver in office, its dates, and what it is about. What a type does not declare is not asked
/// for.
struct ExceptionRegister {
  /// One of them.
  struct Item {
    var kind: ExceptionResult.Kind
    /// Index in the store.
    var record: Int
    var rule: String?
    var fingerprint: String?
    /// The record a derogation is about.
    var target: RecordReference?
    /// The clauses of the others, as written.
    var clauses: [String] = []
    var reason = ""
    var approver: String?
    var start: CivilDate?
    /// The last day written.
    var end: CivilDate?
    /// The last day it counts, which is earlier where the one written is too far away.
    var lastDay: CivilDate?
    var status = ExceptionResult.Status.void
    /// Findings or clauses that rest on it.
    var uses = 0
    /// Fingerprints of the findings it accepts.
    var accepted: Set<String> = []
    var isComment = false
  }

  private(set) var items: [Item] = []
  private let store: RecordStore
  private let asOf: CivilDate

  /// Reads the exceptions of `workspace`; `values` has the derived fields as well.
  init(workspace: Workspace, values: Heap) {
    store = workspace.store
    asOf = workspace.options.asOf
    var longest: Period?
    if case .period(let period)? = workspace.packs.parameters.first(where: {
      $0.name == "derogation_max"
    })?.value {
      longest = period
    }
    for kind in ExceptionResult.Kind.allCases {
      guard let type = store.catalog.index(ofType: kind.rawValue) else { continue }
      for index in store.indices(ofType: type) {
        let fields = ExceptionFields(store: store, values: values, record: index)
        var item =
          switch kind {
          case .exclusion: fields.exclusion()
          case .derogation: fields.derogation()
          case .attestation: fields.attestation()
          }
        item.isComment = workspace.comments.spans.contains(store.records[index].span)
        item.lastDay = Self.lastDay(item, longest: longest)
        if fields.isWhole(item) { item.status = status(item) }
        items.append(item)
      }
    }
  }

  /// The last day written, and of a derogation never later than `longest` after its first.
  private static func lastDay(_ item: Item, longest: Period?) -> CivilDate? {
    guard let end = item.end, item.kind == .derogation, let longest, let start = item.start,
      let bound = start.adding(longest)
    else { return item.end }
    return min(end, bound)
  }

  /// Whether the organisation excepts anything, or tries to in a comment.
  static func hasAny(in workspace: Workspace) -> Bool {
    let store = workspace.store
    return !workspace.comments.problems.isEmpty
      || ExceptionResult.Kind.allCases.contains { kind in
        store.catalog.index(ofType: kind.rawValue).map { !store.indices(ofType: $0).isEmpty }
          ?? false
      }
  }

  /// Whether a whole exception counts today: from its first day through its last.
  private func status(_ item: Item) -> ExceptionResult.Status {
    if let start = item.start, asOf < start { return .notBegun }
    guard let lastDay = item.lastDay else { return .inForce }
    return asOf <= lastDay ? .inForce : .ended
  }

  // MARK: Derogations

  /// Marks the findings that a derogation in force accepts.
  mutating func accept(_ findings: inout [Finding]) {
    var byRule: [String: [Int]] = [:]
    for (index, item) in items.enumerated()
    where item.kind == .derogation && item.status == .inForce {
      byRule[item.rule ?? "", default: []].append(index)
    }
    guard !byRule.isEmpty else { return }
    for index in findings.indices {
      let rule = findings[index].rule
      for candidate in byRule[rule, default: []] + byRule["", default: []]
      where Self.covers(items[candidate], findings[index]) {
        items[candidate].uses += 1
        items[candidate].accepted.insert(findings[index].fingerprint)
        findings[index].state = .derogated
        let ends = [findings[index].acceptedUntil, items[candidate].lastDay].compactMap { $0 }
        findings[index].acceptedUntil = ends.max()
      }
    }
  }

  /// A derogation binds a rule to a record; without one, to findings about the organisation.
  private static func covers(_ item: Item, _ finding: Finding) -> Bool {
    if let rule = item.rule, !rule.equalsByBytes(finding.rule) { return false }
    if let fingerprint = item.fingerprint, fingerprint != finding.fingerprint { return false }
    guard let target = item.target else {
      return item.fingerprint != nil || finding.record == nil
    }
    guard let record = finding.record else { return false }
    return record.type.unescaped.equalsByBytes(target.type.unescaped)
      && record.id.unescaped.equalsByBytes(target.id.unescaped)
  }

  // MARK: Clauses

  /// Takes the effect from exclusions that do not meet what a standard asks of them: what the
  /// registers contradict, or nobody justified, is not set aside.
  mutating func refuteExclusions(by findings: [Finding]) {
    let refuted = findings.filter {
      $0.basis == .normative && $0.state != .derogated
        && $0.record?.type == Untrusted(ExceptionResult.Kind.exclusion.rawValue)
    }.compactMap { $0.record?.id.unescaped }
    guard !refuted.isEmpty else { return }
    for index in items.indices where items[index].kind == .exclusion {
      let id = store.records[items[index].record].id.unescaped
      if refuted.contains(where: { $0.equalsByBytes(id) }) { items[index].status = .void }
    }
  }

  /// Clauses with an attestation in force.
  var attested: Set<String> {
    Set(items.filter { $0.kind == .attestation && $0.status == .inForce }.flatMap(\.clauses))
  }

  /// Clauses set aside, with those below them, where their standard allows it.
  func excluded(in standards: [Standard]) -> Set<String> {
    let named = Set(
      items.filter { $0.kind == .exclusion && $0.status == .inForce }.flatMap(\.clauses))
    var excluded: Set<String> = []
    for standard in standards where standard.allowsExclusions {
      for clause in standard.clauses {
        let id = standard.id + "/" + clause.number
        if named.contains(where: { Self.covers($0, id) }) { excluded.insert(id) }
      }
    }
    return excluded
  }

  private static func covers(_ clause: String, _ id: String) -> Bool {
    clause.equalsByBytes(id) || id.utf8.starts(with: (clause + ".").utf8)
  }

  /// Counts the clauses whose state rests on an exclusion or attestation.
  mutating func countUses(in standards: [StandardResult]) {
    let leaves = standards.flatMap(\.clauses).filter(\.isLeaf)
    let aside = leaves.filter { $0.state == .notApplicable }.map(\.id)
    let attested = leaves.filter { $0.state == .attested }.map(\.id)
    for index in items.indices where items[index].status == .inForce {
      let clauses = items[index].clauses
      switch items[index].kind {
      case .exclusion:
        items[index].uses = aside.count { id in clauses.contains { Self.covers($0, id) } }
      case .attestation:
        items[index].uses = attested.count { id in clauses.contains { $0.equalsByBytes(id) } }
      case .derogation: break
      }
    }
  }

  // MARK: Results

  /// The exceptions as the result of the run has them: those that end first come first.
  func results(_ locator: Locator) -> [ExceptionResult] {
    items.map { item in
      let record = store.records[item.record]
      return ExceptionResult(
        kind: item.kind, id: record.id, rule: item.rule.map { Untrusted($0) },
        fingerprint: item.fingerprint.map { Untrusted($0) }, record: item.target,
        clauses: item.clauses.map { Untrusted($0) }, reason: Untrusted(item.reason),
        approver: item.approver.map { Untrusted($0) }, start: item.start, end: item.end,
        status: item.status, uses: item.uses, accepted: item.accepted, isComment: item.isComment,
        location: locator.location(record.anchor))
    }.sorted { a, b in
      let kinds = ExceptionResult.Kind.allCases
      let (x, y) = (kinds.firstIndex(of: a.kind) ?? 0, kinds.firstIndex(of: b.kind) ?? 0)
      if x != y { return x < y }
      if let first = a.end, let second = b.end, first != second { return first < second }
      if (a.end == nil) != (b.end == nil) { return a.end != nil }
      return a.location != b.location
        ? a.location < b.location : a.id.unescaped.precedesByBytes(b.id.unescaped)
    }
  }
}

/// The fields of one exception record.
private struct ExceptionFields {
  let store: RecordStore
  let values: Heap
  let record: Int

  private func slot(_ name: String) -> Int? {
    store.catalog.slot(of: name, inType: store.records[record].typeIndex)
  }

  private func value(_ name: String) -> Value {
    slot(name).map { values.field($0, of: store.records[record].object) } ?? .absent
  }

  private func text(_ name: String) -> String? {
    guard let text = values.string(of: value(name)), !text.utf8.allSatisfy({ $0 == 0x20 }) else {
      return nil
    }
    return text
  }

  private func date(_ name: String) -> CivilDate? {
    if case .date(let date) = value(name) { return date }
    return nil
  }

  private func id(_ name: String) -> String? {
    guard case .object(let object) = value(name), let index = store.record(of: object) else {
      return nil
    }
    return store.records[index].id.unescaped
  }

  func exclusion() -> ExceptionRegister.Item {
    var item = ExceptionRegister.Item(kind: .exclusion, record: record)
    item.clauses = text("clause").map { [$0] } ?? []
    item.reason = text("justification") ?? ""
    item.approver = id("approved_by")
    item.start = date("approved_on")
    return item
  }

  func derogation() -> ExceptionRegister.Item {
    var item = ExceptionRegister.Item(kind: .derogation, record: record)
    item.rule = text("rule")
    item.fingerprint = text("fingerprint")
    if case .object(let object) = value("record"), let index = store.record(of: object) {
      let target = store.records[index]
      item.target = RecordReference(
        type: store.type(of: target).name, id: target.id.unescaped)
    }
    item.reason = text("reason") ?? ""
    item.approver = id("approved_by")
    item.start = date("approved_on")
    item.end = date("expires_on")
    return item
  }

  func attestation() -> ExceptionRegister.Item {
    var item = ExceptionRegister.Item(kind: .attestation, record: record)
    item.clauses = values.elements(of: value("clauses")).compactMap { values.string(of: $0) }
    item.reason = text("statement") ?? ""
    item.approver = id("by")
    item.start = date("on")
    item.end = date("valid_until")
    return item
  }

  /// Whether everything is there that the kind needs, as far as its type declares it.
  func isWhole(_ item: ExceptionRegister.Item) -> Bool {
    switch item.kind {
    case .exclusion:
      var isHarmless = true
      if case .bool(true) = value("impact_on_conformity") { isHarmless = false }
      return !item.clauses.isEmpty && isHarmless && has("justification", !item.reason.isEmpty)
        && has("approved_on", item.start != nil) && isInOffice("approved_by")
    case .derogation:
      let isBound = item.rule != nil || item.fingerprint != nil
      return isBound && hasReadableTarget(item) && has("reason", !item.reason.isEmpty)
        && item.start != nil && item.end != nil && isInOffice("approved_by")
    case .attestation:
      let hasEvidence = !values.elements(of: value("evidence")).isEmpty
      return !item.clauses.isEmpty && has("statement", !item.reason.isEmpty)
        && item.start != nil && item.end != nil && has("evidence", hasEvidence)
        && isInOffice("by")
    }
  }

  private func has(_ field: String, _ isThere: Bool) -> Bool { slot(field) == nil || isThere }

  /// A reference to a record that is not there binds to nothing.
  private func hasReadableTarget(_ item: ExceptionRegister.Item) -> Bool {
    if case .absent = value("record") { return true }
    return item.target != nil
  }

  private func isInOffice(_ field: String) -> Bool {
    guard slot(field) != nil else { return true }
    guard case .object(let person) = value(field), let index = store.record(of: person) else {
      return false
    }
    guard let active = store.type(of: store.records[index]).slot(of: "active") else { return true }
    if case .bool(false) = values.field(active, of: person) { return false }
    return true
  }
}
