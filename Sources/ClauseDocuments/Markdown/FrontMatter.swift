internal import ClauseSource

/// Finds the front matter of a file by its lines.
struct FrontMatter {
  /// Where the front matter is.
  enum Extent {
    /// There is none.
    case none
    /// It begins and never ends.
    case unterminated
    /// The bytes of the YAML, and the line (from 0) after the closing marker.
    case closed(yaml: Range<Int>, bodyLine: Int)
  }

  private let file: SourceFile
  /// Where it is.
  let extent: Extent

  init(_ file: SourceFile) {
    self.file = file
    extent = Self.find(in: file, from: 0)
  }

  private static func find(in file: SourceFile, from line: Int) -> Extent {
    guard isMarker(file, line, "---") else { return .none }
    for index in (line + 1)..<max(line + 1, file.lineStarts.count) {
      if isMarker(file, index, "---") || isMarker(file, index, "...") {
        let yaml = start(file, line + 1)..<start(file, index)
        return .closed(yaml: yaml, bodyLine: index + 1)
      }
    }
    return .unterminated
  }

  /// Whether a line consists of `marker` and trailing blanks. The first line may have a byte order
  /// mark before it.
  private static func isMarker(_ file: SourceFile, _ line: Int, _ marker: String) -> Bool {
    var bytes = file.lineBytes(line)
    if line == 0, bytes.starts(with: SourceFile.byteOrderMark) { bytes = bytes.dropFirst(3) }
    return trimmedEnd(bytes).elementsEqual(marker.utf8)
  }

  private static func trimmedEnd(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return bytes
  }

  private static func start(_ file: SourceFile, _ line: Int) -> Int {
    line < file.lineStarts.count ? Int(file.lineStarts[line]) : file.bytes.count
  }

  /// The offset at which a line begins; the end of the file for a line after the last.
  func start(ofLine line: Int) -> Int { Self.start(file, line) }

  /// The bytes of a line without its line break and byte order mark.
  func lineSpan(_ line: Int) -> Span {
    let bytes = file.lineBytes(line)
    let hasMark = line == 0 && bytes.starts(with: SourceFile.byteOrderMark)
    let start = start(ofLine: line) + (hasMark ? 3 : 0)
    return Span(file: file.id, start: start, end: self.start(ofLine: line) + bytes.count)
  }

  /// The line at which a second block of front matter begins, directly or after blank lines.
  func secondBlock(after line: Int) -> Int? {
    var line = line
    while line < file.lineStarts.count, Self.trimmedEnd(file.lineBytes(line)).isEmpty { line += 1 }
    guard case .closed(let yaml, _) = Self.find(in: file, from: line) else { return nil }
    // A thematic break and text up to the next one is no front matter; a `key:` line is.
    let first = file.bytes[yaml].split(separator: 0x0A).first ?? []
    return first.contains(UInt8(ascii: ":")) ? line : nil
  }

  /// The error for a file that meant to have front matter: a marker with blanks or blank lines
  /// before it, or with more dashes, and field lines after it. Nil for ordinary text.
  var nearMiss: Diagnostic? {
    var line = 0
    while line < file.lineStarts.count, line < 20,
      Self.trimmedEnd(file.lineBytes(line)).isEmpty
    {
      line += 1
    }
    let opening = Self.trimmedEnd(file.lineBytes(line)).drop { $0 == 0x20 || $0 == 0x09 }
    guard opening.count >= 3, opening.allSatisfy({ $0 == UInt8(ascii: "-") }),
      looksLikeField(line + 1), hasClosing(after: line + 1)
    else { return nil }
    return Diagnostic(
      .error, code: "front-matter-marker",
      message: LocalizedText(
        en: "this looks like front matter, which must begin with exactly --- at the start of the "
          + "first line",
        fr: "ceci ressemble à un en-tête de fiche, qui doit commencer par --- au début de la "
          + "première ligne",
        ar: "يشبه هذا ترويسة الملف، التي ينبغي أن تبدأ بـ --- في أول السطر الأول"),
      place: .span(lineSpan(line)),
      remedy: LocalizedText(
        en: "Put --- without blanks on the first line of the file and after the last field.",
        fr: "Écrivez --- sans espace sur la première ligne du fichier et après le dernier champ.",
        ar: "اكتب --- بدون فراغ في السطر الأول من الملف وبعد الحقل الأخير."))
  }

  /// Whether a line begins with a word and a colon.
  private func looksLikeField(_ line: Int) -> Bool {
    let bytes = file.lineBytes(line)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex else {
      return false
    }
    let after = colon + 1
    let isFollowed = after == bytes.endIndex || bytes[after] == 0x20
    return isFollowed
      && bytes[..<colon].allSatisfy { $0 >= 0x80 || $0 == UInt8(ascii: "_") || isWord($0) }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || byte == UInt8(ascii: "-")
  }

  private func hasClosing(after first: Int) -> Bool {
    (first..<max(first, file.lineStarts.count)).contains { line in
      let bytes = Self.trimmedEnd(file.lineBytes(line)).drop { $0 == 0x20 || $0 == 0x09 }
      return bytes.count >= 3 && bytes.allSatisfy { $0 == UInt8(ascii: "-") }
    }
  }
}
