import CEL
import Testing

/// Folding makes spellings of one word equal and nothing else.
@Suite struct FoldingTests {
  @Test(arguments: [
    ("  Procédure   d\u{2019}Achat ", "procedure d'achat"),
    ("PROCE\u{301}DURE", "procedure"),
    ("Straße", "strasse"),
    ("ŒUVRE œuvre ÆØ", "oeuvre oeuvre aeo"),
    ("أحمد", "احمد"), ("إجراء", "اجرا"), ("آلة", "اله"), ("مؤسسة", "موسسه"),
    ("على", "علي"), ("مُرَاجَعَة", "مراجعه"), ("مـــراجعة", "مراجعه"),
    ("ﻣﺮاﺟﻌﺔ", "مراجعه"), ("ﷲ", "الله"), ("لا", "لا"),
    ("٢٠٢٦-٠١-٣١", "2026-01-31"), ("۱۲۳", "123"),
    ("ＡＢＣ１２３", "abc123"), ("ﬁche", "fiche"),
    ("a\u{200F}b\u{202A}c\u{2066}d\u{FEFF}e\u{AD}f", "abcdef"),
    ("a\u{A0}b\u{2003}c\u{3000}d\te\r\nf", "a b c d e f"),
    ("N° 12", "no 12"), ("№ 12", "no 12"), ("x\u{2013}y\u{2212}z", "x-y-z"),
    ("", ""), ("   ", ""), ("Ärger Ñandú Çığ", "arger nandu cig"),
  ])
  func folds(_ text: String, _ expected: String) {
    #expect(Array(Folding.fold(text).utf8) == Array(expected.utf8), "\(text)")
  }

  @Test func isIdempotent() {
    var random = Generator(state: 7)
    let ranges: [(UInt32, UInt32)] = [
      (0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x4FF), (0x600, 0x6FF),
      (0x1E00, 0x1EFF), (0x2000, 0x214F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF), (0xFF01, 0xFF5E),
      (0x4E00, 0x4EFF), (0x1F600, 0x1F64F),
    ]
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<(1 + random.next(12)) {
        let range = random.pick(ranges)
        let code = range.0 + UInt32(random.next(Int(range.1 - range.0 + 1)))
        if let scalar = Unicode.Scalar(code) { text.append(scalar) }
      }
      let once = Folding.fold(Array(String(text).utf8))
      #expect(Folding.fold(once) == once, "\(Array(text).map { String($0.value, radix: 16) })")
    }
  }

  @Test func readsBrokenBytes() {
    #expect(Folding.fold([0x41, 0xFF, 0x42]) == Array("a\u{FFFD}b".utf8))
  }

  @Test(arguments: [
    ("aproved", "approved"), ("Draft", "draft"), ("aprpoved", "approved"), ("approved", "approved"),
  ])
  func findsTheNearestName(_ text: String, _ expected: String) {
    #expect(Spelling.nearest(to: text, among: ["draft", "approved", "obsolete"]) == expected)
  }

  @Test func leavesFarNamesAlone() {
    #expect(Spelling.nearest(to: "xyz", among: ["draft", "approved"]) == nil)
    #expect(Spelling.nearest(to: "", among: ["a"]) == nil)
    #expect(Spelling.nearest(to: String(repeating: "a", count: 10_000), among: ["a"]) == nil)
  }
}
