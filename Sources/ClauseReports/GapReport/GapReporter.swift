public import ClauseAssessment

/// A way to write a gap report down.
public protocol GapReporter: Sendable {
  /// The name `report --format` knows it by.
  var name: String { get }
  /// The report as the bytes of a whole file.
  func report(_ report: GapReport) -> [UInt8]
}
