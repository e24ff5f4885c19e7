public import ClauseSource

/// The row of a table at which a finding stands, as far as it fits into a line.
public struct RowExcerpt: Hashable, Sendable {
  /// The texts of its cells in order, each cut to a few words; nil stands for cells left out.
  public let cells: [Untrusted?]
  /// Which of them the finding stands at; nil where the row has no such cell.
  public let marked: Int?

  /// Makes an excerpt.
  public init(cells: [Untrusted?], marked: Int?) {
    self.cells = cells
    self.marked = marked
  }
}

extension RowExcerpt {
  /// Code points of a cell; longer ones end with a mark.
  static let longestCell = 32
  /// Code points of all cells with what stands between them.
  static let longest = 100

  /// The part of a row of `texts` that shows its first two cells, as a rule a code and a title, the
  /// one at `marked` and those around it, as many as fit; nil for a row without text.
  public init?(texts: [String], marked: Int?) {
    guard texts.contains(where: { !$0.utf8.isEmpty }) else { return nil }
    let cut = texts.map(Self.cut)
    let centre = marked ?? 0
    var chosen: Set<Int> = [centre, 0, min(1, texts.count - 1)]
    var room = Self.longest - chosen.reduce(0) { $0 + Self.width(cut[$1]) }
    var (left, right) = (centre - 1, centre + 1)
    while left > 0 || right < cut.count {
      for side in [right, left] where cut.indices.contains(side) && !chosen.contains(side) {
        room -= Self.width(cut[side])
        if room < 0 { break }
        chosen.insert(side)
      }
      if room < 0 { break }
      left -= 1
      right += 1
    }
    var shown: [Untrusted?] = []
    var place: Int?
    var last = -1
    for index in chosen.sorted() {
      if index > last + 1 { shown.append(nil) }
      if index == marked { place = shown.count }
      shown.append(Untrusted(cut[index]))
      last = index
    }
    if last + 1 < cut.count { shown.append(nil) }
    self.init(cells: shown, marked: place)
  }

  private static func width(_ text: String) -> Int { text.unicodeScalars.count + 3 }

  private static func cut(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let kept = scalars.prefix(longestCell)
    return kept.endIndex == scalars.endIndex ? text : String(kept) + "…"
  }
}
