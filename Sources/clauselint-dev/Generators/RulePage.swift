import CEL
import ClauseAssessment
import ClauseEngine
import ClauseRecords
import ClauseRules
import ClauseSource

/// The page of one rule: what it asks, why, what mends it, and an example of both verdicts.
enum RulePage {
  /// The file of a rule's page within the folder of the rules.
  static func name(_ rule: Rule) -> String { "\(rule.pack)/\(rule.id).md" }

  static func text(_ compiled: CompiledRule, _ library: PackLibrary) -> String {
    let rule = compiled.rule
    var page = ReferencePage(
      title: ReferencePage.words(rule.title[.english]),
      introduction: "\(ReferencePage.code(rule.id)), a rule of the pack "
        + "[\(rule.pack)](../README.md). \(origin(of: rule, library))")
    page.list(
      [("French", Language.french), ("Arabic", .arabic)].compactMap { name, language in
        rule.title.texts[language].map { "\(name): \(ReferencePage.words($0))" }
      })
    page.table(
      ["rule", ReferencePage.code(rule.id)],
      [
        ["about", subject(rule, library)], ["severity", severity(compiled)],
        ["basis", basis(rule.basis)],
      ])
    clauses(of: rule, library, &page)
    if !rule.evidence.isEmpty {
      page.heading(2, "What an auditor asks for")
      page.paragraph(ReferencePage.words(rule.evidence[.english]))
    }
    findings(of: rule, &page)
    expression(of: compiled, &page)
    example("Fails", of: rule, library, &page) { $0 != .nothing }
    example("Passes", of: rule, library, &page) { $0 == .nothing }
    return page.text
  }

  private static func origin(of rule: Rule, _ library: PackLibrary) -> String {
    let path = library.location(rule.span).path.unescaped
    return "Declared in [\(path)](../../../Rules/\(path))."
  }

  private static func subject(_ rule: Rule, _ library: PackLibrary) -> String {
    switch rule.subject {
    case .records(let type):
      "each record of type [\(type)](../../reference/record-types.md#\(type))"
    case .organization: "the organisation, once"
    case .disciplines: "the organisation, once for each discipline in scope"
    case .any: "records of every type"
    }
  }

  private static func severity(_ compiled: CompiledRule) -> String {
    let rule = compiled.rule
    var text = rule.severity.rawValue
    if rule.severity == .major {
      if rule.isCritical {
        text += ", and critical: a single failure is major"
      } else if case .records = rule.subject {
        text +=
          ", but minor while it is an exception: fewer than 3 records and less than 20% of those "
          + "evaluated"
      }
    }
    if compiled.practiceWhen != nil {
      text += "; an observation where only the default interval of the pack is exceeded"
    }
    return text
  }

  private static func basis(_ basis: Basis) -> String {
    switch basis {
    case .normative: "normative: the standard asks for it"
    case .own: "own: what the organisation itself has laid down"
    case .practice: "practice: expected by auditors, required by nobody"
    case .legal: "legal: a legal text"
    case .data: "data: the form in which records are read, which no standard asks for"
    }
  }

  private static func clauses(
    of rule: Rule, _ library: PackLibrary, _ page: inout ReferencePage
  ) {
    if rule.clauses.isEmpty { return }
    page.heading(2, "Clauses")
    page.table(
      ["clause", "title"],
      rule.clauses.map { citation in
        let standard = library.packs.standards.first { $0.id.equalsByBytes(citation.standard) }
        let id = citation.clauseID + (citation.item.map { "#" + $0 } ?? "")
        let shown =
          standard == nil
          ? id : "[\(id)](../\(ClauseMatrixPage.name(ofStandard: citation.standard)))"
        let title = standard?.clause(citation.number)?.title[.english] ?? ""
        return [
          shown + (citation.followed.map { ", by crosswalk from \($0)" } ?? ""),
          ReferencePage.words(title),
        ]
      })
  }

  /// What people are told, with the expressions in braces whose values are put in.
  private static func findings(of rule: Rule, _ page: inout ReferencePage) {
    var message = english(rule.message)
    var remedy = english(rule.remedy)
    if case .integrity(let kind) = rule.requirement {
      message = message ?? kind.message[.english]
      remedy = remedy ?? kind.remedy[.english]
    }
    page.heading(2, "Finding and remedy")
    page.list(
      [("Finding", message), ("Remedy", remedy)].compactMap { name, text in
        text.map { "\(name): \(ReferencePage.words($0))" }
      })
  }

  private static func english(
    _ texts: [(language: Language, source: ExpressionSource)]
  ) -> String? {
    (texts.first { $0.language == .english } ?? texts.first)?.source.text
  }

  private static func expression(of compiled: CompiledRule, _ page: inout ReferencePage) {
    guard let requirement = compiled.requirement else {
      page.heading(2, "Check")
      page.paragraph(
        "Built in: it is checked while records are read, and needs no expression.")
      return
    }
    if let condition = compiled.condition {
      page.heading(2, "Which records")
      page.block("text", condition.source)
    }
    page.heading(2, "What must hold")
    page.block("text", requirement.source)
    if let practice = compiled.practiceWhen {
      page.heading(2, "When it is only an observation")
      page.block("text", practice.source)
    }
  }

  /// The first test whose expectation fits, as the pack writes it.
  private static func example(
    _ title: String, of rule: Rule, _ library: PackLibrary, _ page: inout ReferencePage,
    _ fits: (RuleTest.Expectation) -> Bool
  ) {
    guard let test = rule.tests.first(where: { fits($0.expectation) }),
      let file = library.files[test.span.file]
    else { return }
    page.heading(2, title)
    if test.asOf == nil {
      page.paragraph("On \(PackTestRunner.defaultDate), the day of tests that name none.")
    }
    page.block("yaml", ReferencePage.excerpt(test.span, of: file))
  }
}
