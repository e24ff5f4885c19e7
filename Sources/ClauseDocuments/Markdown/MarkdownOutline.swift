internal import CLibCMarkGFM
public import ClauseSource

/// What a Markdown text is made of, as far as checks ask: its headings and its links.
public struct MarkdownOutline: Sendable {
  /// A heading.
  public struct Heading: Sendable {
    /// 1 for a title to 6.
    public let level: Int
    /// Its text without markup.
    public let text: String
    /// Its first line.
    public let span: Span
  }

  /// A link or an image.
  public struct Link: Sendable {
    /// Where it leads, escapes resolved.
    public let target: String
    /// The target as written; the beginning of its block where it is written elsewhere.
    public let span: Span
  }

  /// The headings in order.
  public internal(set) var headings: [Heading] = []
  /// The links in order.
  public internal(set) var links: [Link] = []
  /// Names of places in the text that raw HTML declares.
  public internal(set) var anchors: [String] = []
}

/// Reads the outline of a text with cmark-gfm.
struct OutlineReader {
  let file: SourceFile
  let bodyStart: Int

  /// Steps that brackets and other marks of one paragraph may cost: pairing them is quadratic.
  private static let mostSteps = 400_000_000
  /// Quotes and lists within one another.
  private static let mostNesting = 64

  /// The outline, or nil when the text would take too long to read.
  func read() -> MarkdownOutline? {
    guard isAffordable() else { return nil }
    var outline = MarkdownOutline()
    let body = file.bytes[bodyStart...]
    let root = body.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root else { return nil }
    defer { cmark_node_free(root) }
    guard let walk = cmark_iter_new(root) else { return nil }
    defer { cmark_iter_free(walk) }
    var block = file.bytes.startIndex..<file.bytes.startIndex
    var heading: (level: Int, text: String, span: Span)?
    while true {
      let event = cmark_iter_next(walk)
      if event == CMARK_EVENT_DONE { break }
      guard let node = cmark_iter_get_node(walk) else { continue }
      let type = cmark_node_get_type(node)
      if event == CMARK_EVENT_EXIT {
        if type == CMARK_NODE_HEADING, let found = heading {
          outline.headings.append(.init(level: found.level, text: found.text, span: found.span))
          heading = nil
        }
        continue
      }
      switch type {
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
        block = lines(of: node)
        if type == CMARK_NODE_HEADING {
          heading = (Int(cmark_node_get_heading_level(node)), "", firstLine(of: block))
        }
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: heading?.text += Self.literal(node)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: heading?.text += " "
      case CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
        outline.anchors += Self.anchors(in: Self.literal(node))
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        guard let url = cmark_node_get_url(node) else { continue }
        let target = String(cString: url)
        let span = place(of: target, in: &block)
        outline.links.append(.init(target: target, span: span))
      default: break
      }
    }
    return outline
  }

  private static func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  // MARK: Places

  /// cmark counts lines of what it was given; its columns are not relied upon.
  private func lines(of node: OpaquePointer) -> Range<Int> {
    let first = file.lineIndex(of: bodyStart) + max(0, Int(cmark_node_get_start_line(node)) - 1)
    let last = file.lineIndex(of: bodyStart) + max(0, Int(cmark_node_get_end_line(node)) - 1)
    let start = first < file.lineStarts.count ? Int(file.lineStarts[first]) : file.bytes.count
    let end =
      last + 1 < file.lineStarts.count ? Int(file.lineStarts[last + 1]) : file.bytes.count
    return start..<max(start, end)
  }

  private func firstLine(of block: Range<Int>) -> Span {
    let line = file.lineBytes(file.lineIndex(of: block.lowerBound))
    return Span(
      file: file.id, start: line.startIndex, end: max(line.startIndex, line.endIndex))
  }

  /// Where a target is written in its block; the block goes on after it, so that a second link to
  /// the same place finds its own.
  private func place(of target: String, in block: inout Range<Int>) -> Span {
    let wanted = Array(target.utf8)
    if let first = wanted.first {
      var offset = block.lowerBound
      while offset + wanted.count <= block.upperBound {
        if file.bytes[offset] == first,
          file.bytes[offset..<offset + wanted.count].elementsEqual(wanted)
        {
          block = offset + wanted.count..<block.upperBound
          return Span(file: file.id, start: offset, end: offset + wanted.count)
        }
        offset += 1
      }
    }
    return Span(file: file.id, start: block.lowerBound, end: block.lowerBound)
  }

  /// The names that `id="…"` and `name="…"` declare.
  private static func anchors(in html: String) -> [String] {
    var found: [String] = []
    let bytes = Array(html.utf8)
    for word in ["id=", "name="] {
      let wanted = Array(word.utf8)
      var offset = 0
      while offset + wanted.count < bytes.count {
        guard bytes[offset..<offset + wanted.count].elementsEqual(wanted) else {
          offset += 1
          continue
        }
        offset += wanted.count
        let quote = bytes[offset]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
        let name = bytes[(offset + 1)...].prefix { $0 != quote }
        found.append(String(decoding: name, as: UTF8.self))
        offset = name.endIndex
      }
    }
    return found
  }

  // MARK: Cost

  /// Whether the marks of all paragraphs, squared, and the nesting of all lines stay in bounds.
  private func isAffordable() -> Bool {
    var steps = 0
    var marks = 0
    var nesting = 0
    var isAtStart = true
    var isBlank = true
    for byte in file.bytes[bodyStart...] {
      switch byte {
      case 0x0A, 0x0D:
        if isBlank {
          steps += marks * marks
          marks = 0
        }
        if nesting > Self.mostNesting || steps + marks * marks > Self.mostSteps { return false }
        (nesting, isAtStart, isBlank) = (0, true, true)
      case 0x20, 0x09: break
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        isBlank = false
        marks += 1
        // A line of dashes is no nesting, but costs nothing to count as such below the bound.
        if isAtStart { nesting += byte == UInt8(ascii: ">") ? 1 : 0 }
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: "_"),
        UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: "`"), UInt8(ascii: "&"),
        UInt8(ascii: "~"), UInt8(ascii: "\""), UInt8(ascii: "'"):
        isBlank = false
        isAtStart = false
        marks += 1
      default:
        isBlank = false
        isAtStart = false
      }
    }
    return nesting <= Self.mostNesting && steps + marks * marks <= Self.mostSteps
  }
}
