import CEL
public import ClauseCalendar
import ClauseDocuments
import ClausePatterns
import ClauseRecords
import ClauseRules
public import ClauseSource

/// A value as it leaves the playground, independent of the heap it was made in.
public indirect enum PlaygroundValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list([PlaygroundValue])
  case map([Entry])
  case date(CivilDate)
  case period(Period)
  /// Seconds since 1970-01-01T00:00:00Z and nanoseconds.
  case timestamp(seconds: Int64, nanos: Int32)
  /// Seconds and nanoseconds, both with the duration's sign.
  case duration(seconds: Int64, nanos: Int32)
  /// A type, by name.
  case type(String)
  /// Every other value, by the name of its type and its description.
  case other(type: String, text: String)

  /// An entry of a map.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public var key: PlaygroundValue
    /// What stands under it.
    public var value: PlaygroundValue
  }
}

/// What the playground says of one expression.
public enum PlaygroundAnswer: Sendable {
  /// Its type and value.
  case value(type: String, PlaygroundValue)
  /// Its type, and its value for each record of the type in scope.
  case records(type: String, [(id: Untrusted, answer: Outcome)])
  /// Why it has none.
  case failure(Failure)

  /// The value for one record, or why there is none.
  public enum Outcome: Sendable {
    case value(PlaygroundValue)
    case failure(Failure)
  }

  /// What is wrong with an expression.
  public struct Failure: Sendable, Hashable {
    /// `parse`, `check` or `eval`.
    public var phase: String
    /// One sentence.
    public var message: String
    /// What to do; may be empty.
    public var hint: String
    /// Line in the expression, from 1.
    public var line: Int
    /// Column in code points, from 1.
    public var column: Int

    /// Makes a failure.
    public init(phase: String, message: String, hint: String = "", line: Int, column: Int) {
      self.phase = phase
      self.message = message
      self.hint = hint
      self.line = line
      self.column = column
    }
  }
}

/// Evaluates single expressions: for rule authors, and for tests that compare implementations.
public struct ExpressionPlayground {
  private let environment: Environment
  private let globals: [Value]
  private let subjects: [(id: Untrusted, object: ObjectRef)]?
  private var evaluator: Evaluator

  /// A playground with the standard functions and `as_of`.
  public init(asOf: CivilDate) {
    environment = Environment(
      variables: [Variable("as_of", .date)],
      libraries: EngineFunctions.libraries, patterns: RE2Compiler())
    globals = [.date(asOf)]
    subjects = nil
    evaluator = Evaluator(heap: .empty)
  }

  /// A playground over an organisation; with the name of a record type, the expression is
  /// evaluated for each of its records. Nil when there is no such type.
  public init?(workspace: Workspace, type: String?) {
    let store = workspace.store
    let heap = EvaluationHeapBuilder(
      packs: workspace.packs, store: store, asOf: workspace.options.asOf,
      standards: workspace.packs.standards.filter { workspace.standards.contains($0.id) },
      limits: workspace.options.limits, evidence: workspace.evidence,
      organization: workspace.configuration.organization?.text
    ).build()
    globals = heap.globals
    evaluator = heap.evaluator(.none)
    guard let type else {
      environment = workspace.packs.scope.environment(.organization)
      subjects = nil
      return
    }
    guard let index = store.catalog.index(ofType: type) else { return nil }
    environment = workspace.packs.scope.environment(.records(type))
    let own = OwnRecords(store: store, firstFile: workspace.firstRecordFile)
    subjects = own.indices(ofType: index).map { (store.records[$0].id, store.records[$0].object) }
  }

  /// The answer to one expression.
  public mutating func evaluate(_ text: String) -> PlaygroundAnswer {
    switch environment.compile(text) {
    case .failure(let problems):
      guard let problem = problems.all.first else { return .failure(Self.unknown) }
      return .failure(Self.failure(problem, in: text))
    case .success(let checked):
      let program = environment.plan(checked)
      let type = checked.type.description
      guard let subjects else {
        switch outcome(program, globals, text) {
        case .value(let value): return .value(type: type, value)
        case .failure(let failure): return .failure(failure)
        }
      }
      var answers: [(id: Untrusted, answer: PlaygroundAnswer.Outcome)] = []
      for subject in subjects {
        answers.append((subject.id, outcome(program, globals + [.object(subject.object)], text)))
      }
      return .records(type: type, answers)
    }
  }

  private mutating func outcome(
    _ program: Program, _ arguments: [Value], _ text: String
  ) -> PlaygroundAnswer.Outcome {
    let value = evaluator.evaluate(program, arguments)
    if let failure = evaluator.failure(of: value) {
      return .failure(Self.failure(failure.problem, in: text))
    }
    return .value(plain(value, depth: 0))
  }

  private static let unknown = PlaygroundAnswer.Failure(
    phase: "check", message: "the expression cannot be compiled", hint: "", line: 1, column: 1)

  private static func failure(_ problem: Problem, in text: String) -> PlaygroundAnswer.Failure {
    let place = problem.position(in: text)
    let phase =
      switch problem.phase {
      case .parse: "parse"
      case .check: "check"
      case .evaluate: "eval"
      }
    return .init(
      phase: phase, message: problem.message,
      hint: problem.hint ?? problem.nearest.map { "did you mean `\($0)`?" } ?? "",
      line: place.line, column: place.column)
  }

  /// Values nest no deeper than expressions do; what does is described instead.
  private func plain(_ value: Value, depth: Int) -> PlaygroundValue {
    guard depth < 64 else { return .other(type: "dyn", text: "…") }
    switch value {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .uint(let number): return .uint(number)
    case .double(let number): return .double(number)
    case .date(let date): return .date(date)
    case .period(let period): return .period(period)
    case .timestamp(let instant):
      return .timestamp(seconds: instant.seconds, nanos: instant.nanos)
    case .duration(let nanoseconds):
      let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
      return .duration(seconds: seconds, nanos: Int32(rest))
    case .type: return .type(evaluator.describe(value))
    case .string: return .string(evaluator.string(of: value) ?? "")
    case .bytes(let reference): return .bytes(Array(evaluator.bytes(reference)))
    case .list: return .list(evaluator.elements(of: value).map { plain($0, depth: depth + 1) })
    case .map:
      return .map(
        evaluator.entries(of: value).map {
          .init(key: plain($0.key, depth: depth + 1), value: plain($0.value, depth: depth + 1))
        })
    default:
      let text = evaluator.describe(value)
      return .other(type: Self.typeName(value), text: text)
    }
  }

  private static func typeName(_ value: Value) -> String {
    switch value {
    case .optional: "optional"
    case .object: "object"
    default: "opaque"
    }
  }

  /// The expression of a request line `{"expr": text}`, or nil when the line is something else.
  public static func expression(ofLine line: [UInt8]) -> String? {
    let file = SourceFile(id: FileID(0), path: "line", bytes: line)
    guard let tree = JSONReader().read(file, limits: ClauseSource.Limits()).tree,
      let root = tree.roots.first, let node = tree.value(root, "expr"),
      tree.kind(node) == .scalar
    else { return nil }
    return tree.string(node)
  }
}
