public import CEL
import ClauseRecords
import ClauseSource

/// What is computed for every record of a type before rules run: first the relations, then the
/// derived fields in stages, each of which reads those before it.
public struct ComputedFields: Sendable {
  /// A derived field that holds the records joined to this one.
  public struct Relation: Sendable {
    /// Slot of the derived field.
    public var slot: Int
    /// Types whose records belong in it, sorted; empty for all.
    public var targets: [Int]
    /// Where the relation may be written, in the order of the declaration.
    public var ends: [End]
  }

  /// A field in which a relation may be written.
  public enum End: Sendable {
    /// A slot of the record itself.
    case own(slot: Int)
    /// A slot of the records of another type, which leads back.
    case back(type: Int, slot: Int)
  }

  /// A derived field that an expression computes over the record, `as_of` and the parameters.
  public struct Expression: Sendable {
    /// Slot of the derived field.
    public var slot: Int
    /// Computes it.
    public var program: Program
    /// 0 when it reads no other expression, else one more than the highest that it reads.
    public var stage: Int
    /// Slots of the record itself that it rests on, other expressions followed to what they read.
    public var restsOn: [Int]
  }

  /// Relations, by slot.
  public var relations: [Relation] = []
  /// Expressions, by slot.
  public var expressions: [Expression] = []
  /// Whether the record is live, so that its accountable persons must still be there; nil for
  /// always.
  public var live: Program?

  /// Compiles what the types of `catalog` declare; the result has their indices.
  static func compile(
    _ catalog: RecordTypeCatalog, _ scope: RuleScope, _ files: SourceFiles,
    _ spreading: some Spreading, _ diagnostics: inout [Diagnostic]
  ) -> [ComputedFields] {
    let drafts = spreading.map(catalog.types.count) { index in
      Draft(catalog.types[index], catalog, scope, files)
    }
    for draft in drafts { diagnostics += draft.diagnostics }
    let stages = Stages(drafts, catalog, &diagnostics)
    return drafts.enumerated().map { type, draft in
      var fields = draft.fields
      fields.expressions = draft.expressions.compactMap { expression in
        stages.stage(of: expression.slot, inType: type).map {
          Expression(slot: expression.slot, program: expression.program, stage: $0, restsOn: [])
        }
      }
      var restsOn: [Int: [Int]] = [:]
      for index in fields.expressions.indices.sorted(by: {
        (fields.expressions[$0].stage, $0) < (fields.expressions[$1].stage, $1)
      }) {
        let slot = fields.expressions[index].slot
        let direct = draft.expressions.first { $0.slot == slot }?.ownSlots ?? []
        var found: [Int] = []
        for read in direct.flatMap({ restsOn[$0] ?? [$0] }) where !found.contains(read) {
          found.append(read)
        }
        restsOn[slot] = found
        fields.expressions[index].restsOn = found
      }
      return fields
    }
  }
}

/// What one type declares, compiled by itself.
private struct Draft: Sendable {
  /// An expression with what it reads.
  struct Expression: Sendable {
    var slot: Int
    var program: Program
    var reads: [FieldRead]
    /// Slots of the record itself, in the order of reading.
    var ownSlots: [Int]
  }

  var fields = ComputedFields()
  var expressions: [Expression] = []
  var diagnostics: [Diagnostic] = []

  init(
    _ type: RecordType, _ catalog: RecordTypeCatalog, _ scope: RuleScope, _ files: SourceFiles
  ) {
    let environment = scope.derivedEnvironment(type)
    let compiler = ExpressionCompiler(files: files)
    for field in type.derived {
      guard let slot = type.slot(of: field.name) else { continue }
      guard let source = field.source else {
        fields.relations.append(Self.relation(field, slot, type, catalog))
        continue
      }
      guard
        let checked = compiler.compile(
          source, in: environment, expecting: field.type == .bool ? .bool : nil,
          diagnostics: &diagnostics)
      else { continue }
      let own = checked.fieldReads.compactMap { read in
        read.path.flatMap { path in
          path.root.equalsByBytes(type.name) && path.steps.count == 1
            ? type.slot(of: read.field) : nil
        }
      }
      expressions.append(
        Expression(
          slot: slot, program: environment.plan(checked), reads: checked.fieldReads, ownSlots: own))
    }
    if let live = type.live,
      let checked = compiler.compile(
        live, in: environment, expecting: .bool, diagnostics: &diagnostics)
    {
      fields.live = environment.plan(checked)
    }
  }

  /// Ends that name nothing were diagnosed with the types.
  private static func relation(
    _ field: DerivedField, _ slot: Int, _ type: RecordType, _ catalog: RecordTypeCatalog
  ) -> ComputedFields.Relation {
    let targets = catalog.index(ofType: type.name).map { catalog.layouts[$0].targets[slot] } ?? []
    return ComputedFields.Relation(
      slot: slot, targets: targets,
      ends: field.ends.compactMap { end in
        guard let other = end.type else {
          return type.slot(of: end.field).map { .own(slot: $0) }
        }
        return catalog.index(ofType: other).flatMap { index in
          catalog.slot(of: end.field, inType: index).map { .back(type: index, slot: $0) }
        }
      })
  }
}

/// In which order expressions are computed, so that none reads what is not there yet.
private struct Stages {
  /// Number of each expression by type and slot.
  private var numbers: [[Int: Int]]
  private var stages: [Int?]

  init(_ drafts: [Draft], _ catalog: RecordTypeCatalog, _ diagnostics: inout [Diagnostic]) {
    var nodes: [(type: Int, slot: Int)] = []
    numbers = drafts.enumerated().map { type, draft in
      var bySlot: [Int: Int] = [:]
      for expression in draft.expressions {
        bySlot[expression.slot] = nodes.count
        nodes.append((type, expression.slot))
      }
      return bySlot
    }
    var readers: [[Int]] = Array(repeating: [], count: nodes.count)
    var waitsFor = Array(repeating: 0, count: nodes.count)
    for (type, draft) in drafts.enumerated() {
      for expression in draft.expressions {
        guard let node = numbers[type][expression.slot] else { continue }
        for read in expression.reads {
          guard let other = catalog.index(ofType: read.objectType),
            let slot = catalog.slot(of: read.field, inType: other),
            let needed = numbers[other][slot]
          else { continue }
          readers[needed].append(node)
          waitsFor[node] += 1
        }
      }
    }
    stages = Array(repeating: nil, count: nodes.count)
    var ready = nodes.indices.filter { waitsFor[$0] == 0 }
    var height = Array(repeating: 0, count: nodes.count)
    while let node = ready.popLast() {
      stages[node] = height[node]
      for reader in readers[node] {
        height[reader] = max(height[reader], height[node] + 1)
        waitsFor[reader] -= 1
        if waitsFor[reader] == 0 { ready.append(reader) }
      }
    }
    for (node, place) in nodes.enumerated() where stages[node] == nil {
      let type = catalog.types[place.type]
      let field = type.derived[place.slot - type.fields.count]
      diagnostics.append(
        Diagnostic(
          .error, code: "derived-cycle",
          english: "the derived field `\(field.name)` of `\(type.name)` is computed from itself",
          place: .span(field.span), remedy: "Write it without the fields that read it."))
    }
  }

  /// The stage of an expression; nil for one in a circle.
  func stage(of slot: Int, inType type: Int) -> Int? { numbers[type][slot].flatMap { stages[$0] } }
}
