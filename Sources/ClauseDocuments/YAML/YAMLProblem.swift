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
        .error, code: "yaml-memory",
        message: YAMLProblemWords.notEnoughMemory,
        place: .path(file.path))
    }
    if let line = conflictMarker() {
      return error(
        "merge-conflict",
        YAMLProblemWords.mergeConflictNotResolved, line, length: 7,
        remedy: YAMLProblemWords.chooseWhatRightAndDelete)
    }
    return reworded()
      ?? error(
        "yaml-syntax",
        LocalizedText(
          en: "this is not valid YAML: \(sentence)",
          fr: "ce n'est pas du YAML valide (\(sentence))", ar: "ليس YAML سليما (\(sentence))"),
        noticed)
  }

  private var sentence: String {
    failure.context.isEmpty ? failure.problem : failure.problem + " " + failure.context
  }

  // MARK: Rewording

  private func reworded() -> Diagnostic? {
    switch failure.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      return error(
        "yaml-quote",
        YAMLProblemWords.quotedTextBeginsNeverClosed, begun,
        remedy: YAMLProblemWords.closeQuotationMarkOrDouble)
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
        "yaml-indentation",
        YAMLProblemWords.lineFitsNeitherListAbove, noticed,
        remedy: YAMLProblemWords.beginEntry)
    case "did not find expected node content":
      if let openBracket, isAtEnd { return unclosed(openBracket) }
      return error("yaml-syntax", YAMLProblemWords.valueWasExpected, noticed)
    case "did not find expected <document start>":
      return error(
        "yaml-syntax",
        YAMLProblemWords.documentEndsAndLineBegins, noticed,
        remedy: YAMLProblemWords.separateDocuments)
    default: return rewordedDetail()
    }
  }

  private func rewordedDetail() -> Diagnostic? {
    switch failure.problem {
    case "block sequence entries are not allowed in this context":
      return error(
        "yaml-syntax",
        YAMLProblemWords.listEntryCannotBeginMiddle, noticed,
        remedy: YAMLProblemWords.putListOnLinesBelow)
    case "mapping keys are not allowed in this context":
      return error("yaml-syntax", YAMLProblemWords.keyCannotBegin, noticed)
    case "found unknown escape character":
      return error(
        "yaml-escape",
        YAMLProblemWords.noSuchEscape, noticed,
        remedy: YAMLProblemWords.writeBackslash)
    case "did not find expected hexdecimal number":
      return error("yaml-escape", YAMLProblemWords.escapeNeedsMoreHexadecimalDigits, noticed)
    case "found invalid Unicode character escape code":
      return error(
        "yaml-escape",
        YAMLProblemWords.escapeNamesNoUnicodeCharacter, noticed,
        remedy: YAMLProblemWords.writeCharacter)
    case "found unknown directive name":
      return error("yaml-directive", YAMLProblemWords.noSuchDirective, begun)
    case "found incompatible YAML document", "found extremely long version number",
      "did not find expected digit or '.' character", "did not find expected version number":
      return error(
        "yaml-directive",
        YAMLProblemWords.versionsRead,
        failure.context.isEmpty ? noticed : begun,
        remedy: YAMLProblemWords.deleteLine)
    case "found duplicate %YAML directive", "found duplicate %TAG directive":
      return error("yaml-directive", YAMLProblemWords.directiveOccursTwice, noticed)
    case "found undefined tag handle":
      return error(
        "yaml-tag",
        YAMLProblemWords.tagHasUndefinedHandle, noticed,
        remedy: YAMLProblemWords.deleteTag)
    case "did not find expected alphabetic or numeric character":
      return error(
        "yaml-anchor",
        YAMLProblemWords.anchorOrAliasNeedsName, noticed,
        remedy: YAMLProblemWords.quoteSign)
    case "found an indentation indicator equal to 0", "did not find expected comment or line break":
      return error("yaml-syntax", YAMLProblemWords.lineBeginsTextBlockMalformed, noticed)
    default:
      if failure.context.contains("tag") {
        return error(
          "yaml-tag", YAMLProblemWords.tagMalformed, noticed, remedy: YAMLProblemWords.deleteTag)
      }
      return nil
    }
  }

  private func badStart() -> Diagnostic {
    guard noticed < bytes.count else {
      return error("yaml-syntax", YAMLProblemWords.valueCannotBegin, noticed)
    }
    if bytes[noticed] == 0x09 { return tab(at: noticed) }
    let sign = String(decoding: [bytes[noticed]], as: UTF8.self)
    return error(
      "yaml-syntax",
      LocalizedText(
        en: "a text without quotes cannot begin with \(sign)",
        fr: "un texte sans guillemets ne peut commencer par \(sign)",
        ar: "لا يمكن أن يبدأ نص بدون علامتي تنصيص بـ \(sign)"), noticed,
      remedy: YAMLProblemWords.putTextQuotes)
  }

  private func tab(at offset: Int) -> Diagnostic {
    error(
      "yaml-tab",
      YAMLProblemWords.tabCannotIndentYaml, offset,
      remedy: YAMLProblemWords.replaceTabByBlanks)
  }

  private func strayColon() -> Diagnostic {
    if let overlong = overlongKey() { return overlong }
    return error(
      "yaml-colon",
      YAMLProblemWords.colonFollowedByBlankCannot, noticed,
      remedy: YAMLProblemWords.putTextQuotesOrCheck)
  }

  private func missingColon() -> Diagnostic {
    if let overlong = overlongKey() { return overlong }
    if let tab = tabInIndentation(at: begun) { return self.tab(at: tab) }
    return error(
      "yaml-syntax",
      YAMLProblemWords.colonAfterKeyMissingOr, begun,
      remedy: YAMLProblemWords.writeKeyValueOrIndent)
  }

  private func missingKey() -> Diagnostic {
    if let tab = tabInIndentation(at: noticed) { return self.tab(at: tab) }
    return error(
      "yaml-indentation",
      YAMLProblemWords.lineDoesNotContinueMapping, noticed,
      remedy: YAMLProblemWords.checkItsIndentationAndQuotes,
      related: begun == noticed
        ? []
        : [
          place(YAMLProblemWords.mappingBegins, begun)
        ])
  }

  private func unclosed(_ opening: Int) -> Diagnostic {
    let isList = opening < bytes.count && bytes[opening] == UInt8(ascii: "[")
    return error(
      "yaml-bracket",
      isList
        ? YAMLProblemWords.listOpenedWithNotClosed
        : YAMLProblemWords.mappingOpenedWithNotClosed,
      opening,
      remedy: LocalizedText(
        en: "Close it with \(isList ? "]" : "}"), or check for a missing comma.",
        fr: "Fermez par \(isList ? "]" : "}"), ou cherchez une virgule manquante.",
        ar: "أغلق بـ \(isList ? "]" : "}")، أو ابحث عن فاصلة ناقصة."),
      related: [
        place(YAMLProblemWords.noticed, noticed)
      ])
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
          "yaml-key-length",
          YAMLProblemWords.keyBeginsHasMoreThan, start,
          remedy: YAMLProblemWords.shortenKeyIfTextPut)
      }
    }
    return nil
  }

  // MARK: Making diagnostics

  private func place(_ message: LocalizedText, _ offset: Int) -> Diagnostic.RelatedPlace {
    .init(message: message, place: .span(span(offset, length: 1)))
  }

  private func error(
    _ code: String, _ message: LocalizedText, _ offset: Int, length: Int = 1,
    remedy: LocalizedText = LocalizedText(),
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
