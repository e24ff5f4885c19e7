public import CEL
public import ClauseSource

/// A rule with its expressions checked and planned.
public struct CompiledRule: Sendable {
  /// A condition of the requirement with the field it blames.
  public struct Condition: Sendable {
    /// Field path; nil when no single field is to blame.
    public var field: String?
    /// The condition.
    public var program: Program
  }

  /// The rule.
  public var rule: Rule
  /// The records it is about; nil for all.
  public var condition: Program?
  /// Fields of the record that the condition reads, for the reasons of a finding.
  public var conditionFields: [String]
  /// Whether it is shown at a field of the record that its requirement does not read: there the
  /// register says what is not followed up.
  public var pointsBeyond = false
  /// What must hold; nil for built-in checks.
  public var requirement: Program?
  /// The parts of a declarative check's requirement; empty for expressions.
  public var conditions: [Condition]
  /// Whether each of them asks something of its own, so that several fields may fail.
  public var blamesEachField: Bool
  /// True where a parameter stands in for the organisation's own interval.
  public var practiceWhen: Program?
  /// What is wrong.
  public var message: [Language: MessageTemplate]
  /// How to mend it.
  public var remedy: [Language: MessageTemplate]
  /// Whether the requirement is the same whatever the records say.
  public var isConstant = false
  /// The globals the requirement reads, by name: plurals tell which registers it needs.
  public var globalsRead: Set<String>

  /// Makes a compiled rule.
  public init(
    rule: Rule, condition: Program? = nil, conditionFields: [String] = [],
    requirement: Program? = nil, conditions: [Condition] = [],
    blamesEachField: Bool = true, practiceWhen: Program? = nil,
    message: [Language: MessageTemplate] = [:], remedy: [Language: MessageTemplate] = [:],
    globalsRead: Set<String> = []
  ) {
    self.rule = rule
    self.condition = condition
    self.conditionFields = conditionFields
    self.requirement = requirement
    self.conditions = conditions
    self.blamesEachField = blamesEachField
    self.practiceWhen = practiceWhen
    self.message = message
    self.remedy = remedy
    self.globalsRead = globalsRead
  }

  /// All programs that are evaluated for every record.
  public var programs: [Program] {
    [condition, requirement, practiceWhen].compactMap { $0 } + conditions.map(\.program)
  }
}
