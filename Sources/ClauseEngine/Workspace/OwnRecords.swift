import ClauseRecords
import ClauseSource

/// Which records are the organisation's own.
///
/// Reference records of packs, such as legal texts, can be referred to and counted on by
/// expressions, but no rule ranges over them: a register that holds nothing else is empty.
struct OwnRecords: Sendable {
  private let ranges: [Range<Int>]

  /// The records of `store` from files numbered `firstFile` or higher.
  init(store: RecordStore, firstFile: FileID) {
    ranges = store.catalog.types.indices.map { type in
      let all = store.indices(ofType: type)
      let first = all.first { store.records[$0].span.file >= firstFile } ?? all.upperBound
      return first..<all.upperBound
    }
  }

  /// The indices in the store of a type's own records.
  func indices(ofType type: Int) -> Range<Int> { ranges[type] }

  /// Number of own records of all types.
  var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// Whether the record at `index` in the store is the organisation's.
  func contains(_ index: Int) -> Bool { ranges.contains { $0.contains(index) } }
}
