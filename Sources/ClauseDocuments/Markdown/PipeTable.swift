internal import ClauseSource

/// Finds tables written with bars, and splits their rows, in one pass over the lines.
struct PipeTable {
  /// One table: the cells of its row of headings and of the rows below.
  struct Found {
    let line: MarkdownText.Line
    let headings: [Range<Int>]
    let rows: [(line: MarkdownText.Line, cells: [Range<Int>])]
  }

  let text: MarkdownText

  /// The tables among the lines.
  func tables(in lines: ArraySlice<MarkdownText.Line>) -> [Found] {
    var tables: [Found] = []
    var index = lines.startIndex
    while index + 1 < lines.endIndex {
      let (head, rule) = (lines[index], lines[index + 1])
      guard rule.number == head.number + 1, isRule(rule.range) else {
        index += 1
        continue
      }
      let headings = cells(head.range)
      guard headings.count == cells(rule.range).count, hasBar(head.range) || headings.count > 1
      else {
        index += 1
        continue
      }
      var rows: [(line: MarkdownText.Line, cells: [Range<Int>])] = []
      index += 2
      while index < lines.endIndex, hasBar(lines[index].range),
        lines[index].number == lines[index - 1].number + 1
      {
        rows.append((lines[index], cells(lines[index].range)))
        index += 1
      }
      tables.append(Found(line: head, headings: headings, rows: rows))
    }
    return tables
  }

  /// Whether a line is the rule below headings: `|:--|--:|`.
  private func isRule(_ range: Range<Int>) -> Bool {
    let bytes = text.file.bytes[range]
    return bytes.contains(UInt8(ascii: "-")) && bytes.contains(UInt8(ascii: "|"))
      && bytes.allSatisfy { "|:- \t".utf8.contains($0) }
  }

  private func hasBar(_ range: Range<Int>) -> Bool {
    text.file.bytes[range].contains(UInt8(ascii: "|"))
  }

  /// The cells of a row: what stands between bars that no backslash precedes.
  private func cells(_ range: Range<Int>) -> [Range<Int>] {
    let bytes = text.file.bytes
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    if start < range.upperBound, bytes[start] == UInt8(ascii: "|") { start += 1 }
    var offset = start
    while offset < range.upperBound {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset += 2
        continue
      }
      if bytes[offset] == UInt8(ascii: "|") {
        cells.append(text.trimmed(start..<offset))
        start = offset + 1
      }
      offset += 1
    }
    if start < range.upperBound { cells.append(text.trimmed(start..<range.upperBound)) }
    return cells
  }
}
