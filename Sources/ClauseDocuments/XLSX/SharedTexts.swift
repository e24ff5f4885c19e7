internal import ClauseSource

/// The texts of a workbook that cells refer to by number.
struct SharedTexts {
  private var text: [UInt8] = []
  private var ends: [Int] = []

  init() {}

  /// Reads the part: the text of each item is that of all its runs, without phonetic hints.
  init(_ bytes: [UInt8], part: String, context: PackageContext) throws(PackageFault) {
    var text: [UInt8] = []
    var ends: [Int] = []
    try bytes.withXML(named: part, context) { (xml: inout XMLPart) throws(PackageFault) in
      var phonetic = 0
      var isText = false
      while let event = try xml.next() {
        switch event {
        case .start(let isEmpty):
          if xml.isNamed("si"), isEmpty { ends.append(text.count) }
          if xml.isNamed("rPh"), !isEmpty { phonetic += 1 }
          if xml.isNamed("t"), !isEmpty { isText = phonetic == 0 }
        case .end:
          if xml.isNamed("si") { ends.append(text.count) }
          if xml.isNamed("rPh") { phonetic -= 1 }
          if xml.isNamed("t") { isText = false }
        case .text:
          if isText { xml.appendText(to: &text) }
        }
      }
    }
    self.text = text
    self.ends = ends
  }

  /// The text of the item at `index`, or nil.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return text[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The text with the escapes `_xHHHH_` that workbooks use for characters XML cannot hold.
  static func unescaped(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let underscore = UInt8(ascii: "_")
    guard text.contains(underscore) else { return text }
    var result: [UInt8] = []
    var rest = text
    while let byte = rest.first {
      let start = rest.startIndex
      if byte == underscore, rest.count >= 7, rest[start + 1] == UInt8(ascii: "x"),
        rest[start + 6] == underscore
      {
        let digits = rest[start + 2..<start + 6].compactMap { HexDigit.value($0) }
        if digits.count == 4 {
          UTF8Text.append(digits.reduce(0) { $0 << 4 | UInt32($1) }, to: &result)
          rest = rest.dropFirst(7)
          continue
        }
      }
      result.append(byte)
      rest = rest.dropFirst()
    }
    return result[...]
  }
}
