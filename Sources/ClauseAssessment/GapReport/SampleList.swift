public import ClauseSource

/// Records drawn for an auditor.
///
/// The draw is reproducible without this tool: a record's place in its stratum is the SHA-256 of
/// `seed`, type and id, joined by NUL characters, and the lowest are drawn. Neither the order of
/// files nor another record changes it.
public struct SampleList: Hashable, Sendable {
  /// Why a record is in the list.
  public enum Reason: String, Sendable, Hashable {
    /// Drawn.
    case drawn
    /// A finding of the highest grade is about it.
    case major
    /// A value of it lies close to its threshold.
    case nearThreshold = "near_threshold"
  }

  /// A record of the list.
  public struct Item: Hashable, Sendable {
    /// The record.
    public var record: RecordLabel
    /// Why.
    public var reason: Reason
    /// The stratum: site, process and year, as far as the record has them.
    public var stratum: [Untrusted]

    /// Makes an item.
    public init(record: RecordLabel, reason: Reason, stratum: [Untrusted]) {
      self.record = record
      self.reason = reason
      self.stratum = stratum
    }
  }

  /// The draw of one register.
  public struct Register: Hashable, Sendable {
    /// Name of the record type.
    public var type: String
    /// Its title.
    public var title: LocalizedText
    /// Records it has.
    public var population: Int
    /// Strata they fall into.
    public var strata: Int
    /// The records, drawn ones first.
    public var items: [Item]

    /// Makes a register's draw.
    public init(
      type: String, title: LocalizedText, population: Int, strata: Int, items: [Item]
    ) {
      self.type = type
      self.title = title
      self.population = population
      self.strata = strata
      self.items = items
    }
  }

  /// The seed.
  public var seed: Untrusted
  /// Records asked for per register; nil for the square root of each register, rounded up.
  public var size: Int?
  /// The registers in byte order of their types.
  public var registers: [Register]

  /// Makes a list.
  public init(seed: Untrusted, size: Int?, registers: [Register]) {
    self.seed = seed
    self.size = size
    self.registers = registers
  }
}
