public import ClauseSource

/// What a finding is, apart from the run that found it.
///
/// It may come from a baseline or a results file, so its texts are untrusted.
public struct FindingIdentity: Hashable, Sendable {
  /// Rule id.
  public var rule: Untrusted
  /// The record; nil for the organisation as a whole.
  public var record: RecordReference?
  /// Identity across runs, hexadecimal.
  public var fingerprint: String

  /// Names a finding.
  public init(rule: Untrusted, record: RecordReference?, fingerprint: String) {
    self.rule = rule
    self.record = record
    self.fingerprint = fingerprint
  }

  /// The identity of `finding`. A record without an id is named by its content, because its row
  /// may have another number tomorrow.
  public init(_ finding: Finding) {
    self.init(
      rule: Untrusted(finding.rule), record: finding.record?.lasting,
      fingerprint: finding.fingerprint)
  }

  /// Whether anything tells its record apart, so that it can be known again.
  public var isLasting: Bool { record?.content?.isTelling ?? true }

  /// The record as `type:id`, or nil for the organisation as a whole.
  public var recordText: String? { record.map { $0.type.unescaped + ":" + $0.id.unescaped } }

  /// Whether both name the same finding, byte for byte.
  public func isSame(as other: FindingIdentity) -> Bool {
    !Self.precedes(self, other) && !Self.precedes(other, self)
  }

  /// Total order by the bytes of rule, record and fingerprint; the organisation comes first.
  public static func precedes(_ a: FindingIdentity, _ b: FindingIdentity) -> Bool {
    let rules = (a.rule.unescaped, b.rule.unescaped)
    if !rules.0.equalsByBytes(rules.1) { return rules.0.precedesByBytes(rules.1) }
    let records = (a.recordText ?? "", b.recordText ?? "")
    if !records.0.equalsByBytes(records.1) { return records.0.precedesByBytes(records.1) }
    if (a.record == nil) != (b.record == nil) { return a.record == nil }
    return a.fingerprint.precedesByBytes(b.fingerprint)
  }
}

extension RecordReference {
  /// The record by a name that does not change when rows come and go.
  public var lasting: RecordReference {
    content.map { RecordReference(type: type.unescaped, id: $0.text, content: $0) } ?? self
  }
}

/// What became of the entries of a baseline in one run.
public struct BaselineResult: Hashable, Sendable {
  /// An entry that no finding of the run answers to.
  public struct StaleEntry: Hashable, Sendable {
    /// Why no finding answers.
    public enum State: String, Sendable, Hashable {
      /// What it is about was read and the rule no longer finds it: the entry can go.
      case fixed
      /// What it is about was read when the baseline was written and is not read now.
      case absent
      /// The rule could not decide on the record, so nobody knows.
      case undecided
      /// No rule of the run has that id.
      case unknown
    }

    /// The finding it accepts.
    public var identity: FindingIdentity
    /// Why no finding answers.
    public var state: State
    /// The line of the baseline.
    public var location: Location

    /// Makes an entry.
    public init(identity: FindingIdentity, state: State, location: Location) {
      self.identity = identity
      self.state = state
      self.location = location
    }
  }

  /// The file, as it was named.
  public var file: Untrusted
  /// Entries in it.
  public var entries: Int
  /// Entries that a finding answers to, whether it counts or a derogation accepts it too.
  public var found: Int
  /// Those of them whose finding has grown or weighs more, so that it counts.
  public var updated: Int
  /// The other entries, in the file's order.
  public var stale: [StaleEntry]

  /// Makes a result.
  public init(
    file: String, entries: Int, found: Int, updated: Int = 0, stale: [StaleEntry]
  ) {
    self.file = Untrusted(file)
    self.entries = entries
    self.found = found
    self.updated = updated
    self.stale = stale
  }

  /// Entries in `state`.
  public func count(_ state: StaleEntry.State) -> Int { stale.count { $0.state == state } }
}

/// What changed between a revision of the repository and the working tree.
///
/// `Assessment.findings` then holds only what the revision has not.
public struct RevisionResult: Hashable, Sendable {
  /// The revision as it was named.
  public var reference: Untrusted
  /// The commit it stands for, hexadecimal.
  public var commit: String
  /// Findings that count now and did not count in the revision.
  public var new: Int
  /// Those of `new` that the revision has too, with less of the rule failing or less weight.
  public var updated: Int
  /// Findings that counted in the revision and are no longer there though what they are about was
  /// read, in their order.
  public var fixed: [FindingIdentity]
  /// Findings that counted in the revision about what is not read now, in their order.
  public var absent: [FindingIdentity]

  /// Makes a result.
  public init(
    reference: String, commit: String, new: Int, updated: Int = 0, fixed: [FindingIdentity],
    absent: [FindingIdentity] = []
  ) {
    self.reference = Untrusted(reference)
    self.commit = commit
    self.new = new
    self.updated = updated
    self.fixed = fixed
    self.absent = absent
  }
}
