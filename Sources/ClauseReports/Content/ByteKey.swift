/// A dictionary key that compares the UTF-8 bytes of a text.
///
/// `String` compares canonical equivalents, which would take two files for one, and hashing a
/// hostile run of combining marks as a `String` takes quadratic time.
struct ByteKey: Hashable, Sendable {
  private let utf8: [UInt8]

  /// The key of `text`.
  init(_ text: String) { utf8 = Array(text.utf8) }
}
