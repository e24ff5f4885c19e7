/// A name that people type as a key: equal to every other way of writing the same characters, such
/// as é as one code point or as two. For looking names up, never for identity or order.
public struct NameKey: Hashable, Sendable {
  private let text: String

  /// The key of `text`, whose runs of combining marks are bounded where it was read.
  public init(_ text: String) { self.text = text }
}
