public import CEL
import ClauseRecords
import ClauseSource

/// A message with CEL in braces, compiled.
public struct MessageTemplate: Sendable {
  /// A piece of a template.
  public enum Part: Sendable {
    /// Words as the author wrote them.
    case text(String)
    /// A value to be computed, and the type it was checked to have.
    case value(Program, CELType)
  }

  /// The pieces in order.
  public var parts: [Part]

  /// A value that a check gives to messages under a name.
  struct Binding {
    let name: String
    /// CEL for the value.
    let text: String
    let type: CELType
  }

  /// Compiles the templates of one rule. Translations hold the same expressions, so each distinct
  /// one is compiled once.
  struct Compiler {
    private let outer: Environment
    private let inner: Environment
    private let bindings: [Binding]
    private let expressions: ExpressionCompiler
    private var programs: [String: (program: Program, type: CELType)] = [:]

    init(
      subject: RuleSubject, scope: RuleScope, bindings: [Binding],
      expressions: ExpressionCompiler
    ) {
      outer = scope.environment(subject, nullSafety: .lenient)
      inner =
        bindings.isEmpty
        ? outer
        : scope.environment(
          subject, further: bindings.map { Variable($0.name, $0.type) }, nullSafety: .lenient)
      self.bindings = bindings
      self.expressions = expressions
    }

    /// Splits `source` at its braces and compiles what stands in them; nil after diagnosing.
    mutating func compile(
      _ source: ExpressionSource, diagnostics: inout [Diagnostic]
    ) -> MessageTemplate? {
      let bytes = Array(source.text.utf8)
      var parts: [Part] = []
      var isSound = true
      for piece in MessageTemplate.split(source.text) {
        switch piece {
        case .text(let text): parts.append(.text(text))
        case .value(let range):
          let text = String(decoding: bytes[range], as: UTF8.self)
          if let found = programs[text] ?? program(source, range, &diagnostics) {
            programs[text] = found
            parts.append(.value(found.program, found.type))
          } else {
            isSound = false
          }
        case .unbalanced(let offset):
          diagnostics.append(
            Diagnostic(
              .error, code: "message-brace", english: "this brace has no counterpart",
              place: .span(expressions.span(of: offset..<offset + 1, in: source)),
              remedy: "Write {{ and }} for braces that are meant as such."))
          isSound = false
        }
      }
      return isSound ? MessageTemplate(parts: parts) : nil
    }

    /// Checked as written, for exact places; then with the values it uses bound around it.
    private func program(
      _ source: ExpressionSource, _ range: Range<Int>, _ diagnostics: inout [Diagnostic]
    ) -> (program: Program, type: CELType)? {
      guard
        let checked = expressions.compile(source, part: range, in: inner, diagnostics: &diagnostics)
      else { return nil }
      let used = bindings.filter { checked.variables.contains($0.name) }
      if used.isEmpty, bindings.isEmpty { return (outer.plan(checked), checked.type) }
      let text = used.reduce(checked.source) { "cel.bind(\($1.name), \($1.text), \($0))" }
      switch outer.compile(text) {
      case .success(let bound): return (outer.plan(bound), bound.type)
      case .failure(let problems):
        diagnostics += problems.all.map {
          ExpressionCompiler.diagnostic($0, at: expressions.span(of: range, in: source))
        }
        return nil
      }
    }
  }

  /// The placeholders of a template, as written; used to compare translations.
  public static func placeholders(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    return split(text).compactMap { piece in
      if case .value(let range) = piece { return String(decoding: bytes[range], as: UTF8.self) }
      return nil
    }
  }

  private enum Piece {
    case text(String)
    /// Byte range of the expression between the braces.
    case value(Range<Int>)
    case unbalanced(Int)
  }

  private static let open = UInt8(ascii: "{")
  private static let close = UInt8(ascii: "}")

  private static func split(_ text: String) -> [Piece] {
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var words: [UInt8] = []
    var index = 0
    func flush() {
      if !words.isEmpty { pieces.append(.text(String(decoding: words, as: UTF8.self))) }
      words.removeAll()
    }
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == open || byte == close else {
        words.append(byte)
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == byte {
        words.append(byte)
        index += 2
        continue
      }
      guard byte == open, let end = end(of: bytes, from: index + 1) else {
        pieces.append(.unbalanced(index))
        index += 1
        continue
      }
      flush()
      pieces.append(.value(index + 1..<end))
      index = end + 1
    }
    flush()
    return pieces
  }

  /// The closing brace that belongs to an expression beginning at `start`: braces of map literals
  /// are counted, those inside quotes are not.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var quote: UInt8?
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\") { index += 1 } else if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == open {
        depth += 1
      } else if byte == close {
        if depth == 0 { return index }
        depth -= 1
      }
      index += 1
    }
    return nil
  }
}
