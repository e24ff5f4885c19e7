/// The elements of WordprocessingML (ISO/IEC 29500-1, 17) that a reading heeds.
enum WordElement: String {
  // Text.
  case body, p, r, t, tab, br, cr, noBreakHyphen, sym
  // What texts look like.
  case pPr, pStyle, outlineLvl, rPr, rStyle, b, vanish
  // Tables.
  case tbl, tr, trPr, tc, tcPr, gridSpan, gridBefore, vMerge
  // Tracked changes, with what was before.
  case ins, del, moveFrom, moveTo, cellIns, cellDel
  case pPrChange, rPrChange, tblPrChange, tblPrExChange, tblGridChange, tcPrChange, trPrChange
  case sectPrChange, numberingChange
  // Fields and controls.
  case fldChar, instrText, fldSimple, checkBox, checked, `default`, ddList, listEntry, result
  case sdtPr, sdtContent, showingPlcHdr
  // What stands elsewhere.
  case commentReference, footnoteReference, endnoteReference, altChunk, subDoc
  // Hints on how to say a text.
  case rt
}

extension XMLPart {
  private static let wordSpaces: [StaticString] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]
  /// Formulas have texts too.
  private static let mathSpaces: [StaticString] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
  ]

  /// The element, or nil for one that means nothing here.
  var wordElement: WordElement? {
    guard let element = WordElement(rawValue: localName) else { return nil }
    if isIn(Self.wordSpaces) { return element }
    return element == .t && isIn(Self.mathSpaces) ? .t : nil
  }

  /// Whether the element is the second way to show what an element before it shows.
  var isFallback: Bool {
    isNamed("Fallback")
      && isIn(["http://schemas.openxmlformats.org/markup-compatibility/2006"])
  }

  /// The value of an attribute of WordprocessingML, or nil.
  mutating func wordAttribute(_ name: StaticString) -> [UInt8]? {
    attribute(name, in: Self.wordSpaces)
  }

  /// The number that the attribute `val` holds, or nil.
  mutating func wordNumber() -> Int? {
    wordAttribute("val").flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether a property that needs no value is on.
  mutating func isOn() -> Bool {
    guard let value = wordAttribute("val") else { return true }
    return !["0", "false", "off"].contains { (word: String) in value.elementsEqual(word.utf8) }
  }
}
