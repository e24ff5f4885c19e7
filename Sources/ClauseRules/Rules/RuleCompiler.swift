import CEL
import ClauseDocuments
public import ClauseRecords
public import ClauseSource

/// Checks and plans rules against the record types of a run.
public struct RuleCompiler: Sendable {
  let catalog: RecordTypeCatalog
  let parameters: [String: Parameter]
  let scope: RuleScope
  let expressions: ExpressionCompiler

  /// Makes a compiler.
  public init(
    catalog: RecordTypeCatalog, parameters: [Parameter], scope: RuleScope, files: SourceFiles
  ) {
    self.catalog = catalog
    self.parameters = Dictionary(
      parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.scope = scope
    expressions = ExpressionCompiler(files: files)
  }

  /// Compiles `rule`, or diagnoses why it cannot be.
  public func compile(_ rule: Rule, diagnostics: inout [Diagnostic]) -> CompiledRule? {
    if case .integrity = rule.requirement {
      return CompiledRule(
        rule: rule, conditions: [], message: [:], remedy: [:], globalsRead: [])
    }
    guard let recordType = recordType(of: rule, &diagnostics) else { return nil }
    let environment = scope.environment(rule.subject)
    var facts: [CheckedExpression] = []
    if let source = rule.condition {
      guard
        let checked = expressions.compile(
          source, in: environment, expecting: .bool, diagnostics: &diagnostics)
      else { return nil }
      facts = [checked]
    }
    guard
      let requirement = compileRequirement(
        rule, recordType.type, environment, facts, &diagnostics)
    else { return nil }
    checkField(rule, recordType.type, &diagnostics)
    var templates = MessageTemplate.Compiler(
      subject: rule.subject, scope: scope, bindings: requirement.bindings, expressions: expressions)
    let reads = ([requirement.whole] + facts).reduce(into: Set<String>()) {
      $0.formUnion($1.variables)
    }
    var compiled = CompiledRule(
      rule: rule, condition: facts.first.map(environment.plan),
      conditionFields: fields(of: recordType.type, readBy: facts.first),
      requirement: environment.plan(requirement.whole),
      conditions: requirement.conditions.map { .init(field: $0.field, program: $0.program) },
      blamesEachField: requirement.blamesEachField, practiceWhen: requirement.practiceWhen,
      message: compile(rule.message, with: &templates, &diagnostics),
      remedy: compile(rule.remedy, with: &templates, &diagnostics),
      globalsRead: reads)
    if let field = rule.field {
      let own = String(field.prefix { $0 != "." && $0 != "[" })
      compiled.pointsBeyond = !fields(of: recordType.type, readBy: requirement.whole)
        .contains { $0.equalsByBytes(own) }
    }
    compiled.isConstant = requirement.whole.isConstant(exceptCalling: ["file_exists"])
    return compiled
  }

  /// The rule's record type (nil inside for rules over everything), or nil after diagnosing.
  private func recordType(
    of rule: Rule, _ diagnostics: inout [Diagnostic]
  ) -> (type: RecordType?, found: Bool)? {
    switch rule.subject {
    case .organization, .disciplines, .any: return (catalog.type(named: "organization"), true)
    case .records(let name):
      if let type = catalog.type(named: name) { return (type, true) }
      diagnostics.append(
        MappingReader.unknown(
          name, kind: .pack("record type"),
          among: (["organization"] + catalog.types.map(\.name)).uniqued,
          code: "unknown-record-type",
          place: rule.subjectSpan))
      return nil
    }
  }

  private struct CompiledRequirement {
    var whole: CheckedExpression
    var conditions: [(field: String?, program: Program)] = []
    var bindings: [MessageTemplate.Binding] = []
    var blamesEachField = true
    var practiceWhen: Program?
  }

  private func compileRequirement(
    _ rule: Rule, _ recordType: RecordType?, _ environment: Environment,
    _ facts: [CheckedExpression], _ diagnostics: inout [Diagnostic]
  ) -> CompiledRequirement? {
    switch rule.requirement {
    case .integrity: return nil
    case .expression(let source):
      return expressions.compile(
        source, in: environment, assuming: facts, expecting: .bool, diagnostics: &diagnostics
      ).map { CompiledRequirement(whole: $0) }
    case .check(let name, let tree, let node):
      return compileCheck(
        name, tree, node, rule, recordType, environment, facts, &diagnostics)
    }
  }

  private func compileCheck(
    _ name: String, _ tree: DocumentTree, _ node: NodeID, _ rule: Rule, _ recordType: RecordType?,
    _ environment: Environment, _ facts: [CheckedExpression], _ diagnostics: inout [Diagnostic]
  ) -> CompiledRequirement? {
    guard
      let result = checkExpressions(name, tree, node, rule, recordType, facts, &diagnostics)
    else { return nil }
    var isSound = true
    func compiled(_ text: String, in environment: Environment) -> CheckedExpression? {
      switch environment.compile(text, assuming: facts) {
      case .success(let checked): return checked
      case .failure(let problems):
        isSound = false
        diagnostics.append(
          Diagnostic(
            .error, code: "check-arguments",
            english: "`\(name)` does not fit here: \(problems.all.first?.message ?? "")",
            place: .span(tree.span(node)), remedy: "It stands for: \(text)"))
        return nil
      }
    }
    guard let whole = compiled(result.requirement, in: environment) else { return nil }
    var requirement = CompiledRequirement(whole: whole)
    for condition in result.conditions {
      if let checked = compiled(condition.text, in: environment) {
        requirement.conditions.append((condition.field, environment.plan(checked)))
      }
    }
    let lenient = scope.environment(rule.subject, nullSafety: .lenient)
    for binding in result.bindings {
      if let checked = compiled(binding.text, in: lenient) {
        requirement.bindings.append(
          .init(name: binding.name, text: binding.text, type: checked.type))
      }
    }
    requirement.blamesEachField = result.blamesEachField
    requirement.practiceWhen = result.practiceWhen.flatMap {
      compiled($0, in: environment).map(environment.plan)
    }
    return isSound ? requirement : nil
  }

  private func checkExpressions(
    _ name: String, _ tree: DocumentTree, _ node: NodeID, _ rule: Rule, _ recordType: RecordType?,
    _ facts: [CheckedExpression], _ diagnostics: inout [Diagnostic]
  ) -> CheckExpressions? {
    guard let check = Checks.named(name) else { return nil }
    var request = CheckRequest(
      tree: tree, node: node, check: name, recordType: recordType, catalog: catalog,
      parameters: parameters,
      validate: { source, variables, type, diagnostics in
        expressions.compile(
          source, in: scope.environment(rule.subject, further: variables), assuming: facts,
          expecting: type, diagnostics: &diagnostics) != nil
      })
    let result = check.expressions(&request)
    diagnostics += request.diagnostics
    return result
  }

  /// The expressions of a rule as text, those of a declarative check as it stands for them; nil
  /// for built-in checks and for rules that do not compile.
  func text(of rule: Rule) -> RuleText? {
    switch rule.requirement {
    case .integrity: return nil
    case .expression(let source):
      return RuleText(condition: rule.condition?.text, requirement: .expression(source.text))
    case .check(let name, let tree, let node):
      var diagnostics: [Diagnostic] = []
      guard let recordType = recordType(of: rule, &diagnostics) else { return nil }
      let condition = rule.condition.flatMap {
        expressions.compile($0, in: scope.environment(rule.subject), diagnostics: &diagnostics)
      }
      return checkExpressions(
        name, tree, node, rule, recordType.type, condition.map { [$0] } ?? [], &diagnostics
      ).map {
        RuleText(condition: rule.condition?.text, requirement: .conditions($0.conditions))
      }
    }
  }

  /// The fields of the record itself that an expression reads, each once, in order.
  private func fields(
    of recordType: RecordType?, readBy expression: CheckedExpression?
  ) -> [String] {
    guard let expression, let recordType else { return [] }
    var fields: [String] = []
    for read in expression.fieldReads
    where read.path?.root == recordType.name && read.path?.steps.count == 1
      && !fields.contains(read.field)
    {
      fields.append(read.field)
    }
    return fields
  }

  private func checkField(
    _ rule: Rule, _ recordType: RecordType?, _ diagnostics: inout [Diagnostic]
  ) {
    guard let field = rule.field, let recordType, recordType.field(at: field) == nil else { return }
    diagnostics.append(
      MappingReader.unknown(
        field, kind: .pack("field of \(recordType.name)"), among: recordType.fields.map(\.name),
        code: "unknown-field", place: rule.fieldSpan ?? rule.span))
  }

  private func compile(
    _ sources: [(language: Language, source: ExpressionSource)],
    with compiler: inout MessageTemplate.Compiler, _ diagnostics: inout [Diagnostic]
  ) -> [Language: MessageTemplate] {
    var templates: [Language: MessageTemplate] = [:]
    for (language, source) in sources {
      templates[language] = compiler.compile(source, diagnostics: &diagnostics)
    }
    return templates
  }
}

extension [String] {
  /// The texts in order, each once.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
