import ClauseRecords
import CEL
import ClauseAssessment
import ClauseRules
public import ClauseSource

/// A rule in words with what it compiles to.
public struct RuleExplanation: Sendable {
  /// Headings with their texts, in the order in which people read them.
  public var lines: [(heading: String, text: String)]

  /// Explains the rule called `id`, or nil when no loaded pack has it.
  public init?(rule id: String, in workspace: Workspace, language: Language) {
    guard let compiled = workspace.packs.rules.first(where: { $0.rule.id.equalsByBytes(id) }) else {
      return nil
    }
    let rule = compiled.rule
    let place = Locator(files: workspace.files).location(rule.span)
    lines = [
      ("rule", rule.id), ("asks", rule.title[language]), ("for", rule.subject.name),
      ("severity", rule.severity.rawValue + (rule.isCritical ? ", critical" : "")),
      ("basis", rule.basis.rawValue),
      ("clauses", rule.clauses.map(\.clauseID).joined(separator: ", ")),
      ("pack", rule.pack),
      ("declared", "\(place.path.unescaped):\(place.start.line)"),
    ]
    if let condition = rule.condition { lines.append(("where", condition.text)) }
    if let kind = compiled.integrityKind { lines.append(("check", kind.rawValue)) }
    if let requirement = compiled.requirement { lines.append(("requires", requirement.source)) }
    if let practice = compiled.practiceWhen { lines.append(("practice", practice.source)) }
    if !rule.evidence.isEmpty { lines.append(("evidence", rule.evidence[language])) }
    for (heading, sources) in [("message", rule.message), ("remedy", rule.remedy)] {
      let source = sources.first { $0.language == language } ?? sources.first
      if let source { lines.append((heading, source.source.text)) }
    }
  }

  /// The id among `known` that `text` most probably means.
  public static func nearest(to text: String, among known: [String]) -> String? {
    Spelling.nearest(to: text, among: known)
  }
}
