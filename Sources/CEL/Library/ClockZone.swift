/// A time zone by its IANA name, for hosts that read local times.
public struct ClockZone: Sendable {
  /// The name.
  public let name: String
  private let rules: ZoneRules

  /// Coordinated universal time.
  public static let utc = ClockZone(
    name: "UTC", rules: ZoneRules(transitions: [], offsets: [], first: 0, tail: nil))

  private init(name: String, rules: ZoneRules) {
    self.name = name
    self.rules = rules
  }

  /// The zone of this name in the system's database, or nil when there is none.
  public init?(named name: String) {
    if name == "UTC" {
      self = .utc
      return
    }
    guard let rules = TimeZoneDatabase.zone(named: name) else { return nil }
    self.init(name: name, rules: rules)
  }

  /// Whether the system has a database of time zones.
  public static var hasDatabase: Bool { TimeZoneDatabase.zone(named: "Etc/UTC") != nil }

  /// The name in the system's database that is spelt nearly like `name`, or nil.
  public static func nearest(to name: String) -> String? {
    Spelling.nearest(to: name, among: TimeZoneDatabase.names())
  }

  /// The instant at which clocks there show this number of seconds since 1970-01-01T00:00, with
  /// the offset of then. Where a clock shows it twice the first time counts; where it never does,
  /// because it was put forward, the offset before that.
  public func instant(local second: Int64, nanos: Int32) -> Timestamp? {
    let before = rules.offset(at: second - 86_400)
    let after = rules.offset(at: second + 86_400)
    let times = [before, after].map { (second - Int64($0), $0) }
      .filter { rules.offset(at: $0.0) == $0.1 }
    let (time, offset) = times.min { $0.0 < $1.0 } ?? (second - Int64(before), before)
    // Before there were zones the offsets have seconds, which no text of an instant shows.
    let minutes = offset % 60 == 0 ? Int16(clamping: offset / 60) : 0
    return Timestamp(seconds: time, nanos: nanos, offsetMinutes: minutes)
  }
}
