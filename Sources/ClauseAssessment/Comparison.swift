public import ClauseCalendar
public import ClauseSource

/// A finding as a results file has it.
public struct ComparedFinding: Hashable, Sendable {
  /// Which finding.
  public var identity: FindingIdentity
  /// Its severity in that run.
  public var severity: Severity
  /// Whether it counted.
  public var state: FindingState
  /// The message, in the language of that run.
  public var message: Untrusted
  /// The clauses it counts against.
  public var clauses: [Untrusted]
  /// Where it was shown.
  public var location: Location
  /// How much of its rule failed.
  public var extent: Extent

  /// What tells it from others and says how bad it is.
  var facts: FindingFacts {
    FindingFacts(identity: identity, severity: severity, extent: extent)
  }

  /// Makes a finding.
  public init(
    identity: FindingIdentity, severity: Severity, state: FindingState, message: Untrusted,
    clauses: [Untrusted], location: Location, extent: Extent = .whole
  ) {
    self.extent = extent
    self.identity = identity
    self.severity = severity
    self.state = state
    self.message = message
    self.clauses = clauses
    self.location = location
  }
}

/// What a comparison has to know of a run, read from its results file.
public struct ComparedRun: Sendable {
  /// A pack of the run.
  public struct Pack: Hashable, Sendable {
    /// Its id.
    public var id: Untrusted
    /// Its version.
    public var version: Untrusted
    /// The hash of its files.
    public var sha256: Untrusted

    /// Makes a pack.
    public init(id: Untrusted, version: Untrusted, sha256: Untrusted) {
      self.id = id
      self.version = version
      self.sha256 = sha256
    }
  }

  /// The file, as it was named.
  public var file: Untrusted
  /// The date the run was made for.
  public var asOf: CivilDate
  /// The packs of the run.
  public var packs: [Pack]
  /// Errors of the run: what they hide is in no result.
  public var errors: Int
  /// The findings, in the file's order.
  public var findings: [ComparedFinding]
  /// The clauses with their states, in the file's order.
  public var clauses: [(id: Untrusted, state: ClauseState)]
  /// What was read from which file.
  public var registers: [RegisterResult]
  /// The files with their fates.
  public var files: [FileResult]
  /// The standards in scope.
  public var standards: [Untrusted]
  /// What the run was restricted to: a comparison needs two of one kind.
  public var restriction: RunRestriction

  /// Makes a run.
  public init(
    file: Untrusted, asOf: CivilDate, packs: [Pack], errors: Int, findings: [ComparedFinding],
    clauses: [(id: Untrusted, state: ClauseState)], standards: [Untrusted] = [],
    restriction: RunRestriction = RunRestriction(), registers: [RegisterResult] = [],
    files: [FileResult] = []
  ) {
    self.registers = registers
    self.files = files
    self.file = file
    self.asOf = asOf
    self.packs = packs
    self.errors = errors
    self.findings = findings
    self.clauses = clauses
    self.standards = standards
    self.restriction = restriction
  }
}

/// What changed from one run to another.
public struct ResultComparison: Sendable {
  /// A finding of both runs that is not the same in both.
  public struct Change: Hashable, Sendable {
    /// In the earlier run.
    public var before: ComparedFinding
    /// In the later run.
    public var after: ComparedFinding
  }

  /// A clause that changed its state or has new or fixed findings.
  public struct ClauseChange: Hashable, Sendable {
    /// Edition-qualified id.
    public var id: Untrusted
    /// The state in the earlier run; nil when the clause was not in it.
    public var before: ClauseState?
    /// The state in the later run; nil when the clause is not in it.
    public var after: ClauseState?
    /// New findings that count against it.
    public var new = 0
    /// Fixed findings that counted against it.
    public var fixed = 0
  }

  /// A pack that is not the same in both runs; nil on the side that has none.
  public struct PackChange: Hashable, Sendable {
    /// Its id.
    public var id: Untrusted
    /// In the earlier run.
    public var before: ComparedRun.Pack?
    /// In the later run.
    public var after: ComparedRun.Pack?
  }

  /// The earlier run.
  public var before: ComparedRun
  /// The later run.
  public var after: ComparedRun
  /// Findings only the later run has.
  public var new: [ComparedFinding] = []
  /// Findings of both of which more fails now, or that weigh more.
  public var updated: [Change] = []
  /// Findings only the earlier run has, though what they are about was read by the later one.
  public var fixed: [ComparedFinding] = []
  /// Findings only the earlier run has, about what the later one did not read.
  public var absent: [ComparedFinding] = []
  /// What only the earlier run read.
  public var absentRegisters: [AbsentRegisters.Entry] = []
  /// Findings of both that stand in another file now.
  public var moved: [Change] = []
  /// Findings of both that stand on another line or column of the same file.
  public var shifted: [Change] = []
  /// Findings of both with another severity.
  public var regraded: [Change] = []
  /// Findings of both that count in one run and are accepted in the other.
  public var restated: [Change] = []
  /// Findings of both, whatever changed about them.
  public var common = 0
  /// Those of them that are not updated.
  public var unchanged: Int { common - updated.count }
  /// Clauses that changed, in the order of the later run.
  public var clauses: [ClauseChange] = []
  /// Packs that changed.
  public var packs: [PackChange] = []
  /// Whether other standards were in scope: findings may be gone with their standard.
  public var scopeDiffers: Bool {
    func words(_ run: ComparedRun) -> [[UInt8]] {
      run.standards.map { Array($0.unescaped.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    }
    return words(before) != words(after)
  }

  /// Compares two runs.
  public init(before: ComparedRun, after: ComparedRun) {
    self.before = before
    self.after = after
    compareFindings()
    compareClauses()
    comparePacks()
  }

  private mutating func compareFindings() {
    let matching = FindingMatching(
      before: before.findings.map(\.facts), after: after.findings.map(\.facts))
    for (index, finding) in after.findings.enumerated() {
      guard let number = matching.earlier[index] else {
        new.append(finding)
        continue
      }
      common += 1
      let earlier = before.findings[number]
      let change = Change(before: earlier, after: finding)
      if matching.states[index] == .updated { updated.append(change) }
      if !earlier.location.path.unescaped.equalsByBytes(finding.location.path.unescaped) {
        moved.append(change)
      } else if earlier.location.start != finding.location.start {
        shifted.append(change)
      }
      if earlier.severity != finding.severity { regraded.append(change) }
      if earlier.state != finding.state { restated.append(change) }
    }
    let unread = AbsentRegisters(
      before: before.registers, after: after.registers, files: after.files)
    absentRegisters = unread.entries
    for (index, finding) in before.findings.enumerated() where !matching.isFound[index] {
      // A finding about the organisation may have rested on any of them.
      let isHidden =
        finding.identity.record.map { unread.mayHide($0.type) } ?? !unread.entries.isEmpty
      if isHidden { absent.append(finding) } else { fixed.append(finding) }
    }
  }

  private mutating func compareClauses() {
    let earlier = Dictionary(
      before.clauses.map { ($0.id, $0.state) }, uniquingKeysWith: { first, _ in first })
    let later = Dictionary(
      after.clauses.map { ($0.id, $0.state) }, uniquingKeysWith: { first, _ in first })
    let appeared = Self.count(new)
    let gone = Self.count(fixed)
    var ids = after.clauses.map(\.id)
    ids += before.clauses.map(\.id).filter { later[$0] == nil }
    // A clause cited by findings only, such as one that is no leaf.
    let listed = Set(ids)
    ids += Set(appeared.keys).union(gone.keys).subtracting(listed).sorted {
      $0.unescaped.precedesByBytes($1.unescaped)
    }
    for id in ids {
      let change = ClauseChange(
        id: id, before: earlier[id], after: later[id], new: appeared[id] ?? 0,
        fixed: gone[id] ?? 0)
      if change.before != change.after || change.new > 0 || change.fixed > 0 {
        clauses.append(change)
      }
    }
  }

  private static func count(_ findings: [ComparedFinding]) -> [Untrusted: Int] {
    var counts: [Untrusted: Int] = [:]
    for finding in findings {
      for clause in finding.clauses { counts[clause, default: 0] += 1 }
    }
    return counts
  }

  private mutating func comparePacks() {
    let earlier = Dictionary(
      before.packs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let later = Dictionary(
      after.packs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = after.packs.map(\.id) + before.packs.map(\.id).filter { later[$0] == nil }
    for id in ids where earlier[id] != later[id] {
      packs.append(PackChange(id: id, before: earlier[id], after: later[id]))
    }
  }
}
