import ClauseSource

/// What a comparison of two runs has to know of a finding.
public struct FindingFacts: Hashable, Sendable {
  /// Which finding.
  public var identity: FindingIdentity
  /// Its severity.
  public var severity: Severity
  /// How much of its rule fails.
  public var extent: Extent

  /// Makes the facts.
  public init(identity: FindingIdentity, severity: Severity, extent: Extent) {
    self.identity = identity
    self.severity = severity
    self.extent = extent
  }

  /// The facts of `finding`.
  public init(_ finding: Finding) {
    self.init(
      identity: FindingIdentity(finding), severity: finding.severity, extent: finding.extent)
  }

  /// Whether the other finding, if it is the same, is no worse than this one.
  func covers(_ now: FindingFacts) -> Bool {
    now.severity <= severity && extent.covers(now.extent)
  }
}

/// Which findings of one run are those of another.
///
/// The same finding has the same fingerprint. A record without an id is known by its content, of
/// which a part may have changed when something was fixed: its findings are then known by the part
/// that is left, as long as nobody else answers to them. Each finding is matched once, so that
/// there are never more unchanged ones than there were.
public struct FindingMatching: Sendable {
  /// The state of a finding of the later run, in the words of SARIF.
  public enum State: String, Sendable {
    /// The earlier run has not got it.
    case new
    /// Both have it, and it is no worse.
    case unchanged
    /// Both have it, and more of the rule fails now, or it weighs more.
    case updated
  }

  /// For each finding of the later run: the one of the earlier run, by number.
  public private(set) var earlier: [Int?]
  /// For each finding of the later run: its state.
  public private(set) var states: [State]
  /// For each finding of the earlier run: whether the later run has it.
  public private(set) var isFound: [Bool]

  /// Matches two runs.
  public init(before: [FindingFacts], after: [FindingFacts]) {
    earlier = Array(repeating: nil, count: after.count)
    states = Array(repeating: .new, count: after.count)
    isFound = Array(repeating: false, count: before.count)
    for onlyCovered in [true, false] {
      match(before, after, Self.exactKeys, onlyCovered)
      match(before, after, Self.nearKeys, onlyCovered)
    }
  }

  /// Candidates of one key that are tried: a bound on the work for many that are alike.
  private static let patience = 64

  private mutating func match(
    _ before: [FindingFacts], _ after: [FindingFacts],
    _ keys: (FindingIdentity) -> [[UInt8]], _ onlyCovered: Bool
  ) {
    var waiting: [[UInt8]: [Int]] = [:]
    var starts: [[UInt8]: Int] = [:]
    for index in before.indices where !isFound[index] {
      for key in keys(before[index].identity) { waiting[key, default: []].append(index) }
    }
    for index in after.indices where earlier[index] == nil {
      for key in keys(after[index].identity) {
        guard let candidates = waiting[key] else { continue }
        var start = starts[key] ?? 0
        while start < candidates.count, isFound[candidates[start]] { start += 1 }
        starts[key] = start
        let match = candidates[start...].prefix(Self.patience).first { candidate in
          !isFound[candidate] && (!onlyCovered || before[candidate].covers(after[index]))
        }
        guard let match else { continue }
        earlier[index] = match
        isFound[match] = true
        states[index] = before[match].covers(after[index]) ? .unchanged : .updated
        break
      }
    }
  }

  /// Rule, record and fingerprint, by bytes. Nothing answers to a record that nothing tells apart.
  private static func exactKeys(of identity: FindingIdentity) -> [[UInt8]] {
    let record = identity.recordText.map { "\u{1}" + $0 } ?? ""
    let text = identity.fingerprint + "\0" + identity.rule.unescaped + "\0" + record
    return [Array(text.utf8)]
  }

  /// Rule, type and each part of the content of a record without an id, by bytes.
  private static func nearKeys(of identity: FindingIdentity) -> [[UInt8]] {
    guard let record = identity.record, let content = record.content else { return [] }
    let head = identity.rule.unescaped + "\0" + record.type.unescaped + "\0"
    let parts = [content.texts.map { "t" + $0 }, content.dates.map { "d" + $0 }]
    return parts.compactMap { $0 }.map { Array((head + $0).utf8) }
  }
}
