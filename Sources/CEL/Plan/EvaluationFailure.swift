/// Why an evaluation has no value.
public struct EvaluationFailure: Error, Sendable, Hashable {
  /// The kind of a failure.
  public enum Kind: Sendable, Hashable {
    /// The slot of an object is empty.
    case absent(ObjectRef, slot: Int)
    /// The slot of an object holds text that could not be read; the token is the host's.
    case malformed(UInt32)
    case overflow
    case divisionByZero
    case noSuchKey
    case noSuchField
    case indexOutOfRange
    /// No operator or function takes these values.
    case noSuchOverload
    /// The expression was not checked and names what does not exist.
    case unknownName
    case invalidArgument
    case duplicateKey
    /// The evaluation reached its cost limit.
    case costExceeded
  }

  /// The kind.
  public let kind: Kind
  /// One sentence in lower case without a full stop.
  public let message: String
  /// The UTF-8 range of the part that failed.
  public let range: Range<Int>

  /// The failure as a problem of the expression.
  public var problem: Problem {
    let code: String =
      switch kind {
      case .absent: "absent"
      case .malformed: "malformed"
      case .overflow: "overflow"
      case .divisionByZero: "division-by-zero"
      case .noSuchKey: "no-such-key"
      case .noSuchField: "no-such-field"
      case .indexOutOfRange: "index-out-of-range"
      case .noSuchOverload: "no-such-overload"
      case .unknownName: "unknown-name"
      case .invalidArgument: "invalid-argument"
      case .duplicateKey: "duplicate-key"
      case .costExceeded: "cost-exceeded"
      }
    return Problem(phase: .evaluate, code: code, message: message, range: range)
  }
}
