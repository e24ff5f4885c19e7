import ClauseEngine
import ClauseRules
import ClauseSource

/// The clauses of one standard with the rules that reach them.
enum ClauseMatrixPage {
  /// The file of a standard's matrix, `clauses-iso9001-2015.md`.
  static func name(_ standard: Standard) -> String { name(ofStandard: standard.id) }

  /// The file of the matrix of the standard called `id`.
  static func name(ofStandard id: String) -> String {
    "clauses-" + id.split(separator: ":").joined(separator: "-") + ".md"
  }

  static func text(_ standard: Standard, _ library: PackLibrary) -> String {
    let leaves = standard.clauses.filter(\.isLeaf)
    let onSite = leaves.count(where: \.isAttestationOnly)
    var page = ReferencePage(
      title: "Clauses of \(standard.name)",
      introduction: """
        The clauses of `\(standard.id)` with our own short titles, and the rules that reach them. \
        Of its \(leaves.count) leaf clauses \(leaves.count - onSite) are judged by records. The \
        other \(onSite) can only be judged on site: rules find what contradicts them, but no \
        record shows them conform, so that they are at best attested. A clause above others is as \
        bad as the worst of them. Every clause may be attested by a signed statement, which hides \
        no finding.
        """)
    page.paragraph(
      standard.allowsExclusions
        ? "A clause may be justified as not applicable."
        : "No clause may be left out as not applicable.")
    page.paragraph("All rules: [README.md](README.md).")
    page.table(
      ["clause", "title", "judged", "rules"],
      standard.clauses.map { clause in
        [
          clause.number, ReferencePage.words(clause.title[.english]),
          clause.isLeaf ? clause.isAttestationOnly ? "at best attested" : "by records" : "",
          rules(reaching: "\(standard.id)/\(clause.number)", library),
        ]
      })
    return page.text
  }

  private static func rules(reaching clause: String, _ library: PackLibrary) -> String {
    library.packs.rules.map(\.rule).compactMap { rule in
      let citations = rule.clauses.filter { $0.clauseID.equalsByBytes(clause) }
      if citations.isEmpty { return nil }
      let isFollowed = citations.allSatisfy { $0.followed != nil }
      return "[\(ReferencePage.code(rule.id))](\(RulePage.name(rule)))"
        + (isFollowed ? " (by crosswalk)" : "")
    }.joined(separator: ", ")
  }
}
