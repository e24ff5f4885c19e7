public import CEL
public import ClauseRecords
public import ClauseSource

/// Packs joined: one set of record types, standards, parameters and rules, all checked.
public struct PackSet: Sendable {
  /// The packs in loading order.
  public var packs: [RulePack]
  /// All record types.
  public var catalog: RecordTypeCatalog
  /// All standards, in loading order.
  public var standards: [Standard]
  /// All parameters with the values of this run.
  public var parameters: [Parameter]
  /// What expressions may name.
  public var scope: RuleScope
  /// The rules that compiled, in byte order of their ids.
  public var rules: [CompiledRule]
  /// What standards ask to be written down, in loading order.
  public var documentedInformation: [DocumentedInformation]
  /// What is computed for the records of each type, by the type's index in the catalog.
  public var computed: [ComputedFields]

  /// A value that the organisation gives to a parameter.
  public struct Override: Sendable {
    /// Name of the parameter.
    public var name: String
    /// Its value as text.
    public var text: String
    /// Where the name is written.
    public var span: Span

    /// Makes an override.
    public init(name: String, text: String, span: Span) {
      self.name = name
      self.text = text
      self.span = span
    }
  }

  /// What expressions may use beyond the record types.
  public struct Language: Sendable {
    /// Function libraries.
    public var libraries: [FunctionLibrary]
    /// Regular expressions.
    public var patterns: (any PatternCompiler)?
    /// Bounds.
    public var limits: ClauseSource.Limits

    /// Makes a language.
    public init(
      libraries: [FunctionLibrary], patterns: (any PatternCompiler)?, limits: ClauseSource.Limits
    ) {
      self.libraries = libraries
      self.patterns = patterns
      self.limits = limits
    }
  }

  /// Joins `packs`; everything that does not fit together is diagnosed.
  ///
  /// - Parameters:
  ///   - types: further record types, such as the organisation's own.
  ///   - spreading: who compiles the rules; the result is the same for all.
  public static func join(
    _ packs: [RulePack], types: [RecordTypeDeclaration] = [], overrides: [Override] = [],
    language: Language, files: SourceFiles, spreading: some Spreading = InTurn(),
    diagnostics: inout [Diagnostic]
  ) -> PackSet {
    let ordered = order(packs, &diagnostics)
    let (catalog, typeDiagnostics) = RecordTypeCatalog.build(
      from: ordered.flatMap(\.types) + types, spreading: spreading)
    diagnostics += typeDiagnostics
    let parameters = joinParameters(ordered, overrides, &diagnostics)
    let standards = joinStandards(ordered, &diagnostics)
    let scope = RuleScope(
      catalog: catalog, parameters: parameters, libraries: language.libraries,
      patterns: language.patterns, limits: language.limits)
    let compiler = RuleCompiler(
      catalog: catalog, parameters: parameters, scope: scope, files: files)
    let crosswalks = ordered.flatMap(\.crosswalks)
    for pack in ordered {
      for crosswalk in pack.crosswalks {
        crosswalk.check(standards, cited: pack.cites, &diagnostics)
      }
    }
    let declared = declaredRules(ordered)
    let outcomes = spreading.map(declared.count) { index -> RuleOutcome in
      let place = declared[index]
      let pack = ordered[place.pack]
      let rule = pack.rules[place.rule]
      var outcome = RuleOutcome()
      if let twin = place.twin {
        outcome.diagnostics = [duplicate(rule, of: twin)]
        return outcome
      }
      checkClauses(rule.clauses, pack, standards, &outcome.diagnostics)
      checkTests(rule, pack, &outcome.diagnostics)
      outcome.rule = compiler.compile(
        rule.following(crosswalks, among: standards), diagnostics: &outcome.diagnostics)
      if outcome.rule?.isConstant == true {
        outcome.diagnostics.append(constant(rule))
        outcome.rule = nil
      }
      return outcome
    }
    for outcome in outcomes { diagnostics += outcome.diagnostics }
    checkRecordKeys(ordered, catalog, &diagnostics)
    let rules = outcomes.compactMap(\.rule)
    // Numbers are cheaper to move about than rules.
    let sorted = rules.indices.sorted { rules[$0].rule.id.precedesByBytes(rules[$1].rule.id) }
    let documents = Self.documents(ordered, standards, catalog, scope, files, &diagnostics)
    let computed = ComputedFields.compile(catalog, scope, files, spreading, &diagnostics)
    return PackSet(
      packs: ordered, catalog: catalog, standards: standards, parameters: parameters, scope: scope,
      rules: sorted.map { rules[$0] }, documentedInformation: documents,
      computed: computed)
  }

  /// What became of a declared rule.
  private struct RuleOutcome: Sendable {
    var rule: CompiledRule?
    var diagnostics: [Diagnostic] = []
  }

  /// The places of all rules in `packs`, each with that of an earlier rule of its id.
  private static func declaredRules(
    _ packs: [RulePack]
  ) -> [(pack: Int, rule: Int, twin: Span?)] {
    var seen: [String: Span] = [:]
    return packs.indices.flatMap { pack in
      packs[pack].rules.indices.map { index in
        let rule = packs[pack].rules[index]
        return (pack, index, seen.updateValue(rule.span, forKey: rule.id))
      }
    }
  }

  private static func duplicate(_ rule: Rule, of first: Span) -> Diagnostic {
    Diagnostic(
      .error, code: "rule-duplicate", english: "the rule id `\(rule.id)` is taken",
      place: .span(rule.span), remedy: "Give it another id.",
      related: [.init(english: "the first rule of that id", place: .span(first))])
  }

  private static func constant(_ rule: Rule) -> Diagnostic {
    Diagnostic(
      .error, code: "rule-constant",
      english: "the requirement of the rule `\(rule.id)` is the same for every record",
      place: .span(rule.span),
      remedy: "Require something that a record may lack, such as { present: [owner] }.")
  }

  private static func documents(
    _ packs: [RulePack], _ standards: [Standard], _ catalog: RecordTypeCatalog, _ scope: RuleScope,
    _ files: SourceFiles, _ diagnostics: inout [Diagnostic]
  ) -> [DocumentedInformation] {
    packs.flatMap { pack in
      pack.documentedInformation.map { row in
        checkClauses(row.maintained + row.retained, pack, standards, &diagnostics)
        checkClauses(row.asNecessary, pack, standards, &diagnostics)
        return row.compiled(catalog, scope, files, &diagnostics)
      }
    }
  }

  /// The packs with each behind those it requires, otherwise in the order given.
  private static func order(_ packs: [RulePack], _ diagnostics: inout [Diagnostic]) -> [RulePack] {
    var remaining = packs
    var result: [RulePack] = []
    while !remaining.isEmpty {
      let loaded = Set(result.map(\.id))
      let ready = remaining.firstIndex { pack in
        pack.requires.allSatisfy { need in
          loaded.contains(need.id) || !remaining.contains { $0.id == need.id }
        }
      }
      if ready == nil, let first = remaining.first {
        diagnostics.append(
          Diagnostic(
            .error, code: "pack-cycle",
            english: "the pack `\(first.id)` requires itself in a circle",
            place: .span(first.span)))
      }
      let pack = remaining.remove(at: ready ?? 0)
      for need in pack.requires where !loaded.contains(need.id) {
        diagnostics.append(
          Diagnostic(
            .error, code: "pack-required",
            english: "the pack `\(pack.id)` requires `\(need.id)`, which is not loaded",
            place: .span(need.span), remedy: "Add `\(need.id)` to the packs of clauselint.yaml."))
      }
      if let twin = result.first(where: { $0.id == pack.id }) {
        diagnostics.append(
          Diagnostic(
            .error, code: "pack-duplicate", english: "the pack `\(pack.id)` is loaded twice",
            place: .span(pack.span),
            related: [.init(english: "the other one", place: .span(twin.span))]))
        continue
      }
      result.append(pack)
    }
    return result
  }

  private static func joinParameters(
    _ packs: [RulePack], _ overrides: [Override], _ diagnostics: inout [Diagnostic]
  ) -> [Parameter] {
    var parameters: [Parameter] = []
    for parameter in packs.flatMap(\.parameters) {
      if let first = parameters.first(where: { $0.name == parameter.name }) {
        diagnostics.append(
          Diagnostic(
            .error, code: "parameter-duplicate",
            english: "the parameter `\(parameter.name)` is declared twice",
            place: .span(parameter.span),
            related: [.init(english: "the first one", place: .span(first.span))]))
        continue
      }
      parameters.append(parameter)
    }
    apply(overrides, to: &parameters, &diagnostics)
    return parameters
  }

  /// Gives parameters the values of an organisation, after the packs were joined.
  public mutating func override(_ overrides: [Override], diagnostics: inout [Diagnostic]) {
    Self.apply(overrides, to: &parameters, &diagnostics)
  }

  private static func apply(
    _ overrides: [Override], to parameters: inout [Parameter], _ diagnostics: inout [Diagnostic]
  ) {
    for override in overrides {
      guard let index = parameters.firstIndex(where: { $0.name.equalsByBytes(override.name) })
      else {
        diagnostics.append(
          MappingReader.unknown(
            override.name, kind: .parameter, among: parameters.map(\.name),
            code: "unknown-parameter", place: override.span))
        continue
      }
      guard let value = ParameterValue(override.text, type: parameters[index].type) else {
        diagnostics.append(
          Diagnostic(
            .error, code: "parameter-value",
            message: LocalizedText(
              en: "`\(override.text)` cannot be read as \(parameters[index].type)",
              fr: "`\(override.text)` n'est pas une valeur de ce paramètre",
              ar: "`\(override.text)` ليست قيمة من قيم هذا المعامل"),
            place: .span(override.span),
            remedy: LocalizedText(
              en: "The default is written \(parameters[index].original.text).",
              fr: "La valeur d'origine s'écrit \(parameters[index].original.text).",
              ar: "تكتب القيمة الأصلية هكذا: \(parameters[index].original.text).")))
        continue
      }
      parameters[index].value = value
    }
  }

  private static func joinStandards(
    _ packs: [RulePack], _ diagnostics: inout [Diagnostic]
  ) -> [Standard] {
    var standards: [Standard] = []
    for standard in packs.flatMap(\.standards) {
      if let first = standards.first(where: { $0.id == standard.id }) {
        diagnostics.append(
          Diagnostic(
            .error, code: "standard-duplicate",
            english: "the standard `\(standard.id)` is declared twice", place: .span(standard.span),
            related: [.init(english: "the first one", place: .span(first.span))]))
        continue
      }
      standards.append(standard)
    }
    return standards
  }

  /// A rule of a released pack has an example that fails and one that passes.
  private static func checkTests(
    _ rule: Rule, _ pack: RulePack, _ diagnostics: inout [Diagnostic]
  ) {
    guard pack.status == .released else { return }
    let passing = rule.tests.contains { $0.expectation == .nothing }
    let failing = rule.tests.contains { $0.expectation != .nothing }
    guard !passing || !failing else { return }
    diagnostics.append(
      Diagnostic(
        .error, code: "rule-untested",
        english: "the rule `\(rule.id)` of a released pack has no test that "
          + (failing ? "finds nothing" : "finds something"),
        place: .span(rule.span),
        remedy: "Add an example under `tests`, or set the pack's status to draft."))
  }

  /// A cited clause must exist. A standard that is not loaded must be one the pack says it cites.
  private static func checkClauses(
    _ clauses: [ClauseCitation], _ pack: RulePack, _ standards: [Standard],
    _ diagnostics: inout [Diagnostic]
  ) {
    for citation in clauses {
      guard let standard = standards.first(where: { $0.id.equalsByBytes(citation.standard) }) else {
        if pack.cites.contains(where: { $0.equalsByBytes(citation.standard) }) { continue }
        diagnostics.append(
          MappingReader.unknown(
            citation.standard, kind: .pack("standard"), among: standards.map(\.id) + pack.cites,
            code: "unknown-standard", place: citation.span))
        continue
      }
      guard let clause = standard.clause(citation.number) else {
        diagnostics.append(
          MappingReader.unknown(
            citation.number, kind: .pack("clause of \(standard.id)"),
            among: standard.clauses.map(\.number), code: "unknown-clause", place: citation.span))
        continue
      }
      if !clause.isLeaf {
        diagnostics.append(
          Diagnostic(
            .error, code: "clause-not-leaf",
            english: "clause \(citation.number) of \(standard.id) has clauses of its own",
            place: .span(citation.span), remedy: "Cite the clause below it that is meant."))
      }
    }
  }
}
