import ClauseBytes

/// Parts of rows that are told a second time by a record with a row of its own: the action that the
/// register of risks names and the action plan has.
struct PartTwins {
  /// A record of a file.
  struct Source {
    let file: Int
    let record: Int
  }

  /// Parts with the record that stands in for each.
  private(set) var all: [(file: Int, record: Int, twin: Source)] = []
  private var byRecord: [[Int]: Int] = [:]

  init() {}

  /// Finds the parts among the records of `files` whose text is that of exactly one record of
  /// their type with a row of its own.
  init(_ files: [BoundFile], _ catalog: RecordTypeCatalog) {
    var texts: [Int: Set<Int>] = [:]
    for file in files {
      for record in file.records {
        if let carried = record.carried {
          texts[record.typeIndex, default: []].insert(carried.text)
        }
      }
    }
    if texts.isEmpty { return }
    var tables: [Int: ByteTable] = [:]
    var sources: [Source] = []
    for (fileIndex, file) in files.enumerated() {
      for (index, record) in file.records.enumerated() where record.carried == nil {
        guard let slots = texts[record.typeIndex] else { continue }
        let layout = catalog.layouts[record.typeIndex]
        let titles = StoreBuilder.titleFields.compactMap { layout.slot(of: $0) }
          .filter { $0 < layout.fields.count }
        let number = Int32(sources.count)
        sources.append(Source(file: fileIndex, record: index))
        for slot in slots.union(titles) {
          guard let key = Self.key(record.firstValue + slot, file),
            let other = tables[record.typeIndex, default: ByteTable()].insert(key, number),
            other != number
          else { continue }
          tables[record.typeIndex]?.set(key, StoreBuilder.severalRecords)
        }
      }
    }
    for (fileIndex, file) in files.enumerated() {
      for (index, record) in file.records.enumerated() {
        guard let carried = record.carried,
          let key = Self.key(record.firstValue + carried.text, file),
          let number = tables[record.typeIndex]?.value(of: key),
          number != StoreBuilder.severalRecords
        else { continue }
        byRecord[[fileIndex, index]] = all.count
        all.append((fileIndex, index, sources[Int(number)]))
      }
    }
  }

  /// The record that stands in for a part; nil where none does.
  func twin(ofRecord record: Int, inFile file: Int) -> Source? {
    if all.isEmpty { return nil }
    return byRecord[[file, record]].map { all[$0].twin }
  }

  private static func key(_ value: Int, _ file: BoundFile) -> [UInt8]? {
    guard case .text(let range) = file.values[value] else { return nil }
    let key = Fold.heading(file.text[range.range])
    return key.isEmpty ? nil : key
  }
}
