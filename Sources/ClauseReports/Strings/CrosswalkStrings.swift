import ClauseSource

/// Words for clauses that rules of another edition reach by a crosswalk, in one language.
struct CrosswalkStrings: Sendable {
  /// Marks a clause that a rule reaches by a crosswalk.
  var byCrosswalk: String
  /// So many rules, of which some reach the clause by a crosswalk.
  var rules: @Sendable (_ all: Int, _ byCrosswalk: Int) -> String

  /// The words of `language`.
  static func of(_ language: Language) -> CrosswalkStrings {
    switch language {
    case .english: english
    case .french: french
    case .arabic: arabic
    }
  }

  private static let english = CrosswalkStrings(
    byCrosswalk: "by crosswalk", rules: { "\($0), \($1) by crosswalk" })

  private static let french = CrosswalkStrings(
    byCrosswalk: "par correspondance", rules: { "\($0), dont \($1) par correspondance" })

  private static let arabic = CrosswalkStrings(
    byCrosswalk: "بالمطابقة", rules: { "\($0)، منها \($1) بالمطابقة" })
}
