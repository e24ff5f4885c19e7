import ClauseAssessment
import ClauseSource
import Foundation
import Testing

@testable import ClauseReports

@Suite struct JSONWriterTests {
  private func written(_ text: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.array([text]) { $0.string($1) }
    return writer.document
  }

  @Test func everyScalarSurvivesAReader() throws {
    // All of the first planes' edges and every code point below U+3000.
    let values = Array(0..<0x3000) + [0xD7FF, 0xE000, 0xFFFD, 0xFFFE, 0x10000, 0xE0041, 0x10FFFF]
    let scalars = values.compactMap { Unicode.Scalar(UInt32($0)) }
    let text = String(String.UnicodeScalarView(scalars))
    let read = try JSONSerialization.jsonObject(with: Data(written(text))) as? [String]
    #expect(read?.first?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
  }

  @Test func outputIsInert() {
    let bytes = written(
      "\u{0}\u{1B}\u{7F}\u{85}\u{9B}\u{2028}\u{2029}\u{202E}\u{2066}\u{200F}\u{AD}##vso[x]\u{E0041}"
    )
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII && ($0.value >= 0x20 || $0 == "\n") })
    #expect(!text.contains("##"))
    #expect(text.contains("\\uDB40\\uDC41"))
  }

  @Test func emptyAndNestedContainers() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.arrayMember("a", [Int]()) { $0.number($1) }
      writer.objectMember("b") { _ in }
      writer.arrayMember("c", [1, 2]) { $0.number($1) }
      writer.member("d") { $0.null() }
      writer.member("e", true)
    }
    #expect(
      String(decoding: writer.document, as: UTF8.self) == """
        {
          "a": [],
          "b": {},
          "c": [
            1,
            2
          ],
          "d": null,
          "e": true
        }

        """)
  }
}

@Suite struct TextEncoderTests {
  @Test func sarifSyntaxIsEscaped() {
    #expect(SARIFText.words(#"{0} [a](b) \[c"#) == #"{{0}} \[a\](b) \\\[c"#)
    #expect(SARIFText.words("a\u{202E}b") == #"a\\u{{202E}}b"#)
  }

  @Test func sarifMessagesNeverBeginWithACommand() {
    #expect(SARIFText.words("::error::x") == #"\\u{{3A}}:error::x"#)
    #expect(SARIFText.printable(Message([.value(Untrusted("::x"))])) == #"\u{3A}:x"#)
  }

  @Test func markdownSyntaxIsEscaped() {
    #expect(MarkdownText.words(Untrusted("[x](y) *b* `c` <i>")) == #"\[x\]\(y\) \*b\* \`c\` \<i\>"#)
    #expect(MarkdownText.words(Untrusted("@team #1")) == "\\@\u{2060}team \\#\u{2060}1")
    #expect(MarkdownText.words(Untrusted("http://x.y")) == #"http\://x\.y"#)
  }

  @Test func urisAreRelativeAndEncoded() {
    #expect(URIPath.reference(Untrusted("a/b-c_d.e~f.md")) == "a/b-c_d.e~f.md")
    #expect(URIPath.reference(Untrusted("م 1%.md")) == "%D9%85%201%25.md")
    #expect(URIPath.reference(Untrusted("/etc/passwd")) == "%2Fetc/passwd")
    #expect(URIPath.reference(Untrusted("javascript:x?y#z\n")) == "javascript%3Ax%3Fy%23z%0A")
  }
}
