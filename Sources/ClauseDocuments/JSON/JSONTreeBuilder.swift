internal import ClauseSource

/// Builds a tree from JSON text. Iterative: open objects and arrays wait on a stack.
struct JSONTreeBuilder {
  /// An object or array that is still open.
  private struct Frame {
    let isObject: Bool
    let start: Int
    let firstPending: Int
  }

  /// What may come next.
  private enum Expectation {
    case value
    case valueOrEnd
    case keyOrEnd
    case key
    case separatorOrEnd
  }

  private let file: SourceFile
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: Limits
  private var tree = DocumentTree(notation: .json)
  private var frames: [Frame] = []
  private var pending: [NodeID] = []
  private var scratch: [UInt8] = []
  private var found: [Diagnostic] = []
  /// Whether reading on makes no sense: a limit was met, or too much was wrong.
  private(set) var isStopped = false

  /// Errors reported for one file before reading stops.
  private static let maximumReports = 20

  private init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, limits: Limits) {
    self.file = file
    self.bytes = bytes
    self.limits = limits
  }

  /// Checks the bytes of a file, lets `body` read them, and gives the result.
  static func read(
    _ file: SourceFile, limits: Limits, _ body: (inout JSONTreeBuilder) -> Void
  ) -> ReadDocument {
    let faults = ByteScanner.scan(file, limits: limits)
    guard faults.isEmpty else { return ReadDocument(tree: nil, diagnostics: faults) }
    return file.bytes.withUnsafeBufferPointer { bytes in
      var builder = JSONTreeBuilder(file: file, bytes: bytes, limits: limits)
      builder.tree.reserve(forBytes: bytes.count)
      body(&builder)
      return ReadDocument(
        tree: builder.found.isEmpty ? builder.tree : nil, diagnostics: builder.found)
    }
  }

  /// The bytes after any byte order mark.
  var content: Range<Int> {
    (bytes.starts(with: SourceFile.byteOrderMark) ? 3 : 0)..<bytes.count
  }

  // MARK: Reading

  /// Reads one value and nothing after it in `range`; blanks alone are nothing.
  mutating func readText(in range: Range<Int>) {
    frames.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
    let end = range.upperBound
    var offset = skipBlanks(range.lowerBound, end)
    guard offset < end else { return }
    var expectation = Expectation.value
    while true {
      offset = skipBlanks(offset, end)
      guard offset < end else {
        failAtEnd(offset)
        return
      }
      guard let next = take(&expectation, at: offset, end) else { return }
      offset = next
      if frames.isEmpty { break }
    }
    offset = skipBlanks(offset, end)
    if offset < end {
      fail("json-syntax", JSONWords.moreTextAfterEnd, offset)
    } else if let root = pending.first {
      tree.addRoot(root)
    }
  }

  /// Reads one token and answers the offset after it; nil after an error.
  private mutating func take(
    _ expectation: inout Expectation, at offset: Int, _ end: Int
  ) -> Int? {
    let byte = bytes[offset]
    switch expectation {
    case .separatorOrEnd:
      return takeSeparator(&expectation, byte, at: offset)
    case .key, .keyOrEnd:
      if byte == UInt8(ascii: "}"), expectation == .keyOrEnd {
        return close(&expectation, at: offset)
      }
      return takeKey(&expectation, byte, at: offset, end)
    case .value, .valueOrEnd:
      if byte == UInt8(ascii: "]") {
        if expectation == .valueOrEnd { return close(&expectation, at: offset) }
        if !frames.isEmpty {
          return fail("json-comma", JSONWords.commaStandsBeforeEndArray, offset)
        }
      }
      return takeValue(&expectation, byte, at: offset, end)
    }
  }

  private mutating func takeSeparator(
    _ expectation: inout Expectation, _ byte: UInt8, at offset: Int
  ) -> Int? {
    let isObject = frames.last?.isObject ?? false
    if byte == UInt8(ascii: ",") {
      expectation = isObject ? .key : .value
      return offset + 1
    }
    if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      return close(&expectation, at: offset)
    }
    return fail(
      "json-syntax",
      isObject
        ? JSONWords.commaOrBraceExpected
        : JSONWords.commaOrBracketExpected,
      offset, related: openingPlace)
  }

  private mutating func takeKey(
    _ expectation: inout Expectation, _ byte: UInt8, at offset: Int, _ end: Int
  ) -> Int? {
    guard byte == UInt8(ascii: "\"") else {
      if byte == UInt8(ascii: "}") {
        return fail("json-comma", JSONWords.commaStandsBeforeEndObject, offset)
      }
      return fail("json-syntax", JSONWords.keyDoubleQuotesWasExpected, offset, remedy: hint(byte))
    }
    guard var next = takeString(at: offset, end, limit: .keyBytes) else { return nil }
    next = skipBlanks(next, end)
    guard next < end else {
      failAtEnd(next)
      return nil
    }
    guard bytes[next] == UInt8(ascii: ":") else {
      return fail("json-syntax", JSONWords.colonWasExpectedAfterKey, next)
    }
    expectation = .value
    return next + 1
  }

  private mutating func takeValue(
    _ expectation: inout Expectation, _ byte: UInt8, at offset: Int, _ end: Int
  ) -> Int? {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return open(&expectation, isObject: byte == UInt8(ascii: "{"), at: offset)
    case UInt8(ascii: "\""):
      expectation = .separatorOrEnd
      return takeString(at: offset, end, limit: .scalarBytes)
    default:
      expectation = .separatorOrEnd
      return takeWord(byte, at: offset, end)
    }
  }

  // MARK: Objects and arrays

  private mutating func open(
    _ expectation: inout Expectation, isObject: Bool, at offset: Int
  ) -> Int? {
    guard frames.count < limits.nestingDepth else {
      stop(
        .nestingDepth, met: frames.count + 1, JSONWords.nestedObjectsAndArrays, offset, offset + 1)
      return nil
    }
    frames.append(Frame(isObject: isObject, start: offset, firstPending: pending.count))
    expectation = isObject ? .keyOrEnd : .valueOrEnd
    return offset + 1
  }

  private mutating func close(_ expectation: inout Expectation, at offset: Int) -> Int? {
    guard let frame = frames.popLast() else { return nil }
    let place = Span(file: file.id, start: frame.start, end: offset + 1)
    if frame.isObject { checkKeys(frame) }
    let node = tree.addCollection(
      frame.isObject ? .mapping : .sequence, taking: &pending, from: frame.firstPending,
      span: place)
    pending.append(node)
    expectation = .separatorOrEnd
    guard checkCount(place) else { return nil }
    return offset + 1
  }

  private mutating func checkKeys(_ frame: Frame) {
    for clash in KeyCheck.clashes(in: pending, from: frame.firstPending, of: tree)
    where !isStopped {
      let first = pending[frame.firstPending + 2 * clash.first]
      let second = pending[frame.firstPending + 2 * clash.second]
      found.append(
        clash.diagnostic(
          what: JSONWords.theKey, key: tree.bytes(second),
          first: tree.span(first),
          second: tree.span(second), limits: limits))
      if found.count >= Self.maximumReports { isStopped = true }
    }
  }

  // MARK: Scalars

  private mutating func takeString(at start: Int, _ end: Int, limit: LimitName) -> Int? {
    var offset = start + 1
    var plainStart = offset
    scratch.removeAll(keepingCapacity: true)
    var hasEscape = false
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") { break }
      if byte < 0x20 {
        return failInString(start, at: offset)
      }
      guard byte == UInt8(ascii: "\\") else {
        offset += 1
        continue
      }
      guard let (scalar, length) = JSONEscape.decode(bytes, at: offset, end: end) else {
        return failEscape(at: offset, end)
      }
      hasEscape = true
      scratch.append(contentsOf: bytes[plainStart..<offset])
      UTF8Decoding.append(scalar, to: &scratch)
      offset += length
      plainStart = offset
    }
    guard offset < end else {
      return fail("json-string", JSONWords.stringBeginsNeverClosed, start)
    }
    let place = Span(file: file.id, start: start, end: offset + 1)
    let count: Int
    if hasEscape {
      scratch.append(contentsOf: bytes[plainStart..<offset])
      count = scratch.count
      checkDecoded(place)
      pending.append(tree.addScalar(scratch, style: .quoted, span: place))
    } else {
      count = offset - plainStart
      pending.append(
        tree.addScalar(
          UnsafeBufferPointer(rebasing: bytes[plainStart..<offset]), style: .quoted, span: place))
    }
    if count > limits[limit] {
      stop(
        limit, met: count,
        limit == .keyBytes
          ? JSONWords.bytesOneKey
          : JSONWords.bytesOneText,
        start,
        offset + 1)
      return nil
    }
    return checkCount(place) ? offset + 1 : nil
  }

  /// What may not stand in a file may not come in through an escape either.
  private mutating func checkDecoded(_ place: Span) {
    let fault = scratch.withUnsafeBufferPointer {
      ByteScanner.faultInDecodedText($0, limits: limits)
    }
    guard let fault else { return }
    let at = scratch.withUnsafeBufferPointer { decoded in
      ScalarMap(source: bytes, span: place, decoded: decoded, notation: .json)
        .span(of: fault.offset..<fault.offset + 1)
    }
    found.append(
      Diagnostic(
        .error, code: fault.code, message: fault.message.writtenAsEscape,
        place: .span(at)))
  }

  private mutating func takeWord(_ first: UInt8, at start: Int, _ end: Int) -> Int? {
    var offset = start
    while offset < end, Self.isWord(bytes[offset]) { offset += 1 }
    let word = UnsafeBufferPointer(rebasing: bytes[start..<offset])
    let place = Span(file: file.id, start: start, end: max(offset, start + 1))
    if !["true", "false", "null"].contains(where: { word.elementsEqual($0.utf8) }) {
      guard let problem = JSONNumber.problem(in: word) else {
        pending.append(tree.addScalar(word, style: .plain, span: place))
        return checkCount(place) ? offset : nil
      }
      found.append(
        Diagnostic(
          .error, code: "json-syntax", message: problem, place: .span(place), remedy: hint(first)))
      return nil
    }
    pending.append(tree.addScalar(word, style: .plain, span: place))
    return checkCount(place) ? offset : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2B
      || byte == 0x2D || byte == 0x2E || byte == 0x5F
  }

  // MARK: Errors

  private mutating func failInString(_ start: Int, at offset: Int) -> Int? {
    if bytes[offset] == 0x0A || bytes[offset] == 0x0D {
      return fail("json-string", JSONWords.stringBeginsNotClosedOn, start)
    }
    return fail("json-string", JSONWords.tabMustBeWrittenAs, offset)
  }

  private mutating func failEscape(at offset: Int, _ end: Int) -> Int? {
    if let unit = JSONEscape.codeUnit(bytes, at: offset, end: end) {
      return fail(
        "json-escape",
        LocalizedText(
          en: "the escape is half of a surrogate pair (\(Excerpt.codePoint(unit)))",
          fr: "la séquence n'est que la moitié d'un caractère (\(Excerpt.codePoint(unit)))",
          ar: "الصيغة نصف محرف فقط (\(Excerpt.codePoint(unit)))"),
        offset, length: 6)
    }
    return fail("json-escape", JSONWords.noSuchEscape, offset, length: 2)
  }

  private mutating func failAtEnd(_ offset: Int) {
    guard let frame = frames.last else {
      fail("json-syntax", JSONWords.textEndsTooEarly, offset)
      return
    }
    fail(
      "json-bracket",
      frame.isObject
        ? JSONWords.objectOpenedWithNotClosed
        : JSONWords.arrayOpenedWithNotClosed,
      frame.start)
  }

  private var openingPlace: [Diagnostic.RelatedPlace] {
    guard let frame = frames.last else { return [] }
    let place = Span(file: file.id, start: frame.start, end: frame.start + 1)
    return [
      .init(message: JSONWords.openedHere, place: .span(place))
    ]
  }

  private func hint(_ byte: UInt8) -> LocalizedText {
    switch byte {
    case UInt8(ascii: "'"):
      JSONWords.jsonStringsStandDoubleQuotes
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      JSONWords.jsonHasNoComments
    default: LocalizedText()
    }
  }

  @discardableResult
  private mutating func fail(
    _ code: String, _ message: LocalizedText, _ offset: Int, length: Int = 1,
    remedy: LocalizedText = LocalizedText(),
    related: [Diagnostic.RelatedPlace] = []
  ) -> Int? {
    var end = min(offset + length, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    found.append(
      Diagnostic(
        .error, code: code, message: message,
        place: .span(Span(file: file.id, start: offset, end: end)), remedy: remedy,
        related: related))
    if found.count >= Self.maximumReports { isStopped = true }
    return nil
  }

  private mutating func stop(
    _ limit: LimitName, met: Int, _ what: LocalizedText, _ start: Int, _ end: Int
  ) {
    found.append(
      .limitReached(
        limit, met: met, limits: limits, what: what,
        place: .span(Span(file: file.id, start: start, end: end))))
    isStopped = true
  }

  private mutating func checkCount(_ place: Span) -> Bool {
    guard tree.count > limits.nodesPerFile else { return true }
    stop(.nodesPerFile, met: tree.count, JSONWords.valuesOneFile, Int(place.start), Int(place.end))
    return false
  }

  private func skipBlanks(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, YAMLLayout.isBlankOrBreak(bytes[offset]) { offset += 1 }
    return offset
  }
}
