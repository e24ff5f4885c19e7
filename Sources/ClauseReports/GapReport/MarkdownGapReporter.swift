public import ClauseAssessment

/// The report as GitHub Flavored Markdown, for a wiki or a merge request: the sections of the HTML
/// report as headings, lists and tables, without a line of HTML.
public struct MarkdownGapReporter: GapReporter {
  /// `markdown`.
  public let name = "markdown"
  /// `.md`, `.markdown`.
  public let endings = [".md", ".markdown"]
  /// A section of its own.
  public let showsComingDue = true

  /// Makes the reporter.
  public init() {}

  /// The whole document.
  public func report(_ report: GapReport) -> [UInt8] { MarkdownPage.document(report) }
}
