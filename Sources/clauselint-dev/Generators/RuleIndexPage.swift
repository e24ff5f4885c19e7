import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseRules
import ClauseSource

/// The index of the rules of the shipped packs, pack by pack.
enum RuleIndexPage {
  static func text(_ library: PackLibrary) -> String {
    var page = ReferencePage(
      title: "Rules",
      introduction: """
        The rules of the shipped packs, in the order of their ids, each with a page of its own. \
        Severity is what the rule declares; a major rule about records is graded minor while it \
        is an exception (fewer than 3 records and less than 20% of those evaluated), unless it \
        is critical.
        """)
    page.paragraph("Clause by clause:")
    page.list(
      library.packs.standards.map { "[\($0.name), \($0.id)](\(ClauseMatrixPage.name($0)))" })
    for pack in library.packs.packs {
      let rules = library.packs.rules.map(\.rule).filter { $0.pack.equalsByBytes(pack.id) }
      page.heading(2, "\(pack.id) \(pack.version)")
      page.paragraph(
        "\(ReferencePage.threeLanguages(pack.title)). Status: \(pack.status.rawValue). "
          + "\(rules.count) rules.")
      parameters(of: pack, to: &page)
      page.table(["rule", "asks", "for", "severity", "basis", "clauses"], rules.map(row))
    }
    return page.text
  }

  private static func parameters(of pack: RulePack, to page: inout ReferencePage) {
    page.table(
      ["parameter", "type", "default", "meaning"],
      pack.parameters.map {
        [
          ReferencePage.code($0.name), $0.type, ReferencePage.code(text(of: $0.value)),
          ReferencePage.words($0.title[.english]),
        ]
      })
  }

  private static func row(_ rule: Rule) -> [String] {
    [
      "[\(ReferencePage.code(rule.id))](\(RulePage.name(rule)))",
      ReferencePage.words(rule.title[.english]), rule.subject.name,
      rule.severity.rawValue + (rule.isCritical ? ", critical" : ""), rule.basis.rawValue,
      rule.clauses.map(\.clauseID).joined(separator: ", "),
    ]
  }

  /// A parameter's value as a pack writes it.
  private static func text(of value: ParameterValue) -> String {
    switch value {
    case .period(let period): period.iso
    case .int(let number): String(number)
    case .double(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    case .string(let text): text
    }
  }
}
