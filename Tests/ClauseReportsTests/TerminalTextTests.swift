import ClauseAssessment
import ClauseSource
import Testing

@testable import ClauseReports

@Suite struct TerminalTextTests {
  private func shown(_ text: String, limit: Int = 200) -> String {
    TerminalText.value(Untrusted(text), in: .english, limit: limit).text
  }

  @Test func everyControlIsShownByNumber() {
    for value in Array(0x00...0x1F) + Array(0x7F...0x9F) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      #expect(shown("a\(scalar)b") == "a\\u{\(String(value, radix: 16, uppercase: true))}b")
    }
  }

  @Test(
    arguments: [
      0x061C, 0x200B, 0x200D, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060,
      0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xAD, 0xFE0F, 0xE0041, 0xE000, 0xFFF9,
    ] as [UInt32])
  func invisiblesAreShownEvenInArabic(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let number = String(value, radix: 16, uppercase: true)
    #expect(shown("م\(scalar)ن") == "م\\u{\(number)}ن")
  }

  @Test func directionMarksPassInArabicAlone() {
    #expect(shown("م\u{200C}ن\u{200E}\u{200F}") == "م\u{200C}ن\u{200E}\u{200F}")
    #expect(shown("a\u{200C}b\u{200E}") == "a\\u{200C}b\\u{200E}")
  }

  @Test func ordinaryTextIsUntouched() {
    let text = "Été 1 234 € – مسطرة «أ» 漢字 𝒳 \\ # : {x}"
    #expect(shown(text) == text)
  }

  @Test func longValuesAreCut() {
    #expect(shown("abcdef", limit: 6) == "abcdef")
    #expect(shown("abcdefg", limit: 6) == "abcdef…")
    let long = TerminalText.message(
      Message([.text(Untrusted(String(repeating: "x", count: 5_000))), .value(Untrusted("y"))]),
      in: .english)
    #expect(long.text.count <= TerminalText.messageLimit + 2)
    #expect(long.text.hasSuffix("…"))
  }

  @Test func doubleHashNeverPasses() {
    #expect(shown("##vso[x]###") == "#\\u{23}vso[x]#\\u{23}\\u{23}")
    let split = TerminalText.message(
      Message([.text(Untrusted("#")), .value(Untrusted("#[x]"))]), in: .arabic)
    #expect(!split.text.replacing("\u{2068}", with: "").contains("##"))
  }

  @Test func wordsJoinTheirLines() {
    let words = TerminalText.words(Untrusted("  one \n   two\r\n\tthree\n"), in: .english)
    #expect(words.text == "one two three")
  }

  @Test func valuesAreIsolatedInArabicOnly() {
    let message = Message([.value(Untrusted("P-1")), .text(Untrusted(" سارية"))])
    #expect(TerminalText.message(message, in: .french).text == "P-1 سارية")
    #expect(
      TerminalText.message(message, in: .arabic).text
        == "\u{2068}\u{2068}P-1\u{2069} سارية\u{2069}")
    #expect(TerminalText.path(Untrusted("a/b.md:1:1")).text == "a/b.md:1:1")
  }

  @Test func isolatesAreBalancedWhateverTheValueHolds() {
    let values = ["\u{2069}\u{2069}x", "\u{2068}", "\u{202E}\u{2067}", ""]
    let message = Message(values.map { .value(Untrusted($0)) })
    var depth = 0
    for scalar in TerminalText.message(message, in: .arabic).text.unicodeScalars {
      if scalar == "\u{2068}" { depth += 1 }
      if scalar == "\u{2069}" { depth -= 1 }
      #expect(depth >= 0)
    }
    #expect(depth == 0)
  }

  @Test(
    arguments: [
      "::error::x", "##[command]", "  ::error", "\u{A0}::add-mask::", ":", "#", " \u{2003}::x",
    ])
  func noLineBeginsWithACommand(start: String) {
    var page = TerminalPage(colour: true)
    page.line(.own("   "), .path(Untrusted(start)), .path(Untrusted(":7:1")))
    page.line(
      .message(
        Message([.value(Untrusted(start)), .value(Untrusted(start))]), in: .arabic
      ))
    for line in lines(page.bytes) {
      let visible = line.unicodeScalars.drop(while: TerminalText.isBlank)
      let text = String(String.UnicodeScalarView(visible))
      #expect(!text.hasPrefix("::") && !text.hasPrefix("##"))
    }
  }

  @Test func widthCountsWhatIsSeen() {
    #expect(VisibleScalars.width(of: "\u{2068}أَب\u{2069}") == 2)
    #expect(TerminalText.own("é").padded(to: 3).text == "é  ")
    #expect(TerminalText.own("12").padded(to: 4, atStart: true).text == "  12")
  }
}
