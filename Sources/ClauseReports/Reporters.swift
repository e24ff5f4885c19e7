/// The reporters the command line knows, one line each.
public enum Reporters {
  /// What `check --format` can write.
  public static let all: [any Reporter] = [
    TextReporter(),
    ConciseReporter(),
    JSONReporter(),
    SARIFReporter(),
    SARIFReporter(profile: .github),
    JUnitReporter(),
    GitLabReporter(),
    GitHubAnnotationsReporter(),
    GitHubSummaryReporter(),
    ReviewdogReporter(),
    CheckstyleReporter(),
    CSVReporter(),
  ]

  /// What `clauses --format` can write.
  public static let clauseMatrix: [any Reporter] = [
    ClauseMatrixReporter(),
    ClauseMatrixJSONReporter(),
  ]

  /// What `clauses --documents --format` can write.
  public static let documentedInformation: [any Reporter] = [
    DocumentedInformationReporter(),
    DocumentedInformationJSONReporter(),
  ]

  /// The reporter called `name` in `list`, or nil.
  public static func named(_ name: String, in list: [any Reporter] = all) -> (any Reporter)? {
    list.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
