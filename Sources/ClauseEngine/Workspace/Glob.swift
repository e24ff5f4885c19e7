/// A pattern over paths: `*` and `?` within one part, `**` over any number of parts.
///
/// Matching keeps one mark to go back to, so it takes at most (pattern x path) steps.
public struct Glob: Sendable {
  private let parts: [[Unicode.Scalar]]

  /// Makes a pattern from its text, parts joined with `/`.
  public init(_ text: String) {
    parts = text.split(separator: "/").filter { $0 != "." }.map { Array($0.unicodeScalars) }
  }

  /// Whether the pattern names `path` as a whole.
  public func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map { Array($0.unicodeScalars) }
    return Self.matches(
      parts, names, isAny: { $0 == ["*", "*"] }, equal: { Self.matchesPart($0, $1) })
  }

  private static func matchesPart(_ pattern: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    matches(
      pattern, name, isAny: { $0 == "*" }, equal: { $0 == "?" || $0 == $1 })
  }

  /// The classic two-pointer wildcard match, over bytes or over parts.
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
