/// An instant between the years 1 and 9999, to the nanosecond.
///
/// It remembers the offset from UTC with which a host read it, so that it is shown as it was
/// written; two instants are the same whatever their offsets. What expressions make has none.
public struct Timestamp: BitwiseCopyable, Hashable, Sendable, Comparable {
  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
  public let seconds: Int64
  /// The rest, 0 to 999,999,999 ns.
  public let nanos: Int32
  /// Minutes by which the clock it was read from is ahead of UTC.
  public let offsetMinutes: Int16

  /// 0001-01-01T00:00:00Z.
  static let earliestSecond: Int64 = -62_135_596_800
  /// 9999-12-31T23:59:59Z.
  static let latestSecond: Int64 = 253_402_300_799

  /// Makes an instant, or nil outside the range.
  public init?(seconds: Int64, nanos: Int32 = 0, offsetMinutes: Int16 = 0) {
    guard (Self.earliestSecond...Self.latestSecond).contains(seconds),
      (0...999_999_999).contains(nanos), (-1_439...1_439).contains(offsetMinutes)
    else { return nil }
    self.seconds = seconds
    self.nanos = nanos
    self.offsetMinutes = offsetMinutes
  }

  /// Whether both are one moment.
  public static func == (a: Timestamp, b: Timestamp) -> Bool {
    a.seconds == b.seconds && a.nanos == b.nanos
  }

  /// Hashes the moment.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(seconds)
    hasher.combine(nanos)
  }

  /// Order in time.
  public static func < (a: Timestamp, b: Timestamp) -> Bool {
    a.seconds != b.seconds ? a.seconds < b.seconds : a.nanos < b.nanos
  }

  /// The instant `duration` nanoseconds later, or nil outside the range.
  func adding(nanoseconds duration: Int64) -> Timestamp? {
    let (whole, rest) = duration.quotientAndRemainder(dividingBy: 1_000_000_000)
    var newNanos = Int64(nanos) + rest
    var newSeconds = seconds + whole
    if newNanos < 0 {
      newNanos += 1_000_000_000
      newSeconds -= 1
    } else if newNanos >= 1_000_000_000 {
      newNanos -= 1_000_000_000
      newSeconds += 1
    }
    return Timestamp(
      seconds: newSeconds, nanos: Int32(newNanos), offsetMinutes: offsetMinutes)
  }

  /// Nanoseconds since `other`, or nil when that is more than a duration holds (292 years).
  func nanoseconds(since other: Timestamp) -> Int64? {
    let (product, overflow) = (seconds - other.seconds)
      .multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, overflow2) = product.addingReportingOverflow(Int64(nanos) - Int64(other.nanos))
    return overflow || overflow2 ? nil : sum
  }
}
