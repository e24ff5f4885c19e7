internal import ClauseSource

/// Reads what a Word file says of itself: labels with their values in lines (`Pilote : Sara`), else
/// in a table of names and values.
///
/// Labels in bold may stand among prose, up to the next heading; those in ordinary type are a group
/// of lines without prose between them.
struct WordLabels {
  private let text: WordText
  private let file: SourceFile
  private let limits: Limits
  private var labels: LabelTree
  private var end = 0

  /// Bytes of a text before a colon that may be a label.
  private static let longestName = 80

  init(_ text: WordText, file: SourceFile, limits: Limits) {
    self.text = text
    self.file = file
    self.limits = limits
    labels = LabelTree(notation: .word, limits: limits)
  }

  /// Reads the first group of labels; no tree when there is none.
  mutating func run(_ blocks: ArraySlice<WordText.Block>) -> ReadDocument {
    readLines(blocks, areBold: true)
    if labels.count == 0 { readLines(blocks, areBold: false) }
    if labels.count == 0 { readTable(blocks) }
    let tree = labels.finish(end: end)
    return ReadDocument(tree: tree, diagnostics: labels.found)
  }

  // MARK: Lines

  private mutating func readLines(_ blocks: ArraySlice<WordText.Block>, areBold: Bool) {
    for block in blocks where !labels.isStopped {
      guard case .paragraph(let paragraph) = block else { continue }
      if paragraph.level != nil {
        if labels.count > 0 { return }
        continue
      }
      let before = labels.count
      for part in parts(paragraph.text) {
        guard let label = label(in: part), text.isBold(label.name) == areBold else { continue }
        add(label.name, label.value)
      }
      if !areBold, before > 0, labels.count == before { return }
    }
  }

  /// The lines of a range, and what tabs divide in them.
  private func parts(_ range: Range<Int>) -> [Range<Int>] {
    text.bytes[range].split { $0 == 0x0A || $0 == 0x09 }.map {
      text.trimmed($0.startIndex..<$0.endIndex)
    }
  }

  /// A label and its value in one text, or nil.
  private func label(in range: Range<Int>) -> (name: Range<Int>, value: Range<Int>)? {
    guard let colon = text.bytes[range].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = text.trimmed(range.lowerBound..<colon)
    let value = text.trimmed((colon + 1)..<range.upperBound)
    let isAddress = text.bytes[(colon + 1)..<range.upperBound].starts(with: "//".utf8)
    return isName(name) && !isAddress ? (name, value) : nil
  }

  /// Whether a text may be a label: short, with a letter, and no sentence.
  private func isName(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= Self.longestName else { return false }
    let bytes = text.bytes[range]
    return !bytes.contains { ";?!|".utf8.contains($0) }
      && bytes.contains { (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0x80 }
  }

  // MARK: A table of names and values

  /// Reads the first table if its cells are names and values: in two columns, in two pairs of
  /// columns whose names show that they are, or name and value in one cell.
  private mutating func readTable(_ blocks: ArraySlice<WordText.Block>) {
    let table = blocks.lazy.compactMap { block -> WordText.Table? in
      guard case .table(let table) = block else { return nil }
      return table
    }.first
    guard let table, let rows = pairs(table) else { return }
    for (index, row) in rows.enumerated() where !labels.isStopped {
      for pair in row {
        if index == 0, LabelTree.isHead(text.bytes[pair.name]) { continue }
        add(pair.name, pair.value)
      }
    }
  }

  private typealias Pair = (name: Range<Int>, value: Range<Int>)

  private func pairs(_ table: WordText.Table) -> [[Pair]]? {
    var rows: [[Pair]] = []
    var row = 0
    var cells: [WordText.Cell] = []
    var (told, plain, widest) = (0, 0, 0)
    func close() {
      widest = max(widest, cells.count)
      let found = pairs(cells)
      told += found.told
      plain += found.plain
      rows.append(found.pairs)
      cells.removeAll(keepingCapacity: true)
    }
    for cell in table.cells {
      if cell.row != row, !cells.isEmpty { close() }
      row = cell.row
      cells.append(cell)
    }
    if !cells.isEmpty { close() }
    guard widest <= 2 || (widest <= 4 && told >= plain && told > 1) else { return nil }
    return rows
  }

  /// The pairs of a row; how many of the names show that they are names, and how many do not.
  private func pairs(
    _ cells: [WordText.Cell]
  ) -> (pairs: [Pair], told: Int, plain: Int) {
    var pairs: [Pair] = []
    var (told, plain) = (0, 0)
    var index = 0
    while index < cells.count {
      let range = cells[index].text
      index += 1
      if range.isEmpty { continue }
      if let label = label(in: range), !label.value.isEmpty {
        pairs.append(label)
        told += 1
      } else if index < cells.count {
        let isMarked = text.bytes[range].last == UInt8(ascii: ":")
        let isBold = text.isBold(range) && !text.isBold(cells[index].text)
        if isMarked || isBold { told += 1 } else { plain += 1 }
        pairs.append((withoutColon(range), cells[index].text))
        index += 1
      }
    }
    return (pairs, told, plain)
  }

  private func withoutColon(_ range: Range<Int>) -> Range<Int> {
    guard text.bytes[range].last == UInt8(ascii: ":") else { return range }
    return text.trimmed(range.lowerBound..<range.upperBound - 1)
  }

  private mutating func add(_ name: Range<Int>, _ value: Range<Int>) {
    if name.isEmpty { return }
    end = max(end, value.upperBound)
    labels.add(text.bytes[name], at: span(name), value: text.bytes[value], at: span(value))
  }

  private func span(_ range: Range<Int>) -> Span {
    Span(file: file.id, start: range.lowerBound, end: range.upperBound)
  }
}
