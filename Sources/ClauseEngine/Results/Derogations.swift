import CEL
import ClauseAssessment
import ClauseCalendar
import ClauseRecords
import ClauseSource

/// Findings that the organisation accepts until a date, by derogation records.
///
/// The record type `derogation` is known by name: `fingerprint`, or `rule` with an optional
/// `record`; `approved_on`; `expires_on`, whose day is the last one. What a derogation needs to be
/// valid in form is checked by rules; one without both dates has no effect.
struct Derogations {
  private struct Entry {
    var fingerprint: String?
    var rule: String?
    var record: String?
    var until: CivilDate
  }

  private var entries: [Entry] = []

  init(workspace: Workspace) {
    let store = workspace.store
    guard let type = store.catalog.index(ofType: "derogation") else { return }
    func value(_ field: String, _ object: ObjectRef) -> Value {
      store.catalog.slot(of: field, inType: type).map { store.heap.field($0, of: object) }
        ?? .absent
    }
    for record in store.records(ofType: type) {
      let asOf = workspace.options.asOf
      guard case .date(let from) = value("approved_on", record.object), from <= asOf,
        case .date(let until) = value("expires_on", record.object), asOf <= until
      else { continue }
      var target: String?
      if case .object(let object) = value("record", record.object) {
        target = store.record(of: object).map { store.records[$0].id.unescaped }
      } else if case .absent = value("record", record.object) {
        target = nil
      } else {
        continue
      }
      entries.append(
        Entry(
          fingerprint: store.heap.string(of: value("fingerprint", record.object)),
          rule: store.heap.string(of: value("rule", record.object)), record: target, until: until))
    }
  }

  /// Marks the findings that are accepted.
  func apply(to findings: inout [Finding]) {
    guard !entries.isEmpty else { return }
    for index in findings.indices {
      guard let entry = entries.first(where: { Self.covers($0, findings[index]) }) else { continue }
      findings[index].state = .derogated
      findings[index].acceptedUntil = entry.until
    }
  }

  private static func covers(_ entry: Entry, _ finding: Finding) -> Bool {
    if let fingerprint = entry.fingerprint { return fingerprint == finding.fingerprint }
    guard let rule = entry.rule, rule.equalsByBytes(finding.rule) else { return false }
    return entry.record == nil || entry.record == finding.record?.id.unescaped
  }
}
