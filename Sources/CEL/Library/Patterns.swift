/// A compiled regular expression.
public protocol CompiledPattern: Sendable {
  /// Whether the pattern matches anywhere in the UTF-8 text.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool
}

/// Why a text is no regular expression.
public struct PatternError: Error, Sendable, Hashable {
  /// One sentence in lower case.
  public let message: String

  /// Makes an error.
  public init(_ message: String) { self.message = message }
}

/// Compiles regular expressions in RE2 syntax; matching must be linear in the text.
public protocol PatternCompiler: Sendable {
  /// Compiles a pattern.
  func compile(_ pattern: String) throws(PatternError) -> any CompiledPattern
}
