import ClauseDocuments
import ClauseRecords
import ClauseSource

/// Which type the headings, the values and the names of a table speak for.
struct TypeRanking {
  let lexicon: Lexicon
  let headings: [HeadingRows.Heading]
  let hits: [[Lexicon.Hit]]
  let values: [ColumnValues]
  let hints: RegisterHints
  /// What stands above the table and is no label.
  let titles: [[UInt8]]

  /// The decision.
  struct Choice {
    let type: Int
    let ground: Register.Ground
    let rival: Int?
    let columns: [Register.Column]
  }

  private struct Candidate {
    let type: Int
    let columns: [Register.Column]
    let understood: Int
    let score: Double
    let naming: Double
  }

  /// Types whose columns are worked out in full.
  private static let shortlist = 5
  /// How much more must speak for a type than for the next one.
  private static let margin = 0.5
  /// Headings that a type has to understand beyond the next one to be clear by that alone.
  private static let manyMore = 3

  /// The type, and whether it is clear; nil when nothing speaks for any.
  func choice() -> Choice? {
    if let type = hints.type {
      let columns = assigned(type)
      return Choice(type: type, ground: .declared, rival: nil, columns: columns)
    }
    var ranked = candidates()
    // A row of legal watch holds an evaluation too: who carries the other understands more of it.
    if let first = ranked.first,
      let carrier = ranked.firstIndex(where: {
        $0.understood > first.understood && carries($0, first.type)
      })
    {
      ranked.swapAt(0, carrier)
    }
    guard let best = ranked.first, best.understood > 0 else { return nil }
    let rival = ranked.dropFirst().first { !carries(best, $0.type) }
    // Who understands far more of the headings needs no more to be ahead.
    let isAhead =
      rival.map {
        $0.score + Self.margin <= best.score || $0.understood + Self.manyMore <= best.understood
      } ?? true
    let isNamed = best.naming >= 2
    let enough =
      isNamed
      ? best.understood >= 2 && best.understood * 3 >= headings.count
      : best.understood >= 3 && best.understood * 2 >= headings.count && !hints.needsName
    let fields = best.columns.compactMap { column in
      (column.slots ?? column.second).flatMap {
        lexicon.catalog.field(at: [$0[0]], inType: best.type)
      }
    }
    let hasTitle = fields.contains { $0.name.equalsByBytes("title") }
    // In prose the versions of one document, with date and author of each, are no documents.
    if hints.needsName, lexicon.describing.contains(best.type), !hasTitle,
      !fields.contains(where: { $0.name.equalsByBytes("code") })
    {
      return nil
    }
    // What tells one record from another has to be there: a scale of scores and levels has not.
    let isTold = hasTitle || fields.contains { $0.isRequired }
    return Choice(
      type: best.type, ground: enough && isAhead && isTold ? .recognised : .unclear,
      rival: rival?.type, columns: best.columns)
  }

  /// Whether columns of a candidate are those of a part of this type.
  private func carries(_ candidate: Candidate, _ type: Int) -> Bool {
    candidate.columns.contains {
      lexicon.catalog.part(at: $0.slots, inType: candidate.type)?.type == type
    }
  }

  /// The year that the title, the sheet or the file names.
  private var year: Int? {
    let names = titles + hints.names.map { Array($0.text.utf8) }
    return names.lazy.compactMap { ColumnPeriod.year(in: $0) }.first
  }

  private func assigned(_ type: Int) -> [Register.Column] {
    ColumnAssignment(lexicon: lexicon, type: type, year: year)
      .columns(headings, hits: hits, values: values)
  }

  /// What a column of a record that the row carries says for the row's type.
  private static func weight(ofPart rarity: Double) -> Double {
    rarity >= 0.3 ? 0.6 * rarity : 0.05
  }

  private func candidates() -> [Candidate] {
    let types = lexicon.catalog.types
    // A heading that few types have tells more than one of all types.
    let rarity = hits.map { list -> Double in
      let count = Set(list.filter { $0.quality >= 5 && $0.part == nil }.map(\.type)).count
      return count == 0 ? 0.3 : 1.0 / Double(count) + 0.02
    }
    var quick: [(type: Int, score: Double)] = []
    var weights = [Double](repeating: 0, count: types.count)
    for (index, list) in hits.enumerated() {
      for type in Set(list.filter { $0.part == nil }.map(\.type)) {
        weights[type] += rarity[index]
      }
    }
    for type in types.indices where weights[type] > 0 {
      quick.append((type, weights[type] + naming(type) + describing(type)))
    }
    quick.sort { $0.score != $1.score ? $0.score > $1.score : $0.type < $1.type }
    var result: [Candidate] = []
    for entry in quick.prefix(Self.shortlist) {
      let columns = assigned(entry.type)
      var score = naming(entry.type) + describing(entry.type)
      var taken: Set<Int> = []
      for (index, column) in columns.enumerated() {
        guard let slots = column.slots else { continue }
        if let slot = slots.first { taken.insert(slot) }
        // Columns of what the rows carry are those of many registers, and most tell little.
        if lexicon.catalog.part(at: slots, inType: entry.type) != nil {
          score += Self.weight(ofPart: rarity[index])
          continue
        }
        score += max(rarity[index], 0.05) * (column.quality >= 6 ? 1 : 0.6)
      }
      // Of types that know the same headings the one that asks for fewer others fits better.
      let required = types[entry.type].fields.indices.filter {
        types[entry.type].fields[$0].isRequired && $0 > 0
      }
      let met = required.count { taken.contains($0) }
      score += 0.5 * Double(met) / Double(max(1, required.count))
      result.append(
        Candidate(
          type: entry.type, columns: columns,
          understood: columns.count { $0.slots != nil || $0.second != nil }, score: score,
          naming: naming(entry.type)))
    }
    result.sort { $0.score != $1.score ? $0.score > $1.score : $0.type < $1.type }
    return result
  }

  /// How much it speaks for a type that its records describe texts, where a text describes itself.
  private func describing(_ type: Int) -> Double {
    hints.isOfText && lexicon.describing.contains(type) ? 2 * Self.margin : 0
  }

  /// How much the names of the file, its sheet and its title speak for a type.
  private func naming(_ type: Int) -> Double {
    var best = 0.0
    for name in hints.names {
      guard let length = lexicon.naming(HeadingGrammar.words(name.text.utf8), type: type) else {
        continue
      }
      best = max(best, name.weight + 0.4 * Double(min(length, 4)))
    }
    for title in titles {
      guard let length = lexicon.naming(HeadingGrammar.words(title), type: type) else { continue }
      best = max(best, 2 + 0.4 * Double(min(length, 4)))
    }
    return best
  }
}
