// ClauseAssessment: the result of a run as pure values. The engine makes it, reporters read it;
// neither knows the other.

public import ClauseCalendar
public import ClauseSource

/// How much a finding weighs, in the words of management-system auditors (ISO/IEC 17021-1).
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// No grade: what is written cannot be read, joined or trusted. That is a problem of the data,
  /// which no standard asks anything about, and not a finding on the management system.
  case data
  case observation
  case minor
  case major

  /// The grades of findings, from observation to major.
  public static let allCases: [Severity] = [.observation, .minor, .major]

  private var rank: Int {
    switch self {
    case .data: -1
    case .observation: 0
    case .minor: 1
    case .major: 2
    }
  }

  /// From data to major.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// What a rule rests on.
public enum Basis: String, Sendable, Hashable, CaseIterable {
  /// The standard itself asks for it.
  case normative
  /// The organisation's own declared interval, criterion or procedure.
  case own
  /// Expected by auditors, required by nobody: never above an observation.
  case practice
  /// A legal text.
  case legal
  /// Nothing but the form in which records are read: what fails is a problem of the data.
  case data
}

/// Whether a finding counts against the gate.
public enum FindingState: String, Sendable, Hashable {
  /// Counts.
  case new
  /// Accepted at adoption and listed in the baseline, and no worse since.
  case baseline = "unchanged"
  /// Accepted until a date by a derogation.
  case derogated
}

/// A piece of a message: words of the rule's author, or a value put into them.
public enum MessagePart: Hashable, Sendable {
  /// Words.
  case text(Untrusted)
  /// A value from a record: an identifier, path, date or number that must keep its direction
  /// inside right-to-left text.
  case value(Untrusted)
}

/// A sentence with values in it; reporters decide how each part is escaped and isolated.
public struct Message: Hashable, Sendable {
  /// The parts in order.
  public var parts: [MessagePart]

  /// Makes a message of parts.
  public init(_ parts: [MessagePart]) { self.parts = parts }

  /// Makes a message of words alone.
  public init(text: String) { parts = [.text(Untrusted(text))] }
}

/// A second place that belongs to a finding.
public struct RelatedLocation: Hashable, Sendable {
  /// What stands there.
  public let message: Message
  /// Where.
  public let location: Location

  /// Makes a related place.
  public init(message: Message, location: Location) {
    self.message = message
    self.location = location
  }
}

/// The record a finding is about.
public struct RecordReference: Hashable, Sendable {
  /// Name of the record type.
  public let type: Untrusted
  /// The record's id; for a record without one the file and the number of its row.
  public let id: Untrusted
  /// What tells a record without an id apart, wherever it stands; nil for one with an id.
  public let content: RecordContent?

  /// Names a record.
  public init(type: String, id: String, content: RecordContent? = nil) {
    self.type = Untrusted(type)
    self.id = Untrusted(id)
    self.content = content
  }
}

/// What tells a record without an id apart: hashes of what is written in it.
public struct RecordContent: Hashable, Sendable {
  /// Hexadecimal digits of a hash.
  public static let digits = 16

  /// Hash of its texts, such as title and description; nil without any.
  public let texts: String?
  /// Hash of its dates; nil without any.
  public let dates: String?

  /// Makes a content of hashes.
  public init(texts: String?, dates: String?) {
    self.texts = texts
    self.dates = dates
  }

  /// Whether anything tells the record apart.
  public var isTelling: Bool { texts != nil || dates != nil }

  /// Stands for an id: `~`, the hash of the texts, a dot, the hash of the dates.
  public var text: String { "~\(texts ?? "-").\(dates ?? "-")" }

  /// Reads what `text` wrote; nil for anything else.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].first == UInt8(ascii: "~") else { return nil }
    let hashes = [parts[0].dropFirst(), parts[1]]
    let isSound = hashes.allSatisfy { hash in
      hash.elementsEqual("-".utf8)
        || hash.count == Self.digits
          && hash.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
    guard isSound else { return nil }
    let known = hashes.map { $0.count == 1 ? nil : String(decoding: $0, as: UTF8.self) }
    self.init(texts: known[0], dates: known[1])
  }
}

/// One failure of one rule on one record, or on the organisation; of severity `data`, one problem
/// of the data.
public struct Finding: Hashable, Sendable {
  /// Rule id; `Assessment.rules` has the rule's table entry.
  public var rule: String
  /// Severity after grading.
  public var severity: Severity
  /// What the rule rests on in this case (practice when a parameter stood in for the
  /// organisation's own interval).
  public var basis: Basis
  /// Whether it counts.
  public var state: FindingState
  /// What is wrong, in the run's language.
  public var message: Message
  /// Why: the conditions that did not hold and the values seen, one line each.
  public var because: [Message]
  /// How to mend it, in the run's language; empty when the rule has none.
  public var remedy: Message
  /// Clauses it fails, edition-qualified (`iso9001:2015/7.5.2`), in the rule's order.
  public var clauses: [String]
  /// The record; nil for the organisation as a whole.
  public var record: RecordReference?
  /// Path of the field, such as `approved_by` or `criteria[1].weight`; nil for the whole record.
  public var field: Untrusted?
  /// Where it is shown.
  public var location: Location
  /// Other places that explain it.
  public var related: [RelatedLocation]
  /// Identity across runs, hexadecimal: unchanged by reordering, re-indenting, renaming the file,
  /// language, message text or date.
  public var fingerprint: String
  /// Last day, inclusive, on which a derogation accepts it; nil in every other state.
  public var acceptedUntil: CivilDate?
  /// How much of the rule fails.
  public var extent: Extent
  /// Whether it is a problem of the data that leaves a value unread or records not told apart, and
  /// so fails a run by itself.
  public var isDataError: Bool
  /// Whether it was known or accepted, and more of the rule fails now or it weighs more. It counts
  /// like a new one.
  public var isUpdated: Bool
  /// The row of a table that it stands at; nil where it stands elsewhere.
  public var row: RowExcerpt?

  /// Its state in the words of SARIF, or that a derogation accepts it.
  public var stateWord: String {
    state == .new && isUpdated ? FindingMatching.State.updated.rawValue : state.rawValue
  }

  /// Makes a finding.
  public init(
    rule: String, severity: Severity, basis: Basis, state: FindingState = .new, message: Message,
    because: [Message] = [], remedy: Message = Message([]), clauses: [String] = [],
    record: RecordReference? = nil, field: Untrusted? = nil, location: Location,
    related: [RelatedLocation] = [], fingerprint: String, acceptedUntil: CivilDate? = nil,
    extent: Extent = .whole, isDataError: Bool = false, isUpdated: Bool = false
  ) {
    self.rule = rule
    self.severity = severity
    self.basis = basis
    self.state = state
    self.message = message
    self.because = because
    self.remedy = remedy
    self.clauses = clauses
    self.record = record
    self.field = field
    self.location = location
    self.related = related
    self.fingerprint = fingerprint
    self.acceptedUntil = acceptedUntil
    self.extent = extent
    self.isDataError = isDataError
    self.isUpdated = isUpdated
  }
}
