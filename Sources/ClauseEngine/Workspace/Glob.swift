/// A pattern over paths: `*` and `?` within one part, `**` over any number of parts.
///
/// A pattern is typed by people, so characters count, however they are written: the `é` of a
/// keyboard is that of a file from a Mac, which is two code points. Matching keeps one mark to go
/// back to, so it takes at most (pattern x path) steps.
public struct Glob: Sendable {
  private let parts: [[Character]]

  /// Makes a pattern from its text, parts joined with `/`.
  public init(_ text: String) {
    parts = Self.parts(text).filter { $0 != ["."] }
  }

  /// Whether the pattern names `path` as a whole.
  public func matches(_ path: String) -> Bool {
    Self.matches(
      parts, Self.parts(path), isAny: { $0 == ["*", "*"] }, equal: { Self.matchesPart($0, $1) })
  }

  /// The parts as characters; those of ASCII are taken one by one, for they are most.
  private static func parts(_ text: String) -> [[Character]] {
    text.utf8.split(separator: UInt8(ascii: "/")).map { part in
      part.allSatisfy { $0 < 0x80 }
        ? part.map { Character(Unicode.Scalar($0)) }
        : Array(String(decoding: part, as: UTF8.self))
    }
  }

  private static func matchesPart(_ pattern: [Character], _ name: [Character]) -> Bool {
    matches(
      pattern, name, isAny: { $0 == "*" }, equal: { $0 == "?" || $0 == $1 })
  }

  /// The classic two-pointer wildcard match, over characters or over parts.
  private static func matches<Element>(
    _ pattern: [Element], _ text: [Element], isAny: (Element) -> Bool,
    equal: (Element, Element) -> Bool
  ) -> Bool {
    var (p, t) = (0, 0)
    var mark: (pattern: Int, text: Int)?
    while t < text.count {
      if p < pattern.count, isAny(pattern[p]) {
        mark = (p, t)
        p += 1
      } else if p < pattern.count, equal(pattern[p], text[t]) {
        p += 1
        t += 1
      } else if let last = mark {
        mark = (last.pattern, last.text + 1)
        p = last.pattern + 1
        t = last.text + 1
      } else {
        return false
      }
    }
    while p < pattern.count, isAny(pattern[p]) { p += 1 }
    return p == pattern.count
  }
}
