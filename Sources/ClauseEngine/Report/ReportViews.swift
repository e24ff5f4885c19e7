import ClauseAssessment
import ClauseCalendar
import ClauseRecords
import ClauseSource

/// The fields of one record type that the report reads, by what packs call them. The names stand
/// here and nowhere else in the report; a test holds that the shipped packs declare each of them.
protocol RecordView: RawRepresentable<String>, CaseIterable, Sendable {
  /// The record type, or `type.field` for a structure inside one.
  static var type: String { get }
}

/// All views.
enum ReportViews {
  static let all: [any RecordView.Type] = [
    ActionView.self, AttestationView.self, AuditView.self, DerogationView.self, DocumentView.self,
    DrilledScenarioView.self, EvaluationView.self, ExcludedSiteView.self, ExclusionView.self,
    IndicatorView.self, LegalTextView.self, MeasurementView.self, NonconformityView.self,
    ObjectiveView.self, ObligationView.self, ProcessView.self, ProjectView.self, ReviewView.self,
    ScopeView.self,
  ]

  /// Fields that name a record to people.
  static let titles = [
    "title", "name", "full_name", "position", "topic", "subject", "number", "reference",
  ]
  /// The same in French and in Arabic.
  static let frenchTitles = ["title_fr", "name_fr"]
  static let arabicTitles = ["title_ar", "name_ar", "full_name_ar"]
  /// Fields that name the process a record belongs to: one, or several of which the first counts.
  static let process = "process"
  static let processes = ["processes", "all_processes"]
  /// Fields through which a record belongs to another one that may name a process.
  static let ways = [
    "kpi", "service", "obligation", "origin", "source_ref", "scenario", "audit", "project",
  ]
  /// Fields that name who answers for a record.
  static let owners = [
    "owner", "responsible", "manager", "lead", "collector", "evaluator", "approved_by", "sender",
  ]
  static let site = "site"
  /// Pairs of fields that hold a value and what it is held against.
  static let thresholds = [
    ("score", "threshold"), ("value", "target"), ("duration_min", "target_min"),
    ("found_error", "tolerance"),
  ]
  /// Dates that show the system at work, by record type.
  static let traces = [
    ("measurement", "measured_on"), ("audit", "held_on"), ("training", "held_on"),
    ("compliance_evaluation", "evaluated_on"), ("nonconformity", "detected_on"),
    ("incident", "occurred_on"), ("complaint", "received_on"), ("drill", "held_on"),
    ("supplier_evaluation", "date"), ("communication", "sent_on"), ("consultation", "held_on"),
    ("action", "done_on"), ("management_review", "held_on"),
  ]
}

/// A record read through a view.
struct Viewed<View: RecordView> {
  let fields: RecordFacts.Fields

  var label: RecordLabel? { fields.label }
  var index: Int? { fields.index }

  func text(_ field: View) -> Untrusted? { fields.text(field.rawValue) }
  func word(_ field: View) -> String? { fields.word(field.rawValue) }
  func date(_ field: View) -> CivilDate? { fields.date(field.rawValue) }
  func number(_ field: View) -> Double? { fields.number(field.rawValue) }
  func label(_ field: View) -> RecordLabel? { fields.label(field.rawValue) }
  func texts(_ field: View) -> [Untrusted] { fields.texts(field.rawValue) }

  /// Whether a truth value is there and true.
  func isTrue(_ field: View) -> Bool { fields.flag(field.rawValue) ?? false }
  /// A truth value; nil where it is not known.
  func flag(_ field: View) -> Bool? { fields.flag(field.rawValue) }

  /// The record a reference leads to, whatever it is.
  func reference(_ field: View) -> RecordFacts.Fields? { fields.reference(field.rawValue) }

  /// The records or structures of a list, read through their own view.
  func elements<Other: RecordView>(_ field: View, as other: Other.Type) -> [Viewed<Other>] {
    fields.elements(field.rawValue).map(Viewed<Other>.init)
  }
}

extension RecordFacts {
  /// The organisation's own records of the view's type, in file order.
  func records<View: RecordView>(_ view: View.Type) -> [Viewed<View>] {
    records(View.type).map(Viewed.init)
  }
}

enum ActionView: String, RecordView {
  static let type = "action"
  case kind, description, origin, responsible, status, open, overdue
  case dueOn = "due_on"
  case doneOn = "done_on"
}

enum AttestationView: String, RecordView {
  static let type = "attestation"
  case clauses, statement, by, on, evidence
  case validUntil = "valid_until"
}

enum AuditView: String, RecordView {
  static let type = "audit"
  case kind, held, processes, clauses
  case heldOn = "held_on"
}

enum DerogationView: String, RecordView {
  static let type = "derogation"
  case rule, fingerprint, record, reason
  case approvedBy = "approved_by"
  case approvedOn = "approved_on"
  case expiresOn = "expires_on"
}

enum DocumentView: String, RecordView {
  static let type = "document"
  case kind, active
  case approvedBy = "approved_by"
  case approvedOn = "approved_on"
}

enum DrilledScenarioView: String, RecordView {
  static let type = "emergency_scenario"
  case drilled
}

enum EvaluationView: String, RecordView {
  static let type = "compliance_evaluation"
  case obligation, result, concluded, latest, breach, acted, overtaken
  case evaluatedOn = "evaluated_on"
}

enum ExcludedSiteView: String, RecordView {
  static let type = "scope.excluded_sites"
  case site, reason
}

enum ExclusionView: String, RecordView {
  static let type = "exclusion"
  case clause, justification
  case affectsConformity = "impact_on_conformity"
  case approvedBy = "approved_by"
  case approvedOn = "approved_on"
}

enum IndicatorView: String, RecordView {
  static let type = "kpi"
  case process, unit, comparator, target, min, max
}

enum LegalTextView: String, RecordView {
  static let type = "legal_text"
  case confidence
}

enum MeasurementView: String, RecordView {
  static let type = "measurement"
  case kpi, value, target
  case periodEnd = "period_end"
  case measuredOn = "measured_on"
}

enum NonconformityView: String, RecordView {
  static let type = "nonconformity"
  case grade, open
}

enum ObjectiveView: String, RecordView {
  static let type = "objective"
  case status, indicator
}

enum ObligationView: String, RecordView {
  static let type = "obligation"
  case text, provision, requirement, applicability, applies, criticality, confidence, dated
  case overdue, evaluated, evaluations
  case fallsDue = "falls_due"
  case sameAs = "same_as"
}

enum ProcessView: String, RecordView {
  static let type = "process"
  case owner
}

enum ProjectView: String, RecordView {
  static let type = "project"
  case programme, axis, manager, status, budget, committed, paid
  case physicalProgress = "physical_progress"
  case financialProgress = "financial_progress"
  case progressOn = "progress_on"
  case startOn = "start_on"
  case endOn = "end_on"
}

enum ReviewView: String, RecordView {
  static let type = "management_review"
  case held
  case heldOn = "held_on"
}

enum ScopeView: String, RecordView {
  static let type = "scope"
  case text, boundaries, sites
  case excludedSites = "excluded_sites"
  case approvedBy = "approved_by"
  case approvedOn = "approved_on"
}
