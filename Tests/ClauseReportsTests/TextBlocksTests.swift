import ClauseAssessment
import ClauseReports
import ClauseSource
import Testing

@Suite struct TextBlocksTests {
  @Test func theFaceOfTheProduct() {
    var blocks = TextBlocks(
      standards: AwkwardAssessment.standards, language: .english, colour: false)
    blocks.add(
      Finding(
        rule: "doc-approved", severity: .major, basis: .normative,
        message: Message([
          .value(Untrusted("P-012")), .text(Untrusted(" is in force without an approval")),
        ]),
        because: [
          Message(text: "lifecycle is \"approved\" (line 5), approved_by is absent")
        ],
        remedy: Message(text: "Have it approved, or set its lifecycle back to draft."),
        clauses: ["iso9001:2015/7.5.2", "iso45001:2018/7.5.2"],
        location: AwkwardAssessment.location("procedures/p-012.md", 7, 1, end: 9),
        fingerprint: "00"))
    #expect(
      String(decoding: blocks.page.bytes, as: UTF8.self) == """
        procedures/p-012.md:7:1  major  doc-approved  P-012 is in force without an approval
            because  lifecycle is "approved" (line 5), approved_by is absent
            clauses  ISO 9001 7.5.2 · ISO 45001 7.5.2
            remedy   Have it approved, or set its lifecycle back to draft.

        """)
  }

  @Test func continuationLinesAreGuardedToo() {
    var blocks = TextBlocks(language: .english, colour: false)
    blocks.add(
      Finding(
        rule: "r", severity: .minor, basis: .own, message: Message(text: "m"),
        because: [Message(text: "first"), Message(text: "::error::second")],
        location: AwkwardAssessment.location("a", 1, 1, end: 1), fingerprint: "00"))
    let text = String(decoding: blocks.page.bytes, as: UTF8.self)
    #expect(text.contains("    because  first\n             \\u{3A}:error::second\n"))
  }

  @Test func citationsUseTheNamesOfTheRunsStandards() {
    var blocks = TextBlocks(language: .french, colour: false)
    blocks.add(
      Finding(
        rule: "r", severity: .observation, basis: .own, message: Message(text: "m"),
        clauses: ["iso9001:2015/4.1"],
        location: AwkwardAssessment.location("a", 1, 1, end: 1), fingerprint: "00"))
    let text = String(decoding: blocks.page.bytes, as: UTF8.self)
    #expect(text == "a:1:1  observation  r  m\n    articles  iso9001:2015/4.1\n")
  }
}
