import ClauseDocuments
import ClauseSource

/// Finds the comments of a file that begin with `clauselint`, where its format has comments.
struct CommentScanner {
  let file: SourceFile
  let document: ReadDocument

  private static let mark = Array("clauselint:".utf8)
  private static let word = Array("derogation".utf8)

  /// The comments, in file order.
  func comments() -> [DerogationComments.Comment] {
    let name = file.path.utf8
    let isMarkdown = [".md", ".markdown", ".md.erb"].contains { Self.ends(name, $0) }
    let isYAML = [".yaml", ".yml"].contains { Self.ends(name, $0) }
    guard isMarkdown || isYAML, holdsMark() else { return [] }
    let body = isMarkdown ? document.bodyStart ?? file.bytes.count : file.bytes.count
    return inYAML(upTo: body) + (isMarkdown ? inMarkdown(from: body) : [])
  }

  private static func ends(_ name: String.UTF8View, _ suffix: String) -> Bool {
    name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// Whether the mark is there at all; most files are done with that.
  private func holdsMark() -> Bool {
    file.bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      let last = bytes.count - Self.mark.count
      while index <= last {
        if bytes[index] == Self.mark[0], starts(Self.mark, at: index) { return true }
        index += 1
      }
      return false
    }
  }

  private func starts(_ text: [UInt8], at offset: Int) -> Bool {
    offset >= 0 && offset + text.count <= file.bytes.count
      && file.bytes[offset..<(offset + text.count)].elementsEqual(text)
  }

  // MARK: YAML

  private func inYAML(upTo end: Int) -> [DerogationComments.Comment] {
    guard let tree = document.tree else { return [] }
    // A `#` inside quotes or a block of text begins no comment.
    let texts = (0..<tree.count).map { NodeID(Int32($0)) }.filter {
      tree.kind($0) == .scalar && tree.style($0) != .plain
    }.map(tree.span).sorted()
    var found: [DerogationComments.Comment] = []
    for index in file.lineStarts.indices where Int(file.lineStarts[index]) < end {
      let line = file.lineBytes(index)
      var offset = line.startIndex
      while let hash = line[offset...].firstIndex(of: UInt8(ascii: "#")) {
        offset = hash + 1
        let follows = hash == line.startIndex || CommentBlank.isBlank(line[hash - 1])
        guard follows, !Self.isInside(hash, texts) else { continue }
        if let words = afterMark(hash + 1, upTo: line.endIndex) {
          found.append(
            .init(
              span: Span(file: file.id, start: hash, end: line.endIndex),
              words: words..<line.endIndex,
              standsAlone: line[..<hash].allSatisfy(CommentBlank.isBlank)))
        }
        break
      }
    }
    return found
  }

  /// Whether one of the sorted, disjoint spans holds the byte at `offset`.
  private static func isInside(_ offset: Int, _ spans: [Span]) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if Int(spans[middle].start) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && offset < Int(spans[low - 1].end)
  }

  /// Where the words begin after blanks, the mark, blanks and `derogation`; nil when they do not
  /// stand there.
  private func afterMark(_ start: Int, upTo end: Int) -> Int? {
    var offset = start
    func skip() {
      while offset < end, CommentBlank.isBlank(file.bytes[offset]) { offset += 1 }
    }
    skip()
    guard starts(Self.mark, at: offset), offset + Self.mark.count <= end else { return nil }
    offset += Self.mark.count
    skip()
    guard starts(Self.word, at: offset), offset + Self.word.count <= end else { return offset }
    return offset + Self.word.count
  }

  // MARK: Markdown

  /// Comments that begin a line outside fenced code.
  private func inMarkdown(from start: Int) -> [DerogationComments.Comment] {
    var found: [DerogationComments.Comment] = []
    var fence: (byte: UInt8, count: Int)?
    var skipTo = 0
    for index in file.lineStarts.indices where Int(file.lineStarts[index]) >= start {
      let line = file.lineBytes(index)
      let text = line.drop { $0 == 0x20 }
      guard text.startIndex >= skipTo, let first = text.first else { continue }
      if first == UInt8(ascii: "`") || first == UInt8(ascii: "~") {
        let count = text.prefix { $0 == first }.count
        if let open = fence {
          let isBare = text.dropFirst(count).allSatisfy(CommentBlank.isBlank)
          if first == open.byte, count >= open.count, isBare { fence = nil }
        } else if count >= 3 {
          fence = (first, count)
        }
        continue
      }
      guard fence == nil, line.count - text.count < 4,
        starts(Array("<!--".utf8), at: text.startIndex)
      else { continue }
      let close = end(ofCommentAt: text.startIndex + 4)
      skipTo = close.after
      if let words = afterMark(text.startIndex + 4, upTo: close.words) {
        found.append(
          .init(
            span: Span(file: file.id, start: text.startIndex, end: close.after),
            words: words..<close.words, standsAlone: true))
      }
    }
    return found
  }

  /// Where the words of a comment end and where it ends; an unclosed one runs to the end.
  private func end(ofCommentAt start: Int) -> (words: Int, after: Int) {
    var index = start
    while index + 3 <= file.bytes.count {
      if file.bytes[index] == UInt8(ascii: "-"), starts(Array("-->".utf8), at: index) {
        return (index, index + 3)
      }
      index += 1
    }
    return (file.bytes.count, file.bytes.count)
  }
}

/// Blanks between the words of a comment.
enum CommentBlank {
  static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}
