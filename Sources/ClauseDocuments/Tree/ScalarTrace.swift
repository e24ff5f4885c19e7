/// Decodes a scalar again and writes down where every piece came from.
struct ScalarTrace {
  /// The decoded text.
  private(set) var output: [UInt8] = []
  /// Where its pieces stand in the file.
  private(set) var segments: [ScalarMap.Segment] = []
  /// Offset after the last byte of content.
  var end: Int

  init(start: Int) { end = start }

  /// The trace of the scalar in `range` that gives the text `decoded`, or nil.
  static func matching(
    source: UnsafeBufferPointer<UInt8>, range: Range<Int>, decoded: UnsafeBufferPointer<UInt8>,
    notation: DocumentTree.Notation
  ) -> ScalarTrace? {
    guard !range.isEmpty else {
      return decoded.isEmpty ? ScalarTrace(start: range.lowerBound) : nil
    }
    let first = source[range.lowerBound]
    let trace: ScalarTrace
    switch (notation, first) {
    case (.json, UInt8(ascii: "\"")): trace = jsonString(source, range)
    case (.csv, UInt8(ascii: "\"")): trace = csvCell(source, range)
    case (.json, _), (.csv, _), (.cells, _), (.markdown, _), (.word, _):
      trace = verbatim(source, range)
    case (.yaml, UInt8(ascii: "\"")): trace = doubleQuoted(source, range)
    case (.yaml, UInt8(ascii: "'")): trace = singleQuoted(source, range)
    case (.yaml, UInt8(ascii: "|")), (.yaml, UInt8(ascii: ">")):
      return BlockScalarTrace.matching(source, from: range.lowerBound, decoded)
    case (.yaml, _): trace = plain(source, range)
    }
    return trace.output.elementsEqual(decoded) ? trace : nil
  }

  // MARK: Emitting

  /// One byte copied from the file.
  mutating func copy(_ byte: UInt8, from offset: Int) {
    if let last = segments.last, last.isLinear,
      last.source + output.count - last.decoded == offset
    {
    } else {
      segments.append(.init(decoded: output.count, source: offset, isLinear: true))
    }
    output.append(byte)
    end = offset + 1
  }

  /// Bytes that stand in the file as something else: an escape, a line break.
  mutating func replace(_ bytes: some Sequence<UInt8>, at offset: Int, length: Int) {
    segments.append(.init(decoded: output.count, source: offset, isLinear: false))
    output.append(contentsOf: bytes)
    end = offset + length
  }

  /// Keeps only the first `count` bytes.
  mutating func truncate(to count: Int) {
    guard output.count > count else { return }
    output.removeLast(output.count - count)
    while let last = segments.last, last.decoded >= count, segments.count > 1 {
      segments.removeLast()
    }
  }

  static func verbatim(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> ScalarTrace {
    var trace = ScalarTrace(start: range.lowerBound)
    for offset in range { trace.copy(source[offset], from: offset) }
    return trace
  }

  // MARK: Flow scalars of YAML

  private static func plain(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> ScalarTrace {
    var trace = ScalarTrace(start: range.lowerBound)
    var offset = range.lowerBound
    while offset < range.upperBound {
      if YAMLLayout.isBlankOrBreak(source[offset]) {
        offset = trace.fold(source, offset, range.upperBound, afterEscapedBreak: false)
      } else {
        trace.copy(source[offset], from: offset)
        offset += 1
      }
    }
    return trace
  }

  private static func singleQuoted(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> ScalarTrace {
    var trace = ScalarTrace(start: range.lowerBound + 1)
    var offset = range.lowerBound + 1
    let end = range.upperBound - 1
    while offset < end {
      if YAMLLayout.isBlankOrBreak(source[offset]) {
        offset = trace.fold(source, offset, end, afterEscapedBreak: false)
      } else if source[offset] == UInt8(ascii: "'") {
        trace.replace([UInt8(ascii: "'")], at: offset, length: 2)
        offset += 2
      } else {
        trace.copy(source[offset], from: offset)
        offset += 1
      }
    }
    return trace
  }

  private static func doubleQuoted(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> ScalarTrace {
    var trace = ScalarTrace(start: range.lowerBound + 1)
    var offset = range.lowerBound + 1
    let end = range.upperBound - 1
    while offset < end {
      let byte = source[offset]
      if YAMLLayout.isBlankOrBreak(byte) {
        offset = trace.fold(source, offset, end, afterEscapedBreak: false)
      } else if byte == UInt8(ascii: "\\") {
        offset = trace.escape(source, offset, end)
      } else {
        trace.copy(byte, from: offset)
        offset += 1
      }
    }
    return trace
  }

  /// Blanks and line breaks from `start` on: blanks alone stay; a single break becomes a blank, of
  /// several the first one is dropped; blanks around breaks vanish. Answers where it stopped.
  private mutating func fold(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, afterEscapedBreak: Bool
  ) -> Int {
    var offset = start
    var breaks: [(offset: Int, length: Int)] = []
    var hasBreak = afterEscapedBreak
    var blanksEnd = start
    while offset < end, YAMLLayout.isBlankOrBreak(source[offset]) {
      let length = LineBreak.length(source, offset, end)
      if length > 0 {
        breaks.append((offset, length))
        hasBreak = true
      } else if !hasBreak {
        blanksEnd = offset + 1
      }
      offset += max(length, 1)
    }
    if !hasBreak {
      for index in start..<blanksEnd { copy(source[index], from: index) }
    } else if afterEscapedBreak {
      for lineBreak in breaks { replace([0x0A], at: lineBreak.offset, length: lineBreak.length) }
    } else if breaks.count == 1 {
      replace([0x20], at: breaks[0].offset, length: breaks[0].length)
    } else {
      for lineBreak in breaks.dropFirst() {
        replace([0x0A], at: lineBreak.offset, length: lineBreak.length)
      }
    }
    return offset
  }

  private mutating func escape(
    _ source: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int
  ) -> Int {
    guard offset + 1 < end else { return end }
    let lineBreak = LineBreak.length(source, offset + 1, end)
    if lineBreak > 0 {
      return fold(source, offset + 1 + lineBreak, end, afterEscapedBreak: true)
    }
    let digits: Int
    switch source[offset + 1] {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default:
      var bytes: [UInt8] = []
      UTF8Text.append(UInt32(Self.simpleEscape(source[offset + 1])), to: &bytes)
      replace(bytes, at: offset, length: 2)
      return offset + 2
    }
    var scalar: UInt32 = 0
    for index in (offset + 2)..<min(offset + 2 + digits, end) {
      scalar = scalar &* 16 &+ UInt32(HexDigit.value(source[index]) ?? 0)
    }
    var bytes: [UInt8] = []
    UTF8Text.append(scalar, to: &bytes)
    replace(bytes, at: offset, length: digits + 2)
    return offset + digits + 2
  }

  /// The code point of a one-letter escape (YAML 1.2, section 5.7).
  private static func simpleEscape(_ letter: UInt8) -> UInt32 {
    switch letter {
    case UInt8(ascii: "0"): 0
    case UInt8(ascii: "a"): 7
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "t"), 0x09: 9
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "v"): 11
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "e"): 27
    case UInt8(ascii: "N"): 0x85
    case UInt8(ascii: "_"): 0xA0
    case UInt8(ascii: "L"): 0x2028
    case UInt8(ascii: "P"): 0x2029
    default: UInt32(letter)
    }
  }

  // MARK: JSON and CSV

  private static func jsonString(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> ScalarTrace {
    var trace = ScalarTrace(start: range.lowerBound + 1)
    var offset = range.lowerBound + 1
    let end = range.upperBound - 1
    while offset < end {
      guard source[offset] == UInt8(ascii: "\\") else {
        trace.copy(source[offset], from: offset)
        offset += 1
        continue
      }
      guard let (scalar, length) = JSONEscape.decode(source, at: offset, end: end) else { break }
      var bytes: [UInt8] = []
      UTF8Text.append(scalar, to: &bytes)
      trace.replace(bytes, at: offset, length: length)
      offset += length
    }
    return trace
  }

  private static func csvCell(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> ScalarTrace {
    var trace = ScalarTrace(start: range.lowerBound + 1)
    var offset = range.lowerBound + 1
    let end = range.upperBound - 1
    while offset < end {
      let isDoubled = source[offset] == UInt8(ascii: "\"")
      if isDoubled {
        trace.replace([UInt8(ascii: "\"")], at: offset, length: 2)
      } else {
        trace.copy(source[offset], from: offset)
      }
      offset += isDoubled ? 2 : 1
    }
    return trace
  }
}
