internal import ClauseSource

/// Reads what a document says of itself in its text: bold labels, lines of a quotation, or a table
/// of two columns at its head.
struct MarkdownLabels {
  private let text: MarkdownText
  private let limits: Limits
  private var labels: LabelTree

  init(file: SourceFile, limits: Limits) {
    text = MarkdownText(file: file)
    self.limits = limits
    labels = LabelTree(notation: .markdown, limits: limits)
  }

  /// Reads the first group of labels, up to the heading after it, or the one below `title`; no
  /// tree when there is none.
  mutating func run(from start: Int, under title: String?) -> ReadDocument {
    var end = start
    if let lines = text.section(text.lines(from: start), under: title) {
      for line in lines {
        if text.heading(line) != nil, labels.count > 0 { break }
        let before = labels.count
        readLabels(line)
        if labels.count > before { end = line.range.upperBound }
        if labels.isStopped { break }
      }
      if labels.count == 0 { end = readTable(lines) ?? end }
    }
    // Whoever asked for labels says that there are none.
    let tree = labels.finish(end: end)
    if tree == nil, !labels.found.isEmpty {
      return ReadDocument(tree: nil, diagnostics: labels.found)
    }
    return ReadDocument(tree: tree, bodyStart: start)
  }

  // MARK: Labels

  /// Reads the labels of a line; several may stand in it, separated by bars.
  private mutating func readLabels(_ line: MarkdownText.Line) {
    let bytes = text.file.bytes
    var start = line.range.lowerBound
    let end = line.range.upperBound
    // Marks of quotations and lists before it.
    while start < end, ">-*+ \t".utf8.contains(bytes[start]) {
      if bytes[start] == UInt8(ascii: "*"), start + 1 < end, bytes[start + 1] == bytes[start] {
        break
      }
      start += 1
    }
    while start < end, let label = label(from: start, end) {
      var stop = label.value
      while stop < end, !isBarBeforeLabel(stop, end) { stop += 1 }
      add(label.name, value: label.value..<stop)
      start = stop
      while start < end, bytes[start] == UInt8(ascii: "|") || bytes[start] == 0x20 { start += 1 }
    }
  }

  /// A bold label at `start`, its colon inside or after the marks: where its value begins.
  private func label(from start: Int, _ end: Int) -> (name: Range<Int>, value: Int)? {
    let bytes = text.file.bytes
    guard start + 4 < end, bytes[start] == bytes[start + 1],
      bytes[start] == UInt8(ascii: "*") || bytes[start] == UInt8(ascii: "_")
    else { return nil }
    let mark = bytes[start]
    var close = start + 2
    while close + 1 < end, !(bytes[close] == mark && bytes[close + 1] == mark) { close += 1 }
    guard close + 1 < end else { return nil }
    var name = text.trimmed(start + 2..<close)
    var value = close + 2
    if bytes[name].last == UInt8(ascii: ":") {
      name = text.trimmed(name.lowerBound..<name.upperBound - 1)
    } else {
      while value < end, bytes[value] == 0x20 || isNarrowBlank(value) != nil {
        value += isNarrowBlank(value) ?? 1
      }
      guard value < end, bytes[value] == UInt8(ascii: ":") else { return nil }
      value += 1
    }
    return name.isEmpty || name.count > limits.keyBytes ? nil : (name, value)
  }

  /// The length of a blank that French puts before a colon: U+00A0 or U+202F.
  private func isNarrowBlank(_ offset: Int) -> Int? {
    let bytes = text.file.bytes[offset...]
    if bytes.starts(with: [0xC2, 0xA0]) { return 2 }
    return bytes.starts(with: [0xE2, 0x80, 0xAF]) ? 3 : nil
  }

  private func isBarBeforeLabel(_ offset: Int, _ end: Int) -> Bool {
    guard text.file.bytes[offset] == UInt8(ascii: "|") else { return false }
    var next = offset + 1
    while next < end, text.file.bytes[next] == 0x20 { next += 1 }
    return label(from: next, end) != nil
  }

  private mutating func add(_ name: Range<Int>, value: Range<Int>) {
    var value = text.trimmed(value)
    // A backslash at the end is a line break of Markdown.
    if text.file.bytes[value].last == UInt8(ascii: "\\") {
      value = text.trimmed(value.lowerBound..<value.upperBound - 1)
    }
    labels.add(text.plain(name), at: span(name), value: text.plain(value), at: span(value))
  }

  // MARK: A table as head

  /// Reads the first table if it has two columns; where it ends.
  private mutating func readTable(_ lines: ArraySlice<MarkdownText.Line>) -> Int? {
    guard let table = PipeTable(text: text).tables(in: lines).first, table.headings.count == 2
    else { return nil }
    if !LabelTree.isHead(text.plain(table.headings[0])) {
      add(table.headings[0], value: table.headings[1])
    }
    for row in table.rows
    where row.cells.count == 2 && !row.cells[0].isEmpty && !labels.isStopped {
      add(withoutColon(row.cells[0]), value: row.cells[1])
    }
    return table.rows.last?.line.range.upperBound
  }

  /// A name without the marks of bold type and the colon: `**Owner:**` is `Owner`.
  private func withoutColon(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let last = text.file.bytes[range].last, ":* ".utf8.contains(last) {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range
  }

  private func span(_ range: Range<Int>) -> Span {
    Span(file: text.file.id, start: range.lowerBound, end: range.upperBound)
  }
}
