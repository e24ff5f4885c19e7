public import ClauseAssessment
public import ClauseSource

/// A way to write a gap report down.
public protocol GapReporter: Sendable {
  /// The name `report --format` knows it by.
  var name: String { get }
  /// The report as the bytes of a whole file.
  ///
  /// - Throws: when a format whose library writes to files alone finds no room for them.
  func report(_ report: GapReport) throws(OutputTrouble) -> [UInt8]
}
