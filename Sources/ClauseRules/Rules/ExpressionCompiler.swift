public import CEL
import ClauseDocuments
public import ClauseRecords
public import ClauseSource

/// The files of a run by number, for turning offsets into places.
public struct SourceFiles: Sendable {
  private var files: [FileID: SourceFile] = [:]

  /// Makes a table of `files`.
  public init(_ files: [SourceFile] = []) {
    for file in files { self.files[file.id] = file }
  }

  /// Adds a file.
  public mutating func add(_ file: SourceFile) { files[file.id] = file }

  /// Adds the files of another table.
  public mutating func add(_ others: SourceFiles) { files.merge(others.files) { $1 } }

  /// The file with this number, or nil.
  public subscript(id: FileID) -> SourceFile? { files[id] }
}

/// Compiles expressions that stand in YAML scalars and locates their problems there.
public struct ExpressionCompiler: Sendable {
  let files: SourceFiles

  /// Makes a compiler that finds places in `files`.
  public init(files: SourceFiles) { self.files = files }

  /// Compiles the part of `source` from byte `offset` (all of it by default).
  ///
  /// - Returns: the checked expression, or nil after its problems were diagnosed.
  public func compile(
    _ source: ExpressionSource, part: Range<Int>? = nil, in environment: Environment,
    assuming facts: [CheckedExpression] = [], expecting type: CELType? = nil,
    diagnostics: inout [Diagnostic]
  ) -> CheckedExpression? {
    let bytes = Array(source.text.utf8)
    let range = part ?? 0..<bytes.count
    let text = String(decoding: bytes[range], as: UTF8.self)
    switch environment.compile(text, assuming: facts, expecting: type) {
    case .success(let checked): return checked
    case .failure(let problems):
      for problem in problems.all {
        let inScalar =
          problem.range.lowerBound + range.lowerBound..<problem.range.upperBound + range.lowerBound
        diagnostics.append(Self.diagnostic(problem, at: span(of: inScalar, in: source)))
      }
      return nil
    }
  }

  /// A problem of an expression as a diagnostic at `span`.
  public static func diagnostic(_ problem: Problem, at span: Span) -> Diagnostic {
    let remedy =
      problem.hint ?? limit(behind: problem).map {
        "Simplify the expression, or raise the limit with --limit \($0.rawValue)=N."
      }
      ?? problem.nearest.map { "Did you mean `\($0)`?" } ?? ""
    return Diagnostic(
      .error, code: "expression-\(problem.code)", english: problem.message, place: .span(span),
      remedy: remedy)
  }

  /// The limit that refused an expression; nil for other problems.
  private static func limit(behind problem: Problem) -> LimitName? {
    switch problem.code {
    case "too-long": .expressionLength
    case "too-deep": .expressionDepth
    case "too-many-loops": .expressionLoops
    default: nil
    }
  }

  /// Where the decoded bytes `range` of an expression stand in its file.
  public func span(of range: Range<Int>, in source: ExpressionSource) -> Span {
    guard let file = files[source.span.file] else { return source.span }
    return ScalarMap(file, source.tree, source.node).span(of: range)
  }
}
