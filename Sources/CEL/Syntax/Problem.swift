/// What is wrong with an expression, and where.
public struct Problem: Error, Sendable, Hashable {
  /// The stage that found the problem.
  public enum Phase: String, Sendable, Hashable {
    /// The text is not an expression.
    case parse
    /// The expression does not fit the types.
    case check
    /// The evaluation has no value.
    case evaluate
  }

  /// The stage that found the problem.
  public let phase: Phase
  /// A stable short name of the kind of problem, such as `unknown-field`.
  public let code: String
  /// One sentence in lower case without a full stop.
  public let message: String
  /// The UTF-8 byte offsets of the faulty part of the text.
  public let range: Range<Int>
  /// What to do about it, where that is known.
  public let hint: String?
  /// The known name nearest to a misspelt one.
  public let nearest: String?

  /// Makes a problem.
  public init(
    phase: Phase, code: String, message: String, range: Range<Int>, hint: String? = nil,
    nearest: String? = nil
  ) {
    self.phase = phase
    self.code = code
    self.message = message
    self.range = range
    self.hint = hint
    self.nearest = nearest
  }
}

/// All problems of one expression, in the order of the text.
public struct Problems: Error, Sendable {
  /// At least one problem.
  public let all: [Problem]

  /// Makes the failure of a compilation.
  public init(_ all: [Problem]) { self.all = all }
}

extension Problem {
  /// Line and column of the problem's start, both from 1; columns count Unicode code points.
  public func position(in source: String) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    var offset = 0
    for scalar in source.unicodeScalars {
      if offset >= range.lowerBound { break }
      offset += UTF8.width(scalar)
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column)
  }
}
