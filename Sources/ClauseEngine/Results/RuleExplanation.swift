import ClauseRecords
import CEL
public import ClauseAssessment
import ClauseRules
public import ClauseSource

/// A rule in words with what it compiles to.
public struct RuleExplanation: Sendable {
  /// Parts with their texts, in the order in which people read them. Severity and basis stand as
  /// packs write them.
  public var lines: [(part: RulePart, text: String)]
  /// The severity.
  public let severity: Severity
  /// Whether one failure alone is major.
  public let isCritical: Bool
  /// The basis.
  public let basis: Basis

  /// Explains the rule called `id`, or nil when no loaded pack has it.
  public init?(rule id: String, in workspace: Workspace, language: Language) {
    guard let compiled = workspace.packs.rules.first(where: { $0.rule.id.equalsByBytes(id) }) else {
      return nil
    }
    let rule = compiled.rule
    let place = Locator(files: workspace.files).location(rule.span)
    severity = rule.severity
    isCritical = rule.isCritical
    basis = rule.basis
    lines = [
      (.rule, rule.id), (.asks, rule.title[language]), (.subject, rule.subject.name),
      (.severity, rule.severity.rawValue), (.basis, rule.basis.rawValue),
      (.clauses, rule.clauses.map(\.clauseID).joined(separator: ", ")),
      (.pack, rule.pack),
      (.declared, "\(place.path.unescaped):\(place.start.line)"),
    ]
    if let condition = rule.condition { lines.append((.condition, condition.text)) }
    if let kind = compiled.integrityKind { lines.append((.check, kind.rawValue)) }
    if let requirement = compiled.requirement { lines.append((.requirement, requirement.source)) }
    if let practice = compiled.practiceWhen { lines.append((.practice, practice.source)) }
    if !rule.evidence.isEmpty { lines.append((.evidence, rule.evidence[language])) }
    for (part, sources) in [(RulePart.message, rule.message), (.remedy, rule.remedy)] {
      let source = sources.first { $0.language == language } ?? sources.first
      if let source { lines.append((part, source.source.text)) }
    }
  }

  /// The id among `known` that `text` most probably means.
  public static func nearest(to text: String, among known: [String]) -> String? {
    Spelling.nearest(to: text, among: known)
  }
}
