import ClauseSource

/// How much of a rule fails: the elements that do not meet it.
///
/// A finding that was accepted with one missing element is another matter with eleven. An element
/// is a path of names from the whole rule, such as a field or a missing word, and may end with a
/// number, `=3`, where things are counted rather than named, or with `?`, where nobody knows yet
/// whether that part fails. Without elements the rule fails as a whole, and no more can be said.
public struct Extent: Hashable, Sendable {
  /// The elements in byte order, each once.
  public private(set) var elements: [String]

  /// The whole.
  public static let whole = Extent([])

  /// More elements than these are only counted.
  public static let most = 200

  /// An extent of these elements, as they were made by `element`.
  public init(_ elements: [String]) {
    var sorted: [String] = []
    for element in elements.sorted(by: { $0.precedesByBytes($1) })
    where sorted.last.map({ !$0.equalsByBytes(element) }) ?? true {
      sorted.append(element)
    }
    self.elements = sorted.count > Self.most ? ["=\(sorted.count)"] : sorted
  }

  /// An element of its names and, where things are counted, their number; open where nobody knows
  /// whether it fails.
  public static func element(
    _ names: [String], amount: Int64? = nil, isOpen: Bool = false
  ) -> String {
    let path = names.map(escaped).joined(separator: "/")
    if isOpen { return path + "/?" }
    guard let amount else { return path }
    return path + (names.isEmpty ? "=" : "/=") + String(amount)
  }

  /// A name in which nothing is taken for the structure of an element.
  private static func escaped(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      if structural.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let structural = Array("/=?\\".utf8)

  /// Whether all that fails of `now` failed already: nothing has come to it. One that failed as a
  /// whole holds every part.
  public func covers(_ now: Extent) -> Bool {
    if elements.isEmpty { return true }
    if now.elements.isEmpty { return false }
    let accepted = Index(self)
    let present = Index(now)
    return now.elements.allSatisfy { element in
      if Self.isOpen(element) { return true }
      let (path, amount) = Self.split(element)
      if let amount {
        return accepted.holds(path) || max(accepted.amount(path), accepted.count(path)) >= amount
      }
      return accepted.holds(path)
        || Self.parents(of: path).contains { accepted.amount($0) >= present.count($0) }
    }
  }

  private static func isOpen(_ element: String) -> Bool {
    element.utf8.suffix(2).elementsEqual("/?".utf8)
  }

  /// The path of an element and its number, if it ends with one.
  private static func split(_ element: String) -> (path: [UInt8], amount: Int64?) {
    let bytes = Array(element.utf8.dropLast(isOpen(element) ? 2 : 0))
    guard let mark = bytes.lastIndex(of: UInt8(ascii: "=")),
      mark == 0 || bytes[mark - 1] == UInt8(ascii: "/"),
      let amount = Int64(String(decoding: bytes[(mark + 1)...], as: UTF8.self))
    else { return (bytes, nil) }
    return (Array(bytes[..<max(0, mark - 1)]), amount)
  }

  /// The paths above `path`, the whole last.
  private static func parents(of path: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var end = path.count
    while let mark = path[..<end].lastIndex(of: UInt8(ascii: "/")) {
      end = mark
      // A slash behind an odd number of backslashes belongs to a name.
      let backslashes = path[..<mark].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if backslashes % 2 == 0 { result.append(Array(path[..<mark])) }
    }
    if !path.isEmpty { result.append([]) }
    return result
  }

  /// The elements by their paths.
  private struct Index {
    private var paths: Set<[UInt8]> = []
    private var amounts: [[UInt8]: Int64] = [:]
    private var counts: [[UInt8]: Int64] = [:]

    init(_ extent: Extent) {
      for element in extent.elements {
        let (path, amount) = Extent.split(element)
        if let amount {
          amounts[path] = max(amounts[path] ?? 0, amount)
        } else {
          paths.insert(path)
          if Extent.isOpen(element) { continue }
          for parent in Extent.parents(of: path) { counts[parent, default: 0] += 1 }
        }
      }
    }

    /// Whether the path or one above it is among the elements.
    func holds(_ path: [UInt8]) -> Bool {
      paths.contains(path) || Extent.parents(of: path).contains { paths.contains($0) }
    }

    /// The number that stands at the path itself.
    func amount(_ path: [UInt8]) -> Int64 { amounts[path] ?? 0 }

    /// Elements below the path.
    func count(_ path: [UInt8]) -> Int64 { counts[path] ?? 0 }
  }
}
