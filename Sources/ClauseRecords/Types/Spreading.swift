/// Who does one thing many times. Nothing here uses threads; the engine may.
public protocol Spreading: Sendable {
  /// `transform` of every index below `count`, in their order. The calls must not depend on each
  /// other.
  func map<Result: Sendable>(
    _ count: Int, _ transform: @Sendable (Int) -> Result
  ) -> [Result]
}

/// One after the other.
public struct InTurn: Spreading {
  /// Makes one.
  public init() {}

  /// `transform` of every index below `count`.
  public func map<Result: Sendable>(
    _ count: Int, _ transform: @Sendable (Int) -> Result
  ) -> [Result] {
    (0..<count).map(transform)
  }
}
