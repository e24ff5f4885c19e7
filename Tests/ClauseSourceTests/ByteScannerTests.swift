import ClauseSource
import Testing

@Suite struct ByteScannerTests {
  private static func scan(
    _ bytes: [UInt8], _ purpose: ByteScanner.Purpose = .text, _ limits: Limits = Limits()
  ) -> [String] {
    let file = SourceFile(id: FileID(0), path: "a", bytes: bytes)
    return ByteScanner.scan(file, purpose: purpose, limits: limits).map { diagnostic in
      guard case .span(let span) = diagnostic.place else { return diagnostic.code }
      let start = file.location(of: span).start
      return "\(diagnostic.code) \(start.line):\(start.column)"
    }
  }

  private static func message(_ bytes: [UInt8]) -> String {
    let file = SourceFile(id: FileID(0), path: "a", bytes: bytes)
    return ByteScanner.scan(file, limits: Limits()).first?.message[.english] ?? ""
  }

  @Test(arguments: [
    "", "plain\ttext\r\n", "\u{FEFF}é بِنْد 😀", "\u{10FFFD}", "a\u{2028}b",
    "x\u{FFFD}\u{200F}\u{E0041}",
  ])
  func passesText(_ text: String) {
    #expect(Self.scan(Array(text.utf8)).isEmpty)
  }

  @Test(arguments: [
    ("ab\u{0}", "control-character 1:3"), ("é\n\u{7F}", "control-character 2:1"),
    ("12345678\u{1B}[", "control-character 1:9"), ("a\u{9B}", "control-character 1:2"),
    ("\r\n\r\né\u{FFFE}", "noncharacter 3:2"),
    ("\u{1FFFF}", "noncharacter 1:1"), ("a\u{FEFF}", "byte-order-mark 1:2"),
    ("\u{FEFF}\u{FEFF}", "byte-order-mark 1:1"),
  ])
  func refusesCharacters(_ text: String, _ expected: String) {
    #expect(Self.scan(Array(text.utf8)) == [expected])
  }

  @Test func refusesTheNoncharactersNoLiteralCanHold() {
    #expect(Self.scan([0xEF, 0xB7, 0x90]) == ["noncharacter 1:1"])
    #expect(Self.scan([0x61, 0xEF, 0xB7, 0xAF]) == ["noncharacter 1:2"])
    #expect(Self.scan([0xEF, 0xB7, 0xB0]).isEmpty)
  }

  @Test func refusesLineBreaksThatOnlyYAMLSees() {
    for separator in ["\u{85}", "\u{2028}", "\u{2029}"] {
      #expect(Self.scan(Array("é\(separator)".utf8), .yaml) == ["hidden-line-break 1:2"])
    }
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xC1, 0x81], [0xE0, 0x80, 0xAF], [0xF0, 0x80, 0x80, 0xAF], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80], [0xBF], [0xC3],
      [0xE2, 0x82],
      [0xF0, 0x9F, 0x98], [0xC3, 0x28], [0xE2, 0x28, 0xA1], [0xFE], [0xFF],
    ] as [[UInt8]])
  func refusesMalformedUTF8(_ bytes: [UInt8]) {
    #expect(Self.scan(Array("é\nab".utf8) + bytes) == ["encoding 2:3"])
  }

  /// Every sequence of up to three bytes gets the verdict of the standard library's decoder.
  @Test func agreesWithTheStandardLibraryOnValidity() {
    let leads: [UInt8] = [0x41, 0x7E, 0x80, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0]
    let rest: [UInt8] = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xF4, 0xF5]
    for first in leads + [0xF4, 0xF5] {
      for second in rest {
        for third in rest {
          for fourth in rest {
            let bytes = [first, second, third, fourth]
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            let codes = Self.scan(bytes)
            #expect(codes.contains { $0.hasPrefix("encoding") } == !isValid, "\(bytes)")
          }
        }
      }
    }
  }

  @Test func namesTheLikelyEncoding() {
    let text = "type: procédé\n"
    let utf16 = Array(text.utf16)
    let little = utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(Self.message(little).contains("UTF-16 (little-endian)"))
    #expect(Self.message(big).contains("UTF-16 (big-endian)"))
    #expect(Self.message([0xFF, 0xFE] + little).contains("UTF-16 (little-endian)"))
    #expect(Self.message([0xFE, 0xFF] + big).contains("UTF-16 (big-endian)"))
    let wide = text.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), UInt8($0.value >> 8), 0, 0] }
    #expect(Self.message(wide).contains("UTF-32 (little-endian)"))
    #expect(Self.message([0xFF, 0xFE, 0, 0] + wide).contains("UTF-32 (little-endian)"))
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    #expect(Self.message(latin).contains("Windows-1252"))
    // "إدارة الجودة" in Windows-1256.
    let arabic: [UInt8] = [0xC5, 0xCF, 0xC7, 0xD1, 0xC9, 0x20, 0xC7, 0xE1, 0xCC, 0xE6, 0xCF, 0xC9]
    #expect(Self.message(Array("title: ".utf8) + arabic).contains("Windows-1256"))
    #expect(!Self.message(Array("é à ü".utf8) + [0xE9]).contains("Windows"))
  }

  @Test func boundsCombiningMarks() {
    let allowed = "a" + String(repeating: "\u{301}", count: 30) + "b"
    #expect(Self.scan(Array((allowed + allowed).utf8)).isEmpty)
    let tooMany = "\nba" + String(repeating: "\u{64B}\u{301}", count: 40)
    #expect(Self.scan(Array(tooMany.utf8)) == ["limit-combining-run 2:33"])
    var limits = Limits()
    limits.combiningRun = 80
    #expect(Self.scan(Array(tooMany.utf8), .text, limits).isEmpty)
  }

  @Test func boundsDirectiveLines() {
    let lines = String(repeating: "%TAG ! x\r\n", count: 17)
    #expect(Self.scan(Array(lines.utf8), .yaml) == ["limit-directive-lines 17:1"])
    #expect(Self.scan(Array(lines.utf8), .text).isEmpty)
    #expect(Self.scan(Array(("\u{FEFF}" + lines).utf8), .yaml) == ["limit-directive-lines 17:1"])
  }

  @Test func aLimitErrorSaysHowToRaiseIt() throws {
    let bytes = Array(("a" + String(repeating: "\u{301}", count: 31)).utf8)
    let file = SourceFile(id: FileID(0), path: "a", bytes: bytes)
    let diagnostic = try #require(ByteScanner.scan(file, limits: Limits()).first)
    #expect(
      diagnostic.message[.english]
        == "combining marks in a row: 31 met, the limit combining-run is 30")
    #expect(diagnostic.remedy[.english].contains("--limit combining-run=31"))
  }

  @Test func everyLimitHasItsOwnName() {
    var limits = Limits()
    for (number, name) in LimitName.allCases.enumerated() { limits[name] = number + 1 }
    for (number, name) in LimitName.allCases.enumerated() { #expect(limits[name] == number + 1) }
    #expect(Mirror(reflecting: limits).children.count == LimitName.allCases.count)
  }

  @Test func excerptsAreBounded() {
    var limits = Limits()
    limits.excerptLength = 3
    #expect(Excerpt.quoted("été", limits: limits) == "\"été\"")
    #expect(Excerpt.quoted("étés", limits: limits) == "\"été…\"")
    #expect(Excerpt.codePoint(0x1B) == "U+001B")
  }
}
