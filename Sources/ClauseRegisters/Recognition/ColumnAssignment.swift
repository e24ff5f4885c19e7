import ClauseDocuments
import ClauseRecords
import ClauseSource

/// Gives the columns of a table the fields of one type: the surest first, one column a field.
struct ColumnAssignment {
  let lexicon: Lexicon
  let type: Int

  /// A field that a column may hold.
  private struct Candidate {
    let column: Int
    let slots: [Int]
    let quality: Int
    let fit: Double
    let language: Language?

    /// What speaks for it: the lexicon first, and the values where they speak clearly.
    var weight: Double { Double(quality) + (fit >= 0.5 ? 2 : fit <= -0.7 ? -3 : 0) }
  }

  /// The columns that `headings` are for the type.
  ///
  /// - Parameter hits: what each heading alone may mean, for all types.
  func columns(
    _ headings: [HeadingRows.Heading], hits: [[Lexicon.Hit]], values: [ColumnValues]
  ) -> [Register.Column] {
    var columns = headings.map {
      Register.Column(
        number: $0.column, row: $0.row, heading: $0.text, slots: nil, second: nil, quality: 0)
    }
    var candidates: [Candidate] = []
    for (index, heading) in headings.enumerated() {
      let own = hits[index].filter { $0.type == type }
      let all =
        heading.group.isEmpty
        ? own : lexicon.hits(ofHeading: heading.own, below: heading.group, type: type, own: own)
      for hit in all {
        let fit = values[index].fit(hit.slots, type: type, of: lexicon.catalog)
        // A second meaning of a heading counts where the values are of it.
        if hit.needsValues, fit < 0.6 { continue }
        // What is not quite sure and contradicted by the values is wrong.
        if hit.quality < Lexicon.labelQuality - 1, fit <= -0.7, values[index].samples.count > 2 {
          continue
        }
        candidates.append(
          Candidate(
            column: index, slots: hit.slots, quality: hit.quality, fit: fit,
            language: hit.language))
      }
    }
    candidates.sort { a, b in
      if a.weight != b.weight { return a.weight > b.weight }
      return a.column != b.column
        ? a.column < b.column : b.slots.lexicographicallyPrecedes(a.slots)
    }
    var taken: Set<[Int]> = []
    /// Headings, each with its group, that have a field.
    var given: Set<[[UInt8]]> = []
    for candidate in candidates where columns[candidate.column].slots == nil {
      // One heading has one meaning: a second column under the same words is its twin or nothing,
      // never the next field that the words may stand for.
      let alike = [headings[candidate.column].group, headings[candidate.column].own]
      if !given.contains(alike), taken.insert(candidate.slots).inserted {
        given.insert(alike)
        columns[candidate.column].slots = candidate.slots
        columns[candidate.column].quality = candidate.quality
        columns[candidate.column].language = candidate.language
        columns[candidate.column].second = nil
      } else if let twin = freeTwin(candidate, headings, taken) {
        taken.insert(twin)
        columns[candidate.column].slots = twin
        columns[candidate.column].quality = candidate.quality - 2
      } else if columns[candidate.column].second == nil {
        columns[candidate.column].second = candidate.slots
      }
    }
    for index in columns.indices where columns[index].slots != nil { columns[index].second = nil }
    return columns
  }

  /// The second `G` of a table without groups is the gravity after measures: only the order says
  /// so.
  private func freeTwin(
    _ candidate: Candidate, _ headings: [HeadingRows.Heading], _ taken: Set<[Int]>
  ) -> [Int]? {
    guard candidate.slots.count == 1,
      let twin = lexicon.twin(ofSlot: candidate.slots[0], type: type), !taken.contains([twin])
    else { return nil }
    let heading = headings[candidate.column]
    let isRepeated = headings.contains {
      $0.column < heading.column && $0.own == heading.own
    }
    return isRepeated ? [twin] : nil
  }
}
