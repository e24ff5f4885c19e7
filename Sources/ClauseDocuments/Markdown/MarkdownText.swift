internal import ClauseSource

/// The lines of a Markdown text that are not code, and texts without their markup.
struct MarkdownText {
  /// One line outside of code.
  struct Line {
    let number: Int
    /// Without its line break and the blanks around it.
    let range: Range<Int>
  }

  let file: SourceFile
  /// The names of links that are defined elsewhere in the file: `[name]: target`.
  private let definitions: Set<[UInt8]>

  /// Takes a file.
  init(file: SourceFile) {
    self.file = file
    var names: Set<[UInt8]> = []
    for line in file.lineStarts.indices {
      let text = file.lineBytes(line).drop { $0 == 0x20 }
      guard text.first == UInt8(ascii: "["), let close = text.firstIndex(of: UInt8(ascii: "]")),
        close + 1 < text.endIndex, text[close + 1] == UInt8(ascii: ":")
      else { continue }
      names.insert(InlineMarks.name(text[(text.startIndex + 1)..<close]))
    }
    definitions = names
  }

  /// The lines from `start` on that stand in no fenced code.
  func lines(from start: Int) -> [Line] {
    var lines: [Line] = []
    var fence: (byte: UInt8, count: Int)?
    for number in file.lineIndex(of: start)..<file.lineStarts.count {
      let range = trimmed(lineRange(number))
      let first = range.isEmpty ? 0 : file.bytes[range.lowerBound]
      let isTick = first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
      let count = isTick ? file.bytes[range].prefix { $0 == first }.count : 0
      if let open = fence {
        if open.byte == first, count >= open.count, count == range.count { fence = nil }
      } else if count >= 3 {
        fence = (first, count)
      } else {
        lines.append(Line(number: number, range: range))
      }
    }
    return lines
  }

  private func lineRange(_ number: Int) -> Range<Int> {
    let bytes = file.lineBytes(number)
    let hasMark = number == 0 && bytes.starts(with: SourceFile.byteOrderMark)
    return bytes.startIndex + (hasMark ? 3 : 0)..<bytes.endIndex
  }

  /// A range without the blanks around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(file.bytes[start]) { start += 1 }
    while end > start, isBlank(file.bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The level and text of a heading with number signs, or nil.
  func heading(_ line: Line) -> (level: Int, text: Range<Int>)? {
    let bytes = file.bytes[line.range]
    let level = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level) else { return nil }
    let rest = bytes.dropFirst(level)
    guard let next = rest.first, isBlank(next) else { return nil }
    var text = trimmed(rest.startIndex..<rest.endIndex)
    while let last = file.bytes[text].last, last == UInt8(ascii: "#") {
      text = text.lowerBound..<text.upperBound - 1
    }
    return (level, trimmed(text))
  }

  /// The text of a range as one reads it: links are their words, code and emphasis lose their
  /// marks, `<br>` is a line break, escapes are resolved. Brackets that make no link stay, for
  /// they say that a text is still to be written. Linear in its length.
  func plain(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    let bytes = file.bytes
    var offset = range.lowerBound
    let end = range.upperBound
    let marks = InlineMarks(bytes, range, definitions)
    while offset < end {
      let byte = bytes[offset]
      if let next = marks.skips[offset] {
        offset = next
        continue
      }
      switch byte {
      case UInt8(ascii: "\\"):
        if offset + 1 < end, Self.isPunctuation(bytes[offset + 1]) { offset += 1 }
        result.append(bytes[offset])
      case UInt8(ascii: "`"): break
      case UInt8(ascii: "*"): break
      case UInt8(ascii: "<"):
        let tag = bytes[offset..<min(end, offset + 6)].prefix { $0 != UInt8(ascii: ">") }
        let name = tag.dropFirst().map { $0 | 0x20 }
        if name.starts(with: "br".utf8), tag.endIndex < end,
          bytes[tag.endIndex] == UInt8(ascii: ">")
        {
          result.append(0x0A)
          offset = tag.endIndex
        } else {
          result.append(byte)
        }
      default: result.append(byte)
      }
      offset += 1
    }
    while let last = result.last, isBlank(last) || last == 0x0A { result.removeLast() }
    return result
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  // MARK: Sections

  /// The lines below the heading that says `title`, up to the next heading that is not below it;
  /// all lines when no title is asked for, nil when there is no such heading.
  func section(_ lines: [Line], under title: String?) -> ArraySlice<Line>? {
    guard let title else { return lines[...] }
    let wanted = HeadingText.folded(title.utf8)
    guard
      let start = lines.firstIndex(where: { line in
        heading(line).map { HeadingText.folded(plain($0.text)) == wanted } ?? false
      }), let level = heading(lines[start])?.level
    else { return nil }
    let end =
      lines[(start + 1)...].firstIndex { line in heading(line).map { $0.level <= level } ?? false }
      ?? lines.endIndex
    return lines[(start + 1)..<end]
  }
}
