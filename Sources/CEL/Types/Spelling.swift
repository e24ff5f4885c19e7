/// Finds the known name that a misspelt one probably means.
public enum Spelling {
  /// The candidate nearest to `text`, or nil when none is near.
  ///
  /// Near means a Damerau-Levenshtein distance of at most a third of the length (at least 1, at
  /// most 3), over code points and ignoring ASCII case. Of equally near names the first counts.
  public static func nearest(to text: String, among candidates: some Sequence<String>) -> String? {
    let wanted = folded(text)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    let bound = min(3, max(1, wanted.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let letters = folded(candidate)
      guard abs(letters.count - wanted.count) <= bound, letters.count <= 67 else { continue }
      let distance = Self.distance(wanted, letters)
      if distance <= bound, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.name
  }

  private static func folded(_ text: String) -> [UInt32] {
    text.unicodeScalars.map { scalar in
      (0x41...0x5A).contains(scalar.value) ? scalar.value + 0x20 : scalar.value
    }
  }

  /// Edits between two texts: insertions, deletions, replacements, swaps of neighbours.
  static func distance(_ a: [UInt32], _ b: [UInt32]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var row = previous
    for i in 1...a.count {
      row[0] = i
      for j in 1...b.count {
        let replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        row[j] = min(replaced, previous[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforePrevious[j - 2] + 1)
        }
      }
      beforePrevious = previous
      previous = row
    }
    return row[b.count]
  }
}
