public import ClauseAssessment

/// The report as one HTML file that needs nothing else: no network, and no script to be read.
public struct HTMLGapReporter: GapReporter {
  /// `html`.
  public let name = "html"
  /// `.html`, `.htm`.
  public let endings = [".html", ".htm"]
  /// A section of its own.
  public let showsComingDue = true

  /// Makes the reporter.
  public init() {}

  /// The whole document.
  public func report(_ report: GapReport) -> [UInt8] { GapPage.document(report) }
}
