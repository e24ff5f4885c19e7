import ClauseDocuments
import ClauseRecords
import ClauseSource

/// Gives the columns of a table the fields of one type: the surest first, one column a field.
struct ColumnAssignment {
  let lexicon: Lexicon
  let type: Int
  /// The year that the table is about; nil where nothing says it.
  var year: Int?

  /// A field that a column may hold.
  private struct Candidate {
    let column: Int
    let slots: [Int]
    let quality: Int
    let fit: Double
    let language: Language?
    /// What its place in the table says of a field of a record that the row carries.
    let place: Double

    /// What speaks for it: the lexicon first, and the values where they speak clearly.
    var weight: Double { Double(quality) + place + (fit >= 0.5 ? 2 : fit <= -0.7 ? -3 : 0) }
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
    let texts = partTexts(headings, hits)
    for (index, heading) in headings.enumerated() {
      let own = hits[index].filter { $0.type == type }
      let all =
        heading.group.isEmpty
        ? own : lexicon.hits(ofHeading: heading.own, below: heading.group, type: type, own: own)
      for hit in all {
        guard let place = place(of: hit, index, texts) else { continue }
        let fit = values[index].fit(hit.slots, type: type, of: lexicon.catalog)
        // A second meaning of a heading counts where the values are of it.
        if hit.needsValues, fit < 0.6 { continue }
        // What is not quite sure and contradicted by the values is wrong.
        if hit.quality < Lexicon.labelQuality - 1, fit <= -0.7, values[index].samples.count > 2 {
          continue
        }
        if values[index].contradict(hit.slots, type: type, of: lexicon.catalog) { continue }
        candidates.append(
          Candidate(
            column: index, slots: hit.slots, quality: hit.quality, fit: fit,
            language: hit.language, place: place))
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
    takePeriods(&columns, headings)
    return columns
  }

  /// Gives columns that are headed by months, quarters or years to the part of the type of which
  /// each such cell is one. A single one is more likely a field nobody knows.
  private func takePeriods(
    _ columns: inout [Register.Column], _ headings: [HeadingRows.Heading]
  ) {
    let catalog = lexicon.catalog
    guard let position = catalog.parts[type].firstIndex(where: { $0.period != nil }) else { return }
    let slots = [catalog.layouts[type].slotCount + position, catalog.parts[type][position].text]
    let periods = headings.indices.compactMap { index -> (Int, ColumnPeriod)? in
      guard columns[index].slots == nil, columns[index].second == nil else { return nil }
      let year = ColumnPeriod.year(in: headings[index].group) ?? year
      return ColumnPeriod(ofHeading: headings[index].own, year: year).map { (index, $0) }
    }
    guard periods.count > 1, Set(periods.map(\.1)).count == periods.count else { return }
    for (index, period) in periods {
      columns[index].slots = slots
      columns[index].period = period
      columns[index].quality = Lexicon.labelQuality / 2
    }
  }

  // MARK: Parts of rows

  /// By the slot that leads to a part: the column of its text, without which rows carry none.
  private func partTexts(
    _ headings: [HeadingRows.Heading], _ hits: [[Lexicon.Hit]]
  ) -> [Int: Int] {
    let catalog = lexicon.catalog
    guard type < catalog.parts.count else { return [:] }
    var columns: [Int: Int] = [:]
    for (position, part) in catalog.parts[type].enumerated() {
      let slot = catalog.layouts[type].slotCount + position
      let fields = [[slot, part.text]] + (part.link.map { [[$0]] } ?? [])
      var best: (column: Int, quality: Int)?
      for index in headings.indices {
        for hit in hits[index] where hit.type == type && fields.contains(hit.slots) {
          // A heading that surely means something else of the record is no text of a part.
          let other = hits[index].filter { $0.type == type && $0.part == nil }.map(\.quality).max()
          if hit.needsValues || hit.quality < other ?? 0 { continue }
          if hit.quality > best?.quality ?? 0 { best = (index, hit.quality) }
        }
      }
      columns[slot] = best?.column
    }
    return columns
  }

  /// What the place of a column says for a field of a part: its columns stand right of its text;
  /// nil where the table has no such text.
  private func place(of hit: Lexicon.Hit, _ column: Int, _ texts: [Int: Int]) -> Double? {
    guard let part = hit.part else { return 0 }
    guard let first = hit.slots.first, let text = texts[first] else { return nil }
    if column == text { return 0 }
    return column < text ? -3 : part.goesFirst ? 2.5 : 0
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
