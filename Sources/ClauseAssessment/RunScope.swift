public import ClauseSource

/// What the command line restricted a run to; an empty list restricts nothing.
public struct RunRestriction: Hashable, Sendable {
  /// Ids of the standards asked for.
  public var standards: [Untrusted]
  /// The clauses asked for, edition-qualified; a parent stands as the clauses below it.
  public var clauses: [Untrusted]
  /// Ids of the rules asked for.
  public var rules: [Untrusted]
  /// Paths from the root.
  public var paths: [Untrusted]

  /// Makes a restriction; the order in which things were named does not matter.
  public init(
    standards: [String] = [], clauses: [String] = [], rules: [String] = [], paths: [String] = []
  ) {
    func sorted(_ names: [String]) -> [Untrusted] {
      names.sorted { $0.precedesByBytes($1) }.map { Untrusted($0) }
    }
    self.standards = sorted(standards)
    self.clauses = sorted(clauses)
    self.rules = sorted(rules)
    self.paths = sorted(paths)
  }

  /// Whether the run was about everything.
  public var isWhole: Bool {
    standards.isEmpty && clauses.isEmpty && rules.isEmpty && paths.isEmpty
  }

  /// Whether both runs were about the same, byte for byte.
  public func isSame(as other: RunRestriction) -> Bool {
    func equal(_ a: [Untrusted], _ b: [Untrusted]) -> Bool {
      a.count == b.count && zip(a, b).allSatisfy { $0.unescaped.equalsByBytes($1.unescaped) }
    }
    return equal(standards, other.standards) && equal(clauses, other.clauses)
      && equal(rules, other.rules) && equal(paths, other.paths)
  }
}

/// A parameter of a pack that the organisation gave another value.
public struct ParameterChange: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// The pack that declares it.
  public var pack: String
  /// The value of the pack.
  public var from: Untrusted
  /// The value of this run.
  public var to: Untrusted

  /// Makes a change.
  public init(name: String, pack: String, from: String, to: String) {
    self.name = name
    self.pack = pack
    self.from = Untrusted(from)
    self.to = Untrusted(to)
  }
}

/// What a pack holds besides record types and clauses.
public struct PackContents: Hashable, Sendable {
  /// Records of one type.
  public struct Records: Hashable, Sendable {
    /// Name of the type.
    public var type: String
    /// How many.
    public var count: Int

    /// Makes a count.
    public init(type: String, count: Int) {
      self.type = type
      self.count = count
    }
  }

  /// Rules it declares.
  public var rules: Int
  /// Reference records by type: other records may refer to them, and no rule checks them.
  public var records: [Records]
  /// Public holidays, which move the last days of periods.
  public var holidays: Int

  /// Makes contents.
  public init(rules: Int = 0, records: [Records] = [], holidays: Int = 0) {
    self.rules = rules
    self.records = records
    self.holidays = holidays
  }
}

/// How much was read of what is there: the denominator of everything that is said of records.
public struct ReadingCounts: Hashable, Sendable {
  /// Files whose records were read.
  public var read: Int
  /// Files that should hold records, read or not.
  public var registers: Int
  /// Files that hold no records.
  public var passedOver: Int

  /// Counts the fates of `files`.
  public init(_ files: [FileResult]) {
    read = files.count { $0.fate == .assessed }
    registers = files.count { $0.fate != .passedOver }
    passedOver = files.count { $0.fate == .passedOver }
  }
}
