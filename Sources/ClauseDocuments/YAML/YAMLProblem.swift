internal import ClauseSource

/// Says in our words, and at the most useful place, what libyaml found wrong.
struct YAMLProblem {
  private let failure: ParserFailure
  private let file: SourceFile
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the place where the trouble was noticed.
  private let noticed: Int
  /// Offset of the beginning of what was being read.
  private let begun: Int
  /// Offset of the innermost bracket still open, or nil.
  private let openBracket: Int?

  init(
    _ failure: ParserFailure, file: SourceFile, bytes: UnsafeBufferPointer<UInt8>,
    range: Range<Int>, marks: inout MarkTable, openBracket: Int?
  ) {
    self.failure = failure
    self.file = file
    self.bytes = bytes
    self.openBracket = openBracket
    if failure.isReader {
      noticed = min(range.lowerBound + failure.readerOffset, range.upperBound)
    } else {
      noticed = marks.offset(ofMark: failure.problemMark)
    }
    begun = failure.context.isEmpty ? noticed : marks.offset(ofMark: failure.contextMark)
  }

  /// The one error for this fault.
  func diagnostic(limits: Limits) -> Diagnostic {
    if failure.isMemory {
      return Diagnostic(
        .error, code: "yaml-memory", message: "there is not enough memory to read the file",
        place: .path(file.path))
    }
    if let line = conflictMarker() {
      return error(
        "merge-conflict", "a merge conflict is not resolved", line, length: 7,
        remedy: "Choose what is right and delete the lines <<<<<<<, ======= and >>>>>>>.")
    }
    return reworded() ?? error("yaml-syntax", "this is not valid YAML: \(sentence)", noticed)
  }

  private var sentence: String {
    failure.context.isEmpty ? failure.problem : failure.problem + " " + failure.context
  }

  // MARK: Rewording

  private func reworded() -> Diagnostic? {
    switch failure.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      return error(
        "yaml-quote", "the quoted text that begins here is never closed", begun,
        remedy: "Close the quotation mark, or double it if it belongs to the text.")
    case "found character that cannot start any token": return badStart()
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return tab(at: noticed)
    case "mapping values are not allowed in this context": return strayColon()
    case "could not find expected ':'": return missingColon()
    case "did not find expected key": return missingKey()
    case "did not find expected ',' or ']'": return unclosed(begun)
    case "did not find expected ',' or '}'": return unclosed(begun)
    case "did not find expected '-' indicator":
      return error(
        "yaml-indentation", "this line fits neither the list above nor anything around it", noticed,
        remedy: "Begin it with \"- \" for another entry, or indent it as what it belongs to.")
    case "did not find expected node content":
      if let openBracket, isAtEnd { return unclosed(openBracket) }
      return error("yaml-syntax", "a value was expected here", noticed)
    case "did not find expected <document start>":
      return error(
        "yaml-syntax", "the document ends here and this line begins no new one", noticed,
        remedy: "Put --- on a line of its own between documents, or indent the line.")
    default: return rewordedDetail()
    }
  }

  private func rewordedDetail() -> Diagnostic? {
    switch failure.problem {
    case "block sequence entries are not allowed in this context":
      return error(
        "yaml-syntax", "a list entry cannot begin in the middle of a line", noticed,
        remedy: "Put the list on the lines below its key.")
    case "mapping keys are not allowed in this context":
      return error("yaml-syntax", "a key cannot begin here", noticed)
    case "found unknown escape character":
      return error(
        "yaml-escape", "there is no such escape in double quotes", noticed,
        remedy: "Write \\\\ for a backslash, or use single quotes.")
    case "did not find expected hexdecimal number":
      return error("yaml-escape", "this escape needs more hexadecimal digits", noticed)
    case "found invalid Unicode character escape code":
      return error(
        "yaml-escape", "this escape names no Unicode character", noticed,
        remedy: "Write the character itself, or \\U and eight digits for one beyond U+FFFF.")
    case "found unknown directive name":
      return error("yaml-directive", "there is no such directive", begun)
    case "found incompatible YAML document", "found extremely long version number",
      "did not find expected digit or '.' character", "did not find expected version number":
      return error(
        "yaml-directive", "only %YAML 1.1 and %YAML 1.2 are read",
        failure.context.isEmpty ? noticed : begun, remedy: "Delete the line.")
    case "found duplicate %YAML directive", "found duplicate %TAG directive":
      return error("yaml-directive", "this directive occurs twice", noticed)
    case "found undefined tag handle":
      return error(
        "yaml-tag", "the tag has an undefined handle", noticed, remedy: "Delete the tag.")
    case "did not find expected alphabetic or numeric character":
      return error(
        "yaml-anchor", "an anchor or alias needs a name of ASCII letters, digits, - and _", noticed,
        remedy: "If * or & belongs to the text, put the text in quotes.")
    case "found an indentation indicator equal to 0", "did not find expected comment or line break":
      return error("yaml-syntax", "the line that begins a text block is malformed", noticed)
    default:
      if failure.context.contains("tag") {
        return error("yaml-tag", "the tag is malformed", noticed, remedy: "Delete the tag.")
      }
      return nil
    }
  }

  private func badStart() -> Diagnostic {
    guard noticed < bytes.count else {
      return error("yaml-syntax", "a value cannot begin here", noticed)
    }
    if bytes[noticed] == 0x09 { return tab(at: noticed) }
    let sign = String(decoding: [bytes[noticed]], as: UTF8.self)
    return error(
      "yaml-syntax", "a text without quotes cannot begin with \(sign)", noticed,
      remedy: "Put the text in quotes.")
  }

  private func tab(at offset: Int) -> Diagnostic {
    error(
      "yaml-tab", "a tab cannot indent YAML", offset, remedy: "Replace the tab by blanks.")
  }

  private func strayColon() -> Diagnostic {
    if let overlong = overlongKey() { return overlong }
    return error(
      "yaml-colon", "a colon followed by a blank cannot stand in a text without quotes", noticed,
      remedy: "Put the text in quotes, or check the indentation of this line.")
  }

  private func missingColon() -> Diagnostic {
    if let overlong = overlongKey() { return overlong }
    if let tab = tabInIndentation(at: begun) { return self.tab(at: tab) }
    return error(
      "yaml-syntax", "the colon after this key is missing, or the line is not indented", begun,
      remedy: "Write \"key: value\", or indent the line to continue the text above.")
  }

  private func missingKey() -> Diagnostic {
    if let tab = tabInIndentation(at: noticed) { return self.tab(at: tab) }
    return error(
      "yaml-indentation", "this line does not continue the mapping begun above", noticed,
      remedy: "Check its indentation, and the quotes and brackets before it.",
      related: begun == noticed ? [] : [place("the mapping begins here", begun)])
  }

  private func unclosed(_ opening: Int) -> Diagnostic {
    let isList = opening < bytes.count && bytes[opening] == UInt8(ascii: "[")
    return error(
      "yaml-bracket",
      isList
        ? "the list opened here with [ is not closed"
        : "the mapping opened here with { is not closed", opening,
      remedy: "Close it with \(isList ? "]" : "}"), or check for a missing comma.",
      related: [place("noticed here", noticed)])
  }

  // MARK: Looking at the file

  /// Whether only blanks and line breaks follow the place where the trouble was noticed.
  private var isAtEnd: Bool {
    bytes[min(noticed, bytes.count)...].allSatisfy(YAMLLayout.isBlankOrBreak)
  }

  /// Offset of the first conflict marker of git at the start of a line.
  private func conflictMarker() -> Int? {
    for start in file.lineStarts {
      let offset = Int(start)
      guard offset + 8 <= bytes.count else { continue }
      let sign = bytes[offset]
      guard sign == UInt8(ascii: "<") || sign == UInt8(ascii: ">") else { continue }
      if bytes[offset..<offset + 7].allSatisfy({ $0 == sign }), bytes[offset + 7] == 0x20 {
        return offset
      }
    }
    return nil
  }

  private func tabInIndentation(at offset: Int) -> Int? {
    var index = Int(file.lineStarts[file.lineIndex(of: offset)])
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index < bytes.count && bytes[index] == 0x09 ? index : nil
  }

  /// libyaml gives up on a key of more than 1,024 characters without saying so.
  private func overlongKey() -> Diagnostic? {
    let lineStart = Int(file.lineStarts[file.lineIndex(of: noticed)])
    for start in [begun, lineStart] where start < noticed && noticed <= bytes.count {
      let characters = bytes[start..<noticed].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
      let stretch = bytes[start..<noticed]
      if characters > 1_024, !stretch.contains(0x0A), !stretch.contains(0x0D) {
        return error(
          "yaml-key-length", "the key that begins here has more than 1024 characters", start,
          remedy: "Shorten the key; if this is text, put it in quotes.")
      }
    }
    return nil
  }

  // MARK: Making diagnostics

  private func place(_ message: String, _ offset: Int) -> Diagnostic.RelatedPlace {
    .init(message: message, place: .span(span(offset, length: 1)))
  }

  private func error(
    _ code: String, _ message: String, _ offset: Int, length: Int = 1, remedy: String = "",
    related: [Diagnostic.RelatedPlace] = []
  ) -> Diagnostic {
    Diagnostic(
      .error, code: code, message: message, place: .span(span(offset, length: length)),
      remedy: remedy, related: related)
  }

  /// At least one whole character, at most up to the end of the file.
  private func span(_ offset: Int, length: Int) -> Span {
    var end = min(offset + length, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Span(file: file.id, start: offset, end: end)
  }
}
