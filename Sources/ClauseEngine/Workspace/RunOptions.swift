public import ClauseCalendar
public import ClauseSource

/// What the command line decides about a run.
public struct RunOptions: Sendable {
  /// The organisation's root folder.
  public var root: String
  /// Paths from the root that findings are restricted to; empty for everything.
  public var paths: [String] = []
  /// Whether only `paths` are read: single files of a folder that nobody configured.
  public var readsOnlyPaths = false
  /// Files and folders, from the root, that hold no records, such as a baseline under a name of
  /// its own.
  public var passedOver: [String] = []
  /// A configuration file to take instead of the root's own.
  public var configuration: String?
  /// Whether the root's own configuration is heeded.
  public var readsConfiguration = true
  /// Pack folders that replace the configured ones.
  public var packs: [String] = []
  /// Folders that hold the shipped packs, in the order in which they are looked at.
  public var packFolders: [String]
  /// The date of the run.
  public var asOf: CivilDate
  /// Whether that date is today in the time zone of the configuration, as nobody gave another.
  public var isDatedByZone = false
  /// The language of messages.
  public var language: Language = .english
  /// Standards to restrict the run to; empty for those configured.
  public var standards: [String] = []
  /// Clauses to restrict findings to; empty for all.
  public var clauses: [String] = []
  /// Ids of the rules to restrict findings to; empty for all.
  public var rules: [String] = []
  /// Whether a run without a record is accepted.
  public var allowsEmpty = false
  /// Bounds.
  public var limits = Limits()
  /// Threads.
  public var jobs: Int
  /// Version of the tool, for results.
  public var toolVersion: String

  /// Makes options.
  public init(
    root: String, packFolders: [String], asOf: CivilDate, jobs: Int, toolVersion: String
  ) {
    self.root = root
    self.packFolders = packFolders
    self.asOf = asOf
    self.jobs = jobs
    self.toolVersion = toolVersion
  }
}
