/// A text whose equality, order and hash are those of its UTF-8 bytes: the key for texts from
/// outside in sets and dictionaries.
///
/// `String` compares canonical equivalents, which would take two files for one, and hashing a
/// hostile run of combining marks as a `String` takes quadratic time.
public struct ByteKey: Hashable, Sendable, Comparable {
  /// The text.
  public let text: String

  /// The key of `text`.
  public init(_ text: String) { self.text = text }

  /// Equality of the bytes.
  public static func == (a: ByteKey, b: ByteKey) -> Bool {
    a.text.utf8.count == b.text.utf8.count && a.text.utf8.elementsEqual(b.text.utf8)
  }

  /// Order of the bytes.
  public static func < (a: ByteKey, b: ByteKey) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(ByteSlots.hash(text.utf8)) }
}
