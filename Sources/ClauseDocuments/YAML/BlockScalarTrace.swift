/// Traces literal and folded block scalars, step by step as libyaml reads them.
enum BlockScalarTrace {
  private struct Header {
    var isFolded = false
    /// -1 strips the last line breaks, 0 keeps one, 1 keeps all.
    var chomping = 0
    /// The written indentation, relative to the parent's; nil when it is detected.
    var indicator: Int?
    /// Where the first line of content begins.
    var contentStart = 0
  }

  /// The trace that gives the text `decoded`, or nil.
  ///
  /// Without a written indentation the content shows it. A written one counts from the parent's,
  /// which the scalar alone does not show, so the few possible ones are tried.
  static func matching(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, _ decoded: UnsafeBufferPointer<UInt8>
  ) -> ScalarTrace? {
    let header = readHeader(source, start)
    let (first, widest) = indentation(source, header.contentStart)
    let indents =
      header.indicator.map { Array($0...max($0, min(widest, $0 + mostOuterIndent))) }
      ?? [first, widest]
    for indent in indents {
      let trace = trace(source, header, indent: indent, decoded.count)
      if trace.output.elementsEqual(decoded) { return trace }
    }
    return nil
  }

  /// The deepest indentation of a parent that is tried.
  private static let mostOuterIndent = 256

  private static func readHeader(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Header {
    var header = Header()
    header.isFolded = source[start] == UInt8(ascii: ">")
    var offset = start + 1
    while offset < source.count {
      switch source[offset] {
      case UInt8(ascii: "+"): header.chomping = 1
      case UInt8(ascii: "-"): header.chomping = -1
      case 0x31...0x39: header.indicator = Int(source[offset] - 0x30)
      default:
        while offset < source.count, LineBreak.length(source, offset, source.count) == 0 {
          offset += 1
        }
        header.contentStart = offset + LineBreak.length(source, offset, source.count)
        return header
      }
      offset += 1
    }
    header.contentStart = offset
    return header
  }

  /// Blanks before the first character of content, and the most of any line up to it.
  private static func indentation(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (first: Int, widest: Int) {
    var offset = start
    var widest = 0
    while offset < source.count {
      let lineStart = offset
      while offset < source.count, source[offset] == 0x20 { offset += 1 }
      let width = offset - lineStart
      widest = max(widest, width)
      let lineBreak = LineBreak.length(source, offset, source.count)
      if lineBreak == 0 { return (width, widest) }
      offset += lineBreak
    }
    return (widest, widest)
  }

  private static func trace(
    _ source: UnsafeBufferPointer<UInt8>, _ header: Header, indent: Int, _ decodedCount: Int
  ) -> ScalarTrace {
    var trace = ScalarTrace(start: header.contentStart)
    var offset = header.contentStart
    var leadingBreak: (offset: Int, length: Int)?
    var trailingBreaks: [(offset: Int, length: Int)] = []
    var isAfterBlank = false
    let end = source.count

    /// Skips indentation and collects the breaks of lines without content.
    func skipBreaks() {
      while true {
        var width = 0
        while width < indent, offset + width < end, source[offset + width] == 0x20 { width += 1 }
        let length = LineBreak.length(source, offset + width, end)
        if length == 0 {
          if width == indent { offset += width } else { offset = end }
          return
        }
        trailingBreaks.append((offset + width, length))
        offset += width + length
      }
    }
    func join(_ breaks: [(offset: Int, length: Int)]) {
      for lineBreak in breaks {
        trace.replace([0x0A], at: lineBreak.offset, length: lineBreak.length)
      }
    }

    skipBreaks()
    while offset < end, trace.output.count < decodedCount {
      let startsBlank = source[offset] == 0x20 || source[offset] == 0x09
      if let lineBreak = leadingBreak {
        if header.isFolded, !isAfterBlank, !startsBlank {
          if trailingBreaks.isEmpty {
            trace.replace([0x20], at: lineBreak.offset, length: lineBreak.length)
          }
        } else {
          join([lineBreak])
        }
      }
      leadingBreak = nil
      join(trailingBreaks)
      trailingBreaks = []
      isAfterBlank = startsBlank
      while offset < end, LineBreak.length(source, offset, end) == 0 {
        trace.copy(source[offset], from: offset)
        offset += 1
      }
      let length = LineBreak.length(source, offset, end)
      if length > 0 {
        leadingBreak = (offset, length)
        offset += length
        skipBreaks()
      }
    }
    if header.chomping != -1, let lineBreak = leadingBreak { join([lineBreak]) }
    if header.chomping == 1 { join(trailingBreaks) }
    trace.truncate(to: decodedCount)
    return trace
  }
}
