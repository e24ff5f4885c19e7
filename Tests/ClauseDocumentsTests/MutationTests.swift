import ClauseDocuments
import ClauseSource
import Foundation
import TestTables
import Testing

/// A thousand broken files of each format: every one is read or refused with places inside it.
@Suite struct MutationTests {
  private static let rounds = 1_000

  private static let texts: [(name: String, options: ReadingOptions, text: String)] = [
    (
      "a.csv", .conventions,
      "sep=;\nCode;Intitulé;\"Échéance\nprévue\"\nP-1;\"a \"\"b\"\"\";2026-01-31\n;;\nم-2;قرار;\n"
    ),
    (
      "a.md", .conventions,
      "\u{FEFF}---\ntype: document\nowner: {name: é}\n---\n# Titre\n\n[lien](a.md#x) `code`\n"
    ),
    (
      "a.md", ReadingOptions(part: .metadata),
      "# P-1\n\n**Owner:** Direction\n- **Version**: 2\n> **Date :** 2026-01-31\n\n| a | b |\n|--|--|\n"
    ),
    (
      "a.md", ReadingOptions(part: .table, under: "Risques"),
      "# Risques\n\n| Code | Note |\n|:--|--:|\n| R-1 | a \\| b `|` |\n| R-2 | [x](y) |\n\nfin\n"
    ),
    ("a.yaml", .conventions, "risks:\n  - &a {id: R-1, note: \"x\\n\"}\n  - *a\n# fin\n"),
    ("a.json", .conventions, "{\"risks\": [{\"id\": \"R-1\", \"n\": 1.5e3, \"t\": \"\\u00e9\"}]}"),
  ]

  @Test(arguments: 0..<6) func brokenTextIsAnswered(_ number: Int) throws {
    let (name, options, text) = Self.texts[number]
    let reader = try #require(DocumentFormats.reader(forFileNamed: name))
    var random = SplitMix(seed: UInt64(number) + 1)
    for round in 0..<Self.rounds {
      let bytes = Self.mutated(Array(text.utf8), &random)
      try Self.check(reader, SourceFile(id: FileID(0), path: name, bytes: bytes), options, round)
    }
  }

  @Test(arguments: ["register-openpyxl.xlsx", "epoch-xlsxwriter.xlsx"])
  func brokenWorkbooksAreAnswered(_ name: String) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Workbooks/" + name).path
    let seed = Array(try #require(FileManager.default.contents(atPath: path)))
    var random = SplitMix(seed: 77)
    for round in 0..<Self.rounds / 2 {
      let bytes = Self.mutated(seed, &random)
      let file = SourceFile(id: FileID(0), path: name, bytes: bytes)
      try Self.check(XLSXReader(), file, .conventions, round)
    }
  }

  /// Checksums guard an archive against nearly every flipped byte; here the parts are broken and
  /// packed again, so that the XML and the values are met.
  @Test func brokenPartsOfWorkbooksAreAnswered() throws {
    let seed = TestWorkbook(
      rows: [
        ["a", "b", "c"], ["x", "1.5", "#1 45289"],
        ["y", #"<c r="@" t="s"><f>A1</f><v>0</v></c>"#, "3"],
      ], after: #"<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>"#,
      styles: #"<numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts>"#
        + #"<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>"#)
    var random = SplitMix(seed: 5)
    var read = 0
    for round in 0..<Self.rounds {
      var book = seed
      book.add("xl/sharedStrings.xml", "<sst><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>")
      let part = random.below(book.parts.count)
      book.parts[part].text = Self.mutated(book.parts[part].text, &random)
      let document = try Self.check(XLSXReader(), book.file, .conventions, round)
      if document.grids != nil { read += 1 }
    }
    #expect(read > 50 && read < 950)
  }

  @Test func brokenPartsOfWordFilesAreAnswered() throws {
    let merge = #"<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>"#
    let seed = TestWord(
      TestWord.paragraph("Fiche", style: "Titre1") + TestWord.paragraph("*Code :", "A\tDate : B")
        + TestWord.table([
          TestWord.cell("a", merge) + TestWord.cell("b"),
          TestWord.cell("", merge.replacing("restart", with: "")) + TestWord.cell("c"),
        ]) + #"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>"#,
      headers: [TestWord.table([["Code", "Version"], ["A", "2"]])],
      properties: "<dc:title xmlns:dc=\"d\">T</dc:title>")
    var random = SplitMix(seed: 6)
    var read = 0
    for round in 0..<Self.rounds {
      var word = seed
      let part = random.below(word.parts.count)
      word.parts[part].text = Self.mutated(word.parts[part].text, &random)
      for options in [ReadingOptions.conventions, ReadingOptions(part: .metadata)] {
        let document = try Self.check(DOCXReader(), word.file, options, round)
        if document.grids != nil { read += 1 }
      }
    }
    #expect(read > 50 && read < 950)
  }

  /// A part of a gigabyte of blanks is refused before it is unpacked.
  @Test func bombsAreRefusedQuickly() throws {
    var book = TestWorkbook(rows: [["a", "b"], ["1", "2"]])
    let last = book.parts.count - 1
    let name = book.parts[last].name
    var bytes = book.bytes
    // The size stated in both headers becomes a gigabyte.
    let needle = Array(name.utf8)
    var places: [Int] = []
    for offset in 0..<bytes.count - needle.count
    where bytes[offset] == needle[0] && bytes[offset..<offset + needle.count].elementsEqual(needle)
    {
      places.append(offset)
    }
    for place in places.suffix(2) {
      let isDirectory = bytes.dropFirst(max(0, place - 46)).starts(with: [0x50, 0x4B, 1, 2])
      let size = place - (isDirectory ? 46 - 24 : 30 - 22)
      bytes.replaceSubrange(size..<size + 4, with: [0, 0, 0, 0x40])
    }
    let file = SourceFile(id: FileID(0), path: "a.xlsx", bytes: bytes)
    let codes = XLSXReader().read(file, limits: Limits()).diagnostics.map(\.code)
    #expect(codes.allSatisfy { $0.hasPrefix("limit-") || $0 == "workbook-archive" })
    #expect(codes.count == 1)
    book.parts[last].text = Array("<w>".utf8) + [UInt8](repeating: 0x20, count: 70 << 20)
    #expect(book.read().told == ["limit-workbook-bytes"])
  }

  // MARK: Helpers

  @discardableResult
  private static func check(
    _ reader: any DocumentReader, _ file: SourceFile, _ options: ReadingOptions, _ round: Int
  ) throws -> ReadDocument {
    let document = reader.read(file, options: options, limits: Limits())
    let errors = document.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty, document.grids == nil {
      #expect(document.tree == nil, "round \(round)")
    }
    let text = document.source ?? file
    for grid in document.grids ?? [] { try check(grid, in: text, round) }
    for diagnostic in document.diagnostics {
      guard case .span(let span) = diagnostic.place else { continue }
      #expect(span.start >= 0 && Int(span.end) <= text.bytes.count, "round \(round)")
      #expect(text.location(of: span).start.line >= 1)
    }
    guard let tree = document.tree else { return document }
    for index in 0..<tree.count {
      let node = NodeID(Int32(index))
      let span = tree.span(node)
      try #require(span.start >= 0 && Int(span.end) <= text.bytes.count, "round \(round)")
    }
    return document
  }

  /// Cells stand in order, in no place twice, and where the file has them.
  private static func check(_ grid: Grid, in file: SourceFile, _ round: Int) throws {
    for (cell, next) in zip(grid.cells, grid.cells.dropFirst()) {
      try #require((cell.row, cell.column) < (next.row, next.column), "round \(round)")
    }
    for row in grid.rows {
      try #require(row.number >= 1, "round \(round)")
      for cell in grid.cells[row.cells] {
        try #require(Int(cell.row) == row.number && cell.column >= 1, "round \(round)")
        _ = grid.text(cell)
        if grid.notation.isUnpacked { continue }
        try #require(grid.place(row.number, Int(cell.column), in: file) != nil)
      }
    }
  }

  private static func mutated(_ seed: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = seed
    for _ in 0...random.below(3) where !bytes.isEmpty {
      let place = random.below(bytes.count)
      switch random.below(6) {
      case 0: bytes[place] = UInt8(random.below(256))
      case 1: bytes.removeSubrange(place...)
      case 2: bytes.remove(at: place)
      case 3:
        let words = ["\"", "\0", "<", "---\n", "|", "&#0;", "\u{FEFF}", "\r", "[", "999999999"]
        bytes.insert(contentsOf: Array(words[random.below(words.count)].utf8), at: place)
      case 4:
        let end = min(bytes.count, place + random.below(40))
        bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count))
      default: bytes[place] ^= 1 << UInt8(random.below(8))
      }
    }
    return bytes
  }
}
