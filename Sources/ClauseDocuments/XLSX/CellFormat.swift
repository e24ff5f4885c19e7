internal import ClauseSource

/// What the number format of a cell makes of its number.
enum CellFormat: Equatable {
  /// Shown as a number, whatever its decimals and grouping.
  case number
  /// Shown as hundredths with a percent sign.
  case percent
  /// Shown with leading zeros, between fixed texts: `"PR-"000`.
  case digits(count: Int, prefix: [UInt8], suffix: [UInt8])
  /// A day and perhaps a time of day.
  case date(hasDay: Bool, hasTime: Bool)
  /// A number of hours beyond a day: `[h]:mm`.
  case elapsed

  /// The formats of a workbook's cell styles, by the number that cells give.
  static func read(
    _ bytes: [UInt8], part: String, context: PackageContext
  ) throws(PackageFault) -> [CellFormat] {
    var codes: [Int: CellFormat] = [:]
    var formats: [CellFormat] = []
    try bytes.withXML(named: part, context) { (xml: inout XMLPart) throws(PackageFault) in
      var isInStyles = false
      while let event = try xml.next() {
        switch event {
        case .start(let isEmpty):
          if xml.isNamed("cellXfs") {
            isInStyles = !isEmpty
          } else if xml.isNamed("numFmt"), let id = xml.number("numFmtId"),
            let code = xml.attribute("formatCode")
          {
            // A style may hold further formats under differential styles; the first one counts.
            if codes[id] == nil { codes[id] = CellFormat(code: code) }
          } else if isInStyles, xml.isNamed("xf") {
            let id = xml.number("numFmtId") ?? 0
            formats.append(codes[id] ?? CellFormat(builtIn: id))
          }
        case .end:
          if xml.isNamed("cellXfs") { isInStyles = false }
        case .text: break
        }
      }
    }
    return formats
  }

  /// A format that every program knows by number (ISO/IEC 29500-1, 18.8.30).
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 34...36, 50...54, 56...58: self = .date(hasDay: true, hasTime: false)
    case 18...21, 32, 33, 45, 47, 55: self = .date(hasDay: false, hasTime: true)
    case 22: self = .date(hasDay: true, hasTime: true)
    case 46: self = .elapsed
    default: self = .number
    }
  }

  /// A format by its code; the section for positive numbers counts.
  init(code: [UInt8]) {
    let section = Section(code)
    let letters = section.letters
    if section.isElapsed {
      self = .elapsed
    } else if letters.contains(where: { "dyhs".utf8.contains($0) })
      || (letters.contains(UInt8(ascii: "m")) && !section.hasDigits)
    {
      let hasTime = letters.contains { "hs".utf8.contains($0) }
      let hasDay = letters.contains { "dy".utf8.contains($0) } || !hasTime
      self = .date(hasDay: hasDay, hasTime: hasTime)
    } else if letters.contains(UInt8(ascii: "%")) {
      self = .percent
    } else if section.zeros > 1, !section.isGrouped {
      self = .digits(count: section.zeros, prefix: section.prefix, suffix: section.suffix)
    } else {
      self = .number
    }
  }

  /// The first section of a format code, taken apart.
  private struct Section {
    /// Lower-case letters and percent signs outside quotation marks and brackets.
    var letters: [UInt8] = []
    var isElapsed = false
    /// Zeros of a format that is nothing but zeros between fixed texts.
    var zeros = 0
    var isGrouped = false
    var hasDigits = false
    var prefix: [UInt8] = []
    var suffix: [UInt8] = []

    init(_ code: [UInt8]) {
      var offset = 0
      scan: while offset < code.count {
        let byte = code[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: ";"): break scan
        case UInt8(ascii: "\""):
          while offset < code.count, code[offset] != byte {
            literal(code[offset])
            offset += 1
          }
          offset += 1
        case UInt8(ascii: "\\"):
          if offset < code.count { literal(code[offset]) }
          offset += 1
        case UInt8(ascii: "_"), UInt8(ascii: "*"): offset += 1
        case UInt8(ascii: "["):
          let start = offset
          while offset < code.count, code[offset] != UInt8(ascii: "]") { offset += 1 }
          let inside = code[start..<min(offset, code.count)].map { $0 | 0x20 }
          isElapsed = isElapsed || Set(inside).count == 1 && "hms".utf8.contains(inside[0])
          offset += 1
        case UInt8(ascii: "0"):
          hasDigits = true
          if suffix.isEmpty { zeros += 1 } else { isGrouped = true }
        case UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "."), UInt8(ascii: ","),
          UInt8(ascii: "/"):
          if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "?") { hasDigits = true }
          isGrouped = true
        case UInt8(ascii: "A"), UInt8(ascii: "a"):
          // `AM/PM` and `A/P` belong to a time of day and hold an M of no month.
          let word = code[(offset - 1)...].prefix(5).map { $0 | 0x20 }
          if word.starts(with: "am/pm".utf8) {
            offset += 4
          } else if word.starts(with: "a/p".utf8) {
            offset += 2
          } else {
            letters.append(UInt8(ascii: "a"))
          }
        case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"):
          literal(byte)
        default: letters.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
      }
      if !letters.isEmpty { isGrouped = true }
    }

    private mutating func literal(_ byte: UInt8) {
      if zeros == 0 { prefix.append(byte) } else { suffix.append(byte) }
    }
  }
}
