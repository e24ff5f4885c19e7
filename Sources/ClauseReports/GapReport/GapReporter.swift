public import ClauseAssessment
public import ClauseSource

/// A way to write a gap report down.
public protocol GapReporter: Sendable {
  /// The name `report --format` knows it by.
  var name: String { get }
  /// The endings of files that hold such a report, the usual one first.
  var endings: [String] { get }
  /// Whether it shows what is coming due, which takes most of the time of a report to find out.
  var showsComingDue: Bool { get }
  /// The report as the bytes of a whole file.
  ///
  /// - Throws: when a format whose library writes to files alone finds no room for them.
  func report(_ report: GapReport) throws(OutputTrouble) -> [UInt8]
}

extension GapReporter {
  /// Most formats tell of the as-of date alone.
  public var showsComingDue: Bool { false }
}
