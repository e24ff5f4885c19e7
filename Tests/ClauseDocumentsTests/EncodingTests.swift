import ClauseDocuments
import ClauseSource
import Foundation
import TestTables
import Testing

/// CSV as Excel writes it in French and in Arabic: other bytes, the same texts and places.
@Suite struct EncodingTests {
  private static let french =
    "Intitulé;Échéance\nRévision d’août – n° 3;À définir\n«Élève»;œuvre €\n"
  private static let arabic = "الرمز;العنوان\nم-1;تقرير المراجعة، السنوية\nم-2;Procédé à l'essai\n"

  private static func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    Array(try #require(text.data(using: encoding)))
  }

  private static func read(
    _ bytes: [UInt8], _ options: ReadingOptions = .conventions
  ) -> ReadDocument {
    let file = SourceFile(id: FileID(0), path: "a.csv", bytes: bytes)
    return CSVReader().read(file, options: options, limits: Limits())
  }

  /// Foundation has no Windows-1256, so the bytes are made by the table of the Unicode consortium
  /// for the letters used here.
  private static func arabicBytes(_ text: String) throws -> [UInt8] {
    let page: [Unicode.Scalar: UInt8] = [
      "ا": 0xC7, "ل": 0xE1, "ر": 0xD1, "م": 0xE3, "ز": 0xD2, "ع": 0xDA, "ن": 0xE4, "و": 0xE6,
      "ت": 0xCA, "ق": 0xDE, "ي": 0xED, "ج": 0xCC, "ة": 0xC9, "،": 0xA1, "س": 0xD3, "é": 0xE9,
      "à": 0xE0,
    ]
    return try text.unicodeScalars.map { scalar in
      scalar.isASCII ? UInt8(scalar.value) : try #require(page[scalar])
    }
  }

  @Test func frenchIsProved() throws {
    let utf8 = Self.read(Array(Self.french.utf8))
    let document = Self.read(try Self.bytes(Self.french, .windowsCP1252))
    #expect(document.grids?.first?.lines == utf8.grids?.first?.lines)
    #expect(document.diagnostics.map(\.code) == ["encoding-detected"])
    #expect(document.diagnostics[0].message[.english].contains("Windows-1252"))
  }

  @Test func arabicIsProved() throws {
    let utf8 = Self.read(Array(Self.arabic.utf8))
    let document = Self.read(try Self.arabicBytes(Self.arabic))
    #expect(document.grids?.first?.lines == utf8.grids?.first?.lines)
    #expect(document.diagnostics[0].message[.english].contains("Windows-1256"))
    // Places are those of the text, not of its bytes in either encoding.
    let source = try #require(document.source)
    let grid = try #require(document.grids?.first)
    #expect(grid.lines.count == 3)
    #expect(grid.place(2, 2, in: source) == "2:5-2:28")
  }

  /// Small letters of French are the same bytes in both pages, so there is nothing to decide.
  @Test func whatIsTheSameInBothNeedsNoProof() throws {
    let document = Self.read(try Self.bytes("a;b\ncréé;été\n", .windowsCP1252))
    #expect(document.told == ["1: a | b", "2: créé | été", "encoding-detected"])
  }

  @Test(arguments: [
    // One letter alone, which both pages have.
    "a;b\n\u{E6};1\n",
    // As much Latin as Arabic.
    "a;b\n\u{C9}cole;\u{C7}\u{E1}\u{DF}\u{CA}\n\u{C9}t\u{E9};\u{C9}tat\n",
  ])
  func whatProvesNothingIsRefused(_ text: String) {
    let document = Self.read(text.unicodeScalars.map { UInt8($0.value) })
    #expect(document.grids == nil)
    #expect(document.diagnostics.map(\.code) == ["encoding"])
    let remedy = document.diagnostics[0].remedy[.english]
    #expect(remedy.contains("encoding: windows-1252") && remedy.contains("encoding: windows-1256"))
  }

  @Test func whatIsDeclaredIsBelieved() {
    let bytes: [UInt8] = Array("a;b\n".utf8) + [0xE6] + Array(";1\n".utf8)
    let arabic = Self.read(bytes, ReadingOptions(encoding: .windows1256))
    #expect(arabic.told == ["1: a | b", "2: و | 1"])
    let french = Self.read(bytes, ReadingOptions(encoding: .windows1252))
    #expect(french.told == ["1: a | b", "2: æ | 1"])
    #expect(
      Self.read(bytes, ReadingOptions(encoding: .utf8)).diagnostics.map(\.code) == ["encoding"])
    let undefined = Self.read([0x61, 0x0A, 0x81], ReadingOptions(encoding: .windows1252))
    #expect(undefined.diagnostics.map(\.code) == ["encoding"])
    // A file that is UTF-8 would be read as other words than its author's.
    let utf8 = Self.read(Array("a\né\n".utf8), ReadingOptions(encoding: .windows1252))
    #expect(utf8.diagnostics.map(\.code) == ["encoding-declared"])
  }

  @Test func unicodeOfOtherFormsAndDamagedTextAreRefused() {
    for bytes: [UInt8] in [
      [0xFF, 0xFE, 0x61, 0, 0x0A, 0], [0x61, 0, 0x3B, 0, 0x62, 0, 0x0A, 0],
      Array("é;è;à\n".utf8) + [0xC3] + Array("\n".utf8),
    ] {
      let document = Self.read(bytes)
      #expect(document.grids == nil)
      #expect(document.diagnostics.first?.severity == .error)
    }
  }
}
