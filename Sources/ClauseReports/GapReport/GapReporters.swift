/// The gap reporters the command line knows, one line each.
public enum GapReporters {
  /// What `report --format` can write; the first is the usual one.
  public static let all: [any GapReporter] = [
    HTMLGapReporter(),
    WorkbookGapReporter(),
    MarkdownGapReporter(),
    CSVGapReporter(),
    OSCALResultsGapReporter(),
    OSCALPlanGapReporter(),
  ]

  /// The reporter called `name`, or nil.
  public static func named(_ name: String) -> (any GapReporter)? {
    all.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
