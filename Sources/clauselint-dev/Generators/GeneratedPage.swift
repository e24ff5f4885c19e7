import ClauseEngine
import ClauseRules

/// A generated page with its place.
struct GeneratedPage {
  /// Where it stands, from the root of the project: `docs/rules/README.md`.
  var path: String
  /// The page in Markdown.
  var text: String

  /// The folder that holds the pages of rules and nothing else.
  static let ruleFolder = "docs/rules"

  /// Every generated page of the project.
  static func all(_ library: PackLibrary) -> [GeneratedPage] {
    [GeneratedPage(path: "docs/reference/record-types.md", text: RecordTypePage.text(library))]
      + [GeneratedPage(path: ruleFolder + "/README.md", text: RuleIndexPage.text(library))]
      + library.packs.standards.map {
        GeneratedPage(
          path: ruleFolder + "/" + ClauseMatrixPage.name($0),
          text: ClauseMatrixPage.text($0, library))
      }
      + library.packs.rules.map {
        GeneratedPage(
          path: ruleFolder + "/" + RulePage.name($0.rule), text: RulePage.text($0, library))
      }
  }
}
