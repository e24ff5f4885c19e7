import ClauseBytes

/// Text that came from a file, a file name or the command line.
///
/// Only the encoders of ClauseReports turn it into output, so that a missing escape does not
/// compile. The property name says what reading it directly means.
///
/// Equality, order and hash are those of the UTF-8 bytes: two texts that only look alike are two.
public struct Untrusted: Hashable, Sendable, Comparable {
  /// The text as it was read, with whatever it holds.
  public let unescaped: String

  /// Marks `text` as untrusted.
  public init(_ text: String) { unescaped = text }

  /// Equality of the bytes.
  public static func == (a: Untrusted, b: Untrusted) -> Bool {
    a.unescaped.equalsByBytes(b.unescaped)
  }

  /// Order of the bytes.
  public static func < (a: Untrusted, b: Untrusted) -> Bool {
    a.unescaped.precedesByBytes(b.unescaped)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ByteSlots.hash(unescaped.utf8))
  }
}
